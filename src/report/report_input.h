// All that a report is made of. Plain values; a renderer is a pure function of them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "compare/finding.h"
#include "report/decided.h"

namespace tally {

struct ReportInput {
  std::string tool_version;
  std::string rules_version;
  std::vector<DocumentInfo> documents;
  // By document: documents of one cluster are copies of one text (compare/copies.h). May be left empty.
  std::vector<std::string> origin_clusters = {};
  std::vector<Claim> claims;  // also the quantities that no rule claimed
  // Claims that rules made of documents whose claims are not listed.
  std::size_t claims_elsewhere = 0;
  std::vector<Finding> findings;
  std::size_t claims_compared = 0;  // claims that shared a key, or a story's figure, with another
  DecidedCounts decided = {};       // findings that are left out
};

}  // namespace tally
