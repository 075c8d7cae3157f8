// How line ends join (the reverse of what wrapping programs do): Chinese and Japanese are written without
// blanks, so between two East Asian characters a line end stands for nothing; elsewhere it stands for one
// blank.
#include "document/passage.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

bool IsBlank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200A);
}

bool IsHangul(char32_t c) { return (c >= 0x1100 && c <= 0x11FF) || (c >= 0xAC00 && c <= 0xD7A3); }
bool IsEmoji(char32_t c) { return c >= 0x1F300 && c <= 0x1FAFF; }

// Written without blanks around it. Korean has blanks between words.
bool IsEastAsian(char32_t c) { return DisplayWidth(c) == 2 && !IsHangul(c) && !IsEmoji(c); }

// Quotes, dashes and the ellipsis belong to both writings: they follow their neighbour across the line end.
bool IsSharedMark(char32_t c) {
  return c == 0x2014 || c == 0x2026 || (c >= 0x2018 && c <= 0x201D) || c == 0xB7;
}

bool JoinsWithoutBlank(char32_t before, char32_t after) {
  if (IsSharedMark(before)) return IsEastAsian(after) || IsSharedMark(after);
  if (IsSharedMark(after)) return IsEastAsian(before);
  return IsEastAsian(before) && IsEastAsian(after);
}

bool IsOfFigure(char32_t c) {
  if (c < 0x80) return IsAsciiDigit(static_cast<char>(c)) || c == '$' || c == '%';
  bool sign = c == 0xA3 || c == 0xA5 || c == 0x20AC || c == 0xFFE5;
  bool han =
      std::u32string_view(U"零〇一二两兩三四五六七八九十百千万萬亿億").find(c) != std::u32string_view::npos;
  return sign || han || (c >= 0xFF10 && c <= 0xFF19);
}

// Walks the pieces and calls one(code point, span) for characters that stand alone, run(span) for stretches
// of the original.
template <class Sink>
class Walker {
 public:
  Walker(std::string_view raw, const Skips& skips, Sink& sink) : raw_(raw), skips_(skips), sink_(sink) {}

  void Walk(const Passage& passage) {
    for (const Piece& piece : passage.pieces) {
      sink_.Begin(piece);
      if (piece.kind == Piece::Kind::kBreak) {
        if (break_.empty()) break_ = piece.raw;  // two line ends in a row are one
        hard_ = hard_ || piece.c == '\t';
      } else if (piece.kind == Piece::Kind::kSeam) {
        if (break_.empty()) seam_ = piece.raw;
        parts_ = piece.c == ' ';
      } else if (piece.kind == Piece::Kind::kChar) {
        Emit(piece.c, piece.raw);
      } else {
        WalkText(piece.raw);
      }
    }
  }

 private:
  void WalkText(Span text) {
    auto skip = std::ranges::upper_bound(skips_, text.start, {}, &Span::end);
    for (std::size_t at = text.start; at < text.end;) {
      if (skip != skips_.end() && skip->start <= at) {
        // A skip that markup has cut in several pieces is one blank still.
        bool blank_behind = skip->end < text.end && raw_[skip->end] == ' ';
        if (skip->start >= text.start && !blank_behind) Emit(' ', *skip);
        at = std::min(skip->end, text.end);
        ++skip;
        continue;
      }
      std::size_t stop = skip == skips_.end() ? text.end : std::min(skip->start, text.end);
      WalkRun({at, stop});
      at = stop;
    }
  }

  // Characters one by one until the passage has begun and no break is open, then the rest at once.
  void WalkRun(Span run) {
    std::string_view bytes = raw_.substr(0, run.end);
    while (run.start < run.end && (last_ == 0 || !break_.empty() || !seam_.empty())) {
      CodePoint c = DecodeUtf8(bytes, run.start);
      Emit(c.value, {run.start, run.start + c.length});
      run.start += c.length;
    }
    if (run.empty()) return;
    sink_.Run(run);
    last_ = DecodeUtf8(bytes, std::max(PreviousCodePoint(bytes, run.end), run.start)).value;
  }

  void Emit(char32_t c, Span span) {
    if (last_ == 0 && IsBlank(c)) return;
    if (!break_.empty()) {
      Join(c);
    }
    if (!seam_.empty()) {
      bool apart = parts_ ? last_ != 0 && !IsBlank(last_) && !IsBlank(c) : IsOfFigure(last_) && IsOfFigure(c);
      if (apart) sink_.One(U' ', seam_);
      seam_ = {};
    }
    sink_.One(c, span);
    last_ = c;
  }

  // The line end before `c`.
  void Join(char32_t c) {
    // A figure ends where its line does, where the page says that the line ends.
    bool together = JoinsWithoutBlank(last_, c);
    bool figure = hard_ && last_ != 0 && (together ? IsOfFigure(last_) : FigureBefore(break_.start));
    bool blank = last_ != 0 && !IsBlank(last_) && !IsBlank(c) && !together;
    if (figure) {
      sink_.One(U'\t', break_);
    } else if (blank && !(last_ == '-' && IsSmallLetter(c) && AfterLetter(break_.start))) {
      sink_.One(U' ', break_);
    }
    break_ = seam_ = {};
    hard_ = false;
  }

  // A figure, or a word of one, shortly before a place of the original.
  bool FigureBefore(std::size_t at) const {
    constexpr std::size_t kReach = 40;  // bytes: "<b>130.5</b> billion " is 21
    std::string_view before = raw_.substr(0, at);
    for (std::size_t from = at; from > 0 && at - from < kReach;) {
      from = PreviousCodePoint(before, from);
      if (IsOfFigure(DecodeUtf8(before, from).value)) return true;
    }
    return false;
  }

  // "well-" and "known": the hyphen is the word's.
  bool AfterLetter(std::size_t line_end) const {
    std::size_t hyphen = raw_.substr(0, line_end).find_last_not_of(" \t");
    return hyphen != std::string_view::npos && hyphen > 0 && raw_[hyphen] == '-' &&
           IsAsciiAlpha(raw_[hyphen - 1]);
  }

  static bool IsSmallLetter(char32_t c) { return c >= 'a' && c <= 'z'; }

  std::string_view raw_;
  const Skips& skips_;
  Sink& sink_;
  char32_t last_ = 0;
  Span break_;
  Span seam_;
  bool parts_ = false;  // the open seam is a blank, where none stands beside it
  bool hard_ = false;   // the open break keeps figures apart
};

struct FoldingSink {
  std::string_view raw;
  FoldedText text;
  std::vector<TextSpan> context;
  bool in_context = false;
  void Begin(const Piece& piece) {
    if (piece.context != in_context) Turn();
  }
  void Turn() {
    if (!in_context) {
      context.push_back({text.size(), text.size()});
    } else {
      context.back().end = text.size();
      if (context.back().empty()) context.pop_back();
    }
    in_context = !in_context;
  }
  void One(char32_t c, Span span) { text.AppendOne(c, span.start, span.size()); }
  void Run(Span span) { text.Append(raw.substr(span.start, span.size()), span.start); }
};

struct PrintingSink {
  std::string_view raw;
  std::string text;
  void Begin(const Piece&) {}
  void One(char32_t c, Span) { AppendUtf8(c < 0x20 ? U' ' : c, text); }
  void Run(Span span) { text += raw.substr(span.start, span.size()); }
};

}  // namespace

FoldedText FoldPassage(std::string_view raw, const Skips& skips, const Passage& passage) {
  std::vector<TextSpan> context;
  return FoldPassage(raw, skips, passage, context);
}

FoldedText FoldPassage(std::string_view raw, const Skips& skips, const Passage& passage,
                       std::vector<TextSpan>& context) {
  FoldingSink sink{.raw = raw, .text = {}, .context = {}};
  Walker(raw, skips, sink).Walk(passage);
  if (sink.in_context) sink.Turn();
  context = std::move(sink.context);
  return std::move(sink.text);
}

std::string PrintedText(std::string_view raw, const Skips& skips, const Passage& passage) {
  PrintingSink sink{raw, {}};
  Walker(raw, skips, sink).Walk(passage);
  std::size_t end = sink.text.size();
  while (end > 0 && IsBlank(DecodeUtf8(sink.text, PreviousCodePoint(sink.text, end)).value)) {
    end = PreviousCodePoint(sink.text, end);
  }
  sink.text.resize(end);
  return std::move(sink.text);
}

std::vector<Passage> SplitAtBreaks(const Passage& passage) {
  std::vector<Passage> lines(1, {passage.field, passage.role, {}});
  for (const Piece& piece : passage.pieces) {
    if (piece.kind == Piece::Kind::kBreak) {
      lines.push_back({passage.field, passage.role, {}});
    } else {
      lines.back().pieces.push_back(piece);
    }
  }
  return lines;
}

bool HasWords(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = DecodeUtf8(text, at);
    if (c.value < 0x80 ? IsAsciiAlnum(static_cast<char>(c.value)) : IsAlphabetic(c.value) || IsHan(c.value))
      return true;
    // Letters of other scripts lie between and beyond the blocks of general and East Asian punctuation.
    bool other = (c.value >= 0x530 && c.value < 0x2000) || (c.value >= 0x3040 && c.value < 0xD800);
    if (other) return true;
    at += c.length;
  }
  return false;
}

}  // namespace tally
