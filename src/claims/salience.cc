#include "claims/salience.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>

namespace tally {
namespace {

constexpr std::string_view kTraitNames[] = {"main",   "topic before", "subject before", "usual",
                                            "person", "organization", "place"};
static_assert(std::size(kTraitNames) == static_cast<std::size_t>(Trait::kCount));

}  // namespace

SubjectPoints::SubjectPoints(const RuleSet& rules) {
  std::vector<RuleError> errors;
  const WordList& list = rules.Words("subject_points");
  for (std::size_t i = 0; i < list.spellings.size(); ++i) {
    auto trait = std::ranges::find(kTraitNames, list.spellings[i]);
    const std::string& value = list.values[i];
    int points = 0;
    auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), points);
    if (trait == std::end(kTraitNames) || error != std::errc() || end != value.data() + value.size()) {
      errors.push_back({"words/subject_points.txt", 0,
                        fmt::format("'{}' with '{}': wanted one of {}, and a whole number", list.spellings[i],
                                    value, fmt::join(kTraitNames, ", "))});
      continue;
    }
    points_[static_cast<std::size_t>(trait - std::begin(kTraitNames))] = points;
  }
  if (!errors.empty()) throw RuleErrors(std::move(errors));
}

int SubjectPoints::Of(Traits traits) const {
  int sum = 0;
  for (std::uint32_t bits = traits.bits(); bits != 0; bits &= bits - 1)
    sum += points_[static_cast<std::size_t>(std::countr_zero(bits))];
  return sum;
}

std::string SubjectPoints::ToString(Traits traits) const {
  std::string text;
  for (std::uint32_t bits = traits.bits(); bits != 0; bits &= bits - 1) {
    auto at = static_cast<std::size_t>(std::countr_zero(bits));
    if (points_[at] != 0)
      text += fmt::format("{}{} {:+}", text.empty() ? "" : ", ", kTraitNames[at], points_[at]);
  }
  return text;
}

}  // namespace tally
