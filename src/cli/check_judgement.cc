#include "cli/check_judgement.h"

#include <algorithm>
#include <set>

namespace tally {
namespace {

FindingChange ChangeOf(ChangeRole role) {
  return role == ChangeRole::kIntroduced ? FindingChange::kIntroduced
         : role == ChangeRole::kExposed  ? FindingChange::kExposed
                                         : FindingChange::kUnknown;
}

// Newer figures and agreements are shown on request only; a correction that a change brings is shown to the
// older articles.
bool IsWanted(const Finding& finding, FindingChange change, bool all) {
  if (all || finding.verdict == Verdict::kConflict) return true;
  return change == FindingChange::kExposed && IsCorrection(finding);
}

void Keep(const std::vector<bool>& kept, CheckReport& check) {
  std::vector<Finding> findings;
  std::vector<FindingState> states;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    findings.push_back(std::move(check.report.findings[i]));
    states.push_back(std::move(check.states[i]));
  }
  check.report.findings = std::move(findings);
  check.states = std::move(states);
}

void JudgeChange(const CheckOptions& options, const CheckInputs& inputs, const Toolkit& toolkit,
                 CheckReport& check) {
  ChangeReport change = MakeChangeReport(inputs.before, inputs.checked, inputs.documents, *inputs.changed,
                                         toolkit, options.language);
  check.report = std::move(change.report);
  std::vector<bool> kept;
  for (std::size_t i = 0; i < change.roles.size(); ++i) {
    FindingState state;
    state.change = ChangeOf(change.roles[i]);
    bool wanted = IsWanted(check.report.findings[i], state.change, options.all);
    // What was there before is no matter of this change.
    kept.push_back(wanted && (options.all || change.roles[i] != ChangeRole::kExisting));
    check.states.push_back(std::move(state));
  }
  Keep(kept, check);
}

void JudgeFiles(const CheckOptions& options, const CheckInputs& inputs, const Toolkit& toolkit,
                CheckReport& check) {
  check.report = MakeReportAbout(inputs.checked, inputs.documents, toolkit, options.language);
  std::set<std::string> focus(check.focus.begin(), check.focus.end());
  check.states.resize(check.report.findings.size());
  std::vector<bool> kept;
  for (const Finding& finding : check.report.findings) {
    bool concerned =
        std::ranges::any_of(finding.members, [&](const Claim& member) { return focus.contains(member.doc); });
    kept.push_back(concerned && IsWanted(finding, FindingChange::kUnknown, options.all));
  }
  Keep(kept, check);
}

}  // namespace

CheckReport JudgeCheck(const CheckOptions& options, const CheckInputs& inputs, const Toolkit& toolkit) {
  CheckReport check;
  check.focus = inputs.Focus();
  check.contents = inputs.contents;
  inputs.changed ? JudgeChange(options, inputs, toolkit, check) : JudgeFiles(options, inputs, toolkit, check);
  return check;
}

bool CheckFails(const CheckOptions& options, const CheckReport& check) {
  for (std::size_t i = 0; i < check.report.findings.size(); ++i) {
    const Finding& finding = check.report.findings[i];
    const FindingState state = check.StateOf(i);
    bool exposed = state.change == FindingChange::kExposed;
    std::optional<Severity> level = exposed ? options.fail_exposed : options.fail_level;
    bool counts = finding.verdict == Verdict::kConflict || (exposed && IsCorrection(finding));
    if (counts && !state.suppressed() && level && finding.severity >= *level) return true;
  }
  return false;
}

}  // namespace tally
