// Claims of one state, period or growing total by news: what was written at about the same time must agree,
// what was written later may be an update.
#pragma once

#include <optional>
#include <vector>

#include "compare/compared_claim.h"
#include "rules/thresholds.h"

namespace tally {

// A figure of a quarter or year that is over: from then on every article must give the same one, however late
// it appears.
bool IsSettled(const ComparedClaim* item, const PredicateRule& rule);

// The latest as-of date; nullopt where no claim has one.
std::optional<Day> Latest(const Items& items);

// The claims in epochs, the newest first; each lies within `days` of its latest claim. There is always one,
// perhaps empty. A claim without a date goes to the newest epoch that it does not contradict, else to the
// newest.
std::vector<Items> Epochs(Items items, const PredicateRule& rule, int days);

// The same of a figure that only grows while it is news (PredicateRule::grows): each day is an epoch of its
// own, up to the day of the largest figure. Who writes a smaller one later repeats what was said before, and
// stands with those who did; a smaller figure that nobody gave before is as new as its date says.
std::vector<Items> GrowingEpochs(const Items& items, const PredicateRule& rule, const Thresholds& limits);

// More claims of one toll than this are no news of one event, and reckoned as any other state.
inline constexpr std::size_t kMostOfAToll = 2000;

}  // namespace tally
