// tally db: care of the database.
#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/db_actions.h"

namespace tally {
namespace {

namespace po = boost::program_options;

struct DbAction {
  std::string_view name;
  std::string_view operand;  // the one that it must have; empty: none
  int (*run)(const Invocation& invocation, const std::vector<std::string>& operands);
};

constexpr DbAction kActions[] = {{"check", "", CheckDb},         {"backup", "FILE", BackUpDb},
                                 {"export", "", ExportDb},       {"import", "FILE", ImportDb},
                                 {"merge", "OTHER.db", MergeDb}, {"stats", "", StatsOfDb},
                                 {"vacuum", "", VacuumDb}};

void AddOptions(po::options_description& options) {
  AddOption(
      options, "format", "FORMAT",
      "with export: jsonl, the whole database, or csv, the claims; with stats: table or json (default: the "
      "first)");
  AddOption(options, "output,o", "FILE", "with export: the file to write (default: standard output)");
  AddFlag(options, "content",
          "with export: what was read, without the runs and their times: equal documents give equal bytes");
}

void CheckOptions(const Invocation& invocation, const std::string& what) {
  for (const char* option : {"format", "output", "content"}) {
    bool takes = what == "export" || (what == "stats" && std::string_view(option) == "format");
    if (invocation.Has(option) && !takes)
      throw UserError(fmt::format("db {}: --{} is not an option of it", what, option));
  }
}

int Run(const Invocation& invocation) {
  const std::vector<std::string>& operands = invocation.operands;
  std::vector<std::string> names;
  std::string usage;
  for (const DbAction& action : kActions) {
    names.emplace_back(action.name);
    usage += fmt::format("\n  db {}{}{}", action.name, action.operand.empty() ? "" : " ", action.operand);
  }
  if (operands.empty()) throw UserError("db: name what to do:" + usage);
  std::string what = Choice("db", operands.front(), names);
  CheckOptions(invocation, what);
  auto action = std::ranges::find(kActions, std::string_view(what), &DbAction::name);
  std::vector<std::string> rest(operands.begin() + 1, operands.end());
  std::size_t wanted = action->operand.empty() ? 0 : 1;
  if (rest.size() < wanted) throw UserError(fmt::format("db {}: name {}", what, action->operand));
  if (rest.size() > wanted) throw UserError(fmt::format("db {}: '{}' is too much", what, rest[wanted]));
  return action->run(invocation, rest);
}

}  // namespace

Command DbCommand() {
  return {"db",
          "checks, backs up, exports, imports, merges and tidies the database",
          "check | backup | export | import | merge | stats | vacuum ...",
          "check            tests the file and all that must hold of what is in it; changes nothing\n"
          "backup FILE      copies the database to a new file, also while others write\n"
          "export           writes the whole database as JSON Lines (documents with their versions, runs,\n"
          "                 claims, findings, decisions), or its claims as CSV\n"
          "import FILE      reads JSON Lines of export, - for standard input; into a new database they come\n"
          "                 to stand as they were, into another one as merge does it\n"
          "merge OTHER.db   adds what the other database has and this one has not; versions of one document\n"
          "                 are put in the order in which they were seen\n"
          "stats            counts what the database holds\n"
          "vacuum           gives back what is no longer needed, and makes the search fast again\n\n"
          "import, merge and vacuum do all or nothing: a full disk leaves the database as it was.\n",
          "  tally --db news.db db check\n"
          "  tally --db news.db db backup news-2025-05.db\n"
          "  tally --db news.db db export -o news.jsonl\n"
          "  tally --db copy.db db import news.jsonl\n"
          "  tally --db news.db db merge other.db\n",
          "  0  it is done; with check, the database is whole\n"
          "  1  with check, something is wrong, and is listed\n"
          "  2  the database cannot be used, or a file cannot be read or written\n",
          AddOptions,
          Run};
}

}  // namespace tally
