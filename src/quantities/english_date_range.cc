// Two dates joined to one range, both ends included: January to April 2015, 2014-2018, from 2007 to the end
// of 2008, since March, 2019 to date. The poorer end takes its year from the richer one. At most two are
// joined.
#include "base/utf8.h"
#include "quantities/english_date.h"

namespace tally {
namespace {

using Kind = DateWord::Kind;
using std::chrono::days;

bool IsModern(const DateRange& date) {
  return date.first && YearOf(*date.first) >= 1900 && YearOf(*date.first) <= 2099;
}

}  // namespace

std::size_t SkipJoiner(std::string_view text, std::size_t at, bool and_too) {
  std::size_t next = SkipBlanks(text, at);
  for (std::string_view dash : {"-", "–", "—", "~"}) {
    if (text.substr(next).starts_with(dash)) return SkipBlanks(text, next + dash.size());
  }
  if (next == at) return at;
  for (std::string_view word : {"to", "through", "thru", "until", "till"}) {
    std::size_t behind = SkipWord(text, next, word);
    if (behind > next) return behind;
  }
  std::size_t behind = and_too ? SkipWord(text, next, "and") : next;
  return behind > next ? behind : at;
}

EnglishDateReader::Found EnglishDateReader::Joined(const Scene& s, const Phrase& first) const {
  std::string_view text = s.text;
  if (first.fiscal_year || (!first.date.first && !first.yearless)) return std::nullopt;
  bool between = FollowsWord(text, first.start, "between");
  bool announced = between || FollowsWord(text, first.start, "from");
  std::size_t next = SkipJoiner(text, first.end, between);
  if (next == first.end || next >= text.size()) return std::nullopt;
  bool tight = next == first.end + 1 && text[first.end] == '-';
  if (auto now = words_.At(text, next, Kind::kNow)) {
    if (!first.date.first || !EndsPhrase(text, now->end)) return std::nullopt;
    Phrase joined = first;
    joined.end = now->end;
    joined.date.last = s.context.published;
    joined.certain = true;
    return joined;
  }
  auto second = One({text, s.context, true}, next);
  if (!second && first.grain == Grain::kYear && first.date.first && next < text.size()) {
    // 2023-24, 2014–15: the next year, in two digits
    auto figure = IsAsciiDigit(text[next]) ? FigureAt(text, next) : std::nullopt;
    int century = YearOf(*first.date.first) / 100 * 100;
    bool follows = figure && figure->digits == 2 && !figure->ordinal &&
                   (tight ? century + figure->value == YearOf(*first.date.first) + 1
                          : century + figure->value > YearOf(*first.date.first)) &&
                   text[next - 1] != ' ';
    if (!follows || !IsModern(first.date) || CountsSomething(text, figure->end, 2)) return std::nullopt;
    second = Resolved(next, figure->end, Grain::kYear, DateRange::Year(century + figure->value));
  }
  if (!second || second->fiscal_year || (!second->date.first && !second->yearless)) return std::nullopt;
  if (second->unresolved != nullptr && !second->yearless) return std::nullopt;
  if (first.unresolved != nullptr && !first.yearless) return std::nullopt;
  if (first.grain == Grain::kYear && second->grain == Grain::kYear && !first.yearless)
    return JoinYears(s, first, *second, announced);
  if (!first.certain && !second->certain && !announced) return std::nullopt;
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
  } else if (second->weekday && to.first && *to.first < *from.first) {
    to = DateRange::Of(*to.first + days(7));
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
