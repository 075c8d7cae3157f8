// Tables, of Markdown and HTML alike, as text that the rules can read: a row becomes a passage, in which each
// cell stands behind the head of its column: "Microsoft|Investment $13 billion|Stake 49%". Heads are context
// (Block::context): they say what a cell is about, and their own figures are read in the row of heads alone.
// What the table says of all its figures ("in millions of dollars", 单位：亿元) is repeated before each row,
// as a cell of its own.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document_words.h"
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
  std::vector<Piece> note;    // of all its figures; empty where it has none
};

// The note of a table in a caption of it or in the line before it, cut to where its unit is said: pieces of
// `text`, empty where none of words/table_notes.txt stands in it.
std::vector<Piece> TableNoteIn(std::string_view raw, const Passage& text, const DocumentWords& words);

// A passage for each row, in order; without pieces for a row that has no text. Heads are cut at a bounded
// length, so that the passages together are as long as the table but for a factor.
std::vector<Passage> ReadTable(std::string_view raw, const DataTable& table, const DocumentWords& words);

}  // namespace tally
