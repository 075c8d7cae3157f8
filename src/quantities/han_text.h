// What the readers of Han dates share: the text with what stands around a date, and a date half read.
#pragma once

#include <cstring>
#include <optional>
#include <string_view>

#include "quantities/date_reading.h"
#include "quantities/vocabulary.h"

namespace tally {

// A date read up to `end`, with what the other end of a range may take over from it.
struct HanPoint {
  enum class Grain { kSpan, kYear, kMonth, kWeek, kDay };
  std::size_t end = 0;
  DateRange days;  // empty where `unresolved` says why
  Grain grain = Grain::kSpan;
  std::optional<int> year;   // of the calendar place named; not where only a week or a span is
  std::optional<int> month;  // likewise
  bool year_told = false;    // the text names the year, in figures or by a word
  std::string_view unresolved = {};
  std::optional<int> fiscal_year = std::nullopt;
  // Of a lunar date, for what follows it; `year` is that of its first day, and `month` is empty.
  std::optional<int> lunar_year = std::nullopt;
  std::optional<int> lunar_month = std::nullopt;

  static HanPoint Unresolved(std::size_t end, std::string_view why);
  static HanPoint Span(std::size_t end, DateRange days, Grain grain = Grain::kSpan);
  static HanPoint Year(std::size_t end, int year);
  static HanPoint Month(std::size_t end, int year, int month);
  static HanPoint Day(std::size_t end, tally::Day day);
};

inline constexpr std::string_view kNoPublication = "told from the publication, which has no date";
inline constexpr std::string_view kNothingBefore =
    "told from a date named before, which the text does not have";
// Days of the longest week, month and year.
inline constexpr int kWeekDays = 7;
inline constexpr int kMonthDays = 31;
inline constexpr int kYearDays = 366;

inline constexpr std::string_view kLunar = "a date of the lunar calendar";

// The folded text, and the words to read it with. `left` is the first date of a range whose second is read.
struct HanText {
  std::string_view text;
  const DateContext& context;
  const Vocabulary& vocabulary;
  const HanPoint* left = nullptr;

  const HanDateWords& words() const { return vocabulary.han_dates(); }
  bool Is(std::size_t at, std::string_view word) const {
    return at < text.size() && text.size() - at >= word.size() &&
           std::memcmp(text.data() + at, word.data(), word.size()) == 0;
  }
  std::size_t SkipBlank(std::size_t at) const { return at < text.size() && text[at] == ' ' ? at + 1 : at; }
  // Past a blank, 的, and a blank.
  std::size_t SkipOf(std::size_t at) const;
  // After the first of the words that stands here; `at` where none does.
  std::size_t Skip(std::size_t at, std::initializer_list<std::string_view> any) const;
  bool Has(const WordList& list, std::size_t at) const {
    return at < text.size() && list.lexicon.Longest(text, at).has_value();
  }
  // Whether no name or event stands directly before, from which 三天后 could be counted.
  bool OpensClause(std::size_t at) const;
  // Whether 将于, 在 or the like stands directly before.
  bool LedIn(std::size_t at) const;
  // Whether a word of the list (one without a value) stands in the clause before `at`, or in the rest of it.
  bool ClauseHas(const WordList& list, std::size_t at) const;
  bool ClauseGoesOnWith(const WordList& list, std::size_t end) const;
  bool SpeaksOfFuture(std::size_t at) const { return ClauseHas(words().future_marks, at); }
  // 末 or 初 behind 三季度 or 上半年, not as the head of a longer word: whether the last month is meant, and
  // where it ends.
  struct PartEnd {
    std::size_t end;
    bool last;
  };
  std::optional<PartEnd> EndOfPartAt(std::size_t at) const;
  // The date named before in the same sentence, where it covers `most_days` at most: a year says nothing of
  // the day that "the 15th" is.
  std::optional<DateRange> LastInSentence(std::size_t at, int most_days) const;
};

}  // namespace tally
