#include "document/skips.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool IsUrlByte(char c) { return c > ' ' && c < 0x7F && std::string_view("<>\"{}|\\^`[]").find(c) == kNone; }

// The end of the address whose scheme ends at `at`.
std::size_t UrlEnd(std::string_view text, std::size_t at) {
  int depth = 0;
  for (; at < text.size() && IsUrlByte(text[at]); ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth < 0) break;
  }
  while (std::string_view(".,;:!?'*~(").find(text[at - 1]) != kNone) --at;
  return at;
}

// The start of a scheme that ends before "://" at `colon`; kNone where it is no web address.
std::size_t SchemeStart(std::string_view text, std::size_t colon) {
  for (std::string_view scheme : {"https", "http", "ftp"}) {
    if (colon < scheme.size()) continue;
    std::size_t start = colon - scheme.size();
    if (AsciiLower(text.substr(start, scheme.size())) == scheme) return start;
  }
  return kNone;
}

void FindSchemes(std::string_view text, Skips& found) {
  for (std::size_t at = text.find("://"); at != kNone; at = text.find("://", at)) {
    std::size_t start = SchemeStart(text, at);
    at += 3;
    if (start == kNone) continue;
    std::size_t end = UrlEnd(text, at);
    if (end <= at) continue;
    found.push_back({start, end});
    at = end;
  }
}

void FindWww(std::string_view text, Skips& found) {
  for (std::size_t at = text.find("www."); at != kNone; at = text.find("www.", at)) {
    std::size_t start = at;
    at += 4;
    if (!IsWordEdge(text, start) || at >= text.size() || !IsAsciiAlnum(text[at])) continue;
    at = UrlEnd(text, at);
    found.push_back({start, at});
  }
}

struct Template {
  std::string_view open;
  std::string_view close;
  // A longer one is text in which the opening happens to stand.
  std::size_t max_length;
  bool one_line;
};

constexpr std::size_t kMaxTag = 4000;  // Hugo shortcodes with many parameters stay far below
constexpr std::size_t kMaxMark = 200;

constexpr std::array kTemplates = {
    Template{"<!--", "-->", kNone, false},
    Template{"<script", "</script>", kNone, false},
    Template{"<style", "</style>", kNone, false},
    Template{"{% highlight", "{% endhighlight %}", kNone, false},
    Template{"{% comment %}", "{% endcomment %}", kNone, false},
    Template{"{%", "%}", kMaxTag, false},
    Template{"{{", "}}", kMaxTag, false},
    Template{"{#", "}", kMaxMark, true},
    Template{"{:", "}", kMaxMark, true},
    Template{"[^", "]", kMaxMark, true},
};

// A tag holds no other one and no empty line: what does is a text in which the opening stands, and the close
// another's. Comments and code hold what they like.
bool IsText(std::string_view body, const Template& kind) {
  if (body.size() > kind.max_length || (kind.one_line && body.find('\n') != kNone)) return true;
  if (kind.max_length != kMaxTag) return false;
  if (body.find(kind.open) != kNone) return true;
  for (std::size_t at = body.find('\n'); at != kNone; at = body.find('\n', at + 1)) {
    std::size_t next = body.find_first_not_of(" \t\r", at + 1);
    if (next != kNone && body[next] == '\n') return true;
  }
  return false;
}

void FindTemplate(std::string_view text, const Template& kind, Skips& found) {
  std::size_t close = 0;
  for (std::size_t at = text.find(kind.open); at != kNone; at = text.find(kind.open, at)) {
    std::size_t inside = at + kind.open.size();
    // The next close is looked for only where the last one lies behind: a million openings cost one walk.
    if (close < inside) close = text.find(kind.close, inside);
    if (close == kNone) return;
    if (IsText(text.substr(inside, close - inside), kind)) {
      at = inside;
      continue;
    }
    found.push_back({at, close + kind.close.size()});
    at = close + kind.close.size();
  }
}

}  // namespace

Skips MergeSkips(Skips a, const Skips& b) {
  a.insert(a.end(), b.begin(), b.end());
  // Of two that begin together the longer wins: {% highlight %} … {% endhighlight %} over its own first tag.
  std::ranges::sort(a, [](Span x, Span y) { return x.start != y.start ? x.start < y.start : x.end > y.end; });
  Skips merged;
  for (Span span : a) {
    if (merged.empty() || span.start >= merged.back().end) merged.push_back(span);
  }
  return merged;
}

std::vector<std::string> FindUnclosed(std::string_view text, const Skips& templates) {
  std::vector<std::pair<std::size_t, std::string_view>> found;
  for (const Template& kind : kTemplates) {
    if (kind.max_length == kMaxMark) continue;  // {#, [^: ordinary text has them
    for (std::size_t at = text.find(kind.open); at != kNone; at = text.find(kind.open, at + 1)) {
      auto inside = std::ranges::upper_bound(templates, at, {}, &Span::end);
      if (inside != templates.end() && inside->start <= at) continue;
      found.emplace_back(at, kind.open);
      break;  // the first of each says it
    }
  }
  std::ranges::sort(found);
  std::vector<std::string> problems;
  std::size_t before = kNone;
  for (auto [at, open] : found) {
    if (at == before) continue;  // {% highlight is a {%, too
    before = at;
    auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    problems.push_back(fmt::format("Markdown: line {}: \"{}\" is not closed; read as text", line, open));
  }
  return problems;
}

Skips FindFootnoteMarks(std::string_view text) {
  constexpr std::size_t kMostDigits = 3;
  Skips found;
  for (std::size_t at = text.find('['); at != kNone; at = text.find('[', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && IsAsciiDigit(text[end])) ++end;
    bool number = end > at + 1 && end - at - 1 <= kMostDigits && end < text.size() && text[end] == ']';
    if (!number || at == 0) continue;
    std::string_view next = text.substr(end + 1, 1);
    std::size_t last = PreviousCodePoint(text, at);
    char32_t before = DecodeUtf8(text, last).value;
    bool attached = before > ' ' && std::u32string_view(U"([{<|!*_/=&#\"'`~+").find(before) == kNone;
    bool follows = !found.empty() && found.back().end == at;
    if ((attached || follows) && next != "(" && next != ":" && next != "=") found.push_back({at, end + 1});
  }
  return found;
}

Skips FindUrls(std::string_view text) {
  Skips schemes;
  FindSchemes(text, schemes);
  Skips www;
  FindWww(text, www);
  return MergeSkips(std::move(schemes), www);
}

Skips FindTemplates(std::string_view text) {
  Skips found;
  for (const Template& kind : kTemplates) FindTemplate(text, kind, found);
  return MergeSkips(std::move(found), {});
}

}  // namespace tally
