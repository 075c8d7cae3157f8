// What `tally rules` can do: an action a file.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "rulecheck/rule_note.h"
#include "rules/rule_set.h"

namespace tally {

// Each gets the operands behind its name and returns an exit status.
int TestRules(const Invocation& invocation, const std::vector<std::string>& predicates);
int LintRuleFiles(const Invocation& invocation, const std::vector<std::string>& predicates);
int ShowRules(const Invocation& invocation, const std::vector<std::string>& predicates);
int NewRule(const Invocation& invocation, const std::vector<std::string>& operands);
int DiffRules(const Invocation& invocation, const std::vector<std::string>& operands);

// The notes on files of the folder that --rules names, or on all where there is none: whoever adds rules to
// ours is not told of ours. `predicates`: only these files, where there are any.
std::vector<RuleNote> OwnNotes(const Invocation& invocation, std::vector<RuleNote> notes,
                               const std::vector<std::string>& predicates);

}  // namespace tally
