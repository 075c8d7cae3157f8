// How likely one whom a text has named is the one that a figure is about whose clause names nobody: points
// for where it was named, in the manner of Lappin & Leass (1994), and for going on about the same (centering:
// Grosz, Joshi & Weinstein 1995). The points stand in rules/words/subject_points.txt.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "rules/rule_set.h"

namespace tally {

// What speaks for or against a candidate. Their names in the rules stand in salience.cc, in the same order.
enum class Trait : std::uint8_t {
  kMain,           // first of what the whole text is about, of those that fit
  kTopicBefore,    // the sentence before, of the same block, began with it, and it did not speak
  kSubjectBefore,  // the figures of the sentence before, of the same block, are its own, and "it" means one
                   // or a semicolon joins the two
  kUsual,          // its kind is the first that the rule takes, and the rule does not take nearly all
  kPerson,
  kOrganization,
  kPlace,
  kCount
};

// Those that hold for a candidate.
class Traits {
 public:
  void Set(Trait trait, bool on = true) {
    if (on) bits_ |= std::uint32_t{1} << static_cast<int>(trait);
  }
  void Clear(Trait trait) { bits_ &= ~(std::uint32_t{1} << static_cast<int>(trait)); }
  std::uint32_t bits() const { return bits_; }

 private:
  std::uint32_t bits_ = 0;
};

class SubjectPoints {
 public:
  // Throws RuleErrors where the list has a trait that is unknown, or points that are no whole number.
  explicit SubjectPoints(const RuleSet& rules);

  int Of(Traits traits) const;
  // For the trace: "topic before +45, organization -10".
  std::string ToString(Traits traits) const;

 private:
  std::array<int, static_cast<std::size_t>(Trait::kCount)> points_{};
};

}  // namespace tally
