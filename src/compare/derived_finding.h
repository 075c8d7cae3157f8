// Writes a failed check out as a finding: message, steps, members, severity, confidence, fingerprint.
#pragma once

#include <string>
#include <vector>

#include "compare/check_arithmetic.h"
#include "compare/settings.h"
#include "compare/sources.h"
#include "rules/check_rule.h"

namespace tally {

struct DerivedDraft {
  const CheckRule* check;
  Binding binding;
  Failure failure;
};

// What a figure states, as SubjectMatter has it.
std::string StatedText(const Claim& claim);

// The check, whom it is about and the values of its figures: drafts with equal ones are one discrepancy, also
// where another text repeats it.
std::string SubjectMatter(const DerivedDraft& draft);

// Of drafts of one subject matter, one at least.
Finding BuildDerivedFinding(const std::vector<DerivedDraft>& drafts, const SourceIndex& sources,
                            const CompareSettings& settings);

// Percent of confidence taken off: for a hedged or vague figure, and for money whose currency is not told.
inline constexpr int kHedgedPenalty = 10;
inline constexpr int kOpenCurrencyPenalty = 10;

}  // namespace tally
