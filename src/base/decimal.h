// An exact decimal number: coefficient x 10^exponent, kept normalised (no trailing zero in the coefficient),
// so that equal numbers have equal parts. Immutable value type; free of rounding except in Quotient, which
// says how.
#pragma once

#include <atomic>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/multiprecision/cpp_int.hpp>

namespace tally {

class Decimal {
 public:
  // Numbers of more digits than this are not read: no news figure has them, and they would make output
  // unbounded.
  static constexpr int kMaxDigits = 60;

  Decimal() = default;
  Decimal(long long value) { *this = OfWord(value, 0); }  // NOLINT: an integer is a decimal
  Decimal(const Decimal& other)
      : coefficient_(other.coefficient_), exponent_(other.exponent_), big_(other.big_) {
    if (big_) Keep();
  }
  Decimal(Decimal&& other) noexcept
      : coefficient_(other.coefficient_),
        exponent_(other.exponent_),
        big_(std::exchange(other.big_, false)) {}
  Decimal& operator=(const Decimal& other) {
    if (other.big_) other.Keep();
    if (big_) Drop();
    coefficient_ = other.coefficient_;
    exponent_ = other.exponent_;
    big_ = other.big_;
    return *this;
  }
  Decimal& operator=(Decimal&& other) noexcept {
    std::swap(coefficient_, other.coefficient_);
    std::swap(exponent_, other.exponent_);
    std::swap(big_, other.big_);
    return *this;
  }
  ~Decimal() {
    if (big_) Drop();
  }

  // Reads "[-]digits[.digits]"; nothing else (no separators, no exponent, no blanks). nullopt where it is not
  // that, or has more than kMaxDigits digits.
  static std::optional<Decimal> Parse(std::string_view text);

  // value x 10^power.
  Decimal Scaled(int power) const {
    Decimal scaled = *this;
    if (!is_zero()) scaled.exponent_ += power;
    return scaled;
  }

  Decimal operator-() const;
  Decimal operator+(const Decimal& other) const;
  Decimal operator-(const Decimal& other) const;
  Decimal operator*(const Decimal& other) const {
    if (other.IsOne()) return *this;
    std::int64_t product;
    if (big_ || other.big_ || __builtin_mul_overflow(word(), other.word(), &product))
      return BigProduct(other);
    return OfWord(product, exponent_ + other.exponent_);
  }

  enum class Round { kDown, kUp };  // toward minus infinity, toward plus infinity
  // this / divisor with `digits` decimal places, rounded as said. The divisor must not be zero.
  Decimal Quotient(const Decimal& divisor, int digits, Round round) const;

  std::strong_ordering operator<=>(const Decimal& other) const {
    if (exponent_ == other.exponent_ && !big_ && !other.big_) return word() <=> other.word();
    return Compare(other);
  }
  bool operator==(const Decimal& other) const {
    if (exponent_ != other.exponent_ || big_ != other.big_) return false;
    return big_ ? SameBig(other) : word() == other.word();
  }

  bool is_zero() const { return !big_ && word() == 0; }
  bool is_negative() const { return big_ ? IsNegativeBig() : word() < 0; }
  // The power of ten of the last non-zero digit: 2 for 1300, -1 for 3.5; 0 for zero.
  int last_digit_exponent() const { return exponent_; }
  // The power of ten of the first digit: 3 for 1300, 0 for 3.5, -2 for 0.05; 0 for zero.
  int first_digit_exponent() const;
  // From the first digit to the last non-zero one: 2 for 1300, 2 for 3.5, 3 for 101; 1 for zero.
  int significant_digits() const { return first_digit_exponent() - last_digit_exponent() + 1; }

  // Plain notation, no exponent, no trailing zeros: "13000000000", "-0.05".
  std::string ToString() const;

 private:
  using Integer = boost::multiprecision::cpp_int;
  // A coefficient that no machine word holds: on the heap, shared and immutable.
  struct Big {
    explicit Big(Integer integer) : value(std::move(integer)) {}
    Integer value;
    mutable std::atomic<int> holders{1};
  };
  union Coefficient {
    std::int64_t word = 0;
    const Big* big;
  };

  static Decimal OfInteger(Integer coefficient, int exponent);
  // coefficient x 10^exponent, without the general arithmetic.
  static Decimal OfWord(std::int64_t coefficient, int exponent) {
    Decimal decimal;
    if (coefficient == 0) return decimal;
    while (coefficient % 10 == 0) {
      coefficient /= 10;
      ++exponent;
    }
    decimal.coefficient_.word = coefficient;
    decimal.exponent_ = exponent;
    return decimal;
  }
  std::int64_t word() const { return coefficient_.word; }
  bool IsOne() const { return !big_ && word() == 1 && exponent_ == 0; }
  Integer coefficient() const { return big_ ? coefficient_.big->value : Integer(word()); }
  // The word scaled by a power of ten; nullopt where it leaves the machine word, or is none.
  std::optional<std::int64_t> WordScaled(int power) const;
  std::strong_ordering Compare(const Decimal& other) const;
  Decimal BigProduct(const Decimal& other) const;
  bool SameBig(const Decimal& other) const;
  bool IsNegativeBig() const;
  void Keep() const { coefficient_.big->holders.fetch_add(1, std::memory_order_relaxed); }
  void Drop() const;

  // Nearly every number fits a machine word. Sixteen bytes, for a claim holds many.
  Coefficient coefficient_;
  std::int32_t exponent_ = 0;
  bool big_ = false;
};

}  // namespace tally
