#include "quantities/start_filter.h"

#include "base/utf8.h"

namespace tally {

StartFilter::StartFilter() : han_(0x10000) {
  for (int c = 0; c < 256; ++c) {
    auto byte = static_cast<char>(c);
    classes_[static_cast<std::size_t>(c)] = c >= 0x80            ? (c >= 0xE0 && c < 0xF0   ? kLead3
                                                                    : c >= 0xC2 && c < 0xE0 ? kLead2
                                                                                            : kOther)
                                            : IsAsciiDigit(byte) ? kDigit
                                            : IsAsciiAlpha(byte) ? kLetter
                                                                 : kOther;
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
  if (first.value >= 0x80) {
    if (first.value < 0x10000) han_[first.value] = true;
  } else if (IsAsciiAlpha(word[0])) {
    std::uint32_t key = LatinKey(word, 0);
    latin_[key / 64] |= std::uint64_t{1} << (key % 64);
  } else {
    classes_[static_cast<unsigned char>(word[0])] = kCandidate;
  }
}

std::size_t StartFilter::Next(std::string_view text, std::size_t at) const {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t size = text.size();
  while (at < size) {
    switch (classes_[bytes[at]]) {
      case kDigit:
      case kCandidate:
        return at;
      case kLetter: {
        std::uint32_t key = LatinKey(text, at);
        if (IsWordEdge(text, at) && (latin_[key / 64] >> (key % 64) & 1) != 0) return at;
        while (at < size && classes_[bytes[at]] == kLetter) ++at;
        break;
      }
      case kLead2:
      case kLead3: {
        CodePoint c = DecodeUtf8(text, at);
        if (han_[c.value]) return at;
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
