// Numerals: the figures themselves, without unit. Arabic digits with separators and decimals, Han numerals
// (一百二十, 两, 几, 半), both mixed (28.5 万, 1千3百亿), and English words (thirteen billion, half a
// million, tens of billions).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/span.h"
#include "rules/rule_set.h"

namespace tally {

struct Numeral {
  TextSpan text;
  Decimal lo;  // equal to hi for a figure
  Decimal hi;
  bool vague = false;         // a magnitude without a figure: 数十亿, 千亿, tens of billions
  bool bare = false;          // scale words only: 千亿
  bool open = false;          // 60多, 130余亿: lo up to the next step of the last printed place
  bool scaled = false;        // a scale stands in it: 万, 亿, million, bn
  bool letter = false;        // the scale is a single letter: $5b, 8b
  bool han = false;           // begins with a Han numeral
  bool word = false;          // English words
  bool fraction = false;      // a part of one: half, two thirds, ½; not half a million
  bool leading_zero = false;  // 007
  bool grouped = false;       // 1,234
  int whole_digits = 0;       // printed digits of the first run, before a point
  // Power of ten of the closing scale: 8 for 20 亿, 12 for 3 万亿; 0 where there is no single one.
  int scale_power = 0;
  // The part of it that 万 and above make: 8 for 九百亿, whose scale_power is 10. The same for English
  // scales.
  int closing_power = 0;
  // Power of ten of the last printed digit, the scale counted in: 7 for 3.5 亿, 8 for 130 亿.
  int last_place = 0;
};

// Whether a code point can begin a Han numeral.
bool IsHanNumeralStart(char32_t c);

class NumeralReader {
 public:
  // Throws UserError where a value of words/number_words.txt is not of its form.
  explicit NumeralReader(const RuleSet& rules);

  // The numeral that begins at text[at] (folded text); nullopt where none does, or where it has more than
  // Decimal::kMaxDigits digits. A Latin letter before a digit is not looked at: that is the caller's
  // business.
  std::optional<Numeral> Read(std::string_view text, std::size_t at) const;

  // One row of words/number_words.txt, decoded.
  struct Word {
    enum class Kind { kCardinal, kVague, kPart, kArticle, kAnd, kPoint, kDozen } kind = Kind::kCardinal;
    Decimal lo;  // kPart: the denominator
    Decimal hi;
  };

 private:
  std::optional<Numeral> ReadArabic(std::string_view text, std::size_t at) const;
  std::optional<Numeral> ReadWords(std::string_view text, std::size_t at) const;
  void ReadDozen(std::string_view text, Numeral& numeral) const;
  bool ReadEnglishScale(std::string_view text, Numeral& numeral) const;

  const RuleSet::UnitTable& scales_;
  const WordList& words_;
  std::vector<Word> decoded_;  // by payload of words_
};

}  // namespace tally
