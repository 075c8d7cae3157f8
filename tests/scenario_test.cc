// Small cases from documents to findings: tests/scenarios/, a folder a kind, and traps/ for what must stay
// silent. tests/scenario_file.h describes the format. A case marked todo is a known gap: it must fail as it
// says, and the day it passes its mark must go. TALLY_UPDATE_SCENARIOS=1 writes what is found now behind the
// marks of those that are there, and takes away those that are done with.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "tests/rules_fixture.h"
#include "tests/scenario_file.h"

namespace tally {
namespace {

const std::vector<Scenario>& Scenarios() {
  static const std::vector<Scenario> all =
      ReadScenarios(std::filesystem::path(TALLY_SOURCE_DIR) / "tests/scenarios");
  return all;
}

std::vector<ScenarioFinding> FindIn(const Scenario& scenario) {
  ReportInput report = MakeReport(ExtractAll(scenario.documents, TestToolkit(), 1), TestToolkit());
  std::vector<ScenarioFinding> found;
  for (const Finding& finding : report.findings) found.push_back(AsScenario(finding));
  return found;
}

class ScenarioTest : public testing::TestWithParam<Scenario> {};

TEST_P(ScenarioTest, FindsWhatIsWanted) {
  const Scenario& scenario = GetParam();
  ASSERT_EQ(scenario.error, "") << scenario.path;
  std::vector<ScenarioFinding> found = FindIn(scenario);
  bool same = false;
  std::string difference = CompareFindings(scenario.wanted, found, same);
  std::string place = fmt::format("{}:{}: {}", scenario.path.string(), scenario.line, scenario.shows);
  if (!scenario.todo) {
    EXPECT_TRUE(same) << place << "\n" << difference;
    return;
  }
  if (std::getenv("TALLY_UPDATE_SCENARIOS") != nullptr) {
    RewriteTodo(scenario, same ? nullptr : &found);
    return;
  }
  ASSERT_FALSE(same) << place << "\npasses: take away the mark “" << *scenario.todo << "”";
  std::string change = CompareFindings(scenario.current, found, same);
  EXPECT_TRUE(same) << place << "\nfails in another way than is written down:\n" << change;
}

INSTANTIATE_TEST_SUITE_P(All, ScenarioTest, testing::ValuesIn(Scenarios()),
                         [](const auto& scenario) { return scenario.param.name; });

// The suite stays what it is meant to be.
TEST(Scenarios, ThreeInTenAreTraps) {
  std::size_t traps = 0;
  for (const Scenario& scenario : Scenarios()) traps += scenario.name.starts_with("traps_") ? 1 : 0;
  EXPECT_GE(Scenarios().size(), 120u);
  EXPECT_GE(10 * traps, 3 * Scenarios().size());
}

TEST(Scenarios, HoldEveryKindInEveryWriting) {
  std::set<std::string> seen;
  for (const Scenario& scenario : Scenarios()) {
    seen.insert(scenario.path.parent_path().filename().string() + "/" + scenario.path.stem().string());
  }
  for (std::string kind : {"value", "magnitude", "currency", "date", "party", "derived", "status",
                           "superseded", "corroboration"}) {
    for (std::string writing : {"/english", "/simplified", "/traditional", "/mixed"}) {
      EXPECT_TRUE(seen.contains(kind + writing)) << kind + writing;
    }
  }
}

}  // namespace
}  // namespace tally
