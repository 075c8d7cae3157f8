// Which member of a finding an error message points at.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/finding.h"

namespace tally {

// The first member whose document is one of `focus` (the files under check); without one, the first member.
// The finding must have members.
std::size_t PrimaryMember(const Finding& finding, const std::vector<std::string>& focus);

}  // namespace tally
