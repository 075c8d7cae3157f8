// The formats of `tally check` beside SARIF: valid when empty and with findings, with both sides of each.
#include <gtest/gtest.h>

#include <set>

#include <nlohmann/json.hpp>

#include "json_schema.h"
#include "report/comment_report.h"
#include "report/github_annotations.h"
#include "report/gitlab_report.h"
#include "report/junit_report.h"
#include "report/log_text.h"
#include "report/rdjson_report.h"
#include "report/text_findings.h"
#include "report_sample.h"
#include "xml_schema.h"

namespace tally {
namespace {

using Json = nlohmann::json;

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t CountOf(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

Finding FindingOf(Severity severity, const std::string& id = "0123456789abcdef") {
  Finding finding = SampleReport().findings[3];
  finding.severity = severity;
  finding.id = id;
  return finding;
}

CheckReport Sample() { return CheckOf(SampleReport().findings, {"notes/b.txt"}); }

// Three findings: waived, exposed, introduced.
CheckReport WithStates() {
  CheckReport check = CheckOf({FindingOf(Severity::kHigh, "waived"), FindingOf(Severity::kHigh, "exposed"),
                               FindingOf(Severity::kHigh, "introduced")},
                              {"notes/b.txt"});
  check.states.resize(3);
  check.states[0].suppression = FindingSuppression::kInSource;
  check.states[0].justification = "rounded <by> the source";
  check.states[1].change = FindingChange::kExposed;
  check.states[2].change = FindingChange::kIntroduced;
  return check;
}

Json Gitlab(const CheckReport& check) {
  Json json = Json::parse(GitlabReport(check));
  EXPECT_EQ(SchemaErrors("tests/schemas/gitlab.schema.json", json), "");
  return json;
}

Json Rdjson(const CheckReport& check) {
  Json json = Json::parse(RdjsonReport(check));
  EXPECT_EQ(SchemaErrors("tests/schemas/rdjson.schema.json", json), "");
  return json["diagnostics"];
}

std::string Junit(const CheckReport& check) {
  std::string xml = JunitReport(check);
  EXPECT_EQ(XmlErrors("tests/schemas/junit.xsd", xml), "");
  return xml;
}

TEST(GitlabReport, IsAnEmptyListWithoutFindings) { EXPECT_EQ(GitlabReport({}), "[]\n"); }

TEST(GitlabReport, HasBothSidesAndTheSeveritiesOfGitlab) {
  Json issues = Gitlab(Sample());
  ASSERT_EQ(issues.size(), 4u);
  EXPECT_EQ(issues[3]["location"]["path"], "notes/b.txt");
  EXPECT_EQ(issues[3]["location"]["lines"]["begin"], 6);
  EXPECT_EQ(issues[3]["severity"], "critical");
  EXPECT_EQ(issues[3]["fingerprint"], "4f1d0a92c3b7e865");
  EXPECT_TRUE(Has(issues[3]["description"], " Compare articles/a.md:2: 千億 = "));
  EXPECT_EQ(issues[0]["severity"], "info");
}

TEST(GitlabReport, FingerprintsAreUnique) {
  Json issues = Gitlab(CheckOf(std::vector<Finding>(3, FindingOf(Severity::kLow, "same"))));
  EXPECT_EQ(issues[0]["fingerprint"], "same");
  EXPECT_EQ(issues[1]["fingerprint"], "same-2");
  EXPECT_EQ(issues[2]["fingerprint"], "same-3");
}

TEST(GitlabReport, LeavesOutWhatIsWaivedAndCalmsWhatIsExposed) {
  Json issues = Gitlab(WithStates());
  ASSERT_EQ(issues.size(), 2u);
  EXPECT_EQ(issues[0]["severity"], "critical");
  EXPECT_EQ(issues[1]["severity"], "info");
}

TEST(RdjsonReport, IsValidWithoutFindings) { EXPECT_TRUE(Rdjson({}).empty()); }

TEST(RdjsonReport, HasTheOtherSidesAsRelatedLocations) {
  Json diagnostics = Rdjson(Sample());
  ASSERT_EQ(diagnostics.size(), 4u);
  const Json& unstated = diagnostics[3];
  EXPECT_EQ(unstated["severity"], "ERROR");
  EXPECT_EQ(unstated["code"]["value"], "currency_unstated");
  EXPECT_EQ(unstated["location"]["path"], "notes/b.txt");
  ASSERT_EQ(unstated["related_locations"].size(), 2u);
  EXPECT_EQ(unstated["related_locations"][0]["location"]["path"], "articles/a.md");
  // Without the file there are no byte columns.
  EXPECT_EQ(unstated["location"]["range"]["start"].dump(), R"({"line":6})");
}

TEST(RdjsonReport, ColumnsCountBytesOfUtf8) {
  CheckReport check = CheckOf({FindingOf(Severity::kHigh)}, {"notes/b.txt"});
  const Claim& claim = check.report.findings[0].members[2];
  check.contents["notes/b.txt"] = "1\n2\n3\n4\n5\n" + claim.context + "\n";
  Json range = Rdjson(check)[0]["location"]["range"];
  EXPECT_EQ(range["start"]["column"], claim.quote_in_context + 1);
  EXPECT_EQ(range["end"]["column"], claim.quote_in_context + claim.quote.size() + 1);
  // A file that has changed since has no such place.
  check.contents["notes/b.txt"] = "1\n2\n3\n4\n5\nshort";
  EXPECT_FALSE(Rdjson(check)[0]["location"]["range"]["start"].contains("column"));
}

TEST(JunitReport, IsValidWithoutFindings) {
  EXPECT_EQ(
      Junit({}),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"tally\" tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\">\n</testsuites>\n");
}

TEST(JunitReport, ACleanDocumentHasAPassedCase) {
  std::string xml = Junit(CheckOf({}, {"a.md", "b.md"}));
  EXPECT_TRUE(Has(xml, "<testsuites name=\"tally\" tests=\"2\" failures=\"0\""));
  EXPECT_TRUE(Has(xml, "<testcase name=\"no findings\" classname=\"b.md\" file=\"b.md\"/>"));
}

TEST(JunitReport, CountsFailuresSkippedAndErrors) {
  CheckReport check = WithStates();
  check.errors = {"missing.md: no such file or folder"};
  std::string xml = Junit(check);
  EXPECT_TRUE(Has(xml, "<testsuites name=\"tally\" tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\">"));
  EXPECT_TRUE(Has(xml, "<skipped message=\"rounded &lt;by&gt; the source\"/>"));
  EXPECT_TRUE(Has(xml, "<error type=\"unreadable\" message=\"missing.md: no such file or folder\"/>"));
  EXPECT_TRUE(Has(xml, "\narticles/a.md:2: 千億 = ≈ no currency"));
  EXPECT_TRUE(Has(xml, "(currency_unstated, exposed) exposed\""));
}

TEST(JunitReport, CharactersThatXmlCannotHoldAreReplaced) {
  CheckReport check = CheckOf({FindingOf(Severity::kHigh)}, {"a\x01\xEF\xBF\xBF.md"});
  check.report.findings[0].message = std::string("a\0b\x0B\xEF\xBF\xBE\xED\xA0\x80", 11);
  std::string xml = Junit(check);
  EXPECT_TRUE(Has(xml, "message=\"a[U+0000]b "));
  EXPECT_TRUE(Has(xml, "<testsuite name=\"a[U+0001]\xEF\xBF\xBD.md\""));
}

TEST(GithubAnnotations, NoMoreOfAKindThanGithubShowsAndTheRestInTheLog) {
  CheckReport check = CheckOf({}, {"notes/b.txt"});
  for (int i = 0; i < 13; ++i) check.report.findings.push_back(FindingOf(Severity::kHigh));
  for (int i = 0; i < 11; ++i) check.report.findings.push_back(FindingOf(Severity::kMedium));
  for (int i = 0; i < 2; ++i) check.report.findings.push_back(FindingOf(Severity::kLow));
  std::string text = GithubAnnotations(check);
  EXPECT_EQ(CountOf(text, "\n::error ") + 1, 10u);
  EXPECT_EQ(CountOf(text, "\n::warning "), 10u);
  EXPECT_EQ(CountOf(text, "\n::notice "), 2u);
  EXPECT_TRUE(Has(text, "\n::group::4 findings without annotation: GitHub shows 10 of a kind\n"));
  EXPECT_EQ(CountOf(text, "\nnotes/b.txt:6:15: "), 4u);
  EXPECT_TRUE(text.ends_with("\n::endgroup::\n"));
}

TEST(GithubAnnotations, WhatTheChangeIntroducedComesFirst) {
  std::string text = GithubAnnotations(WithStates());
  EXPECT_TRUE(text.starts_with("::error file=notes/b.txt,line=6,"));
  EXPECT_TRUE(Has(text, "\n::notice file=notes/b.txt,line=6,"));
  EXPECT_TRUE(Has(text, "(currency_unstated%2C exposed)::"));
  EXPECT_EQ(CountOf(text, "\n"), 2u);
}

TEST(TextFindings, MarksWhatIsExposedAndLeavesOutWhatIsWaived) {
  std::string text = TextFindings(WithStates(), false);
  EXPECT_EQ(CountOf(text, " [currency_unstated]\n"), 1u);
  EXPECT_EQ(CountOf(text, " [currency_unstated, exposed]\n"), 1u);
}

TEST(TextFindings, ALineOfTheLogIsNoCommand) {
  Finding finding = FindingOf(Severity::kHigh);
  Claim& claim = finding.members[0];
  claim.context = "::error::gone ##[error]千億";
  claim.quote_in_context = claim.context.find("千億");
  claim.doc = "::stop.md";
  EXPECT_TRUE(TextFindings(CheckOf({finding}), false).starts_with("[U+003A]:stop.md:2:3: high: "));
  EXPECT_TRUE(
      Has(TextFindings(CheckOf({finding}), false),
          "\n    [U+003A]:error::gone [U+0023][U+0023][error]千億\n" + std::string(48, ' ') + "^^^^\n"))
      << TextFindings(CheckOf({finding}), false);
}

TEST(LogText, SpellsOutWhatRunnersTakeForCommands) {
  EXPECT_EQ(LogLine("::error::x"), "[U+003A]:error::x");
  EXPECT_EQ(LogLine("   ::x"), "   [U+003A]:x");
  EXPECT_EQ(LogLine("a ::x"), "a ::x");
  EXPECT_EQ(LogLine("a ##vso[x] ###[y"), "a [U+0023][U+0023]vso[x] [U+0023][U+0023][U+0023][y");
  EXPECT_EQ(LogLine("## head, #1"), "## head, #1");
  // What follows may be the bracket.
  EXPECT_EQ(LogLine("####"), "[U+0023][U+0023][U+0023][U+0023]");
  EXPECT_EQ(LogJson(R"({"a":"##[x</b>"})"), R"({"a":"#\u0023[x\u003c/b>"})");
  EXPECT_EQ(LogXml("###[x"), "#&#35;#[x");
}

TEST(CommentReport, SaysThatThereIsNothing) {
  EXPECT_EQ(CommentReport(CheckOf({}, {"a.md"})),
            "<!-- tally check -->\n### tally: no findings in 1 file\n\n"
            "0 numbers seen, 0 not understood, 0 claims, 0 compared.\n");
}

TEST(CommentReport, HasBothSidesAndGroups) {
  CheckReport check = WithStates();
  check.report.findings.push_back(SampleReport().findings[0]);
  check.states.resize(4);
  check.errors = {"missing.md: no such file"};
  std::string text = CommentReport(check);
  EXPECT_TRUE(
      text.starts_with("<!-- tally check -->\n### tally: 1 finding in 1 file\n\n- Not checked: missing.md:"));
  EXPECT_TRUE(Has(text, "\n- notes/b.txt line 6: “據統計，微軟先後分三次投入 <b>130 億美元</b>，"));
  EXPECT_TRUE(Has(text, "\n- articles/a.md line 2: “微軟<b>千億</b>押注"));
  EXPECT_EQ(CountOf(text, "<details>"), 3u);
  EXPECT_LT(text.find("`introduced`"), text.find("#### In older articles, by what is new here\n"));
  EXPECT_LT(text.find("#### In older articles"), text.find("`exposed`"));
  EXPECT_LT(text.find("`exposed`"), text.find("#### Newer, or in agreement\n"));
  EXPECT_TRUE(Has(text, "\n1 finding waived or known.\n"));
}

TEST(CommentReport, KeepsTheLimitAndCountsWhatWasCut) {
  CheckReport check;
  for (int i = 0; i < 400; ++i) check.report.findings.push_back(FindingOf(Severity::kHigh));
  std::string text = CommentReport(check);
  std::size_t shown = CountOf(text, "<details>");
  EXPECT_EQ(CountOf(text, "</details>"), shown);
  EXPECT_TRUE(
      Has(text, "\n" + std::to_string(400 - shown) + " findings left out: a comment holds no more.\n"));
  // UTF-8 has no fewer bytes than UTF-16 has units, and Chinese three for each.
  std::size_t characters = 0;
  for (char c : text) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  EXPECT_LE(characters, 65'536u);
  EXPECT_GT(characters, 60'000u);
}

}  // namespace
}  // namespace tally
