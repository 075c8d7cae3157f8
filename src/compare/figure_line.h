// Sentences as the checks see them: the words around the figures that were read, put together again from the
// claims alone, so that stored claims can be checked as well as fresh ones.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"

namespace tally {

// A sentence with its figures. Points into the claims that it was made of.
struct FigureLine {
  std::vector<const Claim*> figures;  // by place, without overlaps
  // Folded, ASCII in lower case; each figure is one symbol (kFigureSymbol + its dimension).
  std::string text;
  std::string words;                // the same with the figures as printed
  std::vector<std::size_t> places;  // of the symbols in the text, by figure
  std::uint32_t dimensions = 0;     // a bit for each that stands in it
  // The next line continues this one: no more than a blank or a line's end stands between them.
  bool goes_on = false;

  const Claim& claim(std::size_t figure) const { return *figures[figure]; }
};

// U+E000 to U+E007 by dimension: private use, which no text holds (the readers drop it).
inline constexpr char32_t kFigureSymbol = 0xE000;

// Lines in the order of documents and places. A span that several claims share stands once, by its most
// confident claim.
std::vector<FigureLine> FigureLines(const std::vector<Claim>& claims);

// Folded, ASCII in lower case, line ends as blanks.
std::string PlainText(std::string_view text);

// Two lines as one, with a line's end between them.
FigureLine Joined(const FigureLine& first, const FigureLine& second);

}  // namespace tally
