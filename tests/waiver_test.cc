// tally-ignore: what is written, what it covers, and what of a finding is left.
#include "document/waiver.h"

#include <gtest/gtest.h>

#include "compare/compare.h"
#include "compare/waiver_use.h"
#include "tests/compare_fixture.h"

namespace tally {
namespace {

// "3-5 value_conflict,date_conflict: why until 2025-01-02", or the problem.
std::string Line(const Waiver& waiver) {
  std::string lines = std::to_string(waiver.first_line) + "-" +
                      (waiver.last_line == kLastLine ? "" : std::to_string(waiver.last_line));
  if (!waiver.problem.empty()) return lines + " ! " + waiver.problem;
  std::string line = lines + " ";
  for (const std::string& kind : waiver.kinds) line += kind + (&kind == &waiver.kinds.back() ? "" : ",");
  line += ": " + waiver.reason;
  return waiver.until ? line + " until " + FormatDay(*waiver.until) : line;
}

TEST(WaiverTest, IsOfItsLineOrOfTheNextWithAText) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"<!-- tally-ignore all: why -->\nText.", "2-2 all: why"},
      {"<!-- tally-ignore all: why -->\n\n\nText.", "4-4 all: why"},
      {"Text. <!-- tally-ignore all: why -->\nText.", "1-1 all: why"},
      {"<!-- tally-ignore all: why --> Text.", "1-1 all: why"},
      {"One.\n\n<!--tally-ignore a , b:  so it is  -->\r\nTwo.", "4-4 a,b: so it is"},
      {"<!-- tally-ignore\n  all: over two lines -->\nText.", "3-3 all: over two lines"},
      {"<!-- tally-ignore all：全角冒号 until=2025-12-31 -->\nText.", "2-2 all: 全角冒号 until 2025-12-31"},
      {"<!-- tally-ignore all: why -->\nOne\ntwo\nthree.\n\nFour.", "2-4 all: why"},
      {"<!-- tally-ignore all: why -->\n- One\n  two\n- three", "2-3 all: why"},
      {"<!-- tally-ignore all: why -->\nOne\n2. two", "2-2 all: why"},
      {"<!-- tally-ignore-file all: satire -->", "1- all: satire"},
      {"a\n<!-- tally-ignore-start x: list -->\nb\nc\n<!-- tally-ignore-end -->\nd", "2-5 x: list"},
  };
  for (const auto& [text, expected] : table) {
    std::vector<Waiver> waivers = FindWaivers(text);
    ASSERT_EQ(waivers.size(), 1u) << text;
    EXPECT_EQ(Line(waivers[0]), expected) << text;
  }
}

TEST(WaiverTest, SeveralAboveOneLineAreAllOfIt) {
  std::vector<Waiver> waivers =
      FindWaivers("<!-- tally-ignore a: one -->\n<!-- tally-ignore b: two -->\nText.\n");
  ASSERT_EQ(waivers.size(), 2u);
  EXPECT_EQ(Line(waivers[0]), "3-3 a: one");
  EXPECT_EQ(Line(waivers[1]), "3-3 b: two");
}

TEST(WaiverTest, SaysWhatIsWrong) {
  const std::string form = "; write KIND: reason, such as value_conflict: both are quoted as printed";
  const std::vector<std::pair<std::string, std::string>> table = {
      {"<!-- tally-ignore value_conflict -->", "it gives no reason" + form},
      {"<!-- tally-ignore value_conflict: -->", "it gives no reason" + form},
      {"<!-- tally-ignore : why -->", "it names no kind of finding" + form},
      {"<!-- tally-ignore all: why until=soon -->", "'soon' is not a date of the form YYYY-MM-DD"},
      {"<!-- tally-ignore-end -->", "no tally-ignore-start stands before this tally-ignore-end"},
      {"<!-- tally-ignore-start all: why -->\nText.", "no <!-- tally-ignore-end --> follows"},
      {"<!-- tally-ignore-line all: why -->",
       "tally-ignore-line is not known; there are tally-ignore, -start, -end and -file"},
  };
  for (const auto& [text, expected] : table) {
    std::vector<Waiver> waivers = FindWaivers(text);
    ASSERT_EQ(waivers.size(), 1u) << text;
    EXPECT_EQ(waivers[0].problem, expected) << text;
    EXPECT_FALSE(waivers[0].Covers(1, 100)) << text;
  }
  EXPECT_TRUE(
      FindWaivers("The words tally-ignore alone, <!-- another comment -->, <!-- tally-ignore").empty());
}

TEST(WaiverTest, TimeIsLinear) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "<!-- tally-ignore a: b --> ";
  EXPECT_EQ(FindWaivers(text).size(), 100'000u);
  std::string open;
  for (int i = 0; i < 100'000; ++i) open += "<!-- tally-ignore a: b ";
  EXPECT_TRUE(FindWaivers(open).empty());
}

// Claims of documents a, b, …, each on line 1, and a waiver for that line in some of them.
std::optional<std::string> ReasonFor(const Claims& claims, const std::vector<std::string>& waived,
                                     const std::string& kinds = "all") {
  CompareInput input;
  for (const Claim& claim : claims) input.claims.push_back(claim);
  std::vector<Finding> findings = Compare(input, Rules()).findings;
  EXPECT_EQ(findings.size(), 1u);
  std::vector<ComparedDocument> documents;
  for (const std::string& name : waived) {
    ComparedDocument document;
    document.info.path = name;
    document.waivers.push_back({ParseWaiver(kinds + ": in " + name), "", {}, {}, {}, ""});
    document.waivers.back().waiver.last_line = kLastLine;
    documents.push_back(std::move(document));
  }
  return WaiverUse(documents, *MakeDay(2025, 6, 1)).ReasonFor(findings.at(0));
}

TEST(WaiverUseTest, WhatIsLeftMustNotContradictItself) {
  Claims two = {Investment("a").Money("13", 8, "USD"), Investment("b").Money("130", 8, "USD")};
  Claims three = {Investment("a").Money("13", 8, "USD"), Investment("b").Money("130", 8, "USD"),
                  Investment("c").Money("500", 8, "USD")};
  EXPECT_EQ(ReasonFor(two, {"b"}), "in b");
  EXPECT_EQ(ReasonFor(two, {"a"}), "in a");
  EXPECT_EQ(ReasonFor(two, {}), std::nullopt);
  EXPECT_EQ(ReasonFor(three, {"b"}), std::nullopt) << "a and c are left";
  EXPECT_EQ(ReasonFor(three, {"b", "c"}), "in b");
  EXPECT_EQ(ReasonFor(two, {"b"}, "magnitude_conflict"), "in b");
  EXPECT_EQ(ReasonFor(two, {"b"}, "date_conflict, magnitude_conflict"), "in b");
  EXPECT_EQ(ReasonFor(two, {"b"}, "date_conflict"), std::nullopt);
}

}  // namespace
}  // namespace tally
