// TOML by toml++, which tells where each key stands.
#include "cli/config_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/error.h"
#include "base/suggest.h"
#include "base/time_zone.h"
#include "base/utf8.h"
#include "compare/finding.h"
#include "rules/source_ranks.h"
#include "rules/thresholds.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFileName = "tally.toml";

constexpr std::array kKeys = {
    ConfigKey{"paths.check", ConfigType::kPaths, "[]", ""},
    ConfigKey{"paths.against", ConfigType::kPaths, "[]", "against"},
    ConfigKey{"paths.exclude", ConfigType::kTexts, "[]", "exclude"},
    ConfigKey{"rules", ConfigType::kPath, "", "rules"},
    ConfigKey{"database", ConfigType::kPath, "", ""},
    ConfigKey{"baseline", ConfigType::kPath, "\"tally-baseline.jsonl\"", "baseline"},
    ConfigKey{"cache", ConfigType::kPath, "", "cache"},
    ConfigKey{"language", ConfigType::kLanguage, "\"en\"", "lang"},
    ConfigKey{"currency", ConfigType::kCurrency, "", ""},
    ConfigKey{"time_zone", ConfigType::kTimeZone, "", ""},
    ConfigKey{"format", ConfigType::kTexts, "[\"text\"]", "format"},
    ConfigKey{"fail_level", ConfigType::kLevel, "\"medium\"", "fail-level"},
    ConfigKey{"fail_exposed", ConfigType::kLevel, "\"none\"", "fail-exposed"},
    ConfigKey{"severity.*", ConfigType::kSeverity, "", ""},
    ConfigKey{"sources.*", ConfigType::kRank, "", ""},
    ConfigKey{"thresholds.*", ConfigType::kCount, "", ""},
};

const std::vector<std::string> kLevels = {"none", "low", "medium", "high"};
const std::vector<std::string> kSeverities = {"off", "low", "medium", "high"};

std::vector<std::string> KindNames() {
  std::vector<std::string> names;
  for (FindingKind kind : AllFindingKinds()) names.emplace_back(FindingKindName(kind));
  return names;
}

// What may stand for the "*" of a key; empty: anything.
std::vector<std::string> NamesOf(ConfigType type) {
  std::vector<std::string> names;
  if (type == ConfigType::kSeverity) return KindNames();
  if (type != ConfigType::kCount) return names;
  for (const ThresholdName& threshold : kThresholdNames) names.emplace_back(threshold.name);
  return names;
}

std::vector<std::string> AllowedTexts(ConfigType type) {
  if (type == ConfigType::kLevel) return kLevels;
  if (type == ConfigType::kSeverity) return kSeverities;
  if (type == ConfigType::kLanguage) return {"en", "zh", "zh-Hans", "zh-Hant"};
  if (type == ConfigType::kRank) return {kSourceRankNames.begin(), kSourceRankNames.end()};
  return {};
}

// Metals, funds and what stands for no currency have numbers from 955 to 965, 994, and 999.
bool IsCurrencyCode(const std::string& code) {
  bool letters = code.size() == 3 && std::ranges::all_of(code, [](char c) { return IsAsciiUpper(c); });
  if (!letters) return false;
  int number = ucurr_getNumericCode(icu::UnicodeString::fromUTF8(code).getTerminatedBuffer());
  return number > 0 && (number < 955 || number > 965) && number != 994 && number != 999;
}

std::string ContentOf(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in || fs::is_directory(path)) throw UserError(fmt::format("{}: cannot read this configuration", path));
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class Parser {
 public:
  explicit Parser(const std::string& file) { config_.file = file; }

  Config Parse(std::string_view text) {
    try {
      TakeRoot(toml::parse(text));
    } catch (const toml::parse_error& error) {
      Reject(error.source().begin, std::string(error.description()));
    }
    std::ranges::sort(errors_);
    std::vector<std::string> lines;
    for (const auto& [place, message] : errors_)
      lines.push_back(fmt::format("{}:{}:{}: {}", config_.file, place.first, place.second, message));
    if (!lines.empty()) throw UserError(fmt::format("{}", fmt::join(lines, "\n")));
    return std::move(config_);
  }

 private:
  void Reject(const toml::source_position& place, std::string message) {
    errors_.push_back({{place.line, place.column}, std::move(message)});
  }

  void RejectKey(const toml::key& key, const std::vector<std::string>& known) {
    std::string typed(key.str());
    std::string near = DidYouMean(typed, known);
    Reject(key.source().begin,
           near.empty() ? fmt::format("unknown key '{}'; there are {}", typed, fmt::join(known, ", "))
                        : fmt::format("unknown key '{}'{}", typed, near));
  }

  // The keys at the root: those without a dot, and what stands before one.
  static std::vector<std::string> RootNames() {
    std::vector<std::string> names;
    for (const ConfigKey& key : kKeys) {
      std::string name(key.name.substr(0, key.name.find('.')));
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    names.emplace_back("overrides");
    return names;
  }

  static std::vector<std::string> NamesBelow(const std::string& table) {
    std::vector<std::string> names;
    for (const ConfigKey& key : kKeys) {
      if (!key.name.starts_with(table + ".")) continue;
      std::string_view name = key.name.substr(table.size() + 1);
      if (name == "*") return NamesOf(key.type);
      names.emplace_back(name);
    }
    return names;
  }

  static const ConfigKey* Find(const std::string& name, const std::string& any) {
    auto found = std::ranges::find_if(
        kKeys, [&](const ConfigKey& key) { return key.name == name || key.name == any; });
    return found == kKeys.end() ? nullptr : &*found;
  }

  void TakeRoot(const toml::table& root) {
    for (const auto& [key, node] : root) {
      std::string name(key.str());
      std::vector<std::string> names = RootNames();
      if (std::ranges::find(names, name) == names.end()) {
        RejectKey(key, names);
      } else if (name == "overrides") {
        TakeOverrides(node);
      } else if (const ConfigKey* known = Find(name, name)) {
        TakeSetting(name, *known, key, node);
      } else if (const toml::table* table = node.as_table()) {
        TakeTable(name, *table);
      } else {
        Reject(node.source().begin, fmt::format("'{}' must be a table: [{}]", name, name));
      }
    }
  }

  void TakeTable(const std::string& table, const toml::table& values) {
    std::vector<std::string> names = NamesBelow(table);
    for (const auto& [key, node] : values) {
      std::string name(key.str());
      const ConfigKey* known = Find(table + "." + name, table + ".*");
      bool allowed = names.empty() || std::ranges::find(names, name) != names.end();
      if (known == nullptr || !allowed) {
        RejectKey(key, names);
      } else {
        TakeSetting(table + "." + name, *known, key, node);
      }
    }
  }

  void TakeSetting(const std::string& name, const ConfigKey& known, const toml::key& key,
                   const toml::node& node) {
    ConfigSetting setting;
    setting.line = key.source().begin.line;
    setting.is_list = known.type == ConfigType::kTexts || known.type == ConfigType::kPaths;
    if (known.type == ConfigType::kCount) {
      setting.texts = CountOf(name, node);
    } else {
      setting.texts = TextsOf(name, node, setting.is_list, AllowedTexts(known.type));
      for (const std::string& text : setting.texts) CheckName(known.type, text, node);
    }
    config_.settings[name] = std::move(setting);
  }

  void CheckName(ConfigType type, const std::string& text, const toml::node& node) {
    if (type == ConfigType::kCurrency && !IsCurrencyCode(text))
      Reject(node.source().begin, fmt::format("'{}' is no currency of ISO 4217, such as TWD", text));
    if (type == ConfigType::kTimeZone && !IsTimeZone(text))
      Reject(node.source().begin, fmt::format("'{}' is no time zone, such as Asia/Taipei", text));
  }

  // A text of an override.
  std::optional<std::string> NameOf(ConfigType type, const std::string& name, const toml::node& node) {
    std::vector<std::string> texts = TextsOf("overrides." + name, node, false, {});
    if (texts.empty()) return std::nullopt;
    CheckName(type, texts.front(), node);
    return texts.front();
  }

  std::vector<std::string> CountOf(const std::string& name, const toml::node& node) {
    std::optional<std::int64_t> number =
        node.is_integer() ? node.value<std::int64_t>() : std::optional<std::int64_t>();
    if (number && *number >= 0 && *number <= kMaxThreshold) return {std::to_string(*number)};
    Reject(node.source().begin, fmt::format("'{}' must be a whole number from 0 to {}", name, kMaxThreshold));
    return {};
  }

  // A text, or a list of them; one text for a list of one.
  std::vector<std::string> TextsOf(const std::string& name, const toml::node& node, bool list,
                                   const std::vector<std::string>& allowed) {
    std::vector<std::string> texts;
    auto take = [&](const toml::node& item) {
      if (!item.is_string()) {
        Reject(item.source().begin,
               fmt::format("'{}' must be a {}", name, list ? "list of strings" : "string"));
        return;
      }
      std::string text = **item.as_string();
      if (!allowed.empty() && std::ranges::find(allowed, text) == allowed.end()) {
        Reject(item.source().begin, fmt::format("'{}' is no value of '{}'; allowed: {}{}", text, name,
                                                fmt::join(allowed, ", "), DidYouMean(text, allowed)));
      }
      texts.push_back(std::move(text));
    };
    const toml::array* items = list ? node.as_array() : nullptr;
    if (items == nullptr) {
      take(node);
    } else {
      for (const toml::node& item : *items) take(item);
    }
    return texts;
  }

  void TakeOverrides(const toml::node& node) {
    const toml::array* list = node.as_array();
    if (list == nullptr || !list->is_homogeneous(toml::node_type::table)) {
      Reject(node.source().begin, "'overrides' must be tables: [[overrides]]");
      return;
    }
    for (const toml::node& item : *list) TakeOverride(*item.as_table());
  }

  void TakeOverride(const toml::table& table) {
    const std::vector<std::string> names = {"paths", "fail_level", "off", "currency", "time_zone"};
    ConfigOverride override;
    override.line = table.source().begin.line;
    for (const auto& [key, node] : table) {
      std::string name(key.str());
      if (name == "paths") {
        override.paths = TextsOf("overrides.paths", node, true, {});
      } else if (name == "fail_level") {
        std::vector<std::string> level = TextsOf("overrides.fail_level", node, false, kLevels);
        if (!level.empty()) override.fail_level = level.front();
      } else if (name == "off") {
        override.off = TextsOf("overrides.off", node, true, KindNames());
      } else if (name == "currency") {
        override.currency = NameOf(ConfigType::kCurrency, name, node);
      } else if (name == "time_zone") {
        override.time_zone = NameOf(ConfigType::kTimeZone, name, node);
      } else {
        RejectKey(key, names);
      }
    }
    if (override.paths.empty()) Reject(table.source().begin, "an override needs paths = [\"drafts/**\"]");
    config_.overrides.push_back(std::move(override));
  }

  Config config_;
  std::vector<std::pair<std::pair<std::size_t, std::size_t>, std::string>> errors_;
};

// "tally.toml", "../tally.toml", …; empty where there is none up to the repository's root.
std::string FindUpward() {
  std::error_code error;
  fs::path folder = fs::current_path(error);
  std::string up;
  while (!error) {
    if (fs::is_regular_file(folder / kFileName, error)) return up + std::string(kFileName);
    if (fs::exists(folder / ".git", error) || folder == folder.parent_path()) break;
    folder = folder.parent_path();
    up += "../";
  }
  return "";
}

bool IsPathKey(const std::string& key) {
  auto known = std::ranges::find(kKeys, key, &ConfigKey::name);
  return known != kKeys.end() && (known->type == ConfigType::kPath || known->type == ConfigType::kPaths);
}

}  // namespace

std::span<const ConfigKey> ConfigKeys() { return kKeys; }

std::vector<std::string> Config::Texts(const std::string& key) const {
  auto setting = settings.find(key);
  if (setting == settings.end()) return {};
  std::vector<std::string> texts = setting->second.texts;
  if (!IsPathKey(key)) return texts;
  for (std::string& text : texts) {
    if (!text.starts_with('/')) text = folder + text;
  }
  return texts;
}

std::string Config::Text(const std::string& key, const std::string& otherwise) const {
  std::vector<std::string> texts = Texts(key);
  return texts.empty() ? otherwise : texts.front();
}

std::map<std::string, std::string> Config::Below(const std::string& prefix) const {
  std::map<std::string, std::string> below;
  for (auto at = settings.lower_bound(prefix); at != settings.end() && at->first.starts_with(prefix); ++at)
    below[at->first.substr(prefix.size())] = at->second.texts.front();
  return below;
}

Config ParseConfig(std::string_view text, const std::string& file) { return Parser(file).Parse(text); }

Config LoadConfig(const std::string& named) {
  std::string file = named.empty() ? FindUpward() : named;
  if (file.empty()) return {};
  Config config = ParseConfig(ContentOf(file), file);
  std::size_t slash = file.rfind('/');
  if (slash != std::string::npos) config.folder = file.substr(0, slash + 1);
  return config;
}

}  // namespace tally
