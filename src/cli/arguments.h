// The command line as typed: Boost.Program_options with errors that say what would have been right.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

#include "base/date.h"
#include "cli/command.h"

namespace tally {

// An option with a value. `name`: "output,o" for --output and -o; `value`: its name in the help.
void AddOption(boost::program_options::options_description& options, const char* name, const char* value,
               const char* help);
// One that may be given several times.
void AddListOption(boost::program_options::options_description& options, const char* name, const char* value,
                   const char* help);
// One without a value.
void AddFlag(boost::program_options::options_description& options, const char* name, const char* help);

// --db, --rules, --color, --quiet, --threads, --help, --version.
boost::program_options::options_description GlobalOptionTable();

// Where the command's name stands: the first argument that is neither an option of all commands nor its
// value.
std::optional<std::size_t> FindCommandName(const std::vector<std::string>& arguments);

struct ParsedArguments {
  boost::program_options::variables_map values;
  std::vector<std::string> operands;
};

// `arguments` without the command's name. `command`: nullptr for options of all commands alone. Throws
// UserError for an unknown option (with the nearest known one), a missing value, an option given twice.
ParsedArguments ParseArguments(const std::vector<std::string>& arguments, const Command* command);

GlobalOptions GlobalOptionsOf(const boost::program_options::variables_map& values, const Console& console);

// The functions below read a value of an option and throw UserError where it is not of its form; `option` is
// "--format".

// One of `allowed`.
std::string Choice(std::string_view option, const std::string& value,
                   const std::vector<std::string>& allowed);
// "text,github": several, each once, in the order given.
std::vector<std::string> Choices(std::string_view option, const std::string& list,
                                 const std::vector<std::string>& allowed);
std::vector<std::string> SplitCommas(const std::string& list);
// A whole number; with `sizes` also 64K, 16M, 1G (powers of 1024).
std::size_t CountOf(std::string_view option, const std::string& value, bool sizes = false);
Day DayOf(std::string_view option, const std::string& value);
// The days of 2025-03-20, 2025-03 or 2025.
DateRange DaysOf(std::string_view option, const std::string& value);

}  // namespace tally
