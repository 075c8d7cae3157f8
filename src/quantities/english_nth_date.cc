// A day or week by its place: first week of October, last Friday of May, week 3 of 2027, the week of March 3,
// Easter 2019.
#include "base/utf8.h"
#include "quantities/date_arithmetic.h"
#include "quantities/english_date.h"
#include "quantities/english_text.h"

namespace tally {
namespace {

using Kind = DateWord::Kind;
using std::chrono::days;

constexpr const char* kNoPublication = "told from the publication, which has no date";
constexpr const char* kFiscalQuarter = "a quarter of a fiscal year: belongs to a company";
// The furthest that a holiday of the publication's year may lie ahead, as for months (numeric_date.cc).
constexpr int kFarthestAhead = 270;
// A holiday this long before is next year's where the clause looks ahead.
constexpr int kLongPast = 90;

int WeekdayOf(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }
Day MondayOf(Day day) { return day - days(WeekdayOf(day) - 1); }

// ISO 8601: the first week of a year or month is the one with its first Thursday.
Day FirstMondayWithin(Day first) { return MondayOf(first + days((4 - WeekdayOf(first) + 7) % 7)); }
Day LastMondayWithin(Day last) { return MondayOf(last - days((WeekdayOf(last) - 4 + 7) % 7)); }

}  // namespace

// The weekend beside a holiday, with the holiday: Thursday to Sunday for Thanksgiving, Saturday to Monday for
// Labor Day.
DateRange EnglishDateReader::LongWeekend(Day holiday) {
  Day saturday = MondayOf(holiday) + days(5);
  int weekday = WeekdayOf(holiday);
  if (weekday <= 2) return {saturday - days(7), holiday};
  return {weekday == 4 || weekday == 5 ? holiday : saturday, saturday + days(1)};
}

// Easter 2019, Christmas: with a year, or behind a preposition ("on Christmas", but not "Christmas sales").
EnglishDateReader::Found EnglishDateReader::FromHoliday(const Scene& s, std::size_t at, int holiday,
                                                        std::size_t end) const {
  // "Labor Day weekend": the end of "weekend"
  auto weekend_at = [&](std::size_t from) -> std::size_t {
    auto unit = words_.At(s.text, SkipBlanks(s.text, from), Kind::kUnit);
    bool weekend = unit && unit->value == static_cast<int>(EnglishUnit::kWeekend) && !unit->plural;
    return weekend ? unit->end : 0;
  };
  auto found = [&](std::optional<Day> day, std::size_t day_end, std::size_t weekend) -> Found {
    if (!day) return std::nullopt;
    return weekend > 0 ? Resolved(at, weekend, Grain::kWeek, LongWeekend(*day))
                       : Resolved(at, day_end, Grain::kDay, DateRange::Of(*day));
  };
  std::size_t next = SkipWord(s.text, SkipBlanks(s.text, end), "of");
  if (auto year = next > end ? ShortYearAt(s, next, false) : std::nullopt)
    return found(words_.HolidayIn(holiday, year->value), year->end, weekend_at(year->end));
  std::size_t weekend = weekend_at(end);
  if (weekend > 0) end = weekend;
  bool led = s.nested || weekend > 0 || IsWholeBlock(s.text, at, end);
  for (std::string_view word : {"on", "for", "before", "after", "since", "by", "until", "at"})
    led = led || FollowsWord(s.text, at, word);
  if (!led || !(EndsPhrase(s.text, end) || s.nested)) return std::nullopt;
  if (!s.context.published) return Unresolved(at, end, kNoPublication);
  auto day = words_.HolidayIn(holiday, YearOf(*s.context.published));
  if (day && *day > *s.context.published + days(kFarthestAhead))
    day = words_.HolidayIn(holiday, YearOf(*s.context.published) - 1);
  else if (day && *day < *s.context.published - days(kLongPast) && SpeaksOfFuture(s.text, at))
    day = words_.HolidayIn(holiday, YearOf(*s.context.published) + 1);
  else if (day && *day > *s.context.published && SpeaksOfPast(s.text, at))
    day = words_.HolidayIn(holiday, YearOf(*s.context.published) - 1);
  return found(day, end, weekend);
}

// "week" is read: week 3 of 2027, the week 31, the week of March 3, the week after next, week starting 4 May
EnglishDateReader::Found EnglishDateReader::FromWeekNumber(const Scene& s, std::size_t at,
                                                           std::size_t end) const {
  std::string_view text = s.text;
  const auto& published = s.context.published;
  std::size_t next = SkipBlanks(text, end);
  if (next == end || next >= text.size()) return std::nullopt;
  if (IsAsciiDigit(text[next])) {
    auto number = FigureAt(text, next);
    if (!number || number->ordinal || number->value < 1 || number->value > 53) return std::nullopt;
    std::size_t of = SkipWord(text, SkipBlanks(text, number->end), "of");
    auto year = of > number->end + 1 ? ContainerAt(s, of) : std::nullopt;
    std::optional<int> in;
    std::size_t last = number->end;
    if (year && year->grain == Grain::kYear && year->date.first) {
      in = YearOf(*year->date.first);
      last = year->end;
    } else if (FollowsWord(text, at, "the") && EndsPhrase(text, last) && published && !year) {
      // "week 3 of the trial" is none of the calendar
      if (of > number->end + 1) return std::nullopt;
      in = YearOf(*published);
    }
    auto fourth = in ? MakeDay(*in, 1, 4) : std::nullopt;
    if (!fourth) return std::nullopt;
    Day monday = MondayOf(*fourth) + days(7 * (number->value - 1));
    return Resolved(at, last, Grain::kWeek, {monday, monday + days(6)});
  }
  std::size_t after = SkipWord(text, next, "after");
  if (after > next) {
    auto which = words_.At(text, after, Kind::kWhich);
    if (!which || which->value != 1 || !published) return std::nullopt;
    auto week = UnitAway(*published, EnglishUnit::kWeek, 2);
    return week ? Found(Resolved(at, which->end, Grain::kWeek, *week)) : std::nullopt;
  }
  if (s.nested) return std::nullopt;
  auto starting = words_.At(text, next, Kind::kStarting);
  std::size_t of = starting ? SkipBlanks(text, starting->end) : SkipWord(text, next, "of");
  if (of == next) return std::nullopt;
  auto day = One({text, s.context, true}, of);
  if (!day || day->grain != Grain::kDay || !day->certain) return std::nullopt;
  if (!day->date.first) return day;
  // "the week of 5 March" holds that day, "the week starting on it" begins there
  Day first = starting ? *day->date.first : MondayOf(*day->date.first);
  return Resolved(at, day->end, Grain::kWeek, {first, first + days(6)});
}

EnglishDateReader::Found EnglishDateReader::FromOrdinal(const Scene& s, std::size_t at, int nth,
                                                        std::size_t end) const {
  std::string_view text = s.text;
  std::size_t next = SkipBlanks(text, end);
  if (next == end && next < text.size() && text[next] == '-') ++next;
  if (next == end) return std::nullopt;
  auto word = words_.At(text, next);
  if (!word) return std::nullopt;
  if (word->kind == Kind::kFiscal) {
    auto unit = words_.At(text, SkipBlanks(text, word->end), Kind::kUnit);
    if (!unit || unit->value != static_cast<int>(EnglishUnit::kQuarter)) return std::nullopt;
    auto year = YearBehind(text, unit->end);
    return Unresolved(at, year ? year->end : unit->end, kFiscalQuarter);
  }
  if (word->kind == Kind::kUnit && word->value == static_cast<int>(EnglishUnit::kQuarter) && !word->plural)
    return FromQuarter(s, at, nth, word->end, true);
  if (word->kind == Kind::kUnit && word->value == static_cast<int>(EnglishUnit::kCentury)) {
    if (nth < 10 || nth > 25) return std::nullopt;
    int year = (nth - 1) * 100;
    return Resolved(at, word->end, Grain::kCentury,
                    {DateRange::Year(year).first, DateRange::Year(year + 99).last});
  }
  // the 3rd last week of 2018
  if (word->kind == Kind::kWhich && word->value == -1) return NthOf(s, at, -nth, word->end);
  return NthOf(s, at, nth, end);
}

// The nth day, week, weekday or month of a year or month; "first ten days of", "last two weeks of".
EnglishDateReader::Found EnglishDateReader::NthOf(const Scene& s, std::size_t at, int nth,
                                                  std::size_t end) const {
  std::string_view text = s.text;
  std::size_t next = SkipBlanks(text, end);
  if (next == end) return std::nullopt;
  int count = 1;
  if (auto several = nth == 1 || nth == -1 ? CountAt(text, next) : std::nullopt) {
    count = several->value;
    next = SkipBlanks(text, several->end);
  }
  auto unit = words_.At(text, next);
  if (!unit || (unit->kind != Kind::kUnit && unit->kind != Kind::kWeekday)) return std::nullopt;
  if (unit->plural != (count > 1) || count > 366) return std::nullopt;
  std::size_t of = SkipBlanks(text, unit->end);
  std::size_t behind = SkipWord(text, of, "of");
  if (behind == of) behind = SkipWord(text, of, "in");
  if (behind == of) return std::nullopt;
  auto whole = ContainerAt(s, behind);
  if (!whole ||
      (whole->grain != Grain::kYear && whole->grain != Grain::kMonth && whole->grain != Grain::kQuarter))
    return std::nullopt;
  if (!whole->date.first || !whole->date.last)
    return Unresolved(at, whole->end, s.context.published ? kYearUntold : kNoPublication);
  Day first = *whole->date.first;
  Day last = *whole->date.last;
  bool forward = nth > 0;
  int steps = forward ? nth - 1 : nth + 1;  // from the first, or back from the last
  DateRange date;
  Grain grain = Grain::kDay;
  if (unit->kind == Kind::kWeekday) {
    if (count > 1) return std::nullopt;
    Day day = forward ? first + days((unit->value - WeekdayOf(first) + 7) % 7)
                      : last - days((WeekdayOf(last) - unit->value + 7) % 7);
    date = DateRange::Of(day + days(7 * steps));
  } else {
    switch (static_cast<EnglishUnit>(unit->value)) {
      case EnglishUnit::kDay: {
        Day day = (forward ? first : last) + days(steps);
        date = forward ? DateRange{day, day + days(count - 1)} : DateRange{day - days(count - 1), day};
        break;
      }
      case EnglishUnit::kWeek: {
        if (count > 1) {
          // the first two weeks of March: its first fourteen days
          int width = 7 * count - 1;
          date = forward ? DateRange{first, first + days(width)} : DateRange{last - days(width), last};
          grain = Grain::kWeek;
          break;
        }
        Day monday = (forward ? FirstMondayWithin(first) : LastMondayWithin(last)) + days(7 * steps);
        date = {monday, monday + days(6)};
        grain = Grain::kWeek;
        if (date.last < first || date.first > last) return std::nullopt;
        return Resolved(at, whole->end, grain, date);
      }
      case EnglishUnit::kMonth:
      case EnglishUnit::kQuarter: {
        int months = static_cast<EnglishUnit>(unit->value) == EnglishUnit::kMonth ? 1 : 3;
        if (whole->grain == Grain::kMonth) return std::nullopt;
        Day start =
            forward ? AddMonths(first, months * steps) : AddMonths(last + days(1), -months * (count - steps));
        date = {start, AddMonths(start, months * count) - days(1)};
        grain = months == 1 ? Grain::kMonth : Grain::kQuarter;
        break;
      }
      default:
        return std::nullopt;
    }
  }
  if (*date.first < first || *date.last > last) return std::nullopt;
  return Resolved(at, whole->end, grain, date);
}

}  // namespace tally
