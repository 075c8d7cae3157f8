#include "document/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/utf8.h"
#include "document/field_date.h"
#include "document/front_values.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

enum class Use { kTitle, kText, kTag, kDate, kModified, kSource, kAuthor, kUrl, kLanguage };

// What the keys of Hugo, Jekyll and their common themes mean. Keys that stand earlier win where several say
// the same thing.
constexpr std::array<std::pair<std::string_view, Use>, 41> kKeys = {{
    {"title", Use::kTitle},
    {"date", Use::kDate},
    {"publishdate", Use::kDate},
    {"publish_date", Use::kDate},
    {"pubdate", Use::kDate},
    {"published", Use::kDate},
    {"published_at", Use::kDate},
    {"source_name", Use::kSource},
    {"source", Use::kSource},
    {"publisher", Use::kSource},
    {"author", Use::kAuthor},
    {"authors", Use::kAuthor},
    {"source_url", Use::kUrl},
    {"original_url", Use::kUrl},
    {"canonical_url", Use::kUrl},
    {"canonicalurl", Use::kUrl},
    {"source_link", Use::kUrl},
    {"link", Use::kUrl},
    {"url", Use::kUrl},
    {"subtitle", Use::kText},
    {"linktitle", Use::kText},
    {"headline", Use::kText},
    {"description", Use::kText},
    {"summary", Use::kText},
    {"excerpt", Use::kText},
    {"abstract", Use::kText},
    {"lead", Use::kText},
    {"intro", Use::kText},
    {"tags", Use::kTag},
    {"categories", Use::kTag},
    {"keywords", Use::kTag},
    {"highlights", Use::kText},
    {"lastmod", Use::kModified},
    {"last_modified_at", Use::kModified},
    {"modified", Use::kModified},
    {"updated", Use::kModified},
    {"updated_at", Use::kModified},
    {"lang", Use::kLanguage},
    {"language", Use::kLanguage},
    {"languagecode", Use::kLanguage},
    {"locale", Use::kLanguage},
}};

std::size_t RankOf(std::string_view key) {
  std::string lower = AsciiLower(key);
  auto found = std::ranges::find_if(kKeys, [&](const auto& entry) { return entry.first == lower; });
  return static_cast<std::size_t>(found - kKeys.begin());
}

std::string_view LineAt(std::string_view text, std::size_t at) {
  std::string_view line = text.substr(at, text.find('\n', at) - at);
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

std::size_t NextLine(std::string_view text, std::size_t at) {
  std::size_t end = text.find('\n', at);
  return end == kNone ? text.size() : end + 1;
}

// A thematic break may open a page too: what follows must look like "key: …", a comment, or the closing line.
bool LooksLikeMapping(std::string_view line) {
  if (line.empty() || line.starts_with('#')) return true;
  std::size_t key = line.find_first_of(":=");
  if (key == kNone || key == 0 || line.starts_with(' ')) return false;
  // "Acme said: …" is a sentence; a key of several words is quoted.
  std::string_view name = line.substr(0, line.substr(0, key).find_last_not_of(' ') + 1);
  bool quoted = name.starts_with('"') || name.starts_with('\'');
  return std::ranges::all_of(name, [&](char c) {
    return IsAsciiAlnum(c) || c == '_' || c == '-' || c == '.' || (c == ' ' && quoted) || c == '"' ||
           c == '\'';
  });
}

// A line at the margin that is no part of a mapping: no key, item, comment or end of a list.
bool IsProse(std::string_view line) {
  if (line.empty() || line.starts_with(' ') || line.starts_with('\t')) return false;
  if (std::string_view("-]}\"'|>&*!%?").find(line[0]) != kNone) return false;
  return !LooksLikeMapping(line);
}

bool IsUrl(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

// Fills a FrontMatter from values in any order.
class Taker {
 public:
  FrontMatter Take(std::vector<FrontValue> values) {
    std::ranges::stable_sort(values, {}, &FrontValue::at);
    std::ranges::stable_sort(values, {}, [](const FrontValue& value) { return RankOf(value.key); });
    for (FrontValue& value : values) TakeValue(value);
    std::ranges::stable_sort(front_.passages, {},
                             [](const Passage& p) { return p.pieces.front().raw.start; });
    return std::move(front_);
  }

 private:
  void TakeValue(FrontValue& value) {
    std::size_t rank = RankOf(value.key);
    if (rank == kKeys.size() || value.text.empty()) return;
    switch (kKeys[rank].second) {
      case Use::kTitle:
        if (!front_.title.empty()) return;
        front_.title = value.text;
        return AddPassage(value, Field::kTitle, Role::kNone);
      case Use::kText:
        return AddPassage(value, Field::kFrontMatter, Role::kNone);
      case Use::kTag:
        // The year that an article is filed under is no text.
        if (value.text.find_first_not_of("0123456789-/. ") == kNone) return;
        return AddPassage(value, Field::kFrontMatter, Role::kNone);
      case Use::kDate:
        // Jekyll's "published: true" says whether, not when.
        if (has_date_) return;
        if (std::ranges::none_of(value.text, IsAsciiDigit)) {
          if (rank == RankOf("date"))
            front_.problems.push_back("front matter: " + FieldDateProblem(value.text));
          return;
        }
        has_date_ = true;
        return AddPassage(value, Field::kFrontMatter, Role::kPublished);
      case Use::kModified:
        if (std::ranges::none_of(value.text, IsAsciiDigit)) return;
        return AddPassage(value, Field::kFrontMatter, Role::kModified);
      case Use::kSource:
        if (front_.source.empty()) front_.source = value.text;
        return;
      case Use::kAuthor:
        front_.author += front_.author.empty() ? value.text : ", " + value.text;
        return;
      case Use::kUrl:
        if (front_.url.empty() && IsUrl(value.text)) front_.url = value.text;
        return;
      case Use::kLanguage:
        if (front_.language.empty()) front_.language = value.text;
        return;
    }
  }

  void AddPassage(FrontValue& value, Field field, Role role) {
    if (!value.pieces || value.pieces->empty()) return;
    // An alias of YAML has no text of its own: it stands where its anchor does, and is one text with it.
    if (!taken_.insert(value.pieces->front().raw.start).second) return;
    front_.passages.push_back({field, role, std::move(*value.pieces)});
  }

  bool has_date_ = false;
  std::set<std::size_t> taken_;  // where the passages begin
  FrontMatter front_;
};

// A value that is looked for and has no place: yaml-cpp lets a quote without its partner swallow the lines
// below.
const FrontValue* FirstUnplaced(const std::vector<FrontValue>& values) {
  auto found = std::ranges::find_if(
      values, [](const FrontValue& value) { return !value.pieces && RankOf(value.key) < kKeys.size(); });
  return found == values.end() ? nullptr : &*found;
}

// Where the JSON object that opens the text ends, past its brace; 0 where it does not within the window.
std::size_t JsonEnd(std::string_view window) {
  std::size_t first = window.find_first_not_of(" \t\r\n", 1);
  if (first == kNone || window[first] != '"') return 0;
  int depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < window.size(); ++at) {
    char c = window[at];
    if (quoted) {
      if (c == '\\') ++at;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return at + 1;
    }
  }
  return 0;
}

// Without a text behind it a JSON object is a file of data, and with another one below it JSON Lines.
std::size_t JsonFrontMatterEnd(std::string_view content) {
  std::size_t end = JsonEnd(content.substr(0, kMaxFrontMatter));
  if (end == 0 || !LineAt(content, end).empty()) return 0;
  std::size_t body = content.find_first_not_of(" \t\r\n", end);
  return body == kNone || content[body] == '{' ? 0 : NextLine(content, end);
}

}  // namespace

std::size_t FrontMatterEnd(std::string_view content) {
  if (content.starts_with('{')) return JsonFrontMatterEnd(content);
  std::string_view open = LineAt(content, 0);
  if (open != "---" && open != "+++") return 0;
  std::size_t at = NextLine(content, 0);
  std::string_view window = content.substr(0, std::min(content.size(), kMaxFrontMatter));
  if (at >= window.size()) return 0;
  bool mapping = false;
  bool known = false;
  bool after_blank = false;
  for (; at < window.size(); at = NextLine(content, at)) {
    std::string_view line = LineAt(content, at);
    if (line == open || (open == "---" && line == "...")) return NextLine(content, at);
    // Prose that is set apart ends a mapping, in which it would be an error; TOML has texts of several lines.
    if (mapping && known && after_blank && open == "---" && IsProse(line)) return at;
    after_blank = line.empty();
    known = known || RankOf(line.substr(0, std::min(line.find(':'), line.size()))) < kKeys.size();
    if (mapping) continue;
    bool table = open == "+++" && line.starts_with('[');
    if (!table && !LooksLikeMapping(line)) return 0;
    mapping = !line.empty() && !line.starts_with('#');
  }
  return 0;
}

namespace {

// "tally-ignore": of the whole document.
std::vector<Waiver> WaiversOf(const std::vector<FrontValue>& values) {
  std::vector<Waiver> waivers;
  for (const FrontValue& value : values) {
    if (value.key != kWaiverKey) continue;
    waivers.push_back(ParseWaiver(value.text));
    waivers.back().place = {value.at, value.at + value.text.size()};
    waivers.back().last_line = kLastLine;
  }
  return waivers;
}

}  // namespace

FrontMatter ReadFrontMatter(std::string_view raw, std::size_t start, std::size_t end) {
  FrontValues read;
  FrontSyntax syntax = raw[start] == '{'   ? FrontSyntax::kJson
                       : raw[start] == '+' ? FrontSyntax::kToml
                                           : FrontSyntax::kYaml;
  bool closed = true;
  std::size_t first_line = LineOf(raw, start);
  if (syntax == FrontSyntax::kJson) {
    read = ReadJsonValues(raw, start, end);
  } else {
    std::string_view open = LineAt(raw, start);
    start = NextLine(raw, start);
    std::size_t last = std::max(raw.substr(0, end - 1).rfind('\n') + 1, start);
    std::string_view close = LineAt(raw.substr(0, end), last);
    closed = close == open || close == "...";
    end = last;
    read = syntax == FrontSyntax::kToml ? ReadTomlValues(raw, start, end) : ReadYamlValues(raw, start, end);
  }
  std::vector<Waiver> waivers = WaiversOf(read.values);
  const FrontValue* unplaced = FirstUnplaced(read.values);
  std::vector<std::string> problems;
  if (!closed)
    problems.push_back(fmt::format(
        "front matter: line {}: is not closed with \"---\"; it ends before the first line of prose",
        first_line));
  if (read.error.empty() && unplaced == nullptr) {
    FrontMatter front = Taker().Take(std::move(read.values));
    std::ranges::move(problems, std::back_inserter(front.problems));
    front.waivers = std::move(waivers);
    return front;
  }
  if (unplaced != nullptr) {
    read.error = "where this value ends is unclear";
    read.error_line = LineOf(raw, unplaced->at);
  }
  std::vector<FrontValue> recovered = RecoverValues(raw, start, end, syntax);
  waivers = WaiversOf(recovered);
  FrontMatter front = Taker().Take(std::move(recovered));
  front.waivers = std::move(waivers);
  std::ranges::move(problems, std::back_inserter(front.problems));
  front.problems.push_back(
      fmt::format("front matter: line {}: {}; read line by line instead", read.error_line, read.error));
  return front;
}

}  // namespace tally
