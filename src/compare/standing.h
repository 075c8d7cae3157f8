// How each of some claims stands beside the others: whether a newer figure took its place, or another one
// contradicts it. Read off the findings on these claims; pure, thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compare/compare.h"

namespace tally {

enum class Standing : std::uint8_t {
  kUndisputed,  // nothing else is said, or only what agrees
  kSuperseded,  // a newer figure, or a correction, took its place
  kConflict,    // another claim contradicts it; outranks kSuperseded
};
// "", "superseded", "conflict".
std::string_view StandingName(Standing standing);

struct ClaimStanding {
  Standing standing = Standing::kUndisputed;
  std::vector<std::string> findings;  // ids of the conflicts and replacements that it is part of, sorted
};

// A standing for each claim of the input, in its order. Claims are compared by what they share; the
// arithmetic of the texts, which needs every figure of a document, is left out.
std::vector<ClaimStanding> StandingsOf(const CompareInput& input, const RuleSet& rules);

}  // namespace tally
