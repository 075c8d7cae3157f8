// tally version, and tally help.
#include <fmt/core.h>
#include <fmt/format.h>

#include <boost/version.hpp>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/suggest.h"
#include "cli/command.h"
#include "cli/help.h"
#include "pipeline.h"
#include "store/database.h"

namespace tally {
namespace {

namespace po = boost::program_options;

void NoOptions(po::options_description&) {}

// RE2 and MD4C carry no version number in their headers.
int RunVersion(const Invocation& invocation) {
  auto toolkit = LoadToolkit(invocation.global.rules);
  invocation.console.out << fmt::format(
      "tally {}\nrules {} ({} predicates, {} entities)\nSQLite {}\nBoost {}.{}.{}\nnlohmann/json "
      "{}.{}.{}\nfmt {}.{}.{}\n",
      ToolVersion(), toolkit->rules.version, toolkit->rules.predicates.size(), toolkit->rules.entities.size(),
      SqliteVersion(), BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100,
      NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH,
      FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100);
  return kExitClean;
}

int RunHelp(const Invocation& invocation) {
  if (invocation.operands.empty()) {
    invocation.console.out << OverviewHelp();
    return kExitClean;
  }
  const Command* command = FindCommand(invocation.operands.front());
  if (command == nullptr) {
    std::vector<std::string> names;
    for (const Command& known : Commands()) names.emplace_back(known.name);
    throw UserError(fmt::format("help: unknown command '{}'{}", invocation.operands.front(),
                                DidYouMean(invocation.operands.front(), names)));
  }
  invocation.console.out << CommandHelp(*command);
  return kExitClean;
}

}  // namespace

Command VersionCommand() {
  return {
      "version",
      "versions of tally, its rules and its libraries",
      "",
      "Prints the version of the program, of the rules (a hash of all rule files) and of the libraries.\n",
      "  tally version\n",
      "  0  always, unless the rules of --rules cannot be loaded (2)\n",
      NoOptions,
      RunVersion};
}

Command HelpCommand() {
  return {"help",
          "explains a command",
          "[COMMAND]",
          "Prints the list of commands, or the help of one.\n",
          "  tally help check\n",
          "  0  the help is printed\n  2  there is no such command\n",
          NoOptions,
          RunHelp};
}

}  // namespace tally
