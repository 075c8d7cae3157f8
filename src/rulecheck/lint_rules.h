// Style and danger of rules: what loads, and may pass its own examples, but is likely to read the next
// article wrong.
#pragma once

#include <string>
#include <vector>

#include "document/document_words.h"
#include "rulecheck/rule_note.h"
#include "rules/rule_set.h"

namespace tally {

// What is looked for, each with the stable name that its notes carry; lint_checks.h has more for the files of
// checks/:
//   draft            the rule is a draft
//   literal-run      a phrase prescribes more than kLongestLiteralRun characters word for word
//   few-examples     fewer than two examples fire, or none is quiet
//   weak-negatives   no quiet example holds both a cue and a figure, so that none of them could have fired
//   writing          no example in Simplified, in Traditional Chinese, or in English
//   same-example     an example stands twice
//   twice            a word stands twice in a list, or in two lists of one kind
//   contradiction    a word of a cue stands in its own 'not'
//   bare-cue         a cue of one Chinese character, or of one Latin letter, with no 'with', 'without' or
//   'not' ordinary-alias   a name that is an ordinary word too, with no longer words in 'not'
std::vector<RuleNote> LintRules(const std::vector<RuleFile>& files, const RuleSet& rules,
                                const DocumentWords& words);

}  // namespace tally
