#include "cli/decided_findings.h"

#include <algorithm>

#include "base/time_zone.h"
#include "cli/console.h"
#include "store/finding_store.h"

namespace tally {

void DecisionBook::Add(const ClaimStore& store) {
  for (Decision& decision : Decisions(store)) {
    auto [place, added] = last_.emplace(decision.finding, decision);
    if (!added && place->second.at <= decision.at) place->second = std::move(decision);
  }
}

const Decision* DecisionBook::For(const Finding& finding, Day today) const {
  auto found = last_.find(finding.id);
  if (found == last_.end() || !found->second.Holds(EvidenceOf(finding.members), today)) return nullptr;
  return &found->second;
}

DecidedCounts DecisionBook::TakeOut(std::vector<Finding>& findings, Day today) const {
  DecidedCounts counts;
  std::erase_if(findings, [&](const Finding& finding) {
    const Decision* decision = For(finding, today);
    if (decision == nullptr) return false;
    if (decision->kind == DecisionKind::kAccept) ++counts.accepted;
    if (decision->kind == DecisionKind::kReject) ++counts.rejected;
    if (decision->kind == DecisionKind::kWait) {
      ++counts.waiting;
      if (decision->until && (!counts.first_until || *decision->until < *counts.first_until))
        counts.first_until = decision->until;
    }
    return true;
  });
  return counts;
}

Day Today(const std::string& zone) {
  std::string now = UtcNow();
  Day today = *ParseIsoDay(now.substr(0, 10));
  if (zone.empty()) return today;
  return TimeInZone(today, std::stoi(now.substr(11, 2)) * 60 + std::stoi(now.substr(14, 2)), zone).day;
}

}  // namespace tally
