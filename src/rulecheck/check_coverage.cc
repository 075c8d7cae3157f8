#include "rulecheck/check_coverage.h"

#include "compare/check_matcher.h"
#include "rulecheck/check_examples.h"

namespace tally {
namespace {

bool Fires(CheckMatcher& matcher, const std::vector<FigureLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!matcher.Find(lines[i], false).empty()) return true;
    bool on = lines[i].goes_on && i + 1 < lines.size() && matcher.reaches_on();
    if (on && !matcher.Find(Joined(lines[i], lines[i + 1]), true).empty()) return true;
  }
  return false;
}

}  // namespace

std::vector<bool> FiredPatterns(const CheckRule& check, const RuleSet& rules, const Extractor& extractor,
                                const DocumentWords& words) {
  std::vector<bool> fired(check.patterns.size());
  for (const CheckExample& example : check.examples) {
    Extraction extraction = extractor.Read(ExampleDocument(example.text, words));
    std::vector<FigureLine> lines = FigureLines(extraction.claims);
    for (std::size_t i = 0; i < check.patterns.size(); ++i) {
      if (fired[i]) continue;
      CheckRule alone = check;
      alone.patterns = {check.patterns[i]};
      CheckMatcher matcher(alone, rules);
      fired[i] = Fires(matcher, lines);
    }
  }
  return fired;
}

}  // namespace tally
