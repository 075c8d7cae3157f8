// Months and days of months: May 8, 2025; 13 to 15 July; the second of March; on the 18th.
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
constexpr const char* kEventName = "names an event, whose year is not told";
// A year said further back than this is not looked for.
constexpr std::size_t kSentenceReach = 300;
// A day of the publication's year this long before it is next year's where the clause looks ahead.
constexpr int kLongPast = 90;
// How many bytes a date that says its year takes at most.
constexpr std::size_t kYearReach = 24;

// A month further on than this in the year after the one named before is not meant by its name alone.
constexpr int kNextYearReach = 6;
// How long the insertions are that are known as such, and the verbs behind them.
constexpr std::size_t kInsertionReach = 80;
constexpr std::size_t kLongestWord = 24;

int WeekdayOf(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

// "may" and "march" in small letters are verbs unless a day or year says otherwise.
bool IsVerbToo(std::string_view text, std::size_t at, int month) {
  return (month == 5 || month == 3) && !IsAsciiUpper(text[at]);
}

// Whether four digits, no more and no fewer, stand in a row shortly before `end`.
bool SaysYear(std::string_view text, std::size_t end) {
  constexpr std::size_t kDigits = 4;
  std::size_t first = end > kYearReach ? end - kYearReach : 0;
  // One of them stands at every fourth place.
  for (std::size_t i = first + kDigits - 1; i < end; i += kDigits) {
    if (!IsAsciiDigit(text[i])) continue;
    std::size_t start = i;
    while (start > first && IsAsciiDigit(text[start - 1])) --start;
    while (i + 1 < end && IsAsciiDigit(text[i + 1])) ++i;
    if (i + 1 - start == kDigits) return true;
  }
  return false;
}

// Whether no sentence ends between two places; a full stop ends one only before a blank and a capital.
bool InOneSentence(std::string_view text, std::size_t from, std::size_t to) {
  if (to - from > kSentenceReach) return false;
  for (std::size_t i = from; i < to; ++i) {
    if (text[i] == '!' || text[i] == '?' || text[i] == '\n') return false;
    if (text[i] == '.' && i + 2 < text.size() && text[i + 1] == ' ' && IsAsciiUpper(text[i + 2]))
      return false;
    if (static_cast<unsigned char>(text[i]) == 0xE3 && text.substr(i).starts_with("。")) return false;
  }
  return true;
}

}  // namespace

// Whether the date that ends at `end` lends its year to a month behind it in the sentence. One in an
// insertion may not: "the deal, announced in March 2019, closed in June" tells no year of June. Where the
// insertion is of an origin the main clause is not of that time: "the firm, founded in July 2015, raised $5m
// in October".
EnglishDateReader::Lending EnglishDateReader::LendsYear(std::string_view text, std::size_t end) const {
  bool closed = end + 2 < text.size() && text[end] == ')';
  if (end + 2 < text.size() && text[end] == ',' && text[end + 1] == ' ') {
    std::size_t verb = end + 2;
    std::size_t behind = verb;
    while (behind < text.size() && behind < verb + kLongestWord && IsAsciiAlpha(text[behind])) ++behind;
    std::string_view word = text.substr(verb, behind - verb);
    closed = word.size() > 2 && !IsAsciiUpper(word[0]) &&
             (word.ends_with("ed") || word == "has" || past_verbs_.lexicon.Longest(text, verb) ||
              future_marks_.lexicon.Longest(text, verb));
  }
  // Back to the comma that opens the insertion: one with a word in small letters behind it, which ", 2015"
  // has not.
  bool word = false;
  std::size_t floor = end > kInsertionReach ? end - kInsertionReach : 0;
  for (std::size_t i = end; i > floor; --i) {
    char c = text[i - 1];
    if (c == ';' || (c == '.' && i + 1 < end && text[i] == ' ' && IsAsciiUpper(text[i + 1]))) break;
    if ((c == ',' || c == '(') && word) return closed ? Lending::kUnsure : Lending::kYes;
    if (!IsAsciiAlpha(c) || (i > 1 && IsAsciiAlpha(text[i - 2]))) continue;
    if (words_.At(text, i - 1, Kind::kOrigin)) {
      bool opened = closed && i > 2 && (text[i - 2] == '(' || text[i - 3] == ',');
      bool relative =
          closed && (FollowsWord(text, i - 1, "which was") || FollowsWord(text, i - 1, "who was"));
      return opened || relative ? Lending::kNo : Lending::kUnsure;
    }
    word = word || c >= 'a';
  }
  return Lending::kYes;
}

// The year that a month or quarter without one belongs to: of the date that the sentence has named with its
// year, the first such month not before it; otherwise told from the publication. A quarter that has not begun
// is last year's unless the clause looks ahead.
std::optional<int> EnglishDateReader::GuessYear(const Scene& s, std::size_t at, Grain grain,
                                                const Stretch& stretch) const {
  const auto& last = s.context.last;
  const auto& last_end = s.context.last_end;
  if (last && last->first && last_end && *last_end <= at && at - *last_end <= kSentenceReach &&
      SaysYear(s.text, *last_end) && InOneSentence(s.text, *last_end, at)) {
    int year = YearOf(*last->first);
    int ahead = stretch.first_month - MonthOf(*last->first);
    Lending lends = LendsYear(s.text, *last_end);
    if (lends == Lending::kYes && ahead >= 0) return year;
    if (lends == Lending::kYes && ahead + 12 <= kNextYearReach) return year + 1;
    if (lends != Lending::kNo) {
      // "December 2015, up from November": the next November is hardly meant
      auto told = GuessYear({s.text, {s.context.published, std::nullopt}}, at, grain, stretch);
      return told == year || (ahead < 0 && told == year + 1) ? told : std::nullopt;
    }
  }
  if (!s.context.published) return std::nullopt;
  if (grain == Grain::kDay || grain == Grain::kMonth) {
    auto year = YearOfBareMonth(stretch.first_month, s.context.published,
                                stretch.first_day > 0 ? stretch.first_day : 1);
    // "will open in January", printed in December
    DateRange there = year ? Lay(*year, stretch) : DateRange{};
    bool long_past = there.last && *there.last < *s.context.published - days(kLongPast);
    if (long_past && SpeaksOfFuture(s.text, at)) return *year + 1;
    // "raised $5bn in October", printed in May
    bool ahead = there.first && *there.first > *s.context.published;
    return ahead && SpeaksOfPast(s.text, at) ? *year - 1 : year;
  }
  int year = YearOf(*s.context.published);
  bool begun = stretch.first_month <= MonthOf(*s.context.published);
  return begun || SpeaksOfFuture(s.text, at) ? year : year - 1;
}

EnglishDateReader::Found EnglishDateReader::WithoutYear(const Scene& s, std::size_t at, std::size_t end,
                                                        Grain grain, Stretch stretch,
                                                        std::optional<int> weekday) const {
  Phrase phrase = Resolved(at, end, grain, {});
  phrase.yearless = stretch;
  auto year = GuessYear(s, at, grain, stretch);
  if (!year) {
    phrase.unresolved = s.context.published    ? kYearUntold
                        : grain == Grain::kDay ? "a day without a year, in a text without a date"
                                               : "a month without a year, in a text without a date";
    return phrase;
  }
  phrase.date = Lay(*year, stretch);
  if (weekday) {
    // Friday, 18 July: the year nearest by in which that is so
    for (int other : {*year, *year - 1, *year + 1}) {
      DateRange there = Lay(other, stretch);
      if (!there.first || WeekdayOf(*there.first) != *weekday) continue;
      phrase.date = there;
      break;
    }
  }
  return phrase.date.first ? Found(phrase) : std::nullopt;
}

// Mon Aug 8 13:54:13 2022: the year behind a time of day, as asctime(3) prints it.
std::optional<EnglishDateReader::Figure> EnglishDateReader::YearBehindTime(std::string_view text,
                                                                           std::size_t at) const {
  auto digits = [&](std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && end < from + 2 && IsAsciiDigit(text[end])) ++end;
    return end;
  };
  std::size_t next = SkipBlanks(text, at);
  std::size_t end = digits(next);
  if (next == at || end == next || end >= text.size() || text[end] != ':') return std::nullopt;
  for (int part = 0; part < 2 && end < text.size() && text[end] == ':'; ++part) end = digits(end + 1);
  next = SkipBlanks(text, end);
  std::size_t zone = next;
  while (zone < text.size() && zone < next + 5 && IsAsciiUpper(text[zone])) ++zone;
  if (zone > next) next = SkipBlanks(text, zone);
  auto year = next > end ? YearAt(text, next) : std::nullopt;
  return year && year->digits == 4 && year->value >= 1900 && year->value <= 2099 ? year : std::nullopt;
}

// the Sept. 11 attacks: the day is a name, whose year all know; "a March 3 attack" is dated
bool EnglishDateReader::NamesEvent(std::string_view text, std::size_t end) const {
  return words_.At(text, SkipBlanks(text, end), Kind::kEvent).has_value();
}

// The month and day are read up to `end`; a year may follow, or a weekday and then a year.
EnglishDateReader::Found EnglishDateReader::DayOfMonth(const Scene& s, std::size_t at, int month,
                                                       Stretch stretch, std::size_t end) const {
  stretch.first_month = stretch.last_month = month;
  if (stretch.first_day > stretch.last_day) return std::nullopt;
  Grain grain = stretch.first_day == stretch.last_day ? Grain::kDay : Grain::kWeek;
  auto year = YearBehind(s.text, end);
  if (!year) year = YearBehindTime(s.text, end);
  // Two digits or an apostrophe follow, or no short year does.
  std::size_t behind = SkipBlanksAndCommas(s.text, end);
  if (!year && behind < s.text.size() && !IsAsciiAlpha(s.text[behind])) {
    auto short_year = ShortYearAt(s, behind, false);
    if (short_year && short_year->digits == 2) year = short_year;
    // "14th April 15" and no more
    auto two = ShortYearAt(s, SkipBlanks(s.text, end), true);
    if (two && SkipBlanks(s.text, end) > end && IsWholeBlock(s.text, at, two->end)) year = two;
  }
  if (year) {
    DateRange date = Lay(year->value, stretch);
    return date.first ? Found(Resolved(at, year->end, grain, date)) : std::nullopt;
  }
  if (NamesEvent(s.text, end) && !FollowsWord(s.text, at, "a") && !FollowsWord(s.text, at, "an"))
    return Unresolved(at, end, kEventName);
  std::optional<int> weekday;
  std::size_t next = SkipBlanksAndCommas(s.text, end);
  if (auto word = next > end ? words_.At(s.text, next, Kind::kWeekday) : std::nullopt;
      word && !word->plural) {
    weekday = word->value;
    end = word->end;
  }
  return WithoutYear(s, at, end, Grain::kDay, stretch, weekday);
}

EnglishDateReader::Found EnglishDateReader::FromMonth(const Scene& s, std::size_t at,
                                                      const DateWord& month) const {
  std::string_view text = s.text;
  std::size_t end = month.end;
  bool stop = end < text.size() && text[end] == '.';
  if (stop) ++end;
  bool verb = IsVerbToo(text, at, month.value);
  std::size_t next = SkipBlanksAndCommas(text, end);
  if (next == end && next < text.size() && (text[next] == '-' || text[next] == '/')) ++next;
  bool bracket = next > 0 && text[next - 1] == '(';
  auto day = bracket ? std::nullopt : DayNumberAt(text, SkipThe(text, next));
  // "moved out since August, 30 more would start": a comma before the day belongs to a date with a year
  bool apart = text.substr(end, next - end).find(',') != std::string_view::npos;
  if (day && apart && !day->ordinal && !YearBehind(text, day->end) && !EndsPhrase(text, day->end))
    day.reset();
  // "in May 12 people died" counts people; "the Sept. 11 attacks" do not, for "Sept." alone is no word
  // "on March 3 attackers struck" neither
  bool on = FollowsWord(text, at, "on");
  if (day && !day->ordinal && !stop && !on && CountsSomething(text, day->end, 1)) {
    bool article = FollowsWord(text, at, "the") || FollowsWord(text, at, "a");
    if (!article || !NamesEvent(text, day->end)) day.reset();
  }
  bool figure_only = day && verb && !day->ordinal && !YearBehind(text, day->end);
  // "march 3" closes a phrase, "may 3" is said of a possibility
  if (figure_only && !IsWholeBlock(text, at, day->end) && !(month.value == 3 && EndsPhrase(text, day->end)))
    return std::nullopt;
  if (day) {
    if (auto second = SecondDay(s, day->end, *day, FollowsWord(text, at, "between"))) {
      std::size_t behind = SkipBlanks(text, second->end);
      bool other_month = words_.At(text, SkipWord(text, behind, "of"), Kind::kMonth).has_value();
      if (!other_month && !CountsSomething(text, second->end, 1))
        return DayOfMonth(s, at, month.value, {0, 0, day->value, second->value}, second->end);
    }
    return DayOfMonth(s, at, month.value, {0, 0, day->value, day->value}, day->end);
  }
  auto year = YearBehind(text, end);
  if (!year) {
    auto short_year = ShortYearAt(s, SkipBlanks(text, end), false);
    if (short_year && short_year->digits == 2) year = short_year;
  }
  bool modern = year && year->value >= 1900 && year->value <= 2099 && year->value % 100 != 0;
  if (year && (modern || EndsPhrase(text, year->end)))
    return Resolved(at, year->end, Grain::kMonth, WholeMonth(year->value, month.value));
  if (verb) return std::nullopt;
  // "Dec." keeps its full stop only before a figure
  auto found = WithoutYear(s, at, month.end, Grain::kMonth, {month.value, month.value});
  if (found) found->certain = Vocabulary::EndsWithWord(date_prepositions_, text, at);
  return found;
}

// " to 15", "-15", " through the 15th" behind the first day of a range in one month.
std::optional<EnglishDateReader::Figure> EnglishDateReader::SecondDay(const Scene& s, std::size_t at,
                                                                      const Figure& first,
                                                                      bool and_too) const {
  std::size_t next = SkipJoiner(s.text, at, and_too);
  if (next == at) return std::nullopt;
  auto second = DayNumberAt(s.text, SkipThe(s.text, next));
  return second && second->value > first.value ? second : std::nullopt;
}

// A number that may be a day: 8 May, 4th of July 1995, 13 to 15 July, the 20th of next month, on the 18th.
EnglishDateReader::Found EnglishDateReader::FromDayNumber(const Scene& s, std::size_t at,
                                                          const Figure& day) const {
  std::string_view text = s.text;
  if (day.value < 1 || day.value > 31 || day.digits > 2) return std::nullopt;
  // "the Series A of October 2023"
  if (day.digits == 0 && AsciiLower(text[at]) == 'a' && at + 1 < text.size() && text[at + 1] == ' ')
    return std::nullopt;
  // The month behind a day, unless it is a verb: "8 May", "8th of may", but not "the 8 may".
  auto month_at = [&](std::size_t end) -> std::optional<DateWord> {
    std::size_t next = SkipBlanks(text, end);
    if (next == end && next < text.size() && (text[next] == '-' || text[next] == '/')) ++next;
    if (next == end) return std::nullopt;
    std::size_t behind = SkipWord(text, next, "of");
    auto month = words_.At(text, behind, Kind::kMonth);
    if (!month) return std::nullopt;
    bool verb = IsVerbToo(text, behind, month->value) && behind == next && !day.ordinal;
    if (verb && !YearBehind(text, month->end)) return std::nullopt;
    // Sept. 5 keeps its stop only inside the date
    bool stop = month->end - behind <= 4 && month->end < text.size() && text[month->end] == '.';
    if (stop && YearBehind(text, month->end + 1)) ++month->end;
    return month;
  };
  if (auto month = month_at(day.end))
    return DayOfMonth(s, at, month->value, {0, 0, day.value, day.value}, month->end);
  if (auto second = SecondDay(s, day.end, day, true)) {
    if (auto month = month_at(second->end)) {
      bool listed = SkipJoiner(text, day.end, false) == day.end;  // "and"
      bool range = !listed || FollowsWord(text, at, "between") || FollowsWord(text, at, "between the");
      if (range) return DayOfMonth(s, at, month->value, {0, 0, day.value, second->value}, month->end);
      // 18 and 19 June: two dates, and the month stands with the second
      auto found = DayOfMonth(s, at, month->value, {0, 0, day.value, day.value}, month->end);
      if (found) found->end = day.end;
      return found;
    }
  }
  return day.ordinal || day.digits > 0 ? DayOfNamedMonth(s, at, day) : std::nullopt;
}

// The 20th of next month, the 15th day of this month; "on the 18th" is of the publication's month.
EnglishDateReader::Found EnglishDateReader::DayOfNamedMonth(const Scene& s, std::size_t at,
                                                            const Figure& day) const {
  std::string_view text = s.text;
  std::size_t next = SkipBlanks(text, day.end);
  if (day.ordinal) next = SkipWord(text, next, "day");
  std::size_t of = SkipWord(text, next, "of");
  std::optional<Container> month;
  if (of > next) month = ContainerAt(s, of);
  if (month && month->grain == Grain::kMonth && month->date.first) {
    auto exact = MakeDay(YearOf(*month->date.first), MonthOf(*month->date.first), day.value);
    return exact ? Found(Resolved(at, month->end, Grain::kDay, DateRange::Of(*exact))) : std::nullopt;
  }
  bool alone = day.ordinal && day.digits > 0 &&
               (FollowsWord(text, at, "on") || FollowsWord(text, at, "on the")) && EndsPhrase(text, day.end);
  if (!alone || of > next) return std::nullopt;
  // 2025年7月15日 … on the 18th: of the month named before, where the sentence named one
  std::optional<Day> anchor = s.context.published;
  const auto& last = s.context.last;
  bool one_month = last && last->first && last->last && YearOf(*last->first) == YearOf(*last->last) &&
                   MonthOf(*last->first) == MonthOf(*last->last);
  if (one_month && s.context.last_end && *s.context.last_end <= at &&
      InOneSentence(text, *s.context.last_end, at))
    anchor = last->first;
  if (!anchor) return Unresolved(at, day.end, kNoPublication);
  auto exact = MakeDay(YearOf(*anchor), MonthOf(*anchor), day.value);
  if (anchor == s.context.published && exact && *exact > *anchor && SpeaksOfPast(text, at)) {
    Day before = AddMonths(*anchor, -1);
    exact = MakeDay(YearOf(before), MonthOf(before), day.value);
  }
  return exact ? Found(Resolved(at, day.end, Grain::kDay, DateRange::Of(*exact))) : std::nullopt;
}

}  // namespace tally
