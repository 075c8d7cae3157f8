// What a check of rules/checks/ asks for and reckons, as text: for `tally rules show`.
#pragma once

#include <string>

#include "rules/check_rule.h"

namespace tally {

std::string ShowCheck(const CheckRule& check);

}  // namespace tally
