// The baseline of a run: read from its file, and what of it is found no more.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/check_options.h"
#include "report/baseline.h"

namespace tally {

// nullopt where the run has none. Throws UserError where one was named that is not there, or that cannot be
// read.
std::optional<Baseline> LoadBaseline(const CheckOptions& options);

// Entries of which the run would have seen the finding, were it still there: all their documents were read,
// and one of them is under check.
std::vector<BaselineEntry> StaleEntries(const Baseline& baseline, const Baseline& found,
                                        const std::set<std::string>& read,
                                        const std::set<std::string>& checked);

}  // namespace tally
