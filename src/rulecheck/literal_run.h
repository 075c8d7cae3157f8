// How much of a text a phrase prescribes word for word. A phrase with a long run of fixed characters was
// written for one sentence, not for the language.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// The longest run that a rule may have, in code points: room for the long words of English, none for a
// clause of Chinese.
inline constexpr std::size_t kLongestLiteralRun = 12;

// The longest run of characters that stand fixed in a phrase: between slots, gaps and blanks; of a group,
// its longest alternative with the fixed characters on both sides.
std::string LongestLiteralRun(std::string_view phrase);

}  // namespace tally
