// What two values are to each other, and what claims must share to be compared at all.
#include "compare/value_match.h"

#include <gtest/gtest.h>

#include "compare/claim_key.h"
#include "tests/compare_fixture.h"

namespace tally {
namespace {

// ---- Values ----

Measure MeasureFor(const Claim& claim) { return *MeasureOf(claim.value); }

TEST(ValueMatch, ReadsTheIntervalRule) {
  auto money = [](const std::string& digits) { return MeasureFor(Price("a").Money(digits, 8, "USD")); };
  EXPECT_EQ(Match(money("130"), money("130")), ValueMatch::kSame);
  EXPECT_EQ(Match(money("3.5"), money("3.52")), ValueMatch::kConsistent);
  EXPECT_EQ(Match(money("100"), money("130")), ValueMatch::kStrictOnly);
  EXPECT_EQ(Match(money("130"), money("150")), ValueMatch::kDisjoint);
  EXPECT_EQ(Match(money("130"), MeasureFor(Price("a").Money("130", 8, "CNY"))), ValueMatch::kIncomparable);
  EXPECT_EQ(Match(money("130"), MeasureFor(Price("a").Money("130", 8, ""))), ValueMatch::kSame);
}

TEST(ValueMatch, NeighbouringRoundedFiguresThatOnlyTouchAreApart) {
  EXPECT_EQ(
      Match(MeasureFor(Price("a").Money("130", 8, "USD")), MeasureFor(Price("a").Money("140", 8, "USD"))),
      ValueMatch::kDisjoint);
}

TEST(ValueMatch, PercentAndPercentagePointsDoNotCompare) {
  Measure percent = MeasureFor(Price("a").Percent("3"));
  Measure points = MeasureFor(Price("a").Figure(Dimension::kPercent, "3", 0, "pp"));
  EXPECT_EQ(Match(percent, points), ValueMatch::kIncomparable);
}

TEST(ValueMatch, DurationsCompareOnlyWhereTheConversionIsExact) {
  auto lasting = [](const std::string& digits, const std::string& unit) {
    return MeasureFor(Price("a").Figure(Dimension::kDuration, digits, 0, unit));
  };
  EXPECT_EQ(Match(lasting("2", "year"), lasting("24", "month")), ValueMatch::kSame);
  EXPECT_EQ(Match(lasting("2", "week"), lasting("14", "day")), ValueMatch::kSame);
  EXPECT_EQ(Match(lasting("1", "hour"), lasting("60", "minute")), ValueMatch::kSame);
  EXPECT_EQ(Match(lasting("1", "month"), lasting("30", "day")), ValueMatch::kIncomparable);
}

TEST(ValueMatch, MeasuresCompareInOneUnitAndAreNeverExact) {
  auto measure = [](const std::string& digits, const std::string& unit) {
    return MeasureFor(Price("a").Figure(Dimension::kCount, digits, 0, unit));
  };
  auto speed = [](const std::string& digits, const std::string& unit) {
    return MeasureFor(Price("a").Figure(Dimension::kRate, digits, 0, unit));
  };
  EXPECT_EQ(Match(measure("828", "m"), measure("2717", "ft")), ValueMatch::kConsistent);
  EXPECT_EQ(Match(measure("3000", "mu"), measure("200", "ha")), ValueMatch::kSame);
  EXPECT_EQ(Match(measure("30", "ping"), measure("99.2", "m2")), ValueMatch::kConsistent);
  EXPECT_EQ(Match(measure("494", "acre"), measure("200", "ha")), ValueMatch::kConsistent);
  EXPECT_EQ(Match(measure("1200", "ha"), measure("800", "ha")), ValueMatch::kDisjoint);
  EXPECT_EQ(Match(measure("5", "km"), measure("5", "kg")), ValueMatch::kIncomparable);
  EXPECT_EQ(Match(speed("120", "mph"), speed("193", "km/h")), ValueMatch::kConsistent);
  EXPECT_EQ(Match(speed("150", "mph"), speed("155", "km/h")), ValueMatch::kDisjoint);
}

TEST(ValueMatch, ABoundAgreesOnlyWithAFigureAtItsEnd) {
  Measure up_to = MeasureFor(Price("a").AtMost(Dimension::kMoney, Number("5000", 8), "USD"));
  Measure at_least = MeasureFor(Price("a").AtLeast(Dimension::kMoney, Number("6.5", 8), "USD"));
  EXPECT_TRUE(Agrees(up_to, MeasureFor(Price("a").Money("5000", 8, "USD")), 5));
  EXPECT_TRUE(Agrees(at_least, MeasureFor(Price("a").Money("6.5", 8, "USD")), 5));
  EXPECT_FALSE(Agrees(up_to, MeasureFor(Price("a").Money("3000", 8, "USD")), 5));
  EXPECT_FALSE(Agrees(at_least, MeasureFor(Price("a").Money("20", 8, "USD")), 5));
}

// ---- Keys ----

TEST(ClaimKey, NamesThePartsOfTheRuleAndWhatIsMissing) {
  const PredicateRule& rule = *Rules().FindPredicate("investment");
  ClaimKey key = KeyOf(Investment("a"), rule);
  EXPECT_EQ(KeyText(key), "investment subject=microsoft object=openai stage=?");
  EXPECT_TRUE(key.complete);
  EXPECT_FALSE(KeyOf(ClaimBuilder("a").About("investment", "microsoft"), rule).complete);
}

TEST(ClaimKey, LeavesTheCurrencyOut) {
  const PredicateRule& rule = *Rules().FindPredicate("count");
  EXPECT_EQ(KeyText(KeyOf(ClaimBuilder("a").About("count", "x", "y").Money("1", 0, "USD"), rule)),
            "count subject=x object=y");
  EXPECT_EQ(
      KeyText(KeyOf(ClaimBuilder("a").About("count", "x", "y").Figure(Dimension::kCount, "1", 0, "region"),
                    rule)),
      "count subject=x object=y unit=region");
}

}  // namespace
}  // namespace tally
