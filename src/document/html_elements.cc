#include "document/html_elements.h"

#include <algorithm>
#include <array>

namespace tally {
namespace {

template <std::size_t N>
bool Has(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::binary_search(names, name);
}

constexpr auto kBlocks = std::to_array<std::string_view>(
    {"address", "article", "aside",  "blockquote", "body",  "caption", "center",  "col",      "colgroup",
     "dd",      "details", "dialog", "dir",        "div",   "dl",      "dt",      "fieldset", "figcaption",
     "figure",  "footer",  "form",   "h1",         "h2",    "h3",      "h4",      "h5",       "h6",
     "head",    "header",  "hgroup", "hr",         "html",  "legend",  "li",      "listing",  "main",
     "menu",    "nav",     "ol",     "p",          "pre",   "search",  "section", "summary",  "table",
     "tbody",   "td",      "tfoot",  "th",         "thead", "title",   "tr",      "ul",       "xmp"});
constexpr auto kUnread = std::to_array<std::string_view>(
    {"applet",   "audio",  "button",   "canvas",   "code",  "datalist", "embed",    "frameset",
     "iframe",   "kbd",    "map",      "math",     "meter", "noframes", "noscript", "object",
     "optgroup", "option", "progress", "rp",       "rt",    "samp",     "script",   "select",
     "style",    "svg",    "template", "textarea", "video"});
constexpr auto kReplaced = std::to_array<std::string_view>({"br", "img", "input", "link", "meta", "wbr"});
constexpr auto kFurniture =
    std::to_array<std::string_view>({"aside", "dialog", "footer", "form", "menu", "nav"});

static_assert(std::ranges::is_sorted(kBlocks) && std::ranges::is_sorted(kUnread));
static_assert(std::ranges::is_sorted(kReplaced) && std::ranges::is_sorted(kFurniture));

}  // namespace

HtmlElementKind KindOfHtmlElement(std::string_view name) {
  if (name.empty()) return HtmlElementKind::kInline;
  if (Has(kBlocks, name)) return HtmlElementKind::kBlock;
  if (Has(kUnread, name)) return HtmlElementKind::kUnread;
  return Has(kReplaced, name) ? HtmlElementKind::kReplaced : HtmlElementKind::kInline;
}

int HtmlHeadingLevel(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

bool IsHtmlStrike(std::string_view name) { return name == "del" || name == "s" || name == "strike"; }

bool IsHtmlFurniture(std::string_view name) { return Has(kFurniture, name); }

}  // namespace tally
