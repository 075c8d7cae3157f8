// What the claims of a document are met by, as hashes. Pure; thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "claims/claim.h"
#include "claims/outline.h"
#include "compare/compared_claim.h"
#include "rules/rule_set.h"

namespace tally {

// `claims`: of one document, also those that no rule made. Depends on the rule files alone, not on the
// thresholds that a configuration sets: a cache keeps it.
Outline OutlineOf(const std::vector<Claim>& claims, const RuleSet& rules);

// A claim meets those that have one of these too: the name of its set (a key and a measure), of its family (a
// key without the object), of its speaker, of the deal that it may be. 0: it meets none so.
std::array<std::uint64_t, 4> MeetingNames(const ComparedClaim& item);

// What a figure states, by which arithmetic that fails in two texts is known to be the same
// (compare/derived_finding.h).
std::uint64_t StatedHash(const Claim& claim);

}  // namespace tally
