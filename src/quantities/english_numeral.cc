#include "quantities/english_numeral.h"

#include "base/utf8.h"
#include "quantities/digits.h"

namespace tally {
namespace {

// No amount in words has more than these: "nine hundred and ninety-nine thousand nine hundred …".
constexpr int kMostWords = 40;
constexpr int kPartDigits = 12;
const Decimal kHundred = 100;
const Decimal kThousand = 1000;

std::size_t SkipGap(std::string_view text, std::size_t at) {
  std::size_t next = at;
  while (next < text.size() && text[next] == ' ' && next - at < 4) ++next;
  if (next < text.size() && text[next] == '-') ++next;
  while (next < text.size() && text[next] == ' ' && next - at < 4) ++next;
  return next;
}

bool IsTens(const Decimal& value) {
  return value >= Decimal(20) && value < kHundred && value.last_digit_exponent() == 1;
}

}  // namespace

std::optional<EnglishNumeral::Token> EnglishNumeral::TokenAt(std::size_t at, bool digits) const {
  if (at >= text_.size()) return std::nullopt;
  Token token;
  token.start = at;
  if (IsAsciiDigit(text_[at])) {
    auto run = digits ? ReadDigits(text_, at) : std::nullopt;
    if (!run || run->fraction != 0 || !IsWordEdge(text_, run->end)) return std::nullopt;
    token.digits = run->value;
    token.end = run->end;
    return token;
  }
  if (!IsAsciiAlpha(text_[at])) return std::nullopt;
  if (auto hit = words_.Longest(text_, at)) {
    token.word = &decoded_[hit->value];
    token.end = at + hit->length;
  } else if (auto scale = scales_.lexicon.Longest(text_, at); scale && scale->length > 2) {
    token.scale = &scales_.units[scale->value].factor;
    token.end = at + scale->length;
  } else {
    return std::nullopt;
  }
  token.plural = AsciiLower(text_[token.end - 1]) == 's';
  return token;
}

std::optional<EnglishNumeral::Token> EnglishNumeral::After(std::size_t end, bool digits) const {
  std::size_t next = SkipGap(text_, end);
  return next == end ? std::nullopt : TokenAt(next, digits);
}

std::optional<Numeral> EnglishNumeral::Read(std::size_t at) {
  start_ = end_ = at;
  n_.word = true;
  Loop(at);
  if (!figure_) return std::nullopt;
  return Finish();
}

Numeral EnglishNumeral::Continue(const Numeral& begun) {
  n_ = begun;
  start_ = begun.text.start;
  end_ = begun.text.end;
  figure_ = after_scale_ = true;
  Decimal factor = Decimal(1).Scaled(begun.scale_power);
  if (factor == kHundred) {
    lo_ = begun.lo;
    hi_ = begun.hi;
    group_ = true;
  } else {
    total_lo_ = begun.lo;
    total_hi_ = begun.hi;
    last_scale_ = factor;
  }
  std::size_t next = SkipGap(text_, end_);
  if (next > end_) Loop(next);
  if (end_ == begun.text.end) return begun;
  return Finish();
}

void EnglishNumeral::Loop(std::size_t at) {
  for (int words = 0; words < kMostWords && !over_; ++words) {
    auto token = TokenAt(at, after_scale_);
    if (!token || !Take(*token)) return;
    at = SkipGap(text_, end_);
    if (at == end_) return;
  }
}

Numeral EnglishNumeral::Finish() {
  n_.lo = total_lo_ + lo_;
  n_.hi = total_hi_ + hi_;
  n_.text = {start_, end_};
  n_.last_place = n_.lo.last_digit_exponent();
  n_.scale_power = n_.closing_power = !group_ ? last_scale_.first_digit_exponent() : 0;
  n_.fraction = n_.fraction && !n_.scaled;
  return n_;
}

bool EnglishNumeral::Take(const Token& token) {
  if (token.digits) return TakeCardinal(*token.digits, token.end);
  if (token.scale != nullptr) return TakeScale(token);
  switch (token.word->kind) {
    case Word::Kind::kCardinal:
      return TakeCardinal(token.word->lo, token.end);
    case Word::Kind::kVague:
      if (group_ || figure_) return false;
      lo_ = token.word->lo;
      hi_ = token.word->hi;
      n_.vague = lo_ != hi_;
      group_ = figure_ = true;
      end_ = token.end;
      return true;
    case Word::Kind::kPart:
      return TakePart(token);
    case Word::Kind::kArticle:
      return TakeArticle(token);
    case Word::Kind::kAnd:
      return TakeAnd(token);
    case Word::Kind::kPoint:
      return TakePoint(token);
    case Word::Kind::kDozen:
      if (n_.vague || (figure_ && !group_) || (!group_ && token.plural)) return false;
      if (!group_) lo_ = hi_ = 1;
      lo_ = lo_ * token.word->lo;
      hi_ = hi_ * token.word->hi;
      group_ = figure_ = true;
      end_ = token.end;
      return true;
  }
  return false;
}

bool EnglishNumeral::TakeCardinal(const Decimal& value, std::size_t end) {
  bool ones_after_tens = group_ && IsTens(lo_) && value < Decimal(10) && !value.is_zero();
  bool after_hundred = group_ && lo_ >= kHundred && lo_.last_digit_exponent() >= 2 && value < kHundred;
  bool tens_in_hundred = group_ && lo_ > kHundred && lo_.last_digit_exponent() == 1 && value < Decimal(10) &&
                         !value.is_zero() && !after_scale_;
  bool below_scale = !group_ && value < last_scale_;
  bool fresh = !group_ && !figure_;
  bool fits = fresh || ones_after_tens || after_hundred || tens_in_hundred || (!group_ && below_scale);
  if (!fits || n_.vague) return false;
  lo_ = lo_ + value;
  hi_ = hi_ + value;
  group_ = figure_ = true;
  after_scale_ = false;
  end_ = end;
  return true;
}

bool EnglishNumeral::TakeScale(const Token& token) {
  const Decimal& factor = *token.scale;
  if (!group_ && !figure_) {
    // "billions of dollars": a magnitude; "billion" alone is nothing.
    if (!token.plural) return false;
    lo_ = 2;
    hi_ = 999;
    n_.vague = n_.bare = true;
    group_ = figure_ = true;
  }
  if (factor == kHundred) {
    if (!group_ || lo_ >= kHundred || lo_.is_zero()) return false;
    lo_ = lo_ * factor;
    hi_ = hi_ * factor;
  } else if (group_ && (total_lo_.is_zero() || factor < last_scale_)) {
    total_lo_ = total_lo_ + lo_ * factor;
    total_hi_ = total_hi_ + hi_ * factor;
    lo_ = hi_ = 0;
    group_ = false;
    last_scale_ = factor;
  } else if (factor > last_scale_ || (!group_ && after_scale_)) {
    // three thousand millions, three lakh crore
    total_lo_ = (total_lo_ + lo_) * factor;
    total_hi_ = (total_hi_ + hi_) * factor;
    lo_ = hi_ = 0;
    group_ = false;
    last_scale_ = factor;
  } else {
    return false;
  }
  n_.scaled = figure_ = after_scale_ = true;
  end_ = token.end;
  return true;
}

std::optional<EnglishNumeral::Token> EnglishNumeral::ScaleOf(std::size_t end) const {
  std::size_t next = SkipGap(text_, end);
  if (text_.substr(next).starts_with("of ")) next += 3;
  auto token = next == end ? std::nullopt : TokenAt(next, false);
  if (token && token->word != nullptr && token->word->kind == Word::Kind::kArticle)
    token = After(token->end, false);
  if (!token || token->scale == nullptr || *token->scale == kHundred || token->plural) return std::nullopt;
  return token;
}

// "half of the users", "a third", but not "a third company".
bool EnglishNumeral::BeforeItsWhole(std::size_t end) const {
  if (end >= text_.size() || text_[end] != ' ') return true;
  for (std::string_view word :
       {"of",   "the",  "its", "their", "his", "her",  "our", "all",  "that",  "as",
        "more", "less", "in",  "a",     "an",  "hour", "day", "year", "month", "minute"}) {
    if (text_.substr(end + 1).starts_with(word) && IsWordEdge(text_, end + 1 + word.size())) return true;
  }
  // by a third to £45m, but not "scored a third to seal it"
  for (std::string_view word : {"to ", "from "}) {
    std::size_t next = end + 1 + word.size();
    if (!text_.substr(end + 1).starts_with(word) || next >= text_.size()) continue;
    char32_t c = DecodeUtf8(text_, next).value;
    if (!IsAlphabetic(c) && !IsHan(c)) return true;
  }
  return false;
}

// half, two thirds, three quarters million, half a million, a quarter of a billion
bool EnglishNumeral::TakePart(const Token& token) {
  if (group_ && (lo_ != hi_ || n_.fraction)) return false;
  if (figure_ && !group_) return false;  // two million thirds
  Decimal numerator = group_ ? total_lo_ + lo_ : Decimal(1);
  // Two third parties, a fifth wheel, the third quarter: several parts stand in the plural, one needs its
  // article and its whole.
  bool several = numerator != Decimal(1);
  if (several != token.plural) return false;
  auto scale = ScaleOf(token.end);
  bool half = token.word->lo == Decimal(2);
  if (!several && !scale && (!(half || group_ || article_) || !BeforeItsWhole(token.end))) return false;
  Decimal lo = numerator.Quotient(token.word->lo, kPartDigits, Decimal::Round::kDown);
  Decimal hi = numerator.Quotient(token.word->lo, kPartDigits, Decimal::Round::kUp);
  std::size_t end = token.end;
  if (scale) {
    lo = lo * *scale->scale;
    hi = hi * *scale->scale;
    end = scale->end;
    n_.scaled = true;
  }
  total_lo_ = total_hi_ = 0;
  lo_ = lo;
  hi_ = hi;
  n_.fraction = group_ = figure_ = over_ = true;
  end_ = end;
  return true;
}

// "a" counts only before a scale, a dozen or a part: a million, a dozen, a third.
bool EnglishNumeral::TakeArticle(const Token& token) {
  if (figure_ || group_) return false;
  auto next = After(token.end, false);
  if (!next) return false;
  if (next->scale != nullptr && !next->plural) {
    lo_ = hi_ = 1;
    group_ = true;
    end_ = token.end;
    return true;
  }
  bool counts = next->word != nullptr && !next->plural &&
                (next->word->kind == Word::Kind::kDozen || next->word->kind == Word::Kind::kPart);
  if (!counts) return false;
  article_ = true;
  end_ = token.end;
  return true;
}

// one hundred and six; two and a half; one billion and three quarters million. "between 3 million and 5
// million" and "two and three" are two numbers each.
bool EnglishNumeral::TakeAnd(const Token& token) {
  if (!figure_ || n_.vague || n_.fraction) return false;
  if (text_.substr(0, start_).ends_with("between ")) return false;
  auto next = After(token.end, after_scale_);
  if (!next) return false;
  auto part = next;
  Decimal numerator = 1;
  bool article = next->word != nullptr && next->word->kind == Word::Kind::kArticle;
  bool bare_part = next->word != nullptr && next->word->kind == Word::Kind::kPart;  // two and quarter
  bool cardinal = next->word != nullptr && next->word->kind == Word::Kind::kCardinal;
  if (article || cardinal) part = After(next->end, false);
  bool is_part = part && part->word != nullptr && part->word->kind == Word::Kind::kPart;
  if (is_part) {
    if (cardinal) numerator = next->word->lo;
    bool several = numerator != Decimal(1);
    bool quarters = part->word->lo == Decimal(4);  // "three quarter" is said as well
    if (several != part->plural && !(several && quarters)) return false;
    if (numerator >= part->word->lo) return TakeWithoutPart(token, *next);
    if (bare_part && part->word->lo > Decimal(4)) return false;
    Decimal lo = numerator.Quotient(part->word->lo, kPartDigits, Decimal::Round::kDown);
    Decimal hi = numerator.Quotient(part->word->lo, kPartDigits, Decimal::Round::kUp);
    auto scale = After(part->end, false);
    bool own_scale = scale && scale->scale != nullptr && *scale->scale != kHundred;
    std::size_t end = part->end;
    if (own_scale && !group_ && *scale->scale < last_scale_) {
      lo = lo * *scale->scale;
      hi = hi * *scale->scale;
      end = scale->end;
    } else if (!group_) {
      lo = lo * last_scale_;  // two million and a half
      hi = hi * last_scale_;
    }
    lo_ = lo_ + lo;
    hi_ = hi_ + hi;
    bool goes_on = group_ && own_scale;  // two and a half | billion
    group_ = true;
    end_ = end;
    over_ = !goes_on;
    return true;
  }
  return TakeWithoutPart(token, *next);
}

// one hundred and | six
bool EnglishNumeral::TakeWithoutPart(const Token& token, const Token& following) {
  const Token* next = &following;
  bool cardinal = next->word != nullptr && next->word->kind == Word::Kind::kCardinal;
  if (!after_scale_ || (!cardinal && !next->digits)) return false;
  if (next->digits && last_scale_ > kThousand) return false;
  // two hundred and two thousand is one number; one with a scale of its own as large is another.
  auto beyond = After(next->end, false);
  if (beyond && beyond->scale != nullptr) {
    bool own = group_ ? *beyond->scale == kHundred : *beyond->scale >= last_scale_;
    if (own) return false;
  }
  if (next->digits && next->digits->is_zero()) return false;
  end_ = token.end;
  bool taken = Take(*next);
  if (!taken) end_ = token.start;
  return taken;
}

bool EnglishNumeral::TakePoint(const Token& token) {
  if (n_.vague || n_.fraction || (!group_ && figure_)) return false;
  Decimal place = Decimal(1).Scaled(-1);
  std::size_t at = token.end;
  bool any = false;
  while (true) {
    auto next = After(at, !figure_);
    if (!next) break;
    bool digit =
        next->word != nullptr && next->word->kind == Word::Kind::kCardinal && next->word->lo < Decimal(10);
    if (next->digits && !any && !figure_) {  // point 77
      lo_ = hi_ = next->digits->Scaled(-static_cast<int>(next->end - next->start));
      at = next->end;
      any = true;
      break;
    }
    if (!digit) break;
    lo_ = lo_ + next->word->lo * place;
    hi_ = lo_;
    place = place.Scaled(-1);
    at = next->end;
    any = true;
  }
  if (!any) return false;
  group_ = figure_ = true;
  end_ = at;
  return true;
}

}  // namespace tally
