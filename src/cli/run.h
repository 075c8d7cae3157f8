// From the arguments to the exit status.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"

namespace tally {

// Throws UserError where the job could not be done and nothing more can be said on `console.err`.
int RunCommandLine(const std::vector<std::string>& arguments, const Console& console);

}  // namespace tally
