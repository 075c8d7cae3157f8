// All that a report is made of. Plain values; a renderer is a pure function of them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "compare/finding.h"

namespace tally {

struct ReportInput {
  std::string tool_version;
  std::string rules_version;
  std::vector<DocumentInfo> documents;
  std::vector<Claim> claims;  // also the quantities that no rule claimed
  std::vector<Finding> findings;
  std::size_t claims_compared = 0;  // claims that shared a key with another
};

}  // namespace tally
