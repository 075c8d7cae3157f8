// The options of `tally check`, as they are meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/change_source.h"
#include "cli/check_formats.h"
#include "cli/command.h"
#include "cli/config_file.h"
#include "cli/input_source.h"
#include "compare/finding.h"
#include "compare/phrasebook.h"

namespace tally {

struct CheckOptions {
  std::vector<std::string> paths;
  ReadingOptions reading;
  std::optional<ChangeOptions> change;
  std::vector<std::string> against_paths;
  std::vector<std::string> against_databases;
  std::vector<CheckFormat> formats;
  Language language = Language::kEnglish;
  std::optional<Severity> fail_level;    // nullopt: never
  std::optional<Severity> fail_exposed;  // of what the change exposes
  bool all = false;
  bool all_decisions = false;  // also what is decided in a database
  std::string rules;           // a folder; empty: the rules compiled in
  std::string baseline;
  bool baseline_named = false;  // a missing one is an error
  std::string cache;            // a folder; empty: none
  Config config;
};

void AddCheckOptions(boost::program_options::options_description& options);
// Those that say what is compared: of `tally baseline` too.
void AddComparisonOptions(boost::program_options::options_description& options);

// What was typed, and beside it what the configuration says.
CheckOptions CheckOptionsOf(const Invocation& invocation);

}  // namespace tally
