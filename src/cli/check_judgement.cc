#include "cli/check_judgement.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "cli/baseline_file.h"
#include "cli/check_policy.h"
#include "cli/decided_findings.h"
#include "compare/waiver_use.h"

namespace tally {
namespace {

using Names = std::set<std::string>;

FindingChange ChangeOf(ChangeRole role) {
  return role == ChangeRole::kIntroduced ? FindingChange::kIntroduced
         : role == ChangeRole::kExposed  ? FindingChange::kExposed
                                         : FindingChange::kUnknown;
}

// What may be a mistake somewhere: agreements and plain updates are not.
bool IsFault(const Finding& finding) {
  return finding.verdict == Verdict::kConflict || IsCorrection(finding);
}

class Judge {
 public:
  Judge(const CheckOptions& options, const CheckInputs& inputs, const Toolkit& toolkit, Day today)
      : options_(options),
        inputs_(inputs),
        toolkit_(toolkit),
        today_(today),
        policy_(options.config),
        waivers_(inputs.documents, today) {
    check_.focus = inputs.Focus();
    check_.contents = inputs.contents;
    focus_ = Names(check_.focus.begin(), check_.focus.end());
  }

  CheckJudgement Run(const std::optional<Baseline>& baseline) {
    Compare();
    Waive();
    if (baseline) MarkKnown(*baseline);
    KeepWanted();
    if (!options_.all_decisions) LeaveOutDecided();
    AddWaiverProblems();
    CheckJudgement judgement;
    for (std::size_t i = 0; i < check_.report.findings.size(); ++i) {
      FindingState state = check_.StateOf(i);
      judgement.waived += state.suppression == FindingSuppression::kInSource;
      judgement.known += state.suppression == FindingSuppression::kBaseline;
      judgement.fails = judgement.fails || Fails(check_.report.findings[i], state);
    }
    judgement.check = std::move(check_);
    judgement.stale = std::move(stale_);
    return judgement;
  }

 private:
  void Compare() {
    std::vector<RoleInChange> roles;
    if (inputs_.changed) {
      StatesInput states{inputs_.documents, inputs_.checked, inputs_.before, options_.language};
      ChangeReport change = MakeChangeReport(states, *inputs_.changed, toolkit_);
      check_.report = std::move(change.report);
      roles = std::move(change.roles);
    } else {
      check_.report = MakeReportAbout(inputs_.checked, inputs_.documents, toolkit_, options_.language);
    }
    for (std::size_t i = 0; i < check_.report.findings.size(); ++i) {
      FindingState state;
      // What was there before is no matter of this change.
      bool existing = !roles.empty() && roles[i].role == ChangeRole::kExisting;
      if (!roles.empty()) {
        state.change = ChangeOf(roles[i].role);
        state.changed_member = roles[i].member;
      }
      existing_.push_back(existing);
      check_.states.push_back(std::move(state));
    }
  }

  void Waive() {
    for (std::size_t i = 0; i < check_.report.findings.size(); ++i) {
      const Finding& finding = check_.report.findings[i];
      if (!IsFault(finding)) continue;
      std::optional<std::string> reason = waivers_.ReasonFor(finding);
      if (!reason) continue;
      check_.states[i].suppression = FindingSuppression::kInSource;
      check_.states[i].justification = std::move(*reason);
    }
  }

  void MarkKnown(const Baseline& baseline) {
    std::vector<const Finding*> open;
    for (std::size_t i = 0; i < check_.report.findings.size(); ++i) {
      const Finding& finding = check_.report.findings[i];
      if (finding.verdict == Verdict::kConflict && !check_.states[i].suppressed()) open.push_back(&finding);
    }
    Baseline found = BaselineOf(open);
    for (std::size_t i = 0; i < check_.report.findings.size(); ++i) {
      FindingState& state = check_.states[i];
      auto entry = found.find(check_.report.findings[i].id);
      if (entry == found.end() || state.suppressed()) continue;
      bool known = Accepts(baseline, entry->second);
      state.baseline = known ? FindingBaseline::kUnchanged : FindingBaseline::kNew;
      if (known) state.suppression = FindingSuppression::kBaseline;
    }
    Names read;
    for (const ComparedDocument& document : inputs_.documents) read.insert(document.info.path);
    stale_ = StaleEntries(baseline, found, read, focus_);
  }

  // The articles under check that a finding is of; all of them where it lies between others.
  Names ConcernedBy(const Finding& finding) const {
    Names checked;
    Names all;
    for (const Claim& member : finding.members) {
      all.insert(member.doc);
      if (focus_.contains(member.doc)) checked.insert(member.doc);
    }
    return checked.empty() ? all : checked;
  }

  bool IsWanted(Finding& finding, const FindingState& state, bool existing) const {
    Names concerned = ConcernedBy(finding);
    bool off = std::ranges::all_of(
        concerned, [&](const std::string& document) { return policy_.IsOff(finding.kind, document); });
    if (off || !policy_.Admit(finding)) return false;
    bool under_check = inputs_.changed || focus_.contains(*concerned.begin());
    if (options_.all) return under_check;
    if (existing || !under_check) return false;
    return finding.verdict == Verdict::kConflict ||
           (state.change == FindingChange::kExposed && IsCorrection(finding));
  }

  void KeepWanted() {
    std::vector<Finding> findings;
    std::vector<FindingState> states;
    for (std::size_t i = 0; i < existing_.size(); ++i) {
      Finding& finding = check_.report.findings[i];
      if (!IsWanted(finding, check_.states[i], existing_[i])) continue;
      findings.push_back(std::move(finding));
      states.push_back(std::move(check_.states[i]));
    }
    check_.report.findings.clear();
    check_.states.clear();
    // The configuration may have made them more or less severe.
    std::vector<std::size_t> order(findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) {
      return std::pair(findings[at].verdict, -static_cast<int>(findings[at].severity));
    });
    for (std::size_t at : order) {
      check_.report.findings.push_back(std::move(findings[at]));
      check_.states.push_back(std::move(states[at]));
    }
  }

  // What somebody has decided on in a database.
  void LeaveOutDecided() {
    DecisionBook book;
    for (const std::string& path : options_.against_databases)
      book.Add(ClaimStore::Open(path, OpenMode::kReadOnly));
    std::vector<Finding>& findings = check_.report.findings;
    for (std::size_t i = findings.size(); i-- > 0;) {
      if (book.For(findings[i], today_) != nullptr)
        check_.states.erase(check_.states.begin() + static_cast<std::ptrdiff_t>(i));
    }
    check_.report.decided = book.TakeOut(findings, today_);
  }

  void AddWaiverProblems() {
    Phrasebook say(options_.language, &toolkit_.rules);
    for (Finding& finding : waivers_.Problems(focus_, say)) {
      if (policy_.IsOff(finding.kind, finding.members.front().doc) || !policy_.Admit(finding)) continue;
      check_.report.findings.push_back(std::move(finding));
      check_.states.emplace_back();
    }
  }

  bool Fails(const Finding& finding, const FindingState& state) const {
    bool exposed = state.change == FindingChange::kExposed;
    bool counts = finding.verdict == Verdict::kConflict || finding.verdict == Verdict::kNotice ||
                  (exposed && IsCorrection(finding));
    if (!counts || state.suppressed()) return false;
    return std::ranges::any_of(ConcernedBy(finding), [&](const std::string& document) {
      std::optional<Severity> level =
          exposed ? options_.fail_exposed : policy_.FailLevel(document, options_.fail_level);
      return level && finding.severity >= *level && !policy_.IsOff(finding.kind, document);
    });
  }

  const CheckOptions& options_;
  const CheckInputs& inputs_;
  const Toolkit& toolkit_;
  Day today_;
  CheckPolicy policy_;
  WaiverUse waivers_;
  Names focus_;
  CheckReport check_;
  std::vector<bool> existing_;  // by finding
  std::vector<BaselineEntry> stale_;
};

}  // namespace

CheckJudgement JudgeCheck(const CheckOptions& options, const CheckInputs& inputs, const Toolkit& toolkit,
                          const std::optional<Baseline>& baseline, Day today) {
  return Judge(options, inputs, toolkit, today).Run(baseline);
}

std::vector<Finding> OpenConflicts(const CheckOptions& options, const CheckInputs& inputs,
                                   const Toolkit& toolkit, Day today) {
  CheckReport check = JudgeCheck(options, inputs, toolkit, std::nullopt, today).check;
  std::vector<Finding> open;
  for (std::size_t i = 0; i < check.report.findings.size(); ++i) {
    Finding& finding = check.report.findings[i];
    if (finding.verdict == Verdict::kConflict && !check.StateOf(i).suppressed())
      open.push_back(std::move(finding));
  }
  return open;
}

}  // namespace tally
