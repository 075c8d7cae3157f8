// The arithmetic between claims, from text to finding: a table of texts with the check that must find
// something in them, or none. Half of them are traps.
#include <gtest/gtest.h>

#include "compare/compare.h"
#include "compare/derived_value.h"
#include "rulecheck/check_examples.h"
#include "rules_fixture.h"

namespace tally {
namespace {

std::vector<Finding> DerivedOf(const std::string& text) {
  const Toolkit& toolkit = TestToolkit();
  Extraction extraction = toolkit.extractor->Read(ExampleDocument(text, toolkit.words));
  std::vector<Finding> findings = Compare({extraction.claims, {extraction.info}}, toolkit.rules).findings;
  std::erase_if(findings, [](const Finding& f) { return f.kind != FindingKind::kDerivedConflict; });
  return findings;
}

// The checks that find something in a text, and what they say.
std::string ChecksOf(const std::string& text) {
  std::string checks;
  for (const Finding& finding : DerivedOf(text)) checks += (checks.empty() ? "" : " ") + finding.key.rule;
  return checks;
}

struct Row {
  const char* text;
  const char* checks;
};

void Expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(ChecksOf(row.text), row.checks) << row.text;
}

TEST(Derived, AFindingSaysAllThatAnEditorNeeds) {
  std::vector<Finding> findings =
      DerivedOf("Revenue rose 25% from $80 million in 2022 to $120 million in 2023.");
  ASSERT_EQ(findings.size(), 1u);
  const Finding& finding = findings[0];
  EXPECT_EQ(finding.verdict, Verdict::kConflict);
  EXPECT_EQ(finding.scope, Scope::kInternal);
  EXPECT_EQ(finding.id.size(), 16u);
  EXPECT_NE(
      finding.message.find("“$80 million” became “$120 million” and calls that growth of “25%”; from the one "
                           "to the other it is 50 %"),
      std::string::npos)
      << finding.message;
  ASSERT_EQ(finding.arithmetic.size(), 2u);
  EXPECT_EQ(finding.arithmetic[0], "(USD 120 million ÷ USD 80 million − 1) × 100 = 50 %; printed: 25 %");
  EXPECT_EQ(finding.arithmetic[1], "with rounding and hedges: 42.86 to 57.23 %, not 24.5 to 25.5 %");
  EXPECT_EQ(finding.members.size(), 3u);
  EXPECT_EQ(finding.readings.size(), 3u);
  EXPECT_EQ(finding.confidence, 85);
  EXPECT_FALSE(finding.severity_reason.empty());
}

TEST(Derived, GrowthAndItsEnds) {
  Expect({
      {"Revenue rose 25% from $80 million in 2022 to $120 million in 2023.", "growth_ends"},
      {"Sales grew 10% to $150 million from $100 million a year earlier.", "growth_ends"},
      {"The price fell 30% from $100 to $90.", "growth_ends"},
      {"營收由80億元增至120億元，年增25%。", "growth_ends"},
      {"净利润12亿元，同比增长50%，去年同期为6亿元。", "growth_ends"},
      {"用户数从2000万增加到3000万，增长20%。", "growth_ends"},
      {"Revenue rose 50% from $80 million in 2022 to $120 million in 2023.", ""},
      {"Revenue rose about 50% from nearly $80 million to $121 million.", ""},
      {"Revenue rose 8% a year on average, from $80 million to $120 million.", ""},
      {"Revenue rose 4% on an organic basis, from $80 million to $120 million.", ""},
      {"The rate rose 2 percentage points from 3% to 5%.", ""},
      {"营收从80亿元增长到约100亿元，同比增长25%。", ""},
      {"营收从1亿元增长到1.2亿元，同比增长18%。", ""},
      {"营收从80亿元增长到120亿元，剔除汇率影响增长25%。", ""},
      {"2020年至2023年营收从80亿元增长到120亿元，年均增长14.5%。", ""},
  });
}

TEST(Derived, PartsAndTotals) {
  Expect({
      {"三笔款项分别为10亿元、100亿元和5亿元，合计130亿元。", "parts_total"},
      {"三筆款項分別為10億元、100億元和5億元，合計130億元。", "parts_total"},
      {"They gave $10 million, $100 million and $5 million, for a total of $130 million.", "parts_total"},
      {"该市去年接待游客300万人次，其中境外游客500万人次。", "parts_total"},
      {"The plan costs $3 million, of which $5 million comes from the city.", "parts_total"},
      {"They gave $10 million, $100 million and about $20 million, for a total of $130 million.", ""},
      {"三笔款项分别为10亿元、100亿元和约20亿元，合计130亿元。", ""},
      {"该项目投资130亿元，其中政府出资10亿元、企业出资100亿元。", ""},
      {"The fund holds $130 million, including $10 million from the state and $100 million from banks.", ""},
      {"在5个城市开店，其中北京30家。", ""},
      {"公司有员工1000人，其中研发投入2亿元。", ""},
  });
}

TEST(Derived, Subtraction) {
  Expect({
      {"去年营收34亿元，扣除4.6亿元后剩下28亿元。", "difference"},
      {"籌得34億元，扣除開支4.6億元，僅剩28億元。", "difference"},
      {"Proceeds of $3.4 billion less $460 million in costs leave $2.8 billion.", "difference"},
      {"Of the 120 passengers, 80 were rescued and the remaining 30 are missing.", "difference"},
      {"共有500名员工，其中研发人员200人，其余400人从事生产。", "difference"},
      {"去年营收34亿元，扣除4.6亿元后剩下29.4亿元。", ""},
      {"去年营收34亿元，扣除约5亿元后剩下29亿元。", ""},
      {"Of the 120 passengers, 80 were rescued and the remaining 40 are missing.", ""},
      {"共有5个项目，其中北京投资2亿元，其余3亿元投向上海。", ""},
  });
}

TEST(Derived, Percentages) {
  Expect({
      {"Turnout was 61%, with 30,000 of 40,000 voters casting a ballot.", "share_of_count"},
      {"In all, 120 of the 400 staff, or 40%, will leave.", "share_of_count"},
      {"有权投票的40,000人中，30,000人投了票，投票率61%。", "share_of_count"},
      {"400名員工中，120人將離職，占40%。", "share_of_count"},
      {"三方持股：甲方持股49%，乙方持股30%，丙方持股25%。", "shares_total"},
      {"Smith holds a 49% stake, Jones holds 30% and Brown holds 25%.", "shares_total"},
      {"其中45%来自欧洲，30%来自亚洲，其余35%来自美洲。", "shares_total"},
      {"In all, 121 of the 400 staff, or about 30%, will leave.", ""},
      {"400名员工中，120人将离职，占三成，同比增长40%。", ""},
      {"三方持股：甲方持股33.4%，乙方持股33.4%，丙方持股33.3%。", ""},
      {"甲方持股从49%增至60%，乙方持股25%。", ""},
      {"Smith raised his stake from 49% to 60%, and Jones holds 25%.", ""},
      {"60%的受访者用手机，55%用电脑，30%两者都用。", ""},
  });
}

TEST(Derived, DatesAndAges) {
  Expect({
      {"It signed a three-year deal from 2021 to 2026.", "elapsed_time"},
      {"双方签订了2021年至2026年的三年合同。", "elapsed_time"},
      {"In the 22 months between November 2022 and December 2024 the team doubled.", "elapsed_time"},
      {"进入后ChatGPT时代才仅仅22个月。", "elapsed_time"},
      {"张三1960年出生，现年54岁。", "age_birth"},
      {"John Smith, who was born in 1960, is 54 years old.", "age_birth"},
      {"It signed a five-year deal from 2021 to 2026.", ""},
      {"It signed a six-year deal from 2021 to 2026.", ""},
      {"进入后ChatGPT时代已经两年多。", ""},
      {"In about two years between November 2022 and December 2024 the team doubled.", ""},
      {"张三1960年出生，2014年去世，享年54岁。", ""},
      {"Smith, born in 1960, joined in 1985 at 25 years old.", ""},
      {"张三1960年出生，现年64岁。", ""},
  });
}

TEST(Derived, PricesStakesVotesAndRates) {
  Expect({
      {"It paid $30 million for a 25% stake, valuing the company at $200 million.", "stake_value"},
      {"公司以3000万美元收购其25%股权，对应估值2亿美元。", "stake_value"},
      {"The company sold 2,000 cars at $30,000 each for a total of $6 million.", "unit_price"},
      {"售出2000輛，單價3萬元，總額600萬元。", "unit_price"},
      {"贊成65票、反對30票、棄權10票，共100票。", "votes_total"},
      {"The bill passed by 70 votes to 35, with all 100 senators voting.", "votes_total"},
      {"收购价为130亿美元（约合人民币940亿元），其中20亿美元（约合人民币110亿元）为现金。",
       "conversion_rates"},
      {"营收达80亿元，是2019年20亿元的8倍。", "times_ratio"},
      {"It invested $50 million for a 20% stake, valuing the company at $200 million.", ""},
      {"It invested $50 million for a 20% stake, at a pre-money valuation of $200 million.", ""},
      {"公司以约3000万美元收购其15%股权，对应估值约2亿美元。", ""},
      {"售出2000辆，均价3万元，总额约6000万元。", ""},
      {"The company sold 2,000 cars at $30,000 each, raising net proceeds of $55 million.", ""},
      {"贊成65票、反對30票、棄權5票，共100票。", ""},
      {"收购价为130亿美元（约合人民币940亿元），其中20亿美元（约合人民币140亿元）为现金。", ""},
      {"营收从20亿元增长到80亿元，增长了3倍。", ""},
  });
}

TEST(Derived, TranchesThatFallShortAreAQuestion) {
  Expect({
      {"2019年7月，微软向OpenAI投资10亿美元。2023年初，微软又向OpenAI追加投资约100亿美元。微软至今对OpenAI的"
       "投资总额为130亿美元。",
       "tranches_total"},
      {"2019年7月，微軟向OpenAI投資10億美元。2023年初，微軟又向OpenAI追加投資約100億美元。微軟至今對OpenAI的"
       "投資總額為80億美元。",
       "tranches_total"},
      {"2019年7月，微软向OpenAI投资10亿美元。2023年初，微软又向OpenAI追加投资约100亿美元。微软至今对OpenAI的"
       "投资总额约110亿美元。",
       ""},
  });
}

}  // namespace
}  // namespace tally
