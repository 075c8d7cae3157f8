// Two dates joined to one range, both ends included: January to April 2015, 2014-2018, from 2007 to the end
// of 2008, since March, 2019 to date. The poorer end takes its year from the richer one. At most two are
// joined.
#include <initializer_list>

#include "base/utf8.h"
#include "quantities/english_date.h"
#include "quantities/english_text.h"

namespace tally {
namespace {

using Kind = DateWord::Kind;
using std::chrono::days;

bool IsModern(const DateRange& date) {
  return date.first && YearOf(*date.first) >= 1900 && YearOf(*date.first) <= 2099;
}

}  // namespace

EnglishDateReader::Found EnglishDateReader::Joined(const Scene& s, const Phrase& first) const {
  std::string_view text = s.text;
  bool between = FollowsWord(text, first.start, "between");
  bool announced = between || FollowsWord(text, first.start, "from");
  std::size_t next = SkipJoiner(text, first.end, between);
  if (next == first.end || next >= text.size()) return std::nullopt;
  bool tight = next == first.end + 1 && text[first.end] == '-';
  if (auto now = words_.At(text, next, Kind::kNow)) {
    if (!first.date.first || !EndsPhrase(text, now->end)) return std::nullopt;
    if (first.fiscal_year) return std::nullopt;
    Phrase joined = first;
    joined.end = now->end;
    const auto& published = s.context.published;
    // October to now, printed in May
    if (published && first.yearless && *first.date.first > *published)
      joined.date = Lay(YearOf(*first.date.first) - 1, *first.yearless);
    if (!joined.date.first || (published && *joined.date.first > *published)) return std::nullopt;
    joined.date.last = published;
    joined.certain = true;
    return joined;
  }
  auto second = One({text, s.context, true}, next);
  if (!second && first.grain == Grain::kYear && first.date.first && next < text.size()) {
    // 2023-24, 2014–15, 1990-95: two digits of a later year
    auto figure = IsAsciiDigit(text[next]) ? FigureAt(text, next) : std::nullopt;
    int century = YearOf(*first.date.first) / 100 * 100;
    bool follows = figure && figure->digits == 2 && !figure->ordinal &&
                   century + figure->value > YearOf(*first.date.first) &&
                   (!tight || century + figure->value == YearOf(*first.date.first) + 1 ||
                    (figure->value > 12 && EndsPhrase(text, figure->end))) &&
                   text[next - 1] != ' ';
    if (!follows || !IsModern(first.date) || CountsSomething(text, figure->end, 2)) return std::nullopt;
    second = Resolved(next, figure->end, Grain::kYear, DateRange::Year(century + figure->value));
  }
  if (!second) return std::nullopt;
  if (first.fiscal_year) {
    // fiscal years 2023 to 2025, FY2024-25
    if (second->grain != Grain::kYear) return std::nullopt;
    return Unresolved(first.start, second->end, "fiscal years: belong to a company");
  }
  if (second->fiscal_year) return std::nullopt;
  for (const Phrase* end : std::initializer_list<const Phrase*>{&first, &*second}) {
    if (end->date.first || end->yearless) continue;
    // 10/1/2018-10/7/2018: one unresolved range
    if (!IsAsciiDigit(text[first.start]) || !IsAsciiDigit(text[next])) return std::nullopt;
    return Unresolved(first.start, second->end, end->unresolved);
  }
  if (first.grain == Grain::kYear && second->grain == Grain::kYear && !first.yearless)
    return JoinYears(s, first, *second, announced);
  // The January-March quarter, told like any quarter
  bool months = tight && first.yearless && second->yearless && first.grain == Grain::kMonth &&
                second->grain == Grain::kMonth && IsAsciiUpper(text[first.start]) && IsAsciiUpper(text[next]);
  if (!first.certain && !second->certain && !announced && !months) return std::nullopt;
  // "the closest Monday to October 5"
  if (first.weekday && !second->weekday && !announced) return std::nullopt;
  DateRange from = first.date;
  DateRange to = second->date;
  std::optional<Stretch> yearless;
  if (first.yearless && second->yearless) {
    // Both by the first one's guess; the second is the next such day after it.
    if (!from.first) {
      Phrase joined = first;
      joined.end = second->end;
      joined.certain = true;
      return joined;
    }
    int year = YearOf(*from.first);
    if (months) {
      year = GuessYear(s, first.start, Grain::kQuarter, *first.yearless).value_or(year);
      from = Lay(year, *first.yearless);
    }
    to = Lay(year, *second->yearless);
    if (!to.first || *to.first < *from.first) to = Lay(year + 1, *second->yearless);
  } else if (first.yearless) {
    int year = YearOf(*to.first);
    from = Lay(year, *first.yearless);
    if (!from.first || *from.first > *to.first) from = Lay(year - 1, *first.yearless);
  } else if (second->yearless) {
    int year = YearOf(from.last ? *from.last : *from.first);
    to = Lay(year, *second->yearless);
    if (!to.first || *to.first < *from.first) to = Lay(year + 1, *second->yearless);
  } else if (second->weekday && to.first) {
    // next Monday to Friday: the first such day after
    int distance = static_cast<int>((*to.first - *from.first).count() % 7 + 7) % 7;
    to = DateRange::Of(*from.first + days(distance));
  }
  if (!from.first || !to.last || *to.last <= *from.first) return std::nullopt;
  Phrase joined = first;
  joined.end = second->end;
  joined.grain = Grain::kWeek;
  joined.date = {from.first, to.last};
  joined.unresolved = nullptr;
  joined.yearless = yearless;
  joined.certain = true;
  return joined;
}

EnglishDateReader::Found EnglishDateReader::JoinYears(const Scene& s, const Phrase& first,
                                                      const Phrase& second, bool announced) const {
  if (!first.date.first || !second.date.last || *second.date.last < *first.date.first) return std::nullopt;
  bool modern = IsModern(first.date) && IsModern(second.date);
  if (!modern && !((announced || first.certain) && second.certain)) return std::nullopt;
  // from 2000 to 2050 employees
  if (CountsSomething(s.text, second.end, 2)) return std::nullopt;
  Phrase joined = first;
  joined.end = second.end;
  joined.date = {first.date.first, second.date.last};
  joined.certain = true;
  return joined;
}

}  // namespace tally
