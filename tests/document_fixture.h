// Reads a text as the program does, with the project's own word lists, and shows the document as a few lines.
#pragma once

#include <string>

#include "document/read_document.h"

namespace tally {

// The lists of rules/words/, read once.
const DocumentWords& TestWords();
Document Read(std::string path, std::string raw);
// A line for each block: "body: one sentence.|another." (folded; headings as "body#").
std::string Show(const Document& document);
// "2025-05-08 from '2025-05-08'; at 09:04; source X; author Y; url Z", without what is empty; "~" before an
// estimated date.
std::string ShowPublication(const Document& document);

}  // namespace tally
