#include "report/excerpt.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "report/visible_text.h"

namespace tally {

namespace {

// A quote is a figure with its hedges and unit; a longer one is shown by its beginning.
constexpr int kQuoteColumns = 160;
// Bytes looked at for each column that is shown, blanks and invisible characters included: a sentence of 200
// MB must not be read whole for each figure in it.
constexpr std::size_t kBytesPerColumn = 12;

bool InsideCodePoint(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::string_view Tail(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t at = text.size() - bytes;
  for (int i = 0; i < 3 && InsideCodePoint(text, at); ++i) ++at;
  return text.substr(at);
}

std::string_view Head(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t at = bytes;
  for (int i = 0; i < 3 && InsideCodePoint(text, at); ++i) --at;
  return text.substr(0, at);
}

}  // namespace

Excerpt MakeExcerpt(const Claim& claim, int columns) {
  std::string_view context = claim.context;
  bool fits = claim.quote_in_context <= context.size() &&
              claim.quote.size() <= context.size() - claim.quote_in_context;
  if (!fits) return {"", KeepFirst(VisibleText(claim.quote), kQuoteColumns), ""};
  std::size_t bytes = kBytesPerColumn * static_cast<std::size_t>(columns);
  std::string_view before = Tail(context.substr(0, claim.quote_in_context), bytes);
  std::string_view after = Head(context.substr(claim.quote_in_context + claim.quote.size()), bytes);
  Excerpt excerpt;
  excerpt.before = KeepLast(VisibleText(before), columns);
  excerpt.quote = KeepFirst(VisibleText(claim.quote), kQuoteColumns);
  excerpt.after = KeepFirst(VisibleText(after), columns);
  if (excerpt.before.starts_with(' ')) excerpt.before.erase(0, 1);
  if (excerpt.after.ends_with(' ')) excerpt.after.pop_back();
  return excerpt;
}

}  // namespace tally
