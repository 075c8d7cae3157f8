#include "cli/stored_findings.h"

#include <utility>

namespace tally {

StoredFinding ToStored(const Finding& finding) {
  StoredFinding stored;
  stored.id = finding.id;
  stored.kind = FindingKindName(finding.kind);
  stored.verdict = VerdictName(finding.verdict);
  stored.severity = SeverityName(finding.severity);
  stored.confidence = finding.confidence;
  stored.scope = ScopeName(finding.scope);
  stored.headline = finding.headline;
  stored.message = finding.message;
  stored.evidence = EvidenceOf(finding.members);
  for (const Claim& member : finding.members) {
    stored.members.push_back({member.id, member.doc, member.doc_sha256});
  }
  return stored;
}

TextChange ToTextChange(Succession succession) {
  return {std::move(succession.before.document), std::move(succession.after.document),
          std::move(succession.old_claims), std::move(succession.new_claims)};
}

std::vector<TextChange> LoadTextChanges(const ClaimStore& store) {
  std::vector<TextChange> changes;
  for (Succession& succession : Successions(store)) changes.push_back(ToTextChange(std::move(succession)));
  return changes;
}

}  // namespace tally
