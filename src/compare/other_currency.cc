#include "compare/other_currency.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "compare/comparable_sets.h"
#include "compare/scope.h"

namespace tally {
namespace {

// What a thing costs is a fact of each market: $999 here and €999 there are both right.
bool DiffersByCountry(const PredicateRule& rule) {
  bool has_object = std::ranges::find(rule.key, "object") != rule.key.end();
  return rule.time == TimeKind::kTimeless || (rule.time == TimeKind::kState && has_object);
}

// A borrower sells bonds in each currency, often for one number.
constexpr std::string_view kBonds = "bonds";

// The number that is printed: "up to 500 billion" prints one, too. nullopt for a range, and for a vague one.
std::optional<Decimal> NumberOf(const Measure& measure) {
  const Interval& stated = measure.stated;
  bool bound = measure.shape == Shape::kAtLeast || measure.shape == Shape::kAtMost;
  if (bound && stated.lo.has_value() != stated.hi.has_value()) return stated.lo ? stated.lo : stated.hi;
  return measure.shape == Shape::kFigure && stated.IsPoint() ? stated.lo : std::nullopt;
}

bool IsAmount(const ComparedClaim* item) {
  std::optional<Decimal> number = NumberOf(item->measure);
  return item->claim->stage != kBonds && item->measure.unit && number && !number->is_zero();
}

// Equal numbers that no text gives in two currencies.
Items Confused(const Items& equal) {
  std::map<std::string, std::set<std::string>> by_document;
  for (const ComparedClaim* item : equal) {
    bool title = item->claim->field != Field::kBody;
    by_document[DocumentOf(*item->claim) + (title ? "\ntitle" : "")].insert(*item->measure.unit);
  }
  std::set<std::string> units;
  for (const auto& [document, named] : by_document) {
    if (named.size() > 1) return {};
    units.insert(named.begin(), named.end());
  }
  return units.size() > 1 ? equal : Items();
}

}  // namespace

std::vector<Draft> CurrencyClashes(const ComparableSet& set, const Thresholds& limits) {
  std::vector<Draft> drafts;
  if (DiffersByCountry(*set.rule)) return drafts;
  Items amounts;
  std::ranges::copy_if(set.items, std::back_inserter(amounts), [&](const ComparedClaim* item) {
    return IsAmount(item) && item->claim->confidence >= limits.least_to_contradict;
  });
  if (amounts.empty()) return drafts;
  for (const Lane& lane : ConflictLanes(amounts, *set.rule)) {
    std::map<std::string, Items> by_number;
    for (const ComparedClaim* item : lane.items)
      by_number[NumberOf(item->measure)->ToString()].push_back(item);
    for (const auto& [number, equal] : by_number) {
      Items confused = Confused(equal);
      if (confused.empty()) continue;
      drafts.push_back({.verdict = Verdict::kConflict,
                        .rule = set.rule,
                        .items = std::move(confused),
                        .kind = FindingKind::kCurrencyConflict,
                        .inexact_scope = lane.inexact});
    }
  }
  return drafts;
}

}  // namespace tally
