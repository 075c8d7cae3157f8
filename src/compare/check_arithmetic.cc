#include "compare/check_arithmetic.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/readings.h"
#include "compare/wording.h"
#include "rules/check_expression.h"

namespace tally {
namespace {

using Op = CheckTerm::Op;

std::optional<DateRange> DateOf(const CheckTerm& term, const Binding& binding) {
  if (term.op == Op::kRole) {
    const auto& figures = binding.roles[term.role];
    return figures.size() == 1 ? DaysOf(*figures.front()) : std::nullopt;
  }
  if (term.op == Op::kLaunched) return binding.launched;
  if (term.op != Op::kPublished) return std::nullopt;
  for (const auto& figures : binding.roles) {
    for (const Claim* claim : figures) {
      if (!claim->as_of || claim->as_of_estimated) return std::nullopt;
      return DateRange::Of(*claim->as_of);
    }
  }
  return std::nullopt;
}

// A count is as exact as it is printed where the relation says so; a hedge widens it all the same.
std::optional<Amount> AmountOf(const Claim& claim, bool exact) {
  std::optional<Amount> amount = AmountOf(claim);
  bool counted = claim.value.dimension == Dimension::kCount || claim.value.dimension == Dimension::kNumber;
  if (amount && exact && counted) amount->lenient = claim.value.strict;
  return amount;
}

std::optional<Amount> SumOf(const std::vector<const Claim*>& figures, bool exact) {
  std::optional<Amount> sum;
  for (const Claim* claim : figures) {
    std::optional<Amount> amount = AmountOf(*claim, exact);
    if (!amount) return std::nullopt;
    sum = sum ? Plus(*sum, *amount) : amount;
    if (!sum) return std::nullopt;
  }
  return sum;
}

std::optional<Amount> OfDates(const CheckExpression& expression, const CheckTerm& term,
                              const Binding& binding) {
  std::optional<DateRange> from = DateOf(expression.terms[term.left], binding);
  if (term.op == Op::kSpan) return from ? MonthsWithin(*from) : std::nullopt;
  std::optional<DateRange> to = DateOf(expression.terms[term.right], binding);
  if (!from || !to) return std::nullopt;
  return term.op == Op::kMonths ? MonthsBetween(*from, *to) : YearsBetween(*from, *to);
}

std::optional<Amount> ValueAt(const CheckExpression& expression, std::size_t at, const Binding& binding,
                              bool exact) {
  const CheckTerm& term = expression.terms[at];
  switch (term.op) {
    case Op::kNumber:
      return Amount{Interval::Exactly(term.number), Interval::Exactly(term.number), {}};
    case Op::kRole:
      if (binding.roles[term.role].size() != 1) return std::nullopt;
      return AmountOf(*binding.roles[term.role].front(), exact);
    case Op::kSum:
      return SumOf(binding.roles[term.role], exact);
    case Op::kPublished:
    case Op::kLaunched:
      return std::nullopt;
    case Op::kMonths:
    case Op::kYears:
    case Op::kSpan:
      return OfDates(expression, term, binding);
    default:
      break;
  }
  std::optional<Amount> left = ValueAt(expression, term.left, binding, exact);
  std::optional<Amount> right = ValueAt(expression, term.right, binding, exact);
  if (!left || !right) return std::nullopt;
  if (term.op == Op::kAdd) return Plus(*left, *right);
  if (term.op == Op::kSubtract) return Minus(*left, *right);
  return term.op == Op::kMultiply ? Times(*left, *right) : Over(*left, *right);
}

// ---- In words ----

std::string DatesText(const CheckTerm& term, const Binding& binding, const Phrasebook& say) {
  std::optional<DateRange> date = DateOf(term, binding);
  return date ? say.Days(*date) : "?";
}

// `tight`: inside a product, where a sum needs parentheses.
std::string TextAt(const CheckExpression& expression, std::size_t at, const Binding& binding, bool tight,
                   const Phrasebook& say) {
  const CheckTerm& term = expression.terms[at];
  auto part = [&](std::size_t of, bool inner) { return TextAt(expression, of, binding, inner, say); };
  switch (term.op) {
    case Op::kNumber:
      return say.Figure(term.number);
    case Op::kRole:
      return binding.roles[term.role].empty() ? "?"
                                              : ValueLabel(binding.roles[term.role].front()->value, say);
    case Op::kSum: {
      std::vector<std::string> labels;
      for (const Claim* claim : binding.roles[term.role]) labels.push_back(ValueLabel(claim->value, say));
      return fmt::format("{}{}{}", tight ? "(" : "", fmt::join(labels, " + "), tight ? ")" : "");
    }
    case Op::kPublished:
    case Op::kLaunched:
      return DatesText(term, binding, say);
    case Op::kMonths:
    case Op::kYears:
      return say("from {} to {}", DatesText(expression.terms[term.left], binding, say),
                 DatesText(expression.terms[term.right], binding, say));
    case Op::kSpan:
      return DatesText(expression.terms[term.left], binding, say);
    case Op::kAdd:
    case Op::kSubtract: {
      std::string text = fmt::format("{} {} {}", part(term.left, false), term.op == Op::kAdd ? "+" : "−",
                                     part(term.right, true));
      return tight ? "(" + text + ")" : text;
    }
    case Op::kMultiply:
      return fmt::format("{} × {}", part(term.left, true), part(term.right, true));
    case Op::kDivide:
      return fmt::format("{} ÷ {}", part(term.left, true), part(term.right, true));
  }
  return "";
}

bool IsFigure(const CheckExpression& expression) {
  return expression.terms.size() == 1 && expression.terms.front().op != Op::kSum;
}

std::string StepText(const CheckExpression& expression, const Amount& amount, const Binding& binding,
                     const Phrasebook& say) {
  std::string text = TextAt(expression, expression.terms.size() - 1, binding, false, say);
  if (IsFigure(expression)) return text;
  return text + " = " + AmountText(amount.stated, amount.unit, say);
}

// "printed: USD 5", "at most 100".
std::string RightText(const CheckEquation& equation, const std::string& text, const Phrasebook& say) {
  const CheckTerm& root = equation.right.terms.back();
  if (root.op == Op::kRole) return say("printed: {}", text);
  if (root.op != Op::kNumber) return text;
  using Sign = CheckEquation::Sign;
  if (equation.sign == Sign::kAtMost) return say("at most {}", text);
  return equation.sign == Sign::kAtLeast ? say("at least {}", text) : text;
}

std::string_view SignWords(CheckEquation::Sign sign) {
  switch (sign) {
    case CheckEquation::Sign::kAtMost:
      return "more than";
    case CheckEquation::Sign::kAtLeast:
      return "less than";
    case CheckEquation::Sign::kEqual:
      break;
  }
  return "not";
}

}  // namespace

std::optional<Amount> Evaluate(const CheckExpression& expression, const Binding& binding, bool exact) {
  return ValueAt(expression, expression.terms.size() - 1, binding, exact);
}

namespace {

// nullopt where it cannot be tested; otherwise the two sides, and whether they miss each other.
struct Sides {
  Amount left;
  Amount right;
  bool fails;
};
std::optional<Sides> TestEquation(const CheckEquation& equation, const CheckRelation& relation,
                                  const Binding& binding) {
  std::optional<Amount> left = Evaluate(equation.left, binding, IsExact(equation));
  std::optional<Amount> right = Evaluate(equation.right, binding, IsExact(equation));
  if (!left || !right || !SameUnit(left->unit, right->unit)) return std::nullopt;
  Interval wide = WithSlack(right->lenient, relation.slack);
  bool above = left->lenient.lo && wide.hi && *left->lenient.lo > *wide.hi;
  bool below = left->lenient.hi && wide.lo && *left->lenient.hi < *wide.lo;
  bool fails = (above && equation.sign != CheckEquation::Sign::kAtLeast) ||
               (below && equation.sign != CheckEquation::Sign::kAtMost);
  left->unit.percent = right->unit.percent = left->unit.percent || right->unit.percent;
  return Sides{*left, *right, fails};
}

}  // namespace

std::optional<Failure> Test(const CheckRelation& relation, const Binding& binding) {
  std::optional<Sides> first = TestEquation(relation.holds.front(), relation, binding);
  if (!first || !first->fails) return std::nullopt;
  for (std::size_t i = 1; i < relation.holds.size(); ++i) {
    std::optional<Sides> other = TestEquation(relation.holds[i], relation, binding);
    if (!other || !other->fails) return std::nullopt;
  }
  return Failure{&relation, first->left, first->right};
}

std::vector<std::string> Steps(const Failure& failure, const Binding& binding, const Phrasebook& say) {
  const CheckRelation& relation = *failure.relation;
  const CheckEquation& equation = relation.holds.front();
  std::string right = StepText(equation.right, failure.right, binding, say);
  std::string left = StepText(equation.left, failure.left, binding, say);
  std::vector<std::string> steps;
  steps.push_back(fmt::format("{}; {}", left, RightText(equation, right, say)));
  // What else the message reckons: the unexplained rest.
  for (const MessagePiece& piece : relation.message_en) {
    if (!piece.expression || piece.expression->source == equation.left.source ||
        piece.expression->source == equation.right.source)
      continue;
    if (auto amount = Evaluate(*piece.expression, binding))
      steps.push_back(StepText(*piece.expression, *amount, binding, say));
  }
  std::string slack = relation.slack > 0 ? say(", give or take {} %", relation.slack) : "";
  steps.push_back(say("with rounding and hedges: {}, {} {}{}",
                      AmountText(failure.left.lenient, failure.left.unit, say), say(SignWords(equation.sign)),
                      AmountText(failure.right.lenient, failure.right.unit, say), slack));
  return steps;
}

std::string Filled(const MessageTemplate& message, const Binding& binding, const Phrasebook& say) {
  std::string text;
  for (const MessagePiece& piece : message) {
    text += piece.text;
    if (piece.role) {
      std::vector<std::string> quotes;
      for (const Claim* claim : binding.roles[*piece.role]) quotes.push_back(Quoted(*claim));
      text += fmt::format("{}", fmt::join(quotes, " + "));
    }
    if (!piece.expression) continue;
    std::optional<Amount> amount = Evaluate(*piece.expression, binding);
    text += amount ? AmountText(amount->stated, amount->unit, say) : "?";
  }
  return text;
}

}  // namespace tally
