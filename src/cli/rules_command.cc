// tally rules: work on rules.
#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/input_source.h"
#include "cli/rules_actions.h"

namespace tally {
namespace {

namespace po = boost::program_options;

struct Action {
  std::string_view name;
  std::string_view operands;
  int (*run)(const Invocation& invocation, const std::vector<std::string>& operands);
};

constexpr Action kActions[] = {{"test", "[RULE...]", TestRules},
                               {"lint", "[RULE...]", LintRuleFiles},
                               {"show", "RULE...", ShowRules},
                               {"new", "predicate NAME", NewRule},
                               {"diff", "OLD NEW PATH...", DiffRules}};

void AddOptions(po::options_description& options) {
  AddFlag(options, "coverage", "with test: also list what no example exercises and what can never match");
  AddFlag(options, "strict", "with lint and test --coverage: exit with 1 where there is anything to list");
  AddOption(options, "format", "FORMAT",
            "with diff: table or jsonl (default: table on a terminal, jsonl otherwise)");
  AddReadingOptions(options);
}

int Run(const Invocation& invocation) {
  const std::vector<std::string>& operands = invocation.operands;
  std::vector<std::string> names;
  std::string usage;
  for (const Action& action : kActions) {
    names.emplace_back(action.name);
    usage += fmt::format("\n  rules {} {}", action.name, action.operands);
  }
  if (operands.empty()) throw UserError("rules: name what to do:" + usage);
  std::string what = Choice("rules", operands.front(), names);
  for (const char* option : {"coverage", "strict"}) {
    bool takes = what == "test" || (what == "lint" && std::string_view(option) == "strict");
    if (invocation.Has(option) && !takes)
      throw UserError(fmt::format("rules {}: --{} is not an option of it", what, option));
  }
  if (what == "test" && invocation.Has("strict") && !invocation.Has("coverage"))
    throw UserError("rules test: --strict goes with --coverage");
  auto action = std::ranges::find(kActions, std::string_view(what), &Action::name);
  return action->run(invocation, {operands.begin() + 1, operands.end()});
}

}  // namespace

Command RulesCommand() {
  return {
      "rules",
      "tests, checks, shows, begins and compares rules",
      "test | lint | show | new | diff ...",
      "test [RULE...]         runs the examples that the rules carry, of all rules (predicates and checks)\n"
      "                       or of those named; with --coverage also lists phrases, cues and patterns of\n"
      "                       checks that no example fires, rules that can never match, examples whose\n"
      "                       figure another rule takes, and names that two entities own\n"
      "lint [RULE...]         lists what is likely to read the next article wrong, with its place and\n"
      "                       the remedy\n"
      "show RULE...           prints what a rule compiles to\n"
      "new predicate NAME     writes DIR/predicates/NAME.json (DIR: --rules, or rules/) with examples\n"
      "                       that fail, and says what to do next; never over a file that is there\n"
      "diff OLD NEW PATH...   reads articles with two folders of rules and lists the claims won, lost and\n"
      "                       changed; '-' stands for the rules compiled in. A folder that has entities/,\n"
      "                       units/, words/ and predicates/ stands alone, any other is laid over those\n"
      "                       compiled in.\n\n"
      "With --rules DIR, lint and test --coverage list what is in the files of DIR.\n",
      "  tally --rules my-rules rules test\n"
      "  tally rules test investment valuation\n"
      "  tally --rules my-rules rules test --coverage --strict\n"
      "  tally --rules my-rules rules lint\n"
      "  tally rules show investment\n"
      "  tally --rules my-rules rules new predicate ticket_price\n"
      "  tally rules diff --format table - my-rules articles/\n",
      "  0  all examples pass; nothing differs\n"
      "  1  an example fails; with --strict, something is listed; with diff, a claim differs\n"
      "  2  the rules cannot be loaded, there is no such rule, or an input cannot be read\n",
      AddOptions,
      Run};
}

}  // namespace tally
