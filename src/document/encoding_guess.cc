// Chinese encodings share their byte patterns, so that almost any text decodes in each of them. What tells
// them apart is which characters come out: the common ideographs are those that the standards put into their
// first level by frequency (3755 of GB 2312, 5401 of Big5), and a wrong decoding hits them far less often
// than the right one.
#include "document/encoding_guess.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <bitset>
#include <memory>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "document/decode.h"

namespace tally {
namespace {

// Enough characters for a verdict, few enough to decode several times.
constexpr std::size_t kSampleBytes = 64 << 10;
// What a right decoding reaches on pages with rare names in them, and a wrong one does not.
constexpr int kPlausible = 700;
// By this much another encoding must read better than the one that is declared or detected.
constexpr int kMargin = 100;

using CharacterSet = std::bitset<0x10000>;

void AddRows(Encoding encoding, int first_lead, int last_lead, CharacterSet& set) {
  std::string rows;
  for (int lead = first_lead; lead <= last_lead; ++lead) {
    for (int trail = 0x40; trail <= 0xFE; ++trail) {
      std::string character = {static_cast<char>(lead), static_cast<char>(trail)};
      bool second_half = encoding == Encoding::kGb18030;
      if (second_half && trail < 0xA1) continue;
      if (CharacterLength(encoding, character, 0) == 2) rows += character;
    }
  }
  std::string text = Decode(rows, 0, encoding).text;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = DecodeUtf8(text, at);
    if (IsHan(c.value) && c.value < set.size()) set.set(c.value);
    at += c.length;
  }
}

const CharacterSet& CommonHan() {
  static const CharacterSet set = [] {
    CharacterSet common;
    AddRows(Encoding::kGb18030, 0xB0, 0xD7, common);
    AddRows(Encoding::kBig5, 0xA4, 0xC6, common);
    return common;
  }();
  return set;
}

bool Between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

// Without the half-width ones, which are what Chinese gives when it is read as Shift_JIS.
bool IsKana(char32_t c) { return Between(c, 0x3041, 0x30FF); }
bool IsHangul(char32_t c) { return Between(c, 0xAC00, 0xD7A3); }

// Dashes, quotes, dots; ideographic and full-width marks, full-width letters; signs beside figures.
bool IsCommonMark(char32_t c) {
  return Between(c, 0x2010, 0x2027) || Between(c, 0x2030, 0x203B) || Between(c, 0x3000, 0x3020) ||
         Between(c, 0xFF01, 0xFF65) || Between(c, 0xFFE0, 0xFFE5) || Between(c, 0x2460, 0x2473) ||
         c == 0xA0 || c == 0xB7 || c == 0xD7 || c == 0xB0 || c == 0xB1 || c == 0x20AC || c == 0x2103 ||
         c == 0x2192 || c == 0x2022;
}

bool IsWesternLetterOrMark(char32_t c) {
  if (Between(c, 0xC0, 0xFD)) return c != 0xD0 && c != 0xD7 && c != 0xF0 && c != 0xF7;
  constexpr std::u32string_view kMarks =
      U"\u00A0\u00A3\u00A5\u00A9\u00AB\u00AE\u00B0\u00B7\u00BB\u00BD\u20AC\u2122";
  return Between(c, 0x2013, 0x2026) || kMarks.find(c) != std::u32string_view::npos;
}

bool IsCommon(char32_t c, Encoding encoding) {
  switch (encoding) {
    case Encoding::kWindows1252:
      return IsWesternLetterOrMark(c);
    case Encoding::kEucKr:
      return IsHangul(c) || IsCommonMark(c);
    case Encoding::kShiftJis:
    case Encoding::kEucJp:
      if (IsKana(c)) return true;
      [[fallthrough]];
    default:
      return IsCommonMark(c) || (c < 0x10000 && CommonHan()[c]);
  }
}

// Japanese without kana is Chinese read wrongly.
bool LacksItsScript(Encoding encoding, std::size_t kana, std::size_t all) {
  return (encoding == Encoding::kShiftJis || encoding == Encoding::kEucJp) && kana * 20 < all;
}

// As the languages with Latin letters are: a few letters have accents.
bool IsMostlyAscii(std::string_view bytes) {
  auto high = std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return static_cast<std::size_t>(high) <= bytes.size() / 4;
}

std::string_view Sample(std::string_view bytes) {
  auto high = std::ranges::find_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  std::string_view sample = bytes.substr(static_cast<std::size_t>(high - bytes.begin()));
  if (sample.size() <= kSampleBytes) return sample;
  // Cut behind a byte that ends no longer character in any of the encodings, where there is one.
  std::size_t end = sample.find_last_of(" \n\r\t!\"%&'()*+,-./<>", kSampleBytes);
  return sample.substr(0, end == std::string_view::npos ? kSampleBytes : end);
}

std::optional<Encoding> Detected(std::string_view sample) {
  std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return std::nullopt;
  uchardet_data_end(detector.get());
  auto encoding = EncodingFromLabel(uchardet_get_charset(detector.get()));
  bool ours = encoding && *encoding >= Encoding::kGb18030 && *encoding != Encoding::kWindows1252;
  return ours ? encoding : std::nullopt;
}

}  // namespace

std::optional<Encoding> GuessUtf16(std::string_view bytes) {
  std::string_view sample = bytes.substr(0, kSampleBytes);
  if (sample.size() % 2 != 0) sample.remove_suffix(1);
  if (sample.find('\0') == std::string_view::npos) return std::nullopt;
  for (Encoding encoding : {Encoding::kUtf16Le, Encoding::kUtf16Be}) {
    std::string text = Decode(sample, 0, encoding).text;
    std::size_t all = 0;
    std::size_t sensible = 0;
    for (std::size_t at = 0; at < text.size(); ++all) {
      CodePoint c = DecodeUtf8(text, at);
      bool ascii = Between(c.value, ' ', '~') || c.value == '\n' || c.value == '\r' || c.value == '\t';
      if (ascii || IsHan(c.value) || IsKana(c.value) || IsHangul(c.value) || IsCommonMark(c.value) ||
          IsWesternLetterOrMark(c.value)) {
        ++sensible;
      }
      at += c.length;
    }
    if (sensible * 10 >= all * 9) return encoding;
  }
  return std::nullopt;
}

int Plausibility(std::string_view bytes, Encoding encoding) {
  DecodedText decoded = Decode(bytes, 0, encoding);
  std::size_t all = 0;
  std::size_t common = 0;
  std::size_t kana = 0;
  for (std::size_t at = 0; at < decoded.text.size();) {
    CodePoint c = DecodeUtf8(decoded.text, at);
    at += c.length;
    if (c.value < 0x80) continue;
    ++all;
    if (IsCommon(c.value, encoding)) ++common;
    if (IsKana(c.value)) ++kana;
  }
  if (all == 0) return 1000;
  int share = static_cast<int>(common * 1000 / all);
  return LacksItsScript(encoding, kana, all) ? share / 2 : share;
}

std::optional<Encoding> GuessEncoding(std::string_view bytes, std::optional<Encoding> declared) {
  std::string_view sample = Sample(bytes);
  std::vector<Encoding> candidates;
  auto add = [&](std::optional<Encoding> encoding) {
    bool multi_byte = encoding && *encoding >= Encoding::kGb18030;
    if (multi_byte && std::ranges::find(candidates, *encoding) == candidates.end())
      candidates.push_back(*encoding);
  };
  add(declared);
  add(Detected(sample));
  for (Encoding other : {Encoding::kGb18030, Encoding::kBig5, Encoding::kShiftJis, Encoding::kEucJp})
    add(other);

  Encoding best = candidates.front();
  int best_share = Plausibility(sample, best);
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    int share = Plausibility(sample, candidates[i]);
    if (share < best_share + kMargin) continue;
    best = candidates[i];
    best_share = share;
  }
  if (best_share >= kPlausible) return best;
  if (IsMostlyAscii(bytes) && Plausibility(sample, Encoding::kWindows1252) >= kPlausible)
    return Encoding::kWindows1252;
  // A page that makes sense in no encoding is believed.
  return candidates.front() == declared ? declared : std::nullopt;
}

}  // namespace tally
