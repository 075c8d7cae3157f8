// Modality and speaker: asserted, planned, forecast, reported, quoted, negated; and who says it.
#pragma once

#include <optional>

#include "claims/claim.h"
#include "claims/sentence.h"
#include "claims/topic.h"

namespace tally {

struct Certainty {
  Modality modality = Modality::kAsserted;
  bool hypothetical = false;  // under a condition or in a question: no assertion at all
  std::optional<EntityRef> speaker;
  std::string reason;  // the word that decided, for the trace
};

// `cue`: the word that made the claim, empty for none; `value`: the figure. Places in the block's folded
// text.
Certainty ReadCertainty(const Sentence& sentence, const Topic& topic, TextSpan cue, TextSpan value,
                        const RuleSet& rules);

}  // namespace tally
