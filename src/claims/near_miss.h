// Rules that nearly made a claim of a figure, and the slot or condition at which each failed: what a writer
// of rules wants to know of a sentence. Never asked for while claims are made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "claims/cue_index.h"
#include "claims/sentence.h"

namespace tally {

struct NearMiss {
  std::string rule;  // as in Claim::rule: "investment/cue:投资"
  std::string why;   // "the figure stands 31 characters off, 24 are allowed"
  int distance = 0;  // from making the claim; 0: nothing was missing but a better score
};

// Of the rules that do not have the quantity's item, the nearest first, one line a rule, at most `limit`.
// `claim`: what was made of it in the end; its trace says how.
std::vector<NearMiss> FindNearMisses(const Sentence& sentence, std::size_t item, const Claim& claim,
                                     const CueIndex& cues, std::size_t limit);

}  // namespace tally
