// The examples that the rules carry: the same that `tally rules test` runs.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "rulecheck/check_examples.h"
#include "rulecheck/literal_run.h"
#include "rules_fixture.h"

namespace tally {
namespace {

TEST(RuleExamplesTest, EveryExampleOfEveryRulePasses) {
  const Toolkit& toolkit = TestToolkit();
  std::vector<ExampleResult> results = CheckExamples(toolkit.rules, *toolkit.extractor, toolkit.words);
  EXPECT_GT(results.size(), toolkit.rules.predicates.size());
  for (const ExampleResult& result : results) EXPECT_TRUE(result.passed) << result.ToString();
}

// A phrase that prescribes a long run of text was written for one sentence, not for the language.
TEST(RulePhrasesTest, NoneHasALongLiteralRun) {
  for (const PredicateRule& rule : TestRules().predicates) {
    for (const std::string& phrase : rule.phrases) {
      std::string run = LongestLiteralRun(phrase);
      EXPECT_LE(CountCodePoints(run), kLongestLiteralRun)
          << rule.file << ": \"" << phrase << "\" prescribes \"" << run << "\"";
    }
  }
}

TEST(RulePhrasesTest, TheLongestLiteralRunIsFound) {
  const std::pair<const char*, const char*> cases[] = {
      {"{subject} ... [对|向] {object} [投资|追加投资] {value}", "追加投资"},
      {"{value}", ""},
      {"", ""},
      {"{subject}的营收达到{value}", "的营收达到"},
      {"{subject} 同比[大幅|]增长了{value}", "同比大幅增长了"},
      {"{subject} spent {value} on research", "research"},
      {"{subject} [is|has been] fined {value}", "has been"},
      {"一二三...四五六七 {value}", "四五六七"},
      {"[a|bcd]e[f|]{value}", "bcdef"},
      {"broken [x|yyzzz {value", "[x|yyzzz"}};
  for (const auto& [phrase, run] : cases) EXPECT_EQ(LongestLiteralRun(phrase), run) << phrase;
}

}  // namespace
}  // namespace tally
