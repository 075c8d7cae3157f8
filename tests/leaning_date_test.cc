// Dates that lean on another date of the sentence, and figures that only look like a date: two-column tables,
// told from 8 May 2025. Other quantities are left out of the second column. The texts are our own.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/quantity_fixture.h"

namespace tally {
namespace {

struct Row {
  const char* text;
  const char* dates;  // "quote = first..last", joined by "; "
};

void Check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    std::string dates;
    const std::string text = row.text;
    for (const Quantity& q : QuantitiesIn(text)) {
      if (q.value.dimension != Dimension::kDate) continue;
      if (!dates.empty()) dates += "; ";
      dates += text.substr(q.span.start, q.span.size()) + " = " + q.value.date.ToString();
    }
    EXPECT_EQ(dates, row.dates) << row.text;
  }
}

TEST(LeaningDates, ADayWithoutItsMonthHasThatOfTheDayBefore) {
  Check({
      {"记者5月7日获悉，工程已于6日全部完工", "5月7日 = 2025-05-07; 6日 = 2025-05-06"},
      {"记者5月6日获悉，工程已于7日动工", "5月6日 = 2025-05-06; 7日 = 2025-05-07"},
      // what is to come
      {"展览5月7日开幕，预计6日闭幕", "5月7日 = 2025-05-07; 6日 = 2025-06-06"},
      {"锦标赛4月28日开幕，4日闭幕", "4月28日 = 2025-04-28; 4日 = 2025-05-04"},
      // seen from before both
      {"比赛6月28日开始，5日结束", "6月28日 = 2025-06-28; 5日 = 2025-07-05"},
  });
}

TEST(LeaningDates, TheBaseOfAComparisonLendsNoYear) {
  Check({
      {"亏损较去年同期扩大，截至3月末现金为8亿元",
       "去年 = 2024-01-01..2024-12-31; 3月末 = 2025-03-21..2025-03-31"},
      {"2023年同期，6月销量为3万辆", "2023年 = 2023-01-01..2023-12-31; 6月 = 2023-06-01..2023-06-30"},
      {"2022年开工，8月停工", "2022年 = 2022-01-01..2022-12-31; 8月 = 2022-08-01..2022-08-31"},
  });
}

TEST(LeaningDates, AReturnPeriodIsNoYear) {
  Check({{"防洪标准从50年一遇提高到100年一遇", ""}, {"大坝从50年开始使用", "50年 = 1950-01-01..1950-12-31"}});
}

TEST(LeaningDates, AnEnglishDayBehindACommaHasAYear) {
  Check({
      {"Sixty had been moved out since August, 30 extra officers would start soon.", "August = 2024-08-01.."},
      {"It began on August 30, 2024.", "August 30, 2024 = 2024-08-30"},
      {"It began on August, 30, 2024.", "August, 30, 2024 = 2024-08-30"},
  });
}

TEST(LeaningDates, WhatComesAgainAndAgainIsNoDate) {
  Check({
      {"The trust plans to count every two years from 2026.", "2026 = 2026-01-01..2026-12-31"},
      {"The vote was held two years from March 2022.", "two years from March 2022 = 2024-03-01..2024-03-31"},
  });
}

}  // namespace
}  // namespace tally
