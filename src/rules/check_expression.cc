#include "rules/check_expression.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"

namespace tally {
namespace {

using Op = CheckTerm::Op;

bool IsNameCharacter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

struct Function {
  std::string_view name;
  Op op;
  int arguments;
};
constexpr Function kFunctions[] = {
    {"sum", Op::kSum, 1}, {"span", Op::kSpan, 1}, {"months", Op::kMonths, 2}, {"years", Op::kYears, 2}};

class Parser {
 public:
  Parser(std::string_view source, const std::vector<CheckRole>& roles) : source_(source), roles_(roles) {}

  std::optional<CheckExpression> Run(std::string& error) {
    Expression(0);
    SkipBlanks();
    if (at_ < source_.size()) Fail(fmt::format("'{}' is one too many", source_.substr(at_)));
    error = error_;
    if (!error_.empty()) return std::nullopt;
    return CheckExpression{std::string(source_), std::move(terms_)};
  }

 private:
  void Fail(std::string why) {
    if (error_.empty()) error_ = fmt::format("\"{}\": {}", source_, why);
    at_ = source_.size();
  }
  void SkipBlanks() {
    while (at_ < source_.size() && source_[at_] == ' ') ++at_;
  }
  bool Take(char c) {
    SkipBlanks();
    bool there = at_ < source_.size() && source_[at_] == c;
    if (there) ++at_;
    return there;
  }
  std::string_view Run(bool (*belongs)(char)) {
    std::size_t from = at_;
    while (at_ < source_.size() && belongs(source_[at_])) ++at_;
    return source_.substr(from, at_ - from);
  }
  std::size_t Add(CheckTerm term) {
    terms_.push_back(std::move(term));
    return terms_.size() - 1;
  }
  std::size_t Joined(Op op, std::size_t left, std::size_t right) { return Add({op, {}, 0, left, right}); }

  std::size_t Expression(int depth) {
    if (depth > kMaxExpressionDepth) {
      Fail("too many parentheses within each other");
      return 0;
    }
    std::size_t left = Product(depth);
    for (;;) {
      if (Take('+')) {
        left = Joined(Op::kAdd, left, Product(depth));
      } else if (Take('-')) {
        left = Joined(Op::kSubtract, left, Product(depth));
      } else {
        return left;
      }
    }
  }

  std::size_t Product(int depth) {
    std::size_t left = Factor(depth);
    for (;;) {
      if (Take('*')) {
        left = Joined(Op::kMultiply, left, Factor(depth));
      } else if (Take('/')) {
        left = Joined(Op::kDivide, left, Factor(depth));
      } else {
        return left;
      }
    }
  }

  std::size_t Factor(int depth) {
    SkipBlanks();
    if (Take('(')) {
      std::size_t inside = Expression(depth + 1);
      if (error_.empty() && !Take(')')) Fail("a ')' is missing");
      return inside;
    }
    if (at_ < source_.size() && IsDigit(source_[at_])) return Number();
    std::string_view name = Run(IsNameCharacter);
    if (name.empty()) {
      Fail(
          "wants a number, a role, a function or '(' here: sum(role), months(date, date), years(date, date), "
          "span(date)");
      return 0;
    }
    for (const Function& function : kFunctions) {
      if (function.name == name) return Call(function);
    }
    return Name(name);
  }

  std::size_t Number() {
    std::string_view digits = Run([](char c) { return IsDigit(c) || c == '.'; });
    auto number = Decimal::Parse(digits);
    if (!number) Fail(fmt::format("'{}' is no number", digits));
    return Add({Op::kNumber, number.value_or(Decimal()), 0, 0, 0});
  }

  std::size_t Name(std::string_view name) {
    if (name == "published") return Add({Op::kPublished, {}, 0, 0, 0});
    if (name == "launched") return Add({Op::kLaunched, {}, 0, 0, 0});
    auto role = std::ranges::find(roles_, name, &CheckRole::name);
    if (role == roles_.end()) {
      std::vector<std::string> names;
      for (const CheckRole& known : roles_) names.push_back(known.name);
      Fail(fmt::format("'{}' is no role of this check; its roles: {}{}", name, fmt::join(names, ", "),
                       DidYouMean(name, names)));
      return 0;
    }
    return Add({Op::kRole, {}, static_cast<std::size_t>(role - roles_.begin()), 0, 0});
  }

  std::size_t Call(const Function& function) {
    if (!Take('(')) Fail(fmt::format("'{}' wants '(' behind it", function.name));
    CheckTerm term{function.op, {}, 0, 0, 0};
    term.left = Argument();
    if (function.arguments == 2) {
      if (error_.empty() && !Take(','))
        Fail(fmt::format("'{}' wants two dates, with a comma", function.name));
      term.right = Argument();
    }
    if (error_.empty() && !Take(')')) Fail("a ')' is missing");
    if (error_.empty() && function.op == Op::kSum) {
      term.role = terms_[term.left].role;
      if (terms_[term.left].op != Op::kRole) Fail("'sum' wants a role");
    }
    return Add(std::move(term));
  }

  std::size_t Argument() {
    SkipBlanks();
    return Name(Run(IsNameCharacter));
  }

  std::string_view source_;
  const std::vector<CheckRole>& roles_;
  std::size_t at_ = 0;
  std::vector<CheckTerm> terms_;
  std::string error_;
};

std::string_view Trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<CheckExpression> ParseCheckExpression(std::string_view source,
                                                    const std::vector<CheckRole>& roles, std::string& error) {
  return Parser(Trimmed(source), roles).Run(error);
}

std::optional<CheckEquation> ParseCheckEquation(std::string_view source, const std::vector<CheckRole>& roles,
                                                std::string& error) {
  std::size_t sign = source.find_first_of("<>=");
  if (sign == std::string_view::npos) {
    error = fmt::format("\"{}\" wants one of = <= >= between two expressions", source);
    return std::nullopt;
  }
  std::string_view rest = source.substr(sign);
  std::size_t width = std::min(rest.find_first_not_of("<>="), rest.size());
  std::string_view mark = rest.substr(0, width);
  constexpr std::string_view kMarks[] = {"=", "==", "<=", "<==", ">=", ">=="};
  if (std::ranges::find(kMarks, mark) == std::end(kMarks)) {
    error = fmt::format("\"{}\": only = <= >= are known, and == <== >== for counts as printed", source);
    return std::nullopt;
  }
  auto left = ParseCheckExpression(source.substr(0, sign), roles, error);
  if (!left) return std::nullopt;
  auto right = ParseCheckExpression(source.substr(sign + width), roles, error);
  if (!right) return std::nullopt;
  using Sign = CheckEquation::Sign;
  Sign kind = mark[0] == '=' ? Sign::kEqual : mark[0] == '<' ? Sign::kAtMost : Sign::kAtLeast;
  return CheckEquation{std::string(source), std::move(*left), kind, std::move(*right)};
}

std::optional<MessageTemplate> ParseMessageTemplate(std::string_view source,
                                                    const std::vector<CheckRole>& roles, std::string& error) {
  MessageTemplate message;
  std::size_t at = 0;
  while (at < source.size()) {
    std::size_t open = std::min(source.find('{', at), source.size());
    if (open > at) message.push_back({std::string(source.substr(at, open - at)), std::nullopt, std::nullopt});
    if (open == source.size()) break;
    std::size_t close = source.find('}', open);
    if (close == std::string_view::npos) {
      error = fmt::format("\"{}\" has no closing '}}'", source);
      return std::nullopt;
    }
    std::string_view inside = source.substr(open + 1, close - open - 1);
    bool is_value = inside.starts_with('=');
    auto expression = ParseCheckExpression(is_value ? inside.substr(1) : inside, roles, error);
    if (!expression) return std::nullopt;
    MessagePiece piece;
    if (is_value) {
      piece.expression = std::move(expression);
    } else if (expression->terms.size() == 1 && expression->terms[0].op == Op::kRole) {
      piece.role = expression->terms[0].role;
    } else {
      error = fmt::format("\"{{{}}}\" is no role; a value is written {{={}}}", inside, inside);
      return std::nullopt;
    }
    message.push_back(std::move(piece));
    at = close + 1;
  }
  return message;
}

bool IsExact(const CheckEquation& equation) { return equation.source.find("==") != std::string::npos; }

std::vector<std::size_t> RolesOf(const CheckExpression& expression) {
  std::vector<std::size_t> roles;
  for (const CheckTerm& term : expression.terms) {
    if (term.op == Op::kRole || term.op == Op::kSum) roles.push_back(term.role);
  }
  std::ranges::sort(roles);
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  return roles;
}

}  // namespace tally
