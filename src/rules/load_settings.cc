#include "rules/load_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "base/suggest.h"
#include "rules/table_file.h"

namespace tally {
namespace {

void AddError(std::vector<RuleError>& errors, const RuleFile& file, std::size_t line, std::string message) {
  errors.push_back({file.name, line, std::move(message)});
}

}  // namespace

void LoadThresholds(const RuleFile& file, Thresholds& thresholds, std::vector<RuleError>& errors) {
  std::set<std::string> seen;
  for (const TableRow& row : ReadTable(file.content)) {
    auto known = std::ranges::find(kThresholdNames, row.cells[0], &ThresholdName::name);
    if (known == kThresholdNames.end()) {
      std::vector<std::string> names;
      for (const ThresholdName& threshold : kThresholdNames) names.emplace_back(threshold.name);
      AddError(errors, file, row.line,
               fmt::format("'{}' is no threshold{}", row.cells[0], DidYouMean(row.cells[0], names)));
      continue;
    }
    if (!seen.insert(row.cells[0]).second)
      AddError(errors, file, row.line, fmt::format("the threshold '{}' stands twice", row.cells[0]));
    const std::string& text = row.cells.size() > 1 ? row.cells[1] : row.cells[0];
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool whole = error == std::errc() && end == text.data() + text.size();
    if (!whole || number < 0 || number > kMaxThreshold) {
      AddError(
          errors, file, row.line,
          fmt::format("'{}' is no whole number from 0 to {}; a threshold is its name, a tab, the number, a "
                      "tab and what it decides",
                      text, kMaxThreshold));
      continue;
    }
    thresholds.*(known->number) = number;
  }
  for (const ThresholdName& threshold : kThresholdNames) {
    if (!seen.contains(std::string(threshold.name)))
      AddError(errors, file, 0, fmt::format("the threshold '{}' is missing", threshold.name));
  }
}

void LoadSourceRanks(const RuleFile& file, SourceRanks& ranks, std::vector<RuleError>& errors) {
  for (const TableRow& row : ReadTable(file.content)) {
    auto rank =
        row.cells.size() < 2 ? kSourceRankNames.end() : std::ranges::find(kSourceRankNames, row.cells[1]);
    if (rank == kSourceRankNames.end()) {
      AddError(errors, file, row.line,
               fmt::format(
                   "a source is its name, a tab and one of {}; other names may follow behind a tab, with | "
                   "between",
                   fmt::join(kSourceRankNames, ", ")));
      continue;
    }
    auto known = static_cast<SourceRank>(rank - kSourceRankNames.begin());
    ranks.Add(row.cells[0], known);
    if (row.cells.size() < 3) continue;
    for (const std::string& name : SplitList(row.cells[2], '|')) ranks.Add(name, known);
  }
}

}  // namespace tally
