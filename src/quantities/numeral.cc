// Arabic digits, and which grammar goes on behind them.
#include "quantities/numeral.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/utf8.h"
#include "quantities/digits.h"
#include "quantities/english_numeral.h"
#include "quantities/han_numeral.h"

namespace tally {
namespace {

// 2 1/2: parts of one that are printed beside a whole number have small denominators.
constexpr int kLargestMixedDenominator = 16;
// The places that a part which does not end (⅓) is computed to.
constexpr int kPartDigits = 12;

NumeralReader::Word DecodeWord(const std::string& value) {
  using Kind = NumeralReader::Word::Kind;
  if (value == "article") return {Kind::kArticle, 1, 1};
  if (value == "and") return {Kind::kAnd, 0, 0};
  if (value == "point") return {Kind::kPoint, 0, 0};
  if (value == "dozen") return {Kind::kDozen, 12, 12};
  auto slash = value.find('/');
  auto dash = value.find('-');
  auto cut = std::min(slash, dash);
  auto first = Decimal::Parse(value.substr(0, cut));
  auto second = cut == std::string::npos ? first : Decimal::Parse(value.substr(cut + 1));
  if (!first || !second || second->is_negative() || (slash != std::string::npos && second->is_zero())) {
    throw UserError(fmt::format(
        "words/number_words.txt: the value '{}' is not a number, A-B, 1/N, article, and, point or "
        "dozen",
        value));
  }
  if (slash != std::string::npos) return {Kind::kPart, *second, *second};
  return {dash == std::string::npos ? Kind::kCardinal : Kind::kVague, *first, *second};
}

// A small whole number at text[at] with exactly these many digits at most; -1 where there is none.
int SmallNumber(std::string_view text, std::size_t at, std::size_t& end) {
  int value = 0;
  end = at;
  while (end < text.size() && IsAsciiDigit(text[end]) && end - at < 3)
    value = value * 10 + (text[end++] - '0');
  bool whole = end > at && (end >= text.size() || !IsAsciiDigit(text[end]));
  return whole ? value : -1;
}

void AddPart(const Decimal& numerator, const Decimal& denominator, Numeral& numeral) {
  numeral.lo = numeral.lo + numerator.Quotient(denominator, kPartDigits, Decimal::Round::kDown);
  numeral.hi = numeral.hi + numerator.Quotient(denominator, kPartDigits, Decimal::Round::kUp);
  numeral.last_place = numeral.lo.last_digit_exponent();
}

// 2½, 2 1/2
void ReadMixed(std::string_view text, Numeral& numeral) {
  std::size_t at = numeral.text.end;
  if (auto vulgar = ReadVulgarFraction(text, at)) {
    AddPart(vulgar->numerator, vulgar->denominator, numeral);
    numeral.text.end = at + vulgar->length;
    return;
  }
  while (at < text.size() && text[at] == ' ') ++at;
  if (at == numeral.text.end) return;
  std::size_t end;
  int numerator = SmallNumber(text, at, end);
  if (numerator <= 0 || end >= text.size() || text[end] != '/') return;
  int denominator = SmallNumber(text, end + 1, end);
  bool part = denominator > numerator && denominator <= kLargestMixedDenominator;
  if (!part || (end < text.size() && (text[end] == '/' || IsAsciiAlpha(text[end])))) return;
  AddPart(numerator, denominator, numeral);
  numeral.text.end = end;
}

}  // namespace

NumeralReader::NumeralReader(const RuleSet& rules)
    : scales_(rules.UnitsOf("scales")), words_(rules.Words("number_words")) {
  for (const std::string& value : words_.values) decoded_.push_back(DecodeWord(value));
}

std::optional<Numeral> NumeralReader::Read(std::string_view text, std::size_t at) const {
  char c = text[at];
  if (IsAsciiAlpha(c)) return ReadWords(text, at);
  bool point = c == '.' && at + 1 < text.size() && IsAsciiDigit(text[at + 1]);
  if (IsAsciiDigit(c) || point) return ReadArabic(text, at);
  if (auto vulgar = ReadVulgarFraction(text, at)) {
    Numeral numeral;
    numeral.text = {at, at + vulgar->length};
    AddPart(vulgar->numerator, vulgar->denominator, numeral);
    numeral.fraction = true;
    ReadEnglishScale(text, numeral);
    return numeral;
  }
  if (!IsHanNumeralStart(DecodeUtf8(text, at).value)) return std::nullopt;
  return ReadHanNumeral(text, at);
}

std::optional<Numeral> NumeralReader::ReadArabic(std::string_view text, std::size_t at) const {
  auto run = ReadDigits(text, at);
  if (!run) return std::nullopt;
  // A Han unit may go on behind digits, a blank between.
  std::size_t next = run->end;
  while (next < text.size() && text[next] == ' ') ++next;
  bool wide = next < text.size() && static_cast<unsigned char>(text[next]) >= 0x80;
  if (wide && text[at] != '.' && !ReadVulgarFraction(text, run->end)) return ReadHanNumeral(text, at);
  std::optional<Numeral> read(std::in_place);
  Numeral& numeral = *read;
  numeral.text = {at, run->end};
  numeral.lo = numeral.hi = run->value;
  numeral.last_place = -run->fraction;
  numeral.leading_zero = run->leading_zero;
  numeral.grouped = run->grouped;
  numeral.whole_digits = run->whole_digits;
  bool mixed = wide || (next < text.size() && IsAsciiDigit(text[next]));
  if (mixed && run->fraction == 0 && run->whole_digits <= 3) ReadMixed(text, numeral);
  // Where nothing but a word stands behind, it must be a scale or a dozen.
  if (!mixed) {
    if (next >= text.size()) return read;
    bool scale = text[next] == '-' || scales_.lexicon.MayBegin(text, next);
    if (!scale && AsciiLower(text[next]) != 'd') return read;
  }
  if (ReadEnglishScale(text, numeral)) {
    read = EnglishNumeral(text, words_.lexicon, decoded_, scales_).Continue(numeral);
  } else {
    ReadDozen(text, numeral);
  }
  return read;
}

std::optional<Numeral> NumeralReader::ReadWords(std::string_view text, std::size_t at) const {
  return EnglishNumeral(text, words_.lexicon, decoded_, scales_).Read(at);
}

// 3 dozen, 2 dozens
void NumeralReader::ReadDozen(std::string_view text, Numeral& n) const {
  std::size_t next = n.text.end;
  if (n.scaled || next + 1 >= text.size() || text[next] != ' ' || AsciiLower(text[next + 1]) != 'd') return;
  auto hit = words_.lexicon.Longest(text, next + 1);
  if (!hit || decoded_[hit->value].kind != Word::Kind::kDozen) return;
  n.lo = n.lo * decoded_[hit->value].lo;
  n.hi = n.hi * decoded_[hit->value].hi;
  n.text.end = next + 1 + hit->length;
}

// The scale behind digits, or behind ½. True for a word in full, behind which the numeral may go on.
bool NumeralReader::ReadEnglishScale(std::string_view text, Numeral& n) const {
  std::size_t at = n.text.end;
  std::size_t next = at;
  if (next < text.size() && (text[next] == ' ' || text[next] == '-')) ++next;
  if (next >= text.size() || !IsAsciiAlpha(text[next])) return false;
  bool attached = next == at;
  auto hit = attached ? scales_.lexicon.LongestLoose(text, at) : scales_.lexicon.Longest(text, next);
  if (!hit || !IsWordEdge(text, next + hit->length)) return false;
  // "5 m" is metres or nothing; "2.33 k" and "$13 B" are amounts where the figure cannot be a measure's.
  bool letter = hit->length == 1;
  char c = text[next];
  if (letter && !attached && (text[at] != ' ' || (c != 'k' && c != 'K' && c != 'M' && c != 'B')))
    return false;
  // 155mm is a measure; US$1MM is an amount.
  if (hit->length == 2 && text[next] == 'm' && text[next + 1] == 'm') return false;
  const Decimal& factor = scales_.units[hit->value].factor;
  n.letter = letter;
  n.lo = n.lo * factor;
  n.hi = n.hi * factor;
  n.last_place += factor.first_digit_exponent();
  n.scale_power = n.closing_power = factor.first_digit_exponent();
  n.scaled = true;
  n.fraction = false;
  n.text.end = next + hit->length;
  return hit->length >= 4;
}

}  // namespace tally
