#include "compare/namesakes.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "claims/topic.h"
#include "compare/claim_key.h"
#include "compare/comparable_sets.h"

namespace tally {
namespace {

bool IsNoun(const std::string& id) { return id.starts_with(kNounIdPrefix); }

bool IsLatin(const std::string& id) {
  return std::ranges::all_of(id, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// A text calls one thing by one name, long or short; another language has another, unless a table knows it.
bool MayBeOne(const std::string& a, const std::string& b, const RuleSet& rules) {
  if (a == b || IsNoun(a) || IsNoun(b)) return true;
  if (rules.FindEntity(a) != nullptr || rules.FindEntity(b) != nullptr) return false;
  bool longer = a.find(b) != std::string::npos || b.find(a) != std::string::npos;
  return longer || IsLatin(a) != IsLatin(b);
}

// Whom two texts say the same figures of.
class Votes {
 public:
  void Add(const FigurePair& pair) {
    AddParties(pair, pair.first->claim->subject, pair.second->claim->subject);
    AddParties(pair, pair.first->claim->object, pair.second->claim->object);
  }

  // The pairs of names of which each has most in common with the other, and nobody else as much.
  std::vector<std::pair<std::string, std::string>> Links() const {
    std::map<std::pair<std::string, std::string>, std::map<std::string, std::size_t>> best;
    for (const auto& [names, figures] : votes_) {
      best[{names.document, names.other_name + '\n' + names.other}][names.name] = figures.size();
      best[{names.other, names.name + '\n' + names.document}][names.other_name] = figures.size();
    }
    auto is_first = [&](const std::string& document, const std::string& of, const std::string& name,
                        std::size_t votes) {
      return std::ranges::all_of(best.at({document, of}), [&](const auto& rival) {
        return rival.first == name || rival.second < votes;
      });
    };
    std::vector<std::pair<std::string, std::string>> links;
    for (const auto& [names, figures] : votes_) {
      std::size_t votes = figures.size();
      if (votes >= kLeastVotes &&
          is_first(names.document, names.other_name + '\n' + names.other, names.name, votes) &&
          is_first(names.other, names.name + '\n' + names.document, names.other_name, votes))
        links.emplace_back(names.name, names.other_name);
    }
    return links;
  }

 private:
  struct Names {
    std::string document, name, other, other_name;
    auto operator<=>(const Names&) const = default;
  };

  void AddParties(const FigurePair& pair, const std::optional<EntityRef>& a,
                  const std::optional<EntityRef>& b) {
    if (!a || !b) return;
    Names names{DocumentOf(*pair.first->claim), PartyId(*a, *pair.first->claim),
                DocumentOf(*pair.second->claim), PartyId(*b, *pair.second->claim)};
    // Items of a group are sorted by document: the first of a pair always comes from the smaller one.
    votes_[std::move(names)].insert(pair.first->measure.stated.ToString());
  }

  std::map<Names, std::set<std::string>> votes_;
};

// Classes of names, in which any two may be of one thing.
class Classes {
 public:
  explicit Classes(const RuleSet& rules) : rules_(rules) {}

  void Join(const std::string& a, const std::string& b) {
    std::set<std::string>& x = members_[Root(a)];
    std::set<std::string>& y = members_[Root(b)];
    x.insert(a);
    y.insert(b);
    if (&x == &y) return;
    for (const std::string& one : x) {
      for (const std::string& other : y) {
        if (!MayBeOne(one, other, rules_)) return;
      }
    }
    std::string root = Root(a);
    std::string joined = Root(b);
    x.merge(y);
    for (const std::string& member : x) roots_[member] = root;
    members_.erase(joined);
  }

  // A name before a noun, then the shortest, then the first in the alphabet.
  std::map<std::string, std::string> Names() const {
    std::map<std::string, std::string> names;
    for (const auto& [root, members] : members_) {
      if (members.size() < 2) continue;
      auto rank = [](const std::string& id) { return std::tuple(IsNoun(id), id.size(), id); };
      const std::string& name = *std::ranges::min_element(members, {}, rank);
      for (const std::string& member : members) names[member] = name;
    }
    return names;
  }

 private:
  const std::string& Root(const std::string& name) { return roots_.emplace(name, name).first->second; }

  const RuleSet& rules_;
  std::map<std::string, std::string> roots_;
  std::map<std::string, std::set<std::string>> members_;
};

// Names of several words by their first one and by their last.
struct NamesByWord {
  std::map<std::string, std::set<std::string>> first;
  std::set<std::string> last;
};

NamesByWord LongNames(const Items& group) {
  NamesByWord names;
  for (const ComparedClaim* item : group) {
    for (const std::optional<EntityRef>* party : {&item->claim->subject, &item->claim->object}) {
      if (!*party || IsNoun((*party)->id) || !IsLatin((*party)->id)) continue;
      const std::string& id = (*party)->id;
      std::size_t end = id.find('-');
      if (end == std::string::npos) continue;
      names.first[id.substr(0, end)].insert(id);
      names.last.insert(id.substr(id.rfind('-') + 1));
    }
  }
  return names;
}

}  // namespace

Namesakes::Namesakes(const Items& group, const std::vector<FigurePair>& pairs, const RuleSet& rules) {
  Votes votes;
  for (const FigurePair& pair : pairs) votes.Add(pair);
  Classes classes(rules);
  NamesByWord known = LongNames(group);
  for (const ComparedClaim* item : group) {
    for (const std::optional<EntityRef>* party : {&item->claim->subject, &item->claim->object}) {
      if (!*party || (*party)->id.size() < kShortestName || known.last.contains((*party)->id)) continue;
      auto longer = known.first.find((*party)->id);
      if (longer == known.first.end() || longer->second.size() > 1) continue;
      const std::string& full = *longer->second.begin();
      if (MayBeOne((*party)->id, full, rules)) classes.Join((*party)->id, full);
    }
  }
  for (const auto& [a, b] : votes.Links()) {
    if (a != b && MayBeOne(a, b, rules)) classes.Join(a, b);
  }
  names_ = classes.Names();
}

const std::string* Namesakes::Find(const EntityRef& party, const Claim& claim) const {
  auto found = names_.find(PartyId(party, claim));
  return found == names_.end() ? nullptr : &found->second;
}

std::string Namesakes::NameOf(const EntityRef& party, const Claim& claim) const {
  const std::string* name = Find(party, claim);
  return name ? *name : PartyId(party, claim);
}

std::vector<ComparedClaim> Namesakes::Renamed(const Items& group) const {
  std::vector<ComparedClaim> renamed;
  for (const ComparedClaim* item : group) {
    const Claim& claim = *item->claim;
    renamed.push_back(*item);
    renamed.back().key =
        KeyOf(claim, *item->rule, [&](const EntityRef& party) { return NameOf(party, claim); });
  }
  return renamed;
}

}  // namespace tally
