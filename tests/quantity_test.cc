// What the reader of quantities reads: two-column tables of text and reading. The texts are our own; many of
// them are the traps that other readers fall into.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "quantities/quantity_reader.h"
#include "tests/rules_fixture.h"

namespace tally {
namespace {

struct Row {
  const char* text;
  const char* readings;  // "quote = dimension stated unit", joined by "; "
};

Block BlockOf(const std::string& text) {
  Block block;
  block.text.Append(text, 0);
  return block;
}

std::string Show(const Value& value) {
  std::string out(DimensionName(value.dimension));
  if (value.dimension == Dimension::kDate) {
    return out + " " + (value.date.first ? value.date.ToString() : "unresolved");
  }
  auto end = [](const std::optional<Decimal>& d) { return d ? d->ToString() : std::string("-"); };
  out += " " + end(value.stated.lo);
  if (value.stated.lo != value.stated.hi) out += ".." + end(value.stated.hi);
  return value.unit ? out + " " + *value.unit : out;
}

std::string ReadAll(const std::string& text) {
  static const QuantityReader reader(TestRules());
  Block block = BlockOf(text);
  std::string out;
  for (const Quantity& q : reader.Read(block, MakeDay(2025, 5, 8))) {
    EXPECT_EQ(block.text.ToOriginal(q.text), q.span);
    if (!out.empty()) out += "; ";
    out += text.substr(q.span.start, q.span.size()) + " = " + Show(q.value);
  }
  return out;
}

void Check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(ReadAll(row.text), row.readings) << row.text;
}

TEST(Quantities, MoneyInThreeWritings) {
  Check({
      {"投资130亿美元", "130亿美元 = money 13000000000 USD"},
      {"投資 130 億美元", "130 億美元 = money 13000000000 USD"},
      {"１３０億　美元", "１３０億　美元 = money 13000000000 USD"},
      {"$13bn", "$13bn = money 13000000000 USD"},
      {"US$1.2 trillion", "US$1.2 trillion = money 1200000000000 USD"},
      {"NT$30 billion", "NT$30 billion = money 30000000000 TWD"},
      {"新台幣30億元", "新台幣30億元 = money 3000000000 TWD"},
      {"RMB 50 million", "RMB 50 million = money 50000000 CNY"},
      {"人民币5亿元", "人民币5亿元 = money 500000000 CNY"},
      {"3万亿美元", "3万亿美元 = money 3000000000000 USD"},
      {"£2.5bn", "£2.5bn = money 2500000000 GBP"},
      {"half a million dollars", "half a million dollars = money 500000 USD"},
      {"1千3百億美元", "1千3百億美元 = money 130000000000 USD"},
      {"花了 5 亿元", "5 亿元 = money 500000000"},
  });
}

TEST(Quantities, HedgesAndBoundsBendTheFigureAndStandInTheSpan) {
  Check({
      {"約 100 億美元", "約 100 億美元 = money 10000000000 USD"},
      {"超过22.5万名员工", "超过22.5万名员工 = count 225000..- employees"},
      {"高達 75%", "高達 75% = percent -..75 %"},
      {"近3万亿美元", "近3万亿美元 = money -..3000000000000 USD"},
      {"至少 6.5 億美元", "至少 6.5 億美元 = money 650000000..- USD"},
      {"about $200 million", "about $200 million = money 200000000 USD"},
      {"more than 225,000 employees", "more than 225,000 employees = count 225000..- employees"},
      {"最近10年", "10年 = duration 10 year"},
      {"大约40亿美元左右", "大约40亿美元左右 = money 4000000000 USD"},
      {"高达 98% 到 99%", "高达 98% 到 99% = percent 98..99 %"},
  });
}

TEST(Quantities, VagueMagnitudesAreWideIntervals) {
  Check({
      {"數十億美元", "數十億美元 = money 2000000000..9900000000 USD"},
      {"數百萬美元", "數百萬美元 = money 2000000..9900000 USD"},
      {"上百亿美元", "上百亿美元 = money 10000000000..99900000000 USD"},
      {"近百亿美元", "近百亿美元 = money -..10000000000 USD"},
      {"十几亿美元", "十几亿美元 = money 1100000000..1900000000 USD"},
      {"130多億美元", "130多億美元 = money 13000000000..14000000000 USD"},
      {"60多个区域", "60多个区域 = count 60..70 regions"},
      {"几年", "几年 = duration 2..9 year"},
      {"tens of billions of dollars", "tens of billions of dollars = money 10000000000..99000000000 USD"},
      {"千億的投資", "千億 = number 100000000000..999000000000"},
  });
}

TEST(Quantities, RangesShareTheirUnit) {
  Check({
      {"10-20亿美元", "10-20亿美元 = money 1000000000..2000000000 USD"},
      {"20%-30%", "20%-30% = percent 20..30 %"},
      {"90%或95%", "90%或95% = percent 90..95 %"},
      {"3000万到5000万美元", "3000万到5000万美元 = money 30000000..50000000 USD"},
      {"between 3 and 5 billion dollars", "3 and 5 billion dollars = money 3000000000..5000000000 USD"},
      {"6-12个月", "6-12个月 = duration 6..12 month"},
      {"两到三倍", "两到三倍 = ratio 2..3 x"},
      {"五、六条短信", "五、六条短信 = count 5..6 messages"},
  });
}

TEST(Quantities, PercentRatioDuration) {
  Check({
      {"百分之四十九", "百分之四十九 = percent 49 %"},
      {"三个百分点", "三个百分点 = percent 3 pp"},
      {"体积只有1/20", "1/20 = ratio 0.05 x"},
      {"一半的开发", "一半 = ratio 0.5 x"},
      {"两倍半", "两倍半 = ratio 2.5 x"},
      {"三倍多", "三倍多 = ratio 3..4 x"},
      {"半小时", "半小时 = duration 0.5 hour"},
      {"一年半", "一年半 = duration 1.5 year"},
      {"五分钟", "五分钟 = duration 5 minute"},
      {"22个月", "22个月 = duration 22 month"},
      {"十多年", "十多年 = duration 10..20 year"},
      {"十二日连续直播", "十二日 = duration 12 day"},
      {"400 Gbps", "400 Gbps = rate 400 Gbps"},
  });
}

TEST(Quantities, DatesCoverTheirDays) {
  Check({
      {"2019 年 7 月", "2019 年 7 月 = date 2019-07-01..2019-07-31"},
      {"2025-05-08", "2025-05-08 = date 2025-05-08"},
      {"2023 年初", "2023 年初 = date 2023-01-01..2023-03-31"},
      {"在 92 年 11 月加入", "92 年 11 月 = date 1992-11-01..1992-11-30"},
      {"从 92 年到现在", "92 年 = date 1992-01-01..1992-12-31"},
      {"对25年上半年乐观", "25年上半年 = date 2025-01-01..2025-06-30"},
      {"07、08年", "07、08年 = date 2007-01-01..2008-12-31"},
      {"去年秋天", "去年秋天 = date 2024-09-01..2024-11-30"},
      {"去年 8 月", "去年 8 月 = date 2024-08-01..2024-08-31"},
      {"2021 年 6 月發佈。同年 11 月推出",
       "2021 年 6 月 = date 2021-06-01..2021-06-30; 同年 11 月 = date 2021-11-01..2021-11-30"},
      {"上周", "上周 = date 2025-04-28..2025-05-04"},
      {"4月29日凌晨", "4月29日 = date 2025-04-29"},
      {"去年12月底", "去年12月底 = date 2024-12-21..2024-12-31"},
      {"民國114年", "民國114年 = date 2025-01-01..2025-12-31"},
      {"2010年代初", "2010年代初 = date 2010-01-01..2013-12-31"},
      {"on May 5, 2025", "May 5, 2025 = date 2025-05-05"},
      {"in early 2023", "early 2023 = date 2023-01-01..2023-03-31"},
      {"in 2019", "2019 = date 2019-01-01..2019-12-31"},
      {"第一季度营收", "第一季度 = date 2025-01-01..2025-03-31"},
      {"第四季度营收", "第四季度 = date 2024-10-01..2024-12-31"},
      {"20年的生命周期", "20年 = duration 20 year"},
      {"過去15年", "15年 = duration 15 year"},
  });
}

TEST(Quantities, WhatIsNoQuantityStaysSilent) {
  Check({
      {"GPT-4 和 H100", ""},
      {"一个问题，一家公司，一些人", ""},
      {"万一失败，十分可惜", ""},
      {"15:19:13", ""},
      {"（图1）", ""},
      {"一点也不", ""},
      {"占总数的大部分", ""},
      {"007", ""},
  });
}

TEST(Quantities, StrictAndLenientFollowTheLastPrintedDigit) {
  QuantityReader reader(TestRules());
  struct Case {
    const char* text;
    const char* strict;
    const char* lenient;
  };
  for (const Case& c : std::vector<Case>{
           {"3.5亿美元", "[345000000, 355000000]", "[345000000, 355000000]"},
           {"130亿美元", "[12950000000, 13050000000]", "[12500000000, 13500000000]"},
           {"100亿美元", "[9950000000, 10050000000]", "[9500000000, 10500000000]"},
           {"49%", "[48.5, 49.5]", "[48.5, 49.5]"},
           {"22 employees", "[22, 22]", "[22, 22]"},
           {"1,500 employees", "[1500, 1500]", "[1450, 1550]"},
           {"超过130亿美元", "[12950000000, +inf)", "[12500000000, +inf)"},
           {"數十億美元", "[2000000000, 9900000000]", "[2000000000, 9900000000]"},
       }) {
    Block block = BlockOf(c.text);
    auto found = reader.Read(block, {});
    ASSERT_EQ(found.size(), 1u) << c.text;
    EXPECT_EQ(found[0].value.strict.ToString(), c.strict) << c.text;
    EXPECT_EQ(found[0].value.lenient.ToString(), c.lenient) << c.text;
  }
}

TEST(Quantities, RelativeDatesWithoutAPublicationAreSaidToBeUnresolved) {
  QuantityReader reader(TestRules());
  Block block = BlockOf("去年秋天");
  auto found = reader.Read(block, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_FALSE(found[0].value.date.first);
  EXPECT_EQ(found[0].value.unresolved, "told from the publication, which has no date");
}

TEST(Quantities, AMillionFiguresInARowAreReadInOnePass) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "12345 ";
  EXPECT_EQ(QuantityReader(TestRules()).Read(BlockOf(text), {}).size(), 200000u);
  std::string units;
  for (int i = 0; i < 50000; ++i) units += "一亿二千万";
  EXPECT_LE(QuantityReader(TestRules()).Read(BlockOf(units), {}).size(), 50000u);
  std::string digits;
  for (int i = 0; i < 300000; ++i) digits += "三";
  EXPECT_TRUE(QuantityReader(TestRules()).Read(BlockOf(digits), {}).empty());
}

}  // namespace
}  // namespace tally
