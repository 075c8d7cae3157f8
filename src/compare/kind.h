// Which kind of finding a draft is (the stable ids of the output contract).
#pragma once

#include <vector>

#include "compare/readings.h"

namespace tally {

FindingKind KindOf(const Draft& draft, const std::vector<ReadingGroup>& readings);

// Apart by this much, two figures differ in magnitude rather than in value: slips of 万, 亿, million and
// billion are factors of ten and more, and halving that covers a vague word on one side (千億 against 130 億
// is 7.7 at least).
inline constexpr int kMagnitudeFactor = 5;

}  // namespace tally
