// From loose claims to sets that are worth comparing: claims of compared predicates with a complete key, each
// span once, put together by key and unit.
#pragma once

#include <string>
#include <vector>

#include "compare/compared_claim.h"
#include "rules/rule_set.h"

namespace tally {

// The claims that can be compared, in the order of documents and spans, whatever the order of the input: with
// a value, of a predicate that is compared. Those that leave out a part that their rule needs have an
// incomplete key: they contradict nothing, but may agree (compare/agreement_sets.h).
// Items point into `claims`.
std::vector<ComparedClaim> ComparableItems(const std::vector<Claim>& claims, const RuleSet& rules);

// The same with those of predicates whose keys are too little to compare by (growth: of what?).
std::vector<ComparedClaim> ItemsWithValues(const std::vector<Claim>& claims, const RuleSet& rules);

// Leaves of these what ComparableItems gives.
void KeepComparable(std::vector<ComparedClaim>& items);

// Of items with a complete key, sorted by key. A span that two claims of one key share is there once.
std::vector<ComparableSet> ComparableSets(const std::vector<ComparedClaim>& items);

// What the items of a set share, whatever their units: the key without stage and unit, the measure and what
// it is per. Whether two sets of one name differ by unit depends on all claims of that name.
std::string SetNameOf(const ComparedClaim& item);

// The amounts of one key in whatever currency, where there are two currencies or more.
std::vector<ComparableSet> SetsOfSeveralCurrencies(const std::vector<ComparedClaim>& items);

// What values must share to be compared, the currency or unit apart: dimension, and what the figure is per.
std::string KindOfValue(const ComparedClaim& item);

// Known units apart, each span once; a claim without a unit goes where its surroundings suggest. `items` are
// in the order of documents and spans, into which SortByPlace puts them.
std::vector<Items> SplitByUnit(const Items& items);
void SortByPlace(Items& items);

// The document of a claim: its hash, or its path where it has none. Two copies of a file are one document.
const std::string& DocumentOf(const Claim& claim);

}  // namespace tally
