// The form of the bytes says where a character ends (document/encoding.h), or the pairs of surrogates do; ICU
// says which one it is.
#include "document/decode.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace tally {
namespace {

// The names of ICU. Its table for Big5-HKSCS is that of IBM, for Shift_JIS the one in which 5C is a
// backslash, as browsers have it.
const char* ConverterName(Encoding encoding) {
  switch (encoding) {
    case Encoding::kGb18030:
      return "gb18030";
    case Encoding::kBig5:
      return "ibm-1375_P100-2008";
    case Encoding::kShiftJis:
      return "ibm-943_P15A-2003";
    case Encoding::kEucJp:
      return "euc-jp-2007";
    case Encoding::kEucKr:
      return "windows-949-2000";
    default:
      return "ibm-5348_P100-1997";
  }
}

class Converter {
 public:
  explicit Converter(Encoding encoding) {
    UErrorCode error = U_ZERO_ERROR;
    converter_.reset(ucnv_open(ConverterName(encoding), &error));
    if (U_FAILURE(error)) throw std::runtime_error(std::string("no ICU table ") + ConverterName(encoding));
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  }

  // Appends the character that the bytes are. False, with nothing added, where they are none.
  bool Append(std::string_view character, std::string& out) {
    if (character.size() != 2) return Convert(character, out);
    // ICU takes some 50 ns to begin, and a text has the same characters again and again.
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
    char32_t& known = pairs_[byte(0) << 8u | byte(1)];
    if (known != 0) {
      AppendUtf8(known, out);
      return true;
    }
    std::size_t before = out.size();
    if (!Convert(character, out)) return false;
    CodePoint first = DecodeUtf8(out, before);
    if (before + first.length == out.size()) known = first.value;
    return true;
  }

 private:
  bool Convert(std::string_view character, std::string& out) {
    constexpr int kMostUnits = 8;
    UChar units[kMostUnits];
    UErrorCode error = U_ZERO_ERROR;
    int count = ucnv_toUChars(converter_.get(), units, kMostUnits, character.data(),
                              static_cast<int>(character.size()), &error);
    if (U_FAILURE(error) || count <= 0 || count > kMostUnits) return false;
    std::size_t before = out.size();
    for (int i = 0; i < count;) {
      UChar32 c = 0;
      U16_NEXT(units, i, count, c);
      if (U_IS_SURROGATE(c)) {
        out.resize(before);
        return false;
      }
      AppendUtf8(static_cast<char32_t>(c), out);
    }
    return true;
  }

  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> converter_;
  // Characters of two bytes, by them; 0: not met yet.
  std::vector<char32_t> pairs_ = std::vector<char32_t>(0x10000);
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  DecodedText Characters(std::size_t start, Encoding encoding) {
    // Most characters take two bytes and become three.
    decoded_.text.reserve((bytes_.size() - start) / 2 * 3);
    Converter converter(encoding);
    for (std::size_t at = start; at < bytes_.size();) {
      std::size_t before = decoded_.text.size();
      std::size_t length = CharacterLength(encoding, bytes_, at);
      bool ascii = static_cast<unsigned char>(bytes_[at]) < 0x80;
      if (ascii) {
        decoded_.text.push_back(bytes_[at]);
      } else if (length == 0 || !converter.Append(bytes_.substr(at, length), decoded_.text)) {
        // A pair of the right form that stands for nothing: its second byte, where ASCII, stands for itself.
        bool ascii_follows = length == 2 && static_cast<unsigned char>(bytes_[at + 1]) < 0x80;
        length = length == 0 || ascii_follows ? 1 : length;
        Malformed(at);
      }
      decoded_.bytes.Append(decoded_.text.size() - before, at, length);
      at += length;
    }
    return std::move(decoded_);
  }

  DecodedText Utf16(std::size_t start, bool big_endian) {
    decoded_.text.reserve((bytes_.size() - start) / 2 * 3);
    auto unit = [&](std::size_t at) {
      unsigned first = static_cast<unsigned char>(bytes_[at]);
      unsigned second = static_cast<unsigned char>(bytes_[at + 1]);
      return big_endian ? first << 8 | second : second << 8 | first;
    };
    for (std::size_t at = start; at < bytes_.size();) {
      std::size_t before = decoded_.text.size();
      std::size_t length = std::min<std::size_t>(2, bytes_.size() - at);
      char32_t c = length == 2 ? unit(at) : kReplacement;
      if (length < 2) {
        Malformed(at);
      } else if (!U16_IS_SURROGATE(c)) {
        AppendUtf8(c, decoded_.text);
      } else if (U16_IS_SURROGATE_LEAD(c) && at + 4 <= bytes_.size() && U16_IS_TRAIL(unit(at + 2))) {
        length = 4;
        AppendUtf8(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, unit(at + 2))), decoded_.text);
      } else {
        Malformed(at);
      }
      decoded_.bytes.Append(decoded_.text.size() - before, at, length);
      at += length;
    }
    return std::move(decoded_);
  }

 private:
  void Malformed(std::size_t at) {
    AppendUtf8(kReplacement, decoded_.text);
    if (decoded_.malformed++ == 0) decoded_.first_malformed = at;
  }

  std::string_view bytes_;
  DecodedText decoded_;
};

}  // namespace

DecodedText Decode(std::string_view bytes, std::size_t start, Encoding encoding) {
  Decoder decoder(bytes);
  if (encoding == Encoding::kUtf16Le) return decoder.Utf16(start, false);
  if (encoding == Encoding::kUtf16Be) return decoder.Utf16(start, true);
  return decoder.Characters(start, encoding);
}

}  // namespace tally
