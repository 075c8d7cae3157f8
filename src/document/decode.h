// Bytes to UTF-8, character by character, so that each keeps its place in the file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "document/byte_map.h"
#include "document/encoding.h"

namespace tally {

struct DecodedText {
  std::string text;  // UTF-8
  ByteMap bytes;     // from the text to the bytes that were decoded
  // Sequences that are no character of the encoding: a U+FFFD each.
  std::size_t malformed = 0;
  std::optional<std::size_t> first_malformed = {};  // the byte where the first of them begins
};

// Decodes `bytes` from `start` on; the map counts from the beginning of `bytes`. `encoding` is not kUtf8,
// whose text is the file. After a malformed lead byte, an ASCII byte stands for itself, so that a cut
// character never swallows a line end or a mark. Linear in the number of bytes.
DecodedText Decode(std::string_view bytes, std::size_t start, Encoding encoding);

}  // namespace tally
