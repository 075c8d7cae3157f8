#include "base/decimal.h"

#include <algorithm>
#include <cstdlib>

namespace tally {
namespace {

using Integer = boost::multiprecision::cpp_int;

// Nearly every number of a text fits a machine word; the general path is the same arithmetic in cpp_int.
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

// The value of an integer of at most 18 digits.
std::optional<std::int64_t> Word(const Integer& value) {
  const auto& limbs = value.backend();
  if (limbs.size() != 1 || *limbs.limbs() >= static_cast<std::uint64_t>(kPowers[kWordDigits]))
    return std::nullopt;
  auto magnitude = static_cast<std::int64_t>(*limbs.limbs());
  return limbs.sign() ? -magnitude : magnitude;
}

std::optional<std::int64_t> WordScaled(const Integer& value, int power) {
  auto word = Word(value);
  std::int64_t scaled;
  if (!word || power > kWordDigits || __builtin_mul_overflow(*word, kPowers[power], &scaled))
    return std::nullopt;
  return scaled;
}

}  // namespace

Decimal::Decimal(long long value) : Decimal(Integer(value), 0) {}

Decimal Decimal::OfWord(std::int64_t coefficient, int exponent) {
  if (coefficient == 0) return {};
  while (coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  Decimal decimal;
  decimal.coefficient_ = coefficient;
  decimal.exponent_ = exponent;
  return decimal;
}

Decimal::Decimal(Integer coefficient, int exponent)
    : coefficient_(std::move(coefficient)), exponent_(exponent) {
  if (coefficient_ == 0) {
    exponent_ = 0;
    return;
  }
  if (auto word = Word(coefficient_)) {
    *this = OfWord(*word, exponent);
    return;
  }
  Integer quotient;
  Integer remainder;
  while (true) {
    boost::multiprecision::divide_qr(coefficient_, Integer(10), quotient, remainder);
    if (remainder != 0) break;
    coefficient_ = quotient;
    ++exponent_;
  }
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
  return Decimal(std::move(coefficient), exponent);
}

// Scaling and negation keep the coefficient normalised.
Decimal Decimal::Scaled(int power) const {
  Decimal scaled = *this;
  if (!is_zero()) scaled.exponent_ += power;
  return scaled;
}

Decimal Decimal::operator-() const {
  Decimal negative = *this;
  negative.coefficient_ = -negative.coefficient_;
  return negative;
}

Decimal Decimal::operator+(const Decimal& other) const {
  if (is_zero()) return other;
  if (other.is_zero()) return *this;
  int exponent = std::min(exponent_, other.exponent_);
  auto left = WordScaled(coefficient_, exponent_ - exponent);
  auto right = WordScaled(other.coefficient_, other.exponent_ - exponent);
  std::int64_t sum;
  if (left && right && !__builtin_add_overflow(*left, *right, &sum)) return OfWord(sum, exponent);
  return Decimal(coefficient_ * PowerOfTen(exponent_ - exponent) +
                     other.coefficient_ * PowerOfTen(other.exponent_ - exponent),
                 exponent);
}

Decimal Decimal::operator-(const Decimal& other) const { return *this + -other; }

Decimal Decimal::operator*(const Decimal& other) const {
  auto left = Word(coefficient_);
  auto right = Word(other.coefficient_);
  std::int64_t product;
  if (left && right && !__builtin_mul_overflow(*left, *right, &product))
    return OfWord(product, exponent_ + other.exponent_);
  return Decimal(coefficient_ * other.coefficient_, exponent_ + other.exponent_);
}

Decimal Decimal::Quotient(const Decimal& divisor, int digits, Round round) const {
  Integer numerator = coefficient_;
  Integer denominator = divisor.coefficient_;
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
  return Decimal(std::move(quotient), -digits);
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  int order;
  if (exponent_ == other.exponent_) {
    order = coefficient_.compare(other.coefficient_);
  } else {
    int exponent = std::min(exponent_, other.exponent_);
    auto here = WordScaled(coefficient_, exponent_ - exponent);
    auto there = WordScaled(other.coefficient_, other.exponent_ - exponent);
    if (here && there) return *here <=> *there;
    Integer left = coefficient_ * PowerOfTen(exponent_ - exponent);
    Integer right = other.coefficient_ * PowerOfTen(other.exponent_ - exponent);
    order = left.compare(right);
  }
  return order < 0   ? std::strong_ordering::less
         : order > 0 ? std::strong_ordering::greater
                     : std::strong_ordering::equal;
}

int Decimal::first_digit_exponent() const {
  if (is_zero()) return 0;
  int digits = 1;
  if (auto word = Word(coefficient_)) {
    while (digits < kWordDigits && std::abs(*word) >= kPowers[digits]) ++digits;
  } else {
    digits = static_cast<int>(coefficient_.str().size()) - (is_negative() ? 1 : 0);
  }
  return exponent_ + digits - 1;
}

std::string Decimal::ToString() const {
  Integer magnitude = is_negative() ? Integer(-coefficient_) : coefficient_;
  std::string digits = magnitude.str();
  if (exponent_ >= 0) {
    digits.append(is_zero() ? 0 : static_cast<std::size_t>(exponent_), '0');
  } else {
    auto places = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places - digits.size() + 1, '0');
    digits.insert(digits.size() - places, ".");
  }
  return is_negative() ? "-" + digits : digits;
}

}  // namespace tally
