// tally rules: work on rules.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/known_names.h"
#include "pipeline.h"
#include "report/overview.h"
#include "report/visible_text.h"
#include "rulecheck/check_examples.h"

namespace tally {
namespace {

namespace po = boost::program_options;

void NoOptions(po::options_description&) {}

int Test(const Invocation& invocation, const Toolkit& toolkit, const std::vector<std::string>& predicates) {
  for (const std::string& predicate : predicates) CheckPredicateName("rules test", predicate, toolkit.rules);
  std::size_t examples = 0;
  std::size_t failures = 0;
  std::set<std::string> rules;
  for (const ExampleResult& result : CheckExamples(toolkit.rules, *toolkit.extractor, toolkit.words)) {
    if (!predicates.empty() && std::ranges::find(predicates, result.predicate) == predicates.end()) continue;
    ++examples;
    rules.insert(result.predicate);
    if (result.passed) continue;
    ++failures;
    invocation.console.out << VisibleText(result.ToString()) << "\n";
  }
  invocation.console.out << fmt::format("{} of {}: {}\n", Count(examples, "example"),
                                        Count(rules.size(), "rule"),
                                        failures == 0 ? "all pass" : fmt::format("{} fail", failures));
  return failures == 0 ? kExitClean : kExitFindings;
}

std::string SlotLine(std::string_view name, const SlotRule& slot) {
  if (slot.kinds.empty() && slot.where.empty()) return "";
  return fmt::format("{}{}: {}; looked for: {}\n", name, slot.required ? " (required)" : "",
                     slot.kinds.empty() ? "any kind" : fmt::format("{}", fmt::join(slot.kinds, ", ")),
                     fmt::join(slot.where, ", "));
}

std::string_view TimeWords(TimeKind time) {
  switch (time) {
    case TimeKind::kEvent:
      return "event: happened once";
    case TimeKind::kState:
      return "state: true as of a date";
    case TimeKind::kPeriod:
      return "period: for a year or quarter";
    case TimeKind::kTimeless:
      return "timeless";
  }
  return "";
}

std::string CueLine(const CueRule& cue) {
  std::string line = fmt::format(
      "cue: {}", cue.words.empty() ? "(no word needed)" : fmt::format("{}", fmt::join(cue.words, ", ")));
  if (!cue.with.empty()) line += fmt::format("; with: {}", fmt::join(cue.with, ", "));
  if (!cue.without.empty()) line += fmt::format("; without: {}", fmt::join(cue.without, ", "));
  if (!cue.not_words.empty()) line += fmt::format("; not in: {}", fmt::join(cue.not_words, ", "));
  if (!cue.stage.empty()) line += fmt::format("; stage: {}", cue.stage);
  if (!cue.event.empty()) line += fmt::format("; event: {}", cue.event);
  return line + "\n";
}

std::string ShowText(const PredicateRule& rule) {
  std::string text = fmt::format("{} ({}, {}), {}\n", rule.id, rule.name_en, rule.name_zh, rule.file);
  text += fmt::format("figures: {}{}{}\n", fmt::join(rule.dimensions, ", "), rule.units.empty() ? "" : " in ",
                      fmt::join(rule.units, ", "));
  text += fmt::format("time: {}\n", TimeWords(rule.time));
  text += rule.compared ? fmt::format("compared where these are the same: {}\n", fmt::join(rule.key, ", "))
                        : "not compared\n";
  if (!rule.needs.empty()) text += fmt::format("no conflict without: {}\n", fmt::join(rule.needs, ", "));
  text += SlotLine("subject", rule.subject) + SlotLine("object", rule.object);
  for (const std::string& phrase : rule.phrases) text += fmt::format("phrase: {}\n", phrase);
  for (const CueRule& cue : rule.cues) text += CueLine(cue);
  for (const RuleExample& example : rule.examples)
    text += fmt::format("{}: {}\n", example.fires ? "fires" : "quiet", example.text);
  return text;
}

int Run(const Invocation& invocation) {
  const std::vector<std::string>& operands = invocation.operands;
  if (operands.empty()) throw UserError("rules: name what to do: test [PREDICATE...] or show PREDICATE");
  std::string what = Choice("rules", operands.front(), {"test", "show"});
  std::vector<std::string> predicates(operands.begin() + 1, operands.end());
  if (what == "show" && predicates.empty()) throw UserError("rules show: name a predicate");
  auto toolkit = LoadToolkit(invocation.global.rules);
  if (what == "test") return Test(invocation, *toolkit, predicates);
  for (const std::string& predicate : predicates) {
    CheckPredicateName("rules show", predicate, toolkit->rules);
    invocation.console.out << ShowText(*toolkit->rules.FindPredicate(predicate));
  }
  return kExitClean;
}

}  // namespace

Command RulesCommand() {
  return {"rules",
          "tests or shows the rules",
          "test [PREDICATE...] | show PREDICATE...",
          "test  runs the examples that the rules carry, of all rules or of those named.\n"
          "show  prints a rule as it was loaded.\n",
          "  tally --rules my-rules rules test\n"
          "  tally rules test investment valuation\n"
          "  tally rules show investment\n",
          "  0  all examples pass\n  1  an example fails\n  2  the rules cannot be loaded, or there is no "
          "such predicate\n",
          NoOptions,
          Run};
}

}  // namespace tally
