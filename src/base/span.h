// Half-open ranges of bytes. A Span counts bytes of a file or of the text that it was decoded to, a
// TextSpan bytes of a block's folded text (both: document/document.h). The two are distinct types so that one
// is never used for the other.
#pragma once

#include <cstddef>

namespace tally {

struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - start; }
  bool empty() const { return start == end; }
  bool operator==(const Span&) const = default;
  auto operator<=>(const Span&) const = default;
};

struct TextSpan {
  std::size_t start = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - start; }
  bool empty() const { return start == end; }
  bool Contains(std::size_t at) const { return start <= at && at < end; }
  bool Overlaps(const TextSpan& other) const { return start < other.end && other.start < end; }
  bool operator==(const TextSpan&) const = default;
  auto operator<=>(const TextSpan&) const = default;
};

}  // namespace tally
