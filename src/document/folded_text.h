// Folded text with a map back to the original bytes. The map is a list of runs: inside a run, folded and
// original bytes advance together; a new run begins where markup was left out, a line break was joined, or a
// character folded into one of another length. Appending is amortised constant, looking up logarithmic in the
// number of runs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace tally {

class FoldedText {
 public:
  // Appends raw text that starts at `raw_offset` of the original file, folding it (base/fold.h).
  void Append(std::string_view raw, std::size_t raw_offset);
  // Appends one character that stands for raw_length original bytes: a blank for a line break, the character
  // of an entity or an escape.
  void AppendOne(char32_t c, std::size_t raw_offset, std::size_t raw_length);

  const std::string& str() const { return text_; }
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }

  // The original bytes from the first to the last character of a part of the folded text. Markup between the
  // two lies inside, markup outside does not; where a part is repeated from above (the head of a table), so
  // does all that stands between. `part` must not be empty and must lie on character bounds.
  Span ToOriginal(TextSpan part) const;
  // A part of the folded text in the characters of the original, the text that it was made of; where markup
  // stands for a character (&amp;, a line end), that character. Controls become blanks.
  std::string Print(std::string_view original, TextSpan part) const;

 private:
  struct Run {
    std::size_t folded;  // where it begins in text_
    std::size_t raw;     // where its first character begins in the original
    // Bytes of the original for the run; equal to the folded length where bytes advance together, otherwise
    // the run is a single character.
    std::size_t raw_length;
  };
  const Run& RunAt(std::size_t folded) const;
  std::size_t FoldedEnd(const Run& run) const;
  void Put(char32_t c, std::size_t raw_offset, std::size_t raw_length);
  // Enters `length` bytes of text_ from `start` that advance together with as many original ones.
  void Extend(std::size_t start, std::size_t raw_offset, std::size_t length);

  std::string text_;
  std::vector<Run> runs_;
};

}  // namespace tally
