// A table of texts, in the formats that other programs take.
#pragma once

#include <string>
#include <vector>

namespace tally {

// All rows have as many cells as `header`. Cells are texts of any kind; each format makes them safe.
struct DataTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
};

// CSV (report/csv.h) with a header line.
std::string CsvText(const DataTable& table);
// A table of GitHub-flavoured Markdown.
std::string MarkdownTable(const DataTable& table);

}  // namespace tally
