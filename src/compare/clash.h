// Claims that cannot all be true: contradictions, and updates where the newer ones replace the older.
#pragma once

#include <string>
#include <vector>

#include "compare/compared_claim.h"

namespace tally {

// Drafts of conflicts and of superseded figures of one set. Linear in the set but for sorting: who
// contradicts anyone is found from the lowest upper and the highest lower edge.
std::vector<Draft> Clashes(const ComparableSet& set);

// Of the event of a date: what happens to the same parties more than once.
bool HappensAgain(const std::string& event);

// Percent: a guess, which no word of a rule stands beside, has 45 at most (claims/candidate.cc).
inline constexpr int kLeastToContradict = 46;
// Claims published within a month of each other are about one state: a different figure is then a
// contradiction, a longer time apart it is an update.
inline constexpr int kSameNewsDays = 31;
// Totals of repeated events (investments) grow; a smaller total that is a year older was right when it was
// written.
inline constexpr int kTotalGrowsDays = 365;
// For what happens repeatedly (an investor invests again), two dates further apart than a year are two
// occasions; nearer ones are the slip of a year or a month.
inline constexpr int kRepeatedEventDays = 366;

}  // namespace tally
