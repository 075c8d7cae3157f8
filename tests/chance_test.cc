// Which slips two figures of one story are by chance.
#include "compare/chance.h"

#include <gtest/gtest.h>

#include "compare/comparable_sets.h"
#include "tests/compare_fixture.h"

namespace tally {
namespace {

bool MayBeChance(const Claim& a, const Claim& b) {
  Claims claims = {a, b};
  std::vector<ComparedClaim> items = ItemsWithValues(claims, Rules());
  EXPECT_EQ(items.size(), 2u);
  return MayBeChance(items.front(), items.back(), nullptr, Rules().thresholds);
}

Claim Paid(const std::string& doc, const std::string& predicate, const std::string& subject,
           const std::string& digits, const std::string& day = "2024-05-01") {
  return ClaimBuilder(doc).About(predicate, subject).Money(digits, 6, "USD").AsOf(day);
}

Claim Percent(const std::string& doc, const std::string& predicate, const std::string& subject,
              const std::string& digits) {
  return ClaimBuilder(doc).About(predicate, subject).Percent(digits);
}

TEST(ChanceTest, ARareSlipIsNone) {
  EXPECT_FALSE(MayBeChance(Paid("a", "price", "widget", "412"), Paid("b", "capex", "apple", "421")));
  EXPECT_FALSE(MayBeChance(Paid("a", "price", "widget", "13"), Paid("b", "capex", "apple", "130")));
  // Of shares 2.5 and 25 are two of many.
  EXPECT_TRUE(
      MayBeChance(Percent("a", "ratio", "widget", "2.5"), Percent("b", "equity_share", "apple", "25")));
}

TEST(ChanceTest, FewDigitsNeedOneReading) {
  EXPECT_FALSE(MayBeChance(Paid("a", "price", "widget", "35"), Paid("b", "price", "widget", "38")));
  EXPECT_TRUE(MayBeChance(Paid("a", "price", "widget", "35"), Paid("b", "capex", "widget", "38")));
  // A later text may count anew.
  EXPECT_TRUE(
      MayBeChance(Paid("a", "price", "widget", "35"), Paid("b", "price", "widget", "38", "2024-05-20")));
}

TEST(ChanceTest, ManyDigitsNeedOneReadingOrOneSubject) {
  EXPECT_FALSE(MayBeChance(Paid("a", "price", "widget", "1269"), Paid("b", "capex", "widget", "3269")));
  EXPECT_FALSE(MayBeChance(Paid("a", "price", "widget", "1269"), Paid("b", "price", "apple", "3269")));
  EXPECT_TRUE(MayBeChance(Paid("a", "price", "widget", "1269"), Paid("b", "capex", "apple", "3269")));
  EXPECT_FALSE(MayBeChance(Paid("a", "price", "widget", "189"), Paid("b", "price", "apple", "179")));
  EXPECT_TRUE(MayBeChance(Paid("a", "price", "widget", "189"), Paid("b", "capex", "widget", "179")));
}

TEST(ChanceTest, ACountSaysLittleWithoutItsObject) {
  auto seats = [](const std::string& doc, const std::string& subject, const std::string& digits,
                  const std::string& object) {
    return ClaimBuilder(doc).About("count", subject, object).Figure(Dimension::kCount, digits, 0, "seat");
  };
  EXPECT_TRUE(MayBeChance(seats("a", "greens", "13", ""), seats("b", "greens", "12", "")));
  EXPECT_FALSE(MayBeChance(seats("a", "greens", "13", "house"), seats("b", "greens", "12", "house")));
  EXPECT_TRUE(MayBeChance(seats("a", "greens", "134", ""), seats("b", "labour", "124", "")));
  EXPECT_FALSE(MayBeChance(seats("a", "greens", "134", ""), seats("b", "greens", "124", "")));
}

}  // namespace
}  // namespace tally
