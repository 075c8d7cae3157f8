// One pass over a block's folded text: every figure with its unit, its hedges and bounds, and what it is not
// (versions, ids, times of day). Thread-safe; linear in the text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "quantities/date_reader.h"
#include "quantities/numeral.h"
#include "quantities/quantity.h"
#include "quantities/vocabulary.h"

namespace tally {

class QuantityReader {
 public:
  // Keeps a reference to the rules. Throws UserError where a word list holds a value that is not of its form.
  explicit QuantityReader(const RuleSet& rules);

  // The quantities of a block in order, without overlaps. `published` resolves dates such as 去年.
  std::vector<Quantity> Read(const Block& block, std::optional<Day> published) const;

 private:
  struct Scan;
  std::optional<Quantity> ReadAt(Scan& scan, std::size_t at) const;
  std::optional<Quantity> ReadDate(Scan& scan, std::size_t at) const;
  std::optional<Quantity> ReadFraction(Scan& scan, std::size_t at) const;
  std::optional<Quantity> ReadDoubling(Scan& scan, std::size_t at) const;
  std::optional<Quantity> ReadFigure(Scan& scan, std::size_t at) const;
  void Modify(const Scan& scan, std::size_t floor, Quantity& quantity) const;
  void FindPer(const Scan& scan, std::size_t floor, Quantity& quantity) const;
  std::size_t SkipNoNumber(std::string_view text, std::size_t at) const;

  Vocabulary vocabulary_;
  NumeralReader numerals_;
  DateReader dates_;
  const RuleSet& rules_;
};

}  // namespace tally
