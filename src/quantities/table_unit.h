// The unit of a plain figure in a cell of a table, which its heads give: "Revenue ($m)", 面积（公顷）, "Stake
// (%)", or the table as a whole: "in millions of dollars", 单位：亿元. Thread-safe.
#pragma once

#include <optional>
#include <string_view>

#include "document/document.h"
#include "document/row_cells.h"
#include "quantities/figure.h"
#include "rules/rule_set.h"

namespace tally {

class TableUnits {
 public:
  // Keeps references into the rules.
  explicit TableUnits(const RuleSet& rules);

  // The unit of the figure, a place in the row's text, which must be all that its cell says but for marks; by
  // the nearest that gives one: the head of its column, the head of its row, the note of the table. Its end
  // is 0. Where it only scales, its dimension is a number's.
  std::optional<UnitReading> Of(std::string_view text, const RowCells& row, TextSpan figure) const;

  // The unit that a head says in brackets, behind a comma or at its end, or that all of it is: ($m), 亿元,
  // US$ billion, %.
  std::optional<UnitReading> InHead(std::string_view head) const;

 private:
  std::optional<UnitReading> Phrase(std::string_view text) const;
  std::optional<UnitReading> Counted(std::string_view head) const;
  std::optional<UnitReading> AtTheEnd(std::string_view head) const;
  std::optional<UnitReading> OfHead(std::string_view head) const;
  bool IsBareHead(std::string_view head) const;
  bool Says(std::string_view head, std::string_view value) const;
  std::size_t ScaleAt(std::string_view text, std::size_t at, bool money, Decimal& factor) const;

  const RuleSet::UnitTable& currencies_;
  const RuleSet::UnitTable& shares_;
  const RuleSet::UnitTable& scales_;
  const RuleSet::UnitTable& measures_;
  const RuleSet::UnitTable& nouns_;
  const WordList& heads_;
  const WordList& notes_;
  const WordList& ratios_;
  const WordList& generic_;
  const WordList& classifiers_;
};

// A year that stands as it is in the head of a table, or is all that a cell says which a year may stand in;
// its end, or `at`. `dated` are words/table_heads.txt.
std::size_t TableYearEnd(const Block& block, const RowCells& row, std::size_t at, const WordList& dated);

}  // namespace tally
