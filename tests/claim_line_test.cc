// The claim line that is written straight into a buffer beside the one that is made of a tree.
#include "report/claim_line.h"

#include <gtest/gtest.h>

#include <random>

#include "report/claim_json.h"
#include "report_sample.h"

namespace tally {
namespace {

std::string LineOf(const Claim& claim) {
  std::string line;
  AppendClaimLine(claim, line);
  return line;
}

TEST(ClaimLine, IsTheLineOfTheTree) {
  for (const Claim& claim : SampleReport().claims) EXPECT_EQ(LineOf(claim), ClaimJsonLine(claim));
  for (const Finding& finding : SampleReport().findings) {
    for (const Claim& claim : finding.members) EXPECT_EQ(LineOf(claim), ClaimJsonLine(claim));
  }
}

TEST(ClaimLine, WritesEveryPartOfAValue) {
  Claim claim = MakeClaim("c.md", 40, "12", "12", Value{});
  claim.value.modifier = Modifier::kAtLeast;
  claim.value.vague = true;
  claim.value.change = Change::kIncreaseTo;
  claim.value.converts = Span{3, 9};
  claim.value.per = "year";
  claim.value.fiscal_year = -1;
  claim.value.unresolved = "no date";
  claim.event = "launch";
  claim.stage = "base";
  claim.speaker = EntityRef{"x", "X", "x"};
  EXPECT_EQ(LineOf(claim), ClaimJsonLine(claim));
  claim.value.dimension = Dimension::kDate;
  claim.value.date = DateRange::Year(2024);
  claim.value.fiscal_year = 0;
  claim.period = DateRange{claim.value.date.first, std::nullopt};
  EXPECT_EQ(LineOf(claim), ClaimJsonLine(claim));
  claim.value.date.last.reset();
  EXPECT_EQ(LineOf(claim), ClaimJsonLine(claim));
}

TEST(ClaimLine, WritesEveryPercent) {
  Claim claim;
  for (int percent = -1; percent <= 101; ++percent) {
    claim.confidence = percent;
    EXPECT_EQ(LineOf(claim), ClaimJsonLine(claim));
  }
}

// Quotes, escapes, controls, characters that reorder text, surrogates, cut and overlong sequences.
TEST(ClaimLine, WritesAnyBytes) {
  const std::string_view pieces[] = {"a",
                                     "plain ASCII",
                                     "\"",
                                     "\\",
                                     "\n",
                                     "\x1f",
                                     "\x7f",
                                     "\xC2\x9B",
                                     "\xE2\x80\xAE",
                                     "億",
                                     "，",
                                     "“",
                                     "\xFF",
                                     "\x80",
                                     "\xC0\x80",
                                     "\xED\xA0\x80",
                                     "\xE5\x84",
                                     "\xF0\x9F\x98",
                                     "\xEF\xBF\xBD",
                                     "😀",
                                     "\xF4\x90\x80\x80"};
  std::mt19937 random(7);
  Claim claim;
  for (int i = 0; i < 2000; ++i) {
    claim.quote.clear();
    for (unsigned k = 0; k < i % 40u + 1; ++k) claim.quote += pieces[random() % std::size(pieces)];
    ASSERT_EQ(LineOf(claim), ClaimJsonLine(claim)) << i;
  }
}

}  // namespace
}  // namespace tally
