// Markdown (CommonMark and tables, by md4c) to passages. Read: headings, paragraphs, list items, quotes,
// tables (document/table.h), link texts, image descriptions and <figcaption> (as captions), footnotes and
// definitions (each a passage of its own), text inside HTML tags. Not read: code, addresses, tags, templates,
// struck-out text, the marks of tasks, footnotes and alerts.
#pragma once

#include <string_view>
#include <vector>

#include "document/document_words.h"
#include "document/markdown_marks.h"
#include "document/passage.h"

namespace tally {

// Reads raw[start, raw.size()). `words` tell the notes of tables. `urls` and `templates` (document/skips.h)
// and `marks` are hidden from the Markdown parser, so that an underscore in an address is no emphasis.
// Problems that stop the parser are added to `problems`.
std::vector<Passage> ReadMarkdown(std::string_view raw, std::size_t start, const Skips& urls,
                                  const Skips& templates, const MarkdownMarks& marks,
                                  const DocumentWords& words, std::vector<std::string>& problems);

}  // namespace tally
