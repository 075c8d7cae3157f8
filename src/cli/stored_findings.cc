#include "cli/stored_findings.h"

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

}  // namespace tally
