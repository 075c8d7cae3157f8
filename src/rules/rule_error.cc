// How errors of rule files find their place and are written.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "rules/json_places.h"
#include "rules/rule_set.h"

namespace tally {
namespace {

// More than anyone mends before looking again.
constexpr std::size_t kErrorsShown = 50;

}  // namespace

std::string RuleError::ToString() const {
  if (line == 0) return fmt::format("{}: {}", file, message);
  if (column == 0) return fmt::format("{}:{}: {}", file, line, message);
  return fmt::format("{}:{}:{}: {}", file, line, column, message);
}

RuleErrors::RuleErrors(std::vector<RuleError> errors)
    : UserError(ErrorList(errors)), errors_(std::move(errors)) {}

std::string ErrorList(const std::vector<RuleError>& errors) {
  std::string all = fmt::format("{} in the rules:",
                                errors.size() == 1 ? "an error" : fmt::format("{} errors", errors.size()));
  for (std::size_t i = 0; i < std::min(errors.size(), kErrorsShown); ++i)
    all += "\n  " + errors[i].ToString();
  if (errors.size() > kErrorsShown) all += fmt::format("\n  … and {} more", errors.size() - kErrorsShown);
  return all;
}

void PlaceErrors(const std::vector<RuleFile>& files, std::vector<RuleError>& errors) {
  std::map<std::string, JsonPlaces> places;
  for (RuleError& error : errors) {
    if (!error.pointer) continue;
    auto known = places.find(error.file);
    if (known == places.end()) {
      auto file = std::ranges::find(files, error.file, &RuleFile::name);
      if (file == files.end()) continue;
      known = places.emplace(error.file, FindJsonPlaces(file->content)).first;
    }
    RulePlace place =
        error.at_key ? known->second.KeyAt(*error.pointer) : known->second.ValueAt(*error.pointer);
    error.line = place.line;
    error.column = place.column;
    error.pointer.reset();
  }
  std::ranges::stable_sort(errors, [](const RuleError& a, const RuleError& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
}

}  // namespace tally
