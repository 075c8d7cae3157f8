// The English words that dates are made of, from several lists of rules/words/ in one trie: one look-up tells
// which word begins at a place, and that none does for nearly every other word of a text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/lexicon.h"
#include "quantities/start_filter.h"
#include "rules/rule_set.h"

namespace tally {

struct DateWord {
  enum class Kind : std::uint8_t {
    kMonth,     // 1..12
    kWeekday,   // 1..7, Monday first
    kOrdinal,   // 1..31
    kCardinal,  // 1..99
    kWhich,     // offset in units or weeks
    kNearest,   // -1 or 1
    kNamed,     // from the date named before
    kDay,       // offset in days
    kUnit,      // a EnglishUnit
    kPart,      // a PartWord
    kQuarter,   // 1..4
    kHalf,      // 1..2
    kSeason,    // its first month
    kFiscal,
    kAgo,
    kFromNow,
    kBefore,
    kAfter,
    kFrom,
    kStarting,
    kWithin,
    kYearEnd,
    kNow,
    kYearEdge,   // EOY: a PartWord of the running year
    kMonthEdge,  // EOM: of the running month
    kVague,      // few, a couple of: how many days or weeks it is taken for
    kEvent,      // attacks: makes a name of the day before it
    kOrigin,     // founded: what is told behind it is of a later time
    kHoliday,    // index for HolidayIn
  };
  Kind kind;
  int value = 0;
  bool weak = false;    // a weekday's short form: sun, sat, wed
  bool plural = false;  // counts only after a figure: days, weeks, Fridays
  std::size_t end = 0;  // where the word ends; set by At
};

enum class EnglishUnit : int {
  kDay,
  kWorkingDay,
  kWeek,
  kWorkingWeek,
  kWeekend,
  kFortnight,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury
};

enum class PartWord : int { kEarly, kMiddle, kLate, kBeginning, kEnd, kEarlier, kLater };

class EnglishDateWords {
 public:
  // Throws UserError where a value in one of the lists is not of its form.
  explicit EnglishDateWords(const RuleSet& rules);

  // The longest word of a date that begins at text[at].
  std::optional<DateWord> At(std::string_view text, std::size_t at) const;
  // As At, and of this kind.
  std::optional<DateWord> At(std::string_view text, std::size_t at, DateWord::Kind kind) const {
    return (KindsAt(text, at) & Bit(kind)) != 0 ? AtOf(text, at, kind) : std::nullopt;
  }
  // The kinds of all words that begin with the letters at text[at]: no word of another kind begins there.
  std::uint32_t KindsAt(std::string_view text, std::size_t at) const {
    return at < text.size() ? kinds_[LettersAt(text, at)] : 0;
  }
  static constexpr std::uint32_t Bit(DateWord::Kind kind) { return 1u << static_cast<unsigned>(kind); }
  // The day of a holiday (DateWord::value) in a year.
  std::optional<Day> HolidayIn(int holiday, int year) const;

  // Adds what the words begin with that a date may begin with.
  void AddStarts(StartFilter& filter) const;

 private:
  struct Holiday {
    enum class Of : std::uint8_t { kFixed, kEaster, kWeekday } of = Of::kFixed;
    int month = 1;
    int day = 1;      // kFixed
    int nth = 1;      // kWeekday: -1 is the last
    int weekday = 1;  // kWeekday
    int offset = 0;   // days from Easter Sunday or from that weekday
  };
  std::optional<DateWord> AtOf(std::string_view text, std::size_t at, DateWord::Kind kind) const;
  void Add(std::string_view spelling, DateWord word);
  void AddHoliday(std::string_view spelling, const std::string& value);

  Lexicon lexicon_;
  std::vector<DateWord> words_;
  std::vector<std::string> spellings_;
  std::vector<Holiday> holidays_;
  std::vector<std::uint32_t> kinds_ = std::vector<std::uint32_t>(kLetterKeys);  // by LettersAt
};

// Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus, Astronomical Algorithms, ch. 8).
Day EasterSunday(int year);

}  // namespace tally
