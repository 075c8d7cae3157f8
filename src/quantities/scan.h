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
  std::vector<Quantity> found;
  std::size_t floor = 0;   // where the quantity before ended
  std::size_t resume = 0;  // where to go on when nothing was read; 0: behind the word
};

}  // namespace tally
