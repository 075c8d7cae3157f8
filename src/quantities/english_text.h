// Small looks at a text that all parts of the English date reader share.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/utf8.h"
#include "quantities/blanks.h"

namespace tally {

// `at` after blanks, a comma and one opening bracket.
std::size_t SkipBlanksAndCommas(std::string_view text, std::size_t at);
// The place behind `word` and its blank where it begins at `at`, else `at`.
std::size_t SkipThisWord(std::string_view text, std::size_t at, std::string_view word);
inline std::size_t SkipWord(std::string_view text, std::size_t at, std::string_view word) {
  return at < text.size() && AsciiLower(text[at]) == word.front() ? SkipThisWord(text, at, word) : at;
}
// The place behind "the ", else `at`.
inline std::size_t SkipThe(std::string_view text, std::size_t at) { return SkipWord(text, at, "the"); }
// The place behind " to ", "-", " through " and the like, which join the ends of a range, else `at`; with
// `and_too` also behind " and ".
std::size_t SkipJoiner(std::string_view text, std::size_t at, bool and_too);
// Whether `word` (lower case) ends directly before `at`, one blank between.
bool EndsInWord(std::string_view text, std::size_t at, std::string_view word);
inline bool FollowsWord(std::string_view text, std::size_t at, std::string_view word) {
  return at > word.size() && text[at - 1] == ' ' && AsciiLower(text[at - 2]) == word.back() &&
         EndsInWord(text, at, word);
}
// The number of a row of digits, at most nine.
int DigitsToInt(std::string_view digits);

}  // namespace tally
