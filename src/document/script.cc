// A character that folds to another is Traditional; a character that others fold to, and that does not fold,
// is Simplified. Some of the latter (后, 里, 台) are Traditional characters of another meaning too, but they
// are few beside the former.
#include "document/script.h"

#include <bitset>

#include "base/fold.h"
#include "base/utf8.h"

namespace tally {
namespace {

constexpr char32_t kFirstHan = 0x3400;
constexpr char32_t kLastHan = 0x9FFF;
// A book is in the script of its first pages.
constexpr std::size_t kEnough = 64 * 1024;
using HanSet = std::bitset<kLastHan - kFirstHan + 1>;

bool InTable(char32_t c) { return c >= kFirstHan && c <= kLastHan; }

const HanSet& SimplifiedForms() {
  static const HanSet forms = [] {
    HanSet set;
    for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
      char32_t folded = FoldCodePoint(c);
      if (folded != c && InTable(folded)) set.set(folded - kFirstHan);
    }
    return set;
  }();
  return forms;
}

struct Counts {
  std::size_t han = 0;
  std::size_t latin_words = 0;
  std::size_t traditional = 0;
  std::size_t simplified = 0;
};

void Count(std::string_view raw, Counts& counts) {
  const HanSet& simplified_forms = SimplifiedForms();
  bool in_word = false;
  for (std::size_t at = 0; at < raw.size();) {
    CodePoint c = DecodeUtf8(raw, at);
    at += c.length;
    bool letter = IsAlphabetic(c.value);
    if (letter && !in_word) ++counts.latin_words;
    in_word = letter;
    if (!InTable(c.value)) continue;
    ++counts.han;
    if (FoldCodePoint(c.value) != c.value) {
      ++counts.traditional;
    } else if (simplified_forms[c.value - kFirstHan]) {
      ++counts.simplified;
    }
  }
}

}  // namespace

Script DetectScript(const Document& document) {
  Counts counts;
  std::size_t left = kEnough;
  for (const Block& block : document.blocks) {
    if (left == 0) break;
    std::string_view text = document.Cut(block.text.ToOriginal({0, block.text.size()})).substr(0, left);
    left -= text.size();
    Count(text, counts);
  }
  if (counts.latin_words > counts.han || counts.han == 0) return Script::kLatin;
  return counts.traditional > counts.simplified ? Script::kTraditional : Script::kSimplified;
}

}  // namespace tally
