// The slow twin of the comparison: the same verdicts, found by looking at every pair of claims. Claims are
// generated, each in a document of its own, so that what a text knows of its own figures plays no part.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "base/figure_text.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"
#include "compare/edges.h"
#include "compare/scope.h"
#include "compare/slip.h"
#include "tests/compare_fixture.h"

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

using Found = std::multiset<std::string>;

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

bool SlowConflicts(const Items& items, Found& found) {
  bool any = false;
  for (bool outlook : {false, true}) {
    Items sure;
    for (const ComparedClaim* item : Facts(items, outlook)) {
      if (item->claim->confidence >= 46) sure.push_back(item);
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

void SlowNewest(const Items& newest, Items older, Found& found) {
  if (SlowConflicts(newest, found)) return;
  Items facts = Facts(newest, false);
  Items plans = Facts(newest, true);
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

void SlowJudge(const Items& items, const PredicateRule& rule, Found& found) {
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
    return SlowNewest(present, outgrown, found);
  }
  bool changes = rule.time == TimeKind::kState || rule.time == TimeKind::kPeriod;
  std::vector<Items> epochs =
      changes ? SlowEpochs(items, rule, Rules().thresholds.same_news_days) : std::vector<Items>{items};
  Items older;
  for (std::size_t i = 1; i < epochs.size(); ++i) {
    SlowConflicts(epochs[i], found);
    older.insert(older.end(), epochs[i].begin(), epochs[i].end());
  }
  SlowNewest(epochs[0], older, found);
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

Found SlowFindings(const Claims& claims) {
  Found found;
  std::vector<ComparedClaim> items = ComparableItems(claims, Rules());
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

Found FastFindings(const Claims& claims) {
  Found found;
  for (const Finding& finding : FindingsOf(claims)) {
    if (finding.verdict == Verdict::kCorroboration) continue;
    std::set<std::string> ids;
    for (const Claim& member : finding.members) ids.insert(member.id);
    std::string line(VerdictName(finding.verdict));
    for (const std::string& id : ids) line += ' ' + id;
    found.insert(line);
  }
  return found;
}

// ---- What is compared ----

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Claims Some() {
    Claims claims;
    int count = 2 + Pick(9);
    const char* predicates[] = {"investment", "capex", "equity_share", "price", "acquisition_price"};
    int predicate = Pick(5);
    for (int i = 0; i < count; ++i) {
      ClaimBuilder claim("doc" + std::to_string(i));
      claim.At(100).About(predicates[Pick(8) ? predicate : Pick(5)], "microsoft", "openai");
      SetValue(claim);
      SetTime(claim);
      if (Pick(6) == 0) claim.Stage(Pick(2) ? "first" : "total");
      if (Pick(5) == 0) claim.Said(Pick(2) ? Modality::kPlanned : Modality::kForecast);
      if (Pick(8) == 0) claim.Said(Modality::kReported);
      if (Pick(9) == 0) claim.Confidence(30);
      claims.push_back(claim);
    }
    return claims;
  }

  int Pick(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

 private:
  void SetValue(ClaimBuilder& claim) {
    static const char* const kDigits[] = {"1",  "10",  "12",  "13",  "13.4", "9",
                                          "95", "100", "101", "130", "1300"};
    const char* digits = kDigits[Pick(11)];
    const char* unit = Pick(7) ? "USD" : Pick(2) ? "" : "EUR";
    Decimal value = Number(digits, 8);
    switch (Pick(9)) {
      case 0:
        claim.AtMost(Dimension::kMoney, value, unit);
        break;
      case 1:
        claim.AtLeast(Dimension::kMoney, value, unit);
        break;
      case 2:
        claim.Range(Dimension::kMoney, {value, value * Decimal(2)}, unit);
        break;
      case 3:
        claim.Vague(Pick(2) ? kBillions : kHundredBillions, unit);
        break;
      default:
        claim.Money(digits, 8, unit);
        break;
    }
    if (Pick(12) == 0) claim.Per("year");
  }

  void SetTime(ClaimBuilder& claim) {
    int year = 2021 + Pick(3);
    switch (Pick(5)) {
      case 0:
        claim.During(DateRange::Year(year));
        break;
      case 1: {
        int month = 1 + 3 * Pick(4);
        claim.During(DateRange::Months(year, month, month + (Pick(2) ? 2 : 0)));
        break;
      }
      case 2:
        if (Pick(3) == 0) claim.During({MakeDay(2015, 1, 1), MakeDay(2023, 1, 1)});
        break;
      default:
        break;
    }
    if (Pick(5) == 0) return;
    std::string month = std::to_string(1 + Pick(9));
    claim.AsOf(std::to_string(2021 + Pick(4)) + "-0" + month + (Pick(2) ? "-05" : "-20"));
  }

  std::mt19937 random_;
};

TEST(CompareTwin, EveryPairComparedGivesTheSameVerdicts) {
  Generator generator(6);
  int conflicts = 0;
  int updates = 0;
  for (int round = 0; round < 6000; ++round) {
    Claims claims = generator.Some();
    Found slow = SlowFindings(claims);
    ASSERT_EQ(FastFindings(claims), slow) << "round " << round;
    for (const std::string& line : slow) ++(line.starts_with("conflict") ? conflicts : updates);
  }
  // The claims give it something to judge.
  EXPECT_GT(conflicts, 2000);
  EXPECT_GT(updates, 500);
}

// ---- Agreement ----

// All that share the lowest upper end that is left, again and again; then each bound goes to the first figure
// that it means.
Found SlowAgreements(const Claims& claims) {
  Found found;
  std::vector<ComparedClaim> items = ComparableItems(claims, Rules());
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
        return known.second.Overlaps(item->measure.strict) && BoundMeansFigure(item->measure, known.second);
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

Found FastAgreements(const Claims& claims) {
  Found found;
  for (const Finding& finding : FindingsOf(claims)) {
    if (finding.verdict != Verdict::kCorroboration) continue;
    std::set<std::string> ids;
    for (const Reading& reading : finding.readings) {
      if (reading.detail.starts_with("compatible")) continue;
      for (std::size_t member : reading.members) ids.insert(finding.members[member].id);
    }
    std::string line(VerdictName(finding.verdict));
    for (const std::string& id : ids) line += ' ' + id;
    found.insert(line);
  }
  return found;
}

TEST(CompareTwin, EveryPairComparedGivesTheSameAgreements) {
  Generator generator(7);
  for (int round = 0; round < 3000; ++round) {
    Claims claims = generator.Some();
    for (Claim& claim : claims) {
      claim.predicate = "price";  // timeless: one lane
      claim.stage.clear();
    }
    ASSERT_EQ(FastAgreements(claims), SlowAgreements(claims)) << "round " << round;
  }
}

// ---- Slips ----

TEST(CompareTwin, ValuesOneSlipApartShareASignature) {
  std::mt19937 random(8);
  int slips = 0;
  std::vector<Value> values;
  for (int i = 0; i < 900; ++i) {
    Claim claim = ClaimBuilder("a").Money(std::to_string(1 + random() % (i % 3 == 0 ? 60000u : 300u)),
                                          static_cast<int>(random() % 4) - 2, "USD");
    values.push_back(claim.value);
  }
  for (const Value& a : values) {
    std::vector<SlipSignature> x = SlipSignatures(a);
    for (const Value& b : values) {
      if (!IsOneSlip(a, b)) continue;
      ++slips;
      std::vector<SlipSignature> y = SlipSignatures(b);
      bool shared = std::ranges::any_of(x, [&](auto s) { return std::ranges::find(y, s) != y.end(); });
      EXPECT_TRUE(shared) << a.stated.ToString() << ' ' << b.stated.ToString();
      EXPECT_TRUE(IsOneSlip(b, a)) << a.stated.ToString() << ' ' << b.stated.ToString();
    }
  }
  EXPECT_GT(slips, 5000);
}

}  // namespace
}  // namespace tally
