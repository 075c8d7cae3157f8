// The words of rules/ that bend, date and count, decoded once from their tables into what the readers need.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quantities/quantity.h"
#include "rules/rule_set.h"

namespace tally {

// A part of a year or month: 年初, 下旬.
struct DatePart {
  enum class Of {
    kYear,
    kMonth,
    kFiscal,
    kNone
  } of = Of::kYear;  // kFiscal: of a company's year; kNone: only begins like one
  int first = 1;     // months 1..14 (13 and 14 are of the next year: winter), or days 1..31 (31 is the last)
  int last = 12;
};

// A date told from another one: 去年 is year-1 from the publication, 同年 is same_year+0 from the year named
// before.
struct RelativeDate {
  enum class Unit {
    kYear,
    kHalf,
    kQuarter,
    kMonth,
    kWeek,
    kDayOfWeek,
    kDay,
    kFiscal,
    kNone
  } unit = Unit::kYear;
  bool from_context = false;  // from the date named before, not from the publication
  bool near_context = false;  // from the date named before where there is one, otherwise from the publication
  int offset = 0;
  // Of kDayOfWeek: days from the Monday of the running week (下半周 is 3..6).
  int last_offset = 0;  // 今明两年 covers year+0 to year+1
};

// Units that dates are counted in.
enum class DateUnit { kDay, kWeek, kMonth, kQuarter, kYear };

// 前, 内: which days "three days" is, told from the publication.
enum class CountedMark { kNone, kBefore, kAfter, kWithin };

// 前三天, 未来十天: the units before the running one, those after it, or those that begin or end with it.
enum class CountedLead { kNone, kPast, kNext, kComing, kRecent };

// A day with a name: of the Gregorian calendar, of the lunar one, or the day of a solar term.
struct Holiday {
  enum class By {
    kNone,  // only begins like one
    kGregorian,
    kLunar,
    kNewYearsEve,  // the last day of the lunar year
    kSun,
    kMoves,  // moves in a way that is not computed
  } by = By::kNone;
  int month = 0;
  int day = 0;  // of kSun: degrees of the sun's longitude
};

// A word of the lunar calendar: its name (month 0), a month of it, or a day.
struct LunarMark {
  int month = 0;
  bool leap = false;
  int day = 0;  // 0: the whole month
};

// A word list with its values decoded.
template <class T>
class DecodedWords {
 public:
  struct Hit {
    T value;
    std::size_t length;
  };
  // `decode` reads one value of the list.
  template <class Decode>
  DecodedWords(const WordList& list, Decode decode) : list_(&list) {
    for (const std::string& value : list.values) values_.push_back(decode(value));
  }
  std::optional<Hit> At(std::string_view text, std::size_t at) const {
    if (at >= text.size()) return std::nullopt;
    auto hit = list_->lexicon.Longest(text, at);
    return hit ? std::optional(Hit{values_[hit->value], hit->length}) : std::nullopt;
  }
  const WordList& list() const { return *list_; }

 private:
  const WordList* list_;
  std::vector<T> values_;
};

// The word lists of dates in Chinese writing.
struct HanDateWords {
  explicit HanDateWords(const RuleSet& rules);

  DecodedWords<int> weekdays;  // 1 Monday .. 7 Sunday; 0: a name that only looks like one
  DecodedWords<Holiday> holidays;
  DecodedWords<DateUnit> units;
  DecodedWords<CountedMark> marks;
  DecodedWords<CountedLead> leads;
  DecodedWords<int> reigns;  // the year before the first of the reign
  DecodedWords<LunarMark> lunar_marks;
  const WordList& past_speech;
  const WordList& future_marks;
  const WordList& duration_marks;
  const WordList& year_prepositions;
  const WordList& clause_openers;
  const WordList& not_numbers;
  const WordList& measure_words;
  const WordList& recurrences;
  const WordList& quarter_followers;
};

class Vocabulary {
 public:
  // Throws UserError where a value in one of the tables is not of its form.
  explicit Vocabulary(const RuleSet& rules);

  struct ModifierHit {
    Modifier modifier;
    std::size_t length;
  };
  // A modifier that ends exactly at `at` (a blank between is the caller's), or begins there.
  std::optional<ModifierHit> ModifierEndingAt(std::string_view text, std::size_t at) const;
  std::optional<ModifierHit> ModifierAt(std::string_view text, std::size_t at) const;

  // A bound (至少, 最多) that stands before the verb of a figure at `at`: 至少进行了三次. Its length reaches
  // to `at`; nothing but a few Han characters lies between.
  std::optional<ModifierHit> BoundBeforeVerb(std::string_view text, std::size_t at, std::size_t floor) const;

  struct PartHit {
    DatePart part;
    std::size_t length;
  };
  std::optional<PartHit> PartAt(std::string_view text, std::size_t at) const;

  struct RelativeHit {
    RelativeDate relative;
    std::size_t length;
  };
  std::optional<RelativeHit> RelativeAt(std::string_view text, std::size_t at) const;

  // Whether a word of the list ends at `at` or one blank before it.
  static bool EndsWithWord(const WordList& list, std::string_view text, std::size_t at);

  const RuleSet& rules() const { return rules_; }
  const HanDateWords& han_dates() const { return han_dates_; }

 private:
  const RuleSet& rules_;
  std::vector<Modifier> before_;  // by payload of the lists
  std::vector<Modifier> after_;
  std::vector<DatePart> parts_;
  std::vector<RelativeDate> relatives_;
  const WordList& before_words_;
  const WordList& after_words_;
  const WordList& part_words_;
  const WordList& relative_words_;
  HanDateWords han_dates_;
};

}  // namespace tally
