// Which format a text is in: by the name's ending where that says it, otherwise by what a reader would
// recognise.
#pragma once

#include <string_view>

namespace tally {

enum class Format { kMarkdown, kHtml, kPlainText };

// `content` is the file without a byte order mark.
//   .md, .markdown, .mdown, .mkd           Markdown
//   .html, .htm, .xhtml                     HTML
//   any other name                          HTML where it begins with <!doctype html, <html, or <?xml and one
//                                           of those, or with a block element that is closed again
//                                           Markdown where it begins with front matter, or has one of: an
//   image ![](…), a
//                                           heading (# …) on its first line, two headings, a heading and a
//                                           link or **…**, two links [](…), two **…**
//   otherwise                               plain text
// The bar is high because Markdown joins lines: a plain text taken for Markdown would run its paragraphs
// together, while Markdown taken for plain text only keeps some marks.
Format DetectFormat(std::string_view path, std::string_view content);

}  // namespace tally
