// The findings that are kept: what was told last of each, and the claims that it rests on, by name. store/
// knows no comparison, so a finding comes here in words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/claim_store.h"

namespace tally {

struct FindingMember {
  std::string claim_id;
  std::string path;
  std::string sha256;
  bool operator==(const FindingMember&) const = default;
};

struct StoredFinding {
  std::string id;
  std::string kind;
  std::string verdict;
  std::string severity;
  int confidence = 0;  // percent
  std::string scope;
  std::string headline;
  std::string message;
  std::string evidence;  // EvidenceOf its members
  std::vector<FindingMember> members;
  bool operator==(const StoredFinding&) const = default;
};

// A digest of what the claims say and where: document, place, value, in any order. Changes when the evidence
// does.
std::string EvidenceOf(const std::vector<Claim>& members);

// Adds the finding, or tells it anew; whole or not at all. `run` is one of ClaimStore::BeginRun.
void PutFinding(const ClaimStore& store, const StoredFinding& finding, std::int64_t run);

// nullopt where it was never put.
std::optional<StoredFinding> FindFinding(const ClaimStore& store, const std::string& id);

}  // namespace tally
