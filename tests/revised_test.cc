// Figures that a text changed silently.
#include "compare/revised.h"

#include <gtest/gtest.h>

#include "tests/compare_fixture.h"

namespace tally {
namespace {

// Two versions of one file.
TextChange Change(Claims before, Claims after) {
  TextChange change;
  change.before.path = change.after.path = "a.md";
  change.before.sha256 = "old";
  change.after.sha256 = "new";
  for (Claim& claim : before) claim.doc = "a.md", claim.doc_sha256 = "old";
  for (Claim& claim : after) claim.doc = "a.md", claim.doc_sha256 = "new";
  change.old_claims = std::move(before);
  change.new_claims = std::move(after);
  return change;
}

Claim Invested(const std::string& digits) {
  return Investment("a.md").Quote(digits + " 億美元").Money(digits, 8, "USD").AsOf("2025-05-08");
}
Claim Spent(const std::string& digits, int year) {
  return Capex("a.md").Quote(digits).Money(digits, 9, "USD").During(DateRange::Year(year)).AsOf("2025-05-08");
}

std::string Revised(const Claims& before, const Claims& after) {
  return Summary(RevisedFigures({Change(before, after)}, Rules()));
}

TEST(Revised, AFigureThatBecomesAnotherIsTold) {
  EXPECT_EQ(Revised({Invested("130")}, {Invested("13")}), "revised: USD 13 billion x1; USD 1.3 billion x1;");
  EXPECT_EQ(Revised({Invested("130")}, {Invested("131")}),
            "revised: USD 13 billion x1; USD 13.1 billion x1;");
}

TEST(Revised, WhatStaysComesOrGoesIsNoChangeOfAFigure) {
  EXPECT_EQ(Revised({Invested("130")}, {Invested("130")}), "");
  EXPECT_EQ(Revised({Invested("130")}, {Invested("130"), Invested("10")}), "");
  EXPECT_EQ(Revised({Invested("130"), Invested("10")}, {Invested("130")}), "");
  EXPECT_EQ(Revised({Invested("130")}, {}), "");
}

TEST(Revised, FiguresOfOtherTimesAreOtherFigures) {
  EXPECT_EQ(Revised({Spent("70", 2024)}, {Spent("80", 2025)}), "");
  EXPECT_EQ(Revised({Spent("70", 2024), Spent("80", 2025)}, {Spent("75", 2024), Spent("80", 2025)}),
            "revised: USD 70 billion x1; USD 75 billion x1;");
}

TEST(Revised, ADenialOfTheOldFigureIsANoteOfCorrection) {
  Claim denied = Invested("130");
  denied.modality = Modality::kNegated;
  EXPECT_EQ(Revised({Invested("130")}, {Invested("13"), denied}), "");
}

TEST(Revised, ANewSentenceThatTakesSomethingBackIsANoteOfCorrection) {
  TextChange change = Change({Invested("130")}, {Invested("13")});
  change.new_claims[0].context = "Correction: an earlier version of this article misstated it.";
  EXPECT_TRUE(RevisedFigures({change}, TestRules()).empty());
  // It stood there before.
  change.old_claims[0].context = change.new_claims[0].context;
  EXPECT_EQ(Summary(RevisedFigures({change}, TestRules())),
            "revised: USD 13 billion x1; USD 1.3 billion x1;");
}

TEST(Revised, SaysWhatItSaidInEachLanguage) {
  auto message = [](Language language) {
    return RevisedFigures({Change({Invested("130")}, {Invested("13")})}, Rules(), language).at(0).message;
  };
  EXPECT_EQ(
      message(Language::kEnglish),
      "Microsoft → Openai: investment: a.md says “13 億美元” (USD 1.3 billion) where it said “130 億美元” "
      "(USD 13 billion); no sentence with a figure says that it was changed.");
  EXPECT_NE(message(Language::kTraditionalChinese).find("均未註明有改動"), std::string::npos);
  EXPECT_NE(message(Language::kSimplifiedChinese).find("均未注明有改动"), std::string::npos);
}

TEST(Revised, TheWayBackIsAnotherFinding) {
  auto there = RevisedFigures({Change({Invested("130")}, {Invested("13")})}, Rules());
  auto back = RevisedFigures({Change({Invested("13")}, {Invested("130")})}, Rules());
  ASSERT_EQ(there.size(), 1U);
  ASSERT_EQ(back.size(), 1U);
  EXPECT_NE(there[0].id, back[0].id);
  EXPECT_EQ(there[0].verdict, Verdict::kSuperseded);
  EXPECT_TRUE(HasCause(there[0], "factor_10"));
}

}  // namespace
}  // namespace tally
