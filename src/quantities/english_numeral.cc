// English number words ("thirteen billion", "half a million", "one hundred and twenty", "tens of billions")
// and the scale words after digits ("1.2 trillion", "13bn", "$5b").
#include "base/utf8.h"
#include "quantities/numeral.h"

namespace tally {
namespace {

// No amount in words has more than these: "nine hundred and ninety-nine thousand nine hundred …".
constexpr int kMostWords = 12;

std::size_t SkipGap(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
  return at;
}

// A word-list value: "13" or "10-99".
struct WordValue {
  Decimal lo;
  Decimal hi;
};

WordValue ParseValue(const std::string& value) {
  auto dash = value.find('-');
  Decimal lo = Decimal::Parse(value.substr(0, dash)).value_or(Decimal(0));
  Decimal hi = dash == std::string::npos ? lo : Decimal::Parse(value.substr(dash + 1)).value_or(lo);
  return {lo, hi};
}

bool IsPlural(std::string_view word) { return !word.empty() && AsciiLower(word.back()) == 's'; }

}  // namespace

void NumeralReader::ReadEnglishScale(std::string_view text, Numeral& n) const {
  std::size_t at = n.text.end;
  auto hit = scales_.lexicon.Longest(text, SkipGap(text, at));
  bool attached = false;
  if (!hit) {
    hit = scales_.lexicon.LongestLoose(text, at);
    attached = true;
  } else if (SkipGap(text, at) == at) {
    attached = true;
  }
  if (!hit) return;
  std::size_t begin = attached ? at : SkipGap(text, at);
  std::size_t end = begin + hit->length;
  if (!IsWordEdge(text, end)) return;
  n.letter = hit->length == 1;
  if (n.letter && !attached) {  // "5 m" is metres or nothing
    n.letter = false;
    return;
  }
  const Decimal& factor = scales_.units[hit->value].factor;
  n.lo = n.lo * factor;
  n.hi = n.hi * factor;
  n.last_place += factor.first_digit_exponent();
  n.scale_power = factor.first_digit_exponent();
  n.scaled = true;
  n.text.end = end;
}

std::optional<Numeral> NumeralReader::ReadWords(std::string_view text, std::size_t start) const {
  Numeral n;
  n.word = true;
  Decimal total_lo = 0, total_hi = 0, lo = 0, hi = 0;
  bool any = false;
  bool figure = false;  // more than an article
  std::size_t at = start;
  std::size_t end = start;
  for (int words = 0; words < kMostWords && at < text.size(); ++words) {
    if (auto word = words_.lexicon.Longest(text, at)) {
      WordValue value = ParseValue(words_.values[word->value]);
      std::string_view spelled = text.substr(at, word->length);
      bool article = AsciiLower(spelled) == "a" || AsciiLower(spelled) == "an";
      bool half = value.lo == *Decimal::Parse("0.5");
      if (any && half) break;
      if (article) {
        // An article counts only before a scale word: "a million".
        auto scale = scales_.lexicon.Longest(text, SkipGap(text, at + word->length));
        if (any && !half && !(lo == *Decimal::Parse("0.5"))) break;
        if (!scale || IsPlural(text.substr(SkipGap(text, at + word->length), scale->length))) break;
        if (!any) lo = hi = 1;
      } else {
        bool tens_then_ones = any && lo >= Decimal(20) && lo < Decimal(100) &&
                              lo.last_digit_exponent() == 1 && value.hi < Decimal(10);
        bool after_hundred = any && lo >= Decimal(100) && value.hi < Decimal(100);
        bool fresh = lo.is_zero() && hi.is_zero();
        if (any && !tens_then_ones && !after_hundred && !fresh) break;
        lo = lo + value.lo;
        hi = hi + value.hi;
        if (value.lo != value.hi) n.vague = true;
        figure = true;
      }
      any = true;
      end = at + word->length;
    } else if (auto scale = scales_.lexicon.Longest(text, at)) {
      if (scale->length == 1) break;
      std::string_view spelled = text.substr(at, scale->length);
      if (!any) {
        // "billions of dollars": a magnitude; "billion" alone is nothing.
        if (!IsPlural(spelled)) break;
        lo = 2;
        hi = 999;
        n.vague = n.bare = true;
      }
      const Decimal& factor = scales_.units[scale->value].factor;
      if (factor == Decimal(100)) {
        lo = lo * factor;
        hi = hi * factor;
      } else {
        total_lo = total_lo + lo * factor;
        total_hi = total_hi + hi * factor;
        lo = hi = 0;
      }
      n.scaled = any = figure = true;
      end = at + scale->length;
    } else if (any && text.substr(at).starts_with("and ") && n.scaled) {
      at += 4;
      continue;
    } else {
      break;
    }
    at = SkipGap(text, end);
    if (at == end) break;
  }
  if (!figure) return std::nullopt;
  n.lo = total_lo + lo;
  n.hi = total_hi + hi;
  n.text = {start, end};
  n.last_place = n.lo.last_digit_exponent();
  return n;
}

}  // namespace tally
