// The patterns of a check, compiled, over figure lines: which figures play which parts.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compare/figure_line.h"
#include "rules/rule_set.h"

namespace tally {

struct Binding {
  // The figures of each role, by index of CheckRule::roles; empty where a pattern has no such slot.
  std::vector<std::vector<const Claim*>> roles;
  std::optional<DateRange> launched;  // of their subject; not set by the matcher

  std::vector<const Claim*> Figures() const;  // all, by place
  bool operator==(const Binding&) const = default;
};

// The index of a role; kNoRole where the check has none of that name.
inline constexpr std::size_t kNoRole = static_cast<std::size_t>(-1);
std::size_t RoleNamed(const CheckRule& check, std::string_view name);
// Whether a figure may play a part.
bool FitsRole(const CheckRole& role, const Claim& claim);
// "rule", "subject", "object", "period" or "unit" of a claim; empty where it has none.
std::string PartOf(const Claim& claim, std::string_view part);
// Whether a text as printed holds one of these folded words; a Latin word must stand by itself.
bool HoldsAnyWord(const std::vector<std::string>& words, std::string_view text);

class CheckMatcher {
 public:
  // Keeps references to both.
  CheckMatcher(const CheckRule& check, const RuleSet& rules);

  // The bindings of all patterns in a line that fit the roles and conditions of the check, each set of
  // figures once. `joined`: the line is of two sentences; only patterns that reach over the end of one are
  // tried, and only on figures of both. Not thread-safe: patterns are compiled when first needed.
  std::vector<Binding> Find(const FigureLine& line, bool joined);

  // Some pattern reaches over the end of a sentence.
  bool reaches_on() const;

 private:
  struct Pattern {
    std::vector<std::string> triggers;  // one of these stands in any text that it matches; empty: unknown
    std::uint32_t dimensions = 0;       // the figures that it wants, where a slot takes one kind only
    std::vector<std::size_t> roles;     // by slot
    bool reaches_on = false;
    std::string regex;
    std::unique_ptr<re2::RE2> compiled = nullptr;
  };

  // By the words that the check wants or shuns in a sentence.
  bool Allows(const FigureLine& line) const;
  Pattern Translate(const CheckPattern& source) const;
  void Match(Pattern& pattern, const FigureLine& line, bool joined, std::vector<Binding>& found) const;
  // The figures inside the groups of a match, with the places of the first and the last.
  struct Bound {
    Binding binding;
    std::size_t first;
    std::size_t last;
  };
  Bound Bind(const Pattern& pattern, const FigureLine& line,
             const std::vector<re2::StringPiece>& groups) const;
  // Whether a word of words/list_ends.txt stands between the figures of a list and the next one.
  bool EndsList(const FigureLine& line, const std::vector<const Claim*>& list, std::size_t next) const;
  bool Accepts(const Binding& binding, const FigureLine& line) const;
  // Whether figures have a part of CheckRule::same in common, where they tell it.
  bool Share(const std::string& part, const std::vector<const Claim*>& figures) const;
  // People of several sorts (words/person_units.txt), and not only what befell them.
  bool AreAllPeople(const std::set<std::string>& units) const;

  const CheckRule& check_;
  const RuleSet& rules_;
  std::vector<Pattern> patterns_;
};

}  // namespace tally
