// tally.toml: what `tally check` compares and how strictly, written down once for a repository.
//
// Settings are kept by their key with dots ("paths.against"), as text with their line, so that each can be
// shown with where it comes from; what they mean is the affair of who uses them.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

enum class ConfigType {
  kLanguage,
  kPath,   // from the folder of the file
  kPaths,  // likewise
  kTexts,
  kLevel,     // none, low, medium, high
  kSeverity,  // off, low, medium, high
  kRank,      // of a source
  kCount,
  kCurrency,  // ISO 4217
  kTimeZone,  // of the IANA database
};

struct ConfigKey {
  std::string_view name;  // with dots; "*" at the end stands for any of a set
  ConfigType type;
  std::string_view otherwise;  // without file and option, as TOML; empty: nothing
  std::string_view option;     // of `tally check` that wins over it, without dashes
};
// All keys but those of [[overrides]].
std::span<const ConfigKey> ConfigKeys();

struct ConfigSetting {
  std::vector<std::string> texts;
  bool is_list = false;
  std::size_t line = 0;
};

// [[overrides]]: for articles below some paths.
struct ConfigOverride {
  std::vector<std::string> paths;  // globs, from the folder of the file
  std::optional<std::string> fail_level;
  std::vector<std::string> off;  // kinds
  std::optional<std::string> currency;
  std::optional<std::string> time_zone;
  std::size_t line = 0;
};

struct Config {
  std::string file;    // as messages name it; empty: there is none
  std::string folder;  // of the file as seen from the working directory: "" or "../"
  std::map<std::string, ConfigSetting> settings;
  std::vector<ConfigOverride> overrides;

  // Of a setting of one text.
  std::string Text(const std::string& key, const std::string& otherwise = "") const;
  // Of one of several, paths as seen from the working directory.
  std::vector<std::string> Texts(const std::string& key) const;
  // "severity.": the settings that begin so, without it.
  std::map<std::string, std::string> Below(const std::string& prefix) const;
};

// Throws UserError with every error in it: "tally.toml:3:1: unknown key 'fail_levl'; did you mean
// 'fail_level'?"
Config ParseConfig(std::string_view text, const std::string& file);

// The file `named`; where that is empty the first tally.toml from the working directory upward, up to the
// root of the repository. None where there is none.
Config LoadConfig(const std::string& named);

}  // namespace tally
