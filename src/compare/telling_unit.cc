#include "compare/telling_unit.h"

#include "compare/claim_key.h"

namespace tally {

std::string TellingUnit(const Claim& claim, const RuleSet& rules) {
  const Value& value = claim.value;
  if (value.dimension == Dimension::kMoney) return value.unit.value_or("");
  if (value.dimension != Dimension::kCount && value.dimension != Dimension::kRate) return "";
  std::string counted = CountedBy(claim);
  return rules.Words("generic_counts").lexicon.Find(counted) ? "" : counted;
}

}  // namespace tally
