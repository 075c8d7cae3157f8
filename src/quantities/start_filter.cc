#include "quantities/start_filter.h"

#include "base/utf8.h"

namespace tally {
namespace {

// Of characters of the Basic Multilingual Plane; any mixing will do.
std::uint32_t Hash(std::uint32_t seed, char32_t c) { return ((seed * 0x9E37u) ^ (c * 0x85EBu)) & 0xFFFFu; }

// One digit is as good as another.
char32_t AnyDigit(char32_t c) { return c >= '0' && c <= '9' ? U'0' : c; }

}  // namespace

StartFilter::StartFilter() {
  for (std::size_t c = 0; c < classes_.size(); ++c) {
    auto byte = static_cast<char>(c);
    classes_[c] = kOther;
    if (IsAsciiDigit(byte)) classes_[c] = kDigit;
    if (IsAsciiAlpha(byte)) classes_[c] = kLetter;
    if (c >= 0xC2 && c < 0xE0) classes_[c] = kLead2;
    if (c >= 0xE0 && c < 0xF0) classes_[c] = kLead3;
  }
  for (std::string_view fraction : {"½", "¼", "¾", "⅓", "⅔", "⅕", "⅛", "⅜", "⅝", "⅞"}) Add(fraction);
}

// Up to three letters of the word, 5 bits each; a shorter word is padded by zeros.
std::uint32_t StartFilter::LatinKey(std::string_view text, std::size_t at) {
  std::uint32_t key = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    bool letter = at + i < text.size() && IsAsciiAlpha(text[at + i]);
    if (!letter) return key << (5 * (3 - i));
    key = key << 5 | (static_cast<std::uint32_t>(text[at + i]) & 31u);
  }
  return key;
}

void StartFilter::Add(std::string_view word) {
  if (word.empty()) return;
  CodePoint first = DecodeUtf8(word, 0);
  if (first.value < 0x80) {
    if (IsAsciiAlpha(word[0]))
      latin_.set(LatinKey(word, 0));
    else
      classes_[static_cast<unsigned char>(word[0])] = kCandidate;
    return;
  }
  if (first.value >= 0x10000) return;
  first_.set(first.value);
  // Up to the third character, where a digit stands for all digits.
  std::uint32_t hash = first.value;
  int count = 1;
  for (std::size_t at = first.length; at < word.size() && count < 3; ++count) {
    CodePoint c = DecodeUtf8(word, at);
    bool digit = c.value < 0x80 && IsAsciiDigit(static_cast<char>(c.value));
    if (c.value < 0x80 && !digit) break;
    if (digit && count == 1) digit_second_.set(first.value);
    hash = Hash(hash, AnyDigit(c.value));
    at += c.length;
  }
  if (count == 1) one_.set(first.value);
  if (count == 2) two_.set(hash);
  if (count == 3) three_.set(hash);
}

bool StartFilter::WordMayBegin(std::string_view text, std::size_t at, char32_t first,
                               std::size_t length) const {
  if (!first_[first]) return false;
  if (one_[first]) return true;
  std::size_t second_at = at + length;
  if (second_at >= text.size()) return false;
  CodePoint second = DecodeUtf8(text, second_at);
  if (second.value == ' ') return digit_second_[first];  // 第 1 季度
  std::uint32_t hash = Hash(first, AnyDigit(second.value));
  if (two_[hash]) return true;
  std::size_t third_at = second_at + second.length;
  return third_at < text.size() && three_[Hash(hash, AnyDigit(DecodeUtf8(text, third_at).value))];
}

std::size_t StartFilter::Next(std::string_view text, std::size_t at) const {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t size = text.size();
  while (at < size) {
    switch (classes_[bytes[at]]) {
      case kDigit:
      case kCandidate:
        return at;
      case kLetter:
        if (IsWordEdge(text, at) && latin_[LatinKey(text, at)]) return at;
        while (at < size && classes_[bytes[at]] == kLetter) ++at;
        break;
      case kLead2:
      case kLead3: {
        CodePoint c = DecodeUtf8(text, at);
        if (WordMayBegin(text, at, c.value, c.length)) return at;
        at += c.length;
        break;
      }
      default:
        ++at;
    }
  }
  return size;
}

}  // namespace tally
