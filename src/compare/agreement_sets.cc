#include "compare/agreement_sets.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "compare/claim_key.h"
#include "compare/comparable_sets.h"

namespace tally {
namespace {

// A range, or a figure of many digits, is seldom said twice by chance.
bool IsTelling(const Measure& measure, const Thresholds& limits) {
  if (measure.shape == Shape::kRange) return true;
  if (measure.shape != Shape::kFigure || !measure.stated.IsPoint() || measure.unit_class == "date")
    return false;
  return measure.stated.lo->significant_digits() >= limits.telling_digits;
}

bool IsSure(const ComparedClaim* item, const Thresholds& limits) {
  return item->claim->confidence >= limits.least_to_contradict;
}

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
      std::ranges::copy_if(family.incomplete, std::back_inserter(all),
                           [&](const ComparedClaim* item) { return IsSure(item, rules_.thresholds); });
    } else {
      AddWithinDocuments(family.incomplete);
    }
    AddSets(std::move(all));
  }

  // What one speaker says in two texts, where each leaves something out. Returns the claims that are told
  // twice.
  Items AddOfSpeaker(const Items& said) {
    Items telling;
    std::ranges::copy_if(said, std::back_inserter(telling), [&](const ComparedClaim* item) {
      return IsTelling(item->measure, rules_.thresholds) || IsSure(item, rules_.thresholds);
    });
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
    for (Items& alike : SplitByUnit(items)) {
      if (alike.size() > 1) sets_.push_back({.rule = alike.front()->rule, .items = std::move(alike)});
    }
  }

  void AddWithinDocuments(const Items& items) {
    std::map<std::string, Items> by_document;
    for (const ComparedClaim* item : items) {
      if (IsTelling(item->measure, rules_.thresholds)) by_document[DocumentOf(*item->claim)].push_back(item);
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

std::string FamilyNameOf(const ComparedClaim& item) {
  if (item.denied || !LacksObjectAtMost(item.key, *item.rule)) return "";
  return TextWithoutObject(item.key) + '\n' + KindOfValue(item);
}

std::string SpeakerNameOf(const ComparedClaim& item) {
  if (item.denied || item.key.complete || !item.claim->speaker) return "";
  return item.rule->id + '\n' + item.claim->speaker->id + '\n' + KindOfValue(item);
}

std::vector<ComparableSet> AgreementSets(const std::vector<ComparedClaim>& items, const RuleSet& rules) {
  std::map<std::string, Items> speakers;
  for (const ComparedClaim& item : items) {
    std::string name = SpeakerNameOf(item);
    if (!name.empty()) speakers[name].push_back(&item);
  }
  SetMaker maker(rules);
  std::set<const ComparedClaim*> told;
  for (const auto& [speaker, said] : speakers) {
    for (const ComparedClaim* item : maker.AddOfSpeaker(said)) told.insert(item);
  }
  std::map<std::string, Family> families;
  for (const ComparedClaim& item : items) {
    std::string name = FamilyNameOf(item);
    if (!name.empty() && !told.contains(&item)) AddToFamily(item, families[name]);
  }
  for (const auto& [name, family] : families) maker.Add(family);
  return maker.Take();
}

}  // namespace tally
