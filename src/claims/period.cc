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
  const Value& value = sentence.quantities[item.index].value;
  return {value.date, false, std::string(text.substr(item.text.start, item.text.size())), value.fiscal_year,
          !value.date.first && !value.fiscal_year};
}

bool IsDate(const Sentence& sentence, const Item& item) {
  return item.type == Item::Type::kQuantity &&
         sentence.quantities[item.index].value.dimension == Dimension::kDate;
}

bool IsWholeYear(const DateRange& range) {
  return range.first && range.last && *range.first == MakeDay(YearOf(*range.first), 1, 1) &&
         *range.last == MakeDay(YearOf(*range.first), 12, 31);
}

// Q1, 三季度, "second half" of no stated year: its months; 0 where it is none.
std::pair<int, int> MonthsNamed(std::string_view text) {
  struct Part {
    std::string_view name;
    int first;
    int last;
  };
  static constexpr Part kParts[] = {{"Q1", 1, 3},
                                    {"Q2", 4, 6},
                                    {"Q3", 7, 9},
                                    {"Q4", 10, 12},
                                    {"H1", 1, 6},
                                    {"H2", 7, 12},
                                    {"1Q", 1, 3},
                                    {"2Q", 4, 6},
                                    {"3Q", 7, 9},
                                    {"4Q", 10, 12},
                                    {"1H", 1, 6},
                                    {"2H", 7, 12},
                                    {"一季度", 1, 3},
                                    {"二季度", 4, 6},
                                    {"三季度", 7, 9},
                                    {"四季度", 10, 12},
                                    {"上半年", 1, 6},
                                    {"下半年", 7, 12},
                                    {"first quarter", 1, 3},
                                    {"second quarter", 4, 6},
                                    {"third quarter", 7, 9},
                                    {"fourth quarter", 10, 12},
                                    {"first half", 1, 6},
                                    {"second half", 7, 12}};
  for (const Part& part : kParts) {
    if (text.find(part.name) != std::string_view::npos) return {part.first, part.last};
  }
  return {0, 0};
}

// A part of a year in one head and the year in the other: the part of that year.
std::optional<Period> PartOfYear(const Period& part, const Period& year) {
  if (!IsWholeYear(year.range) || year.fiscal_year || part.fiscal_year || IsWholeYear(part.range))
    return std::nullopt;
  auto [first, last] = MonthsNamed(part.quote);
  bool resolved =
      part.range.first && part.range.last && YearOf(*part.range.first) == YearOf(*part.range.last);
  if (first == 0 && resolved) {
    first = MonthOf(*part.range.first);
    last = MonthOf(*part.range.last);
    // A day of a month is no month.
    if (DateRange::Months(YearOf(*part.range.first), first, last) != part.range) return std::nullopt;
  }
  if (first == 0) return std::nullopt;
  return Period{DateRange::Months(YearOf(*year.range.first), first, last), false,
                part.quote + ", " + year.quote, std::nullopt, false};
}

// The date that stands in the part; the last one before `value`, else the first behind it.
std::optional<Period> DateIn(const Sentence& sentence, TextSpan part, std::size_t value) {
  auto first =
      std::ranges::lower_bound(sentence.items, part.start, {}, [](const Item& i) { return i.text.start; });
  std::optional<Period> found;
  std::size_t looked_at = 0;
  for (auto item = first; item != sentence.items.end() && item->text.end <= part.end; ++item) {
    if (++looked_at > kItemsLookedAt) break;
    if (!IsDate(sentence, *item) || (found && item->text.start > value)) continue;
    found = PeriodOf(sentence, *item);
  }
  return found;
}

// A cell of the row, other than its name, that is a date and nothing else: of a column Year or Month.
std::optional<Period> DateCell(const Sentence& sentence) {
  std::size_t looked_at = 0;
  for (const RowCell& cell : sentence.row->cells()) {
    if (++looked_at > kItemsLookedAt) break;
    auto found = cell.text.empty() ? std::nullopt : DateIn(sentence, cell.text, cell.text.start);
    if (found && found->quote.size() == cell.text.size()) return found;
  }
  return std::nullopt;
}

std::optional<Period> RowPeriod(const Sentence& sentence, const Item& value) {
  const RowCell* cell = sentence.row->At(value.text.start);
  if (cell == nullptr) return std::nullopt;
  auto own = DateIn(sentence, cell->whole, value.text.start);
  TextSpan name = sentence.row->name();
  auto of_row = name.start == cell->text.start ? std::nullopt : DateIn(sentence, name, name.end);
  if (!of_row) of_row = DateCell(sentence);
  if (!own && !of_row) return DateIn(sentence, sentence.row->note(), value.text.start);
  if (!own || !of_row) return own ? own : of_row;
  if (auto part = PartOfYear(*of_row, *own)) return part;
  if (auto part = PartOfYear(*own, *of_row)) return part;
  return own;
}

}  // namespace

std::optional<Period> FindPeriod(const Sentence& sentence, std::size_t item,
                                 const std::optional<Period>& before,
                                 const std::vector<std::size_t>& own_dates) {
  const Item& value = sentence.items[item];
  if (sentence.row) return RowPeriod(sentence, value);
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
    if (std::ranges::find(own_dates, i - 1) != own_dates.end() &&
        sentence.ClausesBetween(other.text.end, value.text.start) > 0)
      continue;
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

std::optional<Period> LastPeriod(const Sentence& sentence, const std::vector<std::size_t>& own_dates) {
  for (std::size_t i = sentence.items.size(); i > 0; --i) {
    if (std::ranges::find(own_dates, i - 1) != own_dates.end()) continue;
    if (IsUsableDate(sentence, sentence.items[i - 1])) return PeriodOf(sentence, sentence.items[i - 1]);
  }
  return std::nullopt;
}

bool IsBaseOfChange(const Sentence& sentence, std::size_t item) {
  const Item& first = sentence.items[item];
  std::string_view text = sentence.block->text.str();
  std::string_view before = text.substr(0, first.text.start);
  if (before.ends_with(" ")) before.remove_suffix(1);
  bool led_in = before.ends_with("从") || before.ends_with("由") || before.ends_with(" from");
  if (!led_in && item > 0 && sentence.items[item - 1].type == Item::Type::kQuantity) {
    // 从 2020 年的 200 亿
    const Item& date = sentence.items[item - 1];
    std::string_view lead = text.substr(0, date.text.start);
    std::string_view gap = text.substr(date.text.end, first.text.start - date.text.end);
    led_in = sentence.quantities[date.index].value.dimension == Dimension::kDate && gap.size() <= 4 &&
             lead.ends_with("从");
  }
  if (!led_in) return false;
  Dimension dimension = sentence.quantities[first.index].value.dimension;
  // "to 3.5% from 3.75%", "$5 billion, up from $4 billion"
  for (std::size_t i = item; i > 0 && i + 3 > item; --i) {
    const Item& result = sentence.items[i - 1];
    if (result.type != Item::Type::kQuantity ||
        sentence.quantities[result.index].value.dimension != dimension)
      continue;
    std::string_view between =
        text.substr(result.text.end, before.size() - std::min(before.size(), result.text.end));
    return between == " from" || between.ends_with(" up from") || between.ends_with(" down from");
  }
  for (std::size_t i = item + 1; i < std::min(sentence.items.size(), item + 6); ++i) {
    const Item& other = sentence.items[i];
    if (other.type != Item::Type::kQuantity) continue;
    // 从3.5%下调25个基点至3.25%: the step is in points.
    const Value& value = sentence.quantities[other.index].value;
    if (value.dimension != dimension || value.unit != sentence.quantities[first.index].value.unit) continue;
    std::string_view between = text.substr(first.text.end, other.text.start - first.text.end);
    return between.find("到") != std::string_view::npos || between.find("至") != std::string_view::npos ||
           between.find(" to ") != std::string_view::npos;
  }
  return false;
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
