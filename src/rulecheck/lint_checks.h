// Style and danger of the checks of rules/checks/, as lint_rules.h has it of predicates. Its notes:
//   draft, writing, same-example, twice
//                    as of predicates
//   unused-role      a role that no pattern binds, or that nothing is reckoned or said with
//   contradiction    a word stands in 'with' and in 'without'
//   no-effect        a word of a list holds another one of it, which decides alone
#pragma once

#include <vector>

#include "document/document_words.h"
#include "rulecheck/rule_note.h"
#include "rules/rule_set.h"

namespace tally {

void LintChecks(const RuleSet& rules, const DocumentWords& words, RulePlaces& places,
                std::vector<RuleNote>& notes);

}  // namespace tally
