// What the comparison is told beside the claims: how strict to be, and in which language to speak.
#pragma once

#include "compare/phrasebook.h"
#include "rules/thresholds.h"

namespace tally {

struct CompareSettings {
  const Thresholds& limits;
  const Phrasebook& say;
};

}  // namespace tally
