#include "document/sentences.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// A sentence that goes on for longer than this ends at its next comma, and at twice this at its next blank:
// who and what a figure belongs to is looked for in its sentence, and a text without full stops must not make
// that a search through all of it. The longest sentences of news have some 600 bytes.
constexpr std::size_t kLongestSentence = 2000;

// Words that begin English sentences more often than they follow an abbreviation inside one: after "Corp.
// The" a new sentence begins, after "Corp. President" it does not.
constexpr std::array<std::string_view, 24> kOpeners = {
    "A",  "After", "An", "And", "As",   "At", "But", "By",   "Each", "For",  "He",   "However",
    "If", "In",    "It", "Its", "Last", "On", "She", "That", "The",  "They", "This", "We"};

bool IsClosing(char32_t c) {
  constexpr std::u32string_view kClosing = U"\"')]}”’」』》〉】〗〕";
  return kClosing.find(c) != std::u32string_view::npos;
}

bool IsMark(char32_t c) { return c == U'。' || c == '!' || c == '?' || c == ';' || c == U'…'; }

bool IsOpening(char32_t c) {
  constexpr std::u32string_view kOpening = U"\"'([{“‘「『《〈【〖〔";
  return kOpening.find(c) != std::u32string_view::npos;
}

// The first bytes of the marks below: 。 is E3 80 82, … is E2 80 A6.
constexpr auto kMayEndSentence = [] {
  std::array<bool, 256> may{};
  for (char c : {'.', '!', '?', ';', '\n', '\xE3', '\xE2'}) may[static_cast<unsigned char>(c)] = true;
  return may;
}();
// The length of a character by its first byte.
constexpr auto kStep = [] {
  std::array<std::uint8_t, 256> steps{};
  for (std::size_t lead = 0; lead < steps.size(); ++lead)
    steps[lead] = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return steps;
}();
bool MayEndSentence(char c) { return kMayEndSentence[static_cast<unsigned char>(c)]; }

class Splitter {
 public:
  Splitter(std::string_view text, const WordTable& abbreviations)
      : text_(text), abbreviations_(abbreviations) {}

  std::vector<TextSpan> Split() {
    constexpr std::size_t kUsual = 80;  // bytes of a sentence
    sentences_.reserve(text_.size() / kUsual + 2);
    while (at_ < text_.size()) {
      if (at_ - start_ >= kLongestSentence) {
        if (std::size_t end = OverlongEnd()) {
          Close(end);
          continue;
        }
      }
      if (!MayEndSentence(text_[at_])) {
        // Up to where the sentence may have to be cut.
        std::size_t limit =
            at_ - start_ < kLongestSentence ? std::min(start_ + kLongestSentence, text_.size()) : at_ + 1;
        // A character of the text as a whole: none ends in the middle of one.
        do {
          at_ += kStep[static_cast<unsigned char>(text_[at_])];
        } while (at_ < limit && !MayEndSentence(text_[at_]));
        continue;
      }
      CodePoint c = DecodeUtf8(text_, at_);
      std::size_t after = at_ + c.length;
      if (EndsSentence(c.value, after)) {
        Close(PastClosing(after));
      } else {
        // A run of marks is decided once: "?!?!?!" stays linear.
        at_ = IsMark(c.value) ? PastClosing(after) : after;
      }
    }
    Close(text_.size());
    return std::move(sentences_);
  }

 private:
  char Byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool BlankOrEnd(std::size_t at) const {
    return at >= text_.size() || text_[at] == ' ' || text_[at] == '\n';
  }

  // Where an overlong sentence may be cut at at_, or 0. Beside a digit a comma or a blank may be a figure's
  // (30 million, 三、四亿), and behind a full stop a blank may (U.S. $5 billion).
  std::size_t OverlongEnd() const {
    std::size_t length = at_ - start_;
    bool date = IsAsciiDigit(text_[at_ - 1]) && IsAsciiDigit(Byte(at_ + 2));  // Jan. 3, 2024
    if (text_[at_] == ',' && BlankOrEnd(at_ + 1) && !date) return at_ + 1;
    bool blank = text_[at_] == ' ' && length >= 2 * kLongestSentence;
    bool figure = blank && (text_[at_ - 1] == '.' || TouchesDigit(at_, at_ + 1));
    if (blank && (!figure || length >= 3 * kLongestSentence)) return at_ + 1;
    for (std::string_view mark : {"，", "、"}) {
      std::size_t end = at_ + mark.size();
      if (text_.substr(at_).starts_with(mark) && !TouchesDigit(at_, end)) return end;
    }
    return 0;
  }

  bool TouchesDigit(std::size_t before, std::size_t after) const {
    constexpr std::u32string_view kHanDigits = U"一二两三四五六七八九十";
    if (IsAsciiDigit(Byte(after))) return true;
    if (before == 0) return false;
    char32_t c = DecodeUtf8(text_, PreviousCodePoint(text_, before)).value;
    return (c < 0x80 && IsAsciiDigit(static_cast<char>(c))) ||
           kHanDigits.find(c) != std::u32string_view::npos;
  }

  bool EndsSentence(char32_t c, std::size_t after) const {
    switch (c) {
      case U'。':
      case U'\n':
        return true;
      case U'!':
      case U'?':
        // Inside an address, a formula or a name (Yahoo!7) no sentence ends.
        return !(at_ > 0 && IsAsciiAlnum(text_[at_ - 1]) && IsAsciiAlnum(Byte(after))) && !GoesOn(after);
      case U';':
        // Chinese has no blank behind it; between figures it is a score or a part of an address.
        return !(at_ > 0 && IsAsciiDigit(text_[at_ - 1]) && IsAsciiDigit(Byte(after))) && !GoesOn(after);
      case U'…':
        return !(at_ > 0 && IsAsciiDigit(text_[at_ - 1]) && IsAsciiDigit(Byte(PastClosing(after)))) &&
               !GoesOn(after);
      case U'.':
        return FullStopEnds(after);
      default:
        return false;
    }
  }

  // A comma, or an English word that begins small, behind the mark: "Really?" he asked.
  bool GoesOn(std::size_t after) const {
    std::size_t next = PastClosing(after);
    if (text_.substr(next).starts_with("，") || text_.substr(next).starts_with("、") || Byte(next) == ',')
      return true;
    if (Byte(next) != ' ') return false;
    char first = Byte(next + 1);
    return first >= 'a' && first <= 'z';
  }

  // `after` is the byte behind the full stop.
  bool FullStopEnds(std::size_t after) const {
    std::size_t next = PastClosing(after);
    if (!BlankOrEnd(next)) return false;
    std::size_t first = text_.find_first_not_of(" \n", next);
    if (first == kNone) return true;
    CodePoint c = DecodeUtf8(text_, first);
    std::size_t word = WordStart(after - 1);
    std::string_view stopped = text_.substr(word, after - word);
    if (IsAsciiDigit(text_[first]) || BeginsMoney(first))
      return EndsLowerWord(stopped) && !IsAbbreviation(stopped);
    bool opens = IsOpening(c.value) || (c.value < 0x80 ? IsAsciiUpper(text_[first]) : true);
    if (!opens || IsInitial(stopped) || IsListNumber(word, after)) return false;
    auto hit = abbreviations_.lexicon.Find(stopped);
    if (!hit) return true;
    // "ends": may stand at the end of a sentence (Inc., U.S.); "number": is an abbreviation before a number
    // only (No.); the others (Mr., Fig.) never end one.
    const std::string& value = abbreviations_.values[*hit];
    return value == "number" || (value == "ends" && IsOpener(first));
  }

  // The start of the run of letters, digits and full stops that ends at `stop`.
  std::size_t WordStart(std::size_t stop) const {
    constexpr std::size_t kLongestWord = 24;  // longer ones are no abbreviations; keeps a line of dots linear
    std::size_t start = stop;
    while (start > 0 && stop - start < kLongestWord &&
           (IsAsciiAlnum(text_[start - 1]) || text_[start - 1] == '.'))
      --start;
    return start;
  }

  bool BeginsMoney(std::size_t at) const {
    for (std::string_view sign : {"$", "€", "£", "¥", "₹", "₩"}) {
      if (text_.substr(at).starts_with(sign)) return true;
    }
    return false;
  }

  bool IsAbbreviation(std::string_view word) const { return abbreviations_.lexicon.Find(word).has_value(); }

  // "J.", "D.A.": single capitals. "U.S." and its like are in the list and may end a sentence.
  bool IsInitial(std::string_view word) const {
    if (IsAbbreviation(word) || word.size() < 2 || word.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < word.size(); i += 2) {
      if (!IsAsciiUpper(word[i]) || word[i + 1] != '.') return false;
    }
    return true;
  }

  // "3." at the start of the block: "3. Revenue".
  bool IsListNumber(std::size_t word, std::size_t after) const {
    return text_.find_first_not_of(' ') == word && after - word <= 4 &&
           std::all_of(text_.begin() + word, text_.begin() + after - 1, IsAsciiDigit);
  }

  static bool EndsLowerWord(std::string_view word) {
    return word.size() >= 4 &&
           std::all_of(word.end() - 4, word.end() - 1, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  bool IsOpener(std::size_t first) const {
    std::size_t end = first;
    while (end < text_.size() && IsAsciiAlpha(text_[end]) && end - first < 16) ++end;
    return std::ranges::find(kOpeners, text_.substr(first, end - first)) != kOpeners.end();
  }

  // Past further end marks, closing quotes and brackets: ？！」 and "." belong to the sentence that they
  // close.
  std::size_t PastClosing(std::size_t at) const {
    while (at < text_.size()) {
      CodePoint c = DecodeUtf8(text_, at);
      if (!IsMark(c.value) && !IsClosing(c.value)) break;
      at += c.length;
    }
    return at;
  }

  void Close(std::size_t end) {
    std::size_t next = end;
    while (end > start_ && (text_[end - 1] == ' ' || text_[end - 1] == '\n')) --end;
    if (end > start_) sentences_.push_back({start_, end});
    start_ = std::min(text_.find_first_not_of(" \n", next), text_.size());
    at_ = start_;
  }

  std::string_view text_;
  const WordTable& abbreviations_;
  std::vector<TextSpan> sentences_;
  std::size_t start_ = 0;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<TextSpan> FindSentences(std::string_view text, const WordTable& abbreviations) {
  return Splitter(text, abbreviations).Split();
}

}  // namespace tally
