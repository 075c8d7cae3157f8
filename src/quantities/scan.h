// Where a pass over one block stands; shared by the two files that implement QuantityReader.
#pragma once

#include "quantities/quantity_reader.h"

namespace tally {

struct QuantityReader::Scan {
  const Block& block;
  RowCells row;  // empty outside of tables
  std::string_view text;
  const Setting& setting;
  DateContext dates;
  std::vector<Quantity> found;  // the last one is being read
  ReadAhead ahead;
  // The lists of words that may end before the figure at `figure_at`.
  std::size_t figure_at = ReadAhead::kNowhere;
  LexiconFilter::Mask before_figure = 0;
  static constexpr LexiconFilter::Mask kLabelWord = 16;  // beside those of QuantityReader
  std::size_t floor = 0;                                 // where the quantity before ended
  std::size_t resume = 0;  // where to go on when nothing was read; 0: behind the word

  // The lists that may have a word that ends before `at`, a blank between or none.
  LexiconFilter::Mask EndsBefore(std::size_t at) const {
    return at == figure_at ? before_figure : LexiconFilter::kAll;
  }
  // The quantity before the one being read; nullptr before the first.
  const Quantity* Before() const { return found.size() > 1 ? &found[found.size() - 2] : nullptr; }
};

}  // namespace tally
