#include "document/plain_text_reader.h"

#include <algorithm>

#include "base/fold.h"
#include "base/utf8.h"
#include "document/furniture.h"
#include "document/line_wrap.h"

namespace tally {
namespace {

// The longest headlines of news pages have about 45 Chinese characters; with a section name after a bar, 60.
constexpr int kMaxTitleWidth = 120;

bool IsTitle(std::string_view line) {
  if (line.size() > 4 * kMaxTitleWidth || DisplayWidth(line) > kMaxTitleWidth) return false;
  for (std::string_view stop : {"。", "；", "，", "：", ".", ";", ",", ":"}) {
    if (line.ends_with(stop)) return false;
  }
  return line.find("://") == std::string_view::npos;
}

// A scrape may begin with the site's menu: so many lines of it are passed over in search of the title.
constexpr std::size_t kMaxMenu = 10;

bool IsMenu(std::string_view raw, const Passage& passage, const DocumentWords& words) {
  Span line = passage.pieces[0].raw;
  if (passage.pieces.size() != 1 || line.size() > 4 * kMaxTitleWidth) return false;
  std::string text = Fold(raw.substr(line.start, line.size()));
  // The name of the paper above its article.
  return IsFurniture(text, words) || words.agencies.lexicon.Find(text);
}

// The line end between two lines of a paragraph, with the indentation of the second.
Piece BreakBetween(std::string_view raw, Span above, Span below) {
  std::size_t start = raw.find_first_of("\r\n", above.end);
  std::size_t end = raw.find_first_not_of(" \t\r\n", start);
  return {Piece::Kind::kBreak, {start, std::min(end, below.end)}, 0};
}

// "bil-" and "lion" below it: a word of a figure that is cut by its syllables. Of other words the hyphen may
// be their own (well-known).
bool CutsWord(std::string_view above, std::string_view below, const WordTable& figure_tails) {
  if (!above.ends_with('-')) return false;
  above.remove_suffix(1);
  std::size_t start = above.size();
  while (start > 0 && IsAsciiAlpha(above[start - 1])) --start;
  std::size_t end = 0;
  while (end < below.size() && IsAsciiAlpha(below[end])) ++end;
  constexpr std::size_t kLongest = 20;
  if (start == above.size() || end == 0 || above.size() - start + end > kLongest) return false;
  return figure_tails.lexicon.Find(std::string(above.substr(start)) + std::string(below.substr(0, end)))
      .has_value();
}

}  // namespace

std::vector<Passage> ReadPlainText(std::string_view raw, std::size_t start, const DocumentWords& words) {
  std::vector<Passage> passages;
  for (const std::vector<Span>& lines : FindParagraphs(raw, SplitLines(raw, start), words)) {
    Passage& passage = passages.emplace_back();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Span text = lines[i];
      if (i > 0) {
        Piece line_end = BreakBetween(raw, lines[i - 1], text);
        text.start = line_end.raw.end;
        Span& above = passage.pieces.back().raw;
        if (CutsWord(raw.substr(above.start, above.size()), raw.substr(text.start, text.size()),
                     words.figure_tails)) {
          --above.end;
        } else {
          passage.pieces.push_back(line_end);
        }
      }
      passage.pieces.push_back({Piece::Kind::kText, text, 0});
    }
  }
  std::size_t first = 0;
  while (first < std::min(passages.size(), kMaxMenu) && IsMenu(raw, passages[first], words)) ++first;
  if (first + 1 < passages.size() && passages[first].pieces.size() == 1) {
    Span line = passages[first].pieces[0].raw;
    if (IsTitle(raw.substr(line.start, line.size()))) passages[first].field = Field::kTitle;
  }
  return passages;
}

}  // namespace tally
