// From what was gathered to what `tally check` reports: which findings concern the articles under check, what
// the change has to do with each, and whether the run fails.
#pragma once

#include "cli/check_inputs.h"
#include "cli/check_options.h"
#include "pipeline.h"
#include "report/check_report.h"

namespace tally {

// Without errors, warnings and exit status.
CheckReport JudgeCheck(const CheckOptions& options, const CheckInputs& inputs, const Toolkit& toolkit);

// A finding that is not suppressed is at or above the level that holds for it.
bool CheckFails(const CheckOptions& options, const CheckReport& check);

}  // namespace tally
