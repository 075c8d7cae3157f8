// The sample articles end to end: how much is read, what is found, and what a visitor sees first.
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "document/read_document.h"
#include "report/html_report.h"
#include "report/json_report.h"
#include "report/markdown_report.h"
#include "tests/gold.h"
#include "tests/rules_fixture.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = TALLY_SOURCE_DIR;

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The seeds as `tally report seeds/` names them when it runs in the project's folder.
const std::vector<InputFile>& Seeds() {
  static const std::vector<InputFile> seeds = [] {
    std::vector<std::string> problems;
    std::vector<InputFile> files;
    for (const std::string& path : ListInputs({(kRoot / "seeds").string()}, problems)) {
      files.push_back({fs::path(path).lexically_relative(kRoot).generic_string(), ReadFile(path)});
    }
    return files;
  }();
  return seeds;
}

ReportInput ReportOf(unsigned threads) {
  return MakeReport(ExtractAll(Seeds(), TestToolkit(), threads), TestToolkit());
}

const ReportInput& Report() {
  static const ReportInput report = ReportOf(2);
  return report;
}

TEST(Seeds, AreFiveArticles) { EXPECT_EQ(Seeds().size(), 5u); }

// Floors, not targets: below them the reading has become worse.
TEST(Seeds, ReadAsTheGoldSays) {
  ClaimScore score = ScoreClaims(ReadJsonLines(kRoot / "tests/gold/seed_claims.jsonl"), Report().claims);
  EXPECT_GE(score.Share(score.money_value, score.money), 0.95);
  EXPECT_GE(score.Share(score.value, score.required), 0.80);
  EXPECT_GE(score.Share(score.predicate, score.required), 0.55);
  EXPECT_GE(score.Share(score.subject, score.required), 0.45);
  RecordProperty("value", score.value);
  RecordProperty("predicate", score.predicate);
  RecordProperty("subject", score.subject);
  if (HasFailure()) ADD_FAILURE() << fmt::format("{}", fmt::join(score.misses, "\n"));
}

TEST(Seeds, FindingsAreWhatTheGoldSays) {
  FindingScore score =
      ScoreFindings(ReadJsonLines(kRoot / "tests/gold/seed_findings.jsonl"), Report().findings);
  EXPECT_GE(100 * score.conflict_must_found, 66 * score.conflict_must);
  EXPECT_EQ(score.superseded_must_found, score.superseded_must);
  EXPECT_GE(2 * score.corroboration_must_found, score.corroboration_must);
  ASSERT_GT(score.conflicts_reported, 0);
  EXPECT_LE(10 * score.conflicts_without_gold, 4 * score.conflicts_reported);
  if (HasFailure()) ADD_FAILURE() << fmt::format("{}", fmt::join(score.misses, "\n"));
}

const Finding* FindingWith(Verdict verdict, const std::vector<std::string>& quotes) {
  for (const Finding& finding : Report().findings) {
    bool all = finding.verdict == verdict && std::ranges::all_of(quotes, [&](const std::string& quote) {
                 return std::ranges::any_of(finding.members, [&](const Claim& c) {
                   return c.quote.find(quote) != std::string::npos;
                 });
               });
    if (all) return &finding;
  }
  return nullptr;
}

TEST(Seeds, TheOpenAiInvestmentIsOneDiscrepancyWithItsThreeReadings) {
  const Finding* finding = FindingWith(Verdict::kConflict, {"千億", "數十億美元", "130 億美元"});
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->severity, Severity::kHigh);
  EXPECT_GE(finding->readings.size(), 3u);
  EXPECT_TRUE(
      std::ranges::any_of(finding->causes, [](const Cause& c) { return c.id == "currency_unstated"; }));
}

TEST(Seeds, CapitalExpenditureIsAnUpdate) {
  EXPECT_NE(FindingWith(Verdict::kSuperseded, {"700", "800 億美元"}), nullptr);
}

TEST(Seeds, StargateIsCorroboratedByTwoSources) {
  const Finding* finding = FindingWith(Verdict::kCorroboration, {"5000 億美元", "5000亿美元"});
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->independent_sources, 2u);
}

TEST(Seeds, EverySpanCutsItsQuoteOutOfTheOriginalBytes) {
  for (const InputFile& file : Seeds()) {
    Document document = ReadDocument(file.path, file.content, TestToolkit().words);
    Extraction extraction = TestToolkit().extractor->Read(document);
    EXPECT_FALSE(extraction.claims.empty()) << file.path;
    for (const Claim& claim : extraction.claims) {
      EXPECT_EQ(file.content.substr(claim.span.start, claim.span.size()), claim.quote) << file.path;
      EXPECT_EQ(claim.context.substr(claim.quote_in_context, claim.quote.size()), claim.quote) << file.path;
    }
  }
}

TEST(Seeds, SameBytesOnAnyNumberOfThreads) {
  std::string one = JsonReport(ReportOf(1));
  EXPECT_EQ(one, JsonReport(ReportOf(4)));
  EXPECT_EQ(one, JsonReport(Report()));
}

// The committed sample is what the program prints today. Refresh it with scripts/report.sh.
TEST(Seeds, TheCommittedReportIsNotStale) {
  EXPECT_EQ(ReadFile(kRoot / "reports/discrepancies.json"), JsonReport(Report()));
  EXPECT_EQ(ReadFile(kRoot / "reports/discrepancies.md"), MarkdownReport(Report()));
  EXPECT_EQ(ReadFile(kRoot / "reports/discrepancies.html"), HtmlReport(Report()));
}

}  // namespace
}  // namespace tally
