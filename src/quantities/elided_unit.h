// What a bare figure counts where the noun is not behind it: a crowd of 51,800, 员工总数达 3.2 万, "1,248
// patients, of whom 830 were treated". Thread-safe; looks a bounded way back.
#pragma once

#include <optional>
#include <string_view>

#include "quantities/figure.h"
#include "quantities/quantity.h"
#include "rules/rule_set.h"

namespace tally {

class ElidedUnits {
 public:
  // Keeps references into the rules.
  explicit ElidedUnits(const RuleSet& rules);

  // The unit that a word before the bare figure at `at` gives it (words/count_heads.txt), in the same clause
  // and not before `floor`. Its end is 0, or behind a 级 that follows the figure (风力 14 级).
  std::optional<UnitReading> HeadBefore(std::string_view text, std::size_t at, std::size_t floor,
                                        const Figure& figure) const;
  // The noun right before a figure with a measure word that fits many things (房屋共 28.8 万间, 门店达 320
  // 家): what it counts. Empty where there is none; a view into the rules.
  std::string_view NounBefore(std::string_view text, std::size_t at, std::size_t floor,
                              const UnitReading& classifier) const;
  // Makes a bare number count what the quantity before it in the sentence counts, where the words behind it
  // show that its noun is left out.
  void Lend(std::string_view text, const Quantity& before, Quantity& quantity) const;

 private:
  std::optional<UnitReading> LabelBefore(std::string_view text, std::size_t at, std::size_t floor) const;
  bool HasOwnNoun(std::string_view text, std::size_t start, const Quantity& before) const;
  bool EndsBare(std::string_view text, std::size_t end) const;

  const WordList& heads_;
  const WordList& elision_words_;
  const Lexicon& quoting_;
  const RuleSet::UnitTable& measures_;
  const RuleSet::UnitTable& nouns_;
};

}  // namespace tally
