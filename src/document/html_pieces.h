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
  // A line end that the page asks for, or a blank in place of something that is not read.
  void AddBreak(Span place);
  void AddBlank(Span place);

  bool empty() const { return pieces_.empty(); }
  std::size_t size() const { return pieces_.size(); }
  const std::vector<Piece>& pieces() const { return pieces_; }
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

// The value of an attribute.
std::vector<Piece> PiecesOfHtml(std::string_view raw, Span text);

}  // namespace tally
