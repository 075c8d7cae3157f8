// tally rules test, lint and show.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/error.h"
#include "cli/known_names.h"
#include "cli/rules_actions.h"
#include "pipeline.h"
#include "report/overview.h"
#include "report/visible_text.h"
#include "rulecheck/check_examples.h"
#include "rulecheck/lint_rules.h"
#include "rulecheck/rule_coverage.h"
#include "rulecheck/show_check.h"
#include "rulecheck/show_rule.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

// The rules as files and as what they load to.
struct LoadedRules {
  std::vector<RuleFile> files;
  std::unique_ptr<Toolkit> toolkit;
};

LoadedRules Load(const Invocation& invocation, const char* where,
                 const std::vector<std::string>& predicates) {
  LoadedRules loaded;
  loaded.files = CollectRuleFiles(invocation.global.rules);
  loaded.toolkit = MakeToolkit(loaded.files);
  for (const std::string& name : predicates) CheckRuleName(where, name, loaded.toolkit->rules);
  return loaded;
}

// False where there is one.
bool PrintNotes(const Invocation& invocation, const std::vector<RuleNote>& notes) {
  for (const RuleNote& note : notes) invocation.console.out << VisibleText(note.ToString()) << "\n";
  return notes.empty();
}

bool RunExamples(const Invocation& invocation, const Toolkit& toolkit,
                 const std::vector<std::string>& predicates) {
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
  return failures == 0;
}

bool RunCoverage(const Invocation& invocation, const LoadedRules& loaded,
                 const std::vector<std::string>& predicates) {
  const Toolkit& toolkit = *loaded.toolkit;
  RuleCoverage coverage =
      MeasureRuleCoverage(loaded.files, toolkit.rules, *toolkit.extractor, toolkit.words, predicates);
  bool clean = PrintNotes(invocation, OwnNotes(invocation, std::move(coverage.notes), {}));
  invocation.console.out << fmt::format("fired by examples: {} of {}, {} of {}, {} of {}, {} of {}\n",
                                        coverage.phrases_fired, Count(coverage.phrases, "phrase"),
                                        coverage.cues_fired, Count(coverage.cues, "cue"),
                                        coverage.words_fired, Count(coverage.words, "cue word"),
                                        coverage.patterns_fired, Count(coverage.patterns, "pattern"));
  return clean;
}

}  // namespace

std::vector<RuleNote> OwnNotes(const Invocation& invocation, std::vector<RuleNote> notes,
                               const std::vector<std::string>& predicates) {
  const std::string& folder = invocation.global.rules;
  auto is_own = [&](const std::string& file) {
    return folder.empty() || (!file.empty() && fs::exists(fs::path(folder) / file));
  };
  auto is_asked = [&](const std::string& file) {
    return predicates.empty() || std::ranges::any_of(predicates, [&](const std::string& predicate) {
             return file == fmt::format("predicates/{}.json", predicate) ||
                    file == fmt::format("checks/{}.json", predicate);
           });
  };
  std::erase_if(notes, [&](const RuleNote& note) {
    return !is_asked(note.file) || !(is_own(note.file) || is_own(note.other_file));
  });
  return notes;
}

int TestRules(const Invocation& invocation, const std::vector<std::string>& predicates) {
  LoadedRules loaded = Load(invocation, "rules test", predicates);
  bool pass = RunExamples(invocation, *loaded.toolkit, predicates);
  bool covered = !invocation.Has("coverage") || RunCoverage(invocation, loaded, predicates);
  return pass && (covered || !invocation.Has("strict")) ? kExitClean : kExitFindings;
}

int LintRuleFiles(const Invocation& invocation, const std::vector<std::string>& predicates) {
  LoadedRules loaded = Load(invocation, "rules lint", predicates);
  std::vector<RuleNote> notes =
      OwnNotes(invocation, LintRules(loaded.files, loaded.toolkit->rules, loaded.toolkit->words), predicates);
  bool clean = PrintNotes(invocation, notes);
  invocation.console.out << (clean ? "nothing to note\n" : Count(notes.size(), "note") + "\n");
  return clean || !invocation.Has("strict") ? kExitClean : kExitFindings;
}

int ShowRules(const Invocation& invocation, const std::vector<std::string>& names) {
  if (names.empty()) throw UserError("rules show: name a predicate or a check");
  LoadedRules loaded = Load(invocation, "rules show", names);
  const RuleSet& rules = loaded.toolkit->rules;
  for (const std::string& name : names) {
    const PredicateRule* predicate = rules.FindPredicate(name);
    invocation.console.out << (predicate ? ShowRule(*predicate)
                                         : ShowCheck(*std::ranges::find(rules.checks, name, &CheckRule::id)));
  }
  return kExitClean;
}

}  // namespace tally
