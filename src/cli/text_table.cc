#include "cli/text_table.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/visible_text.h"

namespace tally {
namespace {

constexpr int kCellColumns = 48;

}  // namespace

std::string TextTable(const std::vector<std::string>& header,
                      const std::vector<std::vector<std::string>>& rows) {
  std::vector<int> widths(header.size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < header.size(); ++i)
      widths[i] = std::max(widths[i], std::min(kCellColumns, DisplayWidth(row[i])));
  }
  std::string text;
  auto add_line = [&](const std::vector<std::string>& row) {
    std::string line;
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (widths[i] == 0) continue;
      int width = std::max(widths[i], DisplayWidth(header[i]));
      line += PadRight(KeepFirst(row[i], kCellColumns), width) + "  ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  };
  add_line(header);
  for (const auto& row : rows) add_line(row);
  return text;
}

}  // namespace tally
