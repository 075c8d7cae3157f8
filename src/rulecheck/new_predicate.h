// The file that a new predicate begins with: complete enough to load, with examples that fail until its
// author has said what the predicate is.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// Whether a name can be a predicate's id: lower-case letters, digits and '_', a letter first, at most 64.
bool IsPredicateName(std::string_view name);

// The content of predicates/NAME.json.
std::string NewPredicateText(std::string_view name);

}  // namespace tally
