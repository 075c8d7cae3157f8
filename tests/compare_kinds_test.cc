// Contradictions that are not between two values of one unit: the currency, the parties, the status, and what
// a text corrects.
#include <gtest/gtest.h>

#include "compare/compare.h"
#include "tests/compare_fixture.h"

namespace tally {
namespace {

// Quote and context stand in for the sentence.
Claim In(Claim claim, const std::string& context, const std::string& quote) {
  claim.context = context;
  claim.quote = quote;
  return claim;
}

// ---- Currencies ----

TEST(CompareCurrency, OneNumberInTwoCurrenciesIsAContradiction) {
  std::vector<Finding> findings = FindingsOf({Investment("a").Quote("130億美元").Money("130", 8, "USD"),
                                              Investment("b").Quote("130亿元").Money("130", 8, "CNY")});
  EXPECT_EQ(Summary(findings), "currency_conflict: CNY 13 billion x1; USD 13 billion x1;");
  EXPECT_EQ(findings.at(0).severity, Severity::kHigh);
  EXPECT_TRUE(HasCause(findings[0], "currency_lost", "CNY 78 billion to 104 billion"));
}

TEST(CompareCurrency, OtherNumbersInOtherCurrenciesAreNotCompared) {
  EXPECT_EQ(Summary({Investment("a").Money("130", 8, "USD"), Investment("b").Money("940", 8, "CNY")}), "");
}

TEST(CompareCurrency, ATextThatGivesTheNumberInBothMeansBoth) {
  EXPECT_EQ(Summary({Investment("a").Money("130", 8, "USD"), Investment("a").Money("130", 8, "CNY"),
                     Investment("b").Money("130", 8, "CNY")}),
            "corroboration: CNY 13 billion x2;");
}

TEST(CompareCurrency, ATitleMayLoseTheCurrencyOfItsBody) {
  EXPECT_EQ(Summary({Investment("a").Title().Money("130", 8, "CNY"), Investment("a").Money("130", 8, "USD")}),
            "currency_conflict: CNY 13 billion x1; USD 13 billion x1;");
}

TEST(CompareCurrency, PricesDifferByCountry) {
  EXPECT_EQ(Summary({Price("a").Money("999", 0, "USD"), Price("b").Money("999", 0, "EUR")}), "");
}

// ---- Parties ----

ClaimBuilder Purchase(const std::string& doc, const std::string& buyer, const std::string& bought) {
  return ClaimBuilder(doc).About("acquisition_price", buyer, bought).Money("3.46", 10, "USD");
}

TEST(CompareParties, OneDealHasOneBuyer) {
  std::vector<Finding> findings =
      FindingsOf({Purchase("a", "softbank", "ampere"), Purchase("b", "qualcomm", "ampere")});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].kind, FindingKind::kPartyConflict);
  EXPECT_EQ(findings[0].readings.size(), 2u);
  EXPECT_NE(findings[0].message.find("Qualcomm → Ampere"), std::string::npos) << findings[0].message;
}

TEST(CompareParties, ExchangedRolesAreAContradictionForRoundAmountsToo) {
  Claims claims = {ClaimBuilder("a").About("acquisition_price", "adobe", "figma").Money("200", 8, "USD"),
                   ClaimBuilder("b").About("acquisition_price", "figma", "adobe").Money("200", 8, "USD")};
  EXPECT_EQ(FindingsOf(claims).at(0).kind, FindingKind::kPartyConflict);
}

TEST(CompareParties, RoundAmountsAreSharedByManyDeals) {
  EXPECT_EQ(Summary({ClaimBuilder("a").About("investment", "nvidia", "openai").Money("10", 8, "USD"),
                     ClaimBuilder("b").About("investment", "disney", "openai").Money("10", 8, "USD")}),
            "");
}

TEST(CompareParties, ATextThatNamesBothKnowsBetter) {
  Claim group = In(Purchase("a", "softbank", "ampere"), "SoftBank buys Ampere", "x");
  Claim unit =
      In(Purchase("b", "arm-holdings", "ampere"), "arm-holdings, owned by Softbank, buys Ampere", "x");
  EXPECT_EQ(Summary({group, unit}), "");
  EXPECT_EQ(Summary({Purchase("a", "softbank", "ampere"), Purchase("a", "qualcomm", "ampere"),
                     Purchase("b", "qualcomm", "ampere")}),
            "corroboration: USD 34.6 billion x2;");
}

TEST(CompareParties, OtherNewsIsAnotherDeal) {
  EXPECT_EQ(Summary({Purchase("a", "softbank", "ampere").AsOf("2020-01-01"),
                     Purchase("b", "qualcomm", "ampere").AsOf("2025-01-01")}),
            "");
}

// ---- Status ----

TEST(CompareStatus, WhatOneTextDeniesAnotherCannotSay) {
  std::vector<Finding> findings =
      FindingsOf({Investment("a").Quote("130億美元").Money("130", 8, "USD"),
                  Investment("b").Quote("130億美元").Money("130", 8, "USD").Said(Modality::kNegated)});
  EXPECT_EQ(Summary(findings), "status_conflict: USD 13 billion, denied x1; USD 13 billion, done x1;");
}

TEST(CompareStatus, ATextThatDeniesWhatItSaysElsewhereQuotesIt) {
  EXPECT_EQ(Summary({Investment("a").Money("130", 8, "USD"), Investment("b").Money("130", 8, "USD"),
                     Investment("b").Money("130", 8, "USD").Said(Modality::kNegated)}),
            "corroboration: USD 13 billion x2;");
}

TEST(CompareStatus, PlannedAndDoneOnOneDay) {
  auto plan = [](const std::string& day) {
    return Investment("a").Money("130", 8, "USD").Said(Modality::kPlanned).AsOf(day);
  };
  Claim done = In(Investment("b").Money("130", 8, "USD").AsOf("2025-03-01"),
                  "微软已向OpenAI投资130亿美元，双方还将合作。", "130亿美元");
  Claim headline =
      In(Investment("c").Money("130", 8, "USD").AsOf("2025-03-01"), "微软投资OpenAI 130亿美元", "130亿美元");
  auto kinds = [](const Claims& claims) {
    std::string text;
    for (const Finding& finding : FindingsOf(claims)) text += FindingKindName(finding.kind), text += ' ';
    return text;
  };
  EXPECT_EQ(kinds({plan("2025-03-01"), done}), "status_conflict ");
  EXPECT_EQ(kinds({plan("2025-02-01"), done}), "corroboration ") << "the plan was carried out";
  EXPECT_EQ(kinds({plan("2025-03-01"), headline}), "corroboration ") << "a headline says it of plans";
}

// ---- Slips of the hand ----

TEST(CompareCauses, MistypedDigitsAreNamed) {
  struct Row {
    const char* a;
    const char* b;
    const char* cause;
  };
  for (const Row& row : std::initializer_list<Row>{{"1524", "1254", "transposed_digits"},
                                                   {"1524", "154", "dropped_digit"},
                                                   {"1524", "1824", "mistyped_digit"},
                                                   {"15.24", "12.54", "transposed_digits"}}) {
    std::vector<Finding> findings =
        FindingsOf({Price("a").Quote(row.a).Figure(Dimension::kMoney, row.a, 0, "USD"),
                    Price("b").Quote(row.b).Figure(Dimension::kMoney, row.b, 0, "USD")});
    ASSERT_EQ(findings.size(), 1u) << row.a;
    EXPECT_TRUE(HasCause(findings[0], row.cause)) << row.a << " " << row.b;
  }
  std::vector<Finding> findings = FindingsOf({Price("a").Percent("24"), Price("b").Percent("42")});
  EXPECT_FALSE(HasCause(findings.at(0), "transposed_digits")) << "two digits are near each other by chance";
}

TEST(CompareCauses, AnErrorThatSeveralShareMayBeCopied) {
  auto stake = [](const std::string& doc, const std::string& percent) { return Stake(doc).Percent(percent); };
  Claims claims = {stake("a", "49"), stake("b", "49"), stake("c", "49"), stake("d", "94"), stake("e", "94")};
  EXPECT_TRUE(HasCause(FindingsOf(claims).at(0), "copied", "2 of 5 documents"));
  claims.pop_back();
  EXPECT_FALSE(HasCause(FindingsOf(claims).at(0), "copied"));
}

// ---- Corrections ----

TEST(CompareCorrections, ATextThatTakesAFigureBackCorrectsTheOthers) {
  Claims claims = {
      Investment("a").Quote("13億").Money("13", 8, "USD").AsOf("2025-03-01"),
      Investment("b").Quote("13億").Money("13", 8, "USD").AsOf("2025-03-02").Said(Modality::kNegated),
      Investment("b").Quote("130億").Money("130", 8, "USD").AsOf("2025-03-02")};
  std::vector<Finding> findings = FindingsOf(claims);
  EXPECT_EQ(Summary(findings), "superseded: USD 1.3 billion x1; USD 13 billion x1;");
  EXPECT_TRUE(HasCause(findings.at(0), "corrected"));
  EXPECT_NE(findings[0].message.find("is corrected by"), std::string::npos);
  claims[0].as_of = ParseIsoDay("2025-03-05");
  EXPECT_EQ(FindingsOf(claims).at(0).verdict, Verdict::kConflict) << "the correction was known by then";
}

// 739 mm are compared as 0.739 m: whoever reads the intervals must see of what.
TEST(CompareIntervals, NameAnotherUnitThanThePrintedOne) {
  auto rain = [](const std::string& doc, const std::string& digits, const std::string& unit) {
    return ClaimBuilder(doc).About("count", "gauge").Figure(Dimension::kCount, digits, 0, unit);
  };
  std::vector<Finding> findings = FindingsOf({rain("a", "739", "mm"), rain("b", "793", "mm")});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_NE(findings[0].readings[0].detail.find("[0.7385, 0.7395] m,"), std::string::npos)
      << findings[0].readings[0].detail;
  ASSERT_FALSE(findings[0].arithmetic.empty());
  EXPECT_NE(findings[0].arithmetic[0].find("; 793 > 739"), std::string::npos) << findings[0].arithmetic[0];
  findings = FindingsOf({rain("a", "61", "region"), rain("b", "68", "region")});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_TRUE(findings[0].readings[0].detail.ends_with("]")) << findings[0].readings[0].detail;
}

}  // namespace
}  // namespace tally
