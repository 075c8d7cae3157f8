// Where may something begin? A table over the first bytes of all words that the readers know, asked at each
// character before any reader is; most of a text ends here. May say yes too often, never no wrongly.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tally {

class StartFilter {
 public:
  StartFilter();

  // A word of the rules, folded. Its case does not count.
  void Add(std::string_view word);

  // The first place at or after `at` where a digit, a vulgar fraction or one of the words may begin;
  // text.size() where there is none. A Latin word is looked at where it begins, digits wherever they stand.
  std::size_t Next(std::string_view text, std::size_t at) const;

 private:
  enum Class : std::uint8_t { kOther, kDigit, kLetter, kLead2, kLead3, kCandidate };

  static std::uint32_t LatinKey(std::string_view text, std::size_t at);

  std::array<std::uint8_t, 256> classes_;
  std::vector<bool> han_;                          // by code point, U+0000..U+FFFF
  std::array<std::uint64_t, 32768 / 64> latin_{};  // by LatinKey
};

}  // namespace tally
