// A figure that says the same as another one of its sentence: of another time or member, in another currency,
// or before a change. It takes the other's predicate.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "claims/candidate.h"

namespace tally {

// The candidates of each item so far.
using Offers = std::map<std::size_t, std::vector<Candidate>>;

// Of a figure that is compared with one before it, goes on from it or converts it; nullopt where it does not.
std::optional<Candidate> InheritedCandidate(const Sentence& sentence, const CueIndex& cues,
                                            const Offers& offers, std::size_t item);

// Of the base of a change, by the result that stands behind it.
std::optional<Candidate> CandidateOfBase(const Sentence& sentence, const Offers& offers, std::size_t item);

}  // namespace tally
