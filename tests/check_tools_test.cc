// What `rules lint`, `rules show` and `rules test --coverage` say of the checks of rules/checks/.
#include <gtest/gtest.h>

#include <algorithm>

#include "rulecheck/lint_rules.h"
#include "rulecheck/rule_coverage.h"
#include "rulecheck/show_check.h"
#include "rules_fixture.h"

namespace tally {
namespace {

const std::string kFile = "checks/zz.json";

std::string Check(const std::string& lines, const std::string& roles = "") {
  return "{\n  \"id\": \"zz\",\n  \"name\": {\"en\": \"beds and rooms\", \"zh\": \"床位\"},\n"
         "  \"roles\": {\n    \"rooms\": {\"dimensions\": [\"count\"], \"units\": [\"rooms\"]},\n"
         "    \"beds\": {\"dimensions\": [\"count\"]}" +
         roles + "\n  },\n" + lines +
         "  \"relations\": [{\"holds\": \"beds >= rooms\", \"message\": {\"en\": \"{rooms}, {beds}\", "
         "\"zh\": \"{rooms}，{beds}\"}}],\n"
         "  \"examples\": [\n    {\"text\": \"The inn has 12 rooms with 9 beds.\"},\n"
         "    {\"text\": \"The lodge has 30 rooms with 19 beds.\"},\n"
         "    {\"text\": \"The inn has 12 rooms with 19 beds.\", \"finds\": false},\n"
         "    {\"text\": \"The inn has 12 rooms.\", \"finds\": false}\n  ]\n}\n";
}

struct Rules {
  explicit Rules(const std::string& check) : files(CollectRuleFiles("")) {
    files.push_back({kFile, check});
    toolkit = MakeToolkit(files);
  }
  const RuleSet& set() const { return toolkit->rules; }

  std::vector<RuleFile> files;
  std::unique_ptr<Toolkit> toolkit;
};

std::string NotesOn(const std::vector<RuleNote>& notes) {
  std::string lines;
  for (const RuleNote& note : notes) {
    if (note.file == kFile) lines += note.ToString().substr(kFile.size() + 1) + "\n";
  }
  return lines;
}

const std::string kPattern = "  \"patterns\": [\"{rooms} with {beds}\"],\n";

TEST(CheckLint, TellsRolesAndWordsThatDoNothing) {
  Rules rules(Check(kPattern + "  \"with\": [\"inn\", \"lodge\", \"country inn\", \"inn\"],\n"
                               "  \"without\": [\"lodge\"],\n",
                    ",\n    \"floors\": {\"dimensions\": [\"count\"]}"));
  EXPECT_EQ(
      NotesOn(LintRules(rules.files, rules.set(), rules.toolkit->words)),
      "7:15: no pattern has a slot for the role 'floors'; take the role out, or give a pattern its slot "
      "[unused-role]\n"
      "10:19: 'lodge' of 'with' holds a word of 'without', which silences it; keep one of them "
      "[contradiction]\n"
      "10:28: 'country inn' holds 'inn' of the same list, which decides alone; take one of them out "
      "[no-effect]\n"
      "10:43: 'inn' stands twice in this list; take one out [twice]\n"
      "13:15: no example that finds something is in English, or none is in Chinese; add one of each "
      "[writing]\n");
}

TEST(CheckLint, OursHaveNoWordsWithoutEffect) {
  Rules rules(Check(kPattern));
  for (const RuleNote& note : LintRules(rules.files, rules.set(), rules.toolkit->words)) {
    bool idle = note.check == "unused-role" || note.check == "no-effect" || note.check == "contradiction";
    EXPECT_FALSE(idle && note.file.starts_with("checks/")) << note.ToString();
  }
}

TEST(CheckCoverage, TellsPatternsThatNoExampleFires) {
  Rules rules(Check("  \"patterns\": [\"{rooms} with {beds}\", \"{beds} in {rooms}\"],\n"));
  RuleCoverage coverage =
      MeasureRuleCoverage(rules.files, rules.set(), *rules.toolkit->extractor, rules.toolkit->words, {"zz"});
  EXPECT_EQ(coverage.patterns, 2u);
  EXPECT_EQ(coverage.patterns_fired, 1u);
  EXPECT_EQ(NotesOn(coverage.notes),
            "8:39: no example fires the pattern \"{beds} in {rooms}\"; add one [unfired-pattern]\n");
}

TEST(CheckShow, SaysWhatIsAskedAndReckoned) {
  Rules rules(Check(kPattern + "  \"without\": [\"lodge\"],\n"));
  const CheckRule& check = *std::ranges::find(rules.set().checks, "zz", &CheckRule::id);
  EXPECT_EQ(ShowCheck(check),
            "zz (beds and rooms, 床位), checks/zz.json\n"
            "role beds: count\n"
            "role rooms: count; in: rooms\n"
            "pattern: {rooms} with {beds}\n"
            "not in a sentence with: lodge\n"
            "holds: beds >= rooms\n"
            "  where it fails: a conflict of 80 %\n"
            "finds: The inn has 12 rooms with 9 beds.\n"
            "finds: The lodge has 30 rooms with 19 beds.\n"
            "quiet: The inn has 12 rooms with 19 beds.\n"
            "quiet: The inn has 12 rooms.\n");
}

}  // namespace
}  // namespace tally
