#include "document/mail_head.h"

#include <algorithm>

#include "base/fold.h"
#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxLines = 60;
// Bytes of a field's name.
constexpr std::size_t kMaxName = 40;

Span Trimmed(std::string_view raw, Span span) {
  auto blank = [&](std::size_t at) { return std::string_view(" \t\r\n").find(raw[at]) != kNone; };
  while (span.start < span.end && blank(span.start)) ++span.start;
  while (span.end > span.start && blank(span.end - 1)) --span.end;
  return span;
}

struct Line {
  std::string name;  // folded, small
  Span value;
};

std::optional<Line> ReadLine(std::string_view raw, Span line) {
  std::string_view text = raw.substr(line.start, line.size());
  std::size_t ascii = text.substr(0, kMaxName).find(':');
  std::size_t wide = text.substr(0, kMaxName).find("：");
  std::size_t colon = std::min(ascii, wide);
  if (colon == kNone || colon == 0) return std::nullopt;
  std::size_t length = colon == ascii ? 1 : std::string_view("：").size();
  return Line{AsciiLower(Fold(text.substr(0, colon))), Trimmed(raw, {line.start + colon + length, line.end})};
}

// "Jane Doe" of `"Jane Doe" <jane@a.example>`; empty for an address alone.
std::string NameIn(std::string_view value) {
  value = value.substr(0, value.find('<'));
  constexpr std::string_view kAround = " \t\"'";
  std::size_t start = std::min(value.find_first_not_of(kAround), value.size());
  value = value.substr(start, value.find_last_not_of(kAround) + 1 - start);
  return value.find('@') == kNone ? std::string(value) : std::string();
}

// "=?UTF-8?B?…?=": RFC 2047 hides other letters so.
bool IsEncoded(std::string_view value) { return value.find("=?") != kNone; }

}  // namespace

std::optional<MailHead> ReadMailHead(std::string_view raw, std::size_t start, const DocumentWords& words) {
  MailHead head;
  std::size_t known = 0;
  bool telling = false;
  std::size_t at = start;
  for (std::size_t lines = 0; at < raw.size() && lines < kMaxLines; ++lines) {
    std::size_t stop = std::min(raw.find('\n', at), raw.size());
    Span line{at, stop};
    bool goes_on = known > 0 && (raw[at] == ' ' || raw[at] == '\t');
    if (Trimmed(raw, line).empty()) break;
    if (!goes_on) {
      auto field = ReadLine(raw, line);
      auto word = field ? words.mail_fields.lexicon.Find(field->name) : std::nullopt;
      // Fields of its own begin with X-.
      if (!word && !(field && known > 0 && field->name.starts_with("x-"))) break;
      ++known;
      std::string_view kind = word ? std::string_view(words.mail_fields.values[*word]) : std::string_view();
      std::string_view value = raw.substr(field->value.start, field->value.size());
      telling = telling || kind == "author" || kind == "title";
      if (kind == "title" && !IsEncoded(value)) head.subject = field->value;
      if (kind == "published") head.date = field->value;
      if (kind == "author" && !IsEncoded(value)) head.author = NameIn(value);
    }
    at = std::min(stop + 1, raw.size());
  }
  if (known < 2 || !telling) return std::nullopt;
  head.end = at;
  return head;
}

}  // namespace tally
