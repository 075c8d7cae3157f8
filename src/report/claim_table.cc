#include "report/claim_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "report/csv.h"
#include "report/markdown_text.h"
#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {

namespace {

constexpr std::size_t kColumns = 9;
using Row = std::array<std::string, kColumns>;
constexpr std::size_t kLineColumn = 1;
constexpr std::size_t kValueColumn = 3;

// Terminal columns of a cell; a path or quote beyond that is cut.
constexpr int kCellColumns = 48;

const Row& Header() {
  static const Row header = {"doc",     "line",   "quote",  "value",   "predicate",
                             "subject", "object", "period", "modality"};
  return header;
}

std::string NameOf(const std::optional<EntityRef>& entity) {
  if (!entity) return "";
  return VisibleText(entity->name.empty() ? entity->text : entity->name);
}

Row RowOf(const Claim& claim) {
  return {VisiblePath(claim.doc),
          std::to_string(claim.begin.line),
          VisibleText(claim.quote),
          ValueText(claim.value),
          VisibleText(claim.predicate),
          NameOf(claim.subject),
          NameOf(claim.object),
          claim.period ? PeriodText(*claim.period) : "",
          std::string(ModalityName(claim.modality))};
}

std::string AlignedLine(const Row& row, const std::array<int, kColumns>& widths) {
  std::string line;
  for (std::size_t i = 0; i < kColumns; ++i) {
    std::string cell = PadRight(row[i], widths[i]);
    if (i == kLineColumn) cell = fmt::format("{:>{}}", row[i], widths[i]);
    line += (i == 0 ? "" : "  ") + cell;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

// min, max, unit.
std::array<std::string, 3> Parts(const Value& value) {
  if (value.dimension == Dimension::kDate) {
    return {value.date.first ? FormatDay(*value.date.first) : "",
            value.date.last ? FormatDay(*value.date.last) : "", "date"};
  }
  return {value.stated.lo ? value.stated.lo->ToString() : "",
          value.stated.hi ? value.stated.hi->ToString() : "", value.unit ? VisibleText(*value.unit) : ""};
}

std::string ClaimCsvLine(const Row& row, const std::array<std::string, 3>& parts) {
  std::vector<std::string> cells(row.begin(), row.end());
  cells.insert(cells.begin() + kValueColumn + 1, parts.begin(), parts.end());
  return CsvLine(cells);
}

std::string MarkdownLine(const Row& row) {
  std::string line = "|";
  for (const std::string& cell : row) line += " " + MarkdownText(cell) + " |";
  return line + "\n";
}

}  // namespace

std::string ClaimTable(const std::vector<Claim>& claims) {
  std::vector<Row> rows = {Header()};
  for (const Claim& claim : claims) {
    Row row = RowOf(claim);
    row[0] = KeepLast(row[0], kCellColumns);
    for (std::size_t i = 1; i < kColumns; ++i) row[i] = KeepFirst(row[i], kCellColumns);
    rows.push_back(std::move(row));
  }
  std::array<int, kColumns> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  }
  std::string out;
  for (const Row& row : rows) out += AlignedLine(row, widths);
  return out;
}

std::string ClaimCsv(const std::vector<Claim>& claims) {
  std::string out = ClaimCsvLine(Header(), {"min", "max", "unit"});
  for (const Claim& claim : claims) out += ClaimCsvLine(RowOf(claim), Parts(claim.value));
  return out;
}

std::string ClaimMarkdown(const std::vector<Claim>& claims) {
  std::string out = MarkdownLine(Header()) + "|---|--:|---|---|---|---|---|---|---|\n";
  for (const Claim& claim : claims) out += MarkdownLine(RowOf(claim));
  return out;
}

}  // namespace tally
