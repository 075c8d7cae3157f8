#include "rulecheck/claim_diff.h"

#include <map>
#include <utility>

namespace tally {
std::vector<ClaimChange> DiffClaims(const std::vector<Claim>& before, const std::vector<Claim>& after) {
  // A figure is one place of the file.
  using Place = std::pair<std::size_t, std::size_t>;
  std::map<Place, ClaimChange> changes;
  for (const Claim& claim : before) {
    if (claim.claimed()) changes[{claim.span.start, claim.span.end}].before = claim;
  }
  for (const Claim& claim : after) {
    if (claim.claimed()) changes[{claim.span.start, claim.span.end}].after = claim;
  }
  std::vector<ClaimChange> different;
  for (auto& [place, change] : changes) {
    if (change.before && change.after) {
      change.parts = DifferentParts(*change.before, *change.after);
      if (change.parts.empty()) continue;
    }
    different.push_back(std::move(change));
  }
  return different;
}

}  // namespace tally
