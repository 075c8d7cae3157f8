// Who contradicts anyone, without comparing pairs: an item is apart from some item of a set exactly where it
// lies above the set's lowest upper edge or below its highest lower edge. By the lenient intervals.
#pragma once

#include <optional>

#include "compare/compared_claim.h"

namespace tally {

struct Edges {
  std::optional<Edge> lowest_high;
  std::optional<Edge> highest_low;

  void Add(const ComparedClaim* item);
  // Some item added here is apart from this one.
  bool Contradict(const ComparedClaim* item) const;
};

Edges EdgesOf(const Items& items);

// Of `items`, those that are apart from at least one of `others`, in their order.
Items ApartFrom(const Items& items, const Items& others);

}  // namespace tally
