#include "compare/edges.h"

#include <algorithm>
#include <iterator>

namespace tally {

void Edges::Add(const ComparedClaim* item) {
  std::optional<Edge> low = LowEdge(item->measure, item->measure.lenient);
  std::optional<Edge> high = HighEdge(item->measure, item->measure.lenient);
  if (low && (!highest_low || *highest_low < *low)) highest_low = low;
  if (high && (!lowest_high || *high < *lowest_high)) lowest_high = high;
}

bool Edges::Contradict(const ComparedClaim* item) const {
  std::optional<Edge> low = LowEdge(item->measure, item->measure.lenient);
  std::optional<Edge> high = HighEdge(item->measure, item->measure.lenient);
  return (low && lowest_high && *lowest_high < *low) || (high && highest_low && *high < *highest_low);
}

Edges EdgesOf(const Items& items) {
  Edges edges;
  for (const ComparedClaim* item : items) edges.Add(item);
  return edges;
}

Items ApartFrom(const Items& items, const Items& others) {
  Edges edges = EdgesOf(others);
  Items apart;
  std::ranges::copy_if(items, std::back_inserter(apart),
                       [&](const ComparedClaim* item) { return edges.Contradict(item); });
  return apart;
}

}  // namespace tally
