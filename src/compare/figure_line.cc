// Claims of one sentence carry the same context, with their own place in it. What lies between two figures is
// cut from it; a sentence too long for one context (claims/context.cc) falls into several lines.
#include "compare/figure_line.h"

#include <algorithm>
#include <tuple>

#include "base/fold.h"
#include "base/utf8.h"
#include "compare/comparable_sets.h"

namespace tally {
namespace {

// Bytes between two sentences that follow each other: a blank or a line's end, with the mark of a reader that
// counts otherwise.
constexpr std::size_t kNextSentence = 3;

auto Place(const Claim* claim) { return std::tie(DocumentOf(*claim), claim->doc, claim->span); }

bool IsBetter(const Claim* a, const Claim* b) {
  return std::tuple(a->span.size(), a->confidence, std::string_view(a->rule)) >
         std::tuple(b->span.size(), b->confidence, std::string_view(b->rule));
}

bool SameDocument(const Claim& a, const Claim& b) { return a.doc == b.doc && a.doc_sha256 == b.doc_sha256; }

// All claims by document and place, each span once; of two copies of one file the first.
std::vector<const Claim*> OncePerPlace(const std::vector<Claim>& claims) {
  std::vector<const Claim*> sorted;
  for (const Claim& claim : claims) sorted.push_back(&claim);
  std::ranges::stable_sort(sorted, {}, Place);
  std::vector<const Claim*> kept;
  for (const Claim* claim : sorted) {
    if (!kept.empty() && DocumentOf(*kept.back()) == DocumentOf(*claim)) {
      if (kept.back()->doc != claim->doc) continue;
      if (claim->span.start < kept.back()->span.end) {
        if (IsBetter(claim, kept.back())) kept.back() = claim;
        continue;
      }
    }
    kept.push_back(claim);
  }
  return kept;
}

// Whether a figure stands in the sentence of the one before it.
bool Continues(const Claim& before, const Claim& claim) {
  return SameDocument(before, claim) && before.field == claim.field && before.context == claim.context &&
         before.quote_in_context + before.quote.size() <= claim.quote_in_context;
}

std::string_view Between(const Claim& before, const Claim& claim) {
  std::size_t from = before.quote_in_context + before.quote.size();
  return std::string_view(claim.context).substr(from, claim.quote_in_context - from);
}

std::string_view Rest(const Claim& claim) {
  std::size_t from = std::min(claim.quote_in_context + claim.quote.size(), claim.context.size());
  return std::string_view(claim.context).substr(from);
}

void AddFigure(const Claim* claim, FigureLine& line) {
  line.places.push_back(line.text.size());
  AppendUtf8(kFigureSymbol + static_cast<char32_t>(claim->value.dimension), line.text);
  line.dimensions |= 1u << static_cast<unsigned>(claim->value.dimension);
  line.figures.push_back(claim);
}

FigureLine MakeLine(const std::vector<const Claim*>& claims, std::size_t from, std::size_t to) {
  FigureLine line;
  const Claim& first = *claims[from];
  line.text = PlainText(std::string_view(first.context).substr(0, first.quote_in_context));
  for (std::size_t i = from; i < to; ++i) {
    if (i > from) line.text += PlainText(Between(*claims[i - 1], *claims[i]));
    AddFigure(claims[i], line);
  }
  line.text += PlainText(Rest(*claims[to - 1]));
  line.words = PlainText(first.context);
  return line;
}

bool Follows(const FigureLine& line, const FigureLine& next) {
  const Claim& last = *line.figures.back();
  const Claim& first = *next.figures.front();
  if (!SameDocument(last, first) || last.field != first.field) return false;
  std::size_t end = last.span.end + Rest(last).size();
  std::size_t begin = first.span.start - std::min(first.span.start, first.quote_in_context);
  return end <= begin && begin - end <= kNextSentence;
}

}  // namespace

std::string PlainText(std::string_view text) {
  std::string plain = Fold(text);
  for (char& c : plain) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return plain;
}

std::vector<FigureLine> FigureLines(const std::vector<Claim>& claims) {
  std::vector<const Claim*> sorted = OncePerPlace(claims);
  std::vector<FigureLine> lines;
  for (std::size_t from = 0; from < sorted.size();) {
    std::size_t to = from + 1;
    while (to < sorted.size() && Continues(*sorted[to - 1], *sorted[to])) ++to;
    lines.push_back(MakeLine(sorted, from, to));
    from = to;
  }
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) lines[i].goes_on = Follows(lines[i], lines[i + 1]);
  return lines;
}

FigureLine Joined(const FigureLine& first, const FigureLine& second) {
  FigureLine line = first;
  line.text += '\n';
  for (std::size_t place : second.places) line.places.push_back(line.text.size() + place);
  line.text += second.text;
  line.words += '\n' + second.words;
  line.figures.insert(line.figures.end(), second.figures.begin(), second.figures.end());
  line.dimensions |= second.dimensions;
  line.goes_on = second.goes_on;
  return line;
}

}  // namespace tally
