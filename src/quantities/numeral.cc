// Arabic digits and Han numerals in one pass: a digit run is one big digit of the Han grammar.
#include "quantities/numeral.h"

#include <algorithm>

#include "base/utf8.h"
#include "quantities/digits.h"

namespace tally {
namespace {

enum class Kind { kNone, kDigit, kVagueDigit, kSmallUnit, kBigUnit, kHalf };

struct Symbol {
  Kind kind = Kind::kNone;
  int value = 0;  // the digit, or the power of ten of a unit
};

Symbol Classify(char32_t c) {
  switch (c) {
    case U'零':
    case U'〇':
      return {Kind::kDigit, 0};
    case U'一':
    case U'壹':
      return {Kind::kDigit, 1};
    case U'二':
    case U'贰':
    case U'两':
    case U'俩':
      return {Kind::kDigit, 2};
    case U'三':
    case U'叁':
    case U'仨':
      return {Kind::kDigit, 3};
    case U'四':
    case U'肆':
      return {Kind::kDigit, 4};
    case U'五':
    case U'伍':
      return {Kind::kDigit, 5};
    case U'六':
    case U'陆':
      return {Kind::kDigit, 6};
    case U'七':
    case U'柒':
      return {Kind::kDigit, 7};
    case U'八':
    case U'捌':
      return {Kind::kDigit, 8};
    case U'九':
    case U'玖':
      return {Kind::kDigit, 9};
    case U'几':
    case U'数':
      return {Kind::kVagueDigit, 0};
    case U'十':
    case U'拾':
      return {Kind::kSmallUnit, 1};
    case U'百':
    case U'佰':
      return {Kind::kSmallUnit, 2};
    case U'千':
    case U'仟':
      return {Kind::kSmallUnit, 3};
    case U'万':
      return {Kind::kBigUnit, 4};
    case U'亿':
      return {Kind::kBigUnit, 8};
    case U'兆':
      return {Kind::kBigUnit, 12};
    case U'半':
      return {Kind::kHalf, 0};
    default:
      return {};
  }
}

// 兆 before these is the prefix mega of a measure, no numeral.
bool IsMegaPrefix(std::string_view rest) {
  for (std::string_view unit : {"瓦", "赫", "字节", "比特", "欧", "帕"}) {
    if (rest.starts_with(unit)) return true;
  }
  return false;
}

// lo..hi with the power of ten of its last printed digit.
struct Part {
  Decimal lo;
  Decimal hi;
  int place = 0;
};

class HanParser {
 public:
  HanParser(std::string_view text, std::size_t at) : text_(text), start_(at), at_(at) {}

  std::optional<Numeral> Run() {
    while (at_ < text_.size() && Step()) {
    }
    CloseSection();
    if (!any_ || at_ == start_) return std::nullopt;
    n_.text = {start_, at_};
    n_.lo = total_.lo;
    n_.hi = total_.hi;
    n_.bare = units_ && !figures_;
    n_.last_place = last_place_;
    n_.scale_power = scale_power_;
    if (n_.bare) SpreadBare();
    return n_;
  }

 private:
  bool Step() {
    char c = text_[at_];
    if (IsAsciiDigit(c)) return TakeDigits();
    if (c == ' ') return TakeBlank();
    CodePoint p = DecodeUtf8(text_, at_);
    Symbol symbol = Classify(p.value);
    switch (symbol.kind) {
      case Kind::kDigit:
      case Kind::kVagueDigit:
        return TakeHanDigits(symbol);
      case Kind::kSmallUnit:
        return TakeSmallUnit(symbol.value, p.length);
      case Kind::kBigUnit:
        if (symbol.value == 12 && IsMegaPrefix(text_.substr(at_ + p.length))) return false;
        return TakeBigUnit(symbol.value, p.length);
      case Kind::kHalf:
        return TakeHalf(p.length);
      case Kind::kNone:
        return TakeOpenEnd(p) || TakePoint(p);
    }
    return false;
  }

  // "660 亿": one blank between a digit run and a unit.
  bool TakeBlank() {
    if (!after_digits_ || at_ + 1 >= text_.size()) return false;
    Symbol next = Classify(DecodeUtf8(text_, at_ + 1).value);
    if (next.kind != Kind::kSmallUnit && next.kind != Kind::kBigUnit) return false;
    if (next.value == 12 && IsMegaPrefix(text_.substr(at_ + 4))) return false;
    ++at_;
    return true;
  }

  bool TakeDigits() {
    if (current_ || after_digits_) return false;
    if (any_ && !units_) return false;
    DigitRun run = ReadDigits(text_, at_);
    auto value = Decimal::Parse(run.digits);
    if (!value) return false;
    if (!any_) {
      n_.leading_zero = run.digits.size() > 1 && run.digits[0] == '0' && run.digits[1] != '.';
      n_.grouped = run.grouped;
    }
    current_ = Part{*value, *value, -run.fraction};
    at_ = run.end;
    any_ = figures_ = after_digits_ = true;
    trailing_digit_ = false;
    return true;
  }

  // One digit, two that make a range (三四, 两三), or a row that is read by position (二〇二三).
  bool TakeHanDigits(Symbol first) {
    if (current_) return false;
    if (first.kind == Kind::kVagueDigit) {
      CodePoint p = DecodeUtf8(text_, at_);
      bool counting = at_ == start_ || last_small_ == 1;  // 几百, 十几
      if (!counting) return false;
      current_ = Part{at_ == start_ ? 2 : 1, 9, 0};
      vague_digit_ = at_ == start_;
      n_.han = n_.han || vague_digit_;
      n_.vague = true;
      Mark(p.length);
      return true;
    }
    std::string digits;
    std::size_t i = at_;
    // One digit more than is read is enough to refuse; a page of Han digits must not be walked again from
    // each of them.
    while (i < text_.size() && digits.size() <= Decimal::kMaxDigits) {
      CodePoint p = DecodeUtf8(text_, i);
      Symbol s = Classify(p.value);
      if (s.kind != Kind::kDigit) break;
      digits.push_back(static_cast<char>('0' + s.value));
      i += p.length;
    }
    if (digits.size() > 1 && digits[0] == '0' && units_) {  // 一千零五, 一万零三百
      digits.erase(0, 1);
      zero_before_ = true;
      at_ += 3;
    } else if (digits == "0" && units_) {
      zero_before_ = true;
      at_ += 3;
      return true;
    }
    if (digits.size() == 2 && digits[1] > digits[0] && digits[1] - digits[0] <= 2 && digits[0] != '0') {
      current_ = Part{digits[0] - '0', digits[1] - '0', 0};
    } else {
      auto value = Decimal::Parse(digits);
      if (!value) return false;
      current_ = Part{*value, *value, 0};
      n_.leading_zero = n_.leading_zero || (at_ == start_ && digits.size() > 1 && digits[0] == '0');
    }
    if (at_ == start_) n_.han = true;
    trailing_digit_ = digits.size() == 1 && !zero_before_;
    at_ = i;
    any_ = figures_ = true;
    after_digits_ = false;
    return true;
  }

  bool TakeSmallUnit(int power, std::size_t length) {
    if (last_small_ != 0 && power >= last_small_) return false;  // 百千: two numerals
    if (at_ == start_) n_.han = true;
    if (!current_) {
      bool counts_as_one = power == 1 || !any_;
      if (!counts_as_one) return false;
      current_ = Part{1, 1, 0};
      if (power == 1) figures_ = true;
    }
    scale_power_ = section_ || total_set_ ? 0 : power;
    AddToSection(power);
    last_small_ = power;
    Mark(length);
    units_ = true;
    if (power > 1) n_.scaled = true;
    return true;
  }

  bool TakeBigUnit(int power, std::size_t length) {
    if (at_ == start_) return false;  // 万 and 亿 alone are words, not figures
    // Each unit once: 一亿二千万一亿 is two numerals run together, not a power of powers.
    bool all = power > highest_big_;
    if (!all && power >= last_big_) return false;
    if (current_) AddToSection(0);
    if (!section_ && !total_set_) return false;
    Part part = section_.value_or(Part{0, 0, 0});
    if (all && total_set_) {
      part.lo = part.lo + total_.lo;
      part.hi = part.hi + total_.hi;
      total_ = {};
    }
    total_.lo = total_.lo + part.lo.Scaled(power);
    total_.hi = total_.hi + part.hi.Scaled(power);
    last_place_ = section_ || all ? last_place_ + power : last_place_;
    scale_power_ = all ? scale_power_ + power : 0;
    total_set_ = true;
    section_.reset();
    last_small_ = 0;
    last_big_ = power;
    highest_big_ = std::max(highest_big_, power);
    n_.scaled = units_ = true;
    Mark(length);
    return true;
  }

  bool TakeHalf(std::size_t length) {
    if (any_) return false;
    current_ = Part{*Decimal::Parse("0.5"), *Decimal::Parse("0.5"), -1};
    n_.han = true;
    Mark(length);
    return true;
  }

  // 多, 余 (130多亿, 60多个): up to the next step of the last place that is not zero.
  bool TakeOpenEnd(CodePoint p) {
    bool more = p.value == U'多' || p.value == U'余';
    if (!more || !any_ || n_.open || n_.vague) return false;
    // 亿多, 万余: the open place is the unit's; otherwise that of the last digit.
    if (current_ && section_) {
      AddToSection(0);
    }
    Part* part = current_ ? &*current_ : section_ ? &*section_ : &total_;
    if (part->lo != part->hi) return false;
    part->hi = part->lo + Decimal(1).Scaled(part->lo.last_digit_exponent());
    n_.open = true;
    Mark(p.length);
    return true;
  }

  // 三点五
  bool TakePoint(CodePoint p) {
    if (p.value != U'点' || !current_ || after_digits_ || !n_.han || section_ || total_set_) return false;
    std::string fraction;
    std::size_t i = at_ + p.length;
    while (i < text_.size() && fraction.size() < Decimal::kMaxDigits) {
      CodePoint d = DecodeUtf8(text_, i);
      Symbol s = Classify(d.value);
      if (s.kind != Kind::kDigit || d.value == U'两') break;
      fraction.push_back(static_cast<char>('0' + s.value));
      i += d.length;
    }
    if (fraction.empty()) return false;
    auto value = Decimal::Parse(current_->lo.ToString() + "." + fraction);
    if (!value) return false;
    current_ = Part{*value, *value, -static_cast<int>(fraction.size())};
    at_ = i;
    return true;
  }

  void Mark(std::size_t length) {
    at_ += length;
    any_ = true;
    after_digits_ = false;
    trailing_digit_ = false;
    zero_before_ = false;
  }

  void AddToSection(int power) {
    Part part = *current_;
    current_.reset();
    // 数十 is 20 to 99 and 数百 200 to 990: a vague digit times a unit fills the unit's own place.
    if (vague_digit_ && power > 0) part.hi = *Decimal::Parse("9.9");
    Decimal before_lo = section_ ? section_->lo : Decimal(0);
    Decimal before_hi = section_ ? section_->hi : Decimal(0);
    section_ = Part{before_lo + part.lo.Scaled(power), before_hi + part.hi.Scaled(power), part.place + power};
    last_place_ = part.place + power;
  }

  // What stands after the last big unit; 三万二 is 32,000, 两千四百五 is 2,450.
  void CloseSection() {
    if (current_) {
      int power = 0;
      if (trailing_digit_ && last_small_ > 1) power = last_small_ - 1;
      if (trailing_digit_ && last_small_ == 0 && total_set_ && last_big_ > 0) power = last_big_ - 1;
      vague_digit_ = false;  // 几年, 数年: alone it is 2 to 9, without the spread that a unit gives it
      AddToSection(power);
    }
    if (!section_) return;
    total_.lo = total_.lo + section_->lo;
    total_.hi = total_.hi + section_->hi;
  }

  // 千亿 alone is a magnitude, 1 to 9.99 of it. 百万 is the word for a million.
  void SpreadBare() {
    if (n_.lo != n_.hi || n_.lo == Decimal(1000000)) return;
    n_.hi = n_.lo * *Decimal::Parse("9.99");
    n_.vague = true;
  }

  std::string_view text_;
  std::size_t start_;
  std::size_t at_;
  Numeral n_;
  std::optional<Part> current_;
  std::optional<Part> section_;
  Part total_;
  bool total_set_ = false;
  bool any_ = false;
  bool figures_ = false;
  bool units_ = false;
  bool after_digits_ = false;
  bool trailing_digit_ = false;
  bool zero_before_ = false;
  bool vague_digit_ = false;
  int last_small_ = 0;
  int last_big_ = 0;
  int highest_big_ = 0;
  int scale_power_ = 0;
  int last_place_ = 0;
};

}  // namespace

bool IsHanNumeralStart(char32_t c) {
  Kind kind = Classify(c).kind;
  return kind != Kind::kNone && kind != Kind::kBigUnit;
}

NumeralReader::NumeralReader(const RuleSet& rules)
    : scales_(rules.UnitsOf("scales")), words_(rules.Words("number_words")) {}

std::optional<Numeral> NumeralReader::Read(std::string_view text, std::size_t at) const {
  if (IsAsciiAlpha(text[at])) return ReadWords(text, at);
  bool digit = IsAsciiDigit(text[at]);
  if (!digit && !IsHanNumeralStart(DecodeUtf8(text, at).value)) return std::nullopt;
  auto numeral = HanParser(text, at).Run();
  if (numeral && digit && !numeral->scaled) ReadEnglishScale(text, *numeral);
  return numeral;
}

}  // namespace tally
