// A candidate: one rule's wish for one quantity. Where several rules want a quantity, the best score gets it.
#pragma once

#include <optional>
#include <vector>

#include "claims/cue_index.h"
#include "claims/sentence.h"

namespace tally {

struct Candidate {
  std::size_t item = 0;  // the quantity's item in the sentence
  CueHit hit;            // rule, and the cue or phrase
  std::optional<PhraseMatch> match;
  int score = 0;       // higher wins; ties go to the rule whose id sorts first
  int confidence = 0;  // percent, before the slots are filled
};

// The candidates of each quantity item that a rule wants, best first; items in the order of the sentence.
std::vector<std::vector<Candidate>> ChooseCandidates(const Sentence& sentence, const CueIndex& cues);

}  // namespace tally
