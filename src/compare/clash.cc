// The order of the tests: is the claim fit to contradict anything; is the difference a known part of a total;
// is it newer; and only what is left is a contradiction. Each step can only take claims away.
#include "compare/clash.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "compare/claim_key.h"
#include "compare/comparable_sets.h"
#include "compare/edges.h"
#include "compare/epochs.h"
#include "compare/known_difference.h"
#include "compare/scope.h"

namespace tally {
namespace {

bool IsDate(const ComparedClaim* item) { return item->measure.unit_class == "date"; }

// Predicates that say little by themselves ("three", "two years") contradict only about one named thing.
bool IsNamedWell(const Claim& claim) {
  if (claim.rule_id() == "count") return claim.subject && (claim.object || claim.value.unit);
  if (claim.rule_id() == "duration" || claim.rule_id() == "other") return claim.subject && claim.object;
  return true;
}

// To its subject, whatever it is done to.
bool HappensOnce(const ComparedClaim* item) { return item->recurrence == Recurrence::kOnce; }

// A date contradicts another only where both say flatly that this subject did this to this object, or that
// this happened to it which happens once.
bool MayClash(const ComparedClaim* item) {
  const Claim& claim = *item->claim;
  if (!IsDate(item)) return IsNamedWell(claim);
  return claim.subject && (claim.object || HappensOnce(item)) && !claim.event.empty() &&
         claim.modality == Modality::kAsserted;
}

// ---- What is left ----

// What is too unsure to contradict may still agree.
Items WithoutGuesses(Items items, int least) {
  std::erase_if(items, [&](const ComparedClaim* item) { return item->claim->confidence < least; });
  return items;
}

// Two people may disagree without any text being wrong: figures that are all opinions or forecasts, of
// speakers who do not contradict themselves.
bool IsDisagreementOfSpeakers(const Items& items) {
  std::map<std::string, Items> by_speaker;
  for (const ComparedClaim* item : items) {
    const Claim& claim = *item->claim;
    bool opinion = claim.modality == Modality::kQuotedOpinion || claim.modality == Modality::kForecast;
    if (!opinion || !claim.speaker) return false;
    by_speaker[claim.speaker->id].push_back(item);
  }
  return std::ranges::all_of(by_speaker,
                             [](const auto& said) { return ApartFrom(said.second, said.second).empty(); });
}

// Dates of a repeated event that can only be two occasions: far apart, or both named by one body text.
bool AreOccasions(const Items& items, int days) {
  if (!IsDate(items.front())) return false;
  if (items.front()->recurrence != Recurrence::kAgain) return false;
  Edges edges = EdgesOf(items);
  if (edges.highest_low->at - edges.lowest_high->at > Decimal(days)) return true;
  return WithoutKnownParts(items).size() < items.size();
}

// ---- The verdicts ----

struct ByModality {
  Items facts;
  Items outlooks;
};
ByModality SplitOutlooks(const Items& items) {
  // A title has no tense: it speaks of what its body does.
  std::set<std::string> planning;
  std::set<std::string> telling;
  for (const ComparedClaim* item : items) {
    if (item->claim->field != Field::kBody) continue;
    (IsOutlook(item->claim->modality) ? planning : telling).insert(DocumentOf(*item->claim));
  }
  ByModality split;
  for (const ComparedClaim* item : items) {
    const std::string& document = DocumentOf(*item->claim);
    bool as_body =
        item->claim->field == Field::kTitle && planning.contains(document) && !telling.contains(document);
    (as_body || IsOutlook(item->claim->modality) ? split.outlooks : split.facts).push_back(item);
  }
  return split;
}

class LaneJudge {
 public:
  LaneJudge(const PredicateRule& rule, const Lane& lane, const Items& denied, const Thresholds& limits,
            std::vector<Draft>& drafts)
      : rule_(rule),
        limits_(limits),
        denied_(denied),
        sums_(IsRepeatable(rule) && !IsDate(lane.items.front())),
        inexact_(lane.inexact),
        drafts_(drafts) {}

  void Judge(const Items& items) {
    if (sums_) {
      JudgeGrowingTotal(items);
    } else if (rule_.recurs) {
      for (const Items& epoch : Epochs(items, rule_, limits_.same_news_days)) AddConflicts(epoch);
    } else if (IsOfTheDay(items.front())) {
      JudgeOverTime(Epochs(items, rule_, 0));
    } else if (rule_.grows) {
      JudgeOverTime(GrowingEpochs(items, rule_, limits_));
    } else if (rule_.time == TimeKind::kState || rule_.time == TimeKind::kPeriod) {
      JudgeOverTime(Epochs(items, rule_, limits_.same_news_days));
    } else {
      JudgeOverTime({items});
    }
  }

 private:
  bool IsOfTheDay(const ComparedClaim* item) const {
    return std::ranges::find(rule_.changes_daily, CountedBy(*item->claim)) != rule_.changes_daily.end();
  }

  // Plans and forecasts are compared among themselves; beside facts they are either fulfilled or out of date.
  bool AddConflicts(const Items& items) {
    auto [facts, outlooks] = SplitOutlooks(items);
    if (rule_.time == TimeKind::kEvent && !sums_) JoinReports(facts, outlooks);
    bool facts_clash = AddConflict(facts);
    return AddConflict(outlooks) || facts_clash;
  }

  // Of what happens once, "has agreed to buy" and "buys" are two reports of one day's news: a plan that is as
  // old as the facts is compared with them.
  void JoinReports(Items& facts, Items& plans) const {
    std::optional<Day> latest = Latest(facts);
    auto is_report = [&](const ComparedClaim* plan) {
      const std::optional<Day>& as_of = plan->claim->as_of;
      return latest && as_of &&
             std::chrono::abs(*latest - *as_of) <= std::chrono::days(limits_.same_report_days);
    };
    std::ranges::copy_if(plans, std::back_inserter(facts), is_report);
    std::erase_if(plans, is_report);
  }

  bool AddConflict(const Items& items) {
    Items candidates = WithoutGuesses(sums_ ? WithoutKnownParts(items) : WithoutKnownVariety(items),
                                      limits_.least_to_contradict);
    Items apart = ApartFrom(candidates, candidates);
    if (apart.empty() || IsDisagreementOfSpeakers(apart) || AreOccasions(apart, limits_.repeated_event_days))
      return false;
    if (AddCorrected(apart)) return true;
    drafts_.push_back(
        {.verdict = Verdict::kConflict, .rule = &rule_, .items = apart, .inexact_scope = inexact_});
    return true;
  }

  // What a text denies while it gives another value ("not 1.3 but 13 billion", 更正) is corrected by it, in
  // all texts that are not newer.
  bool AddCorrected(const Items& apart) {
    Items corrected;
    for (const ComparedClaim* item : apart) {
      if (std::ranges::any_of(denied_, [&](const ComparedClaim* no) { return Corrects(no, item, apart); }))
        corrected.push_back(item);
    }
    Items left;
    std::ranges::copy_if(apart, std::back_inserter(left), [&](const ComparedClaim* item) {
      return std::ranges::find(corrected, item) == corrected.end();
    });
    if (corrected.empty() || left.empty() || !ApartFrom(left, left).empty()) return false;
    drafts_.push_back({.verdict = Verdict::kSuperseded,
                       .rule = &rule_,
                       .items = left,
                       .old = corrected,
                       .corrected = true,
                       .inexact_scope = inexact_});
    return true;
  }

  bool Corrects(const ComparedClaim* denied, const ComparedClaim* item, const Items& apart) const {
    const std::string& document = DocumentOf(*denied->claim);
    if (DocumentOf(*item->claim) == document ||
        !Agrees(denied->measure, item->measure, limits_.near_bound_percent))
      return false;
    if (item->claim->as_of && denied->claim->as_of && *item->claim->as_of > *denied->claim->as_of)
      return false;
    return std::ranges::any_of(apart, [&](const ComparedClaim* other) {
      return DocumentOf(*other->claim) == document &&
             Match(other->measure, item->measure) == ValueMatch::kDisjoint;
    });
  }

  void AddSuperseded(const Items& older, const Items& newer) {
    Items old = ApartFrom(older, newer);
    Items replacing = ApartFrom(newer, old);
    if (rule_.grows) AddOutgrown(older, newer, old, replacing);
    if (old.empty()) return;
    drafts_.push_back({.verdict = Verdict::kSuperseded,
                       .rule = &rule_,
                       .items = replacing,
                       .old = old,
                       .inexact_scope = inexact_});
  }

  // "At least 11 dead" leaves room for 17, and is out of date when 17 are counted.
  void AddOutgrown(const Items& older, const Items& newer, Items& old, Items& replacing) const {
    auto low = [](const ComparedClaim* item) { return item->measure.stated.lo; };
    auto latest = std::ranges::max_element(newer, {}, low);
    if (latest == newer.end() || !low(*latest)) return;
    std::size_t known = old.size();
    for (const ComparedClaim* item : older) {
      const Measure& bound = item->measure;
      if (bound.shape == Shape::kAtLeast && *bound.stated.lo < *low(*latest) &&
          !Agrees(bound, (*latest)->measure, limits_.near_bound_percent))
        old.push_back(item);
    }
    if (old.size() > known && replacing.empty()) replacing.push_back(*latest);
  }

  void JudgeOverTime(const std::vector<Items>& epochs) {
    Items older;
    for (std::size_t i = 1; i < epochs.size(); ++i) {
      AddConflicts(epochs[i]);
      older.insert(older.end(), epochs[i].begin(), epochs[i].end());
    }
    JudgeNewest(epochs.front(), older);
  }

  // A smaller sum, a year older than the newest articles, has been outgrown. All others are of one time.
  void JudgeGrowingTotal(const Items& items) {
    std::vector<Items> epochs = Epochs(items, rule_, limits_.total_grows_days);
    Edges newest = EdgesOf(SplitOutlooks(epochs.front()).facts);
    Items outgrown;
    Items present = epochs.front();
    for (std::size_t i = 1; i < epochs.size(); ++i) {
      for (const ComparedClaim* item : epochs[i]) {
        std::optional<Edge> high = HighEdge(item->measure, item->measure.lenient);
        bool smaller = high && newest.highest_low && *high < *newest.highest_low;
        (smaller ? outgrown : present).push_back(item);
      }
    }
    JudgeNewest(present, outgrown);
  }

  // What is out of date beside the newest facts: `older` ones, and plans of the same news that were made
  // before.
  void JudgeNewest(const Items& newest, Items older) {
    if (AddConflicts(newest)) return;  // nobody knows what the newest figure is
    auto [facts, plans] = SplitOutlooks(newest);
    // What a quarter was expected to bring is not out of date when the result is there.
    if (std::ranges::any_of(facts, [&](const ComparedClaim* item) { return IsSettled(item, rule_); })) {
      auto is_forecast = [](const ComparedClaim* i) { return i->claim->modality == Modality::kForecast; };
      std::erase_if(older, is_forecast);
      std::erase_if(plans, is_forecast);
    }
    // A fact is not replaced by a plan: the plan is about what comes after it.
    if (facts.empty()) older = SplitOutlooks(older).outlooks;
    std::optional<Day> latest = Latest(facts);
    for (const ComparedClaim* item : plans) {
      if (latest && item->claim->as_of && *item->claim->as_of < *latest) older.push_back(item);
    }
    AddSuperseded(older, facts.empty() ? plans : facts);
  }

  const PredicateRule& rule_;
  const Thresholds& limits_;
  const Items& denied_;
  bool sums_;  // of what happens repeatedly: parts and totals
  bool inexact_;
  std::vector<Draft>& drafts_;
};

// Dates are told apart by object and event even where the rule's key leaves them out.
std::string OccasionName(const ComparedClaim* item) {
  if (!IsDate(item)) return "";
  const Claim& claim = *item->claim;
  bool once = HappensOnce(item) || !claim.object;
  return (once ? std::string() : claim.object->id) + '\n' + claim.event;
}

}  // namespace

std::vector<Draft> Clashes(const ComparableSet& set, const Thresholds& limits) {
  std::map<std::string, Items> occasions;
  for (const ComparedClaim* item : WithoutEchoes(set.items)) {
    if (MayClash(item)) occasions[OccasionName(item)].push_back(item);
  }
  std::vector<Draft> drafts;
  for (const auto& [name, items] : occasions) {
    for (const Lane& lane : ConflictLanes(items, *set.rule)) {
      if (lane.items.size() > 1) LaneJudge(*set.rule, lane, set.denied, limits, drafts).Judge(lane.items);
    }
  }
  return drafts;
}

}  // namespace tally
