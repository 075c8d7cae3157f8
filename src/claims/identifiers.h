// Digits that are no numbers: what is written with them is a name or a code (GPT-4, A100, Microsoft 365), a
// time of day, the number of a picture, an address. The readers pass over them; they are listed so that one
// can see that nothing else was.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "claims/claim.h"
#include "document/document.h"

namespace tally {

struct Identifier {
  Span span;  // bytes of the original file
  LineColumn begin;
  std::string quote;    // the word with its digits, as printed
  std::string context;  // what stands around it
};

// The words with ASCII digits in the document's blocks that no claim covers, in the order of the text.
// `claims` are all that was read from the document, claimed or not. Linear in the text.
std::vector<Identifier> FindIdentifiers(const Document& document, const std::vector<Claim>& claims);

}  // namespace tally
