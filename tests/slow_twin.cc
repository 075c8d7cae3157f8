#include "tests/slow_twin.h"

#include <algorithm>
#include <map>

#include "compare/clash.h"
#include "compare/comparable_sets.h"
#include "compare/scope.h"

namespace tally {
namespace {

// ---- Pairs ----

bool ApartPair(const ComparedClaim* a, const ComparedClaim* b) {
  return Match(a->measure, b->measure) == ValueMatch::kDisjoint;
}

Items ApartFromAny(const Items& items, const Items& others) {
  Items apart;
  for (const ComparedClaim* a : items) {
    for (const ComparedClaim* b : others) {
      if (!ApartPair(a, b)) continue;
      apart.push_back(a);
      break;
    }
  }
  return apart;
}

// a lies wholly below b.
bool IsBelowPair(const ComparedClaim* a, const ComparedClaim* b) {
  std::optional<Edge> high = HighEdge(a->measure, a->measure.lenient);
  std::optional<Edge> low = LowEdge(b->measure, b->measure.lenient);
  return high && low && *high < *low;
}

// ---- Times ----

int Days(const ComparedClaim* item) { return item->claim->period->days().value_or(1 << 20); }
Day First(const ComparedClaim* item) { return *item->claim->period->first; }
Day Last(const ComparedClaim* item) { return *item->claim->period->last; }
bool Dated(const ComparedClaim* item) { return item->claim->period && Days(item) <= kYearMaxDays; }

// Of what is left, the one that ends first, and all that have its last day.
std::vector<Items> SharingADay(Items items) {
  std::vector<Items> groups;
  while (!items.empty()) {
    const ComparedClaim* earliest = items.front();
    for (const ComparedClaim* item : items) {
      if (Last(item) < Last(earliest)) earliest = item;
    }
    Items group;
    Items rest;
    for (const ComparedClaim* item : items) (First(item) <= Last(earliest) ? group : rest).push_back(item);
    groups.push_back(group);
    items = rest;
  }
  return groups;
}

std::vector<Items> SlowDatedLanes(const Items& dated, bool join_years) {
  Items moments;
  Items years;
  for (const ComparedClaim* item : dated) (Days(item) <= kMomentDays ? moments : years).push_back(item);
  std::vector<Items> groups = SharingADay(moments);
  std::vector<Day> pierce;
  for (const Items& group : groups) {
    Day day = Last(group.front());
    for (const ComparedClaim* item : group) day = std::min(day, Last(item));
    pierce.push_back(day);
  }
  Items left;
  for (const ComparedClaim* item : years) {
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (First(item) <= pierce[i] && pierce[i] <= Last(item)) inside.push_back(i);
    }
    if (join_years && inside.size() == 1) {
      groups[inside[0]].push_back(item);
    } else {
      left.push_back(item);
    }
  }
  for (const Items& group : SharingADay(left)) groups.push_back(group);
  return groups;
}

std::string SlowLabel(const ComparedClaim* item) {
  return IsYearLong(*item->claim->period) ? std::to_string(YearOf(Last(item)))
                                          : item->claim->period->ToString();
}

std::vector<Items> SlowPeriodLanes(const Items& items) {
  std::vector<Items> lanes;
  Items left;
  for (const ComparedClaim* item : items) {
    if (!item->claim->period) continue;
    auto lane = std::ranges::find_if(
        lanes, [&](const Items& known) { return SlowLabel(known.front()) == SlowLabel(item); });
    if (lane == lanes.end()) lane = lanes.insert(lanes.end(), Items());
    lane->push_back(item);
  }
  std::size_t dated = lanes.size();
  std::vector<Items> joined(dated);
  for (const ComparedClaim* item : items) {
    if (item->claim->period) continue;
    bool joins = false;
    for (std::size_t i = 0; i < dated; ++i) {
      if (!item->claim->as_of || SlowLabel(lanes[i].front()) != std::to_string(YearOf(*item->claim->as_of)))
        continue;
      bool current = std::ranges::any_of(lanes[i], [&](const ComparedClaim* in) {
        return in->claim->as_of && YearOf(First(in)) <= YearOf(*in->claim->as_of) &&
               YearOf(*in->claim->as_of) <= YearOf(Last(in));
      });
      if (!current && item->claim->value.per != "year") continue;
      joined[i].push_back(item);
      joins = true;
    }
    if (!joins) left.push_back(item);
  }
  for (std::size_t i = 0; i < dated; ++i) lanes[i].insert(lanes[i].end(), joined[i].begin(), joined[i].end());
  if (!left.empty()) lanes.push_back(left);
  return lanes;
}

std::vector<Items> SlowLanes(const Items& items, const PredicateRule& rule) {
  if (rule.time == TimeKind::kTimeless) return {items};
  if (rule.time == TimeKind::kPeriod) return SlowPeriodLanes(items);
  Items dated;
  Items undated;
  for (const ComparedClaim* item : items) {
    const std::optional<Day>& as_of = item->claim->as_of;
    bool history = Dated(item) && (!as_of || Last(item) + std::chrono::days(kHistoryDays) < *as_of);
    bool apart = rule.time == TimeKind::kState ? history : Dated(item);
    (apart ? dated : undated).push_back(item);
  }
  bool once = rule.time == TimeKind::kEvent && !IsRepeatable(rule);
  std::vector<Items> lanes = SlowDatedLanes(dated, once);
  if (undated.empty()) return lanes;
  if (once && lanes.size() == 1) {
    lanes[0].insert(lanes[0].end(), undated.begin(), undated.end());
  } else {
    lanes.push_back(undated);
  }
  return lanes;
}

// ---- Verdicts ----

std::string Line(Verdict verdict, const Items& items) {
  std::set<std::string> ids;
  for (const ComparedClaim* item : items) ids.insert(item->claim->id);
  std::string line(VerdictName(verdict));
  for (const std::string& id : ids) line += ' ' + id;
  return line;
}

Items Facts(const Items& items, bool outlook) {
  Items some;
  for (const ComparedClaim* item : items) {
    if (IsOutlook(item->claim->modality) == outlook) some.push_back(item);
  }
  return some;
}

bool SlowConflicts(const Items& items, const PredicateRule& rule, FoundLines& found) {
  Items by_outlook[2] = {Facts(items, false), Facts(items, true)};
  if (rule.time == TimeKind::kEvent && !IsRepeatable(rule)) {
    // Plans of one day's news are reports as well.
    std::optional<Day> latest;
    for (const ComparedClaim* item : by_outlook[0]) latest = std::max(latest, item->claim->as_of);
    Items plans;
    for (const ComparedClaim* plan : by_outlook[1]) {
      const std::optional<Day>& as_of = plan->claim->as_of;
      bool near =
          latest && as_of &&
          std::chrono::abs(*latest - *as_of) <= std::chrono::days(Rules().thresholds.same_report_days);
      (near ? by_outlook[0] : plans).push_back(plan);
    }
    by_outlook[1] = plans;
  }
  bool any = false;
  for (bool outlook : {false, true}) {
    Items sure;
    for (const ComparedClaim* item : by_outlook[outlook]) {
      if (item->claim->confidence >= Rules().thresholds.least_to_contradict) sure.push_back(item);
    }
    Items apart = ApartFromAny(sure, sure);
    if (apart.empty()) continue;
    found.insert(Line(Verdict::kConflict, apart));
    any |= !outlook || true;
  }
  return any;
}

std::vector<Items> SlowEpochs(const Items& items, const PredicateRule& rule, int days) {
  std::optional<Day> latest;
  for (const ComparedClaim* item : items) latest = std::max(latest, item->claim->as_of);
  auto when = [&](const ComparedClaim* item) -> std::optional<Day> {
    const std::optional<DateRange>& period = item->claim->period;
    const std::optional<Day>& as_of = item->claim->as_of;
    bool settled = rule.time == TimeKind::kPeriod && period && as_of && *period->last < *as_of;
    return settled ? latest : as_of;
  };
  Items left;
  Items undated;
  for (const ComparedClaim* item : items) (when(item) ? left : undated).push_back(item);
  std::vector<Items> epochs;
  while (!left.empty()) {
    std::optional<Day> newest;
    for (const ComparedClaim* item : left) newest = std::max(newest, when(item));
    Items epoch;
    Items rest;
    for (const ComparedClaim* item : left) {
      (*when(item) + std::chrono::days(days) >= *newest ? epoch : rest).push_back(item);
    }
    epochs.push_back(epoch);
    left = rest;
  }
  if (epochs.empty()) return {undated};
  std::vector<Items> wide = epochs;
  for (const ComparedClaim* item : undated) {
    std::size_t at = 0;
    while (at < wide.size() && !ApartFromAny({item}, wide[at]).empty()) ++at;
    epochs[at == wide.size() ? 0 : at].push_back(item);
  }
  return epochs;
}

void SlowNewest(const Items& newest, Items older, const PredicateRule& rule, FoundLines& found) {
  if (SlowConflicts(newest, rule, found)) return;
  Items facts = Facts(newest, false);
  Items plans = Facts(newest, true);
  bool settled = std::ranges::any_of(facts, [&](const ComparedClaim* item) {
    const Claim& claim = *item->claim;
    return rule.time == TimeKind::kPeriod && claim.period && claim.as_of &&
           *claim.period->last < *claim.as_of;
  });
  if (settled) {
    auto is_forecast = [](const ComparedClaim* i) { return i->claim->modality == Modality::kForecast; };
    std::erase_if(older, is_forecast);
    std::erase_if(plans, is_forecast);
  }
  if (facts.empty()) older = Facts(older, true);
  std::optional<Day> latest;
  for (const ComparedClaim* item : facts) latest = std::max(latest, item->claim->as_of);
  for (const ComparedClaim* item : plans) {
    if (latest && item->claim->as_of && *item->claim->as_of < *latest) older.push_back(item);
  }
  const Items& present = facts.empty() ? plans : facts;
  Items old = ApartFromAny(older, present);
  if (old.empty()) return;
  Items all = ApartFromAny(present, old);
  all.insert(all.end(), old.begin(), old.end());
  found.insert(Line(Verdict::kSuperseded, all));
}

void SlowJudge(const Items& items, const PredicateRule& rule, FoundLines& found) {
  if (items.size() < 2) return;
  if (IsRepeatable(rule)) {
    std::vector<Items> epochs = SlowEpochs(items, rule, Rules().thresholds.total_grows_days);
    Items newest = Facts(epochs[0], false);
    Items outgrown;
    Items present = epochs[0];
    for (std::size_t i = 1; i < epochs.size(); ++i) {
      for (const ComparedClaim* item : epochs[i]) {
        bool smaller = std::ranges::any_of(newest, [&](auto* b) { return IsBelowPair(item, b); });
        (smaller ? outgrown : present).push_back(item);
      }
    }
    return SlowNewest(present, outgrown, rule, found);
  }
  bool changes = rule.time == TimeKind::kState || rule.time == TimeKind::kPeriod;
  std::vector<Items> epochs =
      changes ? SlowEpochs(items, rule, Rules().thresholds.same_news_days) : std::vector<Items>{items};
  Items older;
  for (std::size_t i = 1; i < epochs.size(); ++i) {
    SlowConflicts(epochs[i], rule, found);
    older.insert(older.end(), epochs[i].begin(), epochs[i].end());
  }
  SlowNewest(epochs[0], older, rule, found);
}

// Claims of one key whose units are one, or unknown where only one is known.
std::vector<Items> SlowSets(const std::vector<ComparedClaim>& items) {
  std::vector<Items> sets;
  std::set<const ComparedClaim*> taken;
  for (const ComparedClaim& first : items) {
    if (taken.contains(&first)) continue;
    Items named;
    std::set<std::string> units;
    for (const ComparedClaim& item : items) {
      if (SetNameOf(item) != SetNameOf(first)) continue;
      named.push_back(&item);
      taken.insert(&item);
      if (item.measure.unit) units.insert(*item.measure.unit);
    }
    std::map<std::string, Items> by_unit;
    std::string only = units.size() == 1 ? *units.begin() : "";
    for (const ComparedClaim* item : named) by_unit[item->measure.unit.value_or(only)].push_back(item);
    for (auto& [unit, alike] : by_unit) sets.push_back(alike);
  }
  return sets;
}

}  // namespace

FoundLines SlowFindings(const Claims& claims) {
  FoundLines found;
  std::vector<ComparedClaim> items = ComparableItems(claims, Rules());
  std::erase_if(items, [](const ComparedClaim& item) { return !item.key.complete; });
  for (const Items& set : SlowSets(items)) {
    const PredicateRule& rule = *set.front()->rule;
    std::map<std::string, Items> stages;
    for (const ComparedClaim* item : set) {
      const std::string& stage = item->claim->stage;
      stages[!Dated(item) && (stage == "cumulative" || stage == "total") ? "" : stage].push_back(item);
    }
    for (const auto& [stage, staged] : stages) {
      for (const Items& lane : SlowLanes(staged, rule)) SlowJudge(lane, rule, found);
    }
  }
  return found;
}

// All that share the lowest upper end that is left, again and again; then each bound goes to the first figure
// that it means.
FoundLines SlowAgreements(const Claims& claims) {
  FoundLines found;
  std::vector<ComparedClaim> items = ComparableItems(claims, Rules());
  std::erase_if(items, [](const ComparedClaim& item) { return !item.key.complete; });
  for (const Items& set : SlowSets(items)) {
    if (set.size() < 2) continue;
    Items figures;
    std::map<std::string, Items> alike;
    Items bounds;
    for (const ComparedClaim* item : set) {
      Shape shape = item->measure.shape;
      bool bound = shape == Shape::kAtLeast || shape == Shape::kAtMost;
      if (shape == Shape::kFigure) figures.push_back(item);
      if (bound) bounds.push_back(item);
      if (shape != Shape::kFigure && !bound) alike[item->measure.stated.ToString()].push_back(item);
    }
    std::vector<std::pair<Items, Interval>> clusters;
    while (!figures.empty()) {
      auto high = [](const ComparedClaim* item) { return *HighEdge(item->measure, item->measure.strict); };
      Edge pierce = high(figures.front());
      for (const ComparedClaim* item : figures) pierce = std::min(pierce, high(item));
      Items cluster;
      Items rest;
      std::optional<Interval> common;
      for (const ComparedClaim* item : figures) {
        bool in = *LowEdge(item->measure, item->measure.strict) <= pierce;
        (in ? cluster : rest).push_back(item);
        if (in) common = common ? common->Intersection(item->measure.strict) : item->measure.strict;
      }
      clusters.emplace_back(cluster, *common);
      figures = rest;
    }
    for (const ComparedClaim* item : bounds) {
      auto cluster = std::ranges::find_if(clusters, [&](const auto& known) {
        return known.second.Overlaps(item->measure.strict) &&
               BoundMeansFigure(item->measure, known.second, Rules().thresholds.near_bound_percent);
      });
      (cluster == clusters.end() ? alike[item->measure.stated.ToString()] : cluster->first).push_back(item);
    }
    for (const auto& [cluster, common] : clusters) {
      if (cluster.size() > 1) found.insert(Line(Verdict::kCorroboration, cluster));
    }
    for (const auto& [stated, cluster] : alike) {
      if (cluster.size() > 1) found.insert(Line(Verdict::kCorroboration, cluster));
    }
  }
  return found;
}

}  // namespace tally
