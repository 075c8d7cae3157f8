// Decisions applied to what a comparison has found.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compare/finding.h"
#include "report/decided.h"
#include "store/decision_store.h"

namespace tally {

// The last decision of each finding, from any number of databases; of two on one finding the later counts.
class DecisionBook {
 public:
  void Add(const ClaimStore& store);

  // The decision that counts for the finding on that day; nullptr where there is none.
  const Decision* For(const Finding& finding, Day today) const;
  // Takes out the findings that are decided, and counts them.
  DecidedCounts TakeOut(std::vector<Finding>& findings, Day today) const;

 private:
  std::map<std::string, Decision> last_;
};

// Today in a time zone (base/time_zone.h); in UTC where none is named.
Day Today(const std::string& zone = "");

}  // namespace tally
