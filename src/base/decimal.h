// An exact decimal number: coefficient x 10^exponent, kept normalised (no trailing zero in the coefficient),
// so that equal numbers have equal parts. Immutable value type; free of rounding except in Quotient, which
// says how.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <boost/multiprecision/cpp_int.hpp>

namespace tally {

class Decimal {
 public:
  // Numbers of more digits than this are not read: no news figure has them, and they would make output
  // unbounded.
  static constexpr int kMaxDigits = 60;

  Decimal() = default;
  Decimal(long long value) { *this = OfWord(value, 0); }  // NOLINT: an integer is a decimal

  // Reads "[-]digits[.digits]"; nothing else (no separators, no exponent, no blanks). nullopt where it is not
  // that, or has more than kMaxDigits digits.
  static std::optional<Decimal> Parse(std::string_view text);

  // value x 10^power.
  Decimal Scaled(int power) const;

  Decimal operator-() const;
  Decimal operator+(const Decimal& other) const;
  Decimal operator-(const Decimal& other) const;
  Decimal operator*(const Decimal& other) const;

  enum class Round { kDown, kUp };  // toward minus infinity, toward plus infinity
  // this / divisor with `digits` decimal places, rounded as said. The divisor must not be zero.
  Decimal Quotient(const Decimal& divisor, int digits, Round round) const;

  std::strong_ordering operator<=>(const Decimal& other) const;
  bool operator==(const Decimal& other) const {
    if (exponent_ != other.exponent_ || word_ != other.word_ || !big_ != !other.big_) return false;
    return !big_ || *big_ == *other.big_;
  }

  bool is_zero() const { return word_ == 0 && !big_; }
  bool is_negative() const { return big_ ? *big_ < 0 : word_ < 0; }
  // The power of ten of the last non-zero digit: 2 for 1300, -1 for 3.5; 0 for zero.
  int last_digit_exponent() const { return exponent_; }
  // The power of ten of the first digit: 3 for 1300, 0 for 3.5, -2 for 0.05; 0 for zero.
  int first_digit_exponent() const;

  // Plain notation, no exponent, no trailing zeros: "13000000000", "-0.05".
  std::string ToString() const;

 private:
  using Integer = boost::multiprecision::cpp_int;
  static Decimal OfInteger(Integer coefficient, int exponent);
  // coefficient x 10^exponent, without the general arithmetic.
  static Decimal OfWord(std::int64_t coefficient, int exponent);
  Integer coefficient() const { return big_ ? *big_ : Integer(word_); }
  // The word scaled by a power of ten; nullopt where it leaves the machine word, or is none.
  std::optional<std::int64_t> WordScaled(int power) const;

  // Nearly every number fits a machine word; one that does not stands on the heap, shared and immutable.
  std::int64_t word_ = 0;
  std::shared_ptr<const Integer> big_;
  int exponent_ = 0;
};

}  // namespace tally
