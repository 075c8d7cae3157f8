// Why claims may differ, likeliest first, each with its arithmetic in words. A cause is a suggestion to an
// editor; it never changes a verdict.
#pragma once

#include <string_view>
#include <vector>

#include "compare/readings.h"

namespace tally {

std::vector<Cause> CausesOf(const Draft& draft, FindingKind kind, const std::vector<ReadingGroup>& readings);

// Given to what only the words around the figures bring together (compare/misprint.h).
inline constexpr std::string_view kLikeWordsCause = "like_words";
// Pairs of readings are searched for slips among the first so many; more readings are no single slip.
inline constexpr std::size_t kMaxSlipReadings = 8;
// Below this the likelier culprit is our own reading of the text.
inline constexpr int kDoubtfulConfidence = 60;

}  // namespace tally
