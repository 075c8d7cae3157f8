// A predicate as the program reads it: key, slots, cues, phrases with the pattern that each compiles to,
// examples.
#pragma once

#include <string>

#include "rules/predicate_rule.h"

namespace tally {

// Several lines. The private characters that stand for figures and names in a pattern are written as
// <money>, <company>, <pronoun> …
std::string ShowRule(const PredicateRule& rule);

}  // namespace tally
