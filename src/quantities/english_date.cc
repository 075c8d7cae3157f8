// The entry: which word or figure begins here, and which part of the grammar it belongs to.
#include "quantities/english_date.h"

#include "base/utf8.h"
#include "quantities/date_arithmetic.h"
#include "quantities/english_text.h"

namespace tally {
namespace {

using Kind = DateWord::Kind;

bool IsMoneySign(std::string_view text, std::size_t end) {
  if (text[end - 1] != '$' && static_cast<unsigned char>(text[end - 1]) < 0x80) return false;
  for (std::string_view sign : {"$", "£", "€", "¥", "₩", "₹"}) {
    if (text.substr(0, end).ends_with(sign)) return true;
  }
  return false;
}

// The last byte of ', ’ or ‘.
bool MayBeApostrophe(char c) { return c == '\'' || static_cast<unsigned char>(c) >= 0x80; }

bool IsModern(int year) { return year >= 1900 && year <= 2099; }

}  // namespace

EnglishDateReader::EnglishDateReader(const RuleSet& rules)
    : words_(rules),
      numeric_(words_),
      date_prepositions_(rules.Words("date_prepositions")),
      year_prepositions_(rules.Words("year_prepositions")),
      after_year_(rules.Words("after_year_en")),
      year_nouns_(rules.Words("year_nouns_en")),
      past_verbs_(rules.Words("past_verbs_en")),
      future_marks_(rules.Words("future_marks")),
      counted_{&rules.UnitsOf("nouns"), &rules.UnitsOf("measures"), &rules.UnitsOf("currencies"),
               &rules.UnitsOf("durations"), &rules.UnitsOf("scales")} {}

EnglishDateReader::Phrase EnglishDateReader::Unresolved(std::size_t start, std::size_t end, const char* why) {
  Phrase phrase;
  phrase.start = start;
  phrase.end = end;
  phrase.unresolved = why;
  return phrase;
}

EnglishDateReader::Phrase EnglishDateReader::Resolved(std::size_t start, std::size_t end, Grain grain,
                                                      DateRange date) {
  Phrase phrase;
  phrase.start = start;
  phrase.end = end;
  phrase.grain = grain;
  phrase.date = date;
  return phrase;
}

DateRange EnglishDateReader::Lay(int year, const Stretch& stretch) {
  std::optional<Day> first;
  if (stretch.first_day > 0) {
    first = MakeDay(year, stretch.first_month, stretch.first_day);
    if (!first) return {};
    bool one = stretch.first_day == stretch.last_day && stretch.first_month == stretch.last_month;
    if (one) return DateRange::Of(*first);
  }
  DateRange months = MonthsOf(year, stretch.first_month, stretch.last_month);
  if (first) months.first = first;
  if (stretch.last_day > 0) {
    auto last = MakeDay(year, stretch.last_month, stretch.last_day);
    // "late February" ends with its last day; 30 February is no day
    if (!last && stretch.first_day == stretch.last_day) return {};
    if (last) months.last = last;
  }
  return months;
}

std::optional<DateReading> EnglishDateReader::Read(std::string_view text, std::size_t at,
                                                   const DateContext& context) const {
  if (IsBare(text, at)) return std::nullopt;
  if (at > 0 && IsMoneySign(text, at)) return std::nullopt;  // $12 December futures
  Scene scene{text, context};
  auto phrase = One(scene, at);
  if (!phrase) return std::nullopt;
  if (auto joined = Joined(scene, *phrase)) phrase = *joined;
  if (!phrase->certain) return std::nullopt;
  AbsorbWeekday(scene, *phrase);
  // since 2019, since last week: open at its end
  if (phrase->date.first && !phrase->fiscal_year &&
      (FollowsWord(text, at, "since") || FollowsWord(text, at, "since the")))
    phrase->date.last.reset();
  return DateReading{{phrase->start, phrase->end},
                     phrase->date,
                     phrase->unresolved == nullptr ? std::string_view() : phrase->unresolved,
                     phrase->fiscal_year};
}

// 20 March 2025 (Thursday): a weekday beside a date belongs to it and adds nothing.
void EnglishDateReader::AbsorbWeekday(const Scene& s, Phrase& phrase) const {
  if (phrase.grain != Grain::kDay || !phrase.date.first || phrase.date.first != phrase.date.last) return;
  std::size_t next = SkipBlanksAndCommas(s.text, phrase.end);
  auto weekday = next > phrase.end ? words_.At(s.text, next, Kind::kWeekday) : std::nullopt;
  if (!weekday || weekday->plural) return;
  auto said = std::chrono::weekday(*phrase.date.first).iso_encoding();
  if (static_cast<int>(said) != weekday->value) return;
  phrase.end = weekday->end;
  if (s.text[next - 1] == '(' && phrase.end < s.text.size() && s.text[phrase.end] == ')') ++phrase.end;
}

EnglishDateReader::Found EnglishDateReader::One(const Scene& s, std::size_t at) const {
  if (at >= s.text.size()) return std::nullopt;
  if (IsAsciiDigit(s.text[at])) return FromDigits(s, at);
  if (!IsAsciiAlpha(s.text[at]) || !IsWordEdge(s.text, at)) return std::nullopt;
  auto word = words_.At(s.text, at);
  if (word) return FromWord(s, at, *word);
  std::size_t behind = SkipThe(s.text, at);
  if (behind == at && AsciiLower(s.text[at]) == 'i') {
    std::size_t in = SkipWord(s.text, at, "in");
    return in > at ? FromIn(s, at, in, false) : std::nullopt;
  }
  if (behind == at) {
    // FY25, Q3FY25: no edge stands before the figures
    char c = s.text[at];
    bool fiscal = (c == 'F' || c == 'f') && at + 2 < s.text.size() && AsciiLower(s.text[at + 1]) == 'y' &&
                  IsAsciiDigit(s.text[at + 2]);
    if (fiscal) return FromFiscal(s, at, at + 2);
    // Feb13
    for (std::size_t length : {std::size_t(3), std::size_t(4)}) {
      if (at + length >= s.text.size() || !IsAsciiDigit(s.text[at + length])) continue;
      auto month = words_.At(s.text.substr(at, length), 0, Kind::kMonth);
      if (!month) return std::nullopt;
      month->end = at + length;
      return FromMonth(s, at, *month);
    }
    return std::nullopt;
  }
  // "the" belongs to what follows: the first quarter, the end of 2008, the 15th of February.
  Found found;
  if (behind >= s.text.size()) return std::nullopt;
  if (IsAsciiDigit(s.text[behind])) {
    auto figure = FigureAt(s.text, behind);
    if (!figure) return std::nullopt;
    bool decade = figure->digits == 0;
    if (decade || figure->ordinal || figure->value > 999) found = FromDigits(s, behind);
  } else if (auto next = words_.At(s.text, behind)) {
    // "the May deal" is not about "May"
    if (next->kind == Kind::kMonth || next->kind == Kind::kCardinal) return std::nullopt;
    found = FromWord(s, behind, *next);
  }
  if (found) found->start = at;
  return found;
}

EnglishDateReader::Found EnglishDateReader::FromWord(const Scene& s, std::size_t at,
                                                     const DateWord& word) const {
  switch (word.kind) {
    case Kind::kMonth:
      return FromMonth(s, at, word);
    case Kind::kWeekday:
      return FromWeekday(s, at, word);
    case Kind::kOrdinal: {
      auto day = FromDayNumber(s, at, {word.value, word.end, 0, true});
      return day ? day : FromOrdinal(s, at, word.value, word.end);
    }
    case Kind::kCardinal: {
      if (auto year = YearInWords(s.text, at)) return BareYear(s, at, *year);
      auto count = CountAt(s.text, at);
      if (!count) return std::nullopt;
      // twenty-five January nineteen eighty-six; "a March report" is of no first of March
      auto day = FromDayNumber(s, at, *count);
      if (day && !day->yearless) return day;
      return FromCount(s, at, *count);
    }
    case Kind::kWhich:
    case Kind::kNearest:
      return FromWhich(s, at, word);
    case Kind::kNamed:
      return FromNamed(s, at, word);
    case Kind::kDay:
      return FromRelativeDay(s, at, word.value, word.end);
    case Kind::kUnit:
      if (word.value == static_cast<int>(EnglishUnit::kWeek) && !word.plural)
        return FromWeekNumber(s, at, word.end);
      return word.value == static_cast<int>(EnglishUnit::kWeekend) ? FromWeekend(s, at, word.end)
                                                                   : std::nullopt;
    case Kind::kPart:
      return FromPart(s, at, static_cast<PartWord>(word.value), word.end);
    case Kind::kQuarter:
      return FromQuarter(s, at, word.value, word.end, false);
    case Kind::kHalf:
      return FromHalf(s, at, word.value, word.end);
    case Kind::kSeason:
      return FromSeason(s, at, word.value, word.end);
    case Kind::kFiscal:
      return FromFiscal(s, at, word.end);
    case Kind::kWithin:
      return FromIn(s, at, SkipThe(s.text, SkipBlanks(s.text, word.end)), true);
    case Kind::kYearEnd: {
      return InYear(s, at, word.end, Grain::kMonth, {12, 12},
                    FollowsWord(s.text, at, "by") || FollowsWord(s.text, at, "at") ||
                        FollowsWord(s.text, at, "before") || FollowsWord(s.text, at, "until"));
    }
    case Kind::kYearEdge:
    case Kind::kMonthEdge:
      return FromEdge(s, at, word);
    case Kind::kHoliday:
      return FromHoliday(s, at, word.value, word.end);
    default:
      return std::nullopt;
  }
}

// Fewer than four digits at `at` that are no date, as most are.
bool EnglishDateReader::IsBare(std::string_view text, std::size_t at) const {
  std::size_t end = at;
  while (end < text.size() && end < at + 4 && IsAsciiDigit(text[end])) ++end;
  std::size_t width = end - at;
  if (width == 0 || width == 4 || (width == 2 && at > 0 && MayBeApostrophe(text[at - 1]))) return false;
  return IsBareBefore(text, end);
}

// Behind fewer than four digits that end at `end`, a blank and a word in Latin letters that makes no date of
// them: neither a month nor a unit, nor what owns them or joins them to such a date ("5 to 6 people").
bool EnglishDateReader::IsBareBefore(std::string_view text, std::size_t end) const {
  using Words = EnglishDateWords;
  constexpr std::uint32_t kGoesOn = Words::Bit(Kind::kMonth) | Words::Bit(Kind::kWhich) |
                                    Words::Bit(Kind::kNearest) | Words::Bit(Kind::kWeekday) |
                                    Words::Bit(Kind::kUnit);
  if (end >= text.size() || text[end] != ' ') return false;
  std::size_t next = SkipBlanks(text, end);
  if (next >= text.size()) return false;
  // Columns of figures; one blank may stand inside a date.
  if (next > end + 1 && (IsAsciiDigit(text[next]) || text[next] == ' ')) return true;
  if (!IsAsciiAlpha(text[next])) return false;
  if ((words_.KindsAt(text, next) & kGoesOn) != 0) return false;
  char c = AsciiLower(text[next]);
  if (c == 'o') return SkipWord(text, next, "of") == next;
  if (c != 't' && c != 'u' && c != 'a') return true;
  std::size_t second = SkipJoiner(text, end, true);
  if (second == end) return true;
  // A second day, and its month.
  if (second >= text.size() || !IsAsciiDigit(text[second])) return false;
  while (second < text.size() && IsAsciiDigit(text[second])) ++second;
  if (second >= text.size() || text[second] != ' ') return false;
  std::size_t month = SkipBlanks(text, second);
  if (month >= text.size() || !IsAsciiAlpha(text[month])) return false;
  return (words_.KindsAt(text, month) & Words::Bit(Kind::kMonth)) == 0 &&
         SkipWord(text, month, "of") == month;
}

EnglishDateReader::Found EnglishDateReader::FromDigits(const Scene& s, std::size_t at) const {
  std::string_view text = s.text;
  if (auto numeric = numeric_.Read(text, at, s.context)) {
    Phrase phrase = Resolved(at, numeric->text.end, Grain::kDay, numeric->date);
    if (numeric->date.first != numeric->date.last) phrase.grain = Grain::kMonth;
    if (!numeric->date.first) {
      phrase.unresolved = numeric->unresolved.starts_with("day")
                              ? "day and month cannot be told apart"
                              : "a month or two years: the text does not tell";
    }
    return phrase;
  }
  // 2019-Q3, 2019 H2, 24Q3; 3Q24, 1H 2024
  std::size_t digits = at;
  while (digits < text.size() && digits < at + 5 && IsAsciiDigit(text[digits])) ++digits;
  std::size_t width = digits - at;
  if (digits < text.size() && (width == 2 || width == 4)) {
    std::size_t letter = digits;
    if (text[letter] == '-' || (text[letter] == ' ' && width == 4)) ++letter;
    char c = letter < text.size() ? AsciiLower(text[letter]) : ' ';
    if ((c == 'q' || c == 'h') && letter + 1 < text.size() && IsAsciiDigit(text[letter + 1]) &&
        IsWordEdge(text, letter + 2)) {
      int part = text[letter + 1] - '0';
      int most = c == 'q' ? 4 : 2;
      int months = 12 / most;
      if (part >= 1 && part <= most) {
        int y = DigitsToInt(text.substr(at, width));
        if (width == 2) y = ExpandTwoDigitYear(y, s.context.published);
        if (IsModern(y)) {
          return Resolved(at, letter + 2, c == 'q' ? Grain::kQuarter : Grain::kHalf,
                          MonthsOf(y, (part - 1) * months + 1, part * months));
        }
      }
    }
  }
  if (width == 1 && digits < text.size()) {
    char c = AsciiLower(text[digits]);
    int most = c == 'q' ? 4 : c == 'h' ? 2 : 0;
    int part = text[at] - '0';
    if (most > 0 && part >= 1 && part <= most) {
      std::size_t next = digits + 1 < text.size() && text[digits + 1] == ' ' ? digits + 2 : digits + 1;
      if (auto year = ShortYearAt(s, next, next == digits + 1)) {
        int months = 12 / most;
        return Resolved(at, year->end, c == 'q' ? Grain::kQuarter : Grain::kHalf,
                        MonthsOf(year->value, (part - 1) * months + 1, part * months));
      }
    }
  }
  // 1990s, 1980's
  if (width == 4 && digits < text.size()) {
    std::size_t s_at = digits;
    if (text[s_at] == '\'') ++s_at;
    int value = DigitsToInt(text.substr(at, width));
    bool plural = s_at < text.size() && text[s_at] == 's' && IsWordEdge(text, s_at + 1);
    if (plural && value % 10 == 0 && value >= 1000 && value <= 2099) return Decade(s, at, value, s_at + 1);
  }
  if (width == 2) {
    if (auto short_year = YearBehindApostrophe(s, at)) return short_year;
  }
  auto figure = FigureAt(text, at);
  if (!figure) return std::nullopt;
  if (auto day = FromDayNumber(s, at, *figure)) return day;
  if (figure->ordinal) return FromOrdinal(s, at, figure->value, figure->end);
  if (figure->digits == 4) return BareYear(s, at, *figure);
  return FromCount(s, at, *figure);
}

}  // namespace tally
