#include "compare/agreement_sets.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "compare/claim_key.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"

namespace tally {
namespace {

bool IsTelling(const Measure& measure) {
  if (measure.shape == Shape::kRange) return true;
  if (measure.shape != Shape::kFigure || !measure.stated.IsPoint() || measure.unit_class == "date")
    return false;
  const Decimal& value = *measure.stated.lo;
  return value.first_digit_exponent() - value.last_digit_exponent() + 1 >= kTellingDigits;
}

bool IsSure(const ComparedClaim* item) { return item->claim->confidence >= kLeastToContradict; }

// The claims of one subject under one rule, by object.
struct Family {
  std::map<std::string, Items> by_object;  // of a named object
  Items without_object;                    // that the rule does not ask for
  Items incomplete;                        // that it asks for, and the text leaves out
};

class SetMaker {
 public:
  explicit SetMaker(const RuleSet& rules) : rules_(rules) {}

  void Add(const Family& family) {
    bool one_object = family.by_object.size() == 1;
    Items all = family.without_object;
    for (const auto& [object, items] : family.by_object) {
      if (one_object) {
        all.insert(all.end(), items.begin(), items.end());
      } else {
        AddSets(items);
      }
    }
    if (one_object) {
      std::ranges::copy_if(family.incomplete, std::back_inserter(all), IsSure);
    } else {
      AddWithinDocuments(family.incomplete);
    }
    AddSets(std::move(all));
  }

  // What one speaker says in two texts, where each leaves something out. Returns the claims that are told
  // twice.
  Items AddOfSpeaker(const Items& said) {
    Items telling;
    std::ranges::copy_if(said, std::back_inserter(telling),
                         [](const ComparedClaim* item) { return IsTelling(item->measure) || IsSure(item); });
    std::map<std::string, std::set<std::string>> documents;
    for (const ComparedClaim* item : telling)
      documents[item->measure.stated.ToString()].insert(DocumentOf(*item->claim));
    std::erase_if(telling, [&](const ComparedClaim* item) {
      return documents[item->measure.stated.ToString()].size() < 2;
    });
    AddSets(telling);
    return telling;
  }

  std::vector<ComparableSet> Take() { return std::move(sets_); }

 private:
  void AddSets(Items items) {
    if (items.size() < 2) return;
    SortByPlace(items);
    const PredicateRule* rule = rules_.FindPredicate(items.front()->claim->rule_id());
    for (Items& alike : SplitByUnit(items)) {
      if (alike.size() > 1) sets_.push_back({.rule = rule, .items = std::move(alike)});
    }
  }

  void AddWithinDocuments(const Items& items) {
    std::map<std::string, Items> by_document;
    for (const ComparedClaim* item : items) {
      if (IsTelling(item->measure)) by_document[DocumentOf(*item->claim)].push_back(item);
    }
    for (auto& [document, within] : by_document) AddSets(std::move(within));
  }

  const RuleSet& rules_;
  std::vector<ComparableSet> sets_;
};

void AddToFamily(const ComparedClaim& item, Family& family) {
  std::string object = ObjectOf(item.key);
  if (!object.empty()) {
    family.by_object[object].push_back(&item);
  } else {
    (item.key.complete ? family.without_object : family.incomplete).push_back(&item);
  }
}

}  // namespace

std::vector<ComparableSet> AgreementSets(const std::vector<ComparedClaim>& items, const RuleSet& rules) {
  std::map<std::string, Items> speakers;
  for (const ComparedClaim& item : items) {
    const Claim& claim = *item.claim;
    if (item.denied || item.key.complete || !claim.speaker) continue;
    std::string name = std::string(claim.rule_id()) + "\n" + claim.speaker->id + "\n";
    speakers[name + KindOfValue(item, *rules.FindPredicate(claim.rule_id()))].push_back(&item);
  }
  SetMaker maker(rules);
  std::set<const ComparedClaim*> told;
  for (const auto& [speaker, said] : speakers) {
    for (const ComparedClaim* item : maker.AddOfSpeaker(said)) told.insert(item);
  }
  std::map<std::string, Family> families;
  for (const ComparedClaim& item : items) {
    const PredicateRule& rule = *rules.FindPredicate(item.claim->rule_id());
    if (item.denied || told.contains(&item) || !LacksObjectAtMost(item.key, rule)) continue;
    AddToFamily(item, families[TextWithoutObject(item.key) + "\n" + KindOfValue(item, rule)]);
  }
  for (const auto& [name, family] : families) maker.Add(family);
  return maker.Take();
}

}  // namespace tally
