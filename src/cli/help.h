// Help, printed from the table of commands.
#pragma once

#include <string>

#include "cli/command.h"

namespace tally {

// `tally --help`.
std::string OverviewHelp();
// `tally help COMMAND`: usage, what it does, options with their defaults, examples, exit status.
std::string CommandHelp(const Command& command);

}  // namespace tally
