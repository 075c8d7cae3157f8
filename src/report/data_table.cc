#include "report/data_table.h"

#include "report/csv.h"
#include "report/markdown_text.h"

namespace tally {
namespace {

std::string MarkdownLine(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + MarkdownText(cell) + " |";
  return line + "\n";
}

}  // namespace

std::string CsvText(const DataTable& table) {
  std::string text = CsvLine(table.header);
  for (const auto& row : table.rows) text += CsvLine(row);
  return text;
}

std::string MarkdownTable(const DataTable& table) {
  std::string text = MarkdownLine(table.header) + "|";
  for (std::size_t i = 0; i < table.header.size(); ++i) text += "---|";
  text += "\n";
  for (const auto& row : table.rows) text += MarkdownLine(row);
  return text;
}

}  // namespace tally
