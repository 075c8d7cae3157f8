// The hash of a line that GitHub's code scanning follows an alert by, from one version of a file to the next
// (partialFingerprints/primaryLocationLineHash of SARIF). It takes the text from the beginning of the line on
// and knows no line numbers, so that lines put in above change nothing.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace tally {

// Of each of `lines` (from 1) that the text has: 1 to 16 hexadecimal digits, a colon, and which of the lines
// with that hash it is, from 1: "1a2b3c:1". One pass through the text. Empty where the text is not UTF-8:
// what GitHub makes of stray bytes is not ours to guess.
std::map<std::size_t, std::string> LineHashes(std::string_view text, const std::set<std::size_t>& lines);

}  // namespace tally
