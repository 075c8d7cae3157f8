// Where a pass over one block stands; shared by the two files that implement QuantityReader.
#pragma once

#include "quantities/quantity_reader.h"

namespace tally {

struct QuantityReader::Scan {
  const Block& block;
  std::string_view text;
  const Setting& setting;
  DateContext dates;
  std::vector<Quantity> found;  // the last one is being read
  ReadAhead ahead;
  std::size_t floor = 0;   // where the quantity before ended
  std::size_t resume = 0;  // where to go on when nothing was read; 0: behind the word

  // The quantity before the one being read; nullptr before the first.
  const Quantity* Before() const { return found.size() > 1 ? &found[found.size() - 2] : nullptr; }
};

}  // namespace tally
