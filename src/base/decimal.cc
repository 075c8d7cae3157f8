#include "base/decimal.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace tally {
namespace {

using Integer = boost::multiprecision::cpp_int;

constexpr std::int64_t kPowers[] = {1,
                                    10,
                                    100,
                                    1'000,
                                    10'000,
                                    100'000,
                                    1'000'000,
                                    10'000'000,
                                    100'000'000,
                                    1'000'000'000,
                                    10'000'000'000,
                                    100'000'000'000,
                                    1'000'000'000'000,
                                    10'000'000'000'000,
                                    100'000'000'000'000,
                                    1'000'000'000'000'000,
                                    10'000'000'000'000'000,
                                    100'000'000'000'000'000,
                                    1'000'000'000'000'000'000};
constexpr int kWordDigits = 18;

Integer PowerOfTen(int power) {
  if (power <= kWordDigits) return kPowers[power];
  return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(power));
}

}  // namespace

void Decimal::Drop() const {
  if (coefficient_.big->holders.fetch_sub(1, std::memory_order_acq_rel) == 1) delete coefficient_.big;
}

bool Decimal::SameBig(const Decimal& other) const {
  return coefficient_.big->value == other.coefficient_.big->value;
}

bool Decimal::IsNegativeBig() const { return coefficient_.big->value < 0; }

// What fits a word always is one, so that equal numbers have equal parts.
Decimal Decimal::OfInteger(Integer coefficient, int exponent) {
  auto fits = [](const Integer& value) {
    return value <= std::numeric_limits<std::int64_t>::max() &&
           value >= std::numeric_limits<std::int64_t>::min();
  };
  if (fits(coefficient)) return OfWord(static_cast<std::int64_t>(coefficient), exponent);
  Integer quotient;
  Integer remainder;
  while (true) {
    boost::multiprecision::divide_qr(coefficient, Integer(10), quotient, remainder);
    if (remainder != 0) break;
    coefficient = quotient;
    ++exponent;
  }
  if (fits(coefficient)) return OfWord(static_cast<std::int64_t>(coefficient), exponent);
  Decimal decimal;
  decimal.coefficient_.big = new Big(std::move(coefficient));
  decimal.big_ = true;
  decimal.exponent_ = exponent;
  return decimal;
}

std::optional<std::int64_t> Decimal::WordScaled(int power) const {
  std::int64_t scaled;
  if (big_ || power > kWordDigits || __builtin_mul_overflow(word(), kPowers[power], &scaled))
    return std::nullopt;
  return scaled;
}

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  std::int64_t word = 0;
  int exponent = 0;
  int count = 0;
  bool point = false;
  for (char c : text) {
    if (c == '.' && !point && count > 0) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      if (++count > kMaxDigits) return std::nullopt;
      if (count <= kWordDigits) word = word * 10 + (c - '0');
      if (point) --exponent;
    } else {
      return std::nullopt;
    }
  }
  if (count == 0 || text.back() == '.') return std::nullopt;
  if (count <= kWordDigits) return OfWord(negative ? -word : word, exponent);
  std::string digits(text);
  std::erase(digits, '.');
  // A leading 0 would make Boost read the string as octal.
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  Integer coefficient(digits);
  if (negative) coefficient = -coefficient;
  return OfInteger(std::move(coefficient), exponent);
}

// Negation keeps the coefficient normalised.
Decimal Decimal::operator-() const {
  // The smallest word has no twin among the words, nor the integer beyond the largest.
  if (big_ || word() == std::numeric_limits<std::int64_t>::min()) return OfInteger(-coefficient(), exponent_);
  Decimal negative = *this;
  negative.coefficient_.word = -word();
  return negative;
}

Decimal Decimal::operator+(const Decimal& other) const {
  if (!big_ && !other.big_) {
    if (word() == 0) return other;
    if (other.word() == 0) return *this;
    const Decimal& coarse = exponent_ < other.exponent_ ? other : *this;
    const Decimal& fine = exponent_ < other.exponent_ ? *this : other;
    int steps = coarse.exponent_ - fine.exponent_;
    std::int64_t sum;
    if (steps <= kWordDigits && !__builtin_mul_overflow(coarse.word(), kPowers[steps], &sum) &&
        !__builtin_add_overflow(sum, fine.word(), &sum))
      return OfWord(sum, fine.exponent_);
  }
  if (is_zero()) return other;
  if (other.is_zero()) return *this;
  int exponent = std::min(exponent_, other.exponent_);
  return OfInteger(coefficient() * PowerOfTen(exponent_ - exponent) +
                       other.coefficient() * PowerOfTen(other.exponent_ - exponent),
                   exponent);
}

Decimal Decimal::operator-(const Decimal& other) const {
  if (other.big_ || other.word() == std::numeric_limits<std::int64_t>::min()) return *this + -other;
  Decimal negative;
  negative.coefficient_.word = -other.word();
  negative.exponent_ = other.exponent_;
  return *this + negative;
}

Decimal Decimal::BigProduct(const Decimal& other) const {
  return OfInteger(coefficient() * other.coefficient(), exponent_ + other.exponent_);
}

Decimal Decimal::Quotient(const Decimal& divisor, int digits, Round round) const {
  Integer numerator = coefficient();
  Integer denominator = divisor.coefficient();
  int shift = exponent_ - divisor.exponent_ + digits;
  (shift >= 0 ? numerator : denominator) *= PowerOfTen(std::abs(shift));
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  Integer quotient;
  Integer remainder;
  boost::multiprecision::divide_qr(numerator, denominator, quotient, remainder);
  // cpp_int truncates toward zero; the remainder has the sign of the numerator.
  if (round == Round::kUp && remainder > 0) ++quotient;
  if (round == Round::kDown && remainder < 0) --quotient;
  return OfInteger(std::move(quotient), -digits);
}

std::strong_ordering Decimal::Compare(const Decimal& other) const {
  int exponent = std::min(exponent_, other.exponent_);
  auto here = WordScaled(exponent_ - exponent);
  auto there = other.WordScaled(other.exponent_ - exponent);
  if (here && there) return *here <=> *there;
  Integer left = coefficient() * PowerOfTen(exponent_ - exponent);
  Integer right = other.coefficient() * PowerOfTen(other.exponent_ - exponent);
  int order = left.compare(right);
  return order < 0   ? std::strong_ordering::less
         : order > 0 ? std::strong_ordering::greater
                     : std::strong_ordering::equal;
}

int Decimal::first_digit_exponent() const {
  if (is_zero()) return 0;
  int digits = 1;
  if (big_) {
    digits = static_cast<int>(coefficient_.big->value.str().size()) - (is_negative() ? 1 : 0);
  } else {
    auto bits = static_cast<std::uint64_t>(word());
    std::uint64_t magnitude = word() < 0 ? 0 - bits : bits;
    while (digits <= kWordDigits && magnitude >= static_cast<std::uint64_t>(kPowers[digits])) ++digits;
  }
  return exponent_ + digits - 1;
}

std::string Decimal::ToString() const {
  bool negative = is_negative();
  std::string digits = big_ ? coefficient_.big->value.str() : std::to_string(word());
  if (negative) digits.erase(0, 1);
  if (exponent_ >= 0) {
    digits.append(is_zero() ? 0 : static_cast<std::size_t>(exponent_), '0');
  } else {
    auto places = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places - digits.size() + 1, '0');
    digits.insert(digits.size() - places, ".");
  }
  return negative ? "-" + digits : digits;
}

}  // namespace tally
