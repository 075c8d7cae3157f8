// One deal and amount, other parties: 軟銀 buys in one text what 微軟 buys in another, or the two have
// changed their roles.
#pragma once

#include <string>
#include <vector>

#include "compare/compared_claim.h"
#include "rules/rule_set.h"

namespace tally {

// The deals that it may be one of, by rule and amount; empty where it cannot clash so.
std::string DealNameOf(const ComparedClaim& item);

// Drafts of contradictions in who did it to whom. Only for what happens on one occasion between two parties
// (events whose rule needs subject and object), for the same printed amount, between texts of the same news
// of which neither names the other's party. Linear but for sorting.
std::vector<Draft> PartyClashes(const std::vector<ComparedClaim>& items, const RuleSet& rules);

// Amounts with more claims than this are no single deal.
inline constexpr std::size_t kMaxDealClaims = 64;

}  // namespace tally
