// Which cues and phrases make claims of the examples that the rules carry.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "claims/extractor.h"
#include "document/document_words.h"
#include "rules/rule_set.h"

namespace tally {

// An example that is to fire, whose figure another rule took.
struct CaughtExample {
  const PredicateRule* rule;
  std::size_t example;    // index in the rule
  std::string caught_by;  // Claim::rule of the other
};

struct FiredRules {
  std::set<const CueRule*> cues;
  std::set<std::string> phrases;  // "investment/phrase:{subject} …", as in Claim::rule
  std::set<std::string> words;    // "investment/cue:投资", in lower case
  std::vector<CaughtExample> caught;

  bool HasPhrase(const PredicateRule& rule, const std::string& phrase) const;
};

// Reads every example of every rule, quiet ones too: what counts is that a claim was made. Pointers are into
// `rules`.
FiredRules FindFiredRules(const RuleSet& rules, const Extractor& extractor, const DocumentWords& words);

}  // namespace tally
