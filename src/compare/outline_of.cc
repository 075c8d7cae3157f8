#include "compare/outline_of.h"

#include <algorithm>
#include <string>

#include "base/text_hash.h"
#include "compare/agreement_sets.h"
#include "compare/comparable_sets.h"
#include "compare/derived_finding.h"
#include "compare/parties.h"
#include "compare/stories.h"

namespace tally {
namespace {

template <class T>
void SortOnce(std::vector<T>& list) {
  std::ranges::sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

// Each kind of name with a mark of its own.
std::uint64_t NameHash(std::string_view kind, const std::string& name) {
  if (name.empty()) return 0;
  return TextHash(std::string(kind) + '\n' + name);
}

}  // namespace

std::array<std::uint64_t, 4> MeetingNames(const ComparedClaim& item) {
  return {item.key.complete ? NameHash("set", SetNameOf(item)) : 0, NameHash("family", FamilyNameOf(item)),
          NameHash("speaker", SpeakerNameOf(item)), NameHash("deal", DealNameOf(item))};
}

std::uint64_t StatedHash(const Claim& claim) { return TextHash(StatedText(claim)); }

Outline OutlineOf(const std::vector<Claim>& claims, const RuleSet& rules) {
  Outline outline;
  for (const Claim& claim : claims) {
    outline.values.push_back(StatedHash(claim));
    if (!claim.claimed()) continue;
    ++outline.claims;
    outline.predicates.push_back(claim.predicate);
  }
  std::vector<ComparedClaim> items = ItemsWithValues(claims, rules);
  for (const ComparedClaim& item : items) {
    for (std::uint64_t name : MeetingNames(item)) {
      if (name != 0) outline.names.push_back(name);
    }
  }
  outline.figures = FiguresOf(items, rules);
  SortOnce(outline.predicates);
  SortOnce(outline.names);
  SortOnce(outline.values);
  return outline;
}

}  // namespace tally
