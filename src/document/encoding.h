// The encodings that news is kept in. Their names and labels are those of the WHATWG Encoding Standard
// (https://encoding.spec.whatwg.org), under which a page that says gb2312 or gbk is read as GB18030, one that
// says big5 as Big5-HKSCS, and one that says iso-8859-1 as windows-1252: the larger sets hold the smaller
// ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

enum class Encoding : std::uint8_t {
  kUtf8,
  kUtf16Le,
  kUtf16Be,
  kGb18030,
  kBig5,
  kShiftJis,
  kEucJp,
  kEucKr,
  kWindows1252,
};

// "utf-8", "utf-16le", "utf-16be", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1252".
std::string_view EncodingName(Encoding encoding);
// All names, in the order of the enumeration.
std::vector<std::string> EncodingNames();
// Labels in any case, with blanks around: "GBK", " Big5-HKSCS". nullopt for one that is not known.
std::optional<Encoding> EncodingFromLabel(std::string_view label);

// Length in bytes of the character that begins at `at` of a text in an encoding that is neither UTF-8 nor
// UTF-16, by the form of its bytes alone. 0 where the bytes are of no form; then the byte at `at` stands
// alone.
std::size_t CharacterLength(Encoding encoding, std::string_view bytes, std::size_t at);

}  // namespace tally
