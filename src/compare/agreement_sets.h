// What may agree. Wider than what may contradict: equal figures are themselves a sign that one thing is
// meant, so a claim that leaves the object out joins the only object that its subject has, and what one text
// or one speaker says twice may agree without a full key.
#pragma once

#include <string>
#include <vector>

#include "compare/compared_claim.h"
#include "rules/rule_set.h"

namespace tally {

// By which it meets others here; empty where it meets none so.
std::string FamilyNameOf(const ComparedClaim& item);
std::string SpeakerNameOf(const ComparedClaim& item);

// Sets of two items or more, sorted by key; `items` as ComparableItems gives them. A claim may be in two sets
// only where a speaker says it. Linear but for sorting.
std::vector<ComparableSet> AgreementSets(const std::vector<ComparedClaim>& items, const RuleSet& rules);

}  // namespace tally
