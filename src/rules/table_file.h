// The two line formats of rules/: tables (*.tsv) and word lists (*.txt). UTF-8, LF or CRLF; empty lines and
// lines that begin with '#' are comments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tally {

struct TableRow {
  std::size_t line;  // from 1
  std::vector<std::string> cells;
};

std::vector<TableRow> ReadTable(std::string_view content);
// Splits at a separator; blanks around the parts are dropped, and so are empty parts.
std::vector<std::string> SplitList(std::string_view list, char separator);

}  // namespace tally
