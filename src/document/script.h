// Which script a text is written in, and which language.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace tally {

struct Writing {
  // Latin where Latin words outnumber Han characters; else Traditional where characters that only Traditional
  // text has outnumber those that only Simplified text has; else Simplified.
  Script script = Script::kLatin;
  std::string_view language;  // as LanguageOf tells it of a text
};
// Reads the original text of the document's blocks, of a long document only the beginning.
Writing DetectWriting(const Document& document);
// The script of a part of a text: a sentence, a title.
Script ScriptOf(std::string_view text);
// The language that texts in the script are taken for, as BCP 47: "en", "zh-Hans", "zh-Hant".
std::string_view LanguageOf(Script script);
// The same for a text, and "ja" where at least one letter in five is kana: Japanese writes most of its words
// with them, and Chinese none.
std::string_view LanguageOf(std::string_view text);
// What a page says of its language as BCP 47 writes it: zh_TW, zh-tw are "zh-TW", ZH-hant "zh-Hant". Empty
// where it is no language tag.
std::string LanguageTag(std::string_view printed);

}  // namespace tally
