#include "claims/identifiers.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

// Bytes of context on either side.
constexpr std::size_t kReach = 90;

bool IsJoint(char c) { return c == '-' || c == '.' || c == '_' || c == '/' || c == ':'; }

// The word around the digit at `at`: letters and digits, joined by single marks (GPT-4o, 3.5.1, 22:10).
TextSpan WordAround(std::string_view text, std::size_t at) {
  auto in_word = [&](std::size_t i) {
    if (IsAsciiAlnum(text[i])) return true;
    return IsJoint(text[i]) && i > 0 && i + 1 < text.size() && IsAsciiAlnum(text[i - 1]) &&
           IsAsciiAlnum(text[i + 1]);
  };
  TextSpan word{at, at + 1};
  while (word.start > 0 && in_word(word.start - 1)) --word.start;
  while (word.end < text.size() && in_word(word.end)) ++word.end;
  return word;
}

// As it is read, without markup: what stands in another block says nothing.
std::string ContextOf(const Document& document, const Block& block, TextSpan word) {
  const std::string& text = block.text.str();
  auto inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  std::size_t start = word.start - std::min(word.start, kReach);
  std::size_t end = std::min(text.size(), word.end + kReach);
  while (inside(start)) ++start;
  while (inside(end)) --end;
  return block.text.Print(document.text, {start, end});
}

class IdentifierFinder {
 public:
  IdentifierFinder(const Document& document, const std::vector<Claim>& claims) : document_(document) {
    for (const Claim& claim : claims) covered_.push_back(claim.span);
    std::ranges::sort(covered_);
    // A long span may reach over those that begin behind it.
    for (std::size_t i = 1; i < covered_.size(); ++i)
      covered_[i].end = std::max(covered_[i].end, covered_[i - 1].end);
  }

  void ReadBlock(const Block& block) {
    std::string_view text = block.text.str();
    auto context = block.context.begin();
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!IsAsciiDigit(text[at])) continue;
      TextSpan word = WordAround(text, at);
      at = word.end - 1;
      while (context != block.context.end() && context->end <= word.start) ++context;
      bool repeated = context != block.context.end() && context->Overlaps(word);
      if (!repeated) Add(block, word);
    }
  }

  std::vector<Identifier> Take() { return std::move(found_); }

 private:
  bool IsCovered(Span span) const {
    auto next = std::ranges::lower_bound(covered_, span.end, {}, &Span::start);
    return next != covered_.begin() && std::prev(next)->end > span.start;
  }

  void Add(const Block& block, TextSpan word) {
    Span place = block.text.ToOriginal(word);
    Span span = document_.bytes.ToFile(place);
    if (IsCovered(span)) return;
    found_.push_back({span, document_.Locate(place.start), std::string(document_.Cut(place)),
                      ContextOf(document_, block, word)});
  }

  const Document& document_;
  std::vector<Span> covered_;
  std::vector<Identifier> found_;
};

}  // namespace

std::vector<Identifier> FindIdentifiers(const Document& document, const std::vector<Claim>& claims) {
  IdentifierFinder finder(document, claims);
  for (const Block& block : document.blocks) finder.ReadBlock(block);
  return finder.Take();
}

}  // namespace tally
