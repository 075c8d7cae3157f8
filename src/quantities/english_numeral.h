// The grammar of numbers in English words: thirteen billion, two and a half million, half a million, one
// hundred and twenty, three crore twelve lakh, two thirds, tens of billions, five point five.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/lexicon.h"
#include "quantities/numeral.h"

namespace tally {

class EnglishNumeral {
 public:
  EnglishNumeral(std::string_view text, const Lexicon& words, const std::vector<NumeralReader::Word>& decoded,
                 const RuleSet::UnitTable& scales)
      : text_(text), words_(words), decoded_(decoded), scales_(scales) {}

  // The number whose first word begins at `at`; nullopt where the word is none.
  std::optional<Numeral> Read(std::size_t at);
  // What goes on behind digits and a scale word: 3 hundred and 21, 3 million and a half.
  Numeral Continue(const Numeral& begun);

 private:
  using Word = NumeralReader::Word;
  struct Token {
    const Word* word = nullptr;      // a number word
    const Decimal* scale = nullptr;  // a scale word
    std::optional<Decimal> digits;   // a digit run
    std::size_t start = 0;
    std::size_t end = 0;
    bool plural = false;
  };
  std::optional<Token> TokenAt(std::size_t at, bool digits) const;
  std::optional<Token> After(std::size_t end, bool digits) const;
  bool Take(const Token& token);
  bool TakeCardinal(const Decimal& value, std::size_t end);
  bool TakeScale(const Token& token);
  bool TakePart(const Token& token);
  bool TakeAnd(const Token& token);
  bool TakeWithoutPart(const Token& token, const Token& following);
  bool TakePoint(const Token& token);
  bool TakeArticle(const Token& token);
  // "half a million", "a quarter of a billion": where the scale ends, and its factor.
  std::optional<Token> ScaleOf(std::size_t end) const;
  bool BeforeItsWhole(std::size_t end) const;
  void Loop(std::size_t at);
  Numeral Finish();

  std::string_view text_;
  const Lexicon& words_;
  const std::vector<Word>& decoded_;
  const RuleSet::UnitTable& scales_;

  Numeral n_;
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  Decimal total_lo_, total_hi_;  // closed by thousand and above
  Decimal lo_, hi_;              // below the next scale
  Decimal last_scale_ = 1;       // of what total_ was closed by
  bool group_ = false;           // lo_, hi_ hold something
  bool figure_ = false;          // more than an article
  bool article_ = false;         // of a dozen or a part
  bool after_scale_ = false;
  bool over_ = false;
};

}  // namespace tally
