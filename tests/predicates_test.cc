// What figures say: the standard predicate and the rule, on sentences in three writings.
#include <gtest/gtest.h>

#include "document_fixture.h"
#include "rules_fixture.h"

namespace tally {
namespace {

// "quote=predicate(rule)" of the claims of a text that are no dates; the unit behind counts.
std::string PredicatesOf(const std::string& text) {
  std::string shown;
  for (const Claim& claim : TestToolkit().extractor->Read(Read("a.txt", text)).claims) {
    if (!claim.claimed() || claim.value.dimension == Dimension::kDate) continue;
    if (!shown.empty()) shown += ' ';
    shown += claim.quote + "=" + claim.predicate + "(" + std::string(claim.rule_id()) + ")";
    if (claim.value.dimension == Dimension::kCount) shown += claim.value.unit.value_or("-");
  }
  return shown;
}

struct Case {
  std::string text;
  std::string claims;
};

void Expect(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(PredicatesOf(c.text), c.claims) << c.text;
}

TEST(Predicates, ASpecialCaseIsOfItsFamily) {
  Expect({
      {"微软股价收报420美元。", "420美元=price(share_price)"},
      {"微軟毛利率為42%。", "42%=percent_of(margin)"},
      {"Microsoft cut 6,000 jobs.", "6,000 jobs=headcount(layoffs)jobs"},
      // of several families the one that takes the figure
      {"Boeing received orders for 300 aircraft.", "300 aircraft=count(orders)aircraft"},
      {"Boeing's order backlog was $500 billion.", "$500 billion=other(orders)"},
  });
}

TEST(Predicates, FiguresPerShareAreOfRulesThatWantThem) {
  Expect({
      {"微软每股盈余3.12美元。", "3.12美元=profit(eps)"},
      {"Microsoft will pay a dividend of $0.75 per share.", "$0.75=other(dividend)"},
      {"微软营收为每股3美元。", "3美元=price(share_price)"},
  });
}

TEST(Predicates, AComparedFigureSharesWhatIsSaid) {
  Expect({
      {"Microsoft earned a profit of $22 billion, compared with $12 billion.",
       "$22 billion=profit(profit) $12 billion=profit(profit)"},
      {"Inflation in Japan slowed to 2.4% in May from 2.9% in April.",
       "2.4%=growth(inflation) 2.9%=growth(inflation)"},
      {"微软产品价格由15元调至18元。", "15元=price(price) 18元=price(price)"},
  });
}

TEST(Predicates, APlainNumberIsCountedByItsRule) {
  Expect({
      {"Labour won seats in parliament: 87 of the 150 seats.",
       "87=seats(seats)seats 150 seats=seats(seats)seats"},
      {"该模型总参数量6710亿。", "6710亿=parameters(parameters)parameters"},
  });
}

TEST(Predicates, TheMonthOfMayForecastsNothing) {
  for (const Claim& claim :
       TestToolkit().extractor->Read(Read("a.txt", "Microsoft lost 3% in May 2025.")).claims)
    EXPECT_EQ(claim.modality, Modality::kAsserted) << claim.quote;
}

TEST(Predicates, APartIsNoMoreThanItsWhole) {
  Expect({
      {"微软的新产品是上一代产品的2.5倍。", "2.5倍=ratio(ratio)"},
      {"Sales of Microsoft doubled.", "doubled=growth(growth)"},
      {"微软三分之一的员工在印度。", "三分之一=percent_of(percent_of)"},
  });
}

TEST(Predicates, FiguresThatSayTheSameAsAnother) {
  struct {
    std::string text;
    std::string claims;
  } cases[] = {
      {"Acme Tools made a profit of $61 million on revenue of $402 million, against $58 million and $389 "
       "million.",
       "$61 million=profit(profit) $402 million=revenue(revenue) $58 million=profit(profit) $389 "
       "million=revenue(revenue)"},
      {"The deal brings total funding since the firm was founded to €1.1bn ($1.29bn).",
       "€1.1bn=funding_round(funding_round) $1.29bn=funding_round(funding_round)"},
      {"Acme Tools expects a margin of 4 percent, instead of 6 percent.",
       "4 percent=percent_of(margin) 6 percent=percent_of(margin)"},
  };
  for (const auto& c : cases) EXPECT_EQ(PredicatesOf(c.text), c.claims) << c.text;
}

}  // namespace
}  // namespace tally
