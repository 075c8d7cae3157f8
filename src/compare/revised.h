// Figures that an address changed silently: one version of a text states a value, the next one another for
// the same key, and no sentence says that something was corrected. Pure; thread-safe.
#pragma once

#include <vector>

#include "claims/claim.h"
#include "compare/finding.h"
#include "compare/phrasebook.h"
#include "rules/rule_set.h"

namespace tally {

// A text at one address before and after a change: two versions of a path, or of a URL.
struct TextChange {
  DocumentInfo before;
  DocumentInfo after;
  std::vector<Claim> old_claims;
  std::vector<Claim> new_claims;
};

// One finding for each key whose values changed, with the claims of both versions that state the values that
// went and came; in the order of SortFindings, each id once.
std::vector<Finding> RevisedFigures(const std::vector<TextChange>& changes, const RuleSet& rules,
                                    Language language = Language::kEnglish);

}  // namespace tally
