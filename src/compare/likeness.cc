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

// "A ticket costs" and "tickets cost" say one thing.
std::string_view Singular(std::string_view word) {
  bool ending = word.size() > kLeastOwnLetters && word.ends_with('s');
  return ending ? word.substr(0, word.size() - 1) : word;
}

// 1886亿元, 3万人: the end of another figure, which is no word around this one. `at`: behind a digit.
std::size_t BehindUnit(std::string_view folded, std::size_t at) {
  constexpr std::u32string_view kScales = U"千万亿";
  std::size_t end = at;
  while (end < folded.size()) {
    CodePoint c = DecodeUtf8(folded, end);
    bool scale = kScales.find(c.value) != std::u32string_view::npos;
    if (!scale && (end == at || !IsHan(c.value))) return end;
    end += c.length;
    if (!scale) return end;
  }
  return end;
}

void AddWords(std::string_view side, std::vector<std::string>& words) {
  std::string folded = Fold(side);
  std::string word;
  std::string han;  // the last Han character, while nothing else has come between
  auto end_word = [&] {
    if (word.size() >= kLeastWordLetters) words.push_back(AsciiLower(Singular(word)));
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
    if (c.value >= '0' && c.value <= '9') at = BehindUnit(folded, at);
    if (IsAlphabetic(c.value)) {
      word += letter;
    } else {
      end_word();
    }
  }
  end_word();
}

// What stands on both sides of a figure in its sentence.
struct Sides {
  std::string_view before;
  std::string_view after;
};
Sides SidesOf(const Claim& claim) {
  std::string_view sentence = claim.context;
  std::size_t start = std::min(claim.quote_in_context, sentence.size());
  std::size_t end = std::min(start + claim.quote.size(), sentence.size());
  return {Before(sentence.substr(0, start)), After(sentence.substr(end))};
}

// Words of any length and single Han characters, in their order.
void AddTokens(std::string_view side, std::vector<std::string>& tokens) {
  std::string folded = Fold(side);
  std::string word;
  auto end_word = [&] {
    if (!word.empty()) tokens.push_back(AsciiLower(Singular(word)));
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    CodePoint c = DecodeUtf8(folded, at);
    std::string letter = folded.substr(at, c.length);
    at += c.length;
    if (IsAlphabetic(c.value) && !IsHan(c.value)) {
      word += letter;
      continue;
    }
    end_word();
    if (IsHan(c.value)) tokens.push_back(letter);
  }
  end_word();
}

// Of the clause. A hard-wrapped line is none.
Sides ClauseOf(Sides sides) {
  auto is_mark = [](char32_t c) {
    return std::u32string_view(U",;:!?，。；：！？、").find(c) != std::u32string_view::npos;
  };
  std::size_t from = sides.before.size();
  while (from > 0) {
    std::size_t previous = PreviousCodePoint(sides.before, from);
    if (is_mark(DecodeUtf8(sides.before, previous).value)) break;
    from = previous;
  }
  std::size_t to = 0;
  while (to < sides.after.size()) {
    CodePoint c = DecodeUtf8(sides.after, to);
    if (is_mark(c.value)) break;
    to += c.length;
  }
  return {sides.before.substr(from), sides.after.substr(0, to)};
}

using Tokens = std::vector<std::string>;

// Between two tokens that both have, or at an end: what each has of its own there.
bool SaysOwn(const Tokens& tokens, std::size_t from, std::size_t to) {
  std::size_t han = 0;
  for (std::size_t i = from; i < to; ++i) {
    bool is_han = IsHan(DecodeUtf8(tokens[i], 0).value);
    if (!is_han && tokens[i].size() >= kLeastOwnLetters) return true;
    han += is_han;
  }
  return han >= kLeastOwnHan;
}

// The longest run of tokens, with gaps, that both have, as pairs of places; the reach bounds both.
std::vector<std::pair<std::size_t, std::size_t>> Align(const Tokens& a, const Tokens& b) {
  std::vector<std::vector<std::size_t>> longest(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      longest[i][j] =
          a[i] == b[j] ? longest[i + 1][j + 1] + 1 : std::max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      pairs.emplace_back(i++, j++);
    } else {
      ++(longest[i + 1][j] >= longest[i][j + 1] ? i : j);
    }
  }
  return pairs;
}

Tokens TokensOf(const Sides& sides) {
  Tokens tokens;
  AddTokens(sides.before, tokens);
  AddTokens(sides.after, tokens);
  return tokens;
}

// Sorted, each once.
Tokens WordsOf(const Sides& sides) {
  Tokens words;
  AddWords(sides.before, words);
  AddWords(sides.after, words);
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// They share half of their words, and each has one of its own.
bool MostlyAlike(const Tokens& a, const Tokens& b) {
  std::size_t shared = SharedWords(a, b);
  return shared < std::min(a.size(), b.size()) && shared * 2 >= std::max(a.size(), b.size());
}

// Half of the longer one stands in both in one order, and somewhere between each says something else.
bool HasSubstitute(const Tokens& x, const Tokens& y) {
  auto pairs = Align(x, y);
  if (pairs.size() * 2 < std::max(x.size(), y.size())) return false;
  pairs.emplace_back(x.size(), y.size());
  std::size_t i = 0;
  std::size_t j = 0;
  for (auto [next_i, next_j] : pairs) {
    if (SaysOwn(x, i, next_i) && SaysOwn(y, j, next_j)) return true;
    i = next_i + 1;
    j = next_j + 1;
  }
  return false;
}

}  // namespace

bool AreContrasted(const Claim& a, const Claim& b) {
  Sides of_a = ClauseOf(SidesOf(a));
  Sides of_b = ClauseOf(SidesOf(b));
  return MostlyAlike(WordsOf(of_a), WordsOf(of_b)) || HasSubstitute(TokensOf(of_a), TokensOf(of_b));
}

std::vector<std::string> WordsAround(const Claim& claim) { return WordsOf(SidesOf(claim)); }

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
