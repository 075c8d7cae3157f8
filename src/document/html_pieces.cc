#include "document/html_pieces.h"

#include <string>

#include "base/utf8.h"
#include "document/entities.h"

namespace tally {
namespace {

constexpr std::string_view kBlanks = " \t\n\r\f";

// A footnote mark: [12], *, 3,4.
constexpr std::size_t kMaxMark = 8;

bool IsHtmlBlank(char c) { return kBlanks.find(c) != std::string_view::npos; }

}  // namespace

std::size_t HtmlPieces::Add(Span text) {
  std::size_t printed = 0;
  std::size_t from = text.start;
  for (std::size_t at = text.start; at < text.end;) {
    if (IsHtmlBlank(raw_[at])) {
      std::size_t end = BlanksEnd(at, text.end);
      bool line_end = raw_.substr(at, end - at).find_first_of("\r\n") != std::string_view::npos;
      bool kept = !line_end && end - at == 1 && raw_[at] == ' ' && (at > from || !AfterBlank());
      if (!kept) {
        AddText({from, at});
        from = end;
        if (line_end) {
          AddBreak({at, end});
        } else {
          AddBlank({at, end});
        }
      }
      at = end;
    } else if (raw_[at] == '&') {
      auto reference = ReferenceAt(raw_.substr(0, text.end), at);
      ++printed;
      if (reference) {
        AddText({from, at});
        pieces_.push_back({Piece::Kind::kChar, {at, at + reference->length}, reference->c});
        from = at + reference->length;
      }
      at += reference ? reference->length : 1;
    } else {
      ++printed;
      ++at;
    }
  }
  AddText({from, text.end});
  return printed;
}

void HtmlPieces::AddBreak(Span place, bool hard) {
  pieces_.push_back({Piece::Kind::kBreak, place, hard ? U'\t' : U'\0'});
}

void HtmlPieces::AddSeam(Span place) {
  if (!AfterBlank()) pieces_.push_back({Piece::Kind::kSeam, place, 0});
}

void HtmlPieces::AddBlank(Span place) {
  if (!AfterBlank()) pieces_.push_back({Piece::Kind::kChar, place, U' '});
}

bool HtmlPieces::EndsWithWord() const {
  if (pieces_.empty() || pieces_.back().kind != Piece::Kind::kText || pieces_.back().raw.size() < 2)
    return false;
  std::size_t end = pieces_.back().raw.end;
  return IsAsciiDigit(raw_[end - 1]) || (IsAsciiAlnum(raw_[end - 1]) && IsAsciiAlnum(raw_[end - 2]));
}

void HtmlPieces::Truncate(std::size_t first) { pieces_.resize(std::min(first, pieces_.size())); }

std::vector<Piece> HtmlPieces::Take() {
  while (!pieces_.empty()) {
    Piece& last = pieces_.back();
    if (last.kind == Piece::Kind::kText && raw_[last.raw.end - 1] == ' ') --last.raw.end;
    bool blank = last.kind == Piece::Kind::kText ? last.raw.empty()
                                                 : last.kind != Piece::Kind::kChar || last.c == U' ';
    if (!blank) break;
    pieces_.pop_back();
  }
  std::vector<Piece> taken = std::move(pieces_);
  pieces_.clear();
  return taken;
}

bool HtmlPieces::AfterBlank() const {
  if (pieces_.empty()) return true;
  const Piece& last = pieces_.back();
  if (last.kind == Piece::Kind::kText) return raw_[last.raw.end - 1] == ' ';
  return last.kind == Piece::Kind::kBreak || last.c == U' ';
}

void HtmlPieces::AddText(Span text) {
  if (text.empty()) return;
  bool goes_on =
      !pieces_.empty() && pieces_.back().kind == Piece::Kind::kText && pieces_.back().raw.end == text.start;
  if (goes_on) {
    pieces_.back().raw.end = text.end;
  } else {
    pieces_.push_back({Piece::Kind::kText, text, 0});
  }
}

std::size_t HtmlPieces::BlanksEnd(std::size_t at, std::size_t end) const {
  while (at < end && IsHtmlBlank(raw_[at])) ++at;
  return at;
}

void RaisePieces(std::string_view raw, std::size_t first, Span element, std::vector<Piece>& pieces) {
  if (pieces.size() <= first || first == 0) return;
  auto at = pieces.begin() + static_cast<std::ptrdiff_t>(first);
  std::string mark = PrintedText(raw, {}, {Field::kBody, Role::kNone, {at, pieces.end()}});
  std::string word = PrintedText(raw, {}, {Field::kBody, Role::kNone, {pieces[first - 1]}});
  bool unit = word.ends_with('m') || word.ends_with("ft");
  if (unit && (mark == "2" || mark == "3")) return;
  bool number = mark.size() <= kMaxMark && mark.find_first_not_of("0123456789[]()*, -+") == std::string::npos;
  if (!number) return;
  std::size_t base = word.find_last_not_of("0123456789");
  bool ten = std::string_view(word).substr(base == std::string::npos ? 0 : base + 1) == "10" &&
             !(base != std::string::npos && (word[base] == '.' || word[base] == ','));
  if (ten && mark.find_first_not_of("0123456789-+") == std::string::npos) {
    pieces.insert(at, {Piece::Kind::kChar, {element.start, element.start + 1}, U'^'});
    return;
  }
  pieces.resize(first);
  // What is before it and what follows are not one word.
  if (!word.empty() && IsAsciiAlnum(word.back())) pieces.push_back({Piece::Kind::kSeam, element, U' '});
}

std::vector<Piece> PiecesOfHtml(std::string_view raw, Span text) {
  HtmlPieces pieces(raw);
  pieces.Add(text);
  return pieces.Take();
}

}  // namespace tally
