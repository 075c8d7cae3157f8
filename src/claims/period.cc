#include "claims/period.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {

bool IsUpToNow(const Sentence& sentence, const Item& item) {
  if (item.type != Item::Type::kQuantity) return false;
  const Value& value = sentence.quantities[item.index].value;
  if (value.dimension != Dimension::kDate) return false;
  std::string_view before = sentence.block->text.str();
  before = before.substr(0, item.text.start);
  if (before.ends_with(" ")) before.remove_suffix(1);
  for (std::string_view lead : {"截至", "截止", " as of"}) {
    if (before.ends_with(lead)) return true;
  }
  // 到 2025 年会达到 700 亿 names the year of the figure; 到今天 only says up to when.
  bool single_day = value.date.first && value.date.first == value.date.last;
  for (std::string_view lead : {"到", "至", " by", " to"}) {
    if (single_day && before.ends_with(lead)) return true;
  }
  return false;
}

namespace {

// A date further off than this many clauses belongs to another statement.
constexpr std::size_t kClausesAway = 2;
// How many items around the figure are looked at; keeps the search linear.
constexpr std::size_t kItemsLookedAt = 16;

bool IsUsableDate(const Sentence& sentence, const Item& item) {
  if (item.type != Item::Type::kQuantity) return false;
  const Value& value = sentence.quantities[item.index].value;
  if (value.dimension != Dimension::kDate || !value.date.first || IsUpToNow(sentence, item)) return false;
  // until 2030: the end of something, not the time of a figure.
  std::string_view before = std::string_view(sentence.block->text.str()).substr(0, item.text.start);
  if (before.ends_with(" ")) before.remove_suffix(1);
  return !before.ends_with("直到") && !before.ends_with(" until") && !before.ends_with(" till");
}

bool IsUnresolved(const Sentence& sentence, const Item& item) {
  if (item.type != Item::Type::kQuantity) return false;
  const Value& value = sentence.quantities[item.index].value;
  return value.dimension == Dimension::kDate && !value.unresolved.empty();
}

Period PeriodOf(const Sentence& sentence, const Item& item) {
  std::string_view text = sentence.block->text.str();
  return {sentence.quantities[item.index].value.date, false,
          std::string(text.substr(item.text.start, item.text.size()))};
}

}  // namespace

std::optional<Period> FindPeriod(const Sentence& sentence, std::size_t item,
                                 const std::optional<Period>& before) {
  const Item& value = sentence.items[item];
  std::size_t floor = item > kItemsLookedAt ? item - kItemsLookedAt : 0;
  for (std::size_t i = item; i > floor; --i) {
    const Item& other = sentence.items[i - 1];
    // 从 2019 年的 10 亿到今天的 130 亿: the second figure holds up to today, not for 2019.
    if (IsUpToNow(sentence, other)) return std::nullopt;
    // 去年 in a text without a date is not the year that was named before.
    if (IsUnresolved(sentence, other) &&
        sentence.ClausesBetween(other.text.end, value.text.start) <= kClausesAway)
      return std::nullopt;
    if (!IsUsableDate(sentence, other)) continue;
    if (sentence.ClausesBetween(other.text.end, value.text.start) > kClausesAway) break;
    return PeriodOf(sentence, other);
  }
  TextSpan clause = sentence.ClauseAt(value.text.start);
  std::size_t ceiling = std::min(sentence.items.size(), item + kItemsLookedAt);
  for (std::size_t i = item + 1; i < ceiling && sentence.items[i].text.end <= clause.end; ++i) {
    if (IsUsableDate(sentence, sentence.items[i])) return PeriodOf(sentence, sentence.items[i]);
  }
  if (!before) return std::nullopt;
  Period carried = *before;
  carried.carried = true;
  return carried;
}

std::optional<Period> LastPeriod(const Sentence& sentence) {
  for (auto item = sentence.items.rbegin(); item != sentence.items.rend(); ++item) {
    if (IsUsableDate(sentence, *item)) return PeriodOf(sentence, *item);
  }
  return std::nullopt;
}

std::optional<DateRange> FiscalYear(const Value& date, const Entity* company, std::optional<Day> published) {
  if (!date.fiscal_year) return std::nullopt;
  int month = 12;
  std::string_view end = company == nullptr ? std::string_view() : company->Fact("fiscal_year_end");
  if (end.size() == 5 && IsAsciiDigit(end[0]) && IsAsciiDigit(end[1]))
    month = (end[0] - '0') * 10 + (end[1] - '0');
  int year = *date.fiscal_year;
  if (year < 1000) {  // an offset from the running one
    if (!published) return std::nullopt;
    int running = YearOf(*published) + (MonthOf(*published) > month ? 1 : 0);
    year += running;
  }
  DateRange last_month = DateRange::Months(year, month, month);
  DateRange first_month =
      month == 12 ? DateRange::Months(year, 1, 1) : DateRange::Months(year - 1, month + 1, month + 1);
  return DateRange{first_month.first, last_month.last};
}

}  // namespace tally
