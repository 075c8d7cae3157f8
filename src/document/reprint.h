// Whom a text was taken from, as it says itself: 转载自…, "first published in …", "(Reuters)".
#pragma once

#include <string_view>

#include "document/document.h"
#include "document/document_words.h"

namespace tally {

// Fills document.publication.origin; to be called after ReadPublication. `publisher` is who publishes the
// page, where something other than its text says so (front matter, the head of an HTML page), otherwise
// empty. What says where a text is from:
//   1. a label of rules/words/reprint_marks.txt in a short line near the head or the foot; one with the value
//      "source" (来源: …) stands for a reprint only where the publisher is known to be another;
//   2. the agency of a dateline ("新华社北京5月8日电", "LONDON, May 5 (Reuters) -");
//   3. an agency in brackets, at the beginning of a paragraph near the head with a dash behind it, or alone
//      near the foot.
// A publisher that names itself takes from nobody.
void ReadReprint(Document& document, std::string_view publisher, const DocumentWords& words);

}  // namespace tally
