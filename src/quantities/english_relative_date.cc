// Dates told from the publication or from the date named before: last week, next Friday, the same month,
// yesterday; and the verbs that tell past from future.
#include <algorithm>

#include "base/utf8.h"
#include "quantities/date_arithmetic.h"
#include "quantities/english_date.h"
#include "quantities/english_text.h"

namespace tally {
namespace {

using Kind = DateWord::Kind;
using std::chrono::days;

constexpr const char* kNoPublication = "told from the publication, which has no date";
constexpr const char* kNoDateBefore = "told from a date named before, which the text does not have";
constexpr const char* kCompanyYear = "a fiscal year: belongs to a company";
constexpr const char* kCompanyQuarter = "a quarter of a fiscal year: belongs to a company";
// How far before a date the verb of its clause is looked for.
constexpr std::size_t kClauseReach = 100;
constexpr std::size_t kLongestWord = 24;

int WeekdayOf(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }
Day MondayOf(Day day) { return day - days(WeekdayOf(day) - 1); }
bool IsWeekendDay(Day day) { return WeekdayOf(day) > 5; }

Day WorkingDaysOn(Day day, int count) {
  int step = count < 0 ? -1 : 1;
  for (int left = count * step; left > 0;) {
    day += days(step);
    if (!IsWeekendDay(day)) --left;
  }
  return day;
}

// Calls `take` with the start of each word from `at` back to the start of its clause, until it returns true.
template <class Take>
bool WordsBefore(std::string_view text, std::size_t at, Take take) {
  std::size_t floor = at > kClauseReach ? at - kClauseReach : 0;
  for (std::size_t i = at; i > floor; --i) {
    char c = text[i - 1];
    bool stop = c == ';' || c == '!' || c == '?' ||
                (c == '.' && i < text.size() && text[i] == ' ' && i + 1 < at && IsAsciiUpper(text[i + 1]));
    if (stop || static_cast<unsigned char>(c) >= 0xE3) return false;
    bool start = IsAsciiAlpha(c) && (i - 1 == 0 || !IsAsciiAlpha(text[i - 2]));
    if (start && take(i - 1)) return true;
  }
  return false;
}

// Calls `take` with the start of each word behind `at` up to the end of its sentence, until it returns true.
template <class Take>
void WordsBehind(std::string_view text, std::size_t at, Take take) {
  std::size_t ceiling = std::min(text.size(), at + kClauseReach);
  for (std::size_t i = at; i < ceiling; ++i) {
    char c = text[i];
    if (c == ';' || c == '!' || c == '?' || c == '.' || static_cast<unsigned char>(c) >= 0xE3) return;
    bool start = IsAsciiAlpha(c) && i > at && !IsAsciiAlpha(text[i - 1]);
    if (start && take(i)) return;
  }
}

}  // namespace

// The unit that holds `from`, or the one `offset` of them away.
std::optional<DateRange> EnglishDateReader::UnitAway(Day from, EnglishUnit unit, int offset) const {
  Day monday = MondayOf(from);
  int year = YearOf(from);
  switch (unit) {
    case EnglishUnit::kDay:
      return DateRange::Of(from + days(offset));
    case EnglishUnit::kWorkingDay:
      return DateRange::Of(WorkingDaysOn(from, offset));
    case EnglishUnit::kWeek:
      return DateRange{monday + days(7 * offset), monday + days(7 * offset + 6)};
    case EnglishUnit::kWorkingWeek:
      return DateRange{monday + days(7 * offset), monday + days(7 * offset + 4)};
    case EnglishUnit::kWeekend:
      return DateRange{monday + days(7 * offset + 5), monday + days(7 * offset + 6)};
    case EnglishUnit::kFortnight:
      return DateRange{monday + days(14 * offset), monday + days(14 * offset + 13)};
    case EnglishUnit::kMonth:
    case EnglishUnit::kQuarter: {
      int size = unit == EnglishUnit::kMonth ? 1 : 3;
      int first = (MonthOf(from) - 1) / size * size + offset * size + year * 12;
      if (first < 12) return std::nullopt;
      return MonthsOf(first / 12, first % 12 + 1, first % 12 + size);
    }
    default: {
      int size = unit == EnglishUnit::kYear ? 1 : unit == EnglishUnit::kDecade ? 10 : 100;
      int first = year / size * size + offset * size;
      if (first < 1 || first > 9000) return std::nullopt;
      return DateRange{DateRange::Year(first).first, DateRange::Year(first + size - 1).last};
    }
  }
}

// The nearest verb before, where it looks ahead: "will open in January", but not "under the deal announced
// in".
std::optional<std::size_t> EnglishDateReader::FutureMarkBefore(std::string_view text, std::size_t at) const {
  std::optional<std::size_t> mark;
  WordsBefore(text, at, [&](std::size_t word) {
    auto hit = future_marks_.lexicon.Longest(text, word);
    if (hit && future_marks_.values[hit->value].empty()) mark = word;
    return mark || past_verbs_.lexicon.Longest(text, word).has_value();
  });
  return mark;
}

bool EnglishDateReader::SpeaksOfFuture(std::string_view text, std::size_t at) const {
  return FutureMarkBefore(text, at).has_value();
}

// The nearest verb before tells: a past one (the list, or one in -ed) against one of the future. Where a date
// opens its clause, the first verb behind it does.
EnglishDateReader::Tense EnglishDateReader::TenseAround(std::string_view text, std::size_t at) const {
  Tense tense = Tense::kUntold;
  auto decides = [&](std::size_t word) {
    auto future = future_marks_.lexicon.Longest(text, word);
    std::size_t end = word;
    while (end < text.size() && end < word + kLongestWord && IsAsciiAlpha(text[end])) ++end;
    if (future && future_marks_.values[future->value].empty())
      tense = Tense::kFuture;
    else if (past_verbs_.lexicon.Longest(text, word) || (end - word > 4 && text.substr(end - 2, 2) == "ed"))
      // "will be held", "is to be sentenced"
      tense = text.substr(0, word).ends_with(" be ") ? Tense::kFuture : Tense::kPast;
    return tense != Tense::kUntold;
  };
  if (!WordsBefore(text, at, decides)) WordsBehind(text, at, decides);
  return tense;
}

bool EnglishDateReader::SpeaksOfPast(std::string_view text, std::size_t at) const {
  return TenseAround(text, at) == Tense::kPast;
}

EnglishDateReader::Found EnglishDateReader::FromRelativeDay(const Scene& s, std::size_t at, int offset,
                                                            std::size_t end) const {
  // USA Today, Moscow Today: newspapers
  bool capital = at >= 2 && IsAsciiUpper(s.text[at]) && s.text[at - 1] == ' ' && IsAsciiAlpha(s.text[at - 2]);
  if (capital && offset == 0) return std::nullopt;
  if (!s.context.published) return Unresolved(at, end, kNoPublication);
  return Resolved(at, end, Grain::kDay, DateRange::Of(*s.context.published + days(offset)));
}

// "last", "this", "next", "past", "coming" are read; a unit, a weekday, a month or a count of units follows.
EnglishDateReader::Found EnglishDateReader::FromWhich(const Scene& s, std::size_t at,
                                                      const DateWord& which) const {
  std::string_view text = s.text;
  std::size_t next = SkipBlanks(text, which.end);
  if (next == which.end || next >= text.size()) return std::nullopt;
  bool nearest = which.kind == Kind::kNearest;
  int offset = which.value;
  // the last week of 2016, last Friday in October
  if (!nearest && offset == -1) {
    if (auto nth = NthOf(s, at, -1, which.end)) return nth;
  }
  const auto& published = s.context.published;
  if (offset != 0) {
    auto count = CountAt(text, next);
    auto unit = count ? words_.At(text, SkipBlanks(text, count->end), Kind::kUnit) : std::nullopt;
    if (unit) return SpanOfUnits(s, at, offset, count->value, *unit);
  }
  auto word = words_.At(text, next);
  if (word && word->kind == Kind::kVague && offset != 0) {
    // the next few days, the past couple of weeks; "the past few years" may be any number
    auto unit = words_.At(text, SkipBlanks(text, word->end), Kind::kUnit);
    bool days_or_weeks = unit && unit->plural && unit->value <= static_cast<int>(EnglishUnit::kWeek);
    bool few = word->value > 2;
    if (!days_or_weeks || (few && unit->value == static_cast<int>(EnglishUnit::kWeek))) return std::nullopt;
    return SpanOfUnits(s, at, offset, word->value, *unit);
  }
  Found said;  // a date without a year that "last" or "next" chooses the year of
  if (auto day = offset != 0 ? DayNumberAt(text, next) : std::nullopt; day && day->ordinal) {
    said = FromDayNumber(s, next, *day);
    if (!said || !said->yearless) return std::nullopt;
  } else if (!word) {
    return std::nullopt;
  } else if (word->kind == Kind::kMonth) {
    said = FromMonth(s, next, *word);
    if (!said) return std::nullopt;
    if (!said->yearless) {
      said->start = at;
      return said;
    }
  } else if (word->kind == Kind::kSeason) {
    if (SkipWord(text, SkipBlanks(text, word->end), "in") > SkipBlanks(text, word->end)) return std::nullopt;
    said = Resolved(next, word->end, Grain::kQuarter, {});
    said->yearless = Stretch{word->value, word->value + 2};
  }
  if (said) {
    if (!published) return Unresolved(at, said->end, kNoPublication);
    int year = YearOf(*published);
    DateRange date = Lay(year, *said->yearless);
    // eight years are enough for a 29 February; a 31 September never comes
    auto fits = [&] {
      if (!date.first || !date.last) return false;
      return offset == 0 || (offset < 0 ? *date.last < *published : *date.first > *published);
    };
    // "this winter", printed in February, began last year
    bool begun = offset == 0 && said->yearless->last_month > 12 &&
                 MonthOf(*published) <= said->yearless->last_month - 12;
    if (begun) date = Lay(year - 1, *said->yearless);
    for (int step = 0; step < 9 && !fits() && offset != 0; ++step)
      date = Lay(year += offset, *said->yearless);
    if (!fits()) return std::nullopt;
    return Resolved(at, said->end, said->grain, date);
  }
  switch (word->kind) {
    case Kind::kWeekday: {
      if (word->plural) return std::nullopt;
      if (auto date = WeekdayBesideDate(s, next, *word)) {
        date->start = at;
        return date;
      }
      if (!published) return Unresolved(at, word->end, kNoPublication);
      Day day = MondayOf(*published) + days(7 * offset + word->value - 1);
      if (nearest) {
        int distance = offset < 0 ? (WeekdayOf(*published) - word->value + 6) % 7 + 1
                                  : (word->value - WeekdayOf(*published) + 6) % 7 + 1;
        day = *published + days(offset * distance);
      }
      return Resolved(at, word->end, Grain::kDay, DateRange::Of(day));
    }
    case Kind::kHoliday: {
      if (!published) return Unresolved(at, word->end, kNoPublication);
      int year = YearOf(*published);
      auto day = words_.HolidayIn(word->value, year);
      if (day && offset < 0 && *day >= *published) day = words_.HolidayIn(word->value, year - 1);
      if (day && offset > 0 && *day <= *published) day = words_.HolidayIn(word->value, year + 1);
      return day ? Found(Resolved(at, word->end, Grain::kDay, DateRange::Of(*day))) : std::nullopt;
    }
    case Kind::kFiscal: {
      auto unit = words_.At(text, SkipBlanks(text, word->end), Kind::kUnit);
      if (unit && unit->value == static_cast<int>(EnglishUnit::kQuarter) && !unit->plural)
        return Unresolved(at, unit->end, kCompanyQuarter);
      if (word->end - next <= std::string_view("fiscal").size()) return std::nullopt;
      Phrase phrase = Unresolved(at, word->end, published ? kCompanyYear : kNoPublication);
      if (published) phrase.fiscal_year = offset;
      return phrase;
    }
    case Kind::kUnit:
      break;
    default:
      return std::nullopt;
  }
  auto unit = static_cast<EnglishUnit>(word->value);
  if (word->plural) return std::nullopt;
  // "the last decade" is the 2010s or the past ten years; "last day" needs to know of what
  if (unit == EnglishUnit::kDay || unit == EnglishUnit::kWorkingDay) return std::nullopt;
  if (offset < 0 && (unit == EnglishUnit::kDecade || unit == EnglishUnit::kCentury)) return std::nullopt;
  if (!published) return Unresolved(at, word->end, kNoPublication);
  Grain grain = unit == EnglishUnit::kMonth     ? Grain::kMonth
                : unit == EnglishUnit::kQuarter ? Grain::kQuarter
                : unit == EnglishUnit::kYear    ? Grain::kYear
                : unit == EnglishUnit::kDecade  ? Grain::kDecade
                                                : Grain::kWeek;
  std::size_t end = word->end;
  // next week Wednesday, previous week - Monday
  if (unit == EnglishUnit::kWeek) {
    std::size_t day_at = SkipBlanksAndCommas(text, end);
    if (text.substr(day_at).starts_with("- ")) day_at += 2;
    auto weekday = day_at > end ? words_.At(text, day_at, Kind::kWeekday) : std::nullopt;
    if (weekday && !weekday->plural) {
      Day day = MondayOf(*published) + days(7 * offset + weekday->value - 1);
      return Resolved(at, weekday->end, Grain::kDay, DateRange::Of(day));
    }
  }
  if (unit == EnglishUnit::kYear) {
    if (auto within = WithinNamedYear(s, at, end, YearOf(*published) + offset)) return within;
  }
  // the past year: up to the publication, not the calendar's last year
  bool rolling = nearest && offset < 0 &&
                 (unit == EnglishUnit::kYear || unit == EnglishUnit::kMonth || unit == EnglishUnit::kWeek ||
                  unit == EnglishUnit::kFortnight);
  if (rolling) {
    int months = unit == EnglishUnit::kYear      ? 12
                 : unit == EnglishUnit::kQuarter ? 3
                 : unit == EnglishUnit::kMonth   ? 1
                                                 : 0;
    int weeks = unit == EnglishUnit::kFortnight ? 2 : 1;
    Day before = months > 0 ? AddMonths(*published, -months) : *published - days(7 * weeks);
    return Resolved(at, end, grain, {before + days(1), *published});
  }
  auto date = UnitAway(*published, unit, offset);
  return date ? Found(Resolved(at, end, grain, *date)) : std::nullopt;
}

// last year's third quarter, this year's Q3, 2024's second half: `end` is behind the year.
EnglishDateReader::Found EnglishDateReader::WithinNamedYear(const Scene& s, std::size_t at, std::size_t end,
                                                            int year) const {
  for (std::string_view mark : {"'s ", "’s "}) {
    if (s.nested || !s.text.substr(end).starts_with(mark)) continue;
    auto part = One({s.text, s.context, true}, end + mark.size());
    bool fits = part && part->yearless && (part->grain == Grain::kQuarter || part->grain == Grain::kHalf);
    if (fits) return Resolved(at, part->end, part->grain, Lay(year, *part->yearless));
  }
  return std::nullopt;
}

// "the weekend": this week's, or the one before where the clause tells of the past ("rose over the weekend").
EnglishDateReader::Found EnglishDateReader::FromWeekend(const Scene& s, std::size_t at,
                                                        std::size_t end) const {
  std::size_t next = SkipBlanks(s.text, end);
  std::size_t of = SkipWord(s.text, next, "of");
  if (of > next && !s.nested) {
    // the weekend of 5 March: in that day's week
    auto day = One({s.text, s.context, true}, of);
    if (day && day->date.first && words_.At(s.text, SkipThe(s.text, of), Kind::kHoliday))
      return Resolved(at, day->end, Grain::kWeek, LongWeekend(*day->date.first));
    bool known = day && day->grain == Grain::kDay && day->date.first && day->date.first == day->date.last;
    auto weekend = known ? UnitAway(*day->date.first, EnglishUnit::kWeekend, 0) : std::nullopt;
    return weekend ? Found(Resolved(at, day->end, Grain::kWeek, *weekend)) : std::nullopt;
  }
  if (!FollowsWord(s.text, at, "the") || !EndsPhrase(s.text, end)) return std::nullopt;
  if (!s.context.published) return Unresolved(at, end, kNoPublication);
  Day published = *s.context.published;
  auto date = UnitAway(published, EnglishUnit::kWeekend, 0);
  bool over = FollowsWord(s.text, at, "over the") && !SpeaksOfFuture(s.text, at);
  if (date && *date->first > published && (over || SpeaksOfPast(s.text, at)))
    date = UnitAway(published, EnglishUnit::kWeekend, -1);
  return date ? Found(Resolved(at, end, Grain::kWeek, *date)) : std::nullopt;
}

// the same month, that weekend: around the date named before
EnglishDateReader::Found EnglishDateReader::FromNamed(const Scene& s, std::size_t at,
                                                      const DateWord& named) const {
  std::string_view text = s.text;
  std::size_t next = SkipBlanks(text, named.end);
  auto unit = next > named.end ? words_.At(text, next, Kind::kUnit) : std::nullopt;
  if (!unit || unit->plural) return std::nullopt;
  if (static_cast<EnglishUnit>(unit->value) > EnglishUnit::kYear) return std::nullopt;
  // the same quarter last year, the same month a year ago, of 2019: told by what follows
  if (!EndsPhrase(text, unit->end)) return std::nullopt;
  std::size_t behind = SkipBlanks(text, unit->end);
  for (std::string_view word : {"a", "of", "in", "the", "that"}) {
    if (SkipWord(text, behind, word) > behind) return std::nullopt;
  }
  const auto& last = s.context.last;
  if (!last || !last->first) return Unresolved(at, unit->end, kNoDateBefore);
  auto date = UnitAway(*last->first, static_cast<EnglishUnit>(unit->value), 0);
  // "that day" of a date that covers a month is not known
  bool known = date && (!last->last || date->Contains(*last));
  if (!known) return Unresolved(at, unit->end, kNoDateBefore);
  return Resolved(at, unit->end, Grain::kWeek, *date);
}

}  // namespace tally
