// Evaluates the relations of checks on figures, and writes the steps down.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/check_matcher.h"
#include "compare/derived_value.h"

namespace tally {

// The value of an expression; nullopt where a role has no figure or the arithmetic has no sense.
// `exact`: the trailing zeros of counts are digits.
std::optional<Amount> Evaluate(const CheckExpression& expression, const Binding& binding, bool exact = false);

// A relation that does not hold, however the figures are rounded.
struct Failure {
  const CheckRelation* relation;
  Amount left;  // of the relation's first equation
  Amount right;
};
// nullopt where it holds, or cannot be tested.
std::optional<Failure> Test(const CheckRelation& relation, const Binding& binding);

// "CNY 3.4 billion − CNY 460 million = CNY 2.94 billion; printed: CNY 2.8 billion", what else the message
// reckons, and what rounding and hedges leave.
std::vector<std::string> Steps(const Failure& failure, const Binding& binding, const Phrasebook& say);

// The message of the relation with its figures.
std::string Filled(const MessageTemplate& message, const Binding& binding, const Phrasebook& say);

}  // namespace tally
