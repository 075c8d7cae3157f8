// Which patterns of a check its own examples exercise. Pure; thread-safe.
#pragma once

#include <vector>

#include "claims/extractor.h"
#include "document/document_words.h"
#include "rules/rule_set.h"

namespace tally {

// One for each pattern of the check: whether the figures of some example fill its slots, be the arithmetic
// right or wrong.
std::vector<bool> FiredPatterns(const CheckRule& check, const RuleSet& rules, const Extractor& extractor,
                                const DocumentWords& words);

}  // namespace tally
