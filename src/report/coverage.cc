#include "report/coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "claims/understood.h"
#include "report/csv.h"
#include "report/json_text.h"
#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {
namespace {

using Json = nlohmann::ordered_json;

// Terminal columns: of a path and a quote, and of the context on its line.
constexpr int kPathColumns = 48;
constexpr int kQuoteColumns = 40;
constexpr int kContextColumns = 96;
constexpr const char* kPassedOver = "passed over";

std::string ReasonOf(const Claim& claim) {
  if (!claim.value.unresolved.empty()) return "unresolved: " + claim.value.unresolved;
  return claim.value.dimension == Dimension::kNumber ? "no unit" : "no rule wants it";
}

// Digits in a word with letters are a name; others were taken for a time of day, a number of a picture, ….
std::string ReasonOf(const Identifier& word) {
  return std::ranges::any_of(word.quote, IsAsciiAlpha) ? "identifier" : kPassedOver;
}

using CoverageRow = std::array<std::string, 5>;

CoverageRow CoverageRowOf(const DocumentCoverage& document, const std::string& name) {
  auto number = [](std::size_t count) { return GroupThousands(std::to_string(count)); };
  return {name, number(document.numbers), number(document.understood),
          std::to_string(document.percent()) + " %", number(document.claimed)};
}

std::string Aligned(const std::vector<CoverageRow>& rows) {
  std::array<int, 5> widths{};
  for (const CoverageRow& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  }
  std::string out;
  for (const CoverageRow& row : rows) {
    out += PadRight(row[0], widths[0]);
    for (std::size_t i = 1; i < row.size(); ++i) out += fmt::format("  {:>{}}", row[i], widths[i]);
    out += '\n';
  }
  return out;
}

}  // namespace

std::size_t DocumentCoverage::percent() const { return numbers == 0 ? 100 : understood * 100 / numbers; }

DocumentCoverage CoverageOf(const Extraction& extraction, CoverageList list) {
  DocumentCoverage coverage;
  coverage.doc = extraction.info.path;
  coverage.identifiers = extraction.identifiers.size();
  coverage.furniture = extraction.furniture;
  for (const Claim& claim : extraction.claims) {
    if (!IsOfTheArticle(claim)) {
      ++coverage.identifiers;
      if (list == CoverageList::kAll)
        coverage.items.push_back({claim.span, claim.begin, claim.quote, claim.context, kPassedOver});
      continue;
    }
    ++coverage.numbers;
    bool understood = IsUnderstood(claim);
    if (understood) ++coverage.understood;
    if (claim.claimed()) ++coverage.claimed;
    bool listed = !understood || (list != CoverageList::kUnread && !claim.claimed());
    if (list == CoverageList::kNone || !listed) continue;
    coverage.items.push_back({claim.span, claim.begin, claim.quote, claim.context, ReasonOf(claim)});
  }
  if (list == CoverageList::kAll) {
    for (const Identifier& word : extraction.identifiers)
      coverage.items.push_back({word.span, word.begin, word.quote, word.context, ReasonOf(word)});
  }
  std::ranges::stable_sort(coverage.items, {}, &CoverageItem::span);
  return coverage;
}

DocumentCoverage TotalOf(const std::vector<DocumentCoverage>& documents) {
  DocumentCoverage total;
  for (const DocumentCoverage& document : documents) {
    total.numbers += document.numbers;
    total.understood += document.understood;
    total.claimed += document.claimed;
    total.identifiers += document.identifiers;
    total.furniture += document.furniture;
  }
  return total;
}

std::string CoverageTable(const std::vector<DocumentCoverage>& documents) {
  std::vector<CoverageRow> rows = {{"doc", "numbers", "understood", "", "claimed"}};
  for (const DocumentCoverage& document : documents)
    rows.push_back(CoverageRowOf(document, KeepLast(VisiblePath(document.doc), kPathColumns)));
  if (documents.size() > 1) rows.push_back(CoverageRowOf(TotalOf(documents), "all"));
  std::string out = Aligned(rows);
  std::size_t furniture = TotalOf(documents).furniture;
  if (furniture > 0)
    out += fmt::format("{} around the articles passed over\n",
                       furniture == 1 ? "1 part" : fmt::format("{} parts", furniture));
  for (const DocumentCoverage& document : documents) {
    if (!document.items.empty()) out += '\n';
    for (const CoverageItem& item : document.items) {
      out += fmt::format("{}:{}:{}: {}: {}\n    {}\n", VisiblePath(document.doc), item.begin.line,
                         item.begin.column, KeepFirst(VisibleText(item.quote), kQuoteColumns), item.reason,
                         KeepFirst(VisibleText(item.context), kContextColumns));
    }
  }
  return out;
}

std::string CoverageJsonLine(const DocumentCoverage& document) {
  Json items = Json::array();
  for (const CoverageItem& item : document.items) {
    items.push_back({{"span", {{"start", item.span.start}, {"end", item.span.end}}},
                     {"line", item.begin.line},
                     {"column", item.begin.column},
                     {"quote", item.quote},
                     {"context", item.context},
                     {"reason", item.reason}});
  }
  Json json = {{"doc", document.doc},
               {"numbers", document.numbers},
               {"understood", document.understood},
               {"percent", document.percent()},
               {"claimed", document.claimed},
               {"identifiers", document.identifiers},
               {"furniture", document.furniture},
               {"items", std::move(items)}};
  return DumpJson(json, -1) + "\n";
}

std::string CoverageCsv(const std::vector<DocumentCoverage>& documents, bool summary) {
  std::string out =
      summary ? CsvLine({"doc", "numbers", "understood", "percent", "claimed", "identifiers", "furniture"})
              : CsvLine({"doc", "line", "column", "quote", "reason", "context"});
  for (const DocumentCoverage& document : documents) {
    if (summary) {
      out += CsvLine({VisiblePath(document.doc), std::to_string(document.numbers),
                      std::to_string(document.understood), std::to_string(document.percent()),
                      std::to_string(document.claimed), std::to_string(document.identifiers),
                      std::to_string(document.furniture)});
    }
    for (const CoverageItem& item : document.items) {
      if (summary) break;
      out += CsvLine({VisiblePath(document.doc), std::to_string(item.begin.line),
                      std::to_string(item.begin.column), VisibleText(item.quote), item.reason,
                      VisibleText(item.context)});
    }
  }
  return out;
}

}  // namespace tally
