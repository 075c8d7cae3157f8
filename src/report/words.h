// The words that reports use for the ids of the output contract: for people only, never to be parsed.
#pragma once

#include <string>
#include <string_view>

#include "claims/claim.h"
#include "compare/finding.h"

namespace tally {

// "Different values", "Different order of magnitude", …
std::string_view KindWords(FindingKind kind);
// "within one document", "between documents".
std::string_view ScopeWords(Scope scope);
// "near certain", "likely", "possible", "doubtful": of 0..100 percent.
std::string_view ConfidenceWords(int percent);
// "High", "Medium", "Low".
std::string_view SeverityWords(Severity severity);

// What sets a member apart from a plain statement in running text: "in the title", "planned", "said by Sam
// Altman", "for 2023-01-01 – 2023-03-31", "additional". Joined by ", "; empty where there is nothing. Visible
// text.
std::string CircumstanceWords(const Claim& claim);

}  // namespace tally
