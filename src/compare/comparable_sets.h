// From loose claims to sets that are worth comparing: claims of compared predicates with a complete key, each
// span once, put together by key and unit.
#pragma once

#include <vector>

#include "compare/compared_claim.h"
#include "rules/rule_set.h"

namespace tally {

// The claims that can be compared at all, in the order of documents and spans, whatever the order of the
// input: not negated, with a value, of a predicate that is compared, with all parts that its rule needs.
// Items point into `claims`.
std::vector<ComparedClaim> ComparableItems(const std::vector<Claim>& claims, const RuleSet& rules);

// Sets of two items or more, sorted by key. A span that two claims of one key share is there once.
std::vector<ComparableSet> ComparableSets(const std::vector<ComparedClaim>& items, const RuleSet& rules);

// The document of a claim: its hash, or its path where it has none. Two copies of a file are one document.
const std::string& DocumentOf(const Claim& claim);

}  // namespace tally
