// The entry, figures and years. A bare number is a year only where its neighbours say so.
#include "quantities/english_date.h"

#include "base/utf8.h"
#include "quantities/date_arithmetic.h"
#include "quantities/vocabulary.h"

namespace tally {
namespace {

using Kind = DateWord::Kind;

// Blanks in a row that may stand inside a date.
constexpr int kMostBlanks = 3;

bool IsMoneySign(std::string_view text, std::size_t end) {
  for (std::string_view sign : {"$", "£", "€", "¥", "₩", "₹"}) {
    if (text.substr(0, end).ends_with(sign)) return true;
  }
  return false;
}

int ToInt(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool IsModern(int year) { return year >= 1900 && year <= 2099; }

}  // namespace

std::size_t SkipBlanks(std::string_view text, std::size_t at) {
  for (int i = 0; i < kMostBlanks && at < text.size() && text[at] == ' '; ++i) ++at;
  return at;
}

std::size_t SkipBlanksAndCommas(std::string_view text, std::size_t at) {
  at = SkipBlanks(text, at);
  if (at < text.size() && text[at] == ',') at = SkipBlanks(text, at + 1);
  return at < text.size() && text[at] == '(' ? at + 1 : at;
}

std::size_t SkipWord(std::string_view text, std::size_t at, std::string_view word) {
  if (at + word.size() >= text.size() || text[at + word.size()] != ' ') return at;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (AsciiLower(text[at + i]) != word[i]) return at;
  }
  return SkipBlanks(text, at + word.size());
}

std::size_t SkipThe(std::string_view text, std::size_t at) { return SkipWord(text, at, "the"); }

bool FollowsWord(std::string_view text, std::size_t at, std::string_view word) {
  if (at == 0 || text[at - 1] != ' ' || at - 1 < word.size()) return false;
  std::size_t start = at - 1 - word.size();
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (AsciiLower(text[start + i]) != word[i]) return false;
  }
  return IsWordEdge(text, start);
}

Day AddMonths(Day day, int months) {
  std::chrono::year_month_day date(day);
  auto month = std::chrono::year_month(date.year(), date.month()) + std::chrono::months(months);
  std::chrono::year_month_day moved{month.year(), month.month(), date.day()};
  if (!moved.ok()) return Day(std::chrono::year_month_day_last(month / std::chrono::last));
  return Day(moved);
}

EnglishDateReader::EnglishDateReader(const RuleSet& rules)
    : words_(rules),
      numeric_(words_),
      date_prepositions_(rules.Words("date_prepositions")),
      year_prepositions_(rules.Words("year_prepositions")),
      after_year_(rules.Words("after_year_en")),
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
  DateRange months = MonthsOf(year, stretch.first_month, stretch.last_month);
  if (stretch.first_day > 0) {
    auto first = MakeDay(year, stretch.first_month, stretch.first_day);
    if (!first) return {};
    months.first = first;
  }
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
  if (at > 0 && IsMoneySign(text, at)) return std::nullopt;  // $12 December futures
  Scene scene{text, context};
  auto phrase = One(scene, at);
  if (!phrase) return std::nullopt;
  if (auto joined = Joined(scene, *phrase)) phrase = joined;
  if (!phrase->certain) return std::nullopt;
  AbsorbWeekday(scene, *phrase);
  // since 2019, since last week: open at its end
  if (phrase->date.first && !phrase->fiscal_year &&
      (FollowsWord(text, at, "since") || FollowsWord(text, at, "since the")))
    phrase->date.last.reset();
  return DateReading{{phrase->start, phrase->end},
                     phrase->date,
                     phrase->unresolved == nullptr ? "" : phrase->unresolved,
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
      if (word.value == static_cast<int>(DateUnit::kWeek) && !word.plural)
        return FromWeekNumber(s, at, word.end);
      return word.value == static_cast<int>(DateUnit::kWeekend) ? FromWeekend(s, at, word.end) : std::nullopt;
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
    case Kind::kHoliday:
      return FromHoliday(s, at, word.value, word.end);
    default:
      return std::nullopt;
  }
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
        int y = ToInt(text.substr(at, width));
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
    int value = ToInt(text.substr(at, width));
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

// Up to four digits that are no part of a longer number, with an ordinal ending where one is (5th).
std::optional<EnglishDateReader::Figure> EnglishDateReader::FigureAt(std::string_view text,
                                                                     std::size_t at) const {
  Figure figure;
  std::size_t end = at;
  while (end < text.size() && IsAsciiDigit(text[end])) {
    if (++figure.digits > 4) return std::nullopt;
    figure.value = figure.value * 10 + (text[end++] - '0');
  }
  if (figure.digits == 0) return std::nullopt;
  figure.end = end;
  bool digit_next = end + 1 < text.size() && IsAsciiDigit(text[end + 1]);
  if (end < text.size() &&
      (text[end] == '%' ||
       ((text[end] == ',' || text[end] == '.' || text[end] == ':' || text[end] == '/') && digit_next)))
    return std::nullopt;
  for (std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (!text.substr(end).starts_with(ending) || !IsWordEdge(text, end + 2)) continue;
    figure.ordinal = true;
    figure.end = end + 2;
    return figure;
  }
  return IsWordEdge(text, end) ? std::optional(figure) : std::nullopt;
}

// A count in digits or in words up to ninety-nine: 3, two, twenty-five, a.
std::optional<EnglishDateReader::Figure> EnglishDateReader::CountAt(std::string_view text,
                                                                    std::size_t at) const {
  if (at >= text.size()) return std::nullopt;
  if (IsAsciiDigit(text[at])) {
    auto figure = FigureAt(text, at);
    return figure && !figure->ordinal && figure->value > 0 ? figure : std::nullopt;
  }
  auto word = words_.At(text, at, Kind::kCardinal);
  if (!word) return std::nullopt;
  Figure figure{word->value, word->end};
  if (word->value >= 20 && word->value % 10 == 0 && word->end < text.size() &&
      (text[word->end] == ' ' || text[word->end] == '-')) {
    auto ones = words_.At(text, word->end + 1, Kind::kCardinal);
    bool article = ones && ones->end - word->end - 1 < 3;  // a, an
    if (ones && ones->value < 10 && !article) figure = {word->value + ones->value, ones->end};
  }
  return figure;
}

// The number of a day: 5, 5th, fifth, twenty-five.
std::optional<EnglishDateReader::Figure> EnglishDateReader::DayNumberAt(std::string_view text,
                                                                        std::size_t at) const {
  if (at >= text.size()) return std::nullopt;
  std::optional<Figure> figure;
  if (IsAsciiDigit(text[at])) {
    figure = FigureAt(text, at);
  } else if (auto ordinal = words_.At(text, at, Kind::kOrdinal)) {
    figure = Figure{ordinal->value, ordinal->end, 0, true};
  }
  return figure && figure->digits <= 2 && figure->value >= 1 && figure->value <= 31 ? figure : std::nullopt;
}

std::optional<EnglishDateReader::Figure> EnglishDateReader::YearAt(std::string_view text,
                                                                   std::size_t at) const {
  if (at >= text.size()) return std::nullopt;
  if (!IsAsciiDigit(text[at])) return YearInWords(text, at);
  auto figure = FigureAt(text, at);
  bool year =
      figure && figure->digits == 4 && !figure->ordinal && figure->value >= 1000 && figure->value <= 2999;
  return year ? figure : std::nullopt;
}

// nineteen ninety-six, seventeen hundred thirty three, two thousand and five
std::optional<EnglishDateReader::Figure> EnglishDateReader::YearInWords(std::string_view text,
                                                                        std::size_t at) const {
  auto first = words_.At(text, at, Kind::kCardinal);
  if (!first || first->end >= text.size() || text[first->end] != ' ') return std::nullopt;
  std::size_t next = first->end + 1;
  std::size_t thousand = SkipWord(text, next, "thousand");
  std::size_t hundred = SkipWord(text, next, "hundred");
  int base = 0;
  if (first->value == 2 && thousand > next) {
    base = 2000;
    next = SkipWord(text, thousand, "and");
  } else if (first->value >= 11 && first->value <= 20 && hundred > next) {
    base = first->value * 100;
    next = SkipWord(text, hundred, "and");
  } else if (first->value >= 11 && first->value <= 20) {
    auto rest = CountAt(text, next);
    if (!rest || rest->digits > 0 || rest->value < 10 || rest->value > 99) return std::nullopt;
    return Figure{first->value * 100 + rest->value, rest->end, 0, false};
  } else {
    return std::nullopt;
  }
  auto rest = CountAt(text, next);
  if (!rest || rest->digits > 0 || rest->value > 99) return std::nullopt;
  return Figure{base + rest->value, rest->end, 0, false};
}

std::optional<EnglishDateReader::Figure> EnglishDateReader::ShortYearAt(const Scene& s, std::size_t at,
                                                                        bool two_digits) const {
  if (auto year = YearAt(s.text, at); year && year->digits == 4) return year;
  std::size_t next = at;
  for (std::string_view apostrophe : {"'", "’", "‘"}) {
    if (!s.text.substr(at).starts_with(apostrophe)) continue;
    next = at + apostrophe.size();
    two_digits = true;
    break;
  }
  if (!two_digits || next >= s.text.size() || !IsAsciiDigit(s.text[next])) return std::nullopt;
  auto figure = FigureAt(s.text, next);
  if (!figure || figure->digits != 2 || figure->ordinal) return std::nullopt;
  figure->value = ExpandTwoDigitYear(figure->value, s.context.published);
  return figure;
}

// ", 2025", " of 2025", " in 2025", "-2025": the year behind a month or day that ends at `at`.
std::optional<EnglishDateReader::Figure> EnglishDateReader::YearBehind(std::string_view text,
                                                                       std::size_t at) const {
  std::size_t next = SkipBlanksAndCommas(text, at);
  if (next > at && text[next - 1] == '(') return std::nullopt;
  if (next == at && next < text.size() && (text[next] == '-' || text[next] == '/')) ++next;
  for (std::string_view word : {"of", "in"}) {
    std::size_t behind = SkipWord(text, next, word);
    if (behind == next) continue;
    next = SkipThe(text, behind);
    next = SkipWord(text, next, "year");
    break;
  }
  auto year = next > at ? YearAt(text, next) : std::nullopt;
  if (!year || CountsSomething(text, year->end, 1)) return std::nullopt;
  // "in June 1,500"; a year beside a month is a modern one in digits unless the words before say otherwise
  return year;
}

// Whether a figure that ends at `end` counts what follows: a unit or a noun among the next `words` words.
bool EnglishDateReader::CountsSomething(std::string_view text, std::size_t end, int words) const {
  std::size_t at = end;
  for (int i = 0; i < words; ++i) {
    std::size_t next = SkipBlanks(text, at);
    if (next == at && next < text.size() && text[next] == '-') ++next;
    if (next == at || next >= text.size()) return false;
    if (text[next] == '%') return true;
    if (!IsAsciiAlpha(text[next])) return false;
    if (SkipWord(text, next, "percent") > next || SkipWord(text, next, "per cent") > next) return true;
    for (const RuleSet::UnitTable* table : counted_) {
      auto hit = table->lexicon.Longest(text, next);
      // "in", "m", "t" are units too, but words first; "2020 second quarter"
      if (hit && hit->length > 2 && text.substr(next, hit->length) != "second") return true;
    }
    if (after_year_.lexicon.Longest(text, next)) return false;
    at = next;
    while (at < text.size() && (IsAsciiAlnum(text[at]) || text[at] == '-')) ++at;
  }
  return false;
}

// Whether the phrase that ends at `end` is closed there: by the end, a mark, or a small word.
bool EnglishDateReader::EndsPhrase(std::string_view text, std::size_t end) const {
  std::size_t next = SkipBlanks(text, end);
  if (next >= text.size()) return true;
  unsigned char c = static_cast<unsigned char>(text[next]);
  if (c >= 0x80) return !IsHan(DecodeUtf8(text, next).value);
  if (IsAsciiDigit(text[next])) return false;
  if (!IsAsciiAlpha(text[next])) return text[next] != '-' && text[next] != '%' && text[next] != '/';
  return next > end && after_year_.lexicon.Longest(text, next).has_value();
}

// in 2018 and 2019; 2018, 2019 or 2021: the date named before was a year, and only a small word stands
// between.
bool EnglishDateReader::ContinuesYears(const Scene& s, std::size_t at) const {
  const auto& last = s.context.last;
  if (!last || !last->first || !last->last) return false;
  std::string_view before = s.text.substr(0, at);
  for (std::string_view joint :
       {", and ", ", ", " and ", " or ", " to ", " and not ", " vs ", " vs. ", " versus "}) {
    if (!before.ends_with(joint) || before.size() < joint.size() + 4) continue;
    std::string_view year = before.substr(before.size() - joint.size() - 4, 4);
    bool digits = true;
    for (char c : year) digits = digits && IsAsciiDigit(c);
    if (digits && ToInt(year) == YearOf(*last->last) && last->last == DateRange::Year(ToInt(year)).last)
      return true;
  }
  return false;
}

// Behind "in", "since" and the like; the value "weak" marks the prepositions that stand before counts too.
bool EnglishDateReader::MayBeYear(const Scene& s, std::size_t at, const Figure& year) const {
  std::string_view text = s.text;
  if (year.value < 1000 || year.value > 2999) return false;
  std::size_t before = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
  auto hit = before < at || at == 0 || !IsAsciiAlnum(text[at - 1])
                 ? year_prepositions_.lexicon.LongestEndingAt(text, before, 0)
                 : std::nullopt;
  if (!hit) {
    return ContinuesYears(s, at) && IsModern(year.value) && !CountsSomething(text, year.end, 1);
  }
  if (!IsAsciiAlpha(text[before - 1])) {
    // 在 2019 OpenAI …: a modern year, but no amount (到 1500 亿)
    std::size_t next = SkipBlanks(text, year.end);
    bool han = next < text.size() && IsHan(DecodeUtf8(text, next).value);
    return !han && IsModern(year.value) && year.value % 100 != 0 && !CountsSomething(text, year.end, 1);
  }
  bool weak = year_prepositions_.values[hit->value] == "weak";
  if (CountsSomething(text, year.end, weak ? 3 : 1)) return false;
  bool round = year.value % 100 == 0;
  if (weak && (round || !IsModern(year.value))) return false;
  return (IsModern(year.value) && !round) || EndsPhrase(text, year.end);
}

EnglishDateReader::Found EnglishDateReader::BareYear(const Scene& s, std::size_t at,
                                                     const Figure& year) const {
  std::string_view text = s.text;
  if (year.value < 1000 || year.value > 2999) return std::nullopt;
  Phrase phrase = Resolved(at, year.end, Grain::kYear, DateRange::Year(year.value));
  if (auto within = WithinNamedYear(s, at, year.end, year.value)) return within;
  // 2016, Nov; 2016 November. "In 2019, May said": not these two
  if (year.digits == 4 && IsModern(year.value)) {
    std::size_t next = SkipBlanksAndCommas(text, year.end);
    auto month =
        next > year.end && text[next - 1] != '(' ? words_.At(text, next, Kind::kMonth) : std::nullopt;
    if (month && month->value != 3 && month->value != 5 && !DayNumberAt(text, SkipBlanks(text, month->end))) {
      return Resolved(at, month->end, Grain::kMonth, WholeMonth(year.value, month->value));
    }
    std::size_t space = SkipBlanks(text, year.end);
    if (auto fiscal = words_.At(text, space, Kind::kFiscal); fiscal && fiscal->end > space + 6) {
      phrase.end = fiscal->end;
      phrase.fiscal_year = year.value;
      return phrase;
    }
  }
  phrase.certain = MayBeYear(s, at, year) || (IsModern(year.value) && IsWholeBlock(text, at, year.end));
  for (std::string_view era : {" A.D.", " AD", " CE", " C.E."}) {
    if (!text.substr(year.end).starts_with(era) || !IsWordEdge(text, year.end + era.size())) continue;
    phrase.end = year.end + era.size();
    phrase.certain = true;
    break;
  }
  if (!phrase.certain && CountsSomething(text, year.end, 2)) return std::nullopt;
  return phrase;
}

// in '98, the '90s: two digits behind an apostrophe
EnglishDateReader::Found EnglishDateReader::YearBehindApostrophe(const Scene& s, std::size_t at) const {
  std::string_view text = s.text;
  std::size_t mark = 0;
  for (std::string_view apostrophe : {"'", "’", "‘"}) {
    if (text.substr(0, at).ends_with(apostrophe)) mark = apostrophe.size();
  }
  if (mark == 0) return std::nullopt;
  std::size_t start = at - mark;
  int year = ExpandTwoDigitYear(ToInt(text.substr(at, 2)), s.context.published);
  if (at + 2 < text.size() && text[at + 2] == 's' && IsWordEdge(text, at + 3) && year % 10 == 0)
    return Decade(s, start, year, at + 3);
  bool led = start > 0 && text[start - 1] == ' ' &&
             year_prepositions_.lexicon.LongestEndingAt(text, start - 1, 0).has_value();
  bool quoted = at + 2 < text.size() && text[at + 2] == '\'';
  if (!led || quoted || !IsWordEdge(text, at + 2) || !EndsPhrase(text, at + 2)) return std::nullopt;
  return Resolved(start, at + 2, Grain::kYear, DateRange::Year(year));
}

EnglishDateReader::Found EnglishDateReader::Decade(const Scene&, std::size_t start, int year,
                                                   std::size_t end) const {
  // the 1800s are a century, the 2000s at first a decade
  int last = year % 100 == 0 && year < 2000 ? year + 99 : year + 9;
  return Resolved(start, end, last == year + 9 ? Grain::kDecade : Grain::kCentury,
                  {DateRange::Year(year).first, DateRange::Year(last).last});
}

}  // namespace tally
