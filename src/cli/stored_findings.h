// Findings of the comparison in the form in which the database keeps them.
#pragma once

#include "compare/finding.h"
#include "store/finding_store.h"

namespace tally {

StoredFinding ToStored(const Finding& finding);

}  // namespace tally
