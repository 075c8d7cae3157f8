// One pass, one character at a time; `current_` is the digit (or run of digits) just read, `section_` what
// has been multiplied by 十百千, `total_` what 万, 亿 and 兆 have closed.
#include "quantities/han_numeral.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "quantities/blanks.h"
#include "quantities/digits.h"
#include "quantities/han_symbol.h"

namespace tally {
namespace {

using Kind = HanKind;

const Decimal kHalf = Decimal(5).Scaled(-1);
// 数十 is 20 to 99 and 数百 200 to 990: a vague digit times a unit fills the unit's own place.
const Decimal kMostVague = Decimal(99).Scaled(-1);
// 千亿 alone is a magnitude, 1 to 9.99 of it.
const Decimal kMostBare = Decimal(999).Scaled(-2);

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
    if (!StartsWell()) return std::nullopt;
    while (at_ < text_.size() && !over_ && Step()) {
    }
    CloseSection();
    if (!any_ || at_ == start_ || bad_) return std::nullopt;
    n_.text = {start_, at_};
    n_.lo = total_.lo;
    n_.hi = total_.hi;
    n_.bare = units_ && !figures_;
    n_.last_place = last_place_;
    n_.scale_power = scale_power_;
    n_.closing_power = scale_power_ == 0 ? 0 : scale_power_ - small_power_;
    if (n_.bare) SpreadBare();
    return n_;
  }

 private:
  // 陆续, 入伍, 参加 begin with characters of the formal numerals: those need another numeral, or money,
  // behind them, or stand alone. 亿级 is the only numeral that begins with a closing unit.
  bool StartsWell() {
    if (IsAsciiDigit(text_[start_])) return true;
    CodePoint c = DecodeUtf8(text_, start_);
    HanSymbol first = HanSymbolOf(c.value);
    std::size_t next = start_ + c.length;
    if (first.kind == Kind::kNone) return false;
    if (first.kind == Kind::kBigUnit) {
      bool part = text_.substr(next).starts_with("分之");  // 万分之三
      if (!part && !text_.substr(next).starts_with("级")) return false;
      over_ = part;
      total_ = Part{Decimal(1).Scaled(first.value), Decimal(1).Scaled(first.value), 0};
      total_set_ = units_ = n_.scaled = n_.han = any_ = true;
      last_place_ = scale_power_ = first.value;
      at_ = next;
      return true;
    }
    return !first.formal || FormalGoesOn(text_, next, true);
  }

  bool Step() {
    char c = text_[at_];
    if (IsAsciiDigit(c)) return TakeDigits();
    if (c == ' ') return TakeBlanks();
    CodePoint p = DecodeUtf8(text_, at_);
    HanSymbol symbol = HanSymbolOf(p.value);
    if (symbol.formal && !FormalGoesOn(text_, at_ + p.length, false)) return false;
    bool unit_sign = symbol.kind == Kind::kSmallUnit || symbol.kind == Kind::kBigUnit;
    if (unit_sign && IsMetricPrefix(symbol.value, text_.substr(at_ + p.length))) return false;
    switch (symbol.kind) {
      case Kind::kDigit:
        return TakeHanDigits();
      case Kind::kVagueDigit:
        return TakeVagueDigit(p.length);
      case Kind::kTens:
        return TakeTens(symbol.value, p.length);
      case Kind::kSmallUnit:
        return TakeSmallUnit(symbol.value, p.length);
      case Kind::kBigUnit:
        return TakeBigUnit(symbol.value, p.length);
      case Kind::kHalf:
        return TakeHalf(p.length);
      case Kind::kNone:
        return TakeOpenEnd(p) || TakePoint(p) || TakeMeasure(p) || TakeLevel(p);
    }
    return false;
  }

  // "660 亿", "一百 五十": blanks before a unit, or behind a unit before what it adds.
  bool TakeBlanks() {
    if (!any_ || n_.open) return false;
    std::size_t next = text_.find_first_not_of(' ', at_);
    if (next == std::string_view::npos || next - at_ > kMostBlanks) return false;
    HanSymbol symbol = HanSymbolAt(text_, next);
    bool unit = symbol.kind == Kind::kSmallUnit || symbol.kind == Kind::kBigUnit;
    bool digit = (symbol.kind == Kind::kDigit || IsAsciiDigit(text_[next])) && !current_ && units_;
    if (digit && IsAsciiDigit(text_[next])) {
      auto run = ReadDigits(text_, next);  // 12 万 5 千
      digit = run && (HanSymbolAt(text_, run->end).kind == Kind::kSmallUnit || FillsWan(*run));
    }
    std::string_view rest = text_.substr(next);
    bool point = rest.starts_with("点") && current_ && n_.han;
    bool more = after_digits_ && (rest.starts_with("多") || rest.starts_with("余"));
    if (!unit && !digit && !point && !more) return false;
    std::size_t back = std::exchange(at_, next);
    if (Step()) return true;
    at_ = back;
    return false;
  }

  // All four digits below a 万, in a text that sets blanks around figures: 2 萬 4617 人, but not 12 万 500.
  bool FillsWan(const DigitRun& run) const {
    bool whole = run.whole_digits == 4 && run.fraction == 0 && !run.grouped && last_big_ == 4;
    std::string_view rest = text_.substr(run.end);
    bool spaced = at_ >= 4 && text_[at_ - 4] == ' ' && rest.size() > 3 && rest[0] == ' ';
    return whole && spaced && IsHan(DecodeUtf8(rest, 1).value) && !rest.starts_with(" 年");
  }

  bool TakeDigits() {
    if (current_ || after_digits_) return false;
    if (any_ && !units_) return false;
    auto run = ReadDigits(text_, at_);
    if (!run) {
      bad_ = true;
      return false;
    }
    if (!any_) {
      n_.leading_zero = run->leading_zero;
      n_.grouped = run->grouped;
      n_.whole_digits = run->whole_digits;
    }
    current_ = Part{run->value, run->value, -run->fraction};
    at_ = run->end;
    any_ = figures_ = after_digits_ = true;
    trailing_digit_ = false;
    return true;
  }

  // 几百, 十几, 零几万
  bool TakeVagueDigit(std::size_t length) {
    if (current_ || (at_ != start_ && last_small_ != 1 && !zero_before_)) return false;
    bool first = at_ == start_;
    current_ = Part{first ? 2 : 1, 9, 0};
    vague_digit_ = first;
    n_.han = n_.han || first;
    n_.vague = true;
    Mark(length);
    return true;
  }

  // One digit, two that make a range (三四, 两三, 三、四), or a row that is read by position (二〇二三).
  bool TakeHanDigits() {
    if (current_) return false;
    auto row = ReadHanDigits(text_, at_);
    if (!row) {
      bad_ = true;
      return false;
    }
    auto [value, count, first, last, leading_zero, i] = *row;
    if (count == 1 && value == 0 && units_) {  // 一千零五十
      zero_before_ = true;
      at_ = i;
      return true;
    }
    zero_before_ = leading_zero && units_;
    auto second = count == 1 && at_ == start_ ? NeighbourBehindMark(text_, start_, i) : std::nullopt;
    if (second) std::tie(last, count, i) = std::tuple(first + 1, 2, *second);
    bool range = count == 2 && !leading_zero && last > first && last - first <= 2 && first != 0;
    current_ = range ? Part{first, last, 0} : Part{value, value, 0};
    if (at_ == start_) {
      n_.han = true;
      n_.leading_zero = leading_zero;
      n_.whole_digits = count;
    }
    trailing_digit_ = count == 1 && !zero_before_;
    at_ = i;
    any_ = figures_ = true;
    after_digits_ = false;
    return true;
  }

  // 廿, 卅: twenty and thirty in one character.
  bool TakeTens(int tens, std::size_t length) {
    if (current_ || (last_small_ != 0 && last_small_ <= 1)) return false;
    if (at_ == start_) n_.han = true;
    current_ = Part{tens / 10, tens / 10, 0};
    AddToSection(1);
    last_small_ = 1;
    Mark(length);
    units_ = figures_ = true;
    return true;
  }

  bool TakeSmallUnit(int power, std::size_t length) {
    if (last_small_ != 0 && power >= last_small_) return false;  // 百千: two numerals
    if (at_ == start_) n_.han = true;
    if (!current_) {
      bool counts_as_one = power == 1 || !any_ || zero_before_;
      if (!counts_as_one) return false;
      current_ = Part{1, 1, 0};
      if (power == 1) figures_ = true;
    }
    scale_power_ = small_power_ = section_ || total_set_ ? 0 : power;
    AddToSection(power);
    last_small_ = power;
    Mark(length);
    units_ = true;
    if (power > 1) n_.scaled = true;
    return true;
  }

  bool TakeBigUnit(int power, std::size_t length) {
    // 万万 is 亿.
    bool doubled = power == 4 && last_big_ == 4 && !current_ && !section_ && after_big_;
    // Each unit once: 一亿二千万一亿 is two numerals run together, not a power of powers.
    bool all = power > highest_big_ || doubled;
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
    last_big_ = doubled ? 8 : power;
    highest_big_ = std::max(highest_big_, last_big_);
    n_.scaled = units_ = true;
    Mark(length);
    after_big_ = true;
    return true;
  }

  bool TakeHalf(std::size_t length) {
    if (any_) return false;
    current_ = Part{kHalf, kHalf, -1};
    n_.han = true;
    Mark(length);
    over_ = true;
    return true;
  }

  // 多, 余 (130多亿, 60多个): up to the next step of the last place that is not zero.
  bool TakeOpenEnd(CodePoint p) {
    bool majority = text_.substr(at_ + p.length).starts_with("数");  // 三分之二多数
    bool more = (p.value == U'多' && !majority) || p.value == U'余';
    if (!more || !any_ || n_.open || n_.vague) return false;
    // 亿多, 万余: the open place is the unit's; otherwise that of the last digit.
    if (current_ && section_) AddToSection(0);
    Part* part = current_ ? &*current_ : section_ ? &*section_ : &total_;
    if (part->lo != part->hi) return false;
    part->hi = part->lo + Decimal(1).Scaled(part->lo.last_digit_exponent());
    n_.open = true;
    Mark(p.length);
    return true;
  }

  // 三点五, 两千点零, 零点77. 八点三十分 and 八点半 are times of day.
  bool TakePoint(CodePoint p) {
    if (p.value != U'点' || after_digits_ || !n_.han || n_.open || n_.vague) return false;
    std::size_t i = at_ + p.length;
    while (i < text_.size() && text_[i] == ' ' && text_[at_ - 1] == ' ') ++i;
    char digits[kMostHanDigits];
    int count = 0;
    while (i < text_.size() && count < kMostHanDigits) {
      CodePoint d = DecodeUtf8(text_, i);
      int digit = IsAsciiDigit(text_[i]) ? text_[i] - '0' : HanDigit(d.value);
      if (digit < 0 || d.value == U'两') break;
      digits[count++] = static_cast<char>(digit);
      i += d.length;
    }
    if (count == 0) return false;
    if (IsClockTail(text_, i)) return false;
    CloseSection();
    Decimal fraction;
    for (int d = 0; d < count; ++d) fraction = fraction + Decimal(digits[d]).Scaled(-d - 1);
    bool sections = total_set_ || last_small_ != 0;
    current_ = Part{total_.lo + fraction, total_.hi + fraction, -count};
    total_ = {};
    total_set_ = false;
    section_.reset();
    last_small_ = 0;
    last_place_ = -count;
    at_ = i;
    trailing_digit_ = false;
    over_ = sections;
    return true;
  }

  // 两个亿, 3.5个亿: spoken.
  bool TakeMeasure(CodePoint p) {
    if (p.value != U'个' || !current_ || n_.open) return false;
    if (!text_.substr(at_ + p.length).starts_with("亿")) return false;
    at_ += p.length;
    return true;
  }

  // 百万级, 千亿级: a magnitude.
  bool TakeLevel(CodePoint p) {
    if (p.value != U'级' || !n_.scaled || figures_ || n_.open) return false;
    at_ += p.length;
    level_ = over_ = true;
    return true;
  }

  void Mark(std::size_t length) {
    at_ += length;
    any_ = true;
    after_digits_ = false;
    trailing_digit_ = false;
    zero_before_ = false;
    after_big_ = false;
  }

  void AddToSection(int power) {
    Part part = *current_;
    current_.reset();
    if (vague_digit_ && power > 0) part.hi = kMostVague;
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
    section_.reset();
  }

  // 百万 is the word for a million.
  void SpreadBare() {
    if (n_.lo != n_.hi || (n_.lo == Decimal(1000000) && !level_)) return;
    n_.hi = n_.lo * kMostBare;
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
  bool after_big_ = false;
  bool trailing_digit_ = false;
  bool zero_before_ = false;
  bool vague_digit_ = false;
  bool level_ = false;
  bool over_ = false;
  bool bad_ = false;
  int last_small_ = 0;
  int last_big_ = 0;
  int highest_big_ = 0;
  int scale_power_ = 0;
  int small_power_ = 0;  // what 十百千 gave to scale_power_
  int last_place_ = 0;
};

}  // namespace

std::optional<Numeral> ReadHanNumeral(std::string_view text, std::size_t at) {
  return HanParser(text, at).Run();
}

}  // namespace tally
