// md4c hands out pointers into the text that it was given; the difference to its start is the place in the
// file. It is given a copy in which addresses are letters, and templates and NUL bytes blanks, byte for byte.
#include "document/markdown_reader.h"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "document/entities.h"
#include "document/html_pieces.h"
#include "document/table.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// md4c walks the lines of a paragraph for each bracket in it, which is quadratic (measured: 40,000 lines
// "[a]" take four times as long as 20,000). Paragraphs are therefore cut at this many lines, which no
// paragraph of prose has.
constexpr std::size_t kMaxParagraphLines = 2000;

// Tags that stand inside a word or a figure. All others part what is before and after them: <br>, <td>, <p>.
constexpr std::array<std::string_view, 27> kInlineTags = {
    "a",   "abbr", "b", "bdi",  "bdo",   "big",  "cite",   "code", "data", "dfn",  "em", "font", "i",  "ins",
    "kbd", "mark", "q", "samp", "small", "span", "strong", "sub",  "sup",  "time", "tt", "u",    "var"};
constexpr std::array<std::string_view, 3> kStrikeTags = {"del", "s", "strike"};
// Tags that part paragraphs, or what is one to a reader.
constexpr std::array<std::string_view, 24> kBlockTags = {
    "p",     "div",     "li",      "ul",      "ol",    "dl",      "dt",         "dd",
    "h1",    "h2",      "h3",      "h4",      "h5",    "h6",      "blockquote", "figure",
    "table", "caption", "section", "article", "aside", "details", "summary",    "hr"};

std::string TagName(std::string_view tag) {
  std::size_t start = tag.starts_with("</") ? 2 : 1;
  std::size_t end = start;
  while (end < tag.size() && IsAsciiAlnum(tag[end])) ++end;
  return AsciiLower(tag.substr(start, end - start));
}

bool IsImageFile(std::string_view text) {
  std::string lower = AsciiLower(text.substr(text.size() - std::min<std::size_t>(text.size(), 5)));
  return std::ranges::any_of(std::array{".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"},
                             [&](std::string_view ending) { return lower.ends_with(ending); });
}

class Reader {
 public:
  Reader(std::string_view raw, std::string_view masked, const DocumentWords& words,
         std::vector<std::string>& problems)
      : raw_(raw), masked_(masked), words_(words), problems_(problems) {}

  bool Parse(std::size_t start, std::size_t end) {
    MD_PARSER parser{};
    // Scrapes are indented, and figures stand in HTML tables and captions: neither is code or raw.
    parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<Reader*>(self)->EnterBlock(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return static_cast<Reader*>(self)->LeaveBlock(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<Reader*>(self)->Image(type, 1);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<Reader*>(self)->Image(type, -1);
    };
    parser.text = [](MD_TEXTTYPE type, const char* text, MD_SIZE size, void* self) {
      return static_cast<Reader*>(self)->Text(type, {text, size});
    };
    cursor_ = start;
    return md_parse(masked_.data() + start, static_cast<MD_SIZE>(end - start), &parser, this) == 0;
  }

  std::vector<Passage> Take() { return std::move(passages_); }

 private:
  int EnterBlock(MD_BLOCKTYPE type, void* detail) {
    Flush();
    if (type == MD_BLOCK_TABLE) OpenTable();
    if (type == MD_BLOCK_CODE) code_ = cursor_;
    if (type == MD_BLOCK_TR) table_.rows.emplace_back();
    if (type == MD_BLOCK_THEAD) table_.head_rows = 1;
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
      TableCell& cell = table_.rows.back().emplace_back();
      if (table_.rows.back().size() > 1) cell.place = PassBar();
      in_cell_ = true;
      return 0;
    }
    role_ = Role::kNone;
    if (type == MD_BLOCK_H) field_ = Field::kBody;  // an unclosed <figcaption> ends here
    if (type == MD_BLOCK_H) {
      role_ = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1 ? Role::kHeading1 : Role::kHeading;
    }
    return 0;
  }

  // The line right before a table is its caption.
  void OpenTable() {
    table_ = {};
    if (passages_.empty() || passages_.back().table != TablePart::kNone) return;
    table_.note = TableNoteIn(raw_, passages_.back(), words_);
  }

  int LeaveBlock(MD_BLOCKTYPE type) {
    if (in_cell_) {
      DropStruck();
      break_ = false;
      table_.rows.back().back().pieces = std::exchange(pieces_, {});
      in_cell_ = false;
    } else {
      Flush();
    }
    if (type == MD_BLOCK_TABLE) {
      for (Passage& row : ReadTable(raw_, table_, words_)) {
        if (!row.pieces.empty()) passages_.push_back(std::move(row));
      }
      table_ = {};
    }
    if (type == MD_BLOCK_CODE) CheckFence();
    return 0;
  }

  // A block of code without its last fence runs to the end of the text (CommonMark 4.5): where that was a
  // slip of the pen, all behind it goes unread.
  void CheckFence() {
    if (cursor_ == code_ || masked_.find_first_not_of(" \t\r\n>", cursor_) != kNone) return;
    std::size_t fence = masked_.find_first_of("`~", code_);
    std::size_t line =
        1 + static_cast<std::size_t>(std::count(
                raw_.begin(), raw_.begin() + static_cast<std::ptrdiff_t>(std::min(fence, cursor_)), '\n'));
    problems_.push_back(fmt::format(
        "Markdown: line {}: the block of code that begins here is not closed; nothing behind it is read",
        line));
  }

  int Image(MD_SPANTYPE type, int step) {
    if (type != MD_SPAN_IMG) return 0;
    image_depth_ += step;
    if (image_depth_ > 0 || caption_.pieces.empty()) return 0;
    Span last = caption_.pieces.back().raw;
    if (!IsImageFile(raw_.substr(last.start, last.size()))) captions_.push_back(std::move(caption_));
    caption_ = {Field::kCaption, Role::kNone, {}};
    return 0;
  }

  int Text(MD_TEXTTYPE type, std::string_view text) {
    bool ours = text.data() >= masked_.data() && text.data() < masked_.data() + masked_.size();
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      break_ = true;
    } else if (ours) {
      Span span{static_cast<std::size_t>(text.data() - masked_.data()), 0};
      span.end = span.start + text.size();
      PutBreak(span.start);
      if (type == MD_TEXT_NORMAL) PutNormal(span);
      if (type == MD_TEXT_ENTITY) PutEntity(span);
      if (type == MD_TEXT_HTML) PutTag(span);
      // Code is not read, but what stands before and after it does not touch.
      if (type == MD_TEXT_CODE) Pieces().push_back({Piece::Kind::kChar, span, ' '});
      cursor_ = span.end;
    }
    return 0;
  }

  std::vector<Piece>& Pieces() { return image_depth_ > 0 ? caption_.pieces : pieces_; }

  // The line end before the text at `next`, with its indentation and quote marks.
  void PutBreak(std::size_t next) {
    if (!break_) return;
    break_ = false;
    std::size_t start = std::min(raw_.substr(0, next).find_first_of("\r\n", std::min(cursor_, next)), next);
    std::size_t end = start;
    while (end < next && std::string_view("\r\n \t>").find(raw_[end]) != kNone) ++end;
    Pieces().push_back({Piece::Kind::kBreak, {start, std::max(end, start + 1)}, 0});
  }

  // The bar before the next cell, on the same line: rows may have fewer cells than there are columns.
  Span PassBar() {
    std::size_t bar = raw_.find_first_of("|\n", cursor_);
    if (bar == kNone || raw_[bar] != '|') return {cursor_, cursor_};
    cursor_ = bar + 1;
    return {bar, bar + 1};
  }

  void PutEntity(Span span) {
    auto c = DecodeEntity(masked_.substr(span.start, span.size()));
    Pieces().push_back({c ? Piece::Kind::kChar : Piece::Kind::kText, span, c.value_or(0)});
  }

  void PutTag(Span span) {
    std::string_view tag = masked_.substr(span.start, span.size());
    std::string name = TagName(tag);
    if (image_depth_ == 0 && name == "figcaption") {
      Flush();
      field_ = tag.starts_with("</") ? Field::kBody : Field::kCaption;
      return;
    }
    if (image_depth_ == 0 && name == "img") return PutDescription(span);
    if (image_depth_ == 0 && std::ranges::find(kBlockTags, name) != kBlockTags.end()) return Flush();
    if (std::ranges::find(kStrikeTags, name) != kStrikeTags.end()) {
      PutStrike(span);
    } else if (name == "br") {
      if (!Pieces().empty()) Pieces().push_back({Piece::Kind::kBreak, span, U'\t'});
    } else if (name == "sup" && image_depth_ == 0) {
      PutRaised(span, tag.starts_with("</"));
    } else if (std::ranges::find(kInlineTags, name) == kInlineTags.end()) {
      Pieces().push_back({Piece::Kind::kChar, span, ' '});
    }
  }

  void PutRaised(Span tag, bool closes) {
    if (!closes) {
      raised_ = {tag.start, pieces_.size()};
    } else if (raised_.second > 0) {
      bool struck = !strikes_.empty() && strikes_.back() >= raised_.second;
      if (!struck) RaisePieces(raw_, raised_.second, {raised_.first, tag.end}, pieces_);
      raised_ = {};
    }
  }

  // The description of an HTML picture, without its quotes; entities in it stay as they are printed.
  void PutDescription(Span span) {
    std::string_view tag = masked_.substr(0, span.end);
    for (std::string_view start : {" alt=\"", " alt='"}) {
      std::size_t at = tag.find(start, span.start);
      std::size_t value = at == kNone ? span.end : at + start.size();
      std::size_t end = std::min(tag.find(start.back(), value), span.end);
      if (end <= value || end == span.end || IsImageFile(tag.substr(value, end - value))) continue;
      captions_.push_back({Field::kCaption, Role::kNone, {{Piece::Kind::kText, {value, end}, 0}}});
    }
    pieces_.push_back({Piece::Kind::kChar, span, ' '});
  }

  // Normal text, in which emphasis that CommonMark does not recognise is left: **「是」**的 is none by its
  // rules, which look for blanks around words. Between digits a star is a multiplication sign: 20*30*40.
  void PutNormal(Span span) {
    KeepSignsBetweenDigits(span.start);
    std::size_t from = span.start;
    for (std::size_t at = NextSign(span.start); at < span.end; at = NextSign(at)) {
      char c = masked_[at];
      std::size_t end = std::min(masked_.find_first_not_of(c, at), span.end);
      bool between_digits =
          at > 0 && IsAsciiDigit(masked_[at - 1]) && end < masked_.size() && IsAsciiDigit(masked_[end]);
      if (end - at >= 2 && !(between_digits && c == '*') && !(c == '~' && end - at > 2)) {
        PutText({from, at});
        if (c == '~') PutStrike({at, end});
        from = end;
      }
      at = end;
    }
    PutText({from, span.end});
  }

  // The next star or tilde. Both searches go on from where they stopped, so that all calls together walk the
  // text once.
  std::size_t NextSign(std::size_t at) {
    if (star_ < at) star_ = std::min(masked_.find('*', at), masked_.size());
    if (tilde_ < at) tilde_ = std::min(masked_.find('~', at), masked_.size());
    return std::min(star_, tilde_);
  }

  void KeepSignsBetweenDigits(std::size_t next) {
    std::vector<Piece>& pieces = Pieces();
    if (pieces.empty() || pieces.back().kind != Piece::Kind::kText || next >= raw_.size()) return;
    Span& last = pieces.back().raw;
    if (last.end >= next || !IsAsciiDigit(raw_[last.end - 1]) || !IsAsciiDigit(raw_[next])) return;
    std::string_view gap = raw_.substr(last.end, next - last.end);
    if (gap.size() <= 3 && gap.find_first_not_of("*_") == kNone) last.end = next;
  }

  void PutText(Span span) {
    if (!span.empty()) Pieces().push_back({Piece::Kind::kText, span, 0});
  }

  void PutStrike(Span span) {
    if (image_depth_ == 0) strikes_.push_back(pieces_.size());
    PutText(span);
  }

  // Struck-out text is withdrawn: it leaves the passage with its marks. A mark without a partner is text
  // (10~~20).
  void DropStruck() {
    raised_ = {};
    for (std::size_t i = strikes_.size() / 2; i-- > 0;) {
      for (std::size_t at = strikes_[2 * i]; at <= strikes_[2 * i + 1]; ++at)
        pieces_[at].raw.end = pieces_[at].raw.start;
      // What stood before it and what stands behind it are not one figure.
      Piece& seam = pieces_[strikes_[2 * i]];
      if (strikes_[2 * i] > 0) seam = {Piece::Kind::kSeam, {seam.raw.start, seam.raw.start + 1}, 0};
    }
    if (!strikes_.empty()) std::erase_if(pieces_, [](const Piece& piece) { return piece.raw.empty(); });
    strikes_.clear();
  }

  void Flush() {
    break_ = false;
    DropStruck();
    if (!pieces_.empty()) {
      passages_.push_back({field_, role_, std::move(pieces_)});
      pieces_.clear();
    }
    std::ranges::move(captions_, std::back_inserter(passages_));
    captions_.clear();
  }

  std::string_view raw_;
  std::string_view masked_;
  const DocumentWords& words_;
  std::vector<std::string>& problems_;
  std::vector<Passage> passages_;
  std::vector<Piece> pieces_;
  std::vector<std::size_t> strikes_;  // indexes of the strike marks among pieces_
  // Of an open <sup>: where its tag begins, and how many pieces there were.
  std::pair<std::size_t, std::size_t> raised_;
  Passage caption_{Field::kCaption, Role::kNone, {}};
  std::vector<Passage> captions_;  // follow the block in which their images stand
  std::size_t cursor_ = 0;         // end of the last text
  std::size_t code_ = 0;           // the same before an open block of code
  std::size_t star_ = 0;
  std::size_t tilde_ = 0;
  bool break_ = false;
  Role role_ = Role::kNone;
  Field field_ = Field::kBody;
  int image_depth_ = 0;
  DataTable table_;
  bool in_cell_ = false;
};

std::string Mask(std::string_view raw, const Skips& urls, const Skips& templates,
                 const MarkdownMarks& marks) {
  std::string masked(raw);
  for (Span url : urls) std::fill(masked.begin() + url.start, masked.begin() + url.end, 'x');
  for (const Skips* skips : {&templates, &marks.hidden}) {
    for (Span span : *skips) {
      std::replace_if(
          masked.begin() + span.start, masked.begin() + span.end,
          [](char c) { return c != '\n' && c != '\r'; }, ' ');
    }
  }
  // To the parser a footnote or a definition is the item of a list.
  for (std::size_t item : marks.items) masked[item] = '-';
  if (masked.find('\0') != kNone) std::ranges::replace(masked, '\0', ' ');
  return masked;
}

// The end of the stretch that is parsed in one go: the text's end, or the line at which a paragraph is too
// long.
std::size_t StretchEnd(std::string_view text, std::size_t at) {
  std::size_t lines = 0;
  while (at < text.size()) {
    if (lines >= kMaxParagraphLines) return at;
    std::size_t end = std::min(text.find('\n', at), text.size());
    bool blank = text.substr(at, end - at).find_first_not_of(" \t\r") == kNone;
    lines = blank ? 0 : lines + 1;
    at = std::min(end + 1, text.size());
  }
  return text.size();
}

}  // namespace

std::vector<Passage> ReadMarkdown(std::string_view raw, std::size_t start, const Skips& urls,
                                  const Skips& templates, const MarkdownMarks& marks,
                                  const DocumentWords& words, std::vector<std::string>& problems) {
  std::string masked = Mask(raw, urls, templates, marks);
  Reader reader(raw, masked, words, problems);
  for (std::size_t at = start; at < masked.size();) {
    std::size_t end = StretchEnd(masked, at);
    if (!reader.Parse(at, end)) problems.push_back("Markdown: not enough memory to read all of it");
    at = end;
  }
  return reader.Take();
}

}  // namespace tally
