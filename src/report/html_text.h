// Text of documents for an HTML page.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// Visible text (visible_text.h) with & < > " ' as references: safe in element content and in quoted
// attributes.
std::string HtmlText(std::string_view text);
// The same for text that must keep its blanks: paths, ids.
std::string HtmlPath(std::string_view path);

// The language to mark a text with, guessed from its characters: "zh-Hant" where enough of them differ from
// their Simplified form, else "zh-Hans", or "zh" where the text is too short to say; "ja" with kana; empty
// for all else.
std::string_view GuessLanguage(std::string_view text);

}  // namespace tally
