#include "compare/epochs.h"

#include <algorithm>
#include <functional>

#include "compare/edges.h"

namespace tally {
bool IsSettled(const ComparedClaim* item, const PredicateRule& rule) {
  const std::optional<DateRange>& period = item->claim->period;
  const std::optional<Day>& as_of = item->claim->as_of;
  return rule.time == TimeKind::kPeriod && period && period->last && as_of && *period->last < *as_of;
}

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

std::vector<Items> GrowingEpochs(const Items& items, const PredicateRule& rule, const Thresholds& limits) {
  int days = limits.same_news_days;
  if (items.size() > kMostOfAToll) return Epochs(items, rule, days);
  std::vector<Items> by_day = Epochs(items, rule, 0);
  // The newest day on which nobody of a day before says more.
  std::size_t top = 0;
  std::optional<Edge> highest;
  for (std::size_t i = by_day.size(); i-- > 0;) {
    std::optional<Edge> low = EdgesOf(by_day[i]).highest_low;
    if (!low || (highest && *low < *highest)) continue;
    highest = low;
    top = i;
  }
  std::vector<Items> epochs = {by_day[top]};
  epochs.insert(epochs.end(), by_day.begin() + static_cast<std::ptrdiff_t>(top) + 1, by_day.end());
  Edges peak = EdgesOf(by_day[top]);
  Items fresh;
  for (std::size_t i = 0; i < top; ++i) {
    for (const ComparedClaim* item : by_day[i]) {
      if (!peak.Contradict(item)) {
        epochs.front().push_back(item);
        continue;
      }
      auto said = std::find_if(epochs.begin() + 1, epochs.end(), [&](const Items& day) {
        return std::ranges::any_of(day, [&](const ComparedClaim* other) {
          return Agrees(other->measure, item->measure, limits.near_bound_percent);
        });
      });
      (said == epochs.end() ? fresh : *said).push_back(item);
    }
  }
  if (fresh.empty()) return epochs;
  // Somebody took the figure down: the ordinary reckoning.
  Items all = std::move(fresh);
  for (const Items& epoch : epochs) all.insert(all.end(), epoch.begin(), epoch.end());
  return Epochs(std::move(all), rule, days);
}

}  // namespace tally
