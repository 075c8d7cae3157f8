#include "cli/check_options.h"

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

}  // namespace

void AddCheckOptions(po::options_description& options) {
  AddOption(options, "since", "REF",
            "check what the commits since REF changed (since HEAD left it), against the rest of the git "
            "repository; reads commits alone, never the work tree");
  AddFlag(options, "staged", "the same of what is staged for the next commit");
  AddListOption(options, "against", "PATH|DB",
                "articles, folders or a database to compare with; may be given several times (default: the "
                "files among themselves)");
  AddOption(
      options, "format", "LIST",
      "text, json, sarif, github, gitlab, junit, rdjson, markdown, with commas between; NAME=FILE writes "
      "to a file: text,sarif=tally.sarif (default: text)");
  AddOption(options, "fail-level", "LEVEL",
            "exit with 1 where a conflict is at or above low, medium or high; none: never (default: medium)");
  AddOption(options, "fail-exposed", "LEVEL",
            "the same for older articles that the change of --since or --staged exposes (default: none)");
  AddFlag(options, "all", "also what is newer or agrees, not only conflicts");
  AddLanguageOption(options);
  AddReadingOptions(options);
}

CheckOptions CheckOptionsOf(const Invocation& invocation) {
  CheckOptions options;
  options.paths = invocation.operands;
  options.reading = ReadingOptionsOf(invocation);
  options.change = ChangeOptionsOf(invocation);
  options.formats = CheckFormatsOf(invocation);
  options.language = LanguageOf(invocation);
  options.fail_level = FailLevelOf(invocation, "medium");
  options.fail_exposed = FailLevelOf(invocation, "none", "fail-exposed");
  options.all = invocation.Has("all");
  if (!invocation.Has("against")) return options;
  for (const std::string& path : invocation.values["against"].as<std::vector<std::string>>()) {
    (IsDatabase(path) ? options.against_databases : options.against_paths).push_back(path);
  }
  return options;
}

}  // namespace tally
