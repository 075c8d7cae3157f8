#include "report/csv.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/decimal.h"

namespace tally {
namespace {

bool LooksLikeFormula(std::string_view cell) {
  constexpr std::array<std::string_view, 8> kStarts = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  if (Decimal::Parse(cell)) return false;
  return std::ranges::any_of(kStarts, [&](std::string_view start) { return cell.starts_with(start); });
}

std::string CsvCell(std::string_view cell) {
  std::string text = LooksLikeFormula(cell) ? "'" : "";
  text += cell;
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

}  // namespace

std::string CsvLine(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + CsvCell(cells[i]);
  return line + "\r\n";
}

}  // namespace tally
