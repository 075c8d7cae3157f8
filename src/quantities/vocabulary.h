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
  enum class Of { kYear, kMonth } of = Of::kYear;
  int first = 1;  // months 1..14 (13 and 14 are of the next year: winter), or days 1..31 (31 is the last)
  int last = 12;
};

// A date told from another one: 去年 is year-1 from the publication, 同年 is same_year+0 from the year named
// before.
struct RelativeDate {
  enum class Unit { kYear, kMonth, kWeek, kDay, kFiscal } unit = Unit::kYear;
  bool from_context = false;  // from the date named before, not from the publication
  int offset = 0;
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

  // 1..12 where a month's English name begins here.
  struct MonthHit {
    int month;
    std::size_t length;
  };
  std::optional<MonthHit> MonthAt(std::string_view text, std::size_t at) const;

  // Whether a word of the list ends at `at` or one blank before it.
  static bool EndsWithWord(const WordList& list, std::string_view text, std::size_t at);

  const RuleSet& rules() const { return rules_; }

 private:
  const RuleSet& rules_;
  std::vector<Modifier> before_;  // by payload of the lists
  std::vector<Modifier> after_;
  std::vector<DatePart> parts_;
  std::vector<RelativeDate> relatives_;
  std::vector<int> months_;
};

}  // namespace tally
