// What two claims must share to be compared, read off a claim as the predicate's rule asks. Pure;
// thread-safe.
#pragma once

#include <functional>
#include <string>

#include "claims/claim.h"
#include "rules/predicate_rule.h"

namespace tally {

// The key of a claim: the parts that `rule.key` names, in its order. A part that the text leaves out is
// "object=?"; the key is incomplete where such a part stands in `rule.needs`. The currency is never part of a
// key: an amount of unknown currency is compared as printed (see compare/value_match.h).
ClaimKey KeyOf(const Claim& claim, const PredicateRule& rule);

// The same by other names of subject and object.
using PartyNames = std::function<std::string(const EntityRef&)>;
ClaimKey KeyOf(const Claim& claim, const PredicateRule& rule, const PartyNames& name_of);

// What a party of a claim is called in keys: its id; a common noun (this-fire) is the same thing only within
// one document, and has that in its name.
std::string PartyId(const EntityRef& party, const Claim& claim);

// What a count counts, by the object or, where that is left out, the unit: "36 people killed" and "36 deaths"
// count deaths. Empty where neither is given.
std::string CountedBy(const Claim& claim);

// The key as one line: "investment subject=microsoft object=openai".
std::string KeyText(const ClaimKey& key);

// KeyText without stage and unit. Claims of one bucket are about the same thing; whether their stages and
// units also meet depends on what the other claims of the bucket say, because either may be left out.
std::string BucketText(const ClaimKey& key);

// The object of the key, empty where the text or the rule leaves it out; and the key without it, stage and
// unit.
std::string ObjectOf(const ClaimKey& key);
std::string TextWithoutObject(const ClaimKey& key);

// True where the rule needs nothing that the text leaves out but, perhaps, the object.
bool LacksObjectAtMost(const ClaimKey& key, const PredicateRule& rule);

// Key parts that the text leaves out, stage apart: most texts name no stage, and none is needed.
std::size_t MissingParts(const ClaimKey& key);

}  // namespace tally
