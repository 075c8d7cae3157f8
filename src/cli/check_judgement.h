// From what was gathered to what `tally check` reports: which findings concern the articles under check, what
// the change has to do with each, which are waived or known, and whether the run fails.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "cli/check_inputs.h"
#include "cli/check_options.h"
#include "pipeline.h"
#include "report/baseline.h"
#include "report/check_report.h"

namespace tally {

struct CheckJudgement {
  CheckReport check;  // without errors, warnings and exit status
  bool fails = false;
  std::size_t waived = 0;  // findings in the report that a tally-ignore covers
  std::size_t known = 0;   // … that the baseline accepts
  std::vector<BaselineEntry> stale;
};

// `today`: waivers that ended before have expired.
CheckJudgement JudgeCheck(const CheckOptions& options, const CheckInputs& inputs, const Toolkit& toolkit,
                          const std::optional<Baseline>& baseline, Day today);

// All conflicts of the inputs that no tally-ignore covers and that are not off: what a baseline is made of.
std::vector<Finding> OpenConflicts(const CheckOptions& options, const CheckInputs& inputs,
                                   const Toolkit& toolkit, Day today);

}  // namespace tally
