// Writes a draft out as a finding: kind, severity, confidence, words, members, fingerprint.
#pragma once

#include "compare/item.h"
#include "compare/sources.h"

namespace tally {

Finding BuildFinding(const Draft& draft, const SourceIndex& sources);

// What weakens a finding, in percent of confidence taken off. The members' own confidence is the start; a
// finding is no surer than its weakest member.
inline constexpr int kMissingPartPenalty =
    10;  // a key part that a text leaves out, and its rule does not need
inline constexpr int kUnstatedCurrencyPenalty = 15;
inline constexpr int kInexactScopePenalty = 10;
inline constexpr int kEstimatedDatePenalty = 10;  // only where the verdict rests on dates
inline constexpr int kMinConfidence = 5;

}  // namespace tally
