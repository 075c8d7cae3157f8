// Weekdays, alone and beside a date: on Friday; Tuesday 19th; Monday of last week; the closest Monday to 5
// October.
#include "base/utf8.h"
#include "quantities/date_arithmetic.h"
#include "quantities/english_date.h"
#include "quantities/english_text.h"
#include "quantities/vocabulary.h"

namespace tally {
namespace {

using Kind = DateWord::Kind;
using std::chrono::days;

constexpr const char* kNoPublication = "told from the publication, which has no date";
// A weekday and a number fall together in one of this many months before or after the publication.
constexpr int kMonthsSearched = 3;

int WeekdayOf(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

}  // namespace

// "Tuesday, March 7", "Friday 7/6", "Tuesday 19th", "wednesday the thirty-first": the date that the weekday
// belongs to. Where the figures leave something open, the weekday decides.
EnglishDateReader::Found EnglishDateReader::WeekdayBesideDate(const Scene& s, std::size_t at,
                                                              const DateWord& weekday) const {
  std::string_view text = s.text;
  std::size_t next = SkipBlanksAndCommas(text, weekday.end);
  if (next == weekday.end && next < text.size() && text[next] == '-') ++next;
  if (next == weekday.end || next >= text.size()) return std::nullopt;
  next = SkipThe(text, next);
  if (next >= text.size()) return std::nullopt;
  Found date;
  if (auto month = words_.At(text, next, Kind::kMonth)) {
    date = FromMonth(s, next, *month);
    if (date && date->grain != Grain::kDay) return std::nullopt;
  } else if (auto pair = IsAsciiDigit(text[next]) ? NumericDateReader::ReadPair(text, next) : std::nullopt;
             pair && s.context.published && !CountsSomething(text, pair->end, 1)) {
    int year = YearOf(*s.context.published);
    for (int other : {year, year - 1, year + 1}) {
      auto a = MakeDay(other, pair->first, pair->second);
      auto b = MakeDay(other, pair->second, pair->first);
      bool a_fits = a && WeekdayOf(*a) == weekday.value;
      bool b_fits = b && WeekdayOf(*b) == weekday.value;
      if (a_fits == b_fits) continue;
      return Resolved(at, pair->end, Grain::kDay, DateRange::Of(a_fits ? *a : *b));
    }
    return std::nullopt;
  } else if (auto numeric = IsAsciiDigit(text[next]) ? numeric_.Read(text, next, s.context) : std::nullopt) {
    if (!numeric->date.first || numeric->date.first != numeric->date.last) return std::nullopt;
    return Resolved(at, numeric->text.end, Grain::kDay, numeric->date);
  } else if (auto day = DayNumberAt(text, next)) {
    date = FromDayNumber(s, next, *day);
    if (!date && s.context.published && (day->ordinal || EndsPhrase(text, day->end))) {
      std::chrono::year_month_day published(*s.context.published);
      auto around = std::chrono::year_month(published.year(), published.month());
      for (int step = 0; step <= 2 * kMonthsSearched; ++step) {
        // 0, -1, 1, -2, 2 …
        auto month_there = around + std::chrono::months(step % 2 == 0 ? step / 2 : -(step + 1) / 2);
        auto there = MakeDay(static_cast<int>(month_there.year()),
                             static_cast<int>(static_cast<unsigned>(month_there.month())), day->value);
        if (there && WeekdayOf(*there) == weekday.value)
          return Resolved(at, day->end, Grain::kDay, DateRange::Of(*there));
      }
      return Unresolved(at, day->end, "no month near the publication has this weekday on this day");
    }
  }
  if (!date || date->grain != Grain::kDay) return std::nullopt;
  if (date->yearless) return WithoutYear(s, at, date->end, Grain::kDay, *date->yearless, weekday.value);
  date->start = at;
  return date;
}

// "open Monday to Friday", "works Monday-Friday": hours of opening and other habits, no days. With "from" and
// a verb that tells when, they are days: "will meet from Monday to Wednesday".
bool EnglishDateReader::InHabit(const Scene& s, std::size_t at, std::size_t end) const {
  std::string_view text = s.text;
  std::size_t next = SkipJoiner(text, end, false);
  if (next > end && words_.At(text, next, Kind::kWeekday)) {
    bool announced = FollowsWord(text, at, "from") || FollowsWord(text, at, "between");
    return !announced || !(SpeaksOfFuture(text, at) || SpeaksOfPast(text, at));
  }
  std::size_t before = at;
  if (at > 0 && text[at - 1] == '-') --before;
  for (std::string_view word : {"through", "thru", "to", "until", "till"}) {
    if (FollowsWord(text, at, word)) before = at - 2 - word.size();
  }
  if (before == at || before == 0 || before > text.size() || !IsAsciiAlpha(text[before - 1])) return false;
  std::size_t start = before - 1;
  while (start > 0 && before - start < 12 && IsAsciiAlpha(text[start - 1])) --start;
  auto first = words_.At(text, start, Kind::kWeekday);
  return first && first->end == before;
}

EnglishDateReader::Found EnglishDateReader::FromWeekday(const Scene& s, std::size_t at,
                                                        const DateWord& weekday) const {
  std::string_view text = s.text;
  if (weekday.plural) return std::nullopt;
  if (auto date = WeekdayBesideDate(s, at, weekday)) return date;
  bool alone = IsWholeBlock(text, at, weekday.end);
  if (weekday.weak && !alone && !FollowsDayPreposition(text, at)) return std::nullopt;
  // every Monday, the second Tuesday of each month: no single day
  for (std::string_view word : {"every", "each", "a", "any", "most", "alternate", "other"}) {
    if (FollowsWord(text, at, word)) return std::nullopt;
  }
  if (!s.nested && InHabit(s, at, weekday.end)) return std::nullopt;
  // Black Friday, Sheffield Wednesday: a name
  if (at >= 2 && text[at - 1] == ' ' && IsAsciiAlpha(text[at - 2])) {
    std::size_t start = at - 1;
    while (start > 0 && at - start < 24 && IsAsciiAlpha(text[start - 1])) --start;
    if (words_.At(text, start, Kind::kOrdinal) || words_.At(text, start, Kind::kHoliday)) return std::nullopt;
    bool name = IsAsciiUpper(text[start]) && at - start > 4 && start > 0 &&
                !Vocabulary::EndsWithWord(date_prepositions_, text, at);
    if (name) return std::nullopt;
  }
  if (!s.context.published) return Unresolved(at, weekday.end, kNoPublication);
  Day monday = *s.context.published - days(WeekdayOf(*s.context.published) - 1);
  // Monday of this week, Tuesday of last week, Friday next week, Friday after next
  std::size_t next = SkipBlanks(text, weekday.end);
  if (next > weekday.end) {
    std::size_t of = SkipWord(text, SkipWord(text, next, "of"), "in");
    auto lead = words_.At(text, SkipThe(text, of));
    if (lead && (lead->kind == Kind::kWhich || lead->kind == Kind::kNearest)) {
      auto week = ContainerAt(s, of);
      if (week && week->grain == Grain::kWeek && week->date.first)
        return Resolved(at, week->end, Grain::kDay,
                        DateRange::Of(*week->date.first + days(weekday.value - 1)));
    }
    std::size_t after = SkipWord(text, next, "after");
    auto following = after > next ? words_.At(text, after, Kind::kWhich) : std::nullopt;
    if (following && following->value == 1 && !words_.At(text, SkipBlanks(text, following->end))) {
      // the second one from now
      int distance = (weekday.value - WeekdayOf(*s.context.published) + 6) % 7 + 1;
      return Resolved(at, following->end, Grain::kDay,
                      DateRange::Of(*s.context.published + days(distance + 7)));
    }
    // the closest Monday to 5 October
    bool closest = !s.nested && (FollowsWord(text, at, "closest") || FollowsWord(text, at, "nearest"));
    std::size_t to = closest ? SkipWord(text, next, "to") : next;
    if (to > next) {
      auto anchor = One({text, s.context, true}, to);
      if (!anchor || anchor->grain != Grain::kDay || !anchor->date.first ||
          anchor->date.first != anchor->date.last)
        return std::nullopt;
      int ahead = (weekday.value - WeekdayOf(*anchor->date.first) + 7) % 7;
      return Resolved(at, anchor->end, Grain::kDay,
                      DateRange::Of(*anchor->date.first + days(ahead > 3 ? ahead - 7 : ahead)));
    }
  }
  Day day = monday + days(weekday.value - 1);
  Tense tense = day == *s.context.published ? Tense::kUntold : TenseAround(text, at);
  if (day > *s.context.published && tense == Tense::kPast)
    day -= days(7);
  else if (day < *s.context.published && tense == Tense::kFuture)
    day += days(7);
  Phrase phrase = Resolved(at, weekday.end, Grain::kDay, DateRange::Of(day));
  phrase.weekday = true;
  return phrase;
}

}  // namespace tally
