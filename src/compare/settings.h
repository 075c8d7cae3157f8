// What the comparison is told beside the claims: how strict to be, in which language to speak, and
// which sources the user ranks.
#pragma once

#include "compare/phrasebook.h"
#include "rules/source_ranks.h"
#include "rules/thresholds.h"

namespace tally {

struct CompareSettings {
  const Thresholds& limits;
  const Phrasebook& say;
  const SourceRanks& ranks;
};

}  // namespace tally
