// What `tally db` can do.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace tally {

// Each gets the operands behind its name and returns an exit status.
int CheckDb(const Invocation& invocation, const std::vector<std::string>& operands);
int BackUpDb(const Invocation& invocation, const std::vector<std::string>& operands);
int ExportDb(const Invocation& invocation, const std::vector<std::string>& operands);
int ImportDb(const Invocation& invocation, const std::vector<std::string>& operands);
int MergeDb(const Invocation& invocation, const std::vector<std::string>& operands);
int StatsOfDb(const Invocation& invocation, const std::vector<std::string>& operands);
int VacuumDb(const Invocation& invocation, const std::vector<std::string>& operands);

}  // namespace tally
