// Claims of one state, period or growing total by news: what was written at about the same time must agree,
// what was written later may be an update.
#pragma once

#include <optional>
#include <vector>

#include "compare/compared_claim.h"

namespace tally {

// The latest as-of date; nullopt where no claim has one.
std::optional<Day> Latest(const Items& items);

// The claims in epochs, the newest first; each lies within `days` of its latest claim. There is always one,
// perhaps empty. A claim without a date goes to the newest epoch that it does not contradict, else to the
// newest.
std::vector<Items> Epochs(Items items, const PredicateRule& rule, int days);

}  // namespace tally
