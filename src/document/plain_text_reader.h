// Plain text to passages: a passage for each paragraph (see document/line_wrap.h for what that is).
#pragma once

#include <string_view>
#include <vector>

#include "document/document_words.h"
#include "document/passage.h"

namespace tally {

// Reads raw[start, raw.size()). A short first line above other text, which is no sentence, gets
// Field::kTitle; a site's menu above it does not count.
std::vector<Passage> ReadPlainText(std::string_view raw, std::size_t start, const DocumentWords& words);

}  // namespace tally
