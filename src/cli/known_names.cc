#include "cli/known_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/fold.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "mentions/mention_reader.h"

namespace tally {
namespace {

bool IsStored(const std::string& id, const ClaimStore& store) {
  ClaimFilter filter;
  filter.limit = 1;
  filter.subject = id;
  if (!store.Find(filter).empty()) return true;
  filter.subject.reset();
  filter.object = id;
  return !store.Find(filter).empty();
}

std::vector<std::string> EntityNames(const RuleSet& rules) {
  std::vector<std::string> names;
  for (const Entity& entity : rules.entities) {
    names.push_back(entity.id);
    names.push_back(entity.name);
    names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
  }
  return names;
}

}  // namespace

void CheckRuleName(std::string_view where, const std::string& name, const RuleSet& rules) {
  if (std::ranges::find(rules.checks, name, &CheckRule::id) != rules.checks.end()) return;
  CheckPredicateName(where, name, rules);
}

void CheckPredicateName(std::string_view where, const std::string& predicate, const RuleSet& rules) {
  if (rules.FindPredicate(predicate) != nullptr) return;
  std::vector<std::string> names;
  for (const PredicateRule& rule : rules.predicates) names.push_back(rule.id);
  throw UserError(
      fmt::format("{}: no rule has the predicate '{}'{}", where, predicate, DidYouMean(predicate, names)));
}

void FilterByPredicate(std::string_view where, const std::string& predicate, const RuleSet& rules,
                       ClaimFilter& filter) {
  CheckPredicateName(where, predicate, rules);
  // A rule of a family is found by its own name; its claims may be of several standard predicates.
  if (rules.FindPredicate(predicate)->families.empty()) {
    filter.predicate = predicate;
  } else {
    filter.rule = predicate;
  }
}

std::string EntityId(std::string_view where, const std::string& typed, const RuleSet& rules,
                     const ClaimStore& store) {
  if (rules.FindEntity(typed) != nullptr) return typed;
  std::string folded = Fold(typed);
  if (auto alias = rules.entity_aliases.Find(folded)) return rules.entities[rules.aliases[*alias].entity].id;
  for (const std::string& id : {typed, NameId(folded)}) {
    if (!id.empty() && IsStored(id, store)) return id;
  }
  throw UserError(fmt::format("{}: neither the rules nor the database know '{}'{}", where, typed,
                              DidYouMean(folded, EntityNames(rules))));
}

std::string SourceName(std::string_view where, const std::string& typed, const ClaimStore& store) {
  std::vector<std::string> names = store.Sources();
  if (std::ranges::find(names, typed) != names.end()) return typed;
  auto plain = [](const std::string& name) { return AsciiLower(Fold(name)); };
  auto found = std::ranges::find(names, plain(typed), plain);
  if (found != names.end()) return *found;
  throw UserError(
      fmt::format("{}: the database has no source '{}'{}", where, typed, DidYouMean(typed, names)));
}

}  // namespace tally
