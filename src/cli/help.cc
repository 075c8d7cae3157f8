#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "cli/arguments.h"

namespace tally {
namespace {

namespace po = boost::program_options;

std::string OptionLines(const po::options_description& options) {
  std::ostringstream text;
  text << options;
  return text.str();
}

}  // namespace

std::string OverviewHelp() {
  std::string text =
      "tally - do the sources tally? Numeric claims in news articles, compared.\n\n"
      "Usage: tally [--db FILE] [--rules DIR] COMMAND [OPTIONS] ...\n\n"
      "Commands:\n";
  std::size_t width = 0;
  for (const Command& command : Commands()) width = std::max(width, command.name.size());
  for (const Command& command : Commands()) text += fmt::format("  {:{}}  {}\n", command.name, width, command.summary);
  text += "\n" + OptionLines(GlobalOptionTable());
  text +=
      "\n'tally help COMMAND' explains a command.\n"
      "Exit status: 0 clean, 1 findings at or above --fail-level, 2 the job could not be done.\n";
  return text;
}

std::string CommandHelp(const Command& command) {
  std::string usage = fmt::format("Usage: tally {} [OPTIONS]{}{}\n\n", command.name, command.operands.empty() ? "" : " ", command.operands);
  po::options_description own("Options");
  command.add_options(own);
  std::string text = usage + std::string(command.description) + "\n";
  if (!own.options().empty()) text += OptionLines(own) + "\n";
  text += OptionLines(GlobalOptionTable());
  if (!command.examples.empty()) text += fmt::format("\nExamples:\n{}", command.examples);
  text += fmt::format("\nExit status:\n{}", command.exit_status);
  return text;
}

}  // namespace tally
