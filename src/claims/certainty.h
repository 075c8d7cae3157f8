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

// The word lists that certainty is read by, with a filter over all of them: the sentence of every claim is
// searched for each.
class CertaintyWords {
 public:
  // Keeps references to the rules.
  explicit CertaintyWords(const RuleSet& rules);

  struct List {
    const WordList& words;
    LexiconFilter::Mask bit;
  };
  const Lexicon& quoting;
  const WordList& changed_nouns;
  List hypothetical;
  List negations;
  List corrections;
  List rectifications;
  List planned;
  List forecast;
  List reporting;
  LexiconFilter starts;
};

// `cue`: the word that made the claim, empty for none; `value`: the figure. Places in the block's folded
// text.
Certainty ReadCertainty(const Sentence& sentence, const Topic& topic, TextSpan cue, TextSpan value,
                        const CertaintyWords& words);

}  // namespace tally
