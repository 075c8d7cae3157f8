// tally check: the findings that concern the files under check; made for CI.
#include <optional>

#include "cli/baseline_file.h"
#include "cli/check_inputs.h"
#include "cli/check_judgement.h"
#include "cli/check_notes.h"
#include "cli/check_options.h"
#include "cli/check_policy.h"
#include "cli/decided_findings.h"
#include "cli/intake.h"

namespace tally {
namespace {

int Run(const Invocation& invocation) {
  CheckOptions options = CheckOptionsOf(invocation);
  std::optional<Baseline> baseline = LoadBaseline(options);
  auto toolkit = LoadToolkit(options.rules);
  RequireRules(toolkit->rules);
  ApplyToRules(options.config, toolkit->rules);
  Intake intake(invocation, *toolkit, kCheckExtras);
  CheckInputs inputs = GatherCheckInputs(options, *toolkit, invocation, intake);
  CheckJudgement judgement =
      JudgeCheck(options, inputs, *toolkit, baseline, Today(options.config.Text("time_zone")));
  CheckReport& check = judgement.check;
  check.errors = intake.errors();
  check.warnings = intake.warnings();
  std::vector<std::string> notes = CheckNotes(options, intake.proof(), judgement);
  check.warnings.insert(check.warnings.end(), notes.begin(), notes.end());
  check.exit_status = intake.failures() > 0 ? kExitFailed : judgement.fails ? kExitFindings : kExitClean;
  bool written = WriteFormats(check, options.formats, invocation);
  if (!invocation.global.quiet) {
    if (check.report.decided.all() > 0) invocation.console.err << DecidedText(check.report.decided) << "\n";
    for (const std::string& note : notes) invocation.console.Note(note);
  }
  intake.PrintProof(check.report.claims_compared);
  return written ? check.exit_status : kExitFailed;
}

}  // namespace

Command CheckCommand() {
  return {
      "check",
      "conflicts that concern the given files or a change; for CI",
      "[FILE...]",
      "Compares the claims of the files with each other and with the articles or the database of --against,\n"
      "and prints the conflicts that at least one of the files takes part in. A file that also lies below\n"
      "--against counts once. Folders are checked with all articles below them. What was decided in a\n"
      "database of --against (tally decide) is left out, with a word on how many.\n"
      "With --since or --staged the change of a git repository is checked against the rest of it: conflicts\n"
      "that a changed line is part of are introduced, and fail; older articles that only stand otherwise\n"
      "now are exposed, and told apart. What was there before is passed over. FILEs narrow what is under\n"
      "check.\n",
      "  tally check content/posts/new.md --against content/posts --against sources/\n"
      "  tally check --since origin/main\n"
      "  tally check --staged content/posts --fail-exposed high\n"
      "  tally check new.md --against news.db --format text,github,sarif=tally.sarif\n"
      "  tally check *.md --fail-level high --format text,json=findings.json\n"
      "  tally check content/ --format gitlab=gl-code-quality-report.json,junit=junit.xml\n",
      "  0  no conflict is at or above --fail-level, and none exposed at or above --fail-exposed\n"
      "  1  there is one\n"
      "  2  a file is missing or cannot be read, or a format cannot be written, even where others were;\n"
      "     or git cannot answer\n",
      AddCheckOptions,
      Run};
}

}  // namespace tally
