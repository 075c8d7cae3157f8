// nlohmann/json says what the script means, but not where: the string that it gave for the date is looked for
// behind the key in the script itself.
#include "document/json_ld.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include <nlohmann/json.hpp>

namespace tally {
namespace {

using nlohmann::json;

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kKey = "\"datePublished\"";
constexpr std::string_view kJsonBlanks = " \t\r\n";
constexpr int kNoRank = 3;
// Authors of one article.
constexpr std::size_t kMaxAuthors = 20;

std::string StringAt(const json& object, const char* key) {
  auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

int RankOfType(const std::string& type) {
  if (type.empty()) return 2;
  for (std::string_view ending : {"Article", "Posting", "Report"}) {
    if (type.ends_with(ending)) return 0;
  }
  return type.ends_with("Page") ? 1 : kNoRank;
}

int RankOf(const json& object) {
  auto type = object.find("@type");
  if (type == object.end()) return 2;
  if (type->is_string()) return RankOfType(type->get<std::string>());
  int best = kNoRank;
  if (type->is_array()) {
    for (const json& one : *type) {
      if (one.is_string()) best = std::min(best, RankOfType(one.get<std::string>()));
    }
  }
  return best;
}

using Things = std::map<std::string, const json*>;  // by their "@id"

// A name, a thing with a name, a reference to a thing elsewhere in the script, or a list of them.
std::string NamesOf(const json& object, const char* key, const Things& things) {
  auto found = object.find(key);
  if (found == object.end()) return {};
  std::string names;
  auto add = [&](const json& one) {
    std::string name = one.is_string()   ? one.get<std::string>()
                       : one.is_object() ? StringAt(one, "name")
                                         : "";
    auto thing = name.empty() && one.is_object() ? things.find(StringAt(one, "@id")) : things.end();
    if (thing != things.end()) name = StringAt(*thing->second, "name");
    if (name.empty() || name.starts_with("http")) return;
    names += (names.empty() ? "" : ", ") + name;
  };
  if (!found->is_array()) {
    add(*found);
  } else {
    for (std::size_t i = 0; i < std::min(found->size(), kMaxAuthors); ++i) add((*found)[i]);
  }
  return names;
}

// The thing that the script is about: breadth first, so that the article comes before what belongs to it.
struct Described {
  int rank = kNoRank;
  std::string published;
  std::string publisher;
  std::string author;
};

Described FindArticle(const json& data) {
  Described best;
  const json* article = nullptr;
  Things things;
  std::deque<const json*> open = {&data};
  while (!open.empty()) {
    const json& next = *open.front();
    open.pop_front();
    if (!next.is_structured()) continue;
    for (const json& child : next) open.push_back(&child);
    if (!next.is_object()) continue;
    if (std::string id = StringAt(next, "@id"); !id.empty() && next.contains("name"))
      things.emplace(id, &next);
    int rank = RankOf(next);
    std::string published = StringAt(next, "datePublished");
    if (published.empty() || rank >= best.rank) continue;
    best = {rank, published, "", ""};
    article = &next;
  }
  if (article != nullptr) {
    best.publisher = NamesOf(*article, "publisher", things);
    best.author = NamesOf(*article, "author", things);
  }
  return best;
}

// The string behind the key at `key`, without its quotes.
std::optional<Span> StringBehind(std::string_view raw, std::size_t key, std::size_t end) {
  std::string_view text = raw.substr(0, end);
  std::size_t at = text.find_first_not_of(kJsonBlanks, key + kKey.size());
  if (at == kNone || text[at] != ':') return std::nullopt;
  at = text.find_first_not_of(kJsonBlanks, at + 1);
  if (at == kNone || text[at] != '"') return std::nullopt;
  for (std::size_t close = at + 1; close < end; ++close) {
    if (text[close] == '"') return Span{at + 1, close};
    if (text[close] == '\\') ++close;
  }
  return std::nullopt;
}

std::vector<Piece> PiecesOfJson(std::string_view raw, Span string) {
  std::vector<Piece> pieces;
  std::size_t from = string.start;
  auto put_text = [&](std::size_t end) {
    if (end > from) pieces.push_back({Piece::Kind::kText, {from, end}, 0});
  };
  for (std::size_t at = string.start; at < string.end;) {
    if (raw[at] != '\\' || at + 1 >= string.end) {
      ++at;
      continue;
    }
    put_text(at);
    // A date has no other escapes than those of its slashes; \u2013 and the like part it.
    std::size_t length = raw[at + 1] == 'u' ? std::min<std::size_t>(6, string.end - at) : 2;
    char32_t c = raw[at + 1] == '/' ? U'/' : U' ';
    pieces.push_back({Piece::Kind::kChar, {at, at + length}, c});
    from = at += length;
  }
  put_text(string.end);
  return pieces;
}

// The first date that says `wanted`, or, where the script cannot be read, the first of all.
std::optional<Span> FindDate(std::string_view raw, Span script, const std::string* wanted) {
  std::string_view text = raw.substr(0, script.end);
  for (std::size_t at = text.find(kKey, script.start); at != kNone; at = text.find(kKey, at + kKey.size())) {
    auto place = StringBehind(raw, at, script.end);
    if (!place) continue;
    if (wanted == nullptr) return place;
    std::string quoted(raw.substr(place->start - 1, place->size() + 2));
    if (json said = json::parse(quoted, nullptr, false); said.is_string() && said == *wanted) return place;
  }
  return std::nullopt;
}

}  // namespace

JsonLd ReadJsonLd(std::string_view raw, Span script) {
  JsonLd result;
  // Some pages hide the data in a comment or in CDATA.
  std::string_view text = raw.substr(script.start, script.size());
  std::size_t first = text.find_first_of("{[");
  for (std::string_view opening : {"<![CDATA[", "//<![CDATA["}) {
    std::size_t at = text.find(opening);
    if (at != kNone && first != kNone && at < first) first = text.find_first_of("{[", at + opening.size());
  }
  std::size_t last = text.find_last_of("}]");
  while (last != kNone && last > 0 && text.substr(last - 1, 3) == "]]>")
    last = text.find_last_of("}]", last - 2);
  if (first == kNone || last == kNone || last < first) return result;
  json data = json::parse(text.substr(first, last + 1 - first), nullptr, false, true);
  bool broken = data.is_discarded();
  Described article = broken ? Described() : FindArticle(data);
  std::optional<Span> date;
  if (broken) {
    date = FindDate(raw, script, nullptr);
    if (!date && text.find(kKey) != kNone) result.problem = "cannot be read";
  } else if (!article.published.empty()) {
    date = FindDate(raw, script, &article.published);
  }
  if (date) result.published = PiecesOfJson(raw, *date);
  result.publisher = std::move(article.publisher);
  result.author = std::move(article.author);
  return result;
}

}  // namespace tally
