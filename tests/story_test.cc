// Which texts tell one story, and what is concluded from that: names that only the figures link, agreement of
// figures that were read as those of different things.
#include <gtest/gtest.h>

#include "compare/comparable_sets.h"
#include "compare/namesakes.h"
#include "compare/same_figure.h"
#include "compare/stories.h"
#include "tests/compare_fixture.h"

namespace tally {
namespace {

// The claims keep the items alive.
struct Told {
  explicit Told(Claims made) : claims(std::move(made)), items(ItemsWithValues(claims, Rules())) {
    for (const ComparedClaim& item : items) group.push_back(&item);
  }
  Claims claims;
  std::vector<ComparedClaim> items;
  Items group;
};

bool AreOneStory(const Claims& a, const Claims& b) {
  Claims all = a;
  all.insert(all.end(), b.begin(), b.end());
  Told told(std::move(all));
  return StoriesOf(told.items, Rules())
      .AreOne(DocumentOf(told.claims.front()), DocumentOf(told.claims.back()));
}

ClaimBuilder Paid(const std::string& doc, const std::string& digits, const std::string& predicate = "price",
                  const std::string& subject = "widget") {
  return ClaimBuilder(doc).About(predicate, subject).Money(digits, 4, "EUR");
}

ClaimBuilder Share(const std::string& doc, const std::string& digits, const std::string& predicate) {
  return ClaimBuilder(doc).About(predicate, "widget").Percent(digits);
}

TEST(StoryTest, LongFiguresWeighMoreThanShortOnes) {
  // Three digits each.
  EXPECT_FALSE(AreOneStory({Paid("a", "123"), Paid("a", "456")}, {Paid("b", "123"), Paid("b", "456")}));
  EXPECT_TRUE(AreOneStory({Paid("a", "123"), Paid("a", "456"), Paid("a", "789")},
                          {Paid("b", "123"), Paid("b", "456"), Paid("b", "789")}));
  // Four: two are enough, one is not.
  EXPECT_TRUE(AreOneStory({Paid("a", "1237"), Paid("a", "4568")}, {Paid("b", "1237"), Paid("b", "4568")}));
  EXPECT_FALSE(AreOneStory({Paid("a", "1237")}, {Paid("b", "1237")}));
  // The same figure twice is one.
  EXPECT_FALSE(AreOneStory({Paid("a", "1237"), Paid("a", "1237")}, {Paid("b", "1237"), Paid("b", "1237")}));
}

TEST(StoryTest, TwoDigitsCountByTheirReading) {
  auto paid = [](const std::string& doc, const std::string& predicate) {
    return Claims{Paid(doc, "12", predicate), Paid(doc, "34", predicate), Paid(doc, "56", predicate)};
  };
  EXPECT_TRUE(AreOneStory(paid("a", "price"), paid("b", "price")));
  EXPECT_FALSE(AreOneStory(paid("a", "price"), paid("b", "capex")));
  auto shares = [](const std::string& doc, const std::string& predicate) {
    return Claims{Share(doc, "12", predicate), Share(doc, "34", predicate), Share(doc, "56", predicate)};
  };
  EXPECT_TRUE(AreOneStory(shares("a", "ratio"), shares("b", "ratio")));
  EXPECT_FALSE(AreOneStory(shares("a", "ratio"), shares("b", "equity_share")));
  // Percentages of two digits that were read as different things are everybody's.
  Claims a = shares("a", "ratio");
  Claims b = shares("b", "equity_share");
  a.push_back(Paid("a", "1237"));
  b.push_back(Paid("b", "1237"));
  EXPECT_FALSE(AreOneStory(a, b));
}

TEST(StoryTest, AFigureOfManyTextsTellsNoStory) {
  auto texts = [](std::size_t count) {
    Claims claims;
    for (std::size_t i = 0; i < count; ++i) {
      std::string doc = "d" + std::to_string(100 + i);
      claims.push_back(Paid(doc, "1237"));
      claims.push_back(Paid(doc, "4568"));
    }
    return claims;
  };
  EXPECT_TRUE(AreOneStory(texts(kMostSharing), {}));
  EXPECT_FALSE(AreOneStory(texts(kMostSharing + 1), {}));
}

// Of texts a and b, two figures in common each said of `one` here and of `other` there.
std::string LinkedName(const std::string& one, const std::string& other,
                       const std::string& second_other = "") {
  Claims claims = {Paid("a", "1237", "price", one), Paid("a", "4568", "capex", one)};
  claims.push_back(Paid("b", "1237", "price", other));
  claims.push_back(Paid("b", "4568", "capex", second_other.empty() ? other : second_other));
  Told told(claims);
  Namesakes names(told.group, PairsOfOneFigure(told.group, StoriesOf(told.items, Rules()), Rules()), Rules());
  const std::string* name = names.Find(*told.claims[2].subject, told.claims[2]);
  return name ? *name : "";
}

TEST(NamesakesTest, TwoFiguresLinkTheNamesOfTwoLanguages) {
  EXPECT_EQ(LinkedName("maroke", "馬羅克"), "maroke");
  EXPECT_EQ(LinkedName("northmere fair", "northmere"), "northmere");
}

TEST(NamesakesTest, OneFigureLinksNothing) { EXPECT_EQ(LinkedName("maroke", "馬羅克", "颱風署"), ""); }

TEST(NamesakesTest, OtherNamesOfOneLanguageAreOtherThings) {
  EXPECT_EQ(LinkedName("northmere", "southmere"), "");
  EXPECT_EQ(LinkedName("馬羅克", "颱風署"), "");
}

TEST(NamesakesTest, WhatATableKnowsHasItsName) {
  const RuleSet& rules = TestRules();
  Claims claims = {Paid("a", "1237", "price", "microsoft"), Paid("a", "4568", "capex", "microsoft"),
                   Paid("b", "1237", "price", "馬羅克"), Paid("b", "4568", "capex", "馬羅克")};
  std::vector<ComparedClaim> items = ItemsWithValues(claims, rules);
  Items group;
  for (const ComparedClaim& item : items) group.push_back(&item);
  Namesakes names(group, PairsOfOneFigure(group, StoriesOf(items, rules), rules), rules);
  EXPECT_TRUE(names.empty());
}

TEST(StoryTest, FiguresAgreeWhateverTheyWereReadAs) {
  Claims claims = {Paid("a", "1237", "price", "widget"), Paid("a", "4568", "capex", "microsoft"),
                   Paid("b", "1237", "investment", "馬羅克"), Paid("b", "4568", "capex", "microsoft")};
  EXPECT_EQ(Summary(claims), "corroboration: EUR 45.68 million x2;\ncorroboration: EUR 12.37 million x2;");
  // Not where each gives another year.
  claims[0].period = DateRange::Year(2021);
  claims[2].period = DateRange::Year(2022);
  EXPECT_EQ(Summary(claims), "corroboration: EUR 45.68 million x2;");
}

TEST(StoryTest, WhatOnlyAStoryTellsIsLessSure) {
  Claims keyed = {Paid("a", "1237"), Paid("b", "1237")};
  Claims told = {Paid("a", "1237", "price", "widget"), Paid("a", "4568", "capex", "microsoft"),
                 Paid("b", "1237", "investment", "馬羅克"), Paid("b", "4568", "capex", "microsoft")};
  std::vector<Finding> sure = FindingsOf(keyed);
  std::vector<Finding> findings = FindingsOf(told);
  ASSERT_EQ(sure.size(), 1u);
  ASSERT_EQ(findings.size(), 2u);
  int of_story = std::min(findings[0].confidence, findings[1].confidence);
  EXPECT_LT(of_story, sure[0].confidence);
}

}  // namespace
}  // namespace tally
