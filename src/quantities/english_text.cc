#include "quantities/english_text.h"

#include <initializer_list>

namespace tally {

std::size_t SkipBlanksAndCommas(std::string_view text, std::size_t at) {
  at = SkipBlanks(text, at);
  if (at < text.size() && text[at] == ',') at = SkipBlanks(text, at + 1);
  return at < text.size() && text[at] == '(' ? at + 1 : at;
}

std::size_t SkipThisWord(std::string_view text, std::size_t at, std::string_view word) {
  if (at + word.size() >= text.size() || text[at + word.size()] != ' ') return at;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (AsciiLower(text[at + i]) != word[i]) return at;
  }
  return SkipBlanks(text, at + word.size());
}

bool EndsInWord(std::string_view text, std::size_t at, std::string_view word) {
  std::size_t start = at - 1 - word.size();
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (AsciiLower(text[start + i]) != word[i]) return false;
  }
  return IsWordEdge(text, start);
}

std::size_t SkipJoiner(std::string_view text, std::size_t at, bool and_too) {
  using namespace std::string_view_literals;
  std::size_t next = SkipBlanks(text, at);
  if (next >= text.size()) return at;
  auto skip = [&](std::initializer_list<std::string_view> words) {
    for (std::string_view word : words) {
      std::size_t behind = SkipWord(text, next, word);
      if (behind > next) return behind;
    }
    return at;
  };
  switch (text[next]) {
    case '-':
    case '~':
      return SkipBlanks(text, next + 1);
    case 't':
    case 'T':
      return next > at ? skip({"to"sv, "through"sv, "thru"sv, "till"sv}) : at;
    case 'u':
    case 'U':
      return next > at ? skip({"until"sv}) : at;
    case 'a':
    case 'A':
      return next > at && and_too ? skip({"and"sv}) : at;
    default:
      break;
  }
  if (static_cast<unsigned char>(text[next]) < 0x80) return at;
  for (std::string_view dash : {"–"sv, "—"sv}) {
    if (text.substr(next).starts_with(dash)) return SkipBlanks(text, next + dash.size());
  }
  return at;
}

int DigitsToInt(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace tally
