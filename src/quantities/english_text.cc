#include "quantities/english_text.h"

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
  std::size_t next = SkipBlanks(text, at);
  if (next >= text.size()) return at;
  char first = AsciiLower(text[next]);
  bool may = first == 't' || first == 'u' || first == 'a' || first == '-' || first == '~' ||
             static_cast<unsigned char>(first) >= 0x80;
  if (!may) return at;
  for (std::string_view dash : {"-", "–", "—", "~"}) {
    if (text.substr(next).starts_with(dash)) return SkipBlanks(text, next + dash.size());
  }
  if (next == at) return at;
  for (std::string_view word : {"to", "through", "thru", "until", "till"}) {
    std::size_t behind = SkipWord(text, next, word);
    if (behind > next) return behind;
  }
  std::size_t behind = and_too ? SkipWord(text, next, "and") : next;
  return behind > next ? behind : at;
}

int DigitsToInt(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace tally
