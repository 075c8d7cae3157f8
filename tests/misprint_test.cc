// One keystroke apart, and what that proves.
#include <gtest/gtest.h>

#include "compare/likeness.h"
#include "compare/slip.h"
#include "tests/compare_fixture.h"

namespace tally {
namespace {

Value Printed(const std::string& digits, int power = 0) {
  Claim claim = ClaimBuilder("a").Money(digits, power, "USD");
  return claim.value;
}

TEST(Slip, OneKeystroke) {
  struct Row {
    const char* a;
    const char* b;
    bool slip;
  };
  for (const Row& row : std::vector<Row>{{"49", "46", true},
                                         {"49", "94", true},
                                         {"130", "13", true},
                                         {"130", "1300000", true},
                                         {"8019", "819", true},
                                         {"8019", "801", true},
                                         {"17866", "17686", true},
                                         {"1.7", "17", true},
                                         {"5.2", "7", false},
                                         {"460", "310", false},
                                         {"4848", "4848.4", false},  // rounding
                                         {"450", "458", true},
                                         {"300", "306", true},
                                         {"54.2", "54.26", true},
                                         {"450", "453", false},
                                         {"3000", "3006", false},
                                         {"2801.54", "317.42", false},
                                         {"130", "130", false}}) {
    EXPECT_EQ(IsOneSlip(Printed(row.a), Printed(row.b)), row.slip) << row.a << ' ' << row.b;
    EXPECT_EQ(IsOneSlip(Printed(row.b), Printed(row.a)), row.slip) << row.b << ' ' << row.a;
  }
}

TEST(Slip, OnePartOfADate) {
  auto is_slip = [](const DateRange& a, const DateRange& b) {
    Claim x = ClaimBuilder("a").Date(a);
    Claim y = ClaimBuilder("b").Date(b);
    return IsOneSlip(x.value, y.value);
  };
  EXPECT_TRUE(is_slip(DateRange::Year(1992), DateRange::Year(1995)));
  EXPECT_TRUE(is_slip(DateRange::Months(2019, 7, 7), DateRange::Months(2019, 6, 6)));
  EXPECT_FALSE(is_slip(DateRange::Year(2025), DateRange::Months(2024, 1, 3)));
  EXPECT_FALSE(is_slip(DateRange::Months(2019, 7, 7), DateRange::Months(2020, 8, 8)));
}

// What two documents on one story say beside the figure in question.
Claims Story(const std::string& doc) {
  return {ClaimBuilder(doc).At(1000).About("price", "widget").Money("123", 6, "USD"),
          ClaimBuilder(doc).At(2000).About("capex", "microsoft").Money("456", 6, "USD"),
          ClaimBuilder(doc).At(3000).About("price", "gadget").Money("789", 6, "USD")};
}

Claims Both(Claims a, const Claims& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

std::string Conflicts(const Claims& claims) {
  std::vector<Finding> findings = FindingsOf(claims);
  std::erase_if(findings, [](const Finding& finding) { return finding.verdict != Verdict::kConflict; });
  return Summary(findings);
}

TEST(Misprint, OneStoryWithAFigureOfAnotherKey) {
  Claims a = Story("a");
  Claims b = Story("b");
  a.push_back(ClaimBuilder("a").At(5000).About("capex", "tsmc").Money("2974", 7, "USD"));
  b.push_back(ClaimBuilder("b").At(5000).About("capex", "apple").Money("2947", 7, "USD"));
  EXPECT_EQ(Conflicts(Both(a, b)), "value_conflict: USD 29.47 billion x1; USD 29.74 billion x1;");
  // Two texts that share nothing else speak of two things.
  EXPECT_EQ(Conflicts({a.back(), b.back()}), "");
  // Who states both figures knows them apart.
  b.push_back(ClaimBuilder("b").At(6000).About("capex", "tsmc").Money("2974", 7, "USD"));
  EXPECT_EQ(Conflicts(Both(a, b)), "");
}

TEST(Misprint, TheOnlyFigureOfItsKindInEachText) {
  auto stake = [](const char* doc, std::size_t at, const char* owner, const char* percent) {
    return ClaimBuilder(doc).At(at).About("equity_share", owner).Percent(percent);
  };
  Claims a = Story("a");
  Claims b = Story("b");
  a.push_back(stake("a", 5000, "tsmc", "75"));
  b.push_back(stake("b", 5000, "apple", "57"));
  EXPECT_EQ(Conflicts(Both(a, b)), "value_conflict: 57 % x1; 75 % x1;");
  // Beside another of its kind it may be anybody's.
  b.push_back(stake("b", 6000, "google", "84"));
  EXPECT_EQ(Conflicts(Both(a, b)), "");
}

TEST(Misprint, ATitleThatItsBodyDoesNotSay) {
  Claim title = ClaimBuilder("a").At(10).Title().About("price", "tsmc").Money("170", 6, "USD");
  Claim body = ClaimBuilder("a").At(5000).About("capex", "tsmc").Money("140", 6, "USD");
  EXPECT_EQ(Conflicts({title, body}), "value_conflict: USD 140 million x1; USD 170 million x1;");
  // Said in the body too, it is another amount.
  Claim again = ClaimBuilder("a").At(6000).About("price", "tsmc").Money("170", 6, "USD");
  EXPECT_EQ(Conflicts({title, body, again}), "");
}

TEST(Misprint, ARoundWithAndWithoutItsLetter) {
  Claims a = Story("a");
  Claims b = Story("b");
  a.push_back(ClaimBuilder("a").At(5000).About("investment", "apple", "tsmc").Money("85", 6, "USD"));
  b.push_back(ClaimBuilder("b")
                  .At(5000)
                  .About("investment", "apple", "tsmc")
                  .Stage("series-b")
                  .Money("58", 6, "USD"));
  EXPECT_EQ(Conflicts(Both(a, b)), "value_conflict: USD 58 million x1; USD 85 million x1;");
  b.back().stage = "bonds";
  EXPECT_EQ(Conflicts(Both(a, b)), "");
}

TEST(Misprint, AWordInThePlaceOfAnother) {
  auto says = [](const char* doc, const char* before, const char* quote, const char* after,
                 const char* digits) {
    Claim claim = ClaimBuilder(doc).At(5000).About("equity_share", "tsmc").Percent(digits);
    claim.quote = quote;
    claim.context = std::string(before) + quote + after;
    claim.quote_in_context = std::string(before).size();
    return claim;
  };
  Claim a = says("a", "Jane Holt owns ", "26.4%", " of the maker", "26.4");
  Claim b = says("b", "Mark Dene owns ", "24.6%", " of the maker", "24.6");
  EXPECT_TRUE(AreContrasted(a, b));
  EXPECT_FALSE(AreContrasted(a, says("b", "Jane Holt owns ", "24.6%", " of the maker", "24.6")));
  // Told again, and not copied.
  EXPECT_FALSE(AreContrasted(a, says("b", "The maker is held to ", "24.6%", " by Jane Holt", "24.6")));
  Claim fire = says("a", "仓库火灾致", "16人", "受伤", "16");
  EXPECT_TRUE(AreContrasted(fire, says("b", "食堂火灾致", "61人", "受伤", "61")));
  EXPECT_FALSE(
      AreContrasted(says("a", "通胀率为", "3.2%", "", "3.2"), says("b", "通膨率为", "2.3%", "", "2.3")));
}

TEST(Misprint, AnotherCurrency) {
  Claims a = Story("a");
  Claims b = Story("b");
  a.push_back(
      ClaimBuilder("a").At(5000).About("acquisition_price", "microsoft", "openai").Money("687", 8, "USD"));
  b.push_back(
      ClaimBuilder("b").At(5000).About("acquisition_price", "microsoft", "openai").Money("687", 8, "EUR"));
  EXPECT_EQ(Conflicts(Both(a, b)), "currency_conflict: EUR 68.7 billion x1; USD 68.7 billion x1;");
}

}  // namespace
}  // namespace tally
