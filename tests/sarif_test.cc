// SARIF: valid, with both sides linked, marked where suppressed, and within the limits of GitHub.
#include <gtest/gtest.h>

#include <set>

#include <nlohmann/json.hpp>

#include "json_schema.h"
#include "report/kind_help.h"
#include "report/location_path.h"
#include "report/sarif_report.h"
#include "report_sample.h"

namespace tally {
namespace {

using Json = nlohmann::json;

Json RunOf(const CheckReport& check, const SarifLimits& limits = {}) {
  Json json = Json::parse(SarifReport(check, limits));
  EXPECT_EQ(SchemaErrors("tests/schemas/sarif.schema.json", json), "");
  return json["runs"][0];
}

CheckReport Sample() { return CheckOf(SampleReport().findings, {"notes/b.txt", "articles/a.md"}); }

Finding FindingOf(Severity severity, const std::string& id) {
  Finding finding = SampleReport().findings[3];
  finding.severity = severity;
  finding.id = id;
  return finding;
}

std::vector<std::string> Ids(const Json& run) {
  std::vector<std::string> ids;
  for (const Json& result : run["results"]) ids.push_back(result["partialFingerprints"]["tallyFinding/v1"]);
  return ids;
}

TEST(Sarif, AnEmptyRunIsValidAndHasEveryRule) {
  Json run = RunOf({});
  EXPECT_TRUE(run["results"].empty());
  EXPECT_EQ(run["tool"]["driver"]["rules"].size(), KindHelps().size());
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], true);
}

TEST(Sarif, EveryRuleIsAtTheIndexOfItsKindAndHasHelpWithoutLinks) {
  Json rules = RunOf({})["tool"]["driver"]["rules"];
  for (std::size_t i = 0; i < rules.size(); ++i) {
    EXPECT_EQ(rules[i]["id"], FindingKindName(static_cast<FindingKind>(i)));
    EXPECT_EQ(std::string(rules[i]["help"]["markdown"]).find("http"), std::string::npos);
    EXPECT_NE(std::string(rules[i]["help"]["text"]).find("What to do: "), std::string::npos);
  }
}

TEST(Sarif, TheMessageLinksToTheOtherSides) {
  Json result = RunOf(Sample())["results"][3];
  EXPECT_EQ(result["ruleId"], "currency_unstated");
  EXPECT_EQ(result["level"], "error");
  // The first side in a document under check is the place, the others are linked to.
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "articles/a.md");
  EXPECT_EQ(result["relatedLocations"].size(), 2u);
  std::string message = result["message"]["text"];
  EXPECT_NE(message.find("\nCompare [數十億美元](1) in articles/a.md line 14 (USD 2,000,000,000"),
            message.npos);
  EXPECT_NE(message.find("\nCompare [130 億美元](2) in notes/b.txt line 6 (USD 13,000,000,000)."),
            message.npos);
  EXPECT_EQ(result["relatedLocations"][1]["id"], 2);
  EXPECT_EQ(result["relatedLocations"][1]["physicalLocation"]["region"]["snippet"]["text"], "130 億美元");
}

TEST(Sarif, WhatIsNoConflictIsInformational) {
  Json result = RunOf(Sample())["results"][0];
  EXPECT_EQ(result["ruleId"], "corroboration");
  EXPECT_EQ(result["kind"], "informational");
  EXPECT_EQ(result["level"], "none");
}

TEST(Sarif, BracketsAndBracesOfAQuoteAreText) {
  CheckReport check = Sample();
  check.report.findings[3].message = "see [here](1) and {0} \\";
  std::string message = RunOf(check)["results"][3]["message"]["text"];
  EXPECT_TRUE(message.starts_with("see \\[here\\](1) and {{0}} \\\\\nCompare [")) << message;
}

TEST(Sarif, SuppressedResultsAreMarkedAndNotDropped) {
  CheckReport check = Sample();
  check.states.resize(4);
  check.states[1] = {FindingSuppression::kInSource, "rounded by the source", FindingBaseline::kNew};
  check.states[2] = {FindingSuppression::kBaseline, "", FindingBaseline::kUnchanged, FindingChange::kExposed};
  Json run = RunOf(check);
  ASSERT_EQ(run["results"].size(), 4u);
  EXPECT_EQ(run["results"][0]["suppressions"], Json::array());
  EXPECT_EQ(run["results"][1]["suppressions"].dump(),
            R"([{"justification":"rounded by the source","kind":"inSource","status":"accepted"}])");
  EXPECT_EQ(run["results"][1]["baselineState"], "new");
  // What is exposed comes last.
  EXPECT_EQ(run["results"][3]["suppressions"].dump(), R"([{"kind":"external","status":"accepted"}])");
  EXPECT_EQ(run["results"][3]["baselineState"], "unchanged");
  EXPECT_EQ(run["results"][3]["properties"]["change"], "exposed");
  EXPECT_FALSE(RunOf(Sample())["results"][0].contains("suppressions"));
}

TEST(Sarif, ThePlaceIsTheMemberOfTheChange) {
  CheckReport check = Sample();
  check.states.resize(4);
  check.states[3].change = FindingChange::kIntroduced;
  check.states[3].changed_member = 2;
  EXPECT_EQ(RunOf(check)["results"][3]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "notes/b.txt");
}

TEST(Sarif, BytesAndHashesOnlyWhereTheFileIsKnown) {
  CheckReport check = CheckOf({FindingOf(Severity::kHigh, "x")}, {"notes/b.txt"});
  Claim& claim = check.report.findings[0].members[2];
  check.contents["notes/b.txt"] = "一\n二\n三\n四\n五\n" + claim.context;
  Json run = RunOf(check);
  Json region = run["results"][0]["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region["byteOffset"], claim.span.start);
  EXPECT_EQ(region["byteLength"], claim.quote.size());
  EXPECT_TRUE(run["results"][0]["partialFingerprints"].contains("primaryLocationLineHash"));
  EXPECT_FALSE(run["artifacts"][0].contains("hashes"));
  EXPECT_EQ(run["artifacts"][1]["length"], check.contents["notes/b.txt"].size());
  EXPECT_EQ(run["artifacts"][1]["roles"].dump(), R"(["analysisTarget"])");
  check.contents.clear();
  run = RunOf(check);
  EXPECT_FALSE(run["results"][0]["locations"][0]["physicalLocation"]["region"].contains("byteOffset"));
  EXPECT_FALSE(run["results"][0]["partialFingerprints"].contains("primaryLocationLineHash"));
}

TEST(Sarif, WhatCouldNotBeReadIsANotification) {
  CheckReport check;
  check.errors = {"missing.md: no such file or folder"};
  check.warnings = {"a.md: encoding: declared big5, but reads as gb18030"};
  check.exit_status = 2;
  Json invocation = RunOf(check)["invocations"][0];
  EXPECT_EQ(invocation["executionSuccessful"], false);
  EXPECT_EQ(invocation["exitCode"], 2);
  EXPECT_EQ(invocation["toolExecutionNotifications"][0].dump(),
            R"({"level":"error","message":{"text":"missing.md: no such file or folder"}})");
  EXPECT_EQ(invocation["toolExecutionNotifications"][1]["level"], "warning");
}

std::string LastNotification(const Json& run) {
  const Json& notes = run["invocations"][0]["toolExecutionNotifications"];
  return notes.empty() ? "" : std::string(notes.back()["message"]["text"]);
}

TEST(Sarif, TheLeastSevereAreLeftOutAndCounted) {
  CheckReport check = CheckOf({FindingOf(Severity::kLow, "low"), FindingOf(Severity::kHigh, "waived"),
                               FindingOf(Severity::kHigh, "high"), FindingOf(Severity::kMedium, "medium")});
  check.states.resize(4);
  check.states[1].suppression = FindingSuppression::kInSource;
  Json run = RunOf(check, {.results = 2});
  EXPECT_EQ(Ids(run), std::vector<std::string>({"high", "medium"}));
  EXPECT_EQ(LastNotification(run), "2 results left out, the least severe: GitHub takes no more");
  EXPECT_EQ(Ids(RunOf(check, {.results = 3})), std::vector<std::string>({"low", "high", "medium"}));
  EXPECT_EQ(LastNotification(RunOf(check)), "");
}

TEST(Sarif, AFileThatPacksTooLargeIsCutUntilItFits) {
  CheckReport check;
  for (int i = 0; i < 300; ++i)
    check.report.findings.push_back(
        FindingOf(i % 2 == 0 ? Severity::kHigh : Severity::kLow, std::to_string(i)));
  std::size_t whole = RunOf(check)["results"].size();
  Json run = RunOf(check, {.gzip_bytes = 6'000});
  EXPECT_EQ(whole, 300u);
  EXPECT_GT(run["results"].size(), 10u);
  EXPECT_LT(run["results"].size(), 150u);
  EXPECT_EQ(LastNotification(run), std::to_string(300 - run["results"].size()) +
                                       " results left out, the least severe: GitHub takes no more");
  std::set<std::string> levels;
  for (const Json& result : run["results"]) levels.insert(result["level"]);
  EXPECT_EQ(levels, std::set<std::string>({"error"}));
}

TEST(Sarif, AResultHasNoMoreLocationsThanGithubTakes) {
  Finding finding = FindingOf(Severity::kHigh, "many");
  while (finding.members.size() < 1'500) finding.members.push_back(finding.members.front());
  for (std::size_t i = 0; i < finding.members.size(); ++i) finding.members[i].begin.line = i + 1;
  Json result = RunOf(CheckOf({finding}))["results"][0];
  EXPECT_EQ(result["relatedLocations"].size(), 999u);
  EXPECT_NE(std::string(result["message"]["text"]).find("\nAnd 1494 more."), std::string::npos);
}

TEST(LocationPath, IsRelativeToTheRoot) {
  CheckReport check;
  check.folder = "/repo/blog";
  check.root = "/repo";
  auto path = [&](const std::string& document) { return LocationPath(check, document); };
  EXPECT_EQ(path("./posts/a.md"), "blog/posts/a.md");
  EXPECT_EQ(path("../notes//b.txt"), "notes/b.txt");
  EXPECT_EQ(path("/repo/c.md"), "c.md");
  EXPECT_EQ(path("/elsewhere/d.md"), "/elsewhere/d.md");
  EXPECT_EQ(path("https://example.org/a//b"), "https://example.org/a//b");
  EXPECT_EQ(path("-"), "-");
  EXPECT_EQ(LocationPath({}, "./a.md"), "a.md");
}

TEST(LocationUri, EncodesAllThatActs) {
  EXPECT_EQ(LocationUri("新聞/a b#c?.md"), "%E6%96%B0%E8%81%9E/a%20b%23c%3F.md");
  EXPECT_EQ(LocationUri("c:%2F.md"), "c%3A%252F.md");
  EXPECT_EQ(LocationUri("/tmp/é"), "file:///tmp/%C3%A9");
  EXPECT_EQ(LocationUri("https://example.org/?a=1&b=%20"), "https://example.org/?a=1&b=%20");
  EXPECT_EQ(LocationUri("a\xFF\n"), "a%FF%0A");
}

}  // namespace
}  // namespace tally
