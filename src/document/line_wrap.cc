// A program that wraps lines fills each one as far as the next word allows. So a text is wrapped where, of
// the lines with another one directly below, most are "full": the first word of the line below would not have
// fitted into the width. In a text with a line per paragraph, and in lists, lines end where they like.
#include "document/line_wrap.h"

#include <algorithm>

#include "base/fold.h"
#include "base/utf8.h"

namespace tally {
namespace {

// Wrapped mail, RFCs and books have 60 to 80 columns, Chinese ones 60 to 100; a longer line is a paragraph.
constexpr int kMaxWidth = 120;
// Poems, lists and subtitles have lines shorter than this.
constexpr int kMinWidth = 40;
// Fewer lines say nothing.
constexpr std::size_t kMinLines = 3;
// A wrapped Chinese line may end up to two characters early, because no line begins with a mark like ， or
// 」.
constexpr int kSlack = 4;
// Of the lines that have one below, so many percent must be full. In wrapped text all but the ends of
// paragraphs that are not set apart by a blank line are.
constexpr std::size_t kFullPercent = 60;
// A line that ends with a full stop is rarely full by accident of wrapping: above this share the lines are
// sentences.
constexpr std::size_t kMaxStopPercent = 50;

struct Line {
  Span span;
  int width = 0;
  int indent = 0;
  std::size_t blanks = 0;  // bytes of the indentation
  int first_word = 0;      // columns of what must fit for the line to join the one above
  bool blank = false;
  bool stops = false;  // ends with a sentence mark
  bool item = false;   // begins with a list mark
  bool small = false;  // begins with a word of small Latin letters
};

bool IsWide(char32_t c) { return DisplayWidth(c) == 2; }

int FirstWord(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size() && width <= kMaxWidth;) {
    CodePoint c = DecodeUtf8(text, at);
    if (c.value == ' ' || (width > 0 && IsWide(c.value))) break;
    width += DisplayWidth(c.value);
    if (IsWide(c.value)) break;
    at += c.length;
  }
  return width;
}

bool EndsWithStop(std::string_view text) {
  for (std::string_view mark : {"。", "！", "？", "；", "：", "」", "”", ".", "!", "?", ";", ":"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

// "- ", "* ", "• ", "1. ", "1、", "(1) ".
bool BeginsItem(std::string_view text) {
  for (std::string_view mark : {"- ", "* ", "+ ", "•", "·", "●", "■"}) {
    if (text.starts_with(mark)) return true;
  }
  std::size_t at = text.starts_with('(') ? 1 : 0;
  std::size_t digits = at;
  while (at < text.size() && IsAsciiDigit(text[at])) ++at;
  if (at == digits || at - digits > 2) return false;
  std::string_view rest = text.substr(at);
  return rest.starts_with(". ") || rest.starts_with(") ") || rest.starts_with("、");
}

// "was sold", "a plant", but not iPhone.
bool IsSmall(std::string_view text) {
  auto small = [&](std::size_t at) { return at < text.size() && text[at] >= 'a' && text[at] <= 'z'; };
  return small(0) && (small(1) || text.substr(1).starts_with(' '));
}

Line Measure(std::string_view raw, Span span) {
  Line line;
  line.span = span;
  std::string_view text = raw.substr(span.start, span.size());
  line.blank = text.empty();
  std::size_t at = 0;
  while (at < text.size()) {
    CodePoint c = DecodeUtf8(text, at);
    if (c.value != ' ' && c.value != '\t' && c.value != 0x3000) break;
    line.indent += c.value == 0x3000 ? 2 : 1;
    at += c.length;
  }
  line.blanks = at;
  // Past the limit the exact width does not matter, and lines may be megabytes long.
  constexpr std::size_t kEnough = 4 * kMaxWidth + 4;
  line.width = DisplayWidth(text.substr(0, kEnough));
  line.first_word = FirstWord(text.substr(at));
  line.stops = EndsWithStop(text);
  line.item = BeginsItem(text.substr(at));
  line.small = IsSmall(text.substr(at));
  return line;
}

bool IsFull(const Line& line, const Line& below, int width) {
  return line.width + below.first_word + 1 + kSlack > width;
}

constexpr std::size_t kLongestTail = 32;

// The numerals that an item of a list does not begin with: 一百三 and 十億 below it, but not 一 and 二、.
bool CutsHanNumeral(std::string_view above, std::string_view below) {
  auto is_numeral = [](char32_t c) {
    return std::u32string_view(U"零〇一二两兩三四五六七八九十百千").find(c) != std::u32string_view::npos;
  };
  std::size_t last = PreviousCodePoint(above, above.size());
  if (last == 0 || !is_numeral(DecodeUtf8(above, last).value)) return false;
  CodePoint first = DecodeUtf8(below, 0);
  if (!is_numeral(first.value)) return false;
  // What goes on is a figure to its scale or unit, and has a scale in it: 十億, 百萬.
  bool scaled = false;
  std::size_t at = 0;
  for (; at < below.size(); at += DecodeUtf8(below, at).length) {
    char32_t c = DecodeUtf8(below, at).value;
    if (!is_numeral(c) && std::u32string_view(U"十百千万萬亿億").find(c) == std::u32string_view::npos) break;
    scaled = scaled || std::u32string_view(U"百千万萬亿億").find(c) != std::u32string_view::npos;
  }
  return scaled && at < below.size();
}

// "Oct." and "15" below it.
bool CutsDate(std::string_view above, std::string_view below, const WordTable& months) {
  if (!IsAsciiDigit(below[0])) return false;
  std::string_view line = above;
  if (line.ends_with('.')) line.remove_suffix(1);
  std::size_t word = line.size();
  while (word > 0 && IsAsciiAlpha(line[word - 1])) --word;
  if (word == 0 || word == line.size() || !IsAsciiUpper(line[word]) || line[word - 1] != ' ') return false;
  auto hit = months.lexicon.Longest(line, word);
  return hit && hit->length == line.size() - word;
}

// Cut in the middle of a figure: 660 and 亿美元 below it, or a currency's sign and its number.
bool CutsFigure(std::string_view above, std::string_view below, const DocumentWords& words) {
  const WordTable& figure_tails = words.figure_tails;
  if (above.empty() || below.empty()) return false;
  if (CutsHanNumeral(above, below) || CutsDate(above, below, words.months)) return true;
  // A number of one or two digits alone in its line is the number of an item.
  bool item = above.size() <= 2 && std::ranges::all_of(above, IsAsciiDigit);
  if (IsAsciiDigit(above.back()))
    return !item && figure_tails.lexicon.Longest(Fold(below.substr(0, kLongestTail)), 0).has_value();
  bool sign = false;
  for (std::string_view mark : {"$", "€", "£", "¥", "￥"}) sign = sign || above.ends_with(mark);
  return sign && IsAsciiDigit(below[0]);
}

// Short texts show no width that they were wrapped to, but a line that ends with a comma goes on, and no
// paragraph of English begins small.
bool GoesOn(const Line& line, const Line& below, std::string_view text) {
  constexpr int kHalfLine = kMinWidth / 2;
  if (line.width >= kHalfLine && (text.ends_with("，") || text.ends_with("、"))) return true;
  // A hyphen at the end goes on however short the line is.
  bool hyphen = text.size() > 1 && text.ends_with('-') && IsAsciiAlpha(text[text.size() - 2]);
  if (hyphen && below.small) return true;
  return line.width >= kMinWidth && below.small && !line.stops && !line.item;
}

// The width that the text is wrapped to; 0 where it is not wrapped.
int WrapWidth(const std::vector<Line>& lines) {
  int width = 0;
  std::size_t count = 0;
  std::size_t too_long = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].blank || lines[i + 1].blank) continue;
    ++count;
    if (lines[i].width > kMaxWidth) {
      ++too_long;  // an address or a table in an otherwise wrapped text
    } else {
      width = std::max(width, lines[i].width);
    }
  }
  if (count < kMinLines || width < kMinWidth || too_long * 10 > count) return 0;
  std::size_t full = 0;
  std::size_t stops = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].blank || lines[i + 1].blank || !IsFull(lines[i], lines[i + 1], width)) continue;
    ++full;
    if (lines[i].stops) ++stops;
  }
  bool wrapped = full * 100 >= count * kFullPercent && stops * 100 <= full * kMaxStopPercent;
  return wrapped ? width : 0;
}

}  // namespace

std::vector<Span> SplitLines(std::string_view raw, std::size_t start) {
  std::vector<Span> lines;
  while (start < raw.size()) {
    std::size_t end = start;
    while (end < raw.size() && raw[end] != '\n' && raw[end] != '\r') ++end;
    std::size_t last = raw.substr(0, end).find_last_not_of(" \t");
    bool blank = last == std::string_view::npos || last < start;
    lines.push_back({start, blank ? start : last + 1});
    start = raw.substr(std::min(end, raw.size()), 2) == "\r\n" ? end + 2 : end + 1;
  }
  return lines;
}

std::vector<std::vector<Span>> FindParagraphs(std::string_view raw, const std::vector<Span>& spans,
                                              const DocumentWords& words) {
  std::vector<Line> lines;
  lines.reserve(spans.size());
  for (Span span : spans) lines.push_back(Measure(raw, span));
  int width = WrapWidth(lines);
  std::vector<std::vector<Span>> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.blank) continue;
    bool may_join = i > 0 && !lines[i - 1].blank && !line.item && line.indent <= lines[i - 1].indent;
    bool joins =
        may_join && width > 0 && lines[i - 1].width <= kMaxWidth && IsFull(lines[i - 1], line, width);
    if (may_join && !joins) {
      std::string_view above = raw.substr(lines[i - 1].span.start, lines[i - 1].span.size());
      std::string_view below = raw.substr(line.span.start + line.blanks, line.span.size() - line.blanks);
      joins = CutsFigure(above, below, words) || GoesOn(lines[i - 1], line, above);
    }
    // A first line that is indented has its next line further left; one that is further right begins a
    // paragraph.
    if (!joins) paragraphs.emplace_back();
    paragraphs.back().push_back(line.span);
  }
  return paragraphs;
}

}  // namespace tally
