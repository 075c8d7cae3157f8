#include "document/skips.h"

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

void FindTemplate(std::string_view text, const Template& kind, Skips& found) {
  std::size_t close = 0;
  for (std::size_t at = text.find(kind.open); at != kNone; at = text.find(kind.open, at)) {
    std::size_t inside = at + kind.open.size();
    // The next close is looked for only where the last one lies behind: a million openings cost one walk.
    if (close < inside) close = text.find(kind.close, inside);
    if (close == kNone) return;
    std::string_view body = text.substr(inside, close - inside);
    if (body.size() > kind.max_length || (kind.one_line && body.find('\n') != kNone)) {
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
