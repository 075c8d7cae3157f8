// Names that a user types for what the rules know: predicates, and entities in any writing.
#pragma once

#include <string>
#include <string_view>

#include "rules/rule_set.h"
#include "store/claim_store.h"

namespace tally {

// Throws UserError with the nearest name where no rule has this id. `where`: the option or command, for the
// message.
void CheckPredicateName(std::string_view where, const std::string& predicate, const RuleSet& rules);
// The same of the id of a predicate or a check.
void CheckRuleName(std::string_view where, const std::string& name, const RuleSet& rules);

// The claims of a predicate, or of one rule of its family: price is every price, share_price only those.
// Throws as CheckPredicateName does.
void FilterByPredicate(std::string_view where, const std::string& predicate, const RuleSet& rules,
                       ClaimFilter& filter);

// The id of the entity that is meant by an id, a name or an alias (微軟, Microsoft, microsoft), or of one
// that no table knows but the database holds. Throws UserError with the nearest name where there is none.
std::string EntityId(std::string_view where, const std::string& typed, const RuleSet& rules,
                     const ClaimStore& store);

// The source in the database that is meant, whatever the script and case. Throws UserError with the nearest
// name where there is none.
std::string SourceName(std::string_view where, const std::string& typed, const ClaimStore& store);

}  // namespace tally
