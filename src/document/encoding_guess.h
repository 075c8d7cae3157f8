// Which encoding bytes are in that are not UTF-8.
#pragma once

#include <optional>
#include <string_view>

#include "document/encoding.h"

namespace tally {

// UTF-16 without a byte order mark: bytes with NUL among them that make sense as pairs. Other encodings of
// text hold no NUL.
std::optional<Encoding> GuessUtf16(std::string_view bytes);

// How well bytes read in an encoding, 0..1000: the share of characters above ASCII that news is written with.
// A wrong encoding gives rare ideographs and malformed sequences instead. 1000 for ASCII alone.
int Plausibility(std::string_view bytes, Encoding encoding);

// The encoding that the bytes read best in; `declared` and then the guess of the detector (uchardet) win
// where others read no better by a clear margin. nullopt where none makes sense. Looks at a sample of bounded
// size.
std::optional<Encoding> GuessEncoding(std::string_view bytes, std::optional<Encoding> declared);

}  // namespace tally
