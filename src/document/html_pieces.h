// Text of HTML as pieces of a passage: references are the characters that they stand for, blanks count as
// one, line ends join as those of wrapped text do.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/passage.h"

namespace tally {

class HtmlPieces {
 public:
  explicit HtmlPieces(std::string_view raw) : raw_(raw) {}

  // A part of the text, behind all parts that were added before. Returns how many of its bytes are no blanks.
  std::size_t Add(Span text);
  // A line end; a blank in place of something that is not read; the place of struck-out text. `hard`: the
  // page asks for the line end.
  void AddBreak(Span place, bool hard = false);
  void AddBlank(Span place);
  void AddSeam(Span place);

  bool empty() const { return pieces_.empty(); }
  std::size_t size() const { return pieces_.size(); }
  std::vector<Piece>& pieces() { return pieces_; }
  // True where a digit or two letters stand at the end of a longer part: a single letter may be a dropped
  // capital.
  bool EndsWithWord() const;
  // Leaves out the pieces from `first` on.
  void Truncate(std::size_t first);
  // The pieces without blanks at their end; begins anew.
  std::vector<Piece> Take();

 private:
  bool AfterBlank() const;
  void AddText(Span text);
  std::size_t BlanksEnd(std::size_t at, std::size_t end) const;

  std::string_view raw_;
  std::vector<Piece> pieces_;
};

// Settles the raised text (<sup>) from the piece `first` on; `element` is where it stands. Read as digits a
// raised number would make another figure of the one before it: it is a power (10⁹, m²), which is told by
// its base and set off by a '^', or the mark of a footnote, which goes.
void RaisePieces(std::string_view raw, std::size_t first, Span element, std::vector<Piece>& pieces);

// The value of an attribute.
std::vector<Piece> PiecesOfHtml(std::string_view raw, Span text);

}  // namespace tally
