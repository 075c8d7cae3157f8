// Tells whether a plain text is hard-wrapped, and where its paragraphs begin and end.
#pragma once

#include <string_view>
#include <vector>

#include "document/document_words.h"
#include "document/passage.h"

namespace tally {

// The lines of a text without their line ends (\n, \r\n, \r) and without blanks at their ends, as bytes of
// `raw`.
std::vector<Span> SplitLines(std::string_view raw, std::size_t start);

// The paragraphs of a plain text, each a list of neighbouring lines. In a text that is not wrapped every line
// is one, unless it breaks off: in the middle of a figure (rules/words/figure_tails.txt), at a comma, before
// a small letter.
std::vector<std::vector<Span>> FindParagraphs(std::string_view raw, const std::vector<Span>& lines,
                                              const DocumentWords& words);

}  // namespace tally
