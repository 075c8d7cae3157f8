#include "compare/likeness.h"

#include <algorithm>

#include "base/fold.h"
#include "base/utf8.h"
#include "compare/comparable_sets.h"

namespace tally {
namespace {

// Half Han characters: what a code point takes of the reach.
std::size_t WidthOf(char32_t c) { return IsHan(c) ? 2 : 1; }

std::string_view Before(std::string_view text) {
  std::size_t width = 0;
  std::size_t at = text.size();
  while (at > 0 && width < 2 * kLikenessReach) {
    at = PreviousCodePoint(text, at);
    width += WidthOf(DecodeUtf8(text, at).value);
  }
  return text.substr(at);
}

std::string_view After(std::string_view text) {
  std::size_t width = 0;
  std::size_t at = 0;
  while (at < text.size() && width < 2 * kLikenessReach) {
    CodePoint c = DecodeUtf8(text, at);
    width += WidthOf(c.value);
    at += c.length;
  }
  return text.substr(0, at);
}

void AddWords(std::string_view side, std::vector<std::string>& words) {
  std::string folded = Fold(side);
  std::string word;
  std::string han;  // the last Han character, while nothing else has come between
  auto end_word = [&] {
    if (word.size() >= kLeastWordLetters) words.push_back(AsciiLower(word));
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    CodePoint c = DecodeUtf8(folded, at);
    std::string letter = folded.substr(at, c.length);
    at += c.length;
    if (IsHan(c.value)) {
      end_word();
      if (!han.empty()) words.push_back(han + letter);
      han = letter;
      continue;
    }
    // Hard-wrapped Chinese breaks inside words.
    if (c.value != '\n') han.clear();
    if (IsAlphabetic(c.value)) {
      word += letter;
    } else {
      end_word();
    }
  }
  end_word();
}

}  // namespace

std::vector<std::string> WordsAround(const Claim& claim) {
  std::string_view sentence = claim.context;
  std::size_t start = std::min(claim.quote_in_context, sentence.size());
  std::size_t end = std::min(start + claim.quote.size(), sentence.size());
  std::vector<std::string> words;
  AddWords(Before(sentence.substr(0, start)), words);
  AddWords(After(sentence.substr(end)), words);
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::size_t SharedWords(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> shared;
  std::ranges::set_intersection(a, b, std::back_inserter(shared));
  return shared.size();
}

bool AreToldTogether(const Claim& a, const Claim& b) {
  if (DocumentOf(a) != DocumentOf(b) || a.field != b.field) return false;
  if (a.begin.line == b.begin.line) return true;
  std::size_t first = std::min(a.span.start, b.span.start);
  std::size_t last = std::max(a.span.start, b.span.start);
  return last - first < kContrastBytes;
}

}  // namespace tally
