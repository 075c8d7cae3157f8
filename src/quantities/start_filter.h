// Where may something begin? Tables over the first characters of all words that the readers know, asked at
// each character before any reader is; most of a text ends here. May say yes too often, never no wrongly.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>

#include "base/lexicon.h"

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

  bool LatinMayBegin(std::string_view text, std::size_t at) const;
  bool WordMayBegin(std::string_view text, std::size_t at, char32_t first, std::size_t length) const;

  std::array<std::uint8_t, 256> classes_;
  std::bitset<kLetterKeys> latin_;  // by LettersAt
  // Spellings that begin with a word of one or two letters and a blank: that word, and it with the next one.
  std::bitset<kLetterKeys> latin_firsts_;
  std::bitset<0x10000> latin_pairs_;
  std::bitset<0x10000> first_;         // characters that any word begins with
  std::bitset<0x10000> digit_second_;  // characters that a digit may follow in a word
  std::bitset<0x10000> one_;           // words of one character
  std::bitset<0x10000> two_;           // words of two, by a hash of them
  std::bitset<0x10000> three_;         // longer ones, by a hash of the first three
};

}  // namespace tally
