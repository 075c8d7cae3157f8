// tally baseline: the file of known findings, made, renewed and cleared.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/error.h"
#include "base/suggest.h"
#include "cli/arguments.h"
#include "cli/baseline_file.h"
#include "cli/check_inputs.h"
#include "cli/check_judgement.h"
#include "cli/check_notes.h"
#include "cli/check_policy.h"
#include "cli/decided_findings.h"
#include "cli/output_file.h"

namespace tally {
namespace {

namespace po = boost::program_options;

const std::vector<std::string> kActions = {"create", "update", "prune"};

void AddOptions(po::options_description& options) {
  AddFlag(options, "accept-new", "with update: take in findings that are not in the baseline yet");
  AddComparisonOptions(options);
}

// Entries of `found` that the baseline does not accept.
std::vector<const BaselineEntry*> NewDebt(const Baseline& baseline, const Baseline& found) {
  std::vector<const BaselineEntry*> debt;
  for (const auto& [fingerprint, entry] : found) {
    if (!Accepts(baseline, entry)) debt.push_back(&entry);
  }
  return debt;
}

// What is found no more goes, and what is found in fewer places is lowered; nothing is added.
Baseline Pruned(const Baseline& baseline, const Baseline& found) {
  Baseline pruned;
  for (const auto& [fingerprint, entry] : baseline) {
    auto now = found.find(fingerprint);
    if (now == found.end()) continue;
    pruned[fingerprint] = now->second.places <= entry.places ? now->second : entry;
  }
  return pruned;
}

Baseline OldBaseline(const std::string& action, const CheckOptions& options) {
  std::error_code error;
  bool exists = std::filesystem::exists(options.baseline, error);
  if (action == "create") {
    if (!exists) return {};
    throw UserError(fmt::format("{}: there already; tally baseline update renews it", options.baseline));
  }
  if (!exists)
    throw UserError(
        fmt::format("{}: no such baseline; make it with tally baseline create", options.baseline));
  return *LoadBaseline(options);
}

int RefuseDebt(const std::vector<const BaselineEntry*>& debt, const CheckOptions& options,
               const Invocation& invocation) {
  for (const BaselineEntry* entry : debt)
    invocation.console.Error(
        fmt::format("new: {} [{}] {}", entry->headline, entry->kind, entry->fingerprint));
  invocation.console.Error(fmt::format(
      "{} stays as it is: {} not in it; correct them, or take them in with --accept-new", options.baseline,
      debt.size() == 1 ? "1 finding is" : fmt::format("{} findings are", debt.size())));
  return kExitFindings;
}

std::size_t Missing(const Baseline& from, const Baseline& in) {
  return static_cast<std::size_t>(
      std::ranges::count_if(from, [&](const auto& entry) { return !in.contains(entry.first); }));
}

int Run(const Invocation& invocation) {
  if (invocation.operands.empty())
    throw UserError("say what to do with the baseline: create, update or prune, and the articles");
  std::string action = invocation.operands.front();
  if (std::ranges::find(kActions, action) == kActions.end())
    throw UserError(fmt::format("unknown action '{}'; there are create, update and prune{}", action,
                                DidYouMean(action, kActions)));
  if (action != "update" && invocation.Has("accept-new"))
    throw UserError("--accept-new goes with tally baseline update alone");
  CheckOptions options = CheckOptionsOf(invocation);
  options.paths.erase(options.paths.begin());
  if (options.paths.empty()) options.paths = options.config.Texts("paths.check");
  Baseline old = OldBaseline(action, options);
  auto toolkit = LoadToolkit(options.rules);
  RequireRules(toolkit->rules);
  ApplyToRules(options.config, toolkit->rules);
  Intake intake(invocation, *toolkit, kCheckExtras);
  CheckInputs inputs = GatherCheckInputs(options, *toolkit, invocation, intake);
  // What was not read would look like what is found no more.
  if (intake.failures() > 0) return kExitFailed;
  std::vector<Finding> open =
      OpenConflicts(options, inputs, *toolkit, Today(options.config.Text("time_zone")));
  std::vector<const Finding*> findings;
  for (const Finding& finding : open) findings.push_back(&finding);
  Baseline found = BaselineOf(findings);
  std::vector<const BaselineEntry*> debt = NewDebt(old, found);
  if (action == "update" && !debt.empty() && !invocation.Has("accept-new"))
    return RefuseDebt(debt, options, invocation);
  Baseline renewed = action == "prune" ? Pruned(old, found) : found;
  WriteFileAtomically(options.baseline, BaselineText(renewed));
  if (!invocation.global.quiet) {
    invocation.console.err << fmt::format("{}: {} known, {} new, {} taken out\n", options.baseline,
                                          renewed.size(), Missing(renewed, old), Missing(old, renewed));
  }
  intake.PrintProof();
  return kExitClean;
}

}  // namespace

Command BaselineCommand() {
  return {
      "baseline",
      "findings that are known and do not fail a check",
      "create|update|prune [PATH...]",
      "Writes the conflicts of the articles into tally-baseline.jsonl (or --baseline FILE), by their\n"
      "fingerprints: tally check passes over them, and over no other. A fingerprint stays when articles are\n"
      "moved, renamed or wrapped otherwise; another figure, or one more place with the wrong one, is new.\n"
      "create makes the file, update renews it and refuses what is new, prune only takes out what is found\n"
      "no more. Name all articles of the repository, or set paths.check in tally.toml.\n",
      "  tally baseline create content/posts\n"
      "  tally baseline update --accept-new content/posts\n"
      "  tally baseline prune\n",
      "  0  the baseline is written\n"
      "  1  update found what is new, and wrote nothing\n"
      "  2  an article or the baseline cannot be read, or the baseline is there already (create)\n",
      AddOptions,
      Run};
}

}  // namespace tally
