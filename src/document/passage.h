// What the readers of the formats hand over: a passage is the text of one block in pieces of the original,
// before folding. All positions are bytes of the original file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document.h"

namespace tally {

struct Piece {
  enum class Kind : std::uint8_t {
    kText,   // the original bytes themselves
    kChar,   // one character that the span stands for: an entity, an escape, a column separator
    kBreak,  // a line end with the indentation after it: a blank, or nothing between two East Asian
             // characters. Where `c` is a tab, figures do not go on across it (<br>)
    kSeam,   // where text was left out: nothing, or a blank that keeps two figures apart; a blank wherever
             // none stands beside it, where `c` is one
  };
  Kind kind = Kind::kText;
  Span raw;
  char32_t c = 0;
  // Repeated from elsewhere to say what the rest is about (Block::context).
  bool context = false;
};

// kPublished and kModified: a date of the page itself.
enum class Role : std::uint8_t { kNone, kHeading1, kHeading, kPublished, kModified };

struct Passage {
  Field field = Field::kBody;
  Role role = Role::kNone;
  std::vector<Piece> pieces;
  TablePart table = TablePart::kNone;
};

// Parts of the original that are markup or addresses and stand in the text as a single blank. Sorted,
// disjoint.
using Skips = std::vector<Span>;

// The passage folded and mapped: skips and breaks are resolved, blanks at its beginning left out.
FoldedText FoldPassage(std::string_view raw, const Skips& skips, const Passage& passage);
// As above; `context` gets the parts that were made of pieces of context.
FoldedText FoldPassage(std::string_view raw, const Skips& skips, const Passage& passage,
                       std::vector<TextSpan>& context);
// The passage as printed: the same characters, not folded, without blanks at its ends.
std::string PrintedText(std::string_view raw, const Skips& skips, const Passage& passage);
// The lines of a passage, each a passage of its own: cut at its breaks.
std::vector<Passage> SplitAtBreaks(const Passage& passage);
// True where a reader would see more than punctuation: a letter, a digit, an ideograph.
bool HasWords(std::string_view text);

}  // namespace tally
