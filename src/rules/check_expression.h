// Reads the expressions of checks: "whole - part = rest", "sum(parts) <= total", "start * (100 + change) /
// 100 = end", "months(from, published) = elapsed".
//   relation:   expression, one of = <= >=, expression; == <== >== take the trailing zeros of counts for
//   digits expression: terms with + and -; a term: factors with * and /; a factor: a number, a role,
//   sum(role),
//               months(date, date), years(date, date), span(date), or an expression in parentheses; a date is
//               a role, published or launched
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/check_rule.h"

namespace tally {

// What is wrong is said in `error`, with what would be right; nullopt then.
std::optional<CheckExpression> ParseCheckExpression(std::string_view source,
                                                    const std::vector<CheckRole>& roles, std::string& error);
std::optional<CheckEquation> ParseCheckEquation(std::string_view source, const std::vector<CheckRole>& roles,
                                                std::string& error);
// Written with == <== or >==.
bool IsExact(const CheckEquation& equation);
// "{part} and {rest} make {=part + rest}".
std::optional<MessageTemplate> ParseMessageTemplate(std::string_view source,
                                                    const std::vector<CheckRole>& roles, std::string& error);

// The roles that an expression speaks of, each once.
std::vector<std::size_t> RolesOf(const CheckExpression& expression);

// Parentheses within parentheses, at most so deep.
inline constexpr int kMaxExpressionDepth = 16;

}  // namespace tally
