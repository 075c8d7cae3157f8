// What stands between a cue and its figure, or around them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

// How far apart two words stand, in Han characters; two Latin letters count as one, because a Latin word is
// longer.
std::size_t Distance(std::string_view gap);

// As everywhere in the rules, the case of letters does not count; `text` is in small ones.
bool HoldsAny(std::string_view text, const std::vector<std::string>& words);

}  // namespace tally
