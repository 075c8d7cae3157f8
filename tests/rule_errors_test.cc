// What is told of broken rule files: place, trouble and remedy, the whole message.
#include <gtest/gtest.h>

#include "pipeline.h"
#include "rules/rule_set.h"

namespace tally {
namespace {

// The errors of one predicate file among the rules compiled in, without its name; a line each.
std::string ErrorsOf(const std::string& content) {
  std::vector<RuleFile> files = CollectRuleFiles("");
  files.push_back({"predicates/zz.json", content});
  std::string all;
  try {
    MakeToolkit(files);
  } catch (const RuleErrors& broken) {
    for (const RuleError& error : broken.errors()) {
      std::string line = error.ToString();
      EXPECT_TRUE(line.starts_with("predicates/zz.json:")) << line;
      all += (all.empty() ? "" : "\n") + line.substr(std::string("predicates/zz.json:").size());
    }
  }
  return all;
}

// A file that loads, but for what a test puts into it.
std::string With(const std::string& line) {
  return "{\n  \"id\": \"zz\",\n  \"name\": {\"en\": \"z\", \"zh\": \"z\"},\n" + line +
         "\n  \"examples\": [\n    {\"text\": \"a\"},\n    {\"text\": \"b\"},\n    {\"text\": \"c\", "
         "\"fires\": false}\n  ]\n}\n";
}

const std::string kMoney = "  \"dimensions\": [\"money\"],";

struct Case {
  const char* name;
  std::string content;
  std::string message;
};

class BrokenRule : public testing::TestWithParam<Case> {};

TEST_P(BrokenRule, IsToldWithPlaceAndRemedy) { EXPECT_EQ(ErrorsOf(GetParam().content), GetParam().message); }

INSTANTIATE_TEST_SUITE_P(
    Json, BrokenRule,
    testing::Values(
        Case{"Sound", With(kMoney), ""},
        Case{"Empty", "", "1:1: the file is empty; it wants one JSON object"},
        Case{"EndsEarly", "{\"id\": \"zz\"", "1:12: the file ends here, but a '}' or ']' is still missing"},
        Case{"TrailingComma", "{\n  \"id\": \"zz\",\n}", "3:1: a comma stands before this '}'; remove it"},
        Case{"TrailingCommaInList", "{\"key\": [\"subject\", ]}",
             "1:21: a comma stands before this ']'; remove it"},
        Case{"MissingComma", "{\n  \"id\": \"zz\"\n  \"key\": []\n}",
             "3:3: a comma is missing before this, or the closing bracket"},
        Case{"SingleQuotes", "{'id': 'zz'}",
             "1:2: JSON writes text in double quotes (\"…\"), not in single ones"},
        Case{"CurlyQuotes", "{“id”: 1}",
             "1:2: JSON writes text in straight double quotes (\"), not in curly ones"},
        Case{"LineBreakInText", "{\n  \"id\": \"z\nz\"}",
             "2:9: this text has no closing quote on its line; write a line break as \\n"},
        Case{"Comment", "{\n  // why\n}", "2:3: JSON has no comments; use the key \"note\""},
        Case{"Behind", "{} {}", "1:4: something stands behind the end of the JSON object; remove it"},
        Case{"List", "[]", "1:1: a predicate file is one JSON object {…}, not a list […]"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Keys, BrokenRule,
    testing::Values(
        Case{"Unknown", With(kMoney + "\n  \"subjet\": {},"),
             "5:3: predicate: unknown key 'subjet'; allowed: id, name, family, dimensions, units, "
             "number_unit, "
             "part, per, time, grows, recurs, changes_daily, key, needs, "
             "compared, compared_as, draft, subject, object, cues, phrases, examples, note; did you mean "
             "'subject'?"},
        Case{"UnknownBehindHan", With(kMoney + "\n  \"cues\": [{\"words\": [\"投资\"], \"whithin\": 3}],"),
             "5:30: cues: unknown key 'whithin'; allowed: words, not, without, with, value, within, event, "
             "stage, object, per, changed, dimensions, units, subject_kinds, weight; did you mean 'within'?"},
        Case{"Duplicate", With(kMoney + "\n  \"key\": [],\n  \"key\": [],"),
             "6:3: the key 'key' stands twice, first in line 5; keep one of them"},
        Case{"OtherId", "{\"id\": \"yy\"," + With(kMoney).substr(16),
             "1:8: the id 'yy' is not the file's name 'zz'"},
        Case{"NoDimensions", With(""), "1:1: 'dimensions' wants at least one"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Types, BrokenRule,
    testing::Values(
        Case{"ListForText", With(kMoney + "\n  \"note\": [],"),
             "5:11: 'note' wants text in quotes, not a list […]"},
        Case{"TextForList", With(kMoney + "\n  \"key\": \"subject\","),
             "5:10: 'key' wants a list of texts, [\"…\", \"…\"], not text"},
        Case{"NumberInList", With(kMoney + "\n  \"units\": [\"people\", 7],"),
             "5:23: 'units' wants texts only, not a number"},
        Case{"TextForObject", With(kMoney + "\n  \"subject\": \"company\","),
             "5:14: 'subject' wants an object {…}, not text"},
        Case{"TextForCues", With(kMoney + "\n  \"cues\": \"投资\","),
             "5:11: 'cues' wants a list of objects, [{…}, {…}], not text"},
        Case{"TextInCues", With(kMoney + "\n  \"cues\": [\"投资\"],"),
             "5:12: 'cues' wants objects {…} only, not text"},
        Case{"TextForNumber", With(kMoney + "\n  \"cues\": [{\"words\": [\"x\"], \"within\": \"8\"}],"),
             "5:39: 'within' wants a whole number, not text"},
        Case{"NumberForBool", With(kMoney + "\n  \"draft\": 1,"),
             "5:12: 'draft' wants true or false, not a number"},
        Case{"Family", With("  \"family\": [\"prise\"],\n" + kMoney),
             "4:14: the family 'prise' is no rule without a family of its own; did you mean 'price'?"},
        Case{"FamilyOfAFamily", With("  \"family\": [\"share_price\"],\n" + kMoney),
             "4:14: the family 'share_price' is no rule without a family of its own"},
        Case{"WrongWord", With(kMoney + "\n  \"time\": \"evnt\","),
             "5:11: 'time' is 'evnt'; allowed: event, state, period, timeless; did you mean 'event'?"},
        Case{"WrongWordInList", With("  \"dimensions\": [\"money\", \"percents\"],"),
             "4:27: 'dimensions' holds 'percents'; allowed: number, money, percent, ratio, count, duration, "
             "date, "
             "rate; did you mean 'percent'?"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Phrases, BrokenRule,
    testing::Values(
        Case{"NoValue", With(kMoney + "\n  \"phrases\": [\"{subject} [拿到|筹得]\"],"),
             "5:15: the phrase \"{subject} [拿到|筹得]\" wants exactly one {value}"},
        Case{"UnknownSlot", With(kMoney + "\n  \"phrases\": [\"{value}\", \"{who} {value}\"],"),
             "5:26: the phrase \"{who} {value}\" has an unknown slot {who}; allowed: subject, object, value, "
             "period, speaker"},
        Case{"AllOfThem", With(kMoney + "\n  \"phrases\": [\"x\",\n    \"{value} [a|b\"],"),
             "5:15: the phrase \"x\" wants exactly one {value}\n"
             "6:5: the phrase \"{value} [a|b\" has no closing ']'"}),
    [](const auto& test) { return test.param.name; });

TEST(BrokenRules, AllAreToldAtOnce) {
  EXPECT_EQ(
      ErrorsOf(With(kMoney + "\n  \"time\": 1,\n  \"colour\": 2,")),
      "5:11: 'time' wants text in quotes, not a number\n"
      "6:3: predicate: unknown key 'colour'; allowed: id, name, family, dimensions, units, number_unit, "
      "part, per, time, grows, recurs, changes_daily, key, needs, "
      "compared, compared_as, draft, subject, object, cues, phrases, examples, note");
}

TEST(BrokenRules, TooFewExamplesAreCounted) {
  EXPECT_EQ(
      ErrorsOf("{\"id\": \"zz\", \"name\": {\"en\": \"z\", \"zh\": \"z\"}, \"dimensions\": [\"money\"],\n"
               "\"examples\": [{\"text\": \"a\"}]}"),
      "2:1: a rule carries at least two examples that fire and one that must not; here are 1 and 0");
}

TEST(BrokenRules, AFileOfOneLineTakesLinearTime) {
  std::string keys;
  for (int i = 0; i < 50000; ++i) keys += ", \"k\": 1";
  std::string errors = ErrorList(std::vector<RuleError>(60, RuleError{"a", 1, "b"}));
  EXPECT_TRUE(errors.ends_with("\n  a:1: b\n  … and 10 more")) << errors;
  EXPECT_NE(ErrorsOf("{\"id\": \"zz\"" + keys + "}"), "");
}

TEST(BrokenRules, HostileNestingIsRefused) {
  std::string deep(200000, '[');
  EXPECT_NE(ErrorsOf(deep), "");
  EXPECT_NE(ErrorsOf("{\"id\": " + deep + std::string(200000, ']') + "}"), "");
}

}  // namespace
}  // namespace tally
