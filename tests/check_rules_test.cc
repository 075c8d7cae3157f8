// The files of rules/checks/: what is told of broken ones, and what sound ones load to.
#include <gtest/gtest.h>

#include "pipeline.h"
#include "rules/check_expression.h"
#include "rules/rule_set.h"

namespace tally {
namespace {

// The errors of one check file among the rules compiled in, without its name; a line each.
std::string ErrorsOf(const std::string& content) {
  std::vector<RuleFile> files = CollectRuleFiles("");
  files.push_back({"checks/zz.json", content});
  std::vector<RuleError> errors;
  LoadRules(files, errors);
  std::string all;
  for (const RuleError& error : errors) {
    std::string line = error.ToString();
    EXPECT_TRUE(line.starts_with("checks/zz.json:")) << line;
    all += (all.empty() ? "" : "\n") + line.substr(std::string("checks/zz.json:").size());
  }
  return all;
}

// A sound check, but for what a test puts into it: the line "patterns" and the line "holds".
std::string With(const std::string& patterns, const std::string& holds, const std::string& more = "") {
  return "{\n  \"id\": \"zz\",\n  \"name\": {\"en\": \"z\", \"zh\": \"z\"},\n"
         "  \"roles\": {\"a\": {\"dimensions\": [\"money\"]}, \"b\": {\"dimensions\": [\"money\"]}},\n" +
         ("  \"patterns\": [" + patterns + "],\n") + ("  \"relations\": [{\"holds\": \"" + holds + "\",\n") +
         "    \"message\": {\"en\": \"{a} and {=a + b}\", \"zh\": \"{a}\"}}],\n" + more +
         "  \"examples\": [{\"text\": \"a\"}, {\"text\": \"b\"}, {\"text\": \"c\", \"finds\": false},\n"
         "    {\"text\": \"d\", \"finds\": false}]\n}\n";
}

TEST(CheckRules, ABrokenFileIsToldWithPlaceAndRemedy) {
  const std::string good = "\"{a} of {b}\"";
  const std::pair<std::string, std::string> cases[] = {
      {With(good, "a = b"), ""},
      {"[]", "1:1: a check file is one JSON object {…}, not a list […]"},
      {With(good, "a"), "6:27: \"a\" wants one of = <= >= between two expressions"},
      {With(good, "a < b"), "6:27: \"a < b\": only = <= >= are known, and == <== >== for counts as printed"},
      {With(good, "a = bb"), "6:27: \"bb\": 'bb' is no role of this check; its roles: a, b"},
      {With(good, "a + (b = 1"), "6:27: \"a + (b\": a ')' is missing"},
      {With(good, "a b = 1"), "6:27: \"a b\": 'b' is one too many"},
      {With(good, "sum(1) = a"), "6:27: \"sum(1)\": '1' is no role of this check; its roles: a, b"},
      {With("\"{a} of {c}\"", "a = b"),
       "5:16: the pattern \"{a} of {c}\" has an unknown slot {c}; its roles: a, b"},
      {With("\"{a} of {b\"", "a = b"), "5:16: the pattern \"{a} of {b\" has no closing '}'"},
      {With("\"so much\"", "a = b"), "5:16: the pattern \"so much\" has no {role}"},
      {With("\"{a}\"", "a = b"), "5:16: the pattern \"{a}\" has not all roles of any relation"},
      {With(good, "a = b", "  \"pattern\": [],\n"),
       "8:3: check: unknown key 'pattern'; allowed: id, name, roles, patterns, claims, with, without, same, "
       "only, "
       "mixes_plans, relations, draft, examples, note; did you mean 'patterns'?"},
      {With(good, "a = b", "  \"only\": [\"dates\"],\n"),
       "8:12: 'only' holds 'dates'; allowed: number, money, percent, ratio, count, duration, date, rate; did "
       "you "
       "mean 'date'?"},
  };
  for (const auto& [content, message] : cases) EXPECT_EQ(ErrorsOf(content), message) << content;
}

TEST(CheckRules, ACheckIsNotNamedAsAPredicate) {
  std::vector<RuleFile> files = CollectRuleFiles("");
  std::string content = With("\"{a} of {b}\"", "a = b");
  content.replace(content.find("\"zz\""), 4, "\"revenue\"");
  files.push_back({"checks/revenue.json", content});
  std::vector<RuleError> errors;
  LoadRules(files, errors);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].ToString(),
            "checks/revenue.json:2:9: 'revenue' is the name of a predicate; give the check another");
}

TEST(CheckRules, ExpressionsAreReadByRank) {
  std::vector<CheckRole> roles(2);
  roles[0].name = "a";
  roles[1].name = "b";
  std::string error;
  auto expression = ParseCheckExpression("(a / b - 1) * 100", roles, error);
  ASSERT_TRUE(expression) << error;
  EXPECT_EQ(expression->terms.back().op, CheckTerm::Op::kMultiply);
  EXPECT_EQ(expression->terms[expression->terms.back().left].op, CheckTerm::Op::kSubtract);
  std::string deep(40, '(');
  EXPECT_FALSE(ParseCheckExpression(deep + "a" + std::string(40, ')'), roles, error));
  EXPECT_NE(error.find("too many parentheses"), std::string::npos) << error;
}

}  // namespace
}  // namespace tally
