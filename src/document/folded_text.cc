#include "document/folded_text.h"

#include <algorithm>

#include "base/fold.h"
#include "base/utf8.h"

namespace tally {

void FoldedText::Append(std::string_view raw, std::size_t raw_offset) {
  for (std::size_t at = 0; at < raw.size();) {
    CodePoint c = DecodeUtf8(raw, at);
    AppendOne(c.value, raw_offset + at, c.length);
    at += c.length;
  }
}

void FoldedText::AppendOne(char32_t c, std::size_t raw_offset, std::size_t raw_length) {
  // Controls other than the tab never reach a rule or a report as themselves.
  char32_t folded = c < 0x20 && c != '\t' ? U' ' : FoldCodePoint(c);
  if (folded != 0) Put(folded, raw_offset, raw_length);
}

void FoldedText::Put(char32_t c, std::size_t raw_offset, std::size_t raw_length) {
  std::size_t start = text_.size();
  AppendUtf8(c, text_);
  std::size_t length = text_.size() - start;
  if (!runs_.empty() && length == raw_length) {
    Run& last = runs_.back();
    bool together = last.raw_length == start - last.folded;
    if (together && last.raw + last.raw_length == raw_offset) {
      last.raw_length += length;
      return;
    }
  }
  runs_.push_back({start, raw_offset, raw_length});
}

const FoldedText::Run& FoldedText::RunAt(std::size_t folded) const {
  auto after = std::upper_bound(runs_.begin(), runs_.end(), folded,
                                [](std::size_t at, const Run& run) { return at < run.folded; });
  return *(after - 1);
}

std::size_t FoldedText::FoldedEnd(const Run& run) const {
  return &run == &runs_.back() ? text_.size() : (&run + 1)->folded;
}

Span FoldedText::ToOriginal(TextSpan part) const {
  const Run& first = RunAt(part.start);
  const Run& last = RunAt(part.end - 1);
  bool first_together = first.raw_length == FoldedEnd(first) - first.folded;
  bool last_together = last.raw_length == FoldedEnd(last) - last.folded;
  std::size_t start = first_together ? first.raw + (part.start - first.folded) : first.raw;
  std::size_t end = last_together ? last.raw + (part.end - last.folded) : last.raw + last.raw_length;
  return {start, end};
}

}  // namespace tally
