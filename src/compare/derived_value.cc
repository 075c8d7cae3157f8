#include "compare/derived_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/figure_text.h"

namespace tally {
namespace {

// Decimal places of a quotient, rounded outward: far finer than any printed figure.
constexpr int kPlaces = 12;
// Significant digits of what is computed, where it is written out: of quotients, which go on for ever. Sums
// are as exact as what was added.
constexpr int kDigits = 4;
constexpr int kExactPlaces = 2;
// Days of a month, at least and at most.
constexpr int kShortMonth = 28;
constexpr int kLongMonth = 31;

const Decimal kZero = 0;

bool IsNegative(const Interval& i) { return (i.lo && i.lo->is_negative()) || (i.hi && i.hi->is_negative()); }

Interval Sum(const Interval& a, const Interval& b) {
  Interval sum;
  if (a.lo && b.lo) sum.lo = *a.lo + *b.lo;
  if (a.hi && b.hi) sum.hi = *a.hi + *b.hi;
  return sum;
}

Interval Negated(const Interval& a) {
  Interval negated;
  if (a.hi) negated.lo = -*a.hi;
  if (a.lo) negated.hi = -*a.lo;
  return negated;
}

// An amount that is only bounded from above is no less than nothing.
Interval AtLeastZero(Interval interval) {
  if (!interval.lo) interval.lo = kZero;
  return interval;
}

std::optional<Interval> Product(Interval a, Interval b) {
  if (!IsNegative(a) && !IsNegative(b)) {
    a = AtLeastZero(a);
    b = AtLeastZero(b);
    Interval product{*a.lo * *b.lo, std::nullopt};
    if (a.hi && b.hi) product.hi = *a.hi * *b.hi;
    return product;
  }
  if (!a.lo || !a.hi || !b.lo || !b.hi) return std::nullopt;
  Decimal corners[] = {*a.lo * *b.lo, *a.lo * *b.hi, *a.hi * *b.lo, *a.hi * *b.hi};
  return Interval{*std::ranges::min_element(corners), *std::ranges::max_element(corners)};
}

std::optional<Interval> Quotient(Interval a, const Interval& b) {
  if (!b.lo || b.lo->is_negative() || b.lo->is_zero() || IsNegative(a)) return std::nullopt;
  a = AtLeastZero(a);
  Interval quotient;
  quotient.lo = b.hi ? a.lo->Quotient(*b.hi, kPlaces, Decimal::Round::kDown) : kZero;
  if (a.hi) quotient.hi = a.hi->Quotient(*b.lo, kPlaces, Decimal::Round::kUp);
  return quotient;
}

// One of two equal units; that of the other where one is money without currency.
AmountUnit Common(const AmountUnit& a, const AmountUnit& b) {
  AmountUnit unit = a.over == "?" ? b : a;
  unit.percent = a.percent && b.percent;
  return unit;
}

// Years, months and days of a day as a number of months, for differences: the 15th is half a month.
Decimal InMonths(Day day) {
  std::chrono::year_month_day date(day);
  long long months = static_cast<int>(date.year()) * 12LL + static_cast<unsigned>(date.month());
  Decimal part = Decimal(static_cast<long long>(static_cast<unsigned>(date.day())) - 1)
                     .Quotient(kLongMonth, 3, Decimal::Round::kDown);
  return Decimal(months) + part;
}

Decimal Months(Day from, Day to) { return InMonths(to) - InMonths(from); }

// Completed years from one day to another.
long long CompletedYears(Day from, Day to) {
  std::chrono::year_month_day a(from);
  std::chrono::year_month_day b(to);
  long long years = static_cast<int>(b.year()) - static_cast<int>(a.year());
  bool before = std::pair(b.month(), b.day()) < std::pair(a.month(), a.day());
  return before ? years - 1 : years;
}

Amount InMonthsExactly(const Decimal& lo, const Decimal& hi) {
  Interval interval{lo, hi};
  return {interval, interval, {"month", "", false}};
}

std::optional<Interval> Scaled(const Interval& interval, const Decimal& low, const Decimal& high) {
  return Product(interval, {low, high});
}

std::optional<Amount> DurationAmount(const Value& value) {
  const std::string unit = value.unit.value_or("");
  Amount amount{value.stated, value.lenient, {"month", "", false}};
  auto scale = [&](const Decimal& low, const Decimal& middle, const Decimal& high) {
    auto stated = Scaled(value.stated, middle, middle);
    auto lenient = Scaled(value.lenient, low, high);
    if (!stated || !lenient) return false;
    amount.stated = *stated;
    amount.lenient = *lenient;
    return true;
  };
  if (unit == "month") return amount;
  if (unit == "year") return scale(12, 12, 12) ? std::optional(amount) : std::nullopt;
  auto months = [](int days) { return Decimal(1).Quotient(days, kPlaces, Decimal::Round::kDown); };
  if (unit == "day") {
    bool scaled = scale(months(kLongMonth), months(30), months(kShortMonth));
    return scaled ? std::optional(amount) : std::nullopt;
  }
  long long seconds = unit == "hour" ? 3600 : unit == "minute" ? 60 : 1;
  amount.unit.over = "second";
  return scale(seconds, seconds, seconds) ? std::optional(amount) : std::nullopt;
}

Decimal Shortened(const Decimal& value) {
  if (value.is_zero() || value.last_digit_exponent() >= -kExactPlaces) return value;
  int place = value.first_digit_exponent() - kDigits + 1;
  if (value.last_digit_exponent() >= place) return value;
  Decimal half = Decimal(5).Scaled(-1);
  Decimal digits = value.is_negative() ? value.Scaled(-place) - half : value.Scaled(-place) + half;
  auto round = value.is_negative() ? Decimal::Round::kUp : Decimal::Round::kDown;
  return digits.Quotient(1, 0, round).Scaled(place);
}

std::string NumberText(const Interval& interval, const Phrasebook& say) {
  auto text = [&](const Decimal& value) { return say.Figure(Shortened(value)); };
  if (interval.lo && interval.hi) {
    std::string low = text(*interval.lo);
    std::string high = text(*interval.hi);
    return low == high ? low : say("{} to {}", low, high);
  }
  if (interval.lo) return say("at least {}", text(*interval.lo));
  return interval.hi ? say("at most {}", text(*interval.hi)) : say("unknown");
}

}  // namespace

std::optional<Amount> AmountOf(const Claim& claim) {
  const Value& value = claim.value;
  if (!value.lenient.lo && !value.lenient.hi) return std::nullopt;
  Amount amount{value.stated, value.lenient, {}};
  switch (value.dimension) {
    case Dimension::kMoney:
      amount.unit.over = value.unit.value_or("?");
      return amount;
    case Dimension::kRate:
      amount.unit.over = value.unit.value_or("rate");
      return amount;
    case Dimension::kPercent:
      amount.unit.percent = true;
      return amount;
    case Dimension::kDuration:
      return DurationAmount(value);
    case Dimension::kDate:
      return std::nullopt;
    default:
      return amount;
  }
}

std::optional<DateRange> DaysOf(const Claim& claim) {
  const DateRange& date = claim.value.date;
  if (claim.value.dimension != Dimension::kDate || !date.first || !date.last) return std::nullopt;
  return date;
}

bool SameUnit(const AmountUnit& a, const AmountUnit& b) {
  if (a.under != b.under) return false;
  auto is_currency = [](const std::string& unit) { return unit.size() == 3 || unit == "?"; };
  bool open = a.over == "?" || b.over == "?";
  return a.over == b.over || (open && is_currency(a.over) && is_currency(b.over));
}

std::optional<Amount> Plus(const Amount& a, const Amount& b) {
  if (!SameUnit(a.unit, b.unit)) return std::nullopt;
  return Amount{Sum(a.stated, b.stated), Sum(a.lenient, b.lenient), Common(a.unit, b.unit)};
}

std::optional<Amount> Minus(const Amount& a, const Amount& b) {
  return Plus(a, {Negated(b.stated), Negated(b.lenient), b.unit});
}

std::optional<Amount> Times(const Amount& a, const Amount& b) {
  if (!a.unit.plain() && !b.unit.plain()) return std::nullopt;
  auto stated = Product(a.stated, b.stated);
  auto lenient = Product(a.lenient, b.lenient);
  if (!stated || !lenient) return std::nullopt;
  AmountUnit unit = a.unit.plain() ? b.unit : a.unit;
  unit.percent = false;
  return Amount{*stated, *lenient, unit};
}

std::optional<Amount> Over(const Amount& a, const Amount& b) {
  auto stated = Quotient(a.stated, b.stated);
  auto lenient = Quotient(a.lenient, b.lenient);
  if (!stated || !lenient) return std::nullopt;
  AmountUnit unit = a.unit;
  unit.percent = false;
  if (b.unit.plain()) return Amount{*stated, *lenient, unit};
  if (!a.unit.under.empty() || !b.unit.under.empty()) return std::nullopt;
  if (SameUnit(a.unit, b.unit)) return Amount{*stated, *lenient, {}};
  return Amount{*stated, *lenient, {a.unit.over, b.unit.over, false}};
}

Amount MonthsBetween(const DateRange& from, const DateRange& to) {
  return InMonthsExactly(Months(*from.last, *to.first), Months(*from.first, *to.last + std::chrono::days(1)));
}

Amount YearsBetween(const DateRange& from, const DateRange& to) {
  return InMonthsExactly(CompletedYears(*from.last, *to.first) * 12,
                         CompletedYears(*from.first, *to.last) * 12);
}

std::optional<Amount> MonthsWithin(const DateRange& range) {
  std::chrono::year_month_day first(*range.first);
  std::chrono::year_month_day last(*range.last);
  std::chrono::year_month_day next(*range.last + std::chrono::days(1));
  bool months = first.day() == std::chrono::day(1) && next.day() == std::chrono::day(1);
  bool years = months && first.month() == std::chrono::January && next.month() == std::chrono::January;
  Decimal whole = Months(*range.first, *range.last + std::chrono::days(1));
  // A fiscal year is one period though it lies in two calendar years.
  bool one_period = months && (first.year() == last.year() || whole == Decimal(12));
  if (one_period || *range.first == *range.last) return std::nullopt;
  return InMonthsExactly(whole - Decimal(years ? 24 : months ? 2 : 0), whole);
}

Interval WithSlack(const Interval& interval, int percent) {
  Interval wide = interval;
  auto part = [&](const Decimal& value) {
    Decimal size = value.is_negative() ? -value : value;
    return size * Decimal(percent).Scaled(-2);
  };
  if (wide.lo) wide.lo = *wide.lo - part(*wide.lo);
  if (wide.hi) wide.hi = *wide.hi + part(*wide.hi);
  return wide;
}

std::string AmountText(const Interval& interval, const AmountUnit& unit, const Phrasebook& say) {
  if (unit.over == "month") {
    // From three years on, years are what a reader counts in.
    bool long_time = interval.hi && *interval.hi >= Decimal(36);
    Interval shown = interval;
    auto years = [](const Decimal& months) { return months.Quotient(12, 2, Decimal::Round::kDown); };
    if (long_time && shown.lo) shown.lo = years(*shown.lo);
    if (long_time && shown.hi) shown.hi = years(*shown.hi);
    std::string number = NumberText(shown, say);
    return long_time ? say("{} years", number) : say("{} months", number);
  }
  std::string number = NumberText(interval, say);
  if (unit.percent) return number + " %";
  if (unit.plain()) return number;
  if (!unit.under.empty()) return say("{} per {}", number + " " + say(unit.over), say(unit.under));
  bool currency = unit.over.size() == 3;
  if (unit.over == "?") return number;
  return currency ? unit.over + " " + number : number + " " + say(unit.over);
}

}  // namespace tally
