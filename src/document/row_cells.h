// A row of a table, as its block's text has it, in cells: "甲|[2023 = ]3 億|[2024 = ]4 億".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document.h"

namespace tally {

// Places in the block's folded text. `head` is repeated from the heads above and empty where there is none;
// `text` is what the cell itself says, without blanks at its ends, and empty where the cell repeats one of a
// row above.
struct RowCell {
  TextSpan whole;
  TextSpan head;
  TextSpan text;
};

class RowCells {
 public:
  // Linear in the text. Without cells where the block is no part of a table.
  explicit RowCells(const Block& block);

  const std::vector<RowCell>& cells() const { return cells_; }
  // The cell that holds a place of the text; nullptr where none does. Logarithmic.
  const RowCell* At(std::size_t at) const;
  // What the row is about: its first cell, where that has no head of its own, or the one behind its rank;
  // empty otherwise.
  TextSpan name() const { return name_; }
  // What the table says of all its figures.
  TextSpan note() const { return note_; }

 private:
  std::vector<RowCell> cells_;
  TextSpan name_;
  TextSpan note_;
};

}  // namespace tally
