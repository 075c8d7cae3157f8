// Which script a text is written in.
#pragma once

#include <string_view>

#include "document/document.h"

namespace tally {

// Latin where Latin words outnumber Han characters; else Traditional where characters that only Traditional
// text has outnumber those that only Simplified text has; else Simplified. Reads the original text of the
// document's blocks, of a long document only the beginning.
Script DetectScript(const Document& document);

}  // namespace tally
