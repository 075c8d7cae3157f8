// The table of commands.
#include <algorithm>

#include "cli/command.h"

namespace tally {

const std::vector<Command>& Commands() {
  static const std::vector<Command> commands = {
      ExtractCommand(), IngestCommand(),     ReportCommand(),  CheckCommand(),    BaselineCommand(),
      ConfigCommand(),  QueryCommand(),      HistoryCommand(), RepeatsCommand(),  DiffCommand(),
      DecideCommand(),  ProvenanceCommand(), ExplainCommand(), CoverageCommand(), DbCommand(),
      RulesCommand(),   VersionCommand(),    HelpCommand()};
  return commands;
}

const Command* FindCommand(std::string_view name) {
  auto found = std::ranges::find(Commands(), name, &Command::name);
  return found == Commands().end() ? nullptr : &*found;
}

}  // namespace tally
