// A claim before and after the rules: the place and the value of a figure, and what is settled when all is
// read.
#pragma once

#include "claims/claim.h"
#include "claims/sentence.h"
#include "document/document.h"
#include "quantities/quantity.h"

namespace tally {

// What is known of a quantity of `sentence` before any rule: its place in the file (bytes, and line and
// column), its quote with the words around it, its value, and when the document says so. It claims nothing
// yet.
Claim BareClaim(const Document& document, const Sentence& sentence, const Quantity& quantity);

// The last step for a claim: its confidence brought within 0 to 100, and its id, which depends on the bytes
// of the document, the place, the predicate and the value alone.
void FinishClaim(Claim& claim);

// What is known of a document beside its claims; the numbers seen and unread are still to be counted.
DocumentInfo InfoOf(const Document& document);

}  // namespace tally
