#include "document/source_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "base/three_bytes.h"
#include "base/utf8.h"
#include "document/declared_encoding.h"
#include "document/decode.h"
#include "document/encoding_guess.h"

namespace tally {
namespace {

struct Utf8Count {
  // Bytes of well-formed characters above ASCII, of two bytes and of more.
  std::size_t two_byte = 0;
  std::size_t longer = 0;
  std::size_t malformed = 0;  // other bytes above ASCII
  std::size_t first_malformed = 0;

  bool AboveAscii() const { return two_byte + longer > 0; }
  // All of it but for a few bytes. In Chinese of other encodings about a sixth of the characters happen to be
  // well-formed ones of two bytes, in a short text a good half of them, and hardly any are longer ones.
  bool IsMostlyUtf8() const { return malformed <= longer || malformed * 4 <= two_byte; }
};

Utf8Count CountUtf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    auto lead = static_cast<unsigned char>(bytes[at]);
    // U+1000 to U+CFFF: neither overlong nor surrogates.
    if (lead > 0xE0 && lead < 0xED && bytes.size() - at > 2 && TwoGoOn(bytes.data() + at + 1)) {
      count.longer += 3;
      at += 3;
      continue;
    }
    std::uint64_t eight = 0;
    if (lead < 0x80 && at + sizeof eight <= bytes.size()) {
      std::memcpy(&eight, bytes.data() + at, sizeof eight);
      at += (eight & 0x8080808080808080u) == 0 ? sizeof eight : 1;
      continue;
    }
    CodePoint c = DecodeUtf8(bytes, at);
    if (c.length > 1) {
      (c.length == 2 ? count.two_byte : count.longer) += c.length;
    } else if (static_cast<unsigned char>(bytes[at]) >= 0x80) {
      if (count.malformed++ == 0) count.first_malformed = at;
    }
    at += c.length;
  }
  return count;
}

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr Mark kMarks[] = {
    {"\xEF\xBB\xBF", Encoding::kUtf8}, {"\xFF\xFE", Encoding::kUtf16Le}, {"\xFE\xFF", Encoding::kUtf16Be}};

std::string MalformedProblem(std::size_t count, std::size_t first, Encoding encoding) {
  return fmt::format("encoding: {} malformed {} of {}, the first at byte {}", count,
                     count == 1 ? "sequence" : "sequences", EncodingName(encoding), first);
}

SourceText AsUtf8(std::string raw, const Utf8Count& count) {
  SourceText source;
  source.text = std::move(raw);
  if (count.malformed > 0)
    source.problems.push_back(MalformedProblem(count.malformed, count.first_malformed, Encoding::kUtf8));
  return source;
}

SourceText AsEncoding(const std::string& raw, Encoding encoding) {
  bool marked = std::ranges::any_of(
      kMarks, [&](const Mark& mark) { return mark.encoding == encoding && raw.starts_with(mark.bytes); });
  DecodedText decoded = Decode(raw, marked ? 2 : 0, encoding);
  SourceText source{std::move(decoded.text), std::move(decoded.bytes), encoding, {}};
  if (decoded.malformed > 0)
    source.problems.push_back(MalformedProblem(decoded.malformed, *decoded.first_malformed, encoding));
  return source;
}

std::string Contradiction(std::string_view declared, Encoding encoding) {
  return fmt::format("encoding: declared {}, but reads as {}", declared, EncodingName(encoding));
}

// What was asked for is done, and said where it does not look right.
SourceText AsForced(const std::string& raw, Encoding encoding) {
  SourceText source = AsEncoding(raw, encoding);
  Utf8Count count = CountUtf8(raw);
  std::optional<Encoding> other;
  if (count.AboveAscii() && count.malformed == 0) {
    other = Encoding::kUtf8;
  } else if (encoding >= Encoding::kGb18030) {
    other = GuessEncoding(raw, encoding);
  }
  if (other && *other != encoding) {
    source.problems.insert(source.problems.begin(),
                           fmt::format("encoding: read as {}, as asked, but looks like {}",
                                       EncodingName(encoding), EncodingName(*other)));
  }
  return source;
}

}  // namespace

SourceText ReadSourceText(std::string raw, std::optional<Encoding> forced) {
  if (forced && *forced != Encoding::kUtf8) return AsForced(raw, *forced);
  if (!forced) {
    for (const Mark& mark : kMarks) {
      if (mark.encoding != Encoding::kUtf8 && raw.starts_with(mark.bytes))
        return AsEncoding(raw, mark.encoding);
    }
    // Before UTF-8, which allows NUL.
    if (auto utf16 = GuessUtf16(raw)) return AsEncoding(raw, *utf16);
  }

  Utf8Count count = CountUtf8(raw);
  bool is_utf8 = forced || raw.starts_with(kMarks[0].bytes) || count.IsMostlyUtf8();
  std::string label = DeclaredEncoding(raw);
  auto declared = EncodingFromLabel(label);
  // Its own label could not be read in UTF-16.
  if (declared == Encoding::kUtf16Le || declared == Encoding::kUtf16Be) declared = std::nullopt;
  if (!is_utf8) {
    auto guess = GuessEncoding(raw, declared);
    // Letters with accents are two such letters when UTF-8 is read as windows-1252.
    if (guess == Encoding::kWindows1252 && count.AboveAscii()) guess = std::nullopt;
    if (guess) {
      SourceText source = AsEncoding(raw, *guess);
      if (declared && declared != guess)
        source.problems.insert(source.problems.begin(), Contradiction(label, *guess));
      return source;
    }
  }
  SourceText source = AsUtf8(std::move(raw), count);
  if (!forced && count.AboveAscii() && declared && declared != Encoding::kUtf8)
    source.problems.insert(source.problems.begin(), Contradiction(label, Encoding::kUtf8));
  return source;
}

}  // namespace tally
