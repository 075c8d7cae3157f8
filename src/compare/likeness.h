// Do two figures stand in like words? What a text says again it says in words that it has used. Pure;
// thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claims/claim.h"

namespace tally {

// What stands around a figure in its sentence: pairs of neighbouring Han characters and words of Latin
// letters, folded, without digits and without the figure itself; sorted, each once.
std::vector<std::string> WordsAround(const Claim& claim);

// Of two sorted lists.
std::size_t SharedWords(const std::vector<std::string>& a, const std::vector<std::string>& b);

// Nearly the same clause with a word in the place of another is a contrast (fined in Italy, fined in Spain):
// whoever tells a fact again without copying changes more, and whoever copies it nothing.
bool AreContrasted(const Claim& a, const Claim& b);

// Told next to each other two figures are contrasted (this year and last, these and those); a text that
// states one fact again does so elsewhere, or in its title, its front matter or a caption.
bool AreToldTogether(const Claim& a, const Claim& b);

// Han characters on each side of a figure; two Latin letters count as one, as in the rules' cues.
inline constexpr std::size_t kLikenessReach = 24;
// Shorter Latin words join others (with, that, from) and name nothing.
inline constexpr std::size_t kLeastWordLetters = 5;
// Unmatched words that make a contrast: Latin words of three letters (an article or a preposition names
// nothing), or two Han characters (a synonym changes one: 通胀 and 通膨).
inline constexpr std::size_t kLeastOwnLetters = 3;
inline constexpr std::size_t kLeastOwnHan = 2;
// About three sentences in Chinese, two in English.
inline constexpr std::size_t kContrastBytes = 240;

}  // namespace tally
