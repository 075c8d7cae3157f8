#include "claims/understood.h"

namespace tally {

bool IsUnderstood(const Claim& claim) {
  return claim.value.unresolved.empty() && (claim.claimed() || claim.value.dimension != Dimension::kNumber);
}

bool IsOfTheArticle(const Claim& claim) { return claim.field != Field::kByline || IsUnderstood(claim); }

}  // namespace tally
