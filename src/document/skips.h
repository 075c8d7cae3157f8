// Finds the parts of a text that are not prose: addresses in any text, the templates of site generators,
// comments and scripts in Markdown. Each search is linear in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/passage.h"

namespace tally {

// http://, https://, ftp:// and www. addresses (RFC 3986 characters; brackets must balance; sentence marks at
// the end belong to the sentence). An address ends where Chinese text begins. Positions count from the start
// of `text`.
Skips FindUrls(std::string_view text);

// What a Markdown page holds beside prose and addresses: Hugo shortcodes {{< >}} {{% %}}, Jekyll tags {% %}
// and {{ }}, attributes {#id} {:.class}, footnote marks [^1], comments, scripts and styles. Unclosed ones are
// text.
Skips FindTemplates(std::string_view text);

// A problem for each kind of template that is opened and is none of `templates`, where it first is: with a
// slip of the pen an article may say what no one meant to be read.
std::vector<std::string> FindUnclosed(std::string_view text, const Skips& templates);

// The marks of footnotes and sources right behind a word or a figure: 130[1], 增長5%[2][3].
Skips FindFootnoteMarks(std::string_view text);

// Both lists as one, sorted; of two that overlap, the one that begins first stays.
Skips MergeSkips(Skips a, const Skips& b);

}  // namespace tally
