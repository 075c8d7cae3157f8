// tally config: what tally check will do, and who said so.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "base/suggest.h"
#include "cli/arguments.h"
#include "cli/check_options.h"
#include "cli/config_file.h"
#include "cli/text_table.h"
#include "report/visible_text.h"

namespace tally {
namespace {

std::string Quoted(const std::string& text) {
  std::string quoted = "\"";
  for (char c : text) quoted += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return quoted + "\"";
}

std::string ListOf(const std::vector<std::string>& texts) {
  std::vector<std::string> quoted;
  for (const std::string& text : texts) quoted.push_back(Quoted(text));
  return fmt::format("[{}]", fmt::join(quoted, ", "));
}

std::string ValueOf(const ConfigSetting& setting, ConfigType type) {
  if (setting.is_list) return ListOf(setting.texts);
  return type == ConfigType::kCount ? setting.texts.front() : Quoted(setting.texts.front());
}

// As typed on the command line.
std::string OptionValue(const Invocation& invocation, const ConfigKey& key) {
  std::string option(key.option);
  if (key.name == "format") return ListOf(SplitCommas(invocation.Text("format")));
  if (key.type == ConfigType::kTexts || key.type == ConfigType::kPaths)
    return ListOf(invocation.values[option].as<std::vector<std::string>>());
  return Quoted(invocation.Text(option.c_str()));
}

using Row = std::vector<std::string>;

void AddRows(const ConfigKey& key, const Config& config, const Invocation& invocation,
             std::vector<Row>& rows) {
  std::string name(key.name);
  auto from_file = [&](const std::string& setting_name, const ConfigSetting& setting) {
    rows.push_back({VisibleText(setting_name), VisibleText(ValueOf(setting, key.type)),
                    fmt::format("{}:{}", VisiblePath(config.file), setting.line)});
  };
  if (name.ends_with(".*")) {
    std::string prefix = name.substr(0, name.size() - 1);
    for (auto at = config.settings.lower_bound(prefix);
         at != config.settings.end() && at->first.starts_with(prefix); ++at)
      from_file(at->first, at->second);
    return;
  }
  auto setting = config.settings.find(name);
  if (!key.option.empty() && invocation.Has(std::string(key.option).c_str())) {
    rows.push_back({name, VisibleText(OptionValue(invocation, key)), fmt::format("--{}", key.option)});
  } else if (setting != config.settings.end()) {
    from_file(name, setting->second);
  } else {
    rows.push_back({name, key.otherwise.empty() ? "(none)" : std::string(key.otherwise), "default"});
  }
}

void AddOverrides(const Config& config, std::vector<Row>& rows) {
  for (std::size_t i = 0; i < config.overrides.size(); ++i) {
    const ConfigOverride& override = config.overrides[i];
    std::string origin = fmt::format("{}:{}", VisiblePath(config.file), override.line);
    std::string prefix = fmt::format("overrides.{}.", i + 1);
    rows.push_back({prefix + "paths", VisibleText(ListOf(override.paths)), origin});
    if (override.fail_level) rows.push_back({prefix + "fail_level", Quoted(*override.fail_level), origin});
    if (!override.off.empty()) rows.push_back({prefix + "off", ListOf(override.off), origin});
  }
}

int Run(const Invocation& invocation) {
  const std::vector<std::string>& words = invocation.operands;
  if (words.size() != 1 || words.front() != "show") {
    throw UserError(fmt::format("tally config takes one word: show{}",
                                words.empty() ? "" : DidYouMean(words.front(), {"show"})));
  }
  Config config = CheckOptionsOf(invocation).config;
  std::vector<Row> rows;
  for (const ConfigKey& key : ConfigKeys()) AddRows(key, config, invocation, rows);
  AddOverrides(config, rows);
  invocation.console.out << TextTable({"key", "value", "from"}, rows);
  return kExitClean;
}

}  // namespace

Command ConfigCommand() {
  return {"config",
          "the settings of tally check, and where each comes from",
          "show",
          "Prints every setting of tally check with its value and who said so: the line of tally.toml, an "
          "option\n"
          "of the command line (which wins), or the default. tally.toml is looked for from the working "
          "directory\n"
          "up to the root of the repository; docs/check.md lists its keys.\n",
          "  tally config show\n"
          "  tally config show --config other.toml --fail-level high\n",
          "  0  printed\n"
          "  2  the configuration cannot be read, or is wrong\n",
          AddCheckOptions,
          Run};
}

}  // namespace tally
