#include "document/shortcodes.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// A parameter's name and the bytes between its quotes.
struct Parameter {
  std::string name;
  Span value;
};

bool IsNameByte(char c) { return IsAsciiAlnum(c) || c == '_' || c == '-'; }

// name="…", name='…', name=`…`; a quote inside is escaped by a backslash.
std::vector<Parameter> ReadParameters(std::string_view raw, Span span) {
  std::vector<Parameter> parameters;
  std::string_view text = raw.substr(0, span.end);
  for (std::size_t at = text.find('=', span.start); at != kNone; at = text.find('=', at)) {
    std::size_t end = at;
    while (end > span.start && text[end - 1] == ' ') --end;
    std::size_t name = end;
    while (name > span.start && IsNameByte(text[name - 1])) --name;
    std::size_t quote = text.find_first_not_of(' ', at + 1);
    ++at;
    if (name == end || quote == kNone || std::string_view("\"'`").find(text[quote]) == kNone) continue;
    std::size_t close = quote + 1;
    while (close < text.size() && text[close] != text[quote]) close += text[close] == '\\' ? 2 : 1;
    if (close >= text.size()) break;
    parameters.push_back({AsciiLower(text.substr(name, end - name)), {quote + 1, close}});
    at = close + 1;
  }
  return parameters;
}

// The value with its escaped quotes as the characters that they stand for.
Passage CaptionOf(std::string_view raw, Span value) {
  Passage passage{Field::kCaption, Role::kNone, {}};
  std::size_t from = value.start;
  std::string_view text = raw.substr(0, value.end);
  for (std::size_t at = text.find('\\', from); at != kNone && at + 1 < value.end;
       at = text.find('\\', at + 2)) {
    char next = raw[at + 1];
    if (next != '"' && next != '\'' && next != '\\') continue;
    if (from < at) passage.pieces.push_back({Piece::Kind::kText, {from, at}, 0});
    passage.pieces.push_back({Piece::Kind::kChar, {at, at + 2}, static_cast<char32_t>(next)});
    from = at + 2;
  }
  if (from < value.end) passage.pieces.push_back({Piece::Kind::kText, {from, value.end}, 0});
  return passage;
}

// {{< figure, {{% img, {% include image.html: what shows a picture. Of other templates only a caption is one.
bool ShowsPicture(std::string_view tag) {
  std::string head = AsciiLower(tag.substr(0, tag.find('=')));
  return std::ranges::any_of(std::array{"fig", "img", "image", "picture", "photo", "gallery"},
                             [&](std::string_view word) { return head.find(word) != kNone; });
}

// A tag and not a stretch between two ({% highlight %} … {% endhighlight %}), which is code.
bool IsTag(std::string_view text) {
  if (text.starts_with("{%")) return text.find("%}") == text.size() - 2;
  return text.starts_with("{{<") || text.starts_with("{{%");
}

}  // namespace

std::vector<Passage> ShortcodeCaptions(std::string_view raw, const Skips& templates) {
  std::vector<Passage> captions;
  for (Span span : templates) {
    std::string_view tag = raw.substr(span.start, span.size());
    if (!IsTag(tag)) continue;
    bool picture = ShowsPicture(tag);
    std::vector<std::string_view> seen;  // alt often repeats the caption
    for (const Parameter& parameter : ReadParameters(raw, span)) {
      bool caption = parameter.name == "caption";
      bool described = picture && (parameter.name == "alt" || parameter.name == "title");
      std::string_view text = raw.substr(parameter.value.start, parameter.value.size());
      if ((!caption && !described) || text.empty() || std::ranges::find(seen, text) != seen.end()) continue;
      seen.push_back(text);
      captions.push_back(CaptionOf(raw, parameter.value));
    }
  }
  return captions;
}

Skips SkipsAround(const Skips& templates, const std::vector<Passage>& captions) {
  Skips around;
  auto caption = captions.begin();
  for (Span span : templates) {
    for (; caption != captions.end() && caption->pieces.front().raw.start < span.end; ++caption) {
      around.push_back({span.start, caption->pieces.front().raw.start});
      span.start = caption->pieces.back().raw.end;
    }
    around.push_back(span);
  }
  return around;
}

}  // namespace tally
