// What of the rules no example exercises: for whoever writes rules, and for the CI of a folder of rules.
#pragma once

#include <string>
#include <vector>

#include "claims/extractor.h"
#include "document/document_words.h"
#include "rulecheck/rule_note.h"
#include "rules/rule_set.h"

namespace tally {

struct RuleCoverage {
  // A phrase ("unfired-phrase"), a cue ("unfired-cue") or a pattern of a check ("unfired-pattern") that no
  // example fires; one that can never match
  // ("never-matches"); an example whose figure another rule takes ("caught-example"); a spelling that two
  // entities own ("two-owners").
  std::vector<RuleNote> notes;
  std::size_t phrases = 0;
  std::size_t phrases_fired = 0;
  std::size_t cues = 0;
  std::size_t cues_fired = 0;
  std::size_t words = 0;  // of cues
  std::size_t words_fired = 0;
  std::size_t patterns = 0;  // of checks
  std::size_t patterns_fired = 0;
};

// `names`: only these predicates and checks, and then nothing of the entities; empty: all.
RuleCoverage MeasureRuleCoverage(const std::vector<RuleFile>& files, const RuleSet& rules,
                                 const Extractor& extractor, const DocumentWords& words,
                                 const std::vector<std::string>& names);

}  // namespace tally
