// Figures and years: 2019, nineteen ninety-six, '98, 2020s. A bare number is a year only where its neighbours
// say so.
#include "base/utf8.h"
#include "quantities/date_arithmetic.h"
#include "quantities/english_date.h"
#include "quantities/english_text.h"

namespace tally {
namespace {

using Kind = DateWord::Kind;

bool IsModern(int year) { return year >= 1900 && year <= 2099; }

// Four plain digits that end at `end` and are no round count: 2023, but not 2,023 and 2000.
bool IsPlainYear(std::string_view text, std::size_t end) {
  if (end < 4 || (end > 4 && (IsAsciiAlnum(text[end - 5]) || text[end - 5] == ',' || text[end - 5] == '.')))
    return false;
  int year = 0;
  for (std::size_t i = end - 4; i < end; ++i) {
    if (!IsAsciiDigit(text[i])) return false;
    year = year * 10 + (text[i] - '0');
  }
  return IsModern(year) && year % 100 != 0;
}

// "Boeing 2019 revenue", but not "the 2019 revenue".
bool IsBehindName(std::string_view text, std::size_t end) {
  std::size_t start = end;
  while (start > 0 && IsAsciiAlpha(text[start - 1])) --start;
  return start < end && text[start] >= 'A' && text[start] <= 'Z' && text.substr(start, end - start) != "The";
}

}  // namespace

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
  bool letter = end < text.size() && IsAsciiAlpha(text[end]);
  if (!letter) return figure;
  for (std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (!text.substr(end).starts_with(ending) || !IsWordEdge(text, end + 2)) continue;
    figure.ordinal = true;
    figure.end = end + 2;
    return figure;
  }
  return std::nullopt;
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
  std::size_t behind = SkipWord(text, next, "of");
  if (behind == next) behind = SkipWord(text, next, "in");
  if (behind > next) next = SkipWord(text, SkipThe(text, behind), "year");
  auto year = next > at ? YearAt(text, next) : std::nullopt;
  if (!year || CountsSomething(text, year->end, 1)) return std::nullopt;
  // "in June 1,500"; a year beside a month is a modern one in digits unless the words before say otherwise
  return year;
}

// Whether a figure that ends at `end` counts what follows: a unit or a noun among the next `words` words.
bool EnglishDateReader::CountsSomething(std::string_view text, std::size_t end, int words) const {
  std::size_t at = end;
  bool year = IsPlainYear(text, end);
  for (int i = 0; i < words; ++i) {
    std::size_t next = SkipBlanks(text, at);
    if (next == at && next < text.size() && text[next] == '-') ++next;
    if (next == at || next >= text.size()) return false;
    if (text[next] == '%') return true;
    if (!IsAsciiAlpha(text[next])) return false;
    bool percent = AsciiLower(text[next]) == 'p' &&
                   (SkipWord(text, next, "percent") > next || SkipWord(text, next, "per cent") > next);
    if (percent) return true;
    for (const RuleSet::UnitTable* table : counted_) {
      auto hit = table->lexicon.Longest(text, next);
      // In 2023 exports fell: four plain digits before a noun are a year, for counts are grouped or round;
      // only of people and employees are they told as often.
      if (hit && year && table == counted_[0]) {
        const std::string& id = table->units[hit->value].id;
        if (id != "people" && id != "employees") continue;
      }
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
    if (digits && DigitsToInt(year) == YearOf(*last->last) &&
        last->last == DateRange::Year(DigitsToInt(year)).last)
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
    if (before < at && IsPlainYear(text, year.end) && IsBehindName(text, before) && year.end < text.size() &&
        text[year.end] == ' ' && year_nouns_.lexicon.Longest(text, year.end + 1))
      return true;  // Boeing 2019 revenue
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
  int year = ExpandTwoDigitYear(DigitsToInt(text.substr(at, 2)), s.context.published);
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
