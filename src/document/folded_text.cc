#include "document/folded_text.h"

#include <algorithm>
#include <cstring>

#include "base/fold.h"
#include "base/fold_table.h"
#include "base/three_bytes.h"
#include "base/utf8.h"

namespace tally {

namespace {

// Where a stretch is folded before it is appended.
class FoldRoom {
 public:
  explicit FoldRoom(std::string& text) : text_(text) {}
  void Put(const char* bytes, std::size_t length) {
    if (used_ + length > sizeof bytes_) Flush();
    if (length > sizeof bytes_) {
      text_.append(bytes, length);
      return;
    }
    std::memcpy(bytes_ + used_, bytes, length);
    used_ += length;
  }
  // A character of three bytes.
  void PutThree(char32_t c) {
    char three[] = {static_cast<char>(0xE0u | c >> 12), static_cast<char>(0x80u | (c >> 6 & 0x3Fu)),
                    static_cast<char>(0x80u | (c & 0x3Fu))};
    Put(three, sizeof three);
  }
  void Flush() {
    text_.append(bytes_, used_);
    used_ = 0;
  }

 private:
  std::string& text_;
  std::size_t used_ = 0;
  char bytes_[1024];
};

}  // namespace

void FoldedText::Append(std::string_view raw, std::size_t raw_offset) {
  // Stretches in which every character folds into as many bytes are entered in the map as a whole, and copied
  // as a whole up to the next character that changes.
  const char* bytes = raw.data();
  std::size_t stretch = 0;
  std::size_t copied = 0;
  std::size_t at = 0;
  text_.reserve(text_.size() + raw.size());
  FoldRoom room(text_);
  auto close = [&] {
    room.Put(bytes + copied, at - copied);
    room.Flush();
    if (at > stretch) Extend(text_.size() - (at - stretch), raw_offset + stretch, at - stretch);
  };
  while (at < raw.size()) {
    auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead >= 0x20 && lead < 0x80) {
      ++at;
      continue;
    }
    // U+1000 to U+CFFF: neither overlong nor surrogates.
    if (lead > 0xE0 && lead < 0xED && raw.size() - at > 2 && TwoGoOn(bytes + at + 1)) {
      char32_t c = ThreeBytes(bytes + at);
      char32_t folded = c - kFoldTableFirst <= kFoldTableLast - kFoldTableFirst
                            ? kFoldTable[c - kFoldTableFirst]
                            : FoldCodePoint(c);
      if (folded == c) {
        at += 3;
        continue;
      }
      if (folded >= 0x800 && folded < 0x10000) {
        room.Put(bytes + copied, at - copied);
        room.PutThree(folded);
        copied = at += 3;
        continue;
      }
    }
    CodePoint other = DecodeUtf8(raw, at);
    char32_t folded = FoldCodePoint(other.value);
    bool as_long = other.length == 3 && folded >= 0x800 && folded < 0x10000;
    if (as_long) {
      room.Put(bytes + copied, at - copied);
      room.PutThree(folded);
      copied = at += 3;
    } else {
      close();
      AppendOne(other.value, raw_offset + at, other.length);
      stretch = copied = at += other.length;
    }
  }
  close();
}

void FoldedText::AppendOne(char32_t c, std::size_t raw_offset, std::size_t raw_length) {
  // Controls never reach a rule or a report as themselves, but for the tab: it parts columns, and a figure
  // that goes on across a blank does not across it.
  char32_t folded = c == '\t' ? c : c < 0x20 ? U' ' : FoldCodePoint(c);
  if (folded != 0) Put(folded, raw_offset, raw_length);
}

void FoldedText::Put(char32_t c, std::size_t raw_offset, std::size_t raw_length) {
  std::size_t start = text_.size();
  AppendUtf8(c, text_);
  if (text_.size() - start == raw_length) {
    Extend(start, raw_offset, raw_length);
  } else {
    runs_.push_back({start, raw_offset, raw_length});
  }
}

void FoldedText::Extend(std::size_t start, std::size_t raw_offset, std::size_t length) {
  if (!runs_.empty()) {
    Run& last = runs_.back();
    bool together = last.raw_length == start - last.folded;
    if (together && last.raw + last.raw_length == raw_offset) {
      last.raw_length += length;
      return;
    }
  }
  runs_.push_back({start, raw_offset, length});
}

const FoldedText::Run& FoldedText::RunAt(std::size_t folded) const {
  if (runs_.size() == 1) return runs_.front();
  auto after = std::upper_bound(runs_.begin(), runs_.end(), folded,
                                [](std::size_t at, const Run& run) { return at < run.folded; });
  return *(after - 1);
}

std::size_t FoldedText::FoldedEnd(const Run& run) const {
  return &run == &runs_.back() ? text_.size() : (&run + 1)->folded;
}

Span FoldedText::ToOriginal(TextSpan part) const {
  const Run& first = RunAt(part.start);
  const Run& last = part.end <= FoldedEnd(first) ? first : RunAt(part.end - 1);
  bool first_together = first.raw_length == FoldedEnd(first) - first.folded;
  bool last_together = last.raw_length == FoldedEnd(last) - last.folded;
  std::size_t start = first_together ? first.raw + (part.start - first.folded) : first.raw;
  std::size_t end = last_together ? last.raw + (part.end - last.folded) : last.raw + last.raw_length;
  if (start <= end) return {start, end};
  // The part ends in a head that is repeated before its cell, and stands far above it.
  return {std::min(start, last.raw), std::max(end, first.raw + first.raw_length)};
}

std::string FoldedText::Print(std::string_view original, TextSpan part) const {
  std::string printed;
  if (part.empty()) return printed;
  const Run* end = runs_.data() + runs_.size();
  for (const Run* run = &RunAt(part.start); run != end && run->folded < part.end; ++run) {
    std::size_t folded_end = FoldedEnd(*run);
    std::size_t from = std::max(part.start, run->folded);
    std::size_t to = std::min(part.end, folded_end);
    std::string_view source = original.substr(run->raw, run->raw_length);
    if (run->raw_length == folded_end - run->folded) {
      printed += source.substr(from - run->folded, to - from);
    } else if (!source.empty() && DecodeUtf8(source, 0).length == source.size()) {
      printed += source;
    } else {
      printed += std::string_view(text_).substr(from, to - from);
    }
  }
  std::ranges::replace_if(
      printed, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return printed;
}

}  // namespace tally
