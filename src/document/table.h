// Tables, of Markdown and HTML alike, as text that the rules can read: a row becomes a passage, in which each
// cell stands behind the head of its column: "Microsoft|Investment $13 billion|Stake 49%". Heads are context
// (Block::context): they say what a cell is about, and their own figures are read in the row of heads alone.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/passage.h"

namespace tally {

struct TableCell {
  std::vector<Piece> pieces;
  Span place;         // of what parts it from the cell before: a bar, a tag
  bool head = false;  // <th>
  std::size_t columns = 1;
  std::size_t rows = 1;  // how many it spans; 0: all that follow
};

struct DataTable {
  std::vector<std::vector<TableCell>> rows;
  std::size_t head_rows = 0;  // that the page declares; where it declares none, they are told by their looks
};

// A passage for each row, in order; without pieces for a row that has no text. Heads are cut at a bounded
// length, so that the passages together are as long as the table but for a factor.
std::vector<Passage> ReadTable(std::string_view raw, const DataTable& table);

}  // namespace tally
