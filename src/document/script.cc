// A character that folds to another is Traditional; a character that others fold to, and that does not fold,
// is Simplified. Some of the latter (后, 里, 台) are Traditional characters of another meaning too, but they
// are few beside the former.
#include "document/script.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/fold.h"
#include "base/three_bytes.h"
#include "base/utf8.h"

namespace tally {
namespace {

constexpr char32_t kFirstHan = 0x3400;
constexpr char32_t kLastHan = 0x9FFF;
// A book is in the script of its first pages.
constexpr std::size_t kEnough = 64 * 1024;

bool InTable(char32_t c) { return c >= kFirstHan && c <= kLastHan; }

// What a Han character tells of the script.
enum HanForm : std::uint8_t { kShared, kSimplifiedForm, kTraditionalForm, kHanForms };
using HanForms = std::array<HanForm, kLastHan - kFirstHan + 1>;

const HanForms& Forms() {
  static const HanForms forms = [] {
    HanForms table{};
    for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
      char32_t folded = FoldCodePoint(c);
      if (folded != c && InTable(folded)) table[folded - kFirstHan] = kSimplifiedForm;
    }
    for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
      if (FoldCodePoint(c) != c) table[c - kFirstHan] = kTraditionalForm;
    }
    return table;
  }();
  return forms;
}

struct Counts {
  std::size_t latin_words = 0;
  std::size_t kana = 0;
  std::size_t han_by_form[kHanForms] = {};

  std::size_t han() const { return han_by_form[kShared] + simplified() + traditional(); }
  std::size_t simplified() const { return han_by_form[kSimplifiedForm]; }
  std::size_t traditional() const { return han_by_form[kTraditionalForm]; }
};

void Count(std::string_view raw, Counts& counts) {
  const HanForms& forms = Forms();
  bool in_word = false;
  for (std::size_t at = 0; at < raw.size();) {
    auto lead = static_cast<unsigned char>(raw[at]);
    // U+4000 to U+9FFF, the most of a Chinese text.
    if (lead >= 0xE4 && lead <= 0xE9 && raw.size() - at > 2 && TwoGoOn(raw.data() + at + 1)) {
      ++counts.han_by_form[forms[ThreeBytes(raw.data() + at) - kFirstHan]];
      in_word = false;
      at += 3;
      continue;
    }
    CodePoint c = DecodeUtf8(raw, at);
    at += c.length;
    if (InTable(c.value)) {
      ++counts.han_by_form[forms[c.value - kFirstHan]];
      in_word = false;
      continue;
    }
    bool letter = c.value < 0x80 ? IsAsciiAlpha(static_cast<char>(c.value)) : IsAlphabetic(c.value);
    if (letter && !in_word) ++counts.latin_words;
    in_word = letter;
    if (c.value >= 0x3041 && c.value <= 0x30FA) ++counts.kana;
  }
}

bool IsJapanese(const Counts& counts) {
  return counts.kana * 4 > counts.han() && counts.latin_words <= counts.han() + counts.kana;
}

Script Judge(const Counts& counts) {
  if (counts.latin_words > counts.han() || counts.han() == 0) return Script::kLatin;
  return counts.traditional() > counts.simplified() ? Script::kTraditional : Script::kSimplified;
}

}  // namespace

namespace {

Counts CountsOf(const Document& document) {
  Counts counts;
  std::size_t left = kEnough;
  for (const Block& block : document.blocks) {
    if (left == 0) break;
    std::string_view text = document.Cut(block.text.ToOriginal({0, block.text.size()})).substr(0, left);
    left -= text.size();
    Count(text, counts);
  }
  return counts;
}

Counts CountsOf(std::string_view text) {
  Counts counts;
  Count(text.substr(0, kEnough), counts);
  return counts;
}

std::string_view LanguageOf(const Counts& counts) {
  return IsJapanese(counts) ? std::string_view("ja") : LanguageOf(Judge(counts));
}

}  // namespace

Writing DetectWriting(const Document& document) {
  Counts counts = CountsOf(document);
  return {Judge(counts), LanguageOf(counts)};
}

std::string_view LanguageOf(std::string_view text) { return LanguageOf(CountsOf(text)); }

Script ScriptOf(std::string_view text) { return Judge(CountsOf(text)); }

std::string_view LanguageOf(Script script) {
  switch (script) {
    case Script::kLatin:
      return "en";
    case Script::kSimplified:
      return "zh-Hans";
    case Script::kTraditional:
      return "zh-Hant";
  }
  return "en";
}

// RFC 5646, 2.1.1: scripts have a capital, regions are in capitals, all else is small.
std::string LanguageTag(std::string_view printed) {
  constexpr std::size_t kLongestTag = 35;
  if (printed.size() < 2 || printed.size() > kLongestTag) return {};
  std::string tag;
  for (std::size_t at = 0; at <= printed.size();) {
    std::size_t end = std::min(printed.find_first_of("-_", at), printed.size());
    std::string part = AsciiLower(printed.substr(at, end - at));
    bool first = at == 0;
    at = end + 1;
    if (part.empty() || part.size() > 8 || !std::ranges::all_of(part, IsAsciiAlnum)) return {};
    if (first && (part.size() > 3 || !std::ranges::all_of(part, IsAsciiAlpha))) return {};
    if (!first && part.size() == 4 && IsAsciiAlpha(part[0])) part[0] = static_cast<char>(part[0] - 'a' + 'A');
    if (!first && part.size() == 2) {
      for (char& c : part) c = IsAsciiAlpha(c) ? static_cast<char>(c - 'a' + 'A') : c;
    }
    tag += (first ? "" : "-") + part;
  }
  return tag;
}

}  // namespace tally
