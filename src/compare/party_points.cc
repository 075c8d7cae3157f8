#include "compare/party_points.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "claims/topic.h"

namespace tally {
namespace {

// Bytes of four Han characters at the end of two names.
constexpr std::ptrdiff_t kSharedEnding = 12;

// 星瀚 and 星瀚体育, norwell and norwell-robotics.
bool IsShortFor(const std::set<std::string>& x, const std::set<std::string>& y) {
  return x.size() == 1 && y.size() == 1 &&
         (x.begin()->starts_with(*y.begin()) || y.begin()->starts_with(*x.begin()));
}

// Another language has other names, and a longer name ends as a shorter one does: 海线轻轨.
bool MayBeOneName(const std::string& a, const std::string& b, const RuleSet& rules) {
  if (rules.FindEntity(a) && rules.FindEntity(b)) return false;
  auto is_latin = [](const std::string& name) {
    return std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  };
  if (is_latin(a) != is_latin(b)) return true;
  auto [x, y] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  return !is_latin(a) && x - a.rbegin() >= kSharedEnding;
}

// `named`: without common nouns (this-fire). By the names of the story, where there are any.
std::set<std::string> PartiesOf(const Claim& claim, bool named, const Namesakes* names) {
  std::set<std::string> parties;
  for (const std::optional<EntityRef>* party : {&claim.subject, &claim.object}) {
    if (!*party) continue;
    const std::string* linked = names ? names->Find(**party, claim) : nullptr;
    const std::string& name = linked ? *linked : (*party)->id;
    if (!named || !name.starts_with(kNounIdPrefix)) parties.insert(name);
  }
  return parties;
}

}  // namespace

int PartyPoints(const Claim& a, const Claim& b, const Namesakes* names, const RuleSet& rules) {
  std::set<std::string> x = PartiesOf(a, false, names);
  std::set<std::string> y = PartiesOf(b, false, names);
  if (!x.empty() && x == y) return 3;
  x = PartiesOf(a, true, names);
  y = PartiesOf(b, true, names);
  if (x.empty() || y.empty()) return 0;
  if (x == y || IsShortFor(x, y)) return 2;
  if (std::ranges::includes(x, y) || std::ranges::includes(y, x)) return 2;
  bool shared = std::ranges::any_of(x, [&](const std::string& party) { return y.contains(party); });
  auto by_noun = [](const Claim& claim) {
    return claim.object && claim.object->id.starts_with(kNounIdPrefix);
  };
  bool open = std::ranges::any_of(x, [&](const std::string& one) {
    return std::ranges::any_of(y, [&](const std::string& other) { return MayBeOneName(one, other, rules); });
  });
  return shared || open || by_noun(a) || by_noun(b) ? 0 : -1;
}

}  // namespace tally
