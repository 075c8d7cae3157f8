// HTML, as browsers take it, to passages (document/html_parser.h). Read: the text of the article
// (document/main_text.h), headings, captions, images' descriptions, tables (document/table.h), the page's
// title and summary where they say something else. Not read: scripts, styles, comments, code, hidden and
// struck-out text, footnote marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document_words.h"
#include "document/passage.h"

namespace tally {

struct HtmlPage {
  // What <meta> and <title> say comes first; the headline has Role::kHeading1, the date Role::kPublished.
  std::vector<Passage> passages;
  std::string published_time;  // "20:09+08:00"
  std::string source;
  std::string author;
  std::string url;
  std::string language;  // as <html lang> has it: "zh-Hant-TW"
  // Passages that are not of the article and were not taken.
  std::size_t passed_over = 0;
};

// Reads raw[start, raw.size()), which may hold any bytes. Linear in the page. Problems are added to
// `problems`.
HtmlPage ReadHtml(std::string_view raw, std::size_t start, const DocumentWords& words,
                  std::vector<std::string>& problems);

}  // namespace tally
