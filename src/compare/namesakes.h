// Names of one thing in texts of one story: "Typhoon Suli", 蘇莉 and "the storm". No table knows those who
// were never in the news before; but where two texts of one story say the same figures of two names, the
// names are of one thing. So are a name and the first word of it (Norwell, Norwell Robotics), where nobody
// else in the story has that word in his. What is linked so holds in the story alone. Immutable; thread-safe.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compare/compared_claim.h"
#include "compare/same_figure.h"
#include "rules/rule_set.h"

namespace tally {

class Namesakes {
 public:
  // `group`: the items of one group of documents; `pairs`: theirs (compare/same_figure.h).
  Namesakes(const Items& group, const std::vector<FigurePair>& pairs, const RuleSet& rules);

  bool empty() const { return names_.empty(); }

  // What a party of a claim is called in the story: the same text for all that are linked; nullptr for who
  // is linked to nobody.
  const std::string* Find(const EntityRef& party, const Claim& claim) const;

  // The same as text for everybody: PartyId (compare/claim_key.h) of who is linked to nobody.
  std::string NameOf(const EntityRef& party, const Claim& claim) const;

  // The items of the group by the names of the story: copies with other keys, in the same order.
  std::vector<ComparedClaim> Renamed(const Items& group) const;

 private:
  std::map<std::string, std::string> names_;  // of those that are linked, by PartyId
};

// Letters of a word that stands for a name of several: shorter ones are initials.
inline constexpr std::size_t kShortestName = 4;
// Figures that are said of both where two names are linked.
inline constexpr std::size_t kLeastVotes = 2;

}  // namespace tally
