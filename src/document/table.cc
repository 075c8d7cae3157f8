// The model of WHATWG HTML 4.9.12 in one pass: rows are laid out from left to right, cells that span rows
// hold their columns for the rows below.
//   a head of a column    the cells above it in the rows of heads, the widest first
//   a head of a row       the first cell of a row; it stands before the others in the same passage. Where it
//                         spans rows it is repeated, as context
#include "document/table.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace tally {
namespace {

// Columns that have heads: the widest tables of articles have some 20. Cells beyond are read without.
constexpr std::size_t kMaxColumns = 128;
// A head is a noun and its unit, not a sentence. Bytes.
constexpr std::size_t kMaxHead = 120;
// A caption in which a note is looked for. Bytes.
constexpr std::size_t kMaxCaption = 400;
// Rows of heads; more are data.
constexpr std::size_t kMaxHeadRows = 3;

std::string TextOf(std::string_view raw, const TableCell& cell) {
  return FoldPassage(raw, {}, {Field::kBody, Role::kNone, cell.pieces}).str();
}

bool HasDigit(std::string_view text) { return std::ranges::any_of(text, IsAsciiDigit); }

// 2023, 2023年, FY2023, Q1 2024, 2024E: what heads a column of figures. A figure has more or fewer digits, or
// a point.
bool NamesYear(std::string_view text) {
  std::size_t start = text.find("19") < text.find("20") ? text.find("19") : text.find("20");
  if (start == std::string_view::npos || start + 4 > text.size()) return false;
  bool four = std::ranges::all_of(text.substr(start, 4), IsAsciiDigit);
  bool edge = (start == 0 || !IsAsciiDigit(text[start - 1])) &&
              (start + 4 == text.size() || !IsAsciiDigit(text[start + 4]));
  return four && edge && text.size() <= 16 && text.find_first_of("$%,") == std::string_view::npos;
}

std::vector<Piece> AsHead(const std::vector<Piece>& pieces, std::string_view raw) {
  std::vector<Piece> head;
  std::size_t left = kMaxHead;
  for (Piece piece : pieces) {
    if (piece.kind == Piece::Kind::kText && piece.raw.size() > left) {
      piece.raw.end = piece.raw.start + left;
      while (piece.raw.end > piece.raw.start &&
             (static_cast<unsigned char>(raw[piece.raw.end]) & 0xC0) == 0x80)
        --piece.raw.end;
    }
    if (left == 0 || piece.raw.empty()) break;
    // What stands for one character takes one byte of the room, however it is written.
    left -= std::min(left, piece.kind == Piece::Kind::kText ? piece.raw.size() : 1);
    piece.context = true;
    head.push_back(piece);
  }
  return head;
}

class TableReader {
 public:
  TableReader(std::string_view raw, const DataTable& table, const DocumentWords& words)
      : raw_(raw), table_(table), words_(words), note_(AsHead(table.note, raw)) {}

  std::vector<Passage> Read() {
    std::size_t heads = HeadRows();
    if (note_.empty() && heads > 0) note_ = NoteInCorner(heads);
    TablePart cells = note_.empty() ? TablePart::kCells : TablePart::kNotedCells;
    std::vector<Passage> passages;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      std::vector<Piece> pieces = ReadRow(table_.rows[i], i < heads);
      passages.push_back(
          {Field::kBody, Role::kNone, std::move(pieces), i < heads ? TablePart::kHeads : cells});
    }
    return passages;
  }

 private:
  struct Column {
    std::vector<Piece> head;
    bool head_ends_in_digit = false;
    // The cell above that reaches into this row.
    const TableCell* above = nullptr;
    std::size_t rows_left = 0;
  };

  std::size_t HeadRows() const {
    if (table_.head_rows > 0) return std::min(table_.head_rows, kMaxHeadRows);
    std::size_t heads = 0;
    while (heads < kMaxHeadRows && heads + 1 < table_.rows.size() && AllHeads(table_.rows[heads])) ++heads;
    bool declared =
        heads > 0 || table_.rows.size() < 2 || std::ranges::any_of(table_.rows[1], &TableCell::head);
    return declared ? heads : LooksLikeHeads();
  }

  static bool AllHeads(const std::vector<TableCell>& row) {
    // The corner may be an ordinary cell, without text.
    bool corner = row.size() > 1 && row[0].pieces.empty();
    return !row.empty() && std::all_of(row.begin() + (corner ? 1 : 0), row.end(),
                                       [](const TableCell& cell) { return cell.head; });
  }

  // A first row of words alone, or of years, over a row with figures; two where the first one's cells span
  // columns ("Revenue" over 2023, 2024).
  std::size_t LooksLikeHeads() const {
    const auto& rows = table_.rows;
    if (!MayBeHeads(rows[0], ColumnsOf(rows[1]))) return 0;
    bool spans = std::ranges::any_of(rows[0], [](const TableCell& cell) { return cell.columns > 1; });
    bool two = spans && rows.size() > 2 && MayBeHeads(rows[1], ColumnsOf(rows[2]));
    const auto& next = rows[two ? 2 : 1];
    bool figures =
        std::ranges::any_of(next, [&](const TableCell& cell) { return HasDigit(TextOf(raw_, cell)); });
    return !figures ? 0 : two ? 2 : 1;
  }

  static std::size_t ColumnsOf(const std::vector<TableCell>& row) {
    std::size_t columns = 0;
    for (const TableCell& cell : row) columns += std::clamp<std::size_t>(cell.columns, 1, kMaxColumns);
    return columns;
  }

  bool MayBeHeads(const std::vector<TableCell>& row, std::size_t columns) const {
    // <th> in some cells head the rows.
    if (row.size() < 2 || ColumnsOf(row) != columns || std::ranges::any_of(row, &TableCell::head))
      return false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string text = TextOf(raw_, row[i]);
      if (text.size() > kMaxHead || (i > 0 && !HasWords(text)) || (HasDigit(text) && !NamesYear(text)))
        return false;
    }
    return true;
  }

  // 指标（亿元）, "$m": the head over the names of the rows speaks of all the figures.
  std::vector<Piece> NoteInCorner(std::size_t heads) const {
    const std::vector<TableCell>& corner = table_.rows[0];
    if (corner.empty() || corner[0].pieces.empty()) return {};
    for (std::size_t i = heads; i < table_.rows.size(); ++i) {
      if (!table_.rows[i].empty() && IsFigure(table_.rows[i][0])) return {};
    }
    return AsHead(TableNoteIn(raw_, {Field::kBody, Role::kNone, corner[0].pieces}, words_), raw_);
  }

  // The next column that no cell from above holds.
  std::size_t Free(std::size_t column) const {
    while (column < columns_.size() && columns_[column].rows_left > 0) ++column;
    return column;
  }

  std::vector<Piece> ReadRow(const std::vector<TableCell>& row, bool heads) {
    pieces_.clear();
    if (!heads) pieces_ = note_;
    if (!heads) RepeatRowHead();
    std::size_t column = 0;
    std::vector<std::size_t> taken;
    for (const TableCell& cell : row) {
      column = Free(column);
      std::size_t first = column;
      column += std::clamp<std::size_t>(cell.columns, 1, kMaxColumns);
      for (std::size_t i = first; i < std::min(column, kMaxColumns); ++i) taken.push_back(i);
      Put(cell, heads ? kMaxColumns : first);
    }
    EndRow(row, taken);
    if (heads) TakeHeads(row);
    bool own = std::ranges::any_of(row, [](const TableCell& cell) { return !cell.pieces.empty(); });
    return own ? std::move(pieces_) : std::vector<Piece>();
  }

  // The first column's cell, where it stands in a row above.
  void RepeatRowHead() {
    if (columns_.empty() || columns_[0].rows_left == 0) return;
    std::vector<Piece> above = AsHead(columns_[0].above->pieces, raw_);
    if (!pieces_.empty() && !above.empty()) PutBar({above.front().raw.start, above.front().raw.start});
    pieces_.insert(pieces_.end(), above.begin(), above.end());
  }

  // What parts two cells; never context, so that a head and the cell before it are told apart.
  void PutBar(Span place) { pieces_.push_back({Piece::Kind::kChar, place, '|'}); }

  void Put(const TableCell& cell, std::size_t column) {
    if (cell.pieces.empty()) return;
    if (!pieces_.empty()) PutBar(cell.place);
    bool headed = column < columns_.size() && !columns_[column].head.empty() && !cell.head;
    if (headed && (column > 0 || IsFigure(cell))) {
      const Column& above = columns_[column];
      pieces_.insert(pieces_.end(), above.head.begin(), above.head.end());
      Span end{above.head.back().raw.end, above.head.back().raw.end};
      // The digits at a head's end and those of a cell are two figures; a colon would end the clause.
      if (above.head_ends_in_digit) {
        pieces_.push_back({Piece::Kind::kChar, end, ' ', true});
        pieces_.push_back({Piece::Kind::kChar, end, '=', true});
      }
      pieces_.push_back({Piece::Kind::kChar, end, ' ', true});
    }
    pieces_.insert(pieces_.end(), cell.pieces.begin(), cell.pieces.end());
  }

  // The first cell says what the row is about, if it is not one of its figures, which begin with their
  // digits: "Q1" and "Model 3" do not.
  bool IsFigure(const TableCell& cell) const {
    std::string text = TextOf(raw_, cell);
    std::size_t first = 0;
    while (first < text.size() && !IsAsciiAlpha(text[first]) && !IsAsciiDigit(text[first]) &&
           !IsHan(DecodeUtf8(text, first).value))
      first += DecodeUtf8(text, first).length;
    std::string_view said = std::string_view(text).substr(first);
    if (said.starts_with("US$") || said.starts_with("HK$")) said.remove_prefix(3);
    return !said.empty() && IsAsciiDigit(said[0]) && !NamesYear(text);
  }

  void EndRow(const std::vector<TableCell>& row, const std::vector<std::size_t>& taken) {
    for (Column& column : columns_) {
      if (column.rows_left > 0) --column.rows_left;
    }
    std::size_t at = 0;
    for (const TableCell& cell : row) {
      for (std::size_t i = 0; i < std::clamp<std::size_t>(cell.columns, 1, kMaxColumns) && at < taken.size();
           ++i, ++at) {
        if (columns_.size() <= taken[at]) columns_.resize(taken[at] + 1);
        Column& column = columns_[taken[at]];
        column.above = &cell;
        column.rows_left = cell.rows == 0 ? table_.rows.size() : cell.rows - 1;
      }
    }
    taken_ = taken;
  }

  void TakeHeads(const std::vector<TableCell>& row) {
    std::size_t at = 0;
    for (const TableCell& cell : row) {
      std::vector<Piece> head = AsHead(cell.pieces, raw_);
      std::string text = TextOf(raw_, cell);
      bool digit = !text.empty() && IsAsciiDigit(text.back());
      for (std::size_t i = 0; i < std::clamp<std::size_t>(cell.columns, 1, kMaxColumns) && at < taken_.size();
           ++i, ++at) {
        Column& column = columns_[taken_[at]];
        if (head.empty()) continue;
        if (!column.head.empty()) {
          Span end{column.head.back().raw.end, column.head.back().raw.end};
          column.head.push_back({Piece::Kind::kChar, end, ' ', true});
        }
        column.head.insert(column.head.end(), head.begin(), head.end());
        column.head_ends_in_digit = digit;
      }
    }
  }

  std::string_view raw_;
  const DataTable& table_;
  const DocumentWords& words_;
  std::vector<Piece> note_;  // as context
  std::vector<Column> columns_;
  std::vector<Piece> pieces_;
  std::vector<std::size_t> taken_;  // the columns of the last row's cells
};

}  // namespace

std::vector<Piece> TableNoteIn(std::string_view raw, const Passage& text, const DocumentWords& words) {
  FoldedText folded = FoldPassage(raw, {}, text);
  std::string_view said = std::string_view(folded.str()).substr(0, kMaxCaption);
  std::optional<TextSpan> note;
  for (std::size_t at = 0; at < said.size() && !note; at += DecodeUtf8(said, at).length) {
    // In a sentence it may be said of anything; in brackets it is said of the table.
    bool set_apart = folded.size() <= kMaxHead || at == 0 || said[at - 1] == '(';
    if (set_apart && words.table_notes.lexicon.LongestLoose(said, at)) note = {at, said.size()};
  }
  if (!note) return {};
  // A short caption may say what the figures are, too: "GDP (US$ billion)".
  if (folded.size() <= kMaxHead) return text.pieces;
  // To where another thing is said.
  note->end = std::min({said.find_first_of(").;", note->start), said.find("。", note->start), said.size()});
  if (note->empty()) return {};
  Span place = folded.ToOriginal(*note);
  std::vector<Piece> pieces;
  for (Piece piece : text.pieces) {
    Span inside{std::max(piece.raw.start, place.start), std::min(piece.raw.end, place.end)};
    if (inside.start >= inside.end) continue;
    if (piece.kind == Piece::Kind::kText) piece.raw = inside;
    pieces.push_back(piece);
  }
  return pieces;
}

std::vector<Passage> ReadTable(std::string_view raw, const DataTable& table, const DocumentWords& words) {
  return TableReader(raw, table, words).Read();
}

}  // namespace tally
