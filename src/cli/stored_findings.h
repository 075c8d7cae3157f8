// Findings of the comparison in the form in which the database keeps them, and the texts of the database that
// follow each other in the form in which the comparison takes them.
#pragma once

#include <vector>

#include "compare/finding.h"
#include "compare/revised.h"
#include "store/finding_store.h"
#include "store/succession.h"

namespace tally {

StoredFinding ToStored(const Finding& finding);

TextChange ToTextChange(Succession succession);
// Of all versions in the database.
std::vector<TextChange> LoadTextChanges(const ClaimStore& store);

}  // namespace tally
