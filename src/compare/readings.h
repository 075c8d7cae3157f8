// The different things that the claims of a finding state, and how they are written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/compared_claim.h"
#include "compare/phrasebook.h"

namespace tally {

// "USD 13000000000", "USD 2000000000 to 9900000000", "at most 75 %",
// "100000000000 to 999000000000, no currency".
std::string ValueLabel(const Value& value, const Phrasebook& say = Phrasebook());

// Claims that state the same value.
struct ReadingGroup {
  std::string label;
  Items items;

  const Measure& measure() const { return items.front()->measure; }
  const Claim& claim() const { return *items.front()->claim; }
};

// "planned", "done" or "denied", as the reader of a status is told.
std::string_view StatusName(Modality modality);

// Grouped by label, and by direction, status or parties where these tell the readings apart; sorted from the
// lowest to the highest value; claims keep their order.
std::vector<ReadingGroup> GroupReadings(const Items& items, const Phrasebook& say,
                                        ReadBy read_by = ReadBy::kValue);

// The two readings that are furthest apart: the one with the lowest upper edge and the one with the highest
// lower edge. `low` is below `high` where any two readings are apart at all.
struct Extremes {
  const ReadingGroup* low = nullptr;
  const ReadingGroup* high = nullptr;
};
Extremes ExtremesOf(const std::vector<ReadingGroup>& readings);

// The gap between two readings, by what is stated: the upper end of `low` and the lower end of `high`, in
// their own unit where both have the same, else in that which they are compared in. nullopt where one of them
// is open.
struct Gap {
  Decimal below;
  Decimal above;
};
std::optional<Gap> GapOf(const Extremes& extremes);

// above >= below x factor, for a positive `below`; false otherwise.
bool IsTimes(const Gap& gap, const Decimal& factor);

// above / below, cut to two significant digits or more: "10.1"; empty where that means nothing, or once.
std::string TimesText(const Gap& gap);

}  // namespace tally
