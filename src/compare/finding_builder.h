// Writes a draft out as a finding: kind, severity, confidence, words, members, fingerprint.
#pragma once

#include "compare/compared_claim.h"
#include "compare/settings.h"
#include "compare/sources.h"

namespace tally {

Finding BuildFinding(const Draft& draft, const SourceIndex& sources, const CompareSettings& settings);

// A finding is no surer than its weakest member, less what is open in the comparison; never less than this,
// in percent.
inline constexpr int kMinConfidence = 5;

}  // namespace tally
