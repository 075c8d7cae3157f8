#include "quantities/surroundings.h"

#include "base/utf8.h"
#include "quantities/numeral.h"

namespace tally {
namespace {

// Digits in a row without separators that no news figure has: an account, a telephone, an id.
constexpr std::size_t kIdDigits = 7;

bool DigitAt(std::string_view text, std::size_t at) { return at < text.size() && IsAsciiDigit(text[at]); }

std::size_t BeforeBlanks(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at;
}

std::size_t AfterBlanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

bool IsLetter(char32_t c) {
  return IsHan(c) || IsAlphabetic(c) || (c < 0x80 && IsAsciiAlnum(static_cast<char>(c)));
}

// The word that ends at `at` begins with a capital: "Llama 4", "iPhone 15".
bool CapitalWordBefore(std::string_view text, std::size_t at) {
  for (std::size_t i = at; i > 0; --i) {
    char c = text[i - 1];
    if (IsAsciiUpper(c)) return true;
    if (!IsAsciiAlnum(c) && c != '-') break;
  }
  return false;
}

// Seven digits and more that are not all that the text says.
bool IsLongNumber(std::string_view text, TextSpan figure) {
  if (figure.size() < kIdDigits) return false;
  return BeforeBlanks(text, figure.start) > 0 || AfterBlanks(text, figure.end) < text.size();
}

}  // namespace

bool IsDelimited(std::string_view text, TextSpan figure) {
  std::size_t before = BeforeBlanks(text, figure.start);
  if (before > 0 && IsLetter(DecodeUtf8(text, PreviousCodePoint(text, before)).value)) return false;
  std::size_t after = AfterBlanks(text, figure.end);
  return after >= text.size() || !IsLetter(DecodeUtf8(text, after).value);
}

bool IsLabel(std::string_view text, TextSpan figure, const WordList& labels) {
  std::size_t before = figure.start > 0 && text[figure.start - 1] == ' ' ? figure.start - 1 : figure.start;
  std::string_view lead = text.substr(0, before);
  if (labels.lexicon.LongestEndingAt(text, before, 0)) return true;
  std::string_view rest = text.substr(figure.end);
  bool opened = lead == "(";
  if (!lead.empty() && !opened) return false;
  if (opened) return rest.starts_with(")");
  for (std::string_view mark : {"、", ". ", ") ", ".、"}) {
    if (rest.starts_with(mark)) return true;
  }
  return false;
}

bool IsIdentifier(std::string_view text, TextSpan figure, bool grouped_or_fraction) {
  std::size_t start = figure.start;
  std::size_t end = figure.end;
  char next = end < text.size() ? text[end] : ' ';
  char last = start > 0 ? text[start - 1] : ' ';
  bool named = start > 0 && last == ' ' && CapitalWordBefore(text, start - 1) &&
               text.substr(start, end - start).find(',') == std::string_view::npos;
  if (named) return true;
  if (last == ' ' && next == ' ') return !grouped_or_fraction && IsLongNumber(text, figure);
  bool letter_after =
      end + 1 < text.size() && next == '.' && IsAsciiAlpha(text[end + 1]) && !IsAsciiAlpha(text[start]);
  bool version = (next == '.' || next == '/') && DigitAt(text, end + 1);  // 1.2.3, 4/5G
  version = version || ((last == '.' || last == '/') && start >= 2 && IsAsciiDigit(text[start - 2]));
  if (IsAsciiAlpha(next) || next == '_' || letter_after || version) return true;
  if ((next == '-' || next == '_') && end + 1 < text.size() && IsAsciiAlnum(text[end + 1])) return true;
  if (last == '-' && start >= 2) {
    CodePoint before = DecodeUtf8(text, PreviousCodePoint(text, start - 1));
    if (IsHan(before.value) || (before.value < 0x80 && IsAsciiAlnum(static_cast<char>(before.value))))
      return true;
  }
  // 昨(7)日: the day of the month, said beside the word for it
  if (last == '(' && next == ')') {
    for (std::string_view part : {"日", "月", "年"}) {
      if (text.substr(end + 1).starts_with(part)) return true;
    }
  }
  // 108 比 97: a score
  std::string_view against = "比";
  bool score =
      next == against.front() && text.substr(end).starts_with(against) && DigitAt(text, end + against.size());
  score = score || (last == against.back() && text.substr(0, start).ends_with(against) &&
                    start > against.size() && IsAsciiDigit(text[start - against.size() - 1]));
  if (score) return true;
  if (grouped_or_fraction) return false;
  if (IsLongNumber(text, figure)) return true;
  // Between two Han characters and small, it is part of a name more often than a figure.
  auto wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  return end - start <= 2 && wide(last) && wide(next) &&
         IsHan(DecodeUtf8(text, PreviousCodePoint(text, start)).value) && IsHan(DecodeUtf8(text, end).value);
}

std::size_t AddressEnd(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at);
  bool address = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
  if (!address) return at;
  while (at < text.size() && text[at] != ' ' && static_cast<unsigned char>(text[at]) < 0x80 &&
         text[at] != '"' && text[at] != '<' && text[at] != '>')
    ++at;
  return at;
}

// Scores (3:1) and odds are no quantities either.
std::size_t TimeOfDayEnd(std::string_view text, std::size_t at) {
  std::size_t i = at;
  int parts = 0;
  while (true) {
    std::size_t start = i;
    while (DigitAt(text, i)) ++i;
    if (i == start || i - start > 3) return at;
    ++parts;
    if (parts == 3 || i >= text.size() || text[i] != ':') break;
    if (!DigitAt(text, i + 1)) break;
    ++i;
  }
  return parts >= 2 ? i : at;
}

std::size_t HanClockEnd(std::string_view text, std::size_t at) {
  std::string_view mark = "点";
  if (!text.substr(at).starts_with(mark)) return at;
  std::size_t i = at + mark.size();
  // 三点建议 is no time, but no quantity either.
  while (i < text.size()) {
    CodePoint c = DecodeUtf8(text, i);
    bool part = DigitAt(text, i) || (IsHanNumeralStart(c.value) && c.value != U'万' && c.value != U'亿');
    if (!part) break;
    i += c.length;
  }
  for (std::string_view tail : {"分钟", "分", "刻", "钟", "整"}) {
    if (text.substr(i).starts_with(tail)) return i + tail.size();
  }
  return i;
}

bool IsLatinLetterBefore(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  char c = text[at - 1];
  if (IsAsciiAlpha(c) || c == '_') return true;
  return c == '-' && at >= 2 && IsAsciiAlpha(text[at - 2]);
}

}  // namespace tally
