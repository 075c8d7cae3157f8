#include "compare/epochs.h"

#include <algorithm>
#include <functional>

#include "compare/edges.h"

namespace tally {
namespace {

// Once a period is over its figure stands: from then on every article must give the same one, however late it
// appears.
bool IsSettled(const ComparedClaim* item, const PredicateRule& rule) {
  const std::optional<DateRange>& period = item->claim->period;
  const std::optional<Day>& as_of = item->claim->as_of;
  return rule.time == TimeKind::kPeriod && period && period->last && as_of && *period->last < *as_of;
}

}  // namespace

std::optional<Day> Latest(const Items& items) {
  std::optional<Day> latest;
  for (const ComparedClaim* item : items) latest = std::max(latest, item->claim->as_of);
  return latest;
}

std::vector<Items> Epochs(Items items, const PredicateRule& rule, int days) {
  std::optional<Day> latest = Latest(items);
  auto when = [&](const ComparedClaim* item) { return IsSettled(item, rule) ? latest : item->claim->as_of; };
  Items undated;
  std::erase_if(items, [&](const ComparedClaim* item) {
    if (!when(item)) undated.push_back(item);
    return !when(item);
  });
  std::ranges::stable_sort(items, std::ranges::greater(), when);
  std::vector<Items> epochs;
  for (const ComparedClaim* item : items) {
    if (epochs.empty() || *when(item) + std::chrono::days(days) < *when(epochs.back().front()))
      epochs.emplace_back();
    epochs.back().push_back(item);
  }
  if (epochs.empty()) return {undated};
  std::vector<Edges> edges;
  for (const Items& epoch : epochs) edges.push_back(EdgesOf(epoch));
  for (const ComparedClaim* item : undated) {
    auto fits = std::ranges::find_if(edges, [&](const Edges& e) { return !e.Contradict(item); });
    epochs[fits == edges.end() ? 0 : fits - edges.begin()].push_back(item);
  }
  return epochs;
}

}  // namespace tally
