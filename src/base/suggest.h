// "did you mean": the nearest of the words that would have been right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tally {

// The word with the smallest edit distance (Damerau-Levenshtein in code points, ASCII case aside), where it
// is near enough to be a slip of the fingers: up to a third of the letters, and at least one. Empty where
// none is.
std::string Nearest(std::string_view typed, const std::vector<std::string>& words);

// "; did you mean 'extract'?", or nothing.
std::string DidYouMean(std::string_view typed, const std::vector<std::string>& words);

}  // namespace tally
