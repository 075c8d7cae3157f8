#include "compare/comparable_sets.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "compare/claim_key.h"
#include "compare/scope.h"

namespace tally {
namespace {

// When a text appeared is no statement of the text.
constexpr std::string_view kPublishDate = "publish_date";

// A yearly amount of a yearly predicate is the year's amount: "每年 800 億" and "2025 年 700 億" are of one
// kind.
std::string PerText(const Claim& claim, const PredicateRule& rule) {
  const std::optional<std::string>& per = claim.value.per;
  if (!per) return "";
  bool of_a_year = !claim.period || IsYearLong(*claim.period);
  return rule.time == TimeKind::kPeriod && *per == "year" && of_a_year ? "" : "/" + *per;
}

auto CanonicalOrder(const Claim& claim) {
  return std::tie(DocumentOf(claim), claim.span, claim.doc, claim.predicate, claim.id, claim.quote);
}

// A quarter of the shares is 25 % of them.
Value AsItsRuleHasIt(Value value, const PredicateRule& rule) {
  bool shares = std::ranges::find(rule.dimensions, "percent") != rule.dimensions.end();
  const std::optional<Decimal>& high = value.stated.hi;
  if (!shares || value.dimension != Dimension::kRatio || !high || Decimal(1) < *high) return value;
  value.dimension = Dimension::kPercent;
  value.unit = "%";
  for (Interval* interval : {&value.stated, &value.strict, &value.lenient}) {
    if (interval->lo) interval->lo = interval->lo->Scaled(2);
    if (interval->hi) interval->hi = interval->hi->Scaled(2);
  }
  return value;
}

// The better reading of one span: the more confident one, then the longer.
bool IsBetter(const ComparedClaim* a, const ComparedClaim* b) {
  return std::tuple(a->claim->confidence, a->claim->span.size()) >
         std::tuple(b->claim->confidence, b->claim->span.size());
}

// Claims whose spans overlap were read from the same bytes: they are one statement, and no finding.
Items OncePerSpan(const Items& items) {
  Items kept;
  for (const ComparedClaim* item : items) {
    bool same_bytes = !kept.empty() && DocumentOf(*kept.back()->claim) == DocumentOf(*item->claim) &&
                      item->claim->span.start < kept.back()->claim->span.end;
    if (!same_bytes) {
      kept.push_back(item);
    } else if (IsBetter(item, kept.back())) {
      kept.back() = item;
    }
  }
  return kept;
}

// The unit that a claim without one is compared under: the only one of all, else the only one of its
// document. nullptr where there are several, and none can be preferred.
using UnitsByDocument = std::map<std::string, std::set<std::string>>;
const std::string* SuggestedUnit(const ComparedClaim* item, const std::set<std::string>& all,
                                 const UnitsByDocument& by_document) {
  if (all.size() == 1) return &*all.begin();
  auto found = by_document.find(DocumentOf(*item->claim));
  return found != by_document.end() && found->second.size() == 1 ? &*found->second.begin() : nullptr;
}

// Known units apart; a claim that names none goes where its surroundings suggest, else with its like.
std::map<std::string, Items> ByUnit(const Items& items) {
  std::set<std::string> all;
  UnitsByDocument by_document;
  for (const ComparedClaim* item : items) {
    if (!item->measure.unit) continue;
    all.insert(*item->measure.unit);
    by_document[DocumentOf(*item->claim)].insert(*item->measure.unit);
  }
  std::map<std::string, Items> sets;
  for (const ComparedClaim* item : items) {
    const std::string* suggested =
        item->measure.unit ? &*item->measure.unit : SuggestedUnit(item, all, by_document);
    sets[suggested ? *suggested : ""].push_back(item);
  }
  return sets;
}

ComparableSet SetOf(const Items& alike) {
  ComparableSet set{.rule = alike.front()->rule};
  for (const ComparedClaim* item : alike) (item->denied ? set.denied : set.items).push_back(item);
  return set;
}

using ItemsByName = std::map<std::string, Items>;
ItemsByName ByName(const std::vector<ComparedClaim>& items) {
  ItemsByName by_name;
  for (const ComparedClaim& item : items) {
    if (item.key.complete) by_name[SetNameOf(item)].push_back(&item);
  }
  return by_name;
}

// What is compared of a value, by its rule.
std::optional<Measure> MeasureFor(const Claim& claim, const PredicateRule& rule) {
  std::optional<Measure> measure = MeasureOf(AsItsRuleHasIt(claim.value, rule));
  if (!measure) return measure;
  auto asks = [&](const char* part) { return std::ranges::find(rule.key, part) != rule.key.end(); };
  if (asks("counted")) {
    measure->unit = CountedBy(claim);
  } else if (!asks("unit") && measure->unit_class == "count") {
    // Where the key does not ask what is counted, the predicate says it: employees, staff and people.
    measure->unit.reset();
  }
  return measure;
}

Recurrence RecurrenceOf(const std::string& event, const WordList& recurrences) {
  auto index = recurrences.lexicon.Find(event);
  if (!index) return Recurrence::kUnknown;
  return recurrences.values[*index] == "once" ? Recurrence::kOnce : Recurrence::kAgain;
}

}  // namespace

std::string KindOfValue(const ComparedClaim& item) {
  return item.measure.unit_class + PerText(*item.claim, *item.rule);
}

std::string SetNameOf(const ComparedClaim& item) { return BucketText(item.key) + '\n' + KindOfValue(item); }

std::vector<Items> SplitByUnit(const Items& items) {
  std::vector<Items> split;
  for (auto& [unit, alike] : ByUnit(OncePerSpan(items))) split.push_back(std::move(alike));
  return split;
}

void SortByPlace(Items& items) {
  std::ranges::sort(items, [](const ComparedClaim* a, const ComparedClaim* b) {
    return CanonicalOrder(*a->claim) < CanonicalOrder(*b->claim);
  });
}

const std::string& DocumentOf(const Claim& claim) {
  return claim.doc_sha256.empty() ? claim.doc : claim.doc_sha256;
}

std::vector<ComparedClaim> ItemsWithValues(const std::vector<Claim>& claims, const RuleSet& rules) {
  std::vector<ComparedClaim> items;
  const WordList& recurrences = rules.Words("event_recurrence");
  for (const Claim& claim : claims) {
    if (!claim.claimed()) continue;
    const PredicateRule* rule = rules.FindPredicate(claim.rule_id());
    if (!rule || rule->draft || rule->id == kPublishDate) continue;
    std::optional<Measure> measure = MeasureFor(claim, *rule);
    if (!measure) continue;
    items.push_back({&claim, rule, std::move(*measure), KeyOf(claim, *rule),
                     claim.modality == Modality::kNegated, RecurrenceOf(claim.event, recurrences)});
  }
  std::ranges::sort(items, [](const ComparedClaim& a, const ComparedClaim& b) {
    return CanonicalOrder(*a.claim) < CanonicalOrder(*b.claim);
  });
  return items;
}

std::vector<ComparedClaim> ComparableItems(const std::vector<Claim>& claims, const RuleSet& rules) {
  std::vector<ComparedClaim> items = ItemsWithValues(claims, rules);
  KeepComparable(items);
  return items;
}

void KeepComparable(std::vector<ComparedClaim>& items) {
  std::erase_if(items, [](const ComparedClaim& item) { return !item.rule->compared; });
}

std::vector<ComparableSet> ComparableSets(const std::vector<ComparedClaim>& items) {
  std::vector<ComparableSet> sets;
  for (const auto& [name, named] : ByName(items)) {
    for (const Items& alike : SplitByUnit(named)) {
      ComparableSet set = SetOf(alike);
      if (set.items.size() + std::min<std::size_t>(set.denied.size(), 1) > 1) sets.push_back(std::move(set));
    }
  }
  return sets;
}

std::vector<ComparableSet> SetsOfSeveralCurrencies(const std::vector<ComparedClaim>& items) {
  std::vector<ComparableSet> sets;
  for (const auto& [name, named] : ByName(items)) {
    if (named.front()->measure.unit_class != "money") continue;
    std::set<std::string> units;
    for (const ComparedClaim* item : named) {
      if (item->measure.unit) units.insert(*item->measure.unit);
    }
    if (units.size() > 1) sets.push_back(SetOf(OncePerSpan(named)));
  }
  return sets;
}

}  // namespace tally
