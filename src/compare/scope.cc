#include "compare/scope.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/figure_text.h"
#include "claims/narrowing.h"
#include "compare/comparable_sets.h"
#include "compare/slip.h"

namespace tally {
namespace {

// 3 beside 5 is no slip of a title's.
constexpr std::size_t kLeastTitleDigits = 2;

const DateRange* PeriodOf(const ComparedClaim* item) {
  return item->claim->period ? &*item->claim->period : nullptr;
}

// Bounded and short enough to be a date. "From 2019 to 2025" and "until today" are spans over which an amount
// accumulated, and are treated as undated.
bool IsDated(const ComparedClaim* item) {
  const DateRange* period = PeriodOf(item);
  return period && period->days() && *period->days() <= kYearMaxDays;
}

bool IsMoment(const ComparedClaim* item) { return *PeriodOf(item)->days() <= kMomentDays; }

// A total so far is what an amount without date and stage means, too.
std::string StageOf(const ComparedClaim* item) {
  const std::string& stage = item->claim->stage;
  return !IsDated(item) && (stage == "cumulative" || stage == "total") ? "" : stage;
}

struct Split {
  Items yes;
  Items no;
};
template <class Test>
Split SplitBy(const Items& items, Test test) {
  Split split;
  for (const ComparedClaim* item : items) (test(item) ? split.yes : split.no).push_back(item);
  return split;
}

void Append(Items& to, const Items& from) { to.insert(to.end(), from.begin(), from.end()); }

bool PeriodsDiffer(const Items& items) {
  return std::ranges::any_of(
      items, [&](const ComparedClaim* item) { return item->claim->period != items.front()->claim->period; });
}

// Groups dated claims so that each group shares a day, its `pierce`: sort by the last day, cut where a period
// begins after the first one's end. Groups come out in order of time.
struct DatedGroup {
  Items items;
  Day pierce;
};
std::vector<DatedGroup> GroupByDay(Items items) {
  std::ranges::stable_sort(items, {}, [](const ComparedClaim* item) { return *PeriodOf(item)->last; });
  std::vector<DatedGroup> groups;
  for (const ComparedClaim* item : items) {
    const DateRange& period = *PeriodOf(item);
    if (groups.empty() || *period.first > groups.back().pierce) groups.push_back({{}, *period.last});
    groups.back().items.push_back(item);
  }
  return groups;
}

// The one group whose day lies inside the period; nullptr where none or several do: 2019 cannot be told to be
// July or October of that year.
DatedGroup* OnlyGroupIn(std::vector<DatedGroup>& groups, const DateRange& period) {
  auto first = std::ranges::lower_bound(groups, *period.first, {}, &DatedGroup::pierce);
  if (first == groups.end() || first->pierce > *period.last) return nullptr;
  auto next = first + 1;
  return next == groups.end() || next->pierce > *period.last ? &*first : nullptr;
}

// `join_years`: a year joins the only month inside it.
std::vector<Lane> DatedLanes(const Items& dated, bool join_years) {
  auto [moments, years] = SplitBy(dated, IsMoment);
  std::vector<DatedGroup> groups = GroupByDay(moments);
  Items left;
  for (const ComparedClaim* item : years) {
    DatedGroup* group = join_years ? OnlyGroupIn(groups, *PeriodOf(item)) : nullptr;
    (group ? group->items : left).push_back(item);
  }
  std::vector<Lane> lanes;
  for (DatedGroup& group : groups) lanes.push_back({std::move(group.items), false});
  for (DatedGroup& group : GroupByDay(left)) lanes.push_back({std::move(group.items), false});
  return lanes;
}

// Adds undated claims: to the only lane there is, where `join`, else as a lane of their own.
void AddUndated(std::vector<Lane>& lanes, const Items& undated, bool join) {
  if (undated.empty()) return;
  if (join && lanes.size() == 1) {
    Append(lanes.front().items, undated);
    lanes.front().inexact = true;
  } else {
    lanes.push_back({undated, false});
  }
}

// A year by the calendar year that it belongs to, other periods by their days.
std::string PeriodLabel(const DateRange& period) {
  if (!IsYearLong(period)) return DaysText(period);
  int year = YearOf(*period.last);
  int reached = *DateRange{MakeDay(year, 1, 1), period.last}.days();
  return std::to_string(reached >= kFiscalOverlapDays ? year : year - 1);
}

struct LabelledLane {
  Lane lane;
  // Someone writes about the period while it runs: then "this year" is what an undated figure beside it can
  // mean.
  bool current = false;
};
std::map<std::string, LabelledLane> LabelledLanes(const Items& dated) {
  std::map<std::string, LabelledLane> lanes;
  for (const ComparedClaim* item : dated) {
    const DateRange& period = *PeriodOf(item);
    LabelledLane& labelled = lanes[PeriodLabel(period)];
    labelled.lane.items.push_back(item);
    const std::optional<Day>& as_of = item->claim->as_of;
    labelled.current |= as_of && period.first && period.last && YearOf(*period.first) <= YearOf(*as_of) &&
                        YearOf(*as_of) <= YearOf(*period.last);
  }
  for (auto& [label, labelled] : lanes) labelled.lane.inexact = PeriodsDiffer(labelled.lane.items);
  return lanes;
}

// An undated figure of a year ("每年 800 億") speaks of the year in which it was written; one that does not
// even say that it is yearly does so only where both sides write during that year.
std::vector<Lane> PeriodLanes(const Items& items) {
  auto [dated, undated] = SplitBy(items, [](const ComparedClaim* item) { return PeriodOf(item) != nullptr; });
  std::map<std::string, LabelledLane> lanes = LabelledLanes(dated);
  Items left;
  for (const ComparedClaim* item : undated) {
    const Claim& claim = *item->claim;
    auto found = claim.as_of ? lanes.find(std::to_string(YearOf(*claim.as_of))) : lanes.end();
    bool joins = found != lanes.end() && (claim.value.per == "year" || found->second.current);
    (joins ? found->second.lane.items : left).push_back(item);
    if (joins) found->second.lane.inexact = true;
  }
  std::vector<Lane> out;
  for (auto& [label, labelled] : lanes) out.push_back(std::move(labelled.lane));
  AddUndated(out, left, false);
  return out;
}

// History that the article itself dates. An open period, and one that runs when the article appears, are the
// present.
bool IsHistory(const ComparedClaim* item) {
  if (!IsDated(item)) return false;
  const std::optional<Day>& as_of = item->claim->as_of;
  return !as_of || *PeriodOf(item)->last + std::chrono::days(kHistoryDays) < *as_of;
}

std::vector<Lane> TimeLanes(const Items& items, const PredicateRule& rule) {
  if (items.front()->measure.unit_class == "date" || rule.time == TimeKind::kTimeless)
    return {{items, false}};
  if (rule.time == TimeKind::kPeriod) return PeriodLanes(items);
  auto [dated, undated] = rule.time == TimeKind::kState ? SplitBy(items, IsHistory) : SplitBy(items, IsDated);
  // States change within a year, and what happens repeatedly happens repeatedly within a year.
  // A round that has a letter is raised once, too.
  bool named = StageOf(items.front()).starts_with("series-");
  bool once = rule.time == TimeKind::kEvent && (!IsRepeatable(rule) || named);
  std::vector<Lane> lanes = DatedLanes(dated, once);
  AddUndated(lanes, undated, once);
  return lanes;
}

// One thing told twice, rightly or with a slip.
bool IsToldAgain(const ComparedClaim* title, const ComparedClaim* said) {
  return Match(title->measure, said->measure) != ValueMatch::kDisjoint ||
         (SlipDigits(title->claim->value, said->claim->value) >= kLeastTitleDigits &&
          IsOneSlip(title->claim->value, said->claim->value));
}

// A title leaves the day out that its body gives: it is of the time of the passage that it tells again.
void JoinTitles(std::vector<Lane>& lanes) {
  if (lanes.size() < 2) return;
  std::map<std::string, std::vector<std::size_t>> bodies;  // the lanes in which a body speaks
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    for (const ComparedClaim* item : lanes[i].items) {
      if (item->claim->field == Field::kBody) bodies[DocumentOf(*item->claim)].push_back(i);
    }
  }
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    auto is_of_body = [&](const ComparedClaim* item) {
      if (item->claim->field != Field::kTitle || item->claim->period) return false;
      auto own = bodies.find(DocumentOf(*item->claim));
      if (own == bodies.end() || own->second.size() != 1 || own->second.front() == i) return false;
      Lane& lane = lanes[own->second.front()];
      bool told = std::ranges::any_of(lane.items, [&](const ComparedClaim* said) {
        return DocumentOf(*said->claim) == own->first && said->claim->field == Field::kBody &&
               IsToldAgain(item, said);
      });
      if (told) lane.items.push_back(item);
      return told;
    };
    std::erase_if(lanes[i].items, is_of_body);
  }
  std::erase_if(lanes, [](const Lane& lane) { return lane.items.empty(); });
}

std::map<std::string, Items> ByStage(const Items& items) {
  std::map<std::string, Items> stages;
  for (const ComparedClaim* item : items) stages[StageOf(item)].push_back(item);
  return stages;
}

bool IsWhole(const ComparedClaim* item) { return item->claim->narrowed.empty(); }

// Each joins the first group that is narrowed to something that it is narrowed to.
std::vector<Items> ByNarrowing(const Items& narrowed) {
  std::map<std::string, std::size_t> group_of;  // by what a figure is narrowed to
  std::vector<Items> groups;
  for (const ComparedClaim* item : narrowed) {
    std::size_t group = groups.size();
    for (const std::string& part : item->claim->narrowed) {
      auto known = group_of.find(part);
      if (known != group_of.end()) group = std::min(group, known->second);
    }
    if (group == groups.size()) groups.emplace_back();
    groups[group].push_back(item);
    for (const std::string& part : item->claim->narrowed) group_of.emplace(part, group);
  }
  return groups;
}

// Figures of two places or parts are two figures. What is not narrowed may be the whole, or leave out what
// the others say: beside one place or part it stays with them, and the lane is inexact; but not beside a part
// that is told with its noun (frozen sales, six months).
std::vector<Lane> SplitByNarrowing(Lane lane) {
  auto [whole, narrowed] = SplitBy(lane.items, IsWhole);
  std::vector<Items> groups = ByNarrowing(narrowed);
  if (groups.empty()) return {std::move(lane)};
  bool own = std::ranges::all_of(narrowed, [](const ComparedClaim* item) {
    return std::ranges::any_of(item->claim->narrowed, IsOwnPart);
  });
  if (groups.size() == 1 && (whole.empty() || !own)) {
    lane.inexact |= !whole.empty();
    return {std::move(lane)};
  }
  std::vector<Lane> lanes;
  if (!whole.empty()) lanes.push_back({whole, lane.inexact});
  for (Items& group : groups) lanes.push_back({std::move(group), lane.inexact});
  return lanes;
}

}  // namespace

bool IsRepeatable(const PredicateRule& rule) {
  return rule.time == TimeKind::kEvent && std::ranges::find(rule.key, "stage") != rule.key.end();
}

bool IsYearLong(const DateRange& period) {
  std::optional<int> days = period.days();
  return days && *days >= kYearMinDays && *days <= kYearMaxDays;
}

std::vector<Lane> ConflictLanes(const Items& items, const PredicateRule& rule) {
  std::vector<Lane> lanes;
  for (const auto& [stage, staged] : ByStage(items)) {
    std::vector<Lane> times = TimeLanes(staged, rule);
    JoinTitles(times);
    for (Lane& timed : times) {
      std::vector<Lane> more = SplitByNarrowing(std::move(timed));
      lanes.insert(lanes.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
  }
  return lanes;
}

std::vector<Lane> AgreementLanes(const Items& items, const PredicateRule& rule) {
  // A claim that names no stage goes with those of the only stage named; beside two stages it is neither.
  std::map<std::string, Items> stages = ByStage(items);
  if (stages.size() == 2 && stages.begin()->first.empty()) stages = {{"", items}};
  std::vector<Lane> lanes;
  for (const auto& [stage, staged] : stages) {
    bool timeless = staged.front()->measure.unit_class == "date" || rule.time == TimeKind::kTimeless;
    auto [dated, undated] =
        SplitBy(staged, [&](const ComparedClaim* item) { return !timeless && IsDated(item); });
    std::vector<Lane> some;
    if (rule.time == TimeKind::kPeriod) {
      for (auto& [label, labelled] : LabelledLanes(dated)) some.push_back(std::move(labelled.lane));
    } else {
      some = DatedLanes(dated, true);
    }
    AddUndated(some, undated, true);
    lanes.insert(lanes.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  return lanes;
}

}  // namespace tally
