// The tables of a page: while one is open, its passages are collected as those of any other part, and it is
// noted which of them belong to which cell. Where it closes and was one of data, they become its rows.
#include <algorithm>
#include <charconv>

#include "document/html_page.h"

namespace tally {
namespace {

// The cell of a table holds a name or a figure; a longer one, or one of several paragraphs, is a part of a
// page that is laid out as a table.
constexpr std::size_t kMaxCellBytes = 1000;
constexpr std::size_t kMaxCellBlocks = 3;

std::size_t SpanCount(std::string_view text, std::size_t least) {
  std::size_t number = 1;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() ? std::max(number, least) : 1;
}

void Join(const Passage& passage, std::vector<Piece>& pieces) {
  std::size_t start = passage.pieces.front().raw.start;
  if (!pieces.empty()) pieces.push_back({Piece::Kind::kChar, {start, start}, U' '});
  pieces.insert(pieces.end(), passage.pieces.begin(), passage.pieces.end());
}

}  // namespace

void HtmlPageBuilder::OpenTablePart(const HtmlTag& tag) {
  Flush();
  if (tag.name == "table") {
    if (!tables_.empty()) tables_.back().layout = true;
    tables_.push_back({.first_block = blocks_.size(), .rows = {}});
    return;
  }
  if (tables_.empty()) return;
  CloseCell();
  OpenTable& table = tables_.back();
  if (tag.name == "thead") {
    table.in_head = true;
    return;
  }
  bool cell = tag.name != "tr";
  if (!cell || table.rows.empty()) {
    if (table.in_head && table.head_rows == table.rows.size()) ++table.head_rows;
    table.rows.emplace_back();
  }
  if (!cell) return;
  OpenCell open;
  open.cell.place = tag.place;
  open.cell.head = tag.name == "th";
  open.cell.columns = SpanCount(Value(tag, "colspan"), 1);
  open.cell.rows = SpanCount(Value(tag, "rowspan"), 0);
  open.first_block = open.last_block = blocks_.size();
  table.rows.back().push_back(std::move(open));
  table.in_cell = true;
}

void HtmlPageBuilder::CloseTablePart(const std::string& name) {
  if (tables_.empty()) return;
  if (name == "table") {
    CloseTable();
  } else if (name == "thead") {
    tables_.back().in_head = false;
  } else {
    CloseCell();
  }
}

void HtmlPageBuilder::CloseCell() {
  OpenTable& table = tables_.back();
  if (!table.in_cell) return;
  table.rows.back().back().last_block = blocks_.size();
  table.in_cell = false;
}

bool HtmlPageBuilder::IsLayout(const OpenTable& table) const {
  if (table.layout) return true;
  for (const auto& row : table.rows) {
    for (const OpenCell& cell : row) {
      if (cell.last_block - cell.first_block > kMaxCellBlocks) return true;
      for (std::size_t i = cell.first_block; i < cell.last_block; ++i) {
        if (blocks_[i].text_bytes > kMaxCellBytes || blocks_[i].passage.role != Role::kNone) return true;
      }
    }
  }
  return false;
}

// In a caption of the table, or in the passage right before it.
std::vector<Piece> HtmlPageBuilder::NoteOf(std::size_t first_block,
                                           const std::vector<PageBlock>& captions) const {
  for (const PageBlock& caption : captions) {
    std::vector<Piece> note = TableNoteIn(raw_, caption.passage, words_);
    if (!note.empty()) return note;
  }
  bool before = first_block > 0 && blocks_[first_block - 1].passage.table == TablePart::kNone;
  return before ? TableNoteIn(raw_, blocks_[first_block - 1].passage, words_) : std::vector<Piece>();
}

void HtmlPageBuilder::CloseTable() {
  CloseCell();
  OpenTable table = std::move(tables_.back());
  tables_.pop_back();
  if (IsLayout(table)) return;
  std::vector<PageBlock> made;  // captions first, then a block for each row
  std::size_t next = table.first_block;
  auto keep_until = [&](std::size_t end) {
    for (; next < end; ++next) made.push_back(std::move(blocks_[next]));
  };
  DataTable data{{}, table.head_rows, {}};
  std::vector<PageBlock> rows;
  for (auto& open_row : table.rows) {
    PageBlock& row = rows.emplace_back();
    data.rows.emplace_back();
    for (OpenCell& open : open_row) {
      keep_until(open.first_block);
      for (; next < open.last_block; ++next) {
        PageBlock& block = blocks_[next];
        if (block.passage.field == Field::kCaption) {
          made.push_back(std::move(block));
          continue;
        }
        Join(block.passage, open.cell.pieces);
        row.region = block.region;
        row.text_bytes += block.text_bytes;
        row.link_bytes += block.link_bytes;
      }
      data.rows.back().push_back(std::move(open.cell));
    }
  }
  keep_until(blocks_.size());
  data.note = NoteOf(table.first_block, made);
  std::vector<Passage> passages = ReadTable(raw_, data, words_);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (passages[i].pieces.empty()) continue;
    rows[i].passage = std::move(passages[i]);
    made.push_back(std::move(rows[i]));
  }
  blocks_.resize(table.first_block);
  std::ranges::move(made, std::back_inserter(blocks_));
}

}  // namespace tally
