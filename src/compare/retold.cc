#include "compare/retold.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "compare/agreement.h"
#include "compare/agreement_sets.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"

namespace tally {
namespace {

using Members = std::set<const Claim*>;

Members MembersOf(const Draft& draft) {
  Members members;
  for (const Items* side : {&draft.items, &draft.old}) {
    for (const ComparedClaim* item : *side) members.insert(item->claim);
  }
  return members;
}

// More than one key: what one key shows is known without the story.
bool IsByStory(const Draft& draft, const std::map<const Claim*, std::string>& keys) {
  Members members = MembersOf(draft);
  return std::ranges::any_of(members,
                             [&](const Claim* claim) { return keys.at(claim) != keys.at(*members.begin()); });
}

std::map<const Claim*, std::string> KeysOf(const StoryGroup& group) {
  std::map<const Claim*, std::string> keys;
  for (const ComparedClaim* item : group.items) keys[item->claim] = SetNameOf(*item);
  return keys;
}

// Texts that state one figure, whoever says it of whom: the pairs that hang together.
std::vector<Items> ToldAlike(const std::vector<FigurePair>& pairs) {
  std::map<const ComparedClaim*, std::size_t> of;
  std::vector<Items> told;
  for (const FigurePair& pair : pairs) {
    if (!pair.telling) continue;
    auto first = of.find(pair.first);
    if (first == of.end()) {
      first = of.emplace(pair.first, told.size()).first;
      told.push_back({pair.first});
    }
    auto [second, added] = of.emplace(pair.second, first->second);
    if (added) {
      told[first->second].push_back(pair.second);
    } else if (second->second != first->second) {
      std::size_t joined = second->second;
      for (const ComparedClaim* item : told[joined]) {
        told[first->second].push_back(item);
        of[item] = first->second;
      }
      told[joined].clear();
    }
  }
  std::erase_if(told, [](const Items& items) { return items.empty(); });
  return told;
}

// Who reads it as something that is compared knows best what it is.
const PredicateRule* TellingRule(const Items& items) {
  auto rank = [](const ComparedClaim* item) {
    return std::pair(item->rule->compared && item->key.complete, item->claim->confidence);
  };
  return (*std::ranges::max_element(items, {}, rank))->rule;
}

// Drafts of which none is part of another one that was added later.
class AgreementList {
 public:
  explicit AgreementList(std::vector<Draft>& drafts) : drafts_(drafts) {
    for (std::size_t i = 0; i < drafts_.size(); ++i) Index(i);
  }

  void Add(Draft draft) {
    Members members = MembersOf(draft);
    std::set<std::size_t> parts;
    for (const Claim* claim : members) {
      for (std::size_t i : with_[claim]) {
        Members known = MembersOf(drafts_[i]);
        if (std::ranges::includes(known, members)) return;
        if (std::ranges::includes(members, known)) parts.insert(i);
      }
    }
    for (std::size_t i : parts) drafts_[i].items.clear();
    drafts_.push_back(std::move(draft));
    Index(drafts_.size() - 1);
  }

  void DropParts() {
    std::erase_if(drafts_, [](const Draft& draft) { return draft.items.empty(); });
  }

 private:
  void Index(std::size_t i) {
    for (const ComparedClaim* item : drafts_[i].items) with_[item->claim].push_back(i);
  }

  std::vector<Draft>& drafts_;
  std::map<const Claim*, std::vector<std::size_t>> with_;
};

}  // namespace

std::vector<StoryGroup> StoryGroups(const std::vector<ComparedClaim>& items, const Stories& stories,
                                    const RuleSet& rules) {
  std::map<std::string, Items> by_story;
  for (const ComparedClaim& item : items) by_story[stories.GroupOf(DocumentOf(*item.claim))].push_back(&item);
  std::vector<StoryGroup> groups;
  for (auto& [name, told] : by_story) {
    if (DocumentOf(*told.front()->claim) == DocumentOf(*told.back()->claim)) continue;
    std::vector<FigurePair> pairs = PairsOfOneFigure(told, stories, rules);
    Namesakes names(told, pairs, rules);
    std::vector<ComparedClaim> renamed;
    if (!names.empty()) renamed = names.Renamed(told);
    KeepComparable(renamed);
    groups.push_back({name, std::move(told), std::move(pairs), std::move(names), std::move(renamed)});
  }
  return groups;
}

const Namesakes* NamesOf(const std::vector<StoryGroup>& groups, const std::string& name) {
  auto found = std::ranges::lower_bound(groups, name, {}, &StoryGroup::name);
  return found == groups.end() || found->name != name ? nullptr : &found->names;
}

std::vector<Draft> RenamedClashes(const StoryGroup& group, const RuleSet& rules) {
  std::map<const Claim*, std::string> keys = KeysOf(group);
  std::vector<Draft> drafts;
  for (const ComparableSet& set : ComparableSets(group.renamed)) {
    for (Draft& draft : Clashes(set, rules.thresholds)) {
      if (!IsByStory(draft, keys)) continue;
      draft.by_story = true;
      drafts.push_back(std::move(draft));
    }
  }
  return drafts;
}

void AddRetold(const std::vector<StoryGroup>& groups, const RuleSet& rules, std::vector<Draft>& agreements) {
  AgreementList list(agreements);
  for (const StoryGroup& group : groups) {
    std::map<const Claim*, std::string> keys = KeysOf(group);
    for (const ComparableSet& set : AgreementSets(group.renamed, rules)) {
      for (Draft& draft : Agreements(set, rules.thresholds)) {
        if (!IsByStory(draft, keys)) continue;
        draft.by_story = true;
        list.Add(std::move(draft));
      }
    }
    for (Items& items : ToldAlike(group.pairs)) {
      SortByPlace(items);
      Draft draft{.verdict = Verdict::kCorroboration, .rule = TellingRule(items), .by_story = true};
      draft.items = std::move(items);
      list.Add(std::move(draft));
    }
  }
  list.DropParts();
}

}  // namespace tally
