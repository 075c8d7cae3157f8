#include "quantities/start_filter.h"

#include "base/three_bytes.h"
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

void StartFilter::Add(std::string_view word) {
  if (word.empty()) return;
  CodePoint first = DecodeUtf8(word, 0);
  if (first.value < 0x80) {
    std::uint32_t letters = LettersAt(word, 0);
    std::size_t blank = 0;
    while (blank < word.size() && LetterAt(word[blank]) != 0) ++blank;
    if (letters != 0 && blank < 3 && blank + 1 < word.size() && word[blank] == ' ' &&
        LetterAt(word[blank + 1]) != 0) {
      latin_firsts_.set(letters);
      latin_pairs_.set(Hash(letters, LettersAt(word, blank + 1)));
    } else if (letters != 0) {
      latin_.set(letters);
    } else {
      classes_[static_cast<unsigned char>(word[0])] = kCandidate;
    }
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
    if (c.value < 0x80 && !digit && c.value != '(') break;
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

inline bool StartFilter::LatinMayBegin(std::string_view text, std::size_t at) const {
  std::uint32_t letters = LettersAt(text, at);
  if (latin_[letters]) return true;
  if (!latin_firsts_[letters]) return false;
  std::size_t blank = at + 1;
  while (blank < text.size() && LetterAt(text[blank]) != 0) ++blank;
  return blank + 1 < text.size() && text[blank] == ' ' &&
         latin_pairs_[Hash(letters, LettersAt(text, blank + 1))];
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
        if (IsWordEdge(text, at) && LatinMayBegin(text, at)) return at;
        while (at < size && classes_[bytes[at]] == kLetter) ++at;
        break;
      case kLead3:
        if (size - at > 2 && TwoGoOn(text.data() + at + 1)) {
          char32_t c = ThreeBytes(text.data() + at);
          if (first_[c] && WordMayBegin(text, at, c, 3)) return at;
          at += 3;
          break;
        }
        [[fallthrough]];
      case kLead2: {
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
