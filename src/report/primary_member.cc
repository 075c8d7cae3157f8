#include "report/primary_member.h"

#include <algorithm>

namespace tally {

std::size_t PrimaryMember(const Finding& finding, const std::vector<std::string>& focus) {
  auto in_focus = [&](const Claim& claim) { return std::ranges::find(focus, claim.doc) != focus.end(); };
  auto found = std::ranges::find_if(finding.members, in_focus);
  return found == finding.members.end() ? 0 : static_cast<std::size_t>(found - finding.members.begin());
}

}  // namespace tally
