#include "document/row_cells.h"

#include <algorithm>

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
// "1", "12.", "#3": before the names of a list.
constexpr std::size_t kLongestRank = 4;

TextSpan Trimmed(std::string_view text, TextSpan part) {
  while (part.start < part.end && text[part.start] == ' ') ++part.start;
  while (part.end > part.start && text[part.end - 1] == ' ') --part.end;
  return part;
}

}  // namespace

RowCells::RowCells(const Block& block) {
  if (block.table == TablePart::kNone) return;
  std::string_view text = block.text.str();
  auto context = block.context.begin();
  for (std::size_t at = 0; at <= text.size();) {
    RowCell cell{{at, at}, {at, at}, {at, at}};
    while (context != block.context.end() && context->end <= at) ++context;
    if (context != block.context.end() && context->start == at) {
      cell.head = Trimmed(text, *context);
      at = context->end;
    }
    // A bar in a head is the head's.
    std::size_t end = std::min(text.find('|', at), text.size());
    cell.text = Trimmed(text, {at, end});
    cell.whole.end = end;
    cells_.push_back(cell);
    at = end + 1;
  }
  std::size_t first = 0;
  if (block.table == TablePart::kNotedCells) {
    note_ = cells_[0].head;
    first = 1;
  }
  if (block.table == TablePart::kHeads || first >= cells_.size()) return;
  const RowCell& opening = cells_[first];
  std::string_view said = text.substr(opening.text.start, opening.text.size());
  bool rank = !said.empty() && said.size() <= kLongestRank && said.find_first_not_of("0123456789.#") == kNone;
  if (rank && !opening.head.empty() && first + 1 < cells_.size()) {
    name_ = cells_[first + 1].text;
  } else if (opening.head.empty()) {
    name_ = opening.text;
  } else if (opening.text.empty()) {
    name_ = opening.head;  // repeated from a row above
  }
}

const RowCell* RowCells::At(std::size_t at) const {
  auto next = std::ranges::upper_bound(cells_, at, {}, [](const RowCell& cell) { return cell.whole.start; });
  if (next == cells_.begin()) return nullptr;
  const RowCell& cell = *(next - 1);
  return at <= cell.whole.end ? &cell : nullptr;
}

}  // namespace tally
