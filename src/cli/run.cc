#include "cli/run.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/suggest.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/help.h"
#include "pipeline.h"

namespace tally {
namespace {

const Command& KnownCommand(const std::string& name) {
  if (const Command* command = FindCommand(name)) return *command;
  std::vector<std::string> names;
  for (const Command& command : Commands()) names.emplace_back(command.name);
  throw UserError(fmt::format("unknown command '{}'{} ('tally --help' lists the commands)", name,
                              DidYouMean(name, names)));
}

// Without a command: help where it was asked for, and on the error stream where something is missing.
int RunWithoutCommand(const std::vector<std::string>& arguments, const Console& console) {
  ParsedArguments parsed = ParseArguments(arguments, nullptr);
  if (parsed.values.count("version") > 0) {
    console.out << "tally " << ToolVersion() << "\n";
    return kExitClean;
  }
  bool asked = parsed.values.count("help") > 0;
  (asked ? console.out : console.err) << OverviewHelp();
  return asked ? kExitClean : kExitFailed;
}

int RunNamed(const Command& command, const std::vector<std::string>& arguments, const Console& console) {
  ParsedArguments parsed = ParseArguments(arguments, &command);
  if (parsed.values.count("help") > 0) {
    console.out << CommandHelp(command);
    return kExitClean;
  }
  GlobalOptions global = GlobalOptionsOf(parsed.values, console);
  return command.run({global, parsed.values, parsed.operands, console});
}

}  // namespace

int RunCommandLine(const std::vector<std::string>& arguments, const Console& console) {
  int status = kExitClean;
  if (auto at = FindCommandName(arguments)) {
    std::vector<std::string> rest = arguments;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*at));
    status = RunNamed(KnownCommand(arguments[*at]), rest, console);
  } else {
    status = RunWithoutCommand(arguments, console);
  }
  console.CheckOutput();
  return status;
}

}  // namespace tally
