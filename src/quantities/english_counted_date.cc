// Dates counted in units: two weeks ago, in two months, next 3 days, two days after today, 3 days from 15
// January.
#include "base/utf8.h"
#include "quantities/date_arithmetic.h"
#include "quantities/english_date.h"
#include "quantities/english_text.h"

namespace tally {
namespace {

using Kind = DateWord::Kind;
using std::chrono::days;

constexpr const char* kNoPublication = "told from the publication, which has no date";
constexpr const char* kFromEvent = "counted from what is named beside it, not from a date";

int WeekdayOf(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

}  // namespace

// "last 3 months" are the three whole months before this one, "next 2 weeks" the two after this one.
EnglishDateReader::Found EnglishDateReader::SpanOfUnits(const Scene& s, std::size_t at, int offset, int count,
                                                        const DateWord& unit) const {
  if (offset == 0 || count < 1 || count > 1000) return std::nullopt;
  if (!s.context.published) return Unresolved(at, unit.end, kNoPublication);
  auto kind = static_cast<EnglishUnit>(unit.value);
  auto near = UnitAway(*s.context.published, kind, offset);
  auto far = UnitAway(*s.context.published, kind, offset * count);
  if (!near || !far) return std::nullopt;
  DateRange date = offset < 0 ? DateRange{far->first, near->last} : DateRange{near->first, far->last};
  return Resolved(at, unit.end, Grain::kWeek, date);
}

// A count: two weeks ago, 3 days from today, 5 past years, three Fridays from now.
EnglishDateReader::Found EnglishDateReader::FromCount(const Scene& s, std::size_t at,
                                                      const Figure& count) const {
  std::string_view text = s.text;
  std::size_t next = SkipBlanks(text, count.end);
  if (next == count.end || count.ordinal || count.value < 1 || count.value > 1000) return std::nullopt;
  auto word = words_.At(text, next);
  if (!word) return std::nullopt;
  if (word->kind == Kind::kWhich || word->kind == Kind::kNearest) {
    auto unit = words_.At(text, SkipBlanks(text, word->end), Kind::kUnit);
    // "only 3 next week" counts no weeks
    if (word->kind == Kind::kWhich && unit && !unit->plural) return std::nullopt;
    return unit ? SpanOfUnits(s, at, word->value, count.value, *unit) : std::nullopt;
  }
  if (word->kind == Kind::kWeekday && s.context.published) {
    auto from_now = words_.At(text, SkipBlanks(text, word->end), Kind::kFromNow);
    if (!from_now) return std::nullopt;
    int distance = (word->value - WeekdayOf(*s.context.published) + 6) % 7 + 1;
    return Resolved(at, from_now->end, Grain::kDay,
                    DateRange::Of(*s.context.published + days(distance + 7 * (count.value - 1))));
  }
  return word->kind == Kind::kUnit ? CountFrom(s, at, count.value, *word) : std::nullopt;
}

// "N units" are read; ago, from now, later, or before/after/from a date must follow. A look back keeps the
// text's own precision (two years ago: that whole year); a look ahead sets a term, which ends on a day (in
// two years), and so does a count from a stated day. "Less than" that many units is all the time between.
EnglishDateReader::Found EnglishDateReader::CountFrom(const Scene& s, std::size_t at, int count,
                                                      const DateWord& unit) const {
  std::string_view text = s.text;
  auto kind = static_cast<EnglishUnit>(unit.value);
  if (s.nested || kind == EnglishUnit::kCentury || kind == EnglishUnit::kWeekend ||
      kind == EnglishUnit::kWorkingWeek)
    return std::nullopt;
  bool spanning = FollowsWord(text, at, "for");
  std::size_t next = spanning ? SkipBlanksAndCommas(text, unit.end) : SkipBlanks(text, unit.end);
  if (next == unit.end) return std::nullopt;
  auto word = words_.At(text, next);
  if (!word) return std::nullopt;
  // Shifts a day or, with `whole`, the unit that holds it.
  auto shifted = [&](Day from, int steps, bool whole) -> std::optional<DateRange> {
    switch (kind) {
      case EnglishUnit::kDay:
      case EnglishUnit::kWorkingDay:
        return UnitAway(from, kind, steps);
      case EnglishUnit::kWeek:
        return DateRange::Of(from + days(7 * steps));
      case EnglishUnit::kFortnight:
        return DateRange::Of(from + days(14 * steps));
      default: {
        int months = kind == EnglishUnit::kMonth     ? 1
                     : kind == EnglishUnit::kQuarter ? 3
                     : kind == EnglishUnit::kYear    ? 12
                                                     : 120;
        if (!whole) return DateRange::Of(AddMonths(from, months * steps));
        EnglishUnit grain = kind == EnglishUnit::kDecade ? EnglishUnit::kYear : kind;
        return UnitAway(AddMonths(DateRange::Months(YearOf(from), MonthOf(from), MonthOf(from)).first.value(),
                                  months * steps),
                        grain, 0);
      }
    }
  };
  bool less = FollowsWord(text, at, "less than") || FollowsWord(text, at, "fewer than");
  // From the day counted from up to the one not reached, or from behind it.
  auto between = [](Day from, Day to) {
    return from < to ? DateRange{from, to - days(1)} : DateRange{to + days(1), from};
  };
  const auto& published = s.context.published;
  Grain whole_grain = kind == EnglishUnit::kMonth     ? Grain::kMonth
                      : kind == EnglishUnit::kQuarter ? Grain::kQuarter
                      : kind >= EnglishUnit::kYear    ? Grain::kYear
                                                      : Grain::kDay;
  switch (word->kind) {
    case Kind::kAgo:
    case Kind::kFromNow: {
      if (!published) return Unresolved(at, word->end, kNoPublication);
      bool ago = word->kind == Kind::kAgo;
      auto date = shifted(*published, ago ? -count : count, ago && !less);
      if (!date || !date->first) return std::nullopt;
      if (less) return Resolved(at, word->end, Grain::kWeek, between(*published, *date->first));
      return Resolved(at, word->end, ago ? whole_grain : Grain::kDay, *date);
    }
    case Kind::kPart: {
      auto part = static_cast<PartWord>(word->value);
      bool later = part == PartWord::kLater;
      if (!later && part != PartWord::kEarlier) return std::nullopt;
      // "up 5% from a year earlier" compares; it dates nothing
      if (!later && count == 1) return std::nullopt;
      const auto& last = s.context.last;
      bool day = last && last->first && last->first == last->last;
      bool fine = kind == EnglishUnit::kDay || kind == EnglishUnit::kWeek ||
                  kind == EnglishUnit::kWorkingDay || kind == EnglishUnit::kFortnight;
      if (!last || !last->first || (fine && !day)) return Unresolved(at, word->end, kFromEvent);
      auto date = shifted(*last->first, later ? count : -count, true);
      return date ? Found(Resolved(at, word->end, whole_grain, *date)) : std::nullopt;
    }
    case Kind::kBefore:
    case Kind::kAfter:
    case Kind::kFrom:
    case Kind::kStarting:
      break;
    default:
      return std::nullopt;
  }
  // "will count every two years from 2026": again and again
  if (FollowsWord(text, at, "every") || FollowsWord(text, at, "each")) return std::nullopt;
  std::size_t anchor_at = SkipBlanks(text, word->end);
  auto anchor = One({text, s.context, true}, anchor_at);
  bool is_date = anchor && (anchor->certain || anchor->grain == Grain::kDay) && !anchor->fiscal_year;
  if (!is_date) {
    bool event = (word->kind == Kind::kBefore || word->kind == Kind::kAfter) && anchor_at > word->end &&
                 anchor_at < text.size() && IsAsciiAlpha(text[anchor_at]) && count > 0;
    return event && !CountAt(text, anchor_at) ? Found(Unresolved(at, word->end, kFromEvent)) : std::nullopt;
  }
  if (!anchor->date.first || anchor->unresolved != nullptr)
    return Unresolved(at, anchor->end, anchor->unresolved != nullptr ? anchor->unresolved : kFromEvent);
  int steps = word->kind == Kind::kBefore ? -count : count;
  Day from = *anchor->date.first;
  bool ranging = word->kind == Kind::kStarting || (word->kind == Kind::kFrom && spanning);
  if (anchor->grain != Grain::kDay || anchor->date.first != anchor->date.last) {
    // two years after 2011: as wide as the anchor
    bool years = anchor->grain == Grain::kYear && kind == EnglishUnit::kYear && !ranging;
    bool months =
        anchor->grain == Grain::kMonth && (kind == EnglishUnit::kMonth || kind == EnglishUnit::kYear);
    // "saves €450m a year from 2027": every year, beginning then.
    bool each = word->kind == Kind::kFrom && anchor->grain == Grain::kYear && kind == EnglishUnit::kYear &&
                text.substr(at).starts_with("a ");
    if (less || each) return std::nullopt;
    if (years) return Resolved(at, anchor->end, Grain::kYear, DateRange::Year(YearOf(from) + steps));
    if (!months || ranging) return std::nullopt;
    Day moved = AddMonths(from, kind == EnglishUnit::kYear ? 12 * steps : steps);
    return Resolved(at, anchor->end, Grain::kMonth, WholeMonth(YearOf(moved), MonthOf(moved)));
  }
  auto date = shifted(from, steps, false);
  if (!date || !date->first) return std::nullopt;
  if (less) return Resolved(at, anchor->end, Grain::kWeek, between(from, *date->first));
  if (ranging) return Resolved(at, anchor->end, Grain::kWeek, {from, *date->first - days(1)});
  return Resolved(at, anchor->end, Grain::kDay, *date);
}

// "in two months", "within 3 years": a time to come only where the clause looks ahead and no figure stands
// between ("will invest $10bn in four years" is a span), or where the block says no more.
EnglishDateReader::Found EnglishDateReader::FromIn(const Scene& s, std::size_t at, std::size_t next,
                                                   bool within) const {
  std::string_view text = s.text;
  if (within) {
    auto which = words_.At(text, next, Kind::kWhich);
    if (which && which->value == 1) next = SkipBlanks(text, which->end);
  }
  auto count = CountAt(text, next);
  if (!count || count->value > 1000) return std::nullopt;
  auto unit = words_.At(text, SkipBlanks(text, count->end), Kind::kUnit);
  if (!unit || SkipBlanks(text, count->end) == count->end) return std::nullopt;
  auto kind = static_cast<EnglishUnit>(unit->value);
  if (kind == EnglishUnit::kCentury || kind == EnglishUnit::kWeekend || kind == EnglishUnit::kWorkingWeek)
    return std::nullopt;
  if (auto counted = within ? std::nullopt : CountFrom(s, next, count->value, *unit)) {
    counted->start = at;
    return counted;
  }
  std::size_t end = unit->end;
  auto lead = within ? words_.At(text, SkipBlanks(text, end)) : std::nullopt;
  bool counted_on =
      lead && (lead->kind == Kind::kAfter || lead->kind == Kind::kBefore || lead->kind == Kind::kFrom);
  if (counted_on || (within && SkipWord(text, SkipBlanks(text, end), "of") > end + 1)) {
    // within two weeks after today, but of no event
    auto counted =
        counted_on && lead->kind != Kind::kBefore ? CountFrom(s, next, count->value, *unit) : std::nullopt;
    if (!counted || counted->grain != Grain::kDay || !counted->date.first) return std::nullopt;
    auto anchor = One({text, s.context, true}, SkipBlanks(text, lead->end));
    if (!anchor || !anchor->date.first || *anchor->date.first >= *counted->date.first) return std::nullopt;
    return Resolved(at, counted->end, Grain::kWeek, {anchor->date.first, *counted->date.first - days(1)});
  }
  bool time = false;
  for (std::string_view ending : {"' time", "’ time", "'s time", "’s time"}) {
    if (!text.substr(end).starts_with(ending) || !IsWordEdge(text, end + ending.size())) continue;
    end += ending.size();
    time = true;
    break;
  }
  auto ahead = FutureMarkBefore(text, at);
  bool figure = false;
  for (std::size_t i = ahead.value_or(at); i < at; ++i) figure = figure || IsAsciiDigit(text[i]);
  if (!time && !(ahead && (within || !figure)) && !IsWholeBlock(text, at, end)) return std::nullopt;
  if (!s.context.published) return std::nullopt;
  Day published = *s.context.published;
  int months = kind == EnglishUnit::kMonth     ? 1
               : kind == EnglishUnit::kQuarter ? 3
               : kind == EnglishUnit::kYear    ? 12
               : kind == EnglishUnit::kDecade  ? 120
                                               : 0;
  int width = kind == EnglishUnit::kWeek ? 7 : kind == EnglishUnit::kFortnight ? 14 : 1;
  Day day = months > 0                         ? AddMonths(published, months * count->value)
            : kind == EnglishUnit::kWorkingDay ? UnitAway(published, kind, count->value)->first.value()
                                               : published + days(width * count->value);
  if (within) return Resolved(at, end, Grain::kWeek, {published, day - days(1)});
  return Resolved(at, end, Grain::kDay, DateRange::Of(day));
}

}  // namespace tally
