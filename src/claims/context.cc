#include "claims/context.h"

#include <string_view>

namespace tally {
namespace {

// Bytes kept on either side of a quote: a sentence of 200 MB must not be kept once for each of its figures.
constexpr std::size_t kReach = 600;

bool IsInside(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

}  // namespace

ClaimContext ContextOf(const Document& document, const Sentence& sentence, const Quantity& quantity) {
  const FoldedText& folded = sentence.block->text;
  std::string_view text = folded.str();
  TextSpan whole = sentence.text;
  if (quantity.text.start > whole.start + kReach) {
    whole.start = quantity.text.start - kReach;
    while (IsInside(text, whole.start)) ++whole.start;
  }
  if (whole.end > quantity.text.end + kReach) {
    whole.end = quantity.text.end + kReach;
    while (IsInside(text, whole.end)) --whole.end;
  }
  ClaimContext context;
  context.text = folded.Print(document.text, {whole.start, quantity.text.start});
  context.quote = context.text.size();
  context.text += document.Cut(quantity.span);
  context.text += folded.Print(document.text, {quantity.text.end, whole.end});
  return context;
}

}  // namespace tally
