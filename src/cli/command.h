// A command: its line in the table {name, help, function}. What was typed (Invocation) is kept apart from
// what it means: each command turns it into its own plain struct of options first, and only then works.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

#include "cli/console.h"

namespace tally {

// Options that every command takes, before or after its name.
struct GlobalOptions {
  std::string database = "tally.db";
  std::string rules;  // a folder; empty: the rules compiled in
  bool color = false;
  bool quiet = false;
  unsigned threads = 1;
};

struct Invocation {
  const GlobalOptions& global;
  const boost::program_options::variables_map& values;
  const std::vector<std::string>& operands;  // what is not an option
  const Console& console;

  bool Has(const char* option) const { return values.count(option) > 0; }
  // The option's text, or `otherwise` where it was not given.
  std::string Text(const char* option, const std::string& otherwise = "") const;
};

struct Command {
  std::string_view name;
  std::string_view summary;   // one line, for the list of commands
  std::string_view operands;  // as the usage line shows them: "PATH..."
  // What it does, then "Examples:", then "Exit status:". Help prints the options between.
  std::string_view description;
  std::string_view examples;
  std::string_view exit_status;
  void (*add_options)(boost::program_options::options_description& options);
  int (*run)(const Invocation& invocation);
};

// In the order of the help.
const std::vector<Command>& Commands();
const Command* FindCommand(std::string_view name);

Command ExtractCommand();
Command CoverageCommand();
Command IngestCommand();
Command ReportCommand();
Command CheckCommand();
Command BaselineCommand();
Command ConfigCommand();
Command QueryCommand();
Command HistoryCommand();
Command RepeatsCommand();
Command DiffCommand();
Command DecideCommand();
Command ProvenanceCommand();
Command ExplainCommand();
Command DbCommand();
Command RulesCommand();
Command HelpCommand();
Command VersionCommand();

// Exit statuses that more than one command has.
inline constexpr int kExitClean = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitFailed = 2;  // outranks 1: what was not read may hold findings too

}  // namespace tally
