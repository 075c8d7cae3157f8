// The phrase form of a rule: plain words with {slots}, alternatives [a|b], options [a|], and a bounded gap
// "...".
//   "{subject} ... [对|向] {object} 的 {value} [投资|注资]"
// A phrase compiles to one RE2 over the skeleton of a sentence. Slots: {subject}, {object}, {value},
// {period}, {speaker}.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/sentence.h"
#include "rules/predicate_rule.h"

namespace tally {

struct PhraseMatch {
  std::size_t value = 0;  // items of the sentence
  std::optional<std::size_t> subject;
  std::optional<std::size_t> object;
  std::optional<std::size_t> period;
  std::optional<std::size_t> speaker;
};

class Phrase {
 public:
  // The longest gap that "..." bridges, in characters: as far as a noun phrase with its modifiers goes.
  static constexpr int kGap = 16;

  // Throws UserError with the phrase and what is wrong with it.
  Phrase(std::string source, const PredicateRule& rule);

  // All matches in the sentence, without overlaps, from the left.
  std::vector<PhraseMatch> Match(const Sentence& sentence) const;
  // A word of the phrase's own of which one must stand in any text that it matches; empty where the phrase
  // has none.
  const std::vector<std::string>& triggers() const { return triggers_; }
  const std::string& source() const { return source_; }

  // A word, slot, group or gap of the phrase as written, and how much of the pattern it ends.
  struct Piece {
    std::string source;
    std::size_t pattern_end;
  };
  const std::vector<Piece>& pieces() const { return pieces_; }
  const std::vector<std::string>& slots() const { return slots_; }
  // What the phrase compiles to, over the skeleton of a sentence.
  const std::string& pattern() const { return source_pattern_; }

 private:
  std::string source_;
  std::vector<std::string> triggers_;
  std::vector<Piece> pieces_;
  const re2::RE2& Pattern() const;

  std::string source_pattern_;
  // Compiled when a sentence first holds all that the phrase wants: most phrases meet none in a run.
  mutable std::once_flag compiled_;
  mutable std::unique_ptr<re2::RE2> pattern_;
  std::vector<std::string> slots_;           // by capturing group
  std::vector<std::uint32_t> slot_symbols_;  // by slot, the symbols that it takes, as SymbolBit
};

}  // namespace tally
