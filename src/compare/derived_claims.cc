#include "compare/derived_claims.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "compare/comparable_sets.h"
#include "compare/derived_value.h"

namespace tally {
namespace {

// A date as printed may be a day off by the time zone of the page, or the day after the talk.
constexpr int kPrintedDays = 3;
// Amounts of years further apart were converted at the rates of other times.
constexpr int kRateDays = 400;

// A text that names so many sums does not list the parts of one.
constexpr std::size_t kMostParts = 40;

std::string GroupOf(const CheckRule& check, const Claim& claim) {
  std::string group;
  for (const std::string& part : check.claims.same) {
    std::string value = PartOf(claim, part);
    if (value.empty()) return "";
    group += value + '\n';
  }
  return group;
}

bool SaysTotal(const CheckRule& check, const Claim& claim) {
  return claim.stage == "cumulative" || HoldsAnyWord(check.with, claim.context);
}

// One sum among several: numbered, or of a day of its own.
bool IsPart(const CheckRule& check, const Claim& claim) {
  bool numbered = claim.stage == "first" || claim.stage == "additional";
  return numbered || (claim.period.has_value() && !SaysTotal(check, claim));
}

// The same sum told twice: in words that differ, or with the year once and with the month once.
bool SamePart(const Claim& a, const Claim& b) {
  bool times = !a.period || !b.period || a.period->Overlaps(*b.period);
  return times && a.value.lenient.Overlaps(b.value.lenient);
}

bool IsLess(const Claim& a, const Claim& b) {
  return a.value.lenient.hi && b.value.lenient.lo && *a.value.lenient.hi < *b.value.lenient.lo;
}

std::optional<Binding> TranchesOf(const CheckRule& check, const std::vector<const Claim*>& group) {
  std::size_t total_role = RoleNamed(check, "total");
  std::size_t parts_role = RoleNamed(check, "parts");
  if (total_role == kNoRole || parts_role == kNoRole) return std::nullopt;
  const Claim* total = nullptr;
  for (const Claim* claim : group) {
    if (!FitsRole(check.roles[total_role], *claim) || IsPart(check, *claim) || !SaysTotal(check, *claim))
      continue;
    if (!total || IsLess(*total, *claim)) total = claim;
  }
  if (!total) return std::nullopt;
  std::vector<const Claim*> parts;
  for (const Claim* claim : group) {
    if (!FitsRole(check.roles[parts_role], *claim) || !IsPart(check, *claim)) continue;
    if (claim->value.lenient.Overlaps(total->value.lenient)) continue;
    bool known = std::ranges::any_of(parts, [&](const Claim* part) { return SamePart(*part, *claim); });
    if (!known) parts.push_back(claim);
    if (parts.size() == kMostParts) break;
  }
  if (parts.size() < 2 || parts.size() == kMostParts) return std::nullopt;
  Binding binding;
  binding.roles.resize(check.roles.size());
  binding.roles[total_role] = {total};
  binding.roles[parts_role] = std::move(parts);
  return binding;
}

struct Conversion {
  const Claim* from;
  const Claim* to;
  Interval rate;
};

bool AreOfOneTime(const Conversion& a, const Conversion& b) {
  const auto& x = a.from->period;
  const auto& y = b.from->period;
  if (!x || !y || !x->first || !y->first) return true;
  auto days = (*x->first - *y->first).count();
  return days < kRateDays && days > -kRateDays;
}

// The claim at the place of which an amount is the conversion.
const Claim* Converted(const std::vector<const Claim*>& claims, const Claim& claim) {
  if (!claim.value.converts) return nullptr;
  const Span& span = *claim.value.converts;
  auto at = std::ranges::lower_bound(claims, span.start, {}, [](const Claim* c) { return c->span.end; });
  for (; at != claims.end() && (*at)->span.start < span.end; ++at) {
    const Claim* other = *at;
    bool there = span.start < other->span.end;
    if (there && other->value.dimension == Dimension::kMoney && other->value.unit) return other;
  }
  return nullptr;
}

}  // namespace

std::vector<std::vector<const Claim*>> ByDocument(const std::vector<Claim>& claims) {
  std::map<std::pair<std::string, std::string>, std::vector<const Claim*>> by_document;
  for (const Claim& claim : claims) by_document[{DocumentOf(claim), claim.doc}].push_back(&claim);
  std::vector<std::vector<const Claim*>> documents;
  std::set<std::string> seen;
  for (auto& [name, list] : by_document) {
    if (!seen.insert(name.first).second) continue;
    std::ranges::stable_sort(list, {}, [](const Claim* claim) { return claim->span; });
    documents.push_back(std::move(list));
  }
  return documents;
}

std::vector<Binding> TrancheBindings(const CheckRule& check, const std::vector<Claim>& claims) {
  std::vector<Binding> bindings;
  for (const auto& document : ByDocument(claims)) {
    std::map<std::string, std::vector<const Claim*>> groups;
    for (const Claim* claim : document) {
      std::string group = GroupOf(check, *claim);
      if (!group.empty() && claim->modality == Modality::kAsserted) groups[group].push_back(claim);
    }
    for (const auto& [name, group] : groups) {
      if (auto binding = TranchesOf(check, group)) bindings.push_back(std::move(*binding));
    }
  }
  return bindings;
}

std::vector<Binding> ConversionBindings(const CheckRule& check, const std::vector<Claim>& claims) {
  std::size_t roles[] = {RoleNamed(check, "low"), RoleNamed(check, "low_as"), RoleNamed(check, "high"),
                         RoleNamed(check, "high_as")};
  std::vector<Binding> bindings;
  if (std::ranges::find(roles, kNoRole) != std::end(roles)) return bindings;
  for (const auto& document : ByDocument(claims)) {
    // By currencies: what is converted, and into what.
    std::map<std::pair<std::string, std::string>, std::vector<Conversion>> by_pair;
    for (const Claim* claim : document) {
      const Claim* from = Converted(document, *claim);
      if (!from || !claim->value.unit || *from->value.unit == *claim->value.unit) continue;
      std::optional<Amount> rate = Over(*AmountOf(*claim), *AmountOf(*from));
      if (rate && rate->lenient.lo && rate->lenient.hi)
        by_pair[{*from->value.unit, *claim->value.unit}].push_back({from, claim, rate->lenient});
    }
    for (const auto& [pair, conversions] : by_pair) {
      const Conversion& low =
          *std::ranges::min_element(conversions, {}, [](const Conversion& c) { return *c.rate.hi; });
      const Conversion& high =
          *std::ranges::max_element(conversions, {}, [](const Conversion& c) { return *c.rate.lo; });
      if (&low == &high || !AreOfOneTime(low, high)) continue;
      Binding binding;
      binding.roles.resize(check.roles.size());
      binding.roles[roles[0]] = {low.from};
      binding.roles[roles[1]] = {low.to};
      binding.roles[roles[2]] = {high.from};
      binding.roles[roles[3]] = {high.to};
      bindings.push_back(std::move(binding));
    }
  }
  return bindings;
}

void AddPrintedDates(const CheckRule& check, const std::vector<const Claim*>& claims, Binding& binding) {
  std::size_t published = RoleNamed(check, "published");
  std::size_t launched = RoleNamed(check, "launched");
  for (const Claim* claim : claims) {
    std::optional<DateRange> days = DaysOf(*claim);
    if (!days) continue;
    if (published != kNoRole && binding.roles[published].empty() && claim->rule_id() == "publish_date" &&
        claim->as_of && *days->first <= *claim->as_of &&
        *claim->as_of <= *days->last + std::chrono::days(kPrintedDays)) {
      binding.roles[published] = {claim};
    }
    bool is_launch = launched != kNoRole && binding.launched && binding.roles[launched].empty() &&
                     days->Contains(*binding.launched) && days->days() && *days->days() <= 31;
    if (is_launch) binding.roles[launched] = {claim};
  }
}

}  // namespace tally
