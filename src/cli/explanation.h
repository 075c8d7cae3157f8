// The tree that `explain` prints.
#pragma once

#include <string>

#include "claims/claim.h"
#include "claims/extractor.h"
#include "compare/finding.h"
#include "document/document.h"

namespace tally {

// Sentence by sentence: quantities, mentions, what became of each quantity, and the rules that nearly took
// it.
std::string ExplainDocument(const Document& document, const Extractor& extractor);
// One claim with its place, value and trace.
std::string ExplainClaim(const Claim& claim);
// A finding with the intervals, arithmetic and causes behind its message, and its claims as ExplainClaim.
std::string ExplainFinding(const Finding& finding);

}  // namespace tally
