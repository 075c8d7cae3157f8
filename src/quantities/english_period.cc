// Quarters, halves, seasons, parts of years, months and weeks, fiscal years, holidays, and the nth of
// something: the third quarter of 2024, Q3, late 2023, first week of October, last Friday of May, FY25, week
// 3 of 2027.
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
constexpr const char* kFiscalQuarter = "a quarter of a fiscal year: belongs to a company";

// Months of a year's part; the same as in rules/words/date_parts.txt.
struct MonthSpan {
  int first;
  int last;
};
MonthSpan PartOfTwelve(PartWord part) {
  switch (part) {
    case PartWord::kMiddle:
      return {6, 7};
    case PartWord::kLate:
      return {10, 12};
    case PartWord::kEnd:
      return {12, 12};
    default:
      return {1, 3};
  }
}

// "early" and "beginning" of a month are its first ten days, the middle the next ten, the end the rest.
MonthSpan DaysOfMonth(PartWord part) {
  if (part == PartWord::kMiddle) return {11, 20};
  return part == PartWord::kLate || part == PartWord::kEnd ? MonthSpan{21, 31} : MonthSpan{1, 10};
}

}  // namespace

// The year, month, week or decade that begins at `at`, as in "the end of …".
std::optional<EnglishDateReader::Container> EnglishDateReader::ContainerAt(const Scene& s,
                                                                           std::size_t at) const {
  std::string_view text = s.text;
  at = SkipWord(text, SkipThe(text, at), "around");
  at = SkipWord(text, at, "year");
  if (at >= text.size()) return std::nullopt;
  if (IsAsciiDigit(text[at])) {
    auto found = FromDigits(s, at);
    if (!found || !found->date.first || found->unresolved != nullptr) return std::nullopt;
    bool year = found->grain == Grain::kYear && !CountsSomething(text, found->end, 1);
    if (!year && found->grain != Grain::kDecade) return std::nullopt;
    return Container{found->date, found->grain, found->end, false};
  }
  auto word = words_.At(text, at);
  if (!word) return std::nullopt;
  const auto& published = s.context.published;
  switch (word->kind) {
    case Kind::kMonth: {
      if (!IsAsciiUpper(text[at]) && (word->value == 5 || word->value == 3) && !YearBehind(text, word->end))
        return std::nullopt;
      std::size_t end = word->end;
      if (end < text.size() && text[end] == '.') ++end;
      if (auto year = YearBehind(text, end))
        return Container{WholeMonth(year->value, word->value), Grain::kMonth, year->end, false};
      auto year = GuessYear(s, at, Grain::kMonth, {word->value, word->value});
      DateRange date = year ? WholeMonth(*year, word->value) : DateRange{};
      return Container{date, Grain::kMonth, word->end, false};
    }
    case Kind::kWhich:
    case Kind::kNearest:
    case Kind::kUnit: {
      std::size_t next = word->kind == Kind::kUnit ? at : SkipBlanks(text, word->end);
      auto unit = words_.At(text, next, Kind::kUnit);
      if (!unit || unit->plural) return std::nullopt;
      int offset = word->kind == Kind::kUnit ? 0 : word->value;
      Grain grain;
      switch (static_cast<EnglishUnit>(unit->value)) {
        case EnglishUnit::kWeek:
          grain = Grain::kWeek;
          break;
        case EnglishUnit::kMonth:
          grain = Grain::kMonth;
          break;
        case EnglishUnit::kQuarter:
          grain = Grain::kQuarter;
          break;
        case EnglishUnit::kYear:
          grain = Grain::kYear;
          break;
        case EnglishUnit::kDecade:
          grain = Grain::kDecade;
          break;
        default:
          return std::nullopt;
      }
      auto date =
          published ? UnitAway(*published, static_cast<EnglishUnit>(unit->value), offset) : std::nullopt;
      return Container{date.value_or(DateRange{}), grain, unit->end, offset == 0};
    }
    case Kind::kOrdinal:
    case Kind::kQuarter: {
      if (s.nested) return std::nullopt;
      auto found = FromWord({text, s.context, true}, at, *word);
      if (!found || found->grain != Grain::kQuarter) return std::nullopt;
      return Container{found->date, Grain::kQuarter, found->end, false};
    }
    case Kind::kCardinal: {
      auto year = YearInWords(text, at);
      if (!year) return std::nullopt;
      return Container{DateRange::Year(year->value), Grain::kYear, year->end, false};
    }
    default:
      return std::nullopt;
  }
}

// A stretch of a year, whose year may follow: Q3 [of] 2024, the third quarter of last year, first half '24.
EnglishDateReader::Found EnglishDateReader::InYear(const Scene& s, std::size_t at, std::size_t end,
                                                   Grain grain, Stretch stretch, bool alone) const {
  std::string_view text = s.text;
  std::size_t next = SkipBlanksAndCommas(text, end);
  if (next == end && next < text.size() && (text[next] == '-' || text[next] == '/')) ++next;
  bool bracket = next > end && text[next - 1] == '(';
  if (next > end || text.substr(end).starts_with("'")) {
    auto fiscal = words_.At(text, SkipThe(text, SkipWord(text, next, "of")), Kind::kFiscal);
    bool short_fiscal = text.substr(next).starts_with("FY");
    if (fiscal || short_fiscal) {
      auto year = FromFiscal(s, next, fiscal ? fiscal->end : next + 2);
      return Unresolved(at, year ? year->end : fiscal ? fiscal->end : end, kFiscalQuarter);
    }
    auto year = bracket ? std::nullopt : ShortYearAt(s, next, false);
    if (year && year->value >= 1900 && year->value <= 2099)
      return Resolved(at, year->end, grain, Lay(year->value, stretch));
    std::size_t of = SkipWord(text, next, "of");
    if (of == next) of = SkipWord(text, next, "in");
    auto container = bracket ? std::nullopt : ContainerAt(s, of);
    // "Q3 last year", but "Q3 the year" only with "of"
    bool led = container && container->grain == Grain::kYear &&
               (of > next || words_.At(text, next, Kind::kWhich) || words_.At(text, next, Kind::kNearest));
    if (led) {
      if (!container->date.first) return Unresolved(at, container->end, kNoPublication);
      return Resolved(at, container->end, grain, Lay(YearOf(*container->date.first), stretch));
    }
  }
  auto found = WithoutYear(s, at, end, grain, stretch);
  if (found) found->certain = alone;
  return found;
}

EnglishDateReader::Found EnglishDateReader::FromQuarter(const Scene& s, std::size_t at, int quarter,
                                                        std::size_t end, bool spelled) const {
  std::string_view text = s.text;
  if (quarter < 1 || quarter > 4) return std::nullopt;
  bool alone = spelled;
  if (!spelled && IsAsciiUpper(text[at])) {
    // Q3 alone is the quarter, but an Audi Q3 is a car.
    bool name = false;
    if (at >= 2 && text[at - 1] == ' ' && IsAsciiAlpha(text[at - 2])) {
      std::size_t start = at - 1;
      while (start > 0 && at - start < 24 && IsAsciiAlpha(text[start - 1])) --start;
      name = IsAsciiUpper(text[start]) && !Vocabulary::EndsWithWord(date_prepositions_, text, at);
    }
    bool model =
        end < text.size() && text[end] == '-' && end + 1 < text.size() && IsAsciiAlpha(text[end + 1]);
    alone = !name && !model;
  }
  return InYear(s, at, end, Grain::kQuarter, {quarter * 3 - 2, quarter * 3}, alone);
}

EnglishDateReader::Found EnglishDateReader::FromHalf(const Scene& s, std::size_t at, int half,
                                                     std::size_t end) const {
  return InYear(s, at, end, Grain::kHalf, {half * 6 - 5, half * 6}, false);
}

// Summer 2024, the fall of 2008. "A fall in 2019" is a loss.
EnglishDateReader::Found EnglishDateReader::FromSeason(const Scene& s, std::size_t at, int month,
                                                       std::size_t end) const {
  std::size_t next = SkipBlanks(s.text, end);
  if (SkipWord(s.text, next, "in") > next) return std::nullopt;
  auto found = InYear(s, at, end, Grain::kQuarter, {month, month + 2}, false);
  if (found && found->certain && CountsSomething(s.text, found->end, 1)) return std::nullopt;
  return found;
}

EnglishDateReader::Found EnglishDateReader::FromPart(const Scene& s, std::size_t at, PartWord part,
                                                     std::size_t end) const {
  std::string_view text = s.text;
  std::size_t next = SkipBlanks(text, end);
  if (next == end && next < text.size() && text[next] == '-') ++next;
  if (next == end && text[end - 1] != '-') return std::nullopt;
  std::size_t in = SkipWord(text, next, "in");
  auto whole = ContainerAt(s, in > next ? in : SkipWord(text, next, "of"));
  if (!whole) return std::nullopt;
  if (!whole->date.first || !whole->date.last)
    return Unresolved(at, whole->end, s.context.published ? kYearUntold : kNoPublication);
  Day first = *whole->date.first;
  Day last = *whole->date.last;
  bool moving = part == PartWord::kEarlier || part == PartWord::kLater;
  if (moving) {
    // earlier this year: up to the day before the publication; later: from the publication on
    if (whole->running && s.context.published) {
      Day published = *s.context.published;
      if (part == PartWord::kEarlier) last = std::max(first, published - days(1));
      if (part == PartWord::kLater) first = std::min(last, published);
    }
    return Resolved(at, whole->end, whole->grain, {first, last});
  }
  switch (whole->grain) {
    case Grain::kYear: {
      MonthSpan months = PartOfTwelve(part);
      return Resolved(at, whole->end, Grain::kMonth, MonthsOf(YearOf(first), months.first, months.last));
    }
    case Grain::kMonth: {
      MonthSpan span = DaysOfMonth(part);
      int month = MonthOf(first);
      Phrase phrase =
          Resolved(at, whole->end, Grain::kWeek, Lay(YearOf(first), {month, month, span.first, span.last}));
      return phrase;
    }
    case Grain::kQuarter: {
      int month = MonthOf(first) + (part == PartWord::kMiddle                           ? 1
                                    : part == PartWord::kLate || part == PartWord::kEnd ? 2
                                                                                        : 0);
      return Resolved(at, whole->end, Grain::kMonth, WholeMonth(YearOf(first), month));
    }
    case Grain::kWeek: {
      if (part == PartWord::kMiddle)
        return Resolved(at, whole->end, Grain::kDay, {first + days(1), first + days(3)});
      bool late = part == PartWord::kLate || part == PartWord::kEnd;
      return Resolved(at, whole->end, Grain::kWeek,
                      late ? DateRange{first + days(4), last} : DateRange{first, first + days(2)});
    }
    case Grain::kDecade: {
      // 0-3, 4-6 and 7-9, as for 年代初, 中 and 末
      int year = YearOf(first);
      int from = part == PartWord::kMiddle ? 4 : part == PartWord::kLate || part == PartWord::kEnd ? 7 : 0;
      int to = from == 0 ? 3 : from == 4 ? 6 : 9;
      return Resolved(at, whole->end, Grain::kDecade,
                      {DateRange::Year(year + from).first, DateRange::Year(year + to).last});
    }
    default:
      return std::nullopt;
  }
}

// EOY, the EOM: in capitals only, and no part of a headline. BOY and BOM are also a word and names; they
// count where nothing else is said.
EnglishDateReader::Found EnglishDateReader::FromEdge(const Scene& s, std::size_t at,
                                                     const DateWord& edge) const {
  std::string_view text = s.text;
  for (std::size_t i = at; i < edge.end; ++i) {
    if (!IsAsciiUpper(text[i])) return std::nullopt;
  }
  auto part = static_cast<PartWord>(edge.value);
  std::size_t start = FollowsWord(text, at, "the") ? at - 4 : at;
  bool alone = IsWholeBlock(text, start, edge.end);
  bool led = part == PartWord::kEnd && Vocabulary::EndsWithWord(date_prepositions_, text, start) &&
             EndsPhrase(text, edge.end);
  if (!alone && !led) return std::nullopt;
  if (!s.context.published) return Unresolved(at, edge.end, kNoPublication);
  int year = YearOf(*s.context.published);
  if (edge.kind == Kind::kYearEdge) {
    MonthSpan months = PartOfTwelve(part);
    return Resolved(at, edge.end, Grain::kMonth, MonthsOf(year, months.first, months.last));
  }
  MonthSpan span = DaysOfMonth(part);
  int month = MonthOf(*s.context.published);
  return Resolved(at, edge.end, Grain::kWeek, Lay(year, {month, month, span.first, span.last}));
}

// fiscal 2025, FY25, fiscal year 2025; with a quarter it stays unresolved, as its months are the company's.
EnglishDateReader::Found EnglishDateReader::FromFiscal(const Scene& s, std::size_t at,
                                                       std::size_t end) const {
  std::string_view text = s.text;
  bool letters = end - at == 2 || text.substr(end - 2, 2) == "FY";
  std::size_t next = SkipBlanks(text, end);
  if (next == end && next < text.size() && text[next] == '-') ++next;
  auto quarter_end = [&](std::size_t from) -> std::size_t {
    auto word = words_.At(text, from);
    if (!word) return 0;
    if (word->kind == Kind::kQuarter || word->kind == Kind::kHalf) return word->end;
    if (word->kind == Kind::kUnit && word->value == static_cast<int>(EnglishUnit::kQuarter) && !word->plural)
      return word->end;
    if (word->kind != Kind::kOrdinal || word->end >= text.size()) return 0;
    auto unit = words_.At(text, word->end + 1, Kind::kUnit);
    return unit && unit->value == static_cast<int>(EnglishUnit::kQuarter) ? unit->end : 0;
  };
  if (std::size_t quarter = next > end ? quarter_end(next) : 0; quarter > 0) {
    auto year = YearBehind(text, quarter);
    return Unresolved(at, year ? year->end : quarter, kFiscalQuarter);
  }
  auto year = ShortYearAt(s, next, letters);
  if (!year || year->value < 1900 || year->value > 2099) return std::nullopt;
  if (std::size_t quarter = quarter_end(SkipBlanks(text, year->end)); quarter > 0)
    return Unresolved(at, quarter, kFiscalQuarter);
  Phrase phrase = Resolved(at, year->end, Grain::kYear, DateRange::Year(year->value));
  phrase.fiscal_year = year->value;
  return phrase;
}

}  // namespace tally
