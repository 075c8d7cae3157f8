// All cue words and phrase triggers of the predicates in one lexicon: one scan of a sentence says which rules
// may fire.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "base/lexicon.h"
#include "base/span.h"
#include "claims/phrase.h"
#include "rules/rule_set.h"

namespace tally {

struct CueHit {
  TextSpan text;  // in the block's folded text
  const PredicateRule* rule = nullptr;
  const CueRule* cue = nullptr;    // nullptr for the trigger of a phrase
  const Phrase* phrase = nullptr;  // nullptr for a cue
};

class CueIndex {
 public:
  // Keeps references to the rules. Throws RuleErrors where phrases do not compile.
  explicit CueIndex(const RuleSet& rules);

  // The hits in a part of a block's text, by place. Of the words of one rule that begin at one place the
  // longest counts; a longer word that a rule names as none of its own (投资者 for 投资) silences all rules.
  std::vector<CueHit> Find(std::string_view text, TextSpan part) const;
  // Rules with a cue that needs no word: they take what no other rule wants.
  const std::vector<CueHit>& fallbacks() const { return fallbacks_; }
  // What stands behind a figure that the next one goes on from (words/figure_links.txt).
  const WordList& figure_links() const { return figure_links_; }
  // What says how a figure was reached (words/changes.txt).
  const WordList& changes() const { return changes_; }

 private:
  std::size_t SlotFor(const std::string& word);
  void AddShorterWords();

  const WordList& figure_links_;
  const WordList& changes_;
  Lexicon lexicon_;                           // payload: index into owners_
  LexiconFilter starts_{15};                  // of this lexicon alone
  std::map<std::string, std::size_t> slots_;  // of each word, while the index is built
  std::set<std::pair<std::size_t, const PredicateRule*>>
      refused_;                              // which rule names a word as none of its own
  std::vector<std::vector<CueHit>> owners_;  // `text` from 0 to the length of the word
  std::vector<CueHit> fallbacks_;
  std::vector<std::unique_ptr<Phrase>> phrases_;
};

}  // namespace tally
