// YAML 1.2, chapter 7.3 and 8.1; TOML 1.0, "String"; RFC 8259, chapter 7. Blanks are compared as blanks,
// however many: folding changes their number, and a reader of figures does not care.
#include "document/scalar_place.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace tally {
namespace {

enum class Style { kPlain, kSingleQuoted, kDoubleQuoted, kBlock };

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// A character of the value and the bytes that stand for it.
struct Unit {
  char32_t c = 0;
  std::size_t length = 0;
  bool literal = true;  // the bytes are the character itself
};

char32_t SimpleEscape(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
    case '\t':
      return '\t';
    case 'r':
      return '\r';
    case '0':
      return 0;
    case 'a':
      return 7;
    case 'b':
      return 8;
    case 'e':
      return 27;
    case 'f':
      return 12;
    case 'v':
      return 11;
    case 'N':
      return 0x85;
    case '_':
      return 0xA0;
    case 'L':
      return 0x2028;
    case 'P':
      return 0x2029;
    default:
      return static_cast<unsigned char>(c);  // \" \\ \/ and the blank
  }
}

char32_t HexValue(std::string_view digits) {
  char32_t value = 0;
  for (char digit : digits) {
    char c = AsciiLower(digit);
    value = value * 16 + static_cast<char32_t>(IsAsciiDigit(c) ? c - '0' : c - 'a' + 10);
  }
  return value;
}

// raw[at] is the backslash.
Unit ReadEscape(std::string_view raw, std::size_t at) {
  if (at + 1 >= raw.size()) return {'\\', 1, true};
  char kind = raw[at + 1];
  std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  if (digits == 0) return {SimpleEscape(kind), 2, false};
  char32_t value = HexValue(raw.substr(at + 2, digits));
  // JSON writes a character beyond U+FFFF as two surrogates, \uD83D\uDE00.
  constexpr std::size_t kPair = 12;
  bool high = value >= 0xD800 && value < 0xDC00;
  if (high && raw.substr(at + 6, 2) == "\\u" && at + kPair <= raw.size()) {
    char32_t low = HexValue(raw.substr(at + 8, 4));
    if (low >= 0xDC00 && low < 0xE000)
      return {0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00), kPair, false};
  }
  return {value, 2 + digits, false};
}

class ScalarWalk {
 public:
  ScalarWalk(std::string_view raw, std::size_t start, std::size_t end, ScalarSyntax syntax)
      : raw_(raw.substr(0, end)), at_(start), syntax_(syntax) {
    char first = at_ < raw_.size() ? raw_[at_] : '\0';
    if (first == '"' || first == '\'') {
      style_ = first == '"' ? Style::kDoubleQuoted : Style::kSingleQuoted;
      bool three = syntax_ == ScalarSyntax::kToml && raw_.substr(at_, 3) == std::string(3, first);
      at_ += three ? 3 : 1;
    } else if (syntax_ == ScalarSyntax::kYaml && (first == '|' || first == '>')) {
      style_ = Style::kBlock;
      at_ = std::min(raw_.find('\n', at_), raw_.size());
    }
  }

  std::optional<std::vector<Piece>> Match(std::string_view value) {
    for (std::size_t i = 0; i < value.size();) {
      bool value_blank = SkipValueBlanks(value, i);
      if (i == value.size()) break;
      Span blank = SkipBlanks();
      if (value_blank && blank.empty()) return std::nullopt;
      if (value_blank) PutBlank(blank);
      if (at_ >= raw_.size()) return std::nullopt;
      Unit unit = ReadUnit();
      CodePoint wanted = DecodeUtf8(value, i);
      if (unit.c != wanted.value) return std::nullopt;
      Put(unit);
      i += wanted.length;
    }
    // yaml-cpp lets a quoted scalar run to the end of the text without its closing quote.
    SkipBlanks();
    bool closed = style_ == Style::kDoubleQuoted   ? raw_.substr(at_, 1) == "\""
                  : style_ == Style::kSingleQuoted ? raw_.substr(at_, 1) == "'"
                                                   : true;
    return closed ? std::optional(std::move(pieces_)) : std::nullopt;
  }

 private:
  static bool SkipValueBlanks(std::string_view value, std::size_t& i) {
    std::size_t start = i;
    while (i < value.size() && IsBlank(value[i])) ++i;
    return i > start;
  }

  // Blanks, line ends with their indentation, and escapes that stand for blanks (\n, \t, an escaped line
  // end).
  Span SkipBlanks() {
    std::size_t start = at_;
    while (at_ < raw_.size()) {
      bool escaped = style_ == Style::kDoubleQuoted && raw_[at_] == '\\' && at_ + 1 < raw_.size() &&
                     std::string_view("nrt \t\r\n").find(raw_[at_ + 1]) != std::string_view::npos;
      if (!escaped && !IsBlank(raw_[at_])) break;
      at_ += escaped ? 2 : 1;
    }
    return {start, at_};
  }

  Unit ReadUnit() const {
    if (style_ == Style::kDoubleQuoted && raw_[at_] == '\\') return ReadEscape(raw_, at_);
    bool doubled = syntax_ == ScalarSyntax::kYaml && style_ == Style::kSingleQuoted;
    if (doubled && raw_.substr(at_, 2) == "''") return {'\'', 2, false};
    CodePoint c = DecodeUtf8(raw_, at_);
    return {c.value, c.length, true};
  }

  void PutBlank(Span blank) {
    std::string_view bytes = raw_.substr(blank.start, blank.size());
    bool line_end = bytes.find('\n') != std::string_view::npos;
    pieces_.push_back({line_end ? Piece::Kind::kBreak : Piece::Kind::kChar, blank, ' '});
  }

  void Put(const Unit& unit) {
    Span span{at_, at_ + unit.length};
    at_ = span.end;
    bool extends = unit.literal && !pieces_.empty() && pieces_.back().kind == Piece::Kind::kText &&
                   pieces_.back().raw.end == span.start;
    if (extends) {
      pieces_.back().raw.end = span.end;
    } else {
      pieces_.push_back({unit.literal ? Piece::Kind::kText : Piece::Kind::kChar, span, unit.c});
    }
  }

  std::string_view raw_;
  std::size_t at_;
  ScalarSyntax syntax_;
  Style style_ = Style::kPlain;
  std::vector<Piece> pieces_;
};

}  // namespace

std::optional<std::vector<Piece>> LocateScalar(std::string_view raw, std::size_t start, std::size_t end,
                                               std::string_view value, ScalarSyntax syntax) {
  return ScalarWalk(raw, start, end, syntax).Match(value);
}

}  // namespace tally
