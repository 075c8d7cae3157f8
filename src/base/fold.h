// Folding: one code point to one code point, so that a rule is written once for all writings. Traditional Han
// become Simplified (OpenCC's character table), full-width forms their ASCII twins, blanks of every kind
// U+0020, the dots inside transliterated names U+00B7, short dashes '-', curly apostrophes '\''. The sentence
// marks 。，、 keep their own form: a Chinese comma never groups digits. Case is kept.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// The folded code point, or 0 where the character is invisible and drops out (zero-width, variation
// selectors, bidirectional controls).
char32_t FoldCodePoint(char32_t c);

// Folds a whole text (for the words of rule files; documents fold with a map, see document/folded_text.h).
std::string Fold(std::string_view text);

}  // namespace tally
