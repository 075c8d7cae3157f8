// A quote inside its sentence, ready to show: visible text (see visible_text.h) on one line, cut to a width.
#pragma once

#include <string>

#include "claims/claim.h"

namespace tally {

struct Excerpt {
  std::string before;
  std::string quote;
  std::string after;
};

// `columns` is the terminal width that is kept on each side of the quote; a cut side begins or ends with "…".
Excerpt MakeExcerpt(const Claim& claim, int columns);

}  // namespace tally
