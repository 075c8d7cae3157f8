// Which script a text is written in, and which language.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace tally {

// Latin where Latin words outnumber Han characters; else Traditional where characters that only Traditional
// text has outnumber those that only Simplified text has; else Simplified. Reads the original text of the
// document's blocks, of a long document only the beginning.
Script DetectScript(const Document& document);
// The same for a part of a text: a sentence, a title.
Script ScriptOf(std::string_view text);
// The language that texts in the script are taken for, as BCP 47: "en", "zh-Hans", "zh-Hant".
std::string_view LanguageOf(Script script);
// The same for a text, and "ja" where at least one letter in five is kana: Japanese writes most of its words
// with them, and Chinese none.
std::string_view LanguageOf(std::string_view text);
// Of the document's blocks, as DetectScript reads them.
std::string_view DetectLanguage(const Document& document);
// What a page says of its language as BCP 47 writes it: zh_TW, zh-tw are "zh-TW", ZH-hant "zh-Hant". Empty
// where it is no language tag.
std::string LanguageTag(std::string_view printed);

}  // namespace tally
