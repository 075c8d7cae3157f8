#include "claims/words_between.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {

std::size_t Distance(std::string_view gap) {
  std::size_t halves = 0;
  for (std::size_t at = 0; at < gap.size();) {
    CodePoint c = DecodeUtf8(gap, at);
    halves += c.value < 0x80 ? 1 : 2;
    at += c.length;
  }
  return (halves + 1) / 2;
}

bool HoldsAny(std::string_view text, const std::vector<std::string>& words) {
  auto holds = [&](std::string_view word) {
    auto same = [](char a, char b) { return a == AsciiLower(b); };
    for (std::size_t at = text.find(AsciiLower(word.front())); at != std::string_view::npos;
         at = text.find(AsciiLower(word.front()), at + 1)) {
      std::string_view here = text.substr(at, word.size());
      if (std::ranges::equal(here, word, same)) return true;
    }
    return false;
  };
  return std::ranges::any_of(words, holds);
}

}  // namespace tally
