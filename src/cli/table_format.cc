#include "cli/table_format.h"

#include "cli/text_table.h"

namespace tally {

std::string FormatTable(const DataTable& table, const DataTable& data, ClaimFormat format) {
  if (format == ClaimFormat::kCsv) return CsvText(data);
  if (format == ClaimFormat::kMarkdown) return MarkdownTable(table);
  return table.rows.empty() ? "" : TextTable(table.header, table.rows);
}

}  // namespace tally
