// Writes a draft out as a finding: kind, severity, confidence, words, members, fingerprint.
#pragma once

#include "compare/compared_claim.h"
#include "compare/sources.h"

namespace tally {

Finding BuildFinding(const Draft& draft, const SourceIndex& sources);

// What weakens a finding, in percent of confidence taken off. The members' own confidence is the start; a
// finding is no surer than its weakest member.
// A key part that a text leaves out, and its rule does not need:
inline constexpr int kMissingPartPenalty = 10;
inline constexpr int kUnstatedCurrencyPenalty = 15;
inline constexpr int kInexactScopePenalty = 10;
// The keys differ, and only the words around the figures say that one thing is meant:
inline constexpr int kByWordingPenalty = 10;
// Only where the verdict rests on the dates of publication:
inline constexpr int kEstimatedDatePenalty = 10;
inline constexpr int kMinConfidence = 5;

}  // namespace tally
