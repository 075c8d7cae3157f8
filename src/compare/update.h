// Comparing only what some documents can touch: what one new article is checked by. The result is that of a
// full comparison (compare/compare.h), which a test compares it with.
#pragma once

#include <set>
#include <string>

#include "compare/compare.h"

namespace tally {

// Of the findings of `input` those that one of `documents` (named by hash, by path where they have none) has
// a part in. `claims_compared` counts the claims that these documents were compared with, and their own.
CompareResult CompareAbout(const CompareInput& input, const std::set<std::string>& documents,
                           const RuleSet& rules);

// Two states of documents, of which most are in both.
struct StatesInput {
  // Claims and documents of the state after, then of both, then of the state before.
  CompareInput all;
  std::size_t claims_after_only = 0;
  std::size_t claims_before_only = 0;
  std::size_t documents_after_only = 0;
  std::size_t documents_before_only = 0;
};
struct StatesResult {
  CompareResult after;
  std::vector<Finding> before;
};

// Of each state the findings that a document of one state only, or one that meets such a document in either,
// has a part in: what did not change may stand otherwise to each other now. As CompareAbout, state by state.
StatesResult CompareStates(const StatesInput& input, const RuleSet& rules);

}  // namespace tally
