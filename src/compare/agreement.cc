// Figures are clustered by piercing: sorted by their upper end, a cluster takes all whose interval contains
// the first one's upper end. The strict intervals are used, so that 100 億 and 130 億, which differ by their
// printed digits, are no support for each other. Bounds then join the figure at their end; ranges and vague
// magnitudes find only their like.
#include "compare/agreement.h"

#include <algorithm>
#include <map>
#include <string>

#include "compare/comparable_sets.h"
#include "compare/scope.h"

namespace tally {
namespace {

struct Cluster {
  Items items;
  Interval common;  // what the strict intervals of all its figures share
};

std::vector<Cluster> PierceFigures(Items figures) {
  auto high = [](const ComparedClaim* item) { return *HighEdge(item->measure, item->measure.strict); };
  std::ranges::stable_sort(figures, {}, high);
  std::vector<Cluster> clusters;
  std::optional<Edge> pierce;
  for (const ComparedClaim* item : figures) {
    const Interval& strict = item->measure.strict;
    if (!pierce || *pierce < *LowEdge(item->measure, strict)) {
      pierce = high(item);
      clusters.push_back({{item}, strict});
    } else {
      clusters.back().items.push_back(item);
      clusters.back().common = clusters.back().common.Intersection(strict);
    }
  }
  return clusters;
}

// The cluster whose figure the bound means; the clusters are sorted, so it is the first that reaches up to
// the bound's lowest acceptable figure, or the one after it.
Cluster* FigureOfBound(std::vector<Cluster>& clusters, const Measure& bound, int near_percent) {
  const Decimal& end = bound.shape == Shape::kAtLeast ? *bound.stated.lo : *bound.stated.hi;
  auto at = std::ranges::lower_bound(clusters, end, {},
                                     [](const Cluster& c) -> const Decimal& { return *c.common.hi; });
  if (at != clusters.begin()) --at;
  for (int tries = 0; tries < 3 && at != clusters.end(); ++tries, ++at) {
    if (at->common.Overlaps(bound.strict) && BoundMeansFigure(bound, at->common, near_percent)) return &*at;
  }
  return nullptr;
}

std::vector<Cluster> ClusterByValue(const Items& items, int near_percent) {
  Items figures;
  Items bounds;
  std::map<std::string, Cluster> alike;  // by what is stated
  for (const ComparedClaim* item : items) {
    const Measure& measure = item->measure;
    bool figure = measure.shape == Shape::kFigure && measure.strict.lo && measure.strict.hi;
    bool bound = measure.shape == Shape::kAtLeast || measure.shape == Shape::kAtMost;
    if (figure || bound) {
      (figure ? figures : bounds).push_back(item);
    } else {
      alike[measure.stated.ToString()].items.push_back(item);
    }
  }
  std::vector<Cluster> clusters = PierceFigures(std::move(figures));
  for (const ComparedClaim* item : bounds) {
    Cluster* cluster = FigureOfBound(clusters, item->measure, near_percent);
    (cluster ? *cluster : alike[item->measure.stated.ToString()]).items.push_back(item);
  }
  for (auto& [stated, cluster] : alike) clusters.push_back(std::move(cluster));
  return clusters;
}

// Ranges and vague magnitudes that contain a point of the value, and speak of the same stage and period as
// its first claim.
Items CompatibleWith(const Items& agreeing, const Items& vague) {
  const ComparedClaim* first = agreeing.front();
  Items compatible;
  if (first->measure.shape != Shape::kFigure) return compatible;
  for (const ComparedClaim* item : vague) {
    bool same_scope =
        item->claim->stage == first->claim->stage && item->claim->period == first->claim->period;
    if (same_scope && item->measure.strict.Overlaps(first->measure.strict)) compatible.push_back(item);
    if (compatible.size() == kMaxCompatible) break;
  }
  return compatible;
}

// A text that says yesterday and this year tells the times of two things more likely than one time twice.
bool AreTimesOfOneText(const Items& items) {
  const ComparedClaim& first = *items.front();
  if (first.measure.unit_class != "date") return false;
  bool other = false;
  bool by_words = false;
  for (const ComparedClaim* item : items) {
    if (DocumentOf(*item->claim) != DocumentOf(*first.claim)) return false;
    other = other || item->claim->value.date != first.claim->value.date;
    by_words = by_words || item->claim->quote.find_first_of("0123456789") == std::string::npos;
  }
  return other && by_words;
}

}  // namespace

std::vector<Draft> Agreements(const ComparableSet& set, const Thresholds& limits) {
  Items vague;
  for (const ComparedClaim* item : set.items) {
    Shape shape = item->measure.shape;
    bool is_wide = shape == Shape::kVague || shape == Shape::kRange;
    if (is_wide && vague.size() < kMaxVague) vague.push_back(item);
  }
  std::vector<Draft> drafts;
  for (const Cluster& cluster : ClusterByValue(set.items, limits.near_bound_percent)) {
    if (cluster.items.size() < 2) continue;
    for (Lane& lane : AgreementLanes(cluster.items, *set.rule)) {
      if (lane.items.size() < 2 || AreTimesOfOneText(lane.items)) continue;
      Draft draft{.verdict = Verdict::kCorroboration, .rule = set.rule, .inexact_scope = lane.inexact};
      draft.compatible = CompatibleWith(lane.items, vague);
      draft.items = std::move(lane.items);
      drafts.push_back(std::move(draft));
    }
  }
  return drafts;
}

}  // namespace tally
