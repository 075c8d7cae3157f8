#include "compare/repeats.h"

#include "compare/claim_key.h"
#include "compare/value_range.h"

namespace tally {
namespace {

// The bare number as a figure of the dimension and unit that the other has.
Value InUnitOf(const Value& bare, const Value& other) {
  Value value = bare;
  value.dimension = other.dimension;
  value.unit = other.unit;
  value.bare_magnitude = other.bare_magnitude;
  return value;
}

bool TakesUnits(const Value& asked, const Value& stated) {
  return IsBareNumber(asked) && stated.dimension != Dimension::kDate;
}

}  // namespace

std::string_view RepeatName(Repeat repeat) {
  return repeat == Repeat::kSame ? "same" : repeat == Repeat::kConsistent ? "consistent" : "";
}

Repeat RepeatOf(const Value& asked, const Value& stated, const Thresholds& limits) {
  std::optional<Measure> a = MeasureOf(TakesUnits(asked, stated) ? InUnitOf(asked, stated) : asked);
  std::optional<Measure> b = MeasureOf(stated);
  if (!a || !b || !Agrees(*a, *b, limits.near_bound_percent)) return Repeat::kNot;
  bool same = a->stated == b->stated && a->unit == b->unit && asked.approx == stated.approx;
  return same ? Repeat::kSame : Repeat::kConsistent;
}

bool SameKey(const Claim& a, const Claim& b, const RuleSet& rules) {
  const PredicateRule* rule_a = rules.FindPredicate(a.rule_id());
  const PredicateRule* rule_b = rules.FindPredicate(b.rule_id());
  if (rule_a == nullptr || rule_b == nullptr) return false;
  ClaimKey key_a = KeyOf(a, *rule_a);
  ClaimKey key_b = KeyOf(b, *rule_b);
  return key_a.complete && key_b.complete && BucketText(key_a) == BucketText(key_b);
}

}  // namespace tally
