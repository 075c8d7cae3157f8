#include "rules/table_file.h"

namespace tally {
namespace {

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

// Every cell of a line, empty ones too; calls `take` with each.
template <class Take>
void Split(std::string_view text, char separator, Take take) {
  std::size_t start = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator, start)) {
    take(Trim(text.substr(start, end - start)));
    start = end + 1;
  }
  take(Trim(text.substr(start)));
}

}  // namespace

std::vector<TableRow> ReadTable(std::string_view content) {
  std::vector<TableRow> rows;
  std::size_t number = 0;
  Split(content, '\n', [&](std::string_view line) {
    ++number;
    if (line.empty() || line.front() == '#') return;
    TableRow row{number, {}};
    Split(line, '\t', [&](std::string_view cell) { row.cells.emplace_back(cell); });
    rows.push_back(std::move(row));
  });
  return rows;
}

std::vector<std::string> SplitList(std::string_view list, char separator) {
  std::vector<std::string> parts;
  Split(list, separator, [&](std::string_view part) {
    if (!part.empty()) parts.emplace_back(part);
  });
  return parts;
}

}  // namespace tally
