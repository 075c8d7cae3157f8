// Dates in English: May 8, 2025; the third quarter of 2024; early 2023; in 2019; FY2025; last Friday of
// October; two days after today; from January to April 2015. The words are those of rules/words/ (see
// english_date_words.h), the grammar is here. Immutable; any number of threads may read with one.
//
// A phrase may say less than a date (5 March, Q3): what it leaves out is told from the publication, from the
// date named before in the same sentence, or from the other end of a range. A phrase may also be one that
// only its surroundings make a date (a bare 2014, a bare May): it is then `certain` only behind a
// preposition.
#pragma once

#include <optional>
#include <string_view>

#include "quantities/date_reading.h"
#include "quantities/english_date_words.h"
#include "quantities/numeric_date.h"
#include "rules/rule_set.h"

namespace tally {

class EnglishDateReader {
 public:
  // Throws UserError where a value in one of the word lists is not of its form.
  explicit EnglishDateReader(const RuleSet& rules);

  // The date that begins at text[at], a digit or a Latin letter at the start of its word. Covers figures too
  // (2019-09-06).
  std::optional<DateReading> Read(std::string_view text, std::size_t at, const DateContext& context) const;
  void AddStarts(StartFilter& filter) const { words_.AddStarts(filter); }

 private:
  // A stretch of a year: months and, where they are not whole, days (31: the last).
  struct Stretch {
    int first_month = 1;
    int last_month = 12;  // 13 and 14 are of the next year
    int first_day = 0;
    int last_day = 0;
  };
  enum class Grain { kDay, kWeek, kMonth, kQuarter, kHalf, kYear, kDecade, kCentury };
  struct Phrase {
    std::size_t start = 0;
    std::size_t end = 0;
    Grain grain = Grain::kDay;
    DateRange date;
    const char* unresolved = nullptr;
    std::optional<int> fiscal_year;
    std::optional<Stretch> yearless;  // says no year; `date` is by a guess of the year, or empty
    bool weekday = false;             // a weekday of no said week
    bool certain = true;              // see above
  };
  using Found = std::optional<Phrase>;
  // The text, and what its dates are told from.
  struct Scene {
    std::string_view text;
    const DateContext& context;
    bool nested = false;  // inside an anchor, where no other anchor is looked for: keeps the reading linear
  };
  // A figure in digits or words, with what its writing says.
  struct Figure {
    int value = 0;
    std::size_t end = 0;
    int digits = 0;        // 0 in words
    bool ordinal = false;  // 5th, fifth
  };
  enum class Tense { kPast, kFuture, kUntold };
  enum class Lending { kYes, kNo, kUnsure };
  static constexpr const char* kYearUntold = "without a year; another date of the sentence has one";
  // What a count of units or a part is measured on: a year, a month, last week.
  struct Container {
    DateRange date;
    Grain grain = Grain::kYear;
    std::size_t end = 0;
    bool running = false;  // holds the publication
  };

  Found One(const Scene& s, std::size_t at) const;
  Found FromDigits(const Scene& s, std::size_t at) const;
  bool IsBare(std::string_view text, std::size_t at) const;
  bool IsBareBefore(std::string_view text, std::size_t end) const;
  Found FromWord(const Scene& s, std::size_t at, const DateWord& word) const;

  // english_year.cc: figures, years, what stands around
  std::optional<Figure> FigureAt(std::string_view text, std::size_t at) const;
  std::optional<Figure> CountAt(std::string_view text, std::size_t at) const;
  std::optional<Figure> DayNumberAt(std::string_view text, std::size_t at) const;
  std::optional<Figure> YearAt(std::string_view text, std::size_t at) const;
  std::optional<Figure> YearInWords(std::string_view text, std::size_t at) const;
  // The year in four digits or, behind an apostrophe or where `two_digits`, in two.
  std::optional<Figure> ShortYearAt(const Scene& s, std::size_t at, bool two_digits) const;
  std::optional<Figure> YearBehind(std::string_view text, std::size_t at) const;
  bool CountsSomething(std::string_view text, std::size_t end, int words) const;
  bool EndsPhrase(std::string_view text, std::size_t end) const;
  bool ContinuesYears(const Scene& s, std::size_t at) const;
  bool MayBeYear(const Scene& s, std::size_t at, const Figure& year) const;
  Found BareYear(const Scene& s, std::size_t at, const Figure& year) const;
  Found YearBehindApostrophe(const Scene& s, std::size_t at) const;
  void AbsorbWeekday(const Scene& s, Phrase& phrase) const;
  Found Decade(const Scene& s, std::size_t start, int year, std::size_t end) const;

  // english_month_date.cc: months, days of months; english_weekday.cc: weekdays
  Found FromMonth(const Scene& s, std::size_t at, const DateWord& month) const;
  Found FromDayNumber(const Scene& s, std::size_t at, const Figure& day) const;
  std::optional<Figure> YearBehindTime(std::string_view text, std::size_t at) const;
  bool NamesEvent(std::string_view text, std::size_t end) const;
  Found DayOfMonth(const Scene& s, std::size_t at, int month, Stretch days, std::size_t end) const;
  Found DayOfNamedMonth(const Scene& s, std::size_t at, const Figure& day) const;
  Found FromWeekday(const Scene& s, std::size_t at, const DateWord& weekday) const;
  bool InHabit(const Scene& s, std::size_t at, std::size_t end) const;
  Found WeekdayBesideDate(const Scene& s, std::size_t at, const DateWord& weekday) const;
  Found WithoutYear(const Scene& s, std::size_t at, std::size_t end, Grain grain, Stretch stretch,
                    std::optional<int> weekday = std::nullopt) const;
  Lending LendsYear(std::string_view text, std::size_t end) const;
  std::optional<int> GuessYear(const Scene& s, std::size_t at, Grain grain, const Stretch& stretch) const;
  std::optional<Figure> SecondDay(const Scene& s, std::size_t at, const Figure& first, bool and_too) const;

  // english_period.cc: quarters, halves, seasons, parts, fiscal years; english_nth_date.cc: the nth of
  // something
  Found FromOrdinal(const Scene& s, std::size_t at, int nth, std::size_t end) const;
  Found NthOf(const Scene& s, std::size_t at, int nth, std::size_t end) const;
  Found FromQuarter(const Scene& s, std::size_t at, int quarter, std::size_t end, bool spelled) const;
  Found FromHalf(const Scene& s, std::size_t at, int half, std::size_t end) const;
  Found FromSeason(const Scene& s, std::size_t at, int month, std::size_t end) const;
  Found FromPart(const Scene& s, std::size_t at, PartWord part, std::size_t end) const;
  Found FromEdge(const Scene& s, std::size_t at, const DateWord& edge) const;
  Found FromFiscal(const Scene& s, std::size_t at, std::size_t end) const;
  Found FromWeekNumber(const Scene& s, std::size_t at, std::size_t end) const;
  Found FromHoliday(const Scene& s, std::size_t at, int holiday, std::size_t end) const;
  Found InYear(const Scene& s, std::size_t at, std::size_t end, Grain grain, Stretch stretch,
               bool alone) const;
  std::optional<Container> ContainerAt(const Scene& s, std::size_t at) const;

  // english_relative_date.cc: last, next, that; english_counted_date.cc: ago, from, in, within
  Found FromWhich(const Scene& s, std::size_t at, const DateWord& which) const;
  Found WithinNamedYear(const Scene& s, std::size_t at, std::size_t end, int year) const;
  Found FromWeekend(const Scene& s, std::size_t at, std::size_t end) const;
  Found FromNamed(const Scene& s, std::size_t at, const DateWord& named) const;
  Found FromCount(const Scene& s, std::size_t at, const Figure& count) const;
  Found FromIn(const Scene& s, std::size_t at, std::size_t end, bool within) const;
  Found CountFrom(const Scene& s, std::size_t at, int count, const DateWord& unit) const;
  Found SpanOfUnits(const Scene& s, std::size_t at, int offset, int count, const DateWord& unit) const;
  Found FromRelativeDay(const Scene& s, std::size_t at, int offset, std::size_t end) const;
  std::optional<DateRange> UnitAway(Day from, EnglishUnit unit, int offset) const;
  Tense TenseAround(std::string_view text, std::size_t at) const;
  bool SpeaksOfPast(std::string_view text, std::size_t at) const;
  std::optional<std::size_t> FutureMarkBefore(std::string_view text, std::size_t at) const;
  bool SpeaksOfFuture(std::string_view text, std::size_t at) const;

  // english_date_range.cc: from A to B, since A
  Found Joined(const Scene& s, const Phrase& first) const;
  Found JoinYears(const Scene& s, const Phrase& first, const Phrase& second, bool announced) const;

  static DateRange LongWeekend(Day holiday);
  static DateRange Lay(int year, const Stretch& stretch);
  static Phrase Unresolved(std::size_t start, std::size_t end, const char* why);
  static Phrase Resolved(std::size_t start, std::size_t end, Grain grain, DateRange date);

  EnglishDateWords words_;
  NumericDateReader numeric_;
  const WordList& date_prepositions_;
  const WordList& year_prepositions_;
  const WordList& after_year_;
  const WordList& year_nouns_;
  const WordList& past_verbs_;
  const WordList& future_marks_;
  const RuleSet::UnitTable* counted_[5];
};

}  // namespace tally
