// A rule set by which any article would be clean is no check.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "cli/check_notes.h"
#include "git_fixture.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

TEST(SilentGreen, NoRuleThatIsComparedIsNoCheck) {
  RuleSet rules;
  EXPECT_THROW(RequireRules(rules), UserError);
  rules.predicates.emplace_back().draft = true;
  rules.predicates.emplace_back().compared = false;
  rules.checks.emplace_back().draft = true;
  EXPECT_THROW(RequireRules(rules), UserError);
  rules.checks.emplace_back();
  EXPECT_NO_THROW(RequireRules(rules));
}

TEST(SilentGreen, AllRulesAsDraftsAreAnError) {
  GitFixture git("drafts");
  git.Write("a.md", "Microsoft invested $13 billion in OpenAI.\n");
  for (const char* folder : {"predicates", "checks"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(TALLY_SOURCE_DIR) / "rules" / folder)) {
      std::ifstream in(entry.path());
      nlohmann::ordered_json rule = nlohmann::ordered_json::parse(in);
      rule["draft"] = true;
      git.Write(std::string("rules/") + folder + "/" + entry.path().filename().string(), rule.dump());
    }
  }
  ProgramRun run = git.Shell("tally check a.md --rules rules");
  EXPECT_EQ(run.status, 2);
  EXPECT_TRUE(run.err.starts_with("tally: error: none of the ")) << run.err;
  EXPECT_NE(run.err.find("all are drafts"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace tally
