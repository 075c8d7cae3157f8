// Finds who and what is named: the entity tables first, then names by their shape (X公司, X集团, runs of
// capitalised words).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "mentions/mention.h"
#include "rules/rule_set.h"

namespace tally {

// The id of a name that no table knows: its letters and digits in lower case, '-' between words.
std::string NameId(std::string_view words);
// Whether a capital letter stands at text[at], with or without an accent.
bool StartsUpper(std::string_view text, std::size_t at);

class MentionReader {
 public:
  // Keeps a reference to the rules. Thread-safe.
  explicit MentionReader(const RuleSet& rules);

  // The mentions of a block in order, without overlaps; the longest alias wins. An alias inside one of the
  // longer strings that its entity's `not` column names is no mention, and neither is one in other case (meta
  // is not Meta). A kind that ends in '?' is that of a name by an ending that is an ordinary word too; who
  // knows the whole document settles it (DocumentNames).
  // `starts`: the places of RuleSet::starts in the block's text.
  std::vector<Mention> Read(const Block& block, const std::vector<LexiconFilter::Place>& starts) const;
  // Whether a word is one of those by which a predicate rule knows its figures (估值): no name.
  bool HoldsCue(std::string_view words) const {
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (cues_.Longest(words, at)) return true;
    }
    return false;
  }
  bool IsCue(std::string_view word) const { return cues_.Find(word).has_value(); }

 private:
  bool IsToldAsPerson(std::string_view text, std::size_t at, std::size_t end) const;
  static Mention Unknown(const Block& block, TextSpan span, std::string kind);
  static bool IsPartOfLonger(std::string_view text, std::size_t end);
  std::size_t TableMention(const Block& block, const LexiconFilter::Place& place,
                           std::vector<Mention>& found) const;
  std::size_t LatinName(const Block& block, std::size_t at, std::vector<Mention>& found) const;
  std::size_t RoleEnd(std::string_view text, std::size_t at) const;
  std::string LatinKind(std::string_view text, std::size_t at, TextSpan last, std::size_t words) const;
  void HanName(const Block& block, std::size_t at, std::size_t floor, std::vector<Mention>& found) const;

  const RuleSet& rules_;
  Lexicon cues_;
};

}  // namespace tally
