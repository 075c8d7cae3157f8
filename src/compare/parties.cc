// Claims are put together by rule, printed amount and one party; whose other party differs, clash.
#include "compare/parties.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "claims/topic.h"
#include "compare/comparable_sets.h"
#include "compare/readings.h"
#include "compare/scope.h"

namespace tally {
namespace {

// Of a fine the one who fined may be left out; where it is named, it is a party.
bool IsBetweenTwo(const ComparedClaim& item) {
  const PredicateRule& rule = *item.rule;
  auto needs = [&](const char* part) { return std::ranges::find(rule.needs, part) != rule.needs.end(); };
  return rule.time == TimeKind::kEvent && needs("subject") && (needs("object") || rule.recurs) &&
         item.claim->subject && item.claim->object;
}

bool IsNamed(const EntityRef& party) { return !party.id.starts_with(kNounIdPrefix); }

bool MayClash(const ComparedClaim& item) {
  const Claim& claim = *item.claim;
  return item.rule->compared && !item.denied && item.key.complete && IsBetweenTwo(item) &&
         item.measure.unit_class == "money" && item.measure.unit && item.measure.shape == Shape::kFigure &&
         item.measure.stated.IsPoint() && !item.measure.stated.lo->is_zero() && IsNamed(*claim.subject) &&
         IsNamed(*claim.object) && claim.subject->id != claim.object->id;
}

bool IsSameNews(const Claim& a, const Claim& b, int days) {
  if (!a.as_of || !b.as_of) return true;
  auto apart = *a.as_of > *b.as_of ? *a.as_of - *b.as_of : *b.as_of - *a.as_of;
  return apart.count() <= days;
}

bool Names(const Claim& claim, const EntityRef& party) {
  auto in = [&](const std::string& name) {
    return !name.empty() && claim.context.find(name) != std::string::npos;
  };
  return in(party.text) || in(party.name);
}

// 星瀚 and 星瀚体育 may be one.
bool MayBeOne(const EntityRef& a, const EntityRef& b) {
  return a.name.find(b.name) != std::string::npos || b.name.find(a.name) != std::string::npos ||
         a.text.find(b.text) != std::string::npos || b.text.find(a.text) != std::string::npos;
}

bool AreOtherDeals(const Claim& a, const Claim& b, int days) {
  return DocumentOf(a) == DocumentOf(b) || a.stage != b.stage || !IsSameNews(a, b, days);
}

// The party in which the two differ is another one, and neither text's sentence knows it.
bool IsOtherParty(const Claim& a, const EntityRef& of_a, const Claim& b, const EntityRef& of_b) {
  return of_a.id != of_b.id && !MayBeOne(of_a, of_b) && !Names(a, of_b) && !Names(b, of_a);
}

bool Clash(const ComparedClaim* x, const ComparedClaim* y, const Thresholds& limits) {
  const Claim& a = *x->claim;
  const Claim& b = *y->claim;
  if (AreOtherDeals(a, b, limits.same_news_days)) return false;
  if (a.subject->id == b.object->id && a.object->id == b.subject->id) return true;
  // Many invest in one round, and often the same sum.
  if (IsRepeatable(*x->rule) || x->measure.stated.lo->significant_digits() < limits.deal_digits) return false;
  if (a.object->id == b.object->id) return IsOtherParty(a, *a.subject, b, *b.subject);
  return a.subject->id == b.subject->id && IsOtherParty(a, *a.object, b, *b.object);
}

// A text that gives one amount to several pairs of parties lists deals.
Items WithoutLists(const Items& deal) {
  std::map<std::string, std::set<std::string>> pairs;
  for (const ComparedClaim* item : deal) {
    pairs[DocumentOf(*item->claim)].insert(item->claim->subject->id + '\n' + item->claim->object->id);
  }
  Items left;
  std::ranges::copy_if(deal, std::back_inserter(left), [&](const ComparedClaim* item) {
    return pairs[DocumentOf(*item->claim)].size() == 1;
  });
  return left;
}

}  // namespace

std::string DealNameOf(const ComparedClaim& item) {
  if (!MayClash(item)) return "";
  return item.rule->id + '\n' + ValueLabel(item.claim->value);
}

std::vector<Draft> PartyClashes(const std::vector<ComparedClaim>& items, const RuleSet& rules) {
  std::map<std::string, Items> deals;
  for (const ComparedClaim& item : items) {
    std::string name = DealNameOf(item);
    bool sure = item.claim->confidence >= rules.thresholds.sure_of_party;
    if (sure && !name.empty()) deals[name].push_back(&item);
  }
  std::vector<Draft> drafts;
  for (const auto& [name, all] : deals) {
    if (all.size() < 2 || all.size() > kMaxDealClaims) continue;
    Items deal = WithoutLists(all);
    std::set<const ComparedClaim*> clashing;
    for (const ComparedClaim* a : deal) {
      for (const ComparedClaim* b : deal) {
        if (a < b && Clash(a, b, rules.thresholds)) clashing.insert({a, b});
      }
    }
    if (clashing.empty()) continue;
    Items members;
    std::ranges::copy_if(deal, std::back_inserter(members),
                         [&](const ComparedClaim* item) { return clashing.contains(item); });
    drafts.push_back({.verdict = Verdict::kConflict,
                      .rule = members.front()->rule,
                      .items = std::move(members),
                      .kind = FindingKind::kPartyConflict,
                      .read_by = ReadBy::kParties});
  }
  return drafts;
}

}  // namespace tally
