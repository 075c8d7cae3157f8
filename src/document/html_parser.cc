// libxml2 hands out decoded copies of the text, and says with xmlByteConsumed about where it stands. What it
// is given is therefore a copy of the page, byte for byte as long, in which nothing needs decoding: where '&'
// stands, or a byte that it would drop or replace, the copy has a point. So each of its texts stands in the
// copy as it is, at one of the two places that xmlByteConsumed leaves open (libxml2 reports a text before or
// after it passes its last character), which is verified before it is believed. Tags are scanned once more
// for the places of their attributes, from the end of what was read last to where xmlByteConsumed says that
// the tag ends.
#include "document/html_parser.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// An end tag makes libxml2 look through all open elements. Pages nest some 30 deep, its own trees stop at
// 256; beyond, the parser begins anew at the next tag, so that 10^5 nested tags cost what 10^5 others do.
constexpr int kMaxDepth = 256;
// What is handed to libxml2 at once. Where it begins anew, at most so much has been parsed in vain.
constexpr std::size_t kChunk = 4096;
// Tags that are tried for one that libxml2 reports and that does not stand where it should.
constexpr int kMaxTries = 8;

// What stands for a byte that the parser would not hand on as it is, and for one that is no text at all.
constexpr char kStandIn = '.';
constexpr char kNoText = '\x7F';

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool IsNameByte(char c) { return IsAsciiAlnum(c) || c == '-' || c == '_' || c == ':' || c == '.'; }

// What begins like a tag and is none is a comment up to its '>' (WHATWG, 13.2.5.41). Where another '<' comes
// first it is left as text, or, as the beginning of an end tag, as nothing: libxml2 would look for the '>'
// from each of them, which is quadratic, and in a script (a<!b) it means something else.
void MaskBogusComment(std::size_t at, std::string& masked) {
  char second = at + 1 < masked.size() ? masked[at + 1] : ' ';
  if (second != '!' && second != '?' && second != '/') return;
  std::string_view rest = std::string_view(masked).substr(at);
  if (rest.starts_with("<!--") || AsciiLower(rest.substr(0, 9)) == "<!doctype") return;
  std::size_t name_end = at + 2;
  while (second == '/' && name_end < masked.size() && IsNameByte(masked[name_end])) ++name_end;
  bool named = name_end > at + 2 && IsAsciiAlpha(masked[at + 2]);
  std::size_t end = masked.find_first_of("<>", at + 1);
  bool closed = end != kNone && masked[end] == '>';
  if (closed && (named || second == '?')) return;
  if (!named && !closed) {
    masked[at] = kStandIn;
  } else if (closed && end - at >= 3) {
    // A processing instruction, which libxml2 passes over and which, other than text, opens no <body>.
    masked[at + 1] = '?';
    masked[at + 2] = 'x';
  } else {
    std::size_t stop = named ? name_end : end + 1;
    masked.replace(at, stop - at, stop - at, kNoText);
  }
}

// CDATA is text in XHTML, and a comment in HTML.
void MaskBogusComments(bool xml, std::string& masked) {
  constexpr std::string_view kCdata = "<![CDATA[";
  constexpr std::string_view kCdataEnd = "]]>";
  bool more_cdata = true;
  for (std::size_t at = masked.find('<'); at != kNone; at = masked.find('<', at)) {
    bool cdata = more_cdata && std::string_view(masked).substr(at).starts_with(kCdata);
    std::size_t end = cdata ? masked.find(kCdataEnd, at) : kNone;
    if (cdata) more_cdata = end != kNone;
    if (end == kNone) {
      MaskBogusComment(at++, masked);
      continue;
    }
    std::size_t behind = end + kCdataEnd.size();
    if (xml) {
      masked.replace(at, kCdata.size(), kCdata.size(), kNoText);
      masked.replace(end, kCdataEnd.size(), kCdataEnd.size(), kNoText);
    } else {
      masked.replace(at, behind - at, behind - at, kNoText);
    }
    at = behind;
  }
}

// Attributes of a tag beyond so many are none: libxml2 compares each with all before it, which is quadratic.
constexpr std::size_t kMaxAttributes = 256;

// Blanks out the attributes of tags that have too many, up to the tag's end or the next '<'.
void MaskAttributes(std::string& masked) {
  for (std::size_t at = masked.find('<'); at != kNone; at = masked.find('<', at)) {
    ++at;
    if (at >= masked.size() || !IsAsciiAlpha(masked[at])) continue;
    while (at < masked.size() && IsNameByte(masked[at])) ++at;
    std::size_t attributes = 0;
    std::size_t surplus = kNone;
    bool blank = false;
    while (at < masked.size() && masked[at] != '>' && masked[at] != '<') {
      char c = masked[at];
      bool begins = blank && !IsBlank(c) && c != '=' && c != '/';
      if (begins && ++attributes > kMaxAttributes && surplus == kNone) surplus = at;
      blank = IsBlank(c);
      bool quote = (c == '"' || c == '\'') && masked[at - 1] == '=';
      std::size_t close = quote ? masked.find(c, at + 1) : kNone;
      at = close == kNone ? at + 1 : close + 1;
    }
    // "<p/>" keeps its end.
    if (surplus != kNone) {
      std::size_t end = masked[at - 1] == '/' && at - 1 >= surplus ? at - 1 : at;
      std::fill(masked.begin() + static_cast<std::ptrdiff_t>(surplus),
                masked.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }
  }
}

std::string Mask(std::string_view html, std::size_t start) {
  std::string masked(html);
  for (std::size_t at = 0; at < masked.size();) {
    char c = masked[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      if (c == '\0' || c == '\f' || c == '\v') masked[at] = ' ';
      bool control = static_cast<unsigned char>(masked[at]) < 0x20 && c != '\t' && c != '\n' && c != '\r';
      if (control || c == '&' || c == kNoText) masked[at] = kStandIn;
      ++at;
      continue;
    }
    CodePoint code = DecodeUtf8(html, at);
    bool malformed = code.value == kReplacement && code.length != 3;
    if (malformed || code.value == 0xFFFE || code.value == 0xFFFF)
      std::fill_n(masked.begin() + static_cast<std::ptrdiff_t>(at), code.length, kStandIn);
    at += code.length;
  }
  std::string_view head = std::string_view(masked).substr(start, 400);
  MaskBogusComments(head.find("<?xml") != kNone || head.find("XHTML") != kNone, masked);
  MaskAttributes(masked);
  return masked;
}

struct ScannedTag {
  std::size_t end = 0;  // at '>' or '/>', or the end of the text
  std::vector<HtmlAttribute> attributes;
};

// The attributes from behind a tag's name on.
ScannedTag ScanTag(std::string_view text, std::size_t at) {
  ScannedTag tag;
  auto skip_blanks = [&] {
    while (at < text.size() && IsBlank(text[at])) ++at;
  };
  while (true) {
    skip_blanks();
    bool closes = at >= text.size() || text[at] == '>' || text.substr(at, 2) == "/>";
    if (closes) break;
    std::size_t name = at++;
    while (at < text.size() && !IsBlank(text[at]) && text[at] != '=' && text[at] != '>' && text[at] != '/')
      ++at;
    HtmlAttribute attribute{AsciiLower(text.substr(name, at - name)), {at, at}};
    skip_blanks();
    if (at < text.size() && text[at] == '=') {
      ++at;
      skip_blanks();
      bool quoted = at < text.size() && (text[at] == '"' || text[at] == '\'');
      std::size_t end = quoted ? text.find(text[at], at + 1) : text.find_first_of(" \t\n\r\f>", at);
      end = std::min(end, text.size());
      if (quoted) ++at;
      attribute.value = {std::min(at, end), end};
      at = quoted ? std::min(end + 1, text.size()) : end;
    }
    tag.attributes.push_back(std::move(attribute));
  }
  tag.end = at;
  return tag;
}

class Parser {
 public:
  Parser(std::string_view masked, std::size_t start, HtmlHandler& handler)
      : text_(masked), cursor_(start), handler_(handler) {}

  void ParseAll(std::vector<std::string>& problems) {
    while (cursor_ < text_.size()) {
      if (!ParseStretch()) {
        problems.push_back("HTML: not enough memory to read all of it");
        return;
      }
      if (!stopped_) break;
      handler_.CloseAll();
    }
    if (lost_ > 0)
      problems.push_back(fmt::format("HTML: {} bytes of text were not found in the page", lost_));
  }

 private:
  struct Free {
    void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
  };

  // From the cursor to the end, or to where elements nest too deep.
  bool ParseStretch() {
    htmlSAXHandler sax{};
    sax.startElement = [](void* self, const xmlChar* name, const xmlChar**) { Self(self).Open(View(name)); };
    sax.endElement = [](void* self, const xmlChar* name) { Self(self).Close(View(name)); };
    sax.characters = [](void* self, const xmlChar* text, int size) { Self(self).Text(View(text, size)); };
    sax.ignorableWhitespace = sax.characters;
    sax.cdataBlock = sax.characters;
    sax.comment = [](void* self, const xmlChar*) { Self(self).PassMarkup(); };
    sax.processingInstruction = [](void* self, const xmlChar*, const xmlChar*) { Self(self).PassMarkup(); };
    context_.reset(htmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
    if (context_ == nullptr) return false;
    // What the page says of its encoding does not count: it is UTF-8 by now.
    htmlCtxtUseOptions(context_.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                           HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    base_ = cursor_;
    depth_ = 0;
    stopped_ = false;
    for (std::size_t at = base_; at < text_.size() && !stopped_; at += kChunk) {
      std::string_view chunk = text_.substr(at, kChunk);
      htmlParseChunk(context_.get(), chunk.data(), static_cast<int>(chunk.size()), 0);
    }
    if (!stopped_) htmlParseChunk(context_.get(), nullptr, 0, 1);
    return true;
  }

  static Parser& Self(void* self) { return *static_cast<Parser*>(self); }
  static std::string_view View(const xmlChar* text) { return reinterpret_cast<const char*>(text); }
  static std::string_view View(const xmlChar* text, int size) {
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
  }

  std::size_t Consumed() const {
    long consumed = xmlByteConsumed(context_.get());
    return std::min(base_ + static_cast<std::size_t>(std::max(consumed, 0L)), text_.size());
  }

  void Open(std::string_view name) {
    if (stopped_) return;
    handler_.Open(FindTag(name, Consumed()));
    if (++depth_ > kMaxDepth) stopped_ = true;
  }

  void Close(std::string_view name) {
    if (stopped_) return;
    --depth_;
    PassMarkup();
    handler_.Close(name, cursor_);
  }

  void PassMarkup() {
    std::size_t at = Consumed();
    if (!stopped_ && at > cursor_ && text_[at - 1] == '>') cursor_ = at;
  }

  // The tag `name` between the cursor and the '>' or '/>' at `end`. Elements that the page leaves out are
  // reported at the tag before which they are understood, which has another name.
  HtmlTag FindTag(std::string_view name, std::size_t end) {
    HtmlTag found{std::string(name), {cursor_, cursor_}, {}};
    int tries = 0;
    for (std::size_t at = cursor_; tries < kMaxTries;) {
      at = text_.substr(0, end).find('<', at);
      if (at == kNone) break;
      std::size_t after = at + 1;
      while (after < end && IsNameByte(text_[after])) ++after;
      if (after == at + 1) {  // a declaration, an end tag that ends nothing
        at = after;
        continue;
      }
      ++tries;
      if (AsciiLower(text_.substr(at + 1, after - at - 1)) == name) {
        ScannedTag tag = ScanTag(text_, after);
        if (tag.end == end || tag.end + 1 == end) {
          std::size_t close = std::min(text_.find('>', tag.end), text_.size() - 1);
          found.place = {at, close + 1};
          found.attributes = std::move(tag.attributes);
          cursor_ = close + 1;
          break;
        }
      }
      at = after;
    }
    return found;
  }

  void Text(std::string_view piece) {
    if (stopped_ || piece.empty()) return;
    std::size_t consumed = Consumed();
    std::size_t last = piece.size() - PreviousCodePoint(piece, piece.size());
    auto stands_at = [&](std::size_t start) {
      return start >= cursor_ && text_.substr(start, piece.size()) == piece;
    };
    std::array<std::size_t, 2> ends = {consumed, consumed + last};
    std::size_t place = kNone;
    for (std::size_t end : ends) {
      if (cursor_ + piece.size() == end && stands_at(cursor_)) place = cursor_;
    }
    for (std::size_t end : ends) {
      if (place == kNone && end >= piece.size() && stands_at(end - piece.size())) place = end - piece.size();
    }
    if (place == kNone) {
      lost_ += piece.size();
      return;
    }
    cursor_ = place + piece.size();
    while (place < cursor_) {
      std::size_t end = std::min(text_.substr(0, cursor_).find(kNoText, place), cursor_);
      if (end > place) handler_.Text({place, end});
      place = std::min(text_.substr(0, cursor_).find_first_not_of(kNoText, end), cursor_);
    }
  }

  std::string_view text_;
  std::size_t cursor_;  // the end of what was reported last
  HtmlHandler& handler_;
  std::unique_ptr<htmlParserCtxt, Free> context_;
  std::size_t base_ = 0;  // where the present parser began
  int depth_ = 0;
  bool stopped_ = false;
  std::size_t lost_ = 0;
};

}  // namespace

void ParseHtml(std::string_view html, std::size_t start, HtmlHandler& handler,
               std::vector<std::string>& problems) {
  std::string masked = Mask(html, start);
  Parser(masked, start, handler).ParseAll(problems);
}

}  // namespace tally
