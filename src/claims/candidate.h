// A candidate: one rule's wish for one quantity. Where several rules want a quantity, the best score gets it.
#pragma once

#include <optional>
#include <string>
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

// From the cue to the figure, in the block's folded text; the figure alone where no cue made the candidate.
TextSpan AnchorOf(const Sentence& sentence, const Candidate& candidate);

// The rule and what of it fired, as Claim::rule tells it: "investment/cue:投资".
std::string RuleName(const Sentence& sentence, const Candidate& candidate);

// Whether a rule takes figures of this kind: its dimensions and units.
bool Fits(const Quantity& quantity, const PredicateRule& rule);

// The condition of a cue that does not hold for a figure.
enum class CueRefusal { kNone, kFigure, kPer, kCueFigure, kSide, kOverlap, kTooFar, kWithout, kWith };

struct RefusedCue {
  CueHit hit;
  CueRefusal why = CueRefusal::kNone;
  std::size_t distance = 0;  // between cue and figure, as CueRule::within counts
};

// The cues within reach of a quantity's item that do not take it, in the order of the text; for `explain`.
std::vector<RefusedCue> RefusedCues(const Sentence& sentence, const CueIndex& cues, std::size_t item);

// The candidates of each quantity item that a rule wants, best first; items in the order of the sentence.
std::vector<std::vector<Candidate>> ChooseCandidates(const Sentence& sentence, const CueIndex& cues);

}  // namespace tally
