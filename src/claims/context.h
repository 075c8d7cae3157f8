// What stands around a figure, as it is read: without markup, in the characters of the article.
#pragma once

#include <cstddef>
#include <string>

#include "claims/sentence.h"
#include "document/document.h"

namespace tally {

struct ClaimContext {
  std::string text;
  std::size_t quote = 0;  // where the quote begins in it; the quote's own bytes are as the file has them
};

// The sentence of the figure, or what stands around it where the sentence is longer than anyone reads. In a
// table, the row with its heads.
ClaimContext ContextOf(const Document& document, const Sentence& sentence, const Quantity& quantity);

}  // namespace tally
