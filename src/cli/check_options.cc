#include "cli/check_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/fail_level.h"
#include "cli/language_option.h"
#include "cli/stored_claims.h"

namespace tally {
namespace {

namespace po = boost::program_options;

std::optional<ChangeOptions> ChangeOptionsOf(const Invocation& invocation) {
  ChangeOptions change{invocation.Text("since"), invocation.Has("staged")};
  if (invocation.Has("since") && change.staged)
    throw UserError("--since and --staged are two different changes; give one of them");
  if (invocation.Has("since") && change.since.empty())
    throw UserError("--since: the name of the commit is empty");
  if (change.staged || !change.since.empty()) return change;
  return std::nullopt;
}

Config ConfigOf(const Invocation& invocation) {
  if (invocation.Has("no-config") && invocation.Has("config"))
    throw UserError("--config and --no-config exclude each other");
  if (invocation.Has("config") && invocation.Text("config").empty())
    throw UserError("--config: the name of the file is empty");
  return invocation.Has("no-config") ? Config() : LoadConfig(invocation.Text("config"));
}

std::string Joined(const std::vector<std::string>& texts, const std::string& otherwise) {
  return texts.empty() ? otherwise : fmt::format("{}", fmt::join(texts, ","));
}

void SetAgainst(const Invocation& invocation, CheckOptions& options) {
  std::vector<std::string> against = options.config.Texts("paths.against");
  if (invocation.Has("against")) {
    against = invocation.values["against"].as<std::vector<std::string>>();
  } else if (std::string database = options.config.Text("database"); !database.empty()) {
    options.against_databases.push_back(database);
  }
  for (const std::string& path : against)
    (IsDatabase(path) ? options.against_databases : options.against_paths).push_back(path);
}

}  // namespace

void AddComparisonOptions(po::options_description& options) {
  AddListOption(options, "against", "PATH|DB",
                "articles, folders or a database to compare with; may be given several times (default: the "
                "files among themselves)");
  AddOption(options, "config", "FILE",
            "the configuration (default: tally.toml, looked for from the working directory up to the root of "
            "the repository)");
  AddFlag(options, "no-config", "no configuration");
  AddOption(options, "baseline", "FILE",
            "known findings, which do not fail (default: tally-baseline.jsonl where that is there)");
  AddOption(options, "cache", "DIR",
            "keep what was read of articles in this folder, by content and rules, for the next run");
  AddLanguageOption(options);
  AddReadingOptions(options);
}

void AddCheckOptions(po::options_description& options) {
  AddOption(options, "since", "REF",
            "check what the commits since REF changed (since HEAD left it), against the rest of the git "
            "repository; reads commits alone, never the work tree");
  AddFlag(options, "staged", "the same of what is staged for the next commit");
  AddOption(
      options, "format", "LIST",
      "text, json, sarif, github, gitlab, junit, rdjson, markdown, with commas between; NAME=FILE writes "
      "to a file: text,sarif=tally.sarif (default: text)");
  AddOption(options, "fail-level", "LEVEL",
            "exit with 1 where a conflict is at or above low, medium or high; none: never (default: medium)");
  AddOption(options, "fail-exposed", "LEVEL",
            "the same for older articles that the change of --since or --staged exposes (default: none)");
  AddFlag(options, "all", "also what is newer or agrees, not only conflicts");
  AddFlag(options, "all-decisions", "also the findings that are decided in a database of --against");
  AddFlag(options, "no-baseline", "no baseline, even where there is one");
  AddComparisonOptions(options);
}

CheckOptions CheckOptionsOf(const Invocation& invocation) {
  CheckOptions options;
  options.config = ConfigOf(invocation);
  const Config& config = options.config;
  options.change = ChangeOptionsOf(invocation);
  options.paths = invocation.operands;
  if (options.paths.empty() && !options.change) options.paths = config.Texts("paths.check");
  options.reading = ReadingOptionsOf(invocation);
  if (!invocation.Has("exclude")) options.reading.list.exclude = config.Texts("paths.exclude");
  options.formats = CheckFormatsOf(invocation, Joined(config.Texts("format"), "text"));
  options.language = LanguageOf(invocation, config.Text("language", "en"));
  options.fail_level = FailLevelOf(invocation, config.Text("fail_level", "medium"));
  options.fail_exposed = FailLevelOf(invocation, config.Text("fail_exposed", "none"), "fail-exposed");
  options.all = invocation.Has("all");
  options.all_decisions = invocation.Has("all-decisions");
  options.rules = invocation.global.rules.empty() ? config.Text("rules") : invocation.global.rules;
  options.cache = invocation.Text("cache", config.Text("cache"));
  options.baseline_named = invocation.Has("baseline") || config.settings.contains("baseline");
  options.baseline =
      invocation.Text("baseline", config.Text("baseline", config.folder + "tally-baseline.jsonl"));
  if (invocation.Has("no-baseline")) options.baseline.clear();
  SetAgainst(invocation, options);
  return options;
}

}  // namespace tally
