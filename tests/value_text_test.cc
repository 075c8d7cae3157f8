// How values read, as tables of two columns.
#include "report/value_text.h"

#include <gtest/gtest.h>

#include <utility>

#include "report/visible_text.h"
#include "report_sample.h"

namespace tally {
namespace {

Value With(Value value, Modifier modifier, bool approx = false) {
  value.modifier = modifier;
  value.approx = approx;
  return value;
}

Value Plain(Dimension dimension, std::optional<std::string> unit, std::string_view lo, std::string_view hi) {
  Value value = Money("", lo, hi);
  value.dimension = dimension;
  value.unit = std::move(unit);
  return value;
}

Value Date(DateRange range) {
  Value value;
  value.dimension = Dimension::kDate;
  value.date = range;
  return value;
}

Value PerYear(Value value) {
  value.per = "year";
  return value;
}

Value Fiscal(Value value, int year) {
  value.fiscal_year = year;
  return value;
}

Value Unresolved(const std::string& missing) {
  Value value = Date({});
  value.unresolved = missing;
  return value;
}

TEST(ValueText, ReadsInOneOrder) {
  const std::pair<Value, std::string> table[] = {
      {Money("USD", "13000000000", "13000000000"), "USD 13,000,000,000"},
      {Money("USD", "2000000000", "9900000000"), "USD 2,000,000,000 – 9,900,000,000"},
      {Money("", "100000000000", "999000000000"), "no currency 100,000,000,000 – 999,000,000,000"},
      {Money("USD", "650000000", ""), "≥ USD 650,000,000"},
      {With(Money("USD", "650000000", ""), Modifier::kMoreThan), "> USD 650,000,000"},
      {With(Money("USD", "", "5"), Modifier::kUpTo), "≤ USD 5"},
      {With(Money("USD", "", "5"), Modifier::kLessThan), "< USD 5"},
      {With(Money("USD", "", "5"), Modifier::kNearly), "nearly USD 5"},
      {With(Money("CNY", "1234.5", "1234.5"), Modifier::kApprox, true), "≈ CNY 1,234.5"},
      {With(Money("CNY", "10", ""), Modifier::kAtLeast, true), "≥ ≈ CNY 10"},
      {PerYear(Money("USD", "37500000000", "37500000000")), "USD 37,500,000,000 per year"},
      {Money("USD", "-1500000", "-1500000"), "USD -1,500,000"},
      {Money("USD", "", ""), "USD unknown amount"},
      {Plain(Dimension::kPercent, "%", "49", "49"), "49 %"},
      {Plain(Dimension::kPercent, "pp", "0.5", "0.5"), "0.5 pp"},
      {Plain(Dimension::kRatio, "x", "20", "20"), "20×"},
      {Plain(Dimension::kCount, "people", "60", "70"), "60 – 70 people"},
      {Plain(Dimension::kDuration, "year", "1", "1"), "1 year"},
      {Plain(Dimension::kDuration, "year", "3", "3"), "3 years"},
      {Plain(Dimension::kNumber, std::nullopt, "2048", "2048"), "2,048"},
      {Date({MakeDay(2023, 1, 1), MakeDay(2023, 3, 31)}), "2023-01-01 – 2023-03-31"},
      {Date(DateRange::Of(*MakeDay(2025, 5, 8))), "2025-05-08"},
      {With(Date(DateRange::Of(*MakeDay(2025, 5, 8))), Modifier::kApprox, true), "≈ 2025-05-08"},
      {Date({MakeDay(2019, 7, 1), std::nullopt}), "from 2019-07-01"},
      {Date({std::nullopt, MakeDay(2030, 12, 31)}), "until 2030-12-31"},
      {Fiscal(Date({MakeDay(2024, 7, 1), MakeDay(2025, 6, 30)}), 2025),
       "2024-07-01 – 2025-06-30 (fiscal 2025)"},
      {Unresolved("no year"), "date not resolved (no year)"},
      {Unresolved(""), "date not resolved"},
  };
  for (const auto& [value, text] : table) EXPECT_EQ(ValueText(value), text);
}

TEST(GroupThousands, GroupsTheWholePartOnly) {
  const std::pair<std::string, std::string> table[] = {{"0", "0"},
                                                       {"999", "999"},
                                                       {"1000", "1,000"},
                                                       {"-1000", "-1,000"},
                                                       {"123456.7891", "123,456.7891"},
                                                       {"-0.05", "-0.05"}};
  for (const auto& [plain, grouped] : table) EXPECT_EQ(GroupThousands(plain), grouped);
}

TEST(GroupLongNumbers, LeavesYearsDaysAndWordsAlone) {
  const std::pair<std::string, std::string> table[] = {
      {"lenient [12500000000, 13500000000]", "lenient [12,500,000,000, 13,500,000,000]"},
      {"in 2025, on 2025-05-08", "in 2025, on 2025-05-08"},
      {"id a12345 12345b", "id a12345 12345b"},
      {"13,000,000,000 and 0.123456", "13,000,000,000 and 0.123456"},
      {"00012345", "00012345"},
      {"130000億", "130,000億"},
  };
  for (const auto& [plain, grouped] : table) EXPECT_EQ(GroupLongNumbers(plain), grouped);
}

TEST(VisibleText, SpellsOutWhatActs) {
  const std::pair<std::string, std::string> table[] = {
      {"a\x1b[31mb", "a[U+001B][31mb"},
      {"a\xE2\x80\xAE"
       "b",
       "a[U+202E]b"},
      {"a\xC2\x9B"
       "b",
       "a[U+009B]b"},
      {std::string("a\0b", 3), "a[U+0000]b"},
      {"a\xFF"
       "b",
       "a\xEF\xBF\xBD"
       "b"},
      {"a\xE2\x80\x8B"
       "b",
       "ab"},
      {"13 億\n美元", "13 億美元"},
      {"13\r\n  billion", "13 billion"},
      {"約\t100", "約 100"},
  };
  for (const auto& [raw, visible] : table) EXPECT_EQ(VisibleText(raw), visible);
}

TEST(Keep, CutsByDisplayWidth) {
  EXPECT_EQ(KeepFirst("微軟投資", 8), "微軟投資");
  EXPECT_EQ(KeepFirst("微軟投資", 7), "微軟投…");
  EXPECT_EQ(KeepFirst("微軟投資", 6), "微軟…");
  EXPECT_EQ(KeepLast("微軟投資", 5), "…投資");
  EXPECT_EQ(PadRight("微軟", 6) + "|", "微軟  |");
}

}  // namespace
}  // namespace tally
