// From loose claims to sets that are worth comparing: claims of compared predicates with a complete key, each
// span once, put together by key and unit.
#pragma once

#include <string>
#include <vector>

#include "compare/compared_claim.h"
#include "rules/rule_set.h"

namespace tally {

// The claims that can be compared at all, in the order of documents and spans, whatever the order of the
// input: not negated, with a value, of a predicate that is compared, with all parts that its rule needs.
// Items point into `claims`.
std::vector<ComparedClaim> ComparableItems(const std::vector<Claim>& claims, const RuleSet& rules);

// The same with those whose keys lack a part that their rule needs, and those of predicates whose keys are
// too little to compare by (growth: of what?).
std::vector<ComparedClaim> ItemsWithValues(const std::vector<Claim>& claims, const RuleSet& rules);

// Sets of two items or more, sorted by key. A span that two claims of one key share is there once.
std::vector<ComparableSet> ComparableSets(const std::vector<ComparedClaim>& items);

// What the items of a set share, whatever their units: the key without stage and unit, the measure and what
// it is per. Whether two sets of one name differ by unit depends on all claims of that name.
std::string SetNameOf(const ComparedClaim& item);

// The document of a claim: its hash, or its path where it has none. Two copies of a file are one document.
const std::string& DocumentOf(const Claim& claim);

}  // namespace tally
