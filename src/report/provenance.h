// Where a claim or a finding comes from, for other programs:
//   PROV-JSON (https://www.w3.org/submissions/prov-json/): entities are versions of documents, claims and the
//   finding; activities the runs that read and compared them; agents the program, the sources, the speakers.
//   JSON-LD in the words of schema.org: a claim is a Claim, a finding a ClaimReview of its claims.
// Equal inputs give equal bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claims/claim.h"

namespace tally {

struct ProvenanceRun {
  std::int64_t id = 0;
  std::string tool_version;
  std::string rules_version;
  std::string started;  // "2025-05-08T09:30:00Z"
};

struct ProvenanceDocument {
  DocumentInfo info;
  std::size_t version = 1;
  std::string seen;   // when this version was first seen
  ProvenanceRun run;  // that read its claims
};

struct ProvenanceFinding {
  std::string id;
  std::string kind;
  std::string verdict;
  std::string severity;
  std::string headline;
  std::string message;
  std::string first_found;  // start of the first run that found it
  ProvenanceRun run;        // the last one
};

struct Provenance {
  std::optional<ProvenanceFinding> finding;
  std::vector<Claim> claims;                  // one, or those that the finding rests on
  std::vector<ProvenanceDocument> documents;  // of the claims
};

// Both indented, with a line feed at the end. schemas/prov.schema.json and schemas/claim-review.schema.json
// say what they hold.
std::string ProvJson(const Provenance& provenance);
std::string ClaimJsonLd(const Provenance& provenance);

}  // namespace tally
