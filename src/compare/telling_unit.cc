#include "compare/telling_unit.h"

#include "claims/topic.h"
#include "compare/claim_key.h"

namespace tally {

std::string TellingUnit(const Claim& claim, const RuleSet& rules) {
  const Value& value = claim.value;
  if (value.dimension == Dimension::kMoney) return value.unit.value_or("");
  if (value.dimension != Dimension::kCount && value.dimension != Dimension::kRate) return "";
  const Lexicon& generic = rules.Words("generic_counts").lexicon;
  // "The tunnel" is what the kilometres are of, and each text has its own word for it.
  bool of_noun = value.unit && claim.object && claim.object->id.starts_with(kNounIdPrefix);
  if (of_noun && !generic.Find(*value.unit)) return *value.unit;
  std::string counted = CountedBy(claim);
  return generic.Find(counted) ? "" : counted;
}

}  // namespace tally
