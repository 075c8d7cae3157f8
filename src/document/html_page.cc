#include "document/html_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "document/html_elements.h"

namespace tally {
namespace {

using Kind = PageRegion::Kind;

constexpr std::size_t kNone = std::string_view::npos;
// A class of 1 MB is no class.
constexpr std::size_t kMaxNames = 1000;
constexpr std::size_t kMaxId = 60;
// Bytes of an element that says who published the page.
constexpr std::size_t kMaxPrinted = 400;

bool IsTableName(std::string_view name) {
  return name == "table" || name == "tr" || name == "td" || name == "th" || name == "thead";
}

std::string WithoutBlanks(std::string_view text) {
  std::string kept = AsciiLower(text.substr(0, kMaxNames));
  std::erase_if(kept, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return kept;
}

bool IsImageName(std::string_view text) {
  std::string lower = AsciiLower(text.substr(text.size() - std::min<std::size_t>(text.size(), 5)));
  return std::ranges::any_of(std::array{".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"},
                             [&](std::string_view ending) { return lower.ends_with(ending); });
}

// "article-body__content__17Yit": generated names end in a hash of five or more letters and digits.
std::string WithoutHash(std::string name) {
  std::size_t cut = name.find_last_of("_-");
  if (cut == kNone || name.size() - cut < 6) return name;
  std::string_view hash = std::string_view(name).substr(cut + 1);
  if (!std::ranges::all_of(hash, IsAsciiAlnum) || std::ranges::none_of(hash, IsAsciiDigit)) return name;
  name.resize(name.find_last_not_of("_-", cut) + 1);
  return name;
}

// "relatedNews" and "related-news" in parts: related, news.
std::vector<std::string> PartsOf(std::string_view name) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    bool turn = i > 0 && IsAsciiUpper(name[i]) && !IsAsciiUpper(name[i - 1]);
    if (turn || !IsAsciiAlnum(name[i])) parts.emplace_back();
    if (IsAsciiAlnum(name[i])) parts.back() += AsciiLower(name[i]);
  }
  return parts;
}

}  // namespace

HtmlPageBuilder::HtmlPageBuilder(std::string_view raw, const DocumentWords& words,
                                 std::vector<std::string>& problems)
    : raw_(raw), words_(words), problems_(problems), metadata_(raw, words), pieces_(raw) {}

std::optional<Span> HtmlPageBuilder::Place(const HtmlTag& tag, std::string_view attribute) const {
  auto found = std::ranges::find(tag.attributes, attribute, &HtmlAttribute::name);
  return found == tag.attributes.end() ? std::nullopt : std::optional(found->value);
}

std::string_view HtmlPageBuilder::Value(const HtmlTag& tag, std::string_view attribute) const {
  auto place = Place(tag, attribute);
  return place ? raw_.substr(place->start, place->size()) : std::string_view();
}

bool HtmlPageBuilder::IsHidden(const HtmlTag& tag) const {
  if (tag.attributes.empty()) return false;
  if (Place(tag, "hidden") || AsciiLower(Value(tag, "aria-hidden").substr(0, 8)) == "true") return true;
  std::string style = WithoutBlanks(Value(tag, "style"));
  return style.find("display:none") != kNone || style.find("visibility:hidden") != kNone;
}

bool HtmlPageBuilder::HasFurnitureName(const HtmlTag& tag) const {
  auto is_listed = [&](const std::string& name, bool part) {
    auto word = name.empty() ? std::nullopt : words_.page_furniture.lexicon.Find(name);
    if (!word) return false;
    const std::string& value = words_.page_furniture.values[*word];
    return part ? value == "part" : value != "state" && value != "article";
  };
  auto is_state = [&](const std::string& name) {
    auto word = name.empty() ? std::nullopt : words_.page_furniture.lexicon.Find(name);
    return word && words_.page_furniture.values[*word] == "state";
  };
  for (std::string_view attribute : {"class", "id", "role"}) {
    std::string_view names = Value(tag, attribute).substr(0, kMaxNames);
    for (std::size_t at = 0; at < names.size();) {
      std::size_t end = std::min(names.find_first_of(" \t\r\n", at), names.size());
      std::string_view name = names.substr(at, end - at);
      at = end + 1;
      if (is_listed(AsciiLower(name), false)) return true;
      // Generators make ids of headings: id="social-media-revenue".
      if (attribute == "id") continue;
      // "with-sidebar", "has-ads" and "comments-open" say what the whole page has.
      std::vector<std::string> parts = PartsOf(name);
      if (std::ranges::any_of(parts, [&](const std::string& part) { return is_state(part); })) continue;
      if (std::ranges::any_of(parts, [&](const std::string& part) { return is_listed(part, true); }))
        return true;
    }
  }
  return false;
}

// The whole name: "entry-content-wrapper" holds more than the article.
bool HtmlPageBuilder::HasArticleName(const HtmlTag& tag) const {
  if (tag.name == "body" || tag.name == "p" || tag.name == "table" || HtmlHeadingLevel(tag.name) > 0)
    return false;
  for (std::string_view attribute : {"class", "id"}) {
    std::string_view names = Value(tag, attribute).substr(0, kMaxNames);
    for (std::size_t at = 0; at < names.size();) {
      std::size_t end = std::min(names.find_first_of(" \t\r\n", at), names.size());
      std::string name = WithoutHash(AsciiLower(names.substr(at, end - at)));
      auto word = name.empty() ? std::nullopt : words_.page_furniture.lexicon.Find(name);
      if (word && words_.page_furniture.values[*word] == "article") return true;
      at = end + 1;
    }
  }
  return false;
}

std::optional<Kind> HtmlPageBuilder::RegionOf(const HtmlTag& tag) const {
  if (tag.place.empty() || tag.name == "html" || tag.name == "head") return std::nullopt;
  std::string_view role = Value(tag, "role");
  std::string item = AsciiLower(Value(tag, "itemprop").substr(0, kMaxNames));
  // A page is hidden until its scripts have run; that it is one region lets the text be found all the same.
  if (IsHidden(tag) || IsHtmlFurniture(tag.name)) return Kind::kFurniture;
  if (item == "articlebody" || HasArticleName(tag)) return Kind::kArticleBody;
  if (tag.name == "article" || role == "article") return Kind::kArticle;
  if (tag.name == "main" || role == "main") return Kind::kMain;
  if (tag.name == "header") {
    std::size_t region = open_.empty() ? 0 : open_.back().region;
    for (; region != 0; region = regions_[region].parent) {
      if (regions_[region].kind != Kind::kPage && regions_[region].kind != Kind::kFurniture)
        return std::nullopt;
    }
    return Kind::kFurniture;
  }
  // A paragraph, a heading or a table is named by what it says.
  bool text = tag.name == "p" || tag.name == "table" || (tag.name.size() == 2 && tag.name[0] == 'h');
  return !text && HasFurnitureName(tag) ? std::optional(Kind::kFurniture) : std::nullopt;
}

void HtmlPageBuilder::Open(const HtmlTag& tag) {
  Element element;
  if (!open_.empty()) element = open_.back();
  element.name = tag.name;
  element.start = tag.place.start;
  element.pieces = pieces_.size();
  element.block = false;
  HtmlElementKind kind = KindOfHtmlElement(tag.name);
  ReadAttributes(tag, element.unread);
  // Pages set their spans apart by style: "May 4, 2025" and "10:20 AM" touch in the text alone.
  if (tag.name == "span" && !element.unread && span_end_ == tag.place.start && pieces_.EndsWithWord())
    between_spans_ = tag.place;
  if (kind == HtmlElementKind::kBlock) {
    OpenBlock(tag, element);
  } else if (IsHtmlStrike(tag.name)) {
    if (!element.unread) pieces_.AddSeam(tag.place);
    element.unread = true;
  } else if (kind == HtmlElementKind::kUnread || IsHidden(tag)) {
    // What stands before and after it does not touch.
    if (!element.unread && !pieces_.empty()) pieces_.AddBlank(tag.place);
    element.unread = true;
  } else if (kind == HtmlElementKind::kReplaced && !element.unread) {
    OpenReplaced(tag);
  }
  // Two dates that touch would be none.
  if (tag.name == "time" && !element.unread && !pieces_.empty()) pieces_.AddBlank(tag.place);
  element.link = element.link || tag.name == "a";
  element.meta.clear();
  if (std::string_view id = Value(tag, "id"); !element.block && !id.empty() && id.size() <= kMaxId) {
    element.meta = "id " + AsciiLower(id);
    if (!words_.page_fields.lexicon.Find(element.meta)) element.meta.clear();
  }
  open_.push_back(std::move(element));
}

void HtmlPageBuilder::OpenBlock(const HtmlTag& tag, Element& element) {
  if (IsTableName(tag.name) && !element.unread) {
    OpenTablePart(tag);
  } else {
    Flush();
  }
  element.block = true;
  element.pieces = 0;
  if (auto region = RegionOf(tag)) {
    regions_.push_back({*region, element.region});
    element.region = regions_.size() - 1;
  }
  if (tag.name == "figcaption" || tag.name == "caption") element.field = Field::kCaption;
  if (int level = HtmlHeadingLevel(tag.name)) element.role = level == 1 ? Role::kHeading1 : Role::kHeading;
  if (tag.name == "title") element.role = Role::kNone;
}

void HtmlPageBuilder::ReadAttributes(const HtmlTag& tag, bool unread) {
  if (tag.name == "html" && language_.empty()) language_ = std::string(Value(tag, "lang").substr(0, 35));
  if (tag.name == "script") {
    json_ld_.reset();
    if (AsciiLower(Value(tag, "type").substr(0, 40)).starts_with("application/ld+json"))
      json_ld_ = Span{tag.place.end, tag.place.end};
  }
  if (tag.attributes.empty()) return;
  if (tag.name == "meta") return ReadMeta(tag);
  if (tag.name == "link" && AsciiLower(Value(tag, "rel").substr(0, 40)) == "canonical") {
    if (auto address = Place(tag, "href")) metadata_.AddCanonical(*address);
  }
  auto time = tag.name == "time" ? Place(tag, "datetime") : std::nullopt;
  if (std::string_view item = Value(tag, "itemprop"); !item.empty() && !unread) {
    auto content = Place(tag, "content");
    if (!content) content = time;
    // What is printed in an element has its labels; only values that are not printed are taken here.
    if (content) metadata_.AddField(item.substr(0, kMaxNames), *content);
  }
  if (!time || unread) return;
  for (std::size_t r = open_.empty() ? 0 : open_.back().region; r != 0; r = regions_[r].parent) {
    if (regions_[r].kind == Kind::kFurniture) return;
  }
  metadata_.AddTime(*time);
}

void HtmlPageBuilder::ReadMeta(const HtmlTag& tag) {
  auto content = Place(tag, "content");
  if (!content) return;
  for (std::string_view attribute : {"property", "name", "itemprop"}) {
    std::string_view name = Value(tag, attribute);
    if (!name.empty()) metadata_.AddField(name.substr(0, kMaxNames), *content);
  }
}

// var ct = "1746325233"; a page without other fields may keep its date there.
void HtmlPageBuilder::ReadScript(Span script) {
  std::string_view text = raw_.substr(0, script.end);
  constexpr std::string_view kVar = "var ";
  for (std::size_t at = text.find(kVar, script.start); at != kNone; at = text.find(kVar, at)) {
    std::size_t name = at + kVar.size();
    std::size_t end = name;
    while (end < text.size() && end - name < kMaxId && (IsAsciiAlnum(text[end]) || text[end] == '_')) ++end;
    std::string field = AsciiLower(text.substr(at, end - at));
    at = end;
    if (!words_.page_fields.lexicon.Find(field)) continue;
    std::size_t value = std::min(text.find_first_not_of(" =\t", end), text.size());
    if (value == text.size() || (text[value] != '"' && text[value] != '\'')) continue;
    std::size_t close = text.find(text[value], value + 1);
    if (close != kNone) metadata_.AddField(field, {value + 1, close});
  }
}

void HtmlPageBuilder::OpenReplaced(const HtmlTag& tag) {
  if (tag.name == "br") {
    // Two in a row end a paragraph, as an empty line does.
    if (++line_breaks_ == 2) Flush();
    if (!pieces_.empty()) pieces_.AddBreak(tag.place, true);
  } else if (tag.name == "img" && !IsHidden(tag)) {
    auto description = Place(tag, "alt");
    if (!description || IsImageName(Value(tag, "alt"))) return;
    HtmlPieces pieces(raw_);
    std::size_t bytes = pieces.Add(*description);
    if (bytes == 0) return;
    std::size_t region = open_.empty() ? 0 : open_.back().region;
    bool link = !open_.empty() && open_.back().link;
    blocks_.push_back({{Field::kCaption, Role::kNone, pieces.Take()}, region, bytes, link ? bytes : 0});
  }
}

void HtmlPageBuilder::Text(Span text) {
  if (!open_.empty() && open_.back().unread) return;
  // "12" and ".5" are one figure all the same.
  if (between_spans_ && !text.empty() && IsAsciiAlnum(raw_[text.start])) pieces_.AddBlank(*between_spans_);
  between_spans_.reset();
  span_end_ = kNone;
  std::size_t printed = pieces_.Add(text);
  if (printed == 0) return;
  line_breaks_ = 0;
  text_bytes_ += printed;
  if (!open_.empty() && open_.back().link) link_bytes_ += printed;
}

void HtmlPageBuilder::Close(std::string_view name, std::size_t at) {
  auto found = std::ranges::find(open_.rbegin(), open_.rend(), name, &Element::name);
  if (found == open_.rend()) return;
  std::size_t keep = static_cast<std::size_t>(open_.rend() - found) - 1;
  while (open_.size() > keep) CloseElement(at);
}

void HtmlPageBuilder::CloseAll() {
  while (!open_.empty()) CloseElement(open_.back().start);
}

void HtmlPageBuilder::Finish() {
  CloseAll();
  Flush();
  while (!tables_.empty()) CloseTable();
}

void HtmlPageBuilder::CloseElement(std::size_t at) {
  const Element& element = open_.back();
  if (element.block) {
    if (element.name == "title" && !element.unread) {
      // The first is the page's; those of drawings are in <svg>, which is not read.
      std::vector<Piece> pieces = pieces_.Take();
      if (title_.pieces.empty()) title_.pieces = std::move(pieces);
      text_bytes_ = link_bytes_ = 0;
    } else {
      Flush();
    }
  } else if (!element.unread && element.name == "sup") {
    RaisePieces(raw_, element.pieces, {element.start, std::max(at, element.start)}, pieces_.pieces());
  }
  if (!element.meta.empty() && !element.unread && pieces_.size() > element.pieces) {
    const std::vector<Piece>& all = pieces_.pieces();
    if (all.back().raw.end - all[element.pieces].raw.start <= kMaxPrinted) {
      Passage printed{Field::kByline,
                      Role::kNone,
                      {all.begin() + static_cast<std::ptrdiff_t>(element.pieces), all.end()}};
      metadata_.AddPrinted(element.meta, PrintedText(raw_, {}, printed));
    }
  }
  if (element.name == "script" && !json_ld_) {
    std::size_t start = raw_.find('>', element.start);
    if (start < at) ReadScript({start + 1, at});
  }
  if (element.name == "script" && json_ld_) {
    // From behind the tag to before its end tag, with comments and all.
    std::size_t end = raw_.substr(0, at).rfind("</");
    if (end == kNone || end < json_ld_->start) end = std::max(at, json_ld_->start);
    json_ld_->end = end;
    metadata_.AddJsonLd(*json_ld_, problems_);
    json_ld_.reset();
  }
  if (element.name == "time" && !element.unread && !pieces_.empty() && at > element.start)
    pieces_.AddBlank({element.start, element.start});
  span_end_ = element.name == "span" && !element.unread ? at : kNone;
  std::string name = element.name;
  bool table_part = element.block && IsTableName(name) && !element.unread;
  open_.pop_back();
  if (table_part) CloseTablePart(name);
}

void HtmlPageBuilder::Flush() {
  line_breaks_ = 0;
  between_spans_.reset();
  std::size_t text = std::exchange(text_bytes_, 0);
  std::size_t link = std::exchange(link_bytes_, 0);
  if (pieces_.empty()) return;
  PageBlock block{{Field::kBody, Role::kNone, pieces_.Take()}, 0, text, link};
  for (Element& element : open_) element.pieces = 0;
  if (block.passage.pieces.empty()) return;
  if (!open_.empty()) {
    block.region = open_.back().region;
    block.passage.field = open_.back().field;
    block.passage.role = open_.back().role;
  }
  if (block.passage.role == Role::kHeading1) first_headings_.push_back(blocks_.size());
  blocks_.push_back(std::move(block));
}

}  // namespace tally
