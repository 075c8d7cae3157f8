#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include <boost/program_options/cmdline.hpp>

#include "cli/arguments.h"

namespace tally {
namespace {

namespace po = boost::program_options;

// Where descriptions begin, and where they are wrapped.
constexpr std::size_t kTextColumn = 26;
constexpr std::size_t kColumns = 100;

// "-o, --output DIR".
std::string OptionLabel(const po::option_description& option) {
  std::string short_name = option.canonical_display_name(po::command_line_style::allow_dash_for_short);
  std::string label = short_name.starts_with('-') ? short_name + ", " : "    ";
  label += "--" + option.long_name();
  if (option.semantic()->max_tokens() > 0) label += " " + option.format_parameter();
  return label;
}

// Words one after the other, in lines that begin at kTextColumn.
std::string Wrapped(const std::string& text, std::size_t column) {
  std::string lines;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (column > kTextColumn && column + 1 + word.size() > kColumns) {
      lines += "\n" + std::string(kTextColumn, ' ');
      column = kTextColumn;
    } else if (column > kTextColumn) {
      lines += " ";
      ++column;
    }
    lines += word;
    column += word.size();
  }
  return lines + "\n";
}

std::string OptionLines(std::string_view title, const po::options_description& options) {
  std::string text = fmt::format("{}:\n", title);
  for (const auto& option : options.options()) {
    std::string label = "  " + OptionLabel(*option);
    text += label;
    if (label.size() + 2 > kTextColumn) text += "\n" + std::string(kTextColumn, ' ');
    if (label.size() + 2 <= kTextColumn) text += std::string(kTextColumn - label.size(), ' ');
    text += Wrapped(option->description(), kTextColumn);
  }
  return text;
}

}  // namespace

std::string OverviewHelp() {
  std::string text =
      "tally - do the sources tally? Numeric claims in news articles, compared.\n\n"
      "Usage: tally [--db FILE] [--rules DIR] COMMAND [OPTIONS] ...\n\n"
      "Commands:\n";
  std::size_t width = 0;
  for (const Command& command : Commands()) width = std::max(width, command.name.size());
  for (const Command& command : Commands())
    text += fmt::format("  {:{}}  {}\n", command.name, width, command.summary);
  text += "\n" + OptionLines("Options of all commands", GlobalOptionTable());
  text +=
      "\n'tally help COMMAND' explains a command.\n"
      "Exit status: 0 clean, 1 findings at or above --fail-level, 2 the job could not be done.\n";
  return text;
}

std::string CommandHelp(const Command& command) {
  std::string usage = fmt::format("Usage: tally {} [OPTIONS]{}{}\n\n", command.name,
                                  command.operands.empty() ? "" : " ", command.operands);
  po::options_description own;
  command.add_options(own);
  std::string text = usage + std::string(command.description) + "\n";
  if (!own.options().empty()) text += OptionLines("Options", own) + "\n";
  text += OptionLines("Options of all commands", GlobalOptionTable());
  if (!command.examples.empty()) text += fmt::format("\nExamples:\n{}", command.examples);
  text += fmt::format("\nExit status:\n{}", command.exit_status);
  return text;
}

}  // namespace tally
