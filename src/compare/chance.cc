#include "compare/chance.h"

#include <algorithm>
#include <string>

#include "compare/claim_key.h"
#include "compare/slip.h"

namespace tally {
namespace {

// Digits of which two exchanged neighbours, or the power alone, are seldom another figure.
constexpr std::size_t kRareExchange = 3;
constexpr std::size_t kRarePower = 2;

// A digit more, and a tenth of the other figures are a digit away.
constexpr std::size_t kManyDigits = 4;
constexpr std::size_t kFewDigits = 2;

std::string SortedDigits(const Value& value) {
  std::string digits = value.stated.ToString();
  std::erase_if(digits, [](char c) { return c < '1' || c > '9'; });
  std::ranges::sort(digits);
  return digits;
}

// A currency, another power of ten, two neighbours exchanged: what two figures seldom are by chance. Shares
// stand between 0 and 100, where 2.5 and 25 are two of many.
bool IsRareSlip(const Value& a, const Value& b) {
  if (a.stated == b.stated) return true;
  std::size_t digits = SlipDigits(a, b);
  if (a.dimension != Dimension::kPercent && IsSlipOfPower(a, b, kRarePower)) return true;
  return digits >= kRareExchange && SortedDigits(a) == SortedDigits(b);
}

// Count, share, growth: the rule says what kind of figure it is, and only the object says of what.
bool SaysLittle(const PredicateRule& rule) { return !rule.compared || rule.id == "count"; }

bool AreOne(const std::optional<EntityRef>& a, const std::optional<EntityRef>& b, const Claim& x,
            const Claim& y, const Namesakes* names) {
  auto name = [&](const EntityRef& party, const Claim& claim) {
    return names ? names->NameOf(party, claim) : PartyId(party, claim);
  };
  return a && b && name(*a, x) == name(*b, y);
}

// A later text may count anew.
bool AreOfOneReport(const Claim& a, const Claim& b, const Thresholds& limits) {
  return !a.as_of || !b.as_of || std::chrono::abs(*a.as_of - *b.as_of).count() <= limits.same_report_days;
}

}  // namespace

bool MayBeChance(const ComparedClaim& a, const ComparedClaim& b, const Namesakes* names,
                 const Thresholds& limits) {
  const Claim& x = *a.claim;
  const Claim& y = *b.claim;
  if (x.value.dimension == Dimension::kDate || IsRareSlip(x.value, y.value)) return false;
  bool one_rule = a.rule->id == b.rule->id;
  bool one_subject = AreOne(x.subject, y.subject, x, y, names);
  std::size_t digits = std::max(SlipDigits(x.value, x.value), SlipDigits(y.value, y.value));
  if (digits >= kManyDigits) return !one_rule && !one_subject;
  if (!one_rule) return true;
  if (digits == kManyDigits - 1) return SaysLittle(*a.rule) && !one_subject;
  if (!AreOfOneReport(x, y, limits)) return true;
  if (!SaysLittle(*a.rule) || AreOne(x.object, y.object, x, y, names)) return false;
  bool one_time = x.period && x.period == y.period && x.stage == y.stage;
  return digits < kFewDigits || !one_subject || !one_time;
}

}  // namespace tally
