#include "document/front_matter.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "document/yaml_scalar.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

enum class Use { kTitle, kText, kDate, kSource, kAuthor, kUrl };

// What the keys of Hugo, Jekyll and their common themes mean. Keys that stand earlier win where several say
// the same thing.
constexpr std::array<std::pair<std::string_view, Use>, 32> kKeys = {{
    {"title", Use::kTitle},       {"date", Use::kDate},          {"publishdate", Use::kDate},
    {"publish_date", Use::kDate}, {"pubdate", Use::kDate},       {"published", Use::kDate},
    {"published_at", Use::kDate}, {"source_name", Use::kSource}, {"source", Use::kSource},
    {"publisher", Use::kSource},  {"author", Use::kAuthor},      {"authors", Use::kAuthor},
    {"source_url", Use::kUrl},    {"original_url", Use::kUrl},   {"canonical_url", Use::kUrl},
    {"canonicalurl", Use::kUrl},  {"source_link", Use::kUrl},    {"link", Use::kUrl},
    {"url", Use::kUrl},           {"subtitle", Use::kText},      {"linktitle", Use::kText},
    {"headline", Use::kText},     {"description", Use::kText},   {"summary", Use::kText},
    {"excerpt", Use::kText},      {"abstract", Use::kText},      {"lead", Use::kText},
    {"intro", Use::kText},        {"tags", Use::kText},          {"categories", Use::kText},
    {"keywords", Use::kText},     {"highlights", Use::kText},
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
  return std::ranges::all_of(line.substr(0, key), [](char c) {
    return IsAsciiAlnum(c) || c == '_' || c == '-' || c == '.' || c == ' ' || c == '"' || c == '\'';
  });
}

bool IsUrl(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

class Reader {
 public:
  Reader(std::string_view raw, std::size_t start, std::size_t end) : raw_(raw), start_(start), end_(end) {}

  FrontMatter Read() {
    if (raw_.substr(start_, 3) == "+++") {
      front_.problems.push_back("front matter: TOML (+++) is not read; write YAML (---)");
      return std::move(front_);
    }
    body_ = NextLine(raw_, start_);
    try {
      std::size_t close = raw_.substr(0, end_ - 1).rfind('\n') + 1;
      Take(YAML::Load(std::string(raw_.substr(body_, std::max(close, body_) - body_))));
    } catch (const YAML::Exception& error) {
      // The line as the file counts it; yaml-cpp counts from 0 and from the line after "---".
      Reject(error.mark.line + 2, error.msg);
    } catch (const std::exception& error) {
      Reject(1, error.what());
    }
    std::ranges::stable_sort(front_.passages, {},
                             [](const Passage& p) { return p.pieces.front().raw.start; });
    return std::move(front_);
  }

 private:
  void Reject(int line, std::string_view message) {
    front_ = {};
    front_.problems.push_back(fmt::format("front matter: line {}: {}", std::max(line, 1), message));
  }

  void Take(const YAML::Node& root) {
    if (root.IsNull()) return;
    if (!root.IsMap()) return Reject(2, "not a list of keys and values");
    // Assigning one YAML::Node to another changes the tree, so that indexes are sorted, not nodes.
    std::vector<YAML::Node> nodes;
    std::vector<std::pair<std::size_t, std::size_t>> entries;  // rank of the key, index of its node
    for (const auto& entry : root) {
      if (!entry.first.IsScalar()) continue;
      std::size_t rank = RankOf(entry.first.Scalar());
      if (rank == kKeys.size()) continue;
      entries.emplace_back(rank, nodes.size());
      nodes.push_back(entry.second);
    }
    std::ranges::sort(entries);
    for (auto [rank, index] : entries) TakeEntry(kKeys[rank].second, nodes[index]);
  }

  void TakeEntry(Use use, const YAML::Node& node) {
    if (node.IsSequence()) {
      for (const auto& item : node) {
        if (item.IsScalar()) TakeScalar(use, item);
      }
    } else if (node.IsScalar()) {
      TakeScalar(use, node);
    }
  }

  void TakeScalar(Use use, const YAML::Node& node) {
    const std::string& value = node.Scalar();
    if (value.empty()) return;
    switch (use) {
      case Use::kTitle:
        if (!front_.title.empty()) return;
        front_.title = value;
        return AddPassage(node, Field::kTitle, Role::kNone);
      case Use::kText:
        return AddPassage(node, Field::kFrontMatter, Role::kNone);
      case Use::kDate:
        // Jekyll's "published: true" says whether, not when.
        if (has_date_ || std::ranges::none_of(value, IsAsciiDigit)) return;
        has_date_ = true;
        return AddPassage(node, Field::kFrontMatter, Role::kPublished);
      case Use::kSource:
        if (front_.source.empty()) front_.source = value;
        return;
      case Use::kAuthor:
        front_.author += front_.author.empty() ? value : ", " + value;
        return;
      case Use::kUrl:
        if (front_.url.empty() && IsUrl(value)) front_.url = value;
        return;
    }
  }

  void AddPassage(const YAML::Node& node, Field field, Role role) {
    // yaml-cpp counts bytes of UTF-8, measured with Chinese text and CRLF; LocateScalar checks each character
    // again.
    int position = node.Mark().pos;
    if (position < 0 || static_cast<std::size_t>(position) >= end_ - body_) return;
    auto pieces = LocateScalar(raw_, body_ + static_cast<std::size_t>(position), end_, node.Scalar());
    if (!pieces) {
      front_.problems.push_back(
          fmt::format("front matter: line {}: this value is not read: its end or place is unclear",
                      node.Mark().line + 2));
    } else if (!pieces->empty()) {
      front_.passages.push_back({field, role, std::move(*pieces)});
    }
  }

  std::string_view raw_;
  std::size_t start_;
  std::size_t end_;
  std::size_t body_ = 0;  // the first byte that YAML sees
  bool has_date_ = false;
  FrontMatter front_;
};

}  // namespace

std::size_t FrontMatterEnd(std::string_view content) {
  std::string_view open = LineAt(content, 0);
  if (open != "---" && open != "+++") return 0;
  std::size_t at = NextLine(content, 0);
  std::string_view window = content.substr(0, std::min(content.size(), kMaxFrontMatter));
  if (at >= window.size()) return 0;
  bool mapping = false;
  for (; at < window.size(); at = NextLine(content, at)) {
    std::string_view line = LineAt(content, at);
    if (line == open || (open == "---" && line == "...")) return NextLine(content, at);
    if (mapping) continue;
    if (!LooksLikeMapping(line)) return 0;
    mapping = !line.empty() && !line.starts_with('#');
  }
  return 0;
}

FrontMatter ReadFrontMatter(std::string_view raw, std::size_t start, std::size_t end) {
  return Reader(raw, start, end).Read();
}

}  // namespace tally
