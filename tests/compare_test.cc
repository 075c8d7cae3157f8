// What contradicts, replaces or supports what: claims built by hand, compared under the rules of the fixture.
#include "compare/compare.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/compare_fixture.h"

namespace tally {
namespace {

// ---- The investment ----

TEST(Compare, OneConflictHoldsTheWholeInvestment) {
  std::vector<Finding> findings = FindingsOf(InvestmentClaims());
  std::ranges::sort(findings, std::greater(), [](const Finding& f) { return Summary({f}); });
  EXPECT_EQ(Summary(findings),
            "magnitude_conflict: USD 2 billion to 9.9 billion x2; USD 13 billion x2; "
            "100 billion to 999 billion, no currency x1;\n"
            "corroboration: USD 2 billion to 9.9 billion x2;\n"
            "corroboration: USD 13 billion x2;\n"
            "corroboration: USD 1 billion x2;");
  const Finding& conflict = findings.front();
  EXPECT_EQ(conflict.severity, Severity::kHigh);
  EXPECT_EQ(conflict.scope, Scope::kCross);
  EXPECT_EQ(conflict.headline, "Microsoft → Openai: investment");
  EXPECT_EQ(conflict.independent_sources, 3u);
  EXPECT_TRUE(HasCause(conflict, "currency_unstated", "CNY 78 billion to 104 billion"));
  EXPECT_TRUE(HasCause(conflict, "vague_magnitude",
                       "“數十億美元” is at most 9.9 billion; “130 億美元” is 13 billion"));
  EXPECT_TRUE(
      std::ranges::count(conflict.arithmetic,
                         "“130 億美元” = USD 13 billion; “數十億美元” = USD 2 billion to 9.9 billion; "
                         "13 billion > 9.9 billion"));
}

TEST(Compare, AgreementInsideOneDocumentIsInternal) {
  for (const Finding& finding : FindingsOf(InvestmentClaims())) {
    if (finding.kind != FindingKind::kCorroboration) continue;
    bool vague = finding.members.front().value.vague;
    EXPECT_EQ(finding.scope, vague ? Scope::kCross : Scope::kInternal);
    EXPECT_EQ(finding.independent_sources, vague ? 2u : 1u);
  }
}

TEST(Compare, ATitleContradictsItsOwnBody) {
  Claims claims = InvestmentClaims();
  claims.resize(2);
  std::vector<Finding> findings = FindingsOf(claims);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].kind, FindingKind::kMagnitudeConflict);
  EXPECT_EQ(findings[0].scope, Scope::kInternal);
  EXPECT_TRUE(HasCause(findings[0], "currency_unstated", "the title's “千億” names no currency"));
}

TEST(Compare, SumsOfOneBodyAreParts) {
  EXPECT_EQ(Summary({Investment("a").Money("10", 8, "USD"), Investment("a").Money("130", 8, "USD"),
                     Investment("b").Money("130", 8, "USD")}),
            "corroboration: USD 13 billion x2;");
}

TEST(Compare, TheSameDigitsAtAnotherScaleAreASlipEvenInOneBody) {
  std::vector<Finding> findings = FindingsOf({Investment("a").Quote("13 億").Money("13", 8, "USD"),
                                              Investment("a").Quote("130 億").Money("130", 8, "USD")});
  EXPECT_EQ(Summary(findings), "magnitude_conflict: USD 1.3 billion x1; USD 13 billion x1;");
  EXPECT_TRUE(HasCause(findings.at(0), "factor_10", "“130 億” ÷ “13 億” = 10"));
}

TEST(Compare, ASmallerTotalThatIsYearsOlderIsOutgrown) {
  EXPECT_EQ(Summary({Investment("a").Money("10", 8, "USD").AsOf("2019-08-01"),
                     Investment("b").Money("130", 8, "USD").AsOf("2025-03-01")}),
            "superseded: USD 1 billion x1; USD 13 billion x1;");
  EXPECT_EQ(Summary({Investment("a").Money("130", 8, "USD").AsOf("2019-08-01"),
                     Investment("b").Money("10", 8, "USD").AsOf("2025-03-01")}),
            "magnitude_conflict: USD 1 billion x1; USD 13 billion x1;");
}

TEST(Compare, StagesAreDifferentThings) {
  EXPECT_EQ(Summary({Investment("a").Money("10", 8, "USD").Stage("first"),
                     Investment("b").Money("30", 8, "USD").Stage("additional")}),
            "");
  EXPECT_EQ(Summary({Investment("a").Money("10", 8, "USD").Stage("cumulative"),
                     Investment("b").Money("30", 8, "USD")}),
            "value_conflict: USD 1 billion x1; USD 3 billion x1;");
  EXPECT_EQ(
      Summary({Investment("a").Money("10", 8, "USD").Stage("first"), Investment("b").Money("10", 8, "USD")}),
      "corroboration: USD 1 billion x2;");
}

TEST(Compare, DatedTranchesOfOtherDaysAreOtherEvents) {
  EXPECT_EQ(Summary({Investment("a").Money("10", 8, "USD").During(DateRange::Year(2019)),
                     Investment("b").Money("100", 8, "USD").During(DateRange::Year(2023))}),
            "");
  EXPECT_EQ(Summary({Investment("a").Money("10", 8, "USD").During(DateRange::Year(2019)),
                     Investment("b").Money("25", 8, "USD").During(DateRange::Year(2019))}),
            "value_conflict: USD 1 billion x1; USD 2.5 billion x1;");
}

// ---- Currencies ----

TEST(Compare, KnownCurrenciesAreNeverConverted) {
  EXPECT_EQ(Summary({Price("a").Money("13", 9, "USD"), Price("b").Money("94", 9, "CNY")}), "");
}

TEST(Compare, AMissingCurrencyThatExplainsAllIsItsOwnKind) {
  std::vector<Finding> findings =
      FindingsOf({Price("a").Quote("940 億").Money("940", 8, ""), Price("b").Money("130", 8, "USD")});
  EXPECT_EQ(Summary(findings), "currency_unstated: USD 13 billion x1; 94 billion, no currency x1;");
  EXPECT_LT(findings.at(0).confidence, 90);
}

TEST(Compare, AMissingCurrencyWithTheSameNumberAgreesWithLessConfidence) {
  std::vector<Finding> findings =
      FindingsOf({Price("a").Money("130", 8, ""), Price("b").Money("130", 8, "USD")});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].kind, FindingKind::kCorroboration);
  EXPECT_EQ(findings[0].confidence, 75);
  EXPECT_TRUE(HasCause(findings[0], "currency_unstated"));
}

TEST(Compare, AMissingCurrencyIsTakenFromItsOwnDocument) {
  EXPECT_EQ(Summary({Price("a").Money("20", 8, "CNY"), Price("b").Money("50", 8, "USD"),
                     Price("b").Money("50", 8, "")}),
            "corroboration: 5 billion, no currency x1; USD 5 billion x1;");
}

// ---- Time ----

DateRange Fiscal2025() { return {ParseIsoDay("2024-07-01"), ParseIsoDay("2025-06-30")}; }

TEST(Compare, ALaterFigureForTheYearSupersedesTheForecast) {
  Claim forecast = Capex("a")
                       .Quote("高达700亿美元")
                       .AtMost(Dimension::kMoney, Number("7", 10), "USD")
                       .During(DateRange::Year(2025))
                       .AsOf("2024-12-13")
                       .Said(Modality::kForecast);
  ClaimBuilder spending =
      Capex("b").Quote("每年投資 800 億美元").Money("800", 8, "USD").Per("year").AsOf("2025-03-07");
  std::string want = "superseded: at most USD 70 billion x1; USD 80 billion per year x1;";
  EXPECT_EQ(Summary({forecast, spending}), want);
  std::vector<Finding> findings = FindingsOf({forecast, spending.During(Fiscal2025())});
  EXPECT_EQ(Summary(findings), want);
  EXPECT_TRUE(HasCause(findings.at(0), "basis"));
  EXPECT_EQ(findings.at(0).verdict, Verdict::kSuperseded);
}

TEST(Compare, PeriodsThatDifferAreNotCompared) {
  ClaimBuilder quarter = Capex("a").Money("15", 9, "USD").During(DateRange::Months(2024, 1, 3));
  EXPECT_EQ(Summary({quarter, Capex("b").Money("56", 9, "USD").During(DateRange::Year(2024))}), "");
  EXPECT_EQ(Summary({Capex("a").Money("200", 8, "USD").During(DateRange::Year(2020)),
                     Capex("b").Money("800", 8, "USD").During(DateRange::Year(2025))}),
            "");
}

TEST(Compare, AFinishedPeriodHasOneFigureHoweverLateTheArticle) {
  EXPECT_EQ(Summary({Capex("a").Money("56", 9, "USD").During(DateRange::Year(2023)).AsOf("2024-02-01"),
                     Capex("b").Money("65", 9, "USD").During(DateRange::Year(2023)).AsOf("2025-02-01")}),
            "value_conflict: USD 56 billion x1; USD 65 billion x1;");
}

TEST(Compare, AStateIsSupersededByNewsButContradictedInTheSameMonth) {
  Claim old = Stake("a").Percent("49").AsOf("2023-02-01");
  EXPECT_EQ(Summary({old, Stake("b").Percent("27").AsOf("2025-10-28")}), "superseded: 49 % x1; 27 % x1;");
  EXPECT_EQ(Summary({old, Stake("b").Percent("27").AsOf("2023-02-10")}), "value_conflict: 27 % x1; 49 % x1;");
  EXPECT_EQ(Summary({old, Stake("b").Percent("27")}), "value_conflict: 27 % x1; 49 % x1;");
}

TEST(Compare, AStateThatItsArticleDatesInThePastIsHistory) {
  EXPECT_EQ(Summary({Stake("a").Percent("20").During(DateRange::Year(2019)).AsOf("2025-03-01"),
                     Stake("b").Percent("49").AsOf("2025-03-01")}),
            "");
}

TEST(Compare, APriceIsOneThingDatedOrNot) {
  ClaimBuilder dated = ClaimBuilder("a").About("acquisition_price", "microsoft", "inflection");
  dated.AtLeast(Dimension::kMoney, Number("6.5", 8), "USD").During(DateRange::Months(2024, 3, 3));
  ClaimBuilder undated = ClaimBuilder("b").About("acquisition_price", "microsoft", "inflection");
  std::vector<Finding> findings = FindingsOf({dated, undated.Money("6.5", 8, "USD")});
  EXPECT_EQ(Summary(findings), "corroboration: USD 650 million x1; at least USD 650 million x1;");
  EXPECT_TRUE(HasCause(findings.at(0), "bound"));
  EXPECT_EQ(Summary({dated, undated.Money("3", 8, "USD")}),
            "value_conflict: USD 300 million x1; at least USD 650 million x1;");
}

// ---- Modality ----

TEST(Compare, PlansAndDenialsDoNotContradictFacts) {
  Claim fact = Stake("a").Percent("49").AsOf("2025-03-01");
  EXPECT_EQ(Summary({fact, Stake("b").Percent("30").AsOf("2025-03-02").Said(Modality::kPlanned)}), "");
  EXPECT_EQ(Summary({fact, Stake("b").Percent("30").AsOf("2025-03-01").Said(Modality::kNegated)}), "");
  EXPECT_EQ(Summary({fact, Stake("b").Percent("30").AsOf("2025-02-20").Said(Modality::kPlanned)}),
            "superseded: 30 % x1; 49 % x1;");
}

TEST(Compare, ForecastsOfTwoPeopleMayDiffer) {
  Claim one = Price("a").Percent("20").Said(Modality::kForecast, "zuckerberg");
  EXPECT_EQ(Summary({one, Price("a").Percent("70").Said(Modality::kForecast, "nadella")}), "");
  EXPECT_EQ(Summary({one, Price("b").Percent("70").Said(Modality::kForecast, "zuckerberg")}),
            "value_conflict: 20 % x1; 70 % x1;");
}

// A text that gives one key several values speaks of several things.
TEST(Compare, ATextThatNamesSeveralValuesKnowsThatTheyDiffer) {
  Claim five = Price("a").Percent("5");
  Claim nine = Price("a").Percent("9");
  EXPECT_EQ(Summary({five, nine}), "");
  // its title says one of them again
  EXPECT_EQ(Summary({Price("a").Title().Percent("9"), five, nine}), "corroboration: 9 % x2;");
  // another text agrees with one of them
  EXPECT_EQ(Summary({five, nine, Price("b").Percent("5")}), "corroboration: 5 % x2;");
  // a title, or another text, that agrees with none
  EXPECT_EQ(Summary({Price("a").Title().Percent("20"), five, nine}), "value_conflict: 5 % x1; 20 % x1;");
  EXPECT_EQ(Summary({five, nine, Price("b").Percent("20")}), "value_conflict: 5 % x1; 20 % x1;");
}

TEST(Compare, AGuessContradictsNothingButMayAgree) {
  Claim fact = Stake("a").Percent("49");
  Claim guess = Stake("b").Percent("30");
  guess.confidence = 45;
  EXPECT_EQ(Summary({fact, guess}), "");
  guess.confidence = 46;
  EXPECT_EQ(Summary({fact, guess}), "value_conflict: 30 % x1; 49 % x1;");
  Claim same = Stake("b").Percent("49");
  same.confidence = 20;
  EXPECT_EQ(Summary({fact, same}), "corroboration: 49 % x2;");
}

TEST(Compare, TheSameDigitsInOneTextAreASlip) {
  EXPECT_EQ(Summary({Price("a").Money("13", 8, "USD"), Price("a").Money("130", 8, "USD")}),
            "magnitude_conflict: USD 1.3 billion x1; USD 13 billion x1;");
}

// ---- Dates ----

TEST(Compare, APreciseDateLiesInsideAYear) {
  EXPECT_EQ(Summary({Joining("a").Quote("1992").Date(DateRange::Year(1992)),
                     Joining("a").Quote("November 1992").Date(DateRange::Months(1992, 11, 11))}),
            "corroboration: 1992 x1; 1992-11 x1;");
}

TEST(Compare, AYearToldByAWordOfTheTextIsNoAgreementWithItsDay) {
  EXPECT_EQ(Summary({Joining("a").Quote("今年").Date(DateRange::Year(1992)),
                     Joining("a").Quote("11月").Date(DateRange::Months(1992, 11, 11))}),
            "");
  EXPECT_EQ(Summary({Joining("a").Quote("今年").Date(DateRange::Year(1992)),
                     Joining("b").Quote("11月").Date(DateRange::Months(1992, 11, 11))}),
            "corroboration: 1992 x1; 1992-11 x1;");
}

TEST(Compare, OneEventOnTwoDatesIsAConflict) {
  std::vector<Finding> findings =
      FindingsOf({Joining("a").Date(DateRange::Year(1992)), Joining("b").Date(DateRange::Year(1993))});
  EXPECT_EQ(Summary(findings), "date_conflict: 1992 x1; 1993 x1;");
  EXPECT_EQ(findings.at(0).severity, Severity::kHigh);
  EXPECT_TRUE(HasCause(findings.at(0), "year_off_by_one"));
}

TEST(Compare, DatesNeedEveryPartAndAFlatStatement) {
  Claim joined = Joining("a").Date(DateRange::Year(1992));
  EXPECT_EQ(Summary({joined, Joining("b").Date(DateRange::Year(1990)).Said(Modality::kQuotedOpinion)}), "");
  ClaimBuilder somewhere = ClaimBuilder("b").About("event_date", "nadella").Event("join");
  EXPECT_EQ(Summary({somewhere.Date(DateRange::Year(1990)), somewhere.At(7).Date(DateRange::Year(1999))}),
            "");
}

TEST(Compare, InvestingTwiceIsNoContradiction) {
  auto invested = [](const std::string& doc, int year) {
    return ClaimBuilder(doc)
        .About("event_date", "microsoft", "openai")
        .Event("invest")
        .Date(DateRange::Year(year));
  };
  EXPECT_EQ(Summary({invested("a", 2019), invested("b", 2023)}), "");
  EXPECT_EQ(Summary({invested("a", 2019), invested("a", 2020)}), "");
  EXPECT_EQ(Summary({invested("a", 2019), invested("b", 2020)}), "date_conflict: 2019 x1; 2020 x1;");
}

// ---- Agreement ----

TEST(Compare, ABoundCorroboratesTheFigureAtItsEnd) {
  ClaimBuilder up_to = Price("a").AtMost(Dimension::kMoney, Number("5000", 8), "USD");
  EXPECT_EQ(Summary({up_to, Price("b").Money("5000", 8, "USD")}),
            "corroboration: USD 500 billion x1; at most USD 500 billion x1;");
  EXPECT_EQ(Summary({up_to, Price("b").Money("20", 8, "USD")}), "");
}

TEST(Compare, ATwentiethAndTwentyTimesAgree) {
  ClaimBuilder ratio = ClaimBuilder("a").About("ratio", "model").Figure(Dimension::kRatio, "0.05", 0, "x");
  ClaimBuilder times = ClaimBuilder("b").About("ratio", "model");
  std::vector<Finding> findings = FindingsOf({ratio, times.Figure(Dimension::kRatio, "20", 0, "x")});
  EXPECT_EQ(Summary(findings), "corroboration: 0.05 x x1; 20 x x1;");
  EXPECT_TRUE(HasCause(findings.at(0), "reciprocal"));
  EXPECT_EQ(Summary({ratio, times.Figure(Dimension::kRatio, "50", 0, "x")}),
            "value_conflict: 0.05 x x1; 50 x x1;");
}

TEST(Compare, AVagueFigureIsCompatibleButNoSupport) {
  Claims claims = {Price("a").Vague(kBillions, "USD"), Price("b").Money("50", 8, "USD")};
  EXPECT_EQ(Summary(claims), "");
  claims.push_back(Price("c").Money("50", 8, "USD"));
  std::vector<Finding> findings = FindingsOf(claims);
  EXPECT_EQ(Summary(findings), "corroboration: USD 5 billion x2; USD 2 billion to 9.9 billion x1;");
  EXPECT_EQ(findings.at(0).independent_sources, 2u);
}

TEST(Compare, OnePublicationAndOneTextCountOnce) {
  Claims claims = {Price("a").Percent("49"), Price("b").Percent("49"), Price("c").Percent("49")};
  std::vector<DocumentInfo> documents(3);
  const char* names[] = {"a", "b", "c"};
  for (int i = 0; i < 3; ++i)
    documents[i] = {.path = names[i],
                    .sha256 = "sha of " + std::string(names[i]),
                    .title = "",
                    .source = i < 2 ? "Daily" : "Weekly",
                    .url = "",
                    .published = {}};
  EXPECT_EQ(FindingsOf(claims, documents).at(0).independent_sources, 2u);
  EXPECT_EQ(FindingsOf(claims).at(0).independent_sources, 3u);
}

// ---- What is left alone ----

TEST(Compare, LeavesIncompleteKeysAndUncomparedPredicatesAlone) {
  auto stake = [](const std::string& doc) { return ClaimBuilder(doc).About("equity_share", "microsoft"); };
  EXPECT_EQ(Summary({stake("a").Percent("49"), stake("b").Percent("20")}), "");
  EXPECT_EQ(Summary({stake("a").Percent("49"), stake("b").Percent("49")}), "");
  auto published = [](int year) {
    return ClaimBuilder("a")
        .About("publish_date", "article", "post")
        .Event("publish")
        .Date(DateRange::Year(year));
  };
  EXPECT_EQ(Summary({published(2024), published(2025)}), "");
}

TEST(Compare, CountsNeedTheSameUnit) {
  auto count = [](const std::string& doc, const std::string& digits, const std::string& unit) {
    return ClaimBuilder(doc).About("count", "azure").Figure(Dimension::kCount, digits, 0, unit);
  };
  EXPECT_EQ(Summary({count("a", "60", "region"), count("b", "300", "data_center")}), "");
  EXPECT_EQ(Summary({count("a", "61", "region"), count("b", "68", "region")}),
            "value_conflict: 61 region x1; 68 region x1;");
  EXPECT_EQ(Summary({count("a", "61", "region"), count("b", "61", "")}),
            "corroboration: 61 x1; 61 region x1;");
}

TEST(Compare, DurationsContradictOnlyAboutANamedThing) {
  auto lasting = [](const std::string& doc, const std::string& digits, const std::string& object) {
    return ClaimBuilder(doc)
        .About("duration", "microsoft", object)
        .Figure(Dimension::kDuration, digits, 0, "year");
  };
  EXPECT_EQ(Summary({lasting("a", "2", ""), lasting("b", "15", "")}), "");
  EXPECT_EQ(Summary({lasting("a", "2", "openai"), lasting("b", "15", "openai")}),
            "magnitude_conflict: 2 year x1; 15 year x1;");
}

TEST(Compare, OneSpanIsOneStatement) {
  EXPECT_EQ(Summary({Price("a").At(50).Percent("49"), Price("a").At(50).Percent("49")}), "");
  EXPECT_EQ(Summary({Price("a").At(50).Percent("49"), Price("a").At(55).Percent("20")}), "");
}

// ---- Words ----

TEST(Compare, TheMessageCanBeSentToTheAuthor) {
  std::vector<Finding> findings = FindingsOf(
      {Price("news/a.md").Quote("49\n%").Percent("49"), Price("b.txt").Quote("20%").Percent("20")});
  EXPECT_EQ(findings.at(0).message,
            "Widget: price: b.txt says “20%” (20 %) and a.md says “49 %” (49 %); these cannot all be right "
            "as printed, "
            "the highest is "
            "at least 2.4 times the lowest.");
  EXPECT_EQ(findings.at(0).severity_reason, "the larger is 2.4 times the smaller or more");
}

TEST(Compare, SeverityFollowsTheSizeOfTheDifference) {
  auto severity = [](const std::string& a, const std::string& b) {
    return FindingsOf({Price("a").Percent(a), Price("b").Percent(b)}).at(0).severity;
  };
  EXPECT_EQ(severity("20.5", "49.5"), Severity::kHigh);
  EXPECT_EQ(severity("40.5", "49.5"), Severity::kMedium);
  EXPECT_EQ(severity("48.5", "49.5"), Severity::kLow);
}

}  // namespace
}  // namespace tally
