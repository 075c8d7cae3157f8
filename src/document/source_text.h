// The bytes of a file as text: its encoding is found, and what is not UTF-8 is decoded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/byte_map.h"
#include "document/encoding.h"

namespace tally {

struct SourceText {
  std::string text;  // the file itself where it is UTF-8; otherwise decoded, without a byte order mark
  ByteMap bytes;     // from the text to the file
  Encoding encoding = Encoding::kUtf8;
  // "encoding: declared big5, but reads as gb18030"; "encoding: 2 malformed sequences, the first at byte
  // 812".
  std::vector<std::string> problems;
};

// The encoding is, in this order: the one that `forced` names; that of a byte order mark; UTF-8 where the
// bytes are that, or are it but for a few; the one that the page declares, if it reads no worse in it than in
// another; the one that it reads best in; UTF-8, in which malformed bytes are read as U+FFFD each. Any bytes
// are a text.
SourceText ReadSourceText(std::string raw, std::optional<Encoding> forced);

}  // namespace tally
