// The examples that the rules carry: the same that `tally rules test` runs.
#include <gtest/gtest.h>

#include "rulecheck/check_examples.h"
#include "rules_fixture.h"

namespace tally {
namespace {

TEST(RuleExamplesTest, EveryExampleOfEveryRulePasses) {
  const Toolkit& toolkit = TestToolkit();
  std::vector<ExampleResult> results = CheckExamples(toolkit.rules, *toolkit.extractor, toolkit.words);
  EXPECT_GT(results.size(), toolkit.rules.predicates.size());
  for (const ExampleResult& result : results) EXPECT_TRUE(result.passed) << result.ToString();
}

}  // namespace
}  // namespace tally
