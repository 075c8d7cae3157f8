#include "cli/arguments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <thread>

#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>

#include "base/error.h"
#include "base/suggest.h"

namespace tally {
namespace {

namespace po = boost::program_options;

constexpr const char* kOperands = "operands";
// Abbreviated options (--form) would break scripts as soon as another option begins alike.
constexpr int kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

std::vector<std::string> LongNames(const po::options_description& options) {
  std::vector<std::string> names;
  for (const auto& option : options.options()) {
    if (option->long_name() != kOperands) names.push_back("--" + option->long_name());
  }
  return names;
}

std::string OfCommand(const Command* command) {
  return command == nullptr ? "" : fmt::format(" of 'tally {}'", command->name);
}

[[noreturn]] void ThrowUnknown(const po::unknown_option& error, const Command* command,
                               const po::options_description& known) {
  std::string typed = error.get_option_name();
  throw UserError(
      fmt::format("unknown option '{}'{}{}", typed, OfCommand(command), DidYouMean(typed, LongNames(known))));
}

unsigned AllCores() { return std::max(1u, std::thread::hardware_concurrency()); }

}  // namespace

std::string Invocation::Text(const char* option, const std::string& otherwise) const {
  return Has(option) ? values[option].as<std::string>() : otherwise;
}

void AddOption(po::options_description& options, const char* name, const char* value, const char* help) {
  options.add_options()(name, po::value<std::string>()->value_name(value), help);
}

void AddListOption(po::options_description& options, const char* name, const char* value, const char* help) {
  options.add_options()(name, po::value<std::vector<std::string>>()->composing()->value_name(value), help);
}

void AddFlag(po::options_description& options, const char* name, const char* help) {
  options.add_options()(name, help);
}

po::options_description GlobalOptionTable() {
  po::options_description options;
  AddOption(options, "db", "FILE", "the database (default: tally.db)");
  AddOption(options, "rules", "DIR", "rules that extend or replace the ones compiled in, file by file");
  AddOption(options, "threads", "N", "read with N threads (default: all cores)");
  AddOption(options, "color", "WHEN",
            "auto, always or never (default: auto, which is on a terminal and without NO_COLOR)");
  AddFlag(options, "quiet,q", "no closing line of counts, no progress; errors stay");
  AddFlag(options, "help,h", "this help");
  AddFlag(options, "version", "version and nothing else");
  return options;
}

std::optional<std::size_t> FindCommandName(const std::vector<std::string>& arguments) {
  po::options_description options = GlobalOptionTable();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (!argument.starts_with('-') || argument == "-") return i;
    if (argument == "--") return i + 1 < arguments.size() ? std::optional(i + 1) : std::nullopt;
    if (!argument.starts_with("--") || argument.find('=') != std::string::npos) continue;
    const po::option_description* option = options.find_nothrow(argument.substr(2), false);
    if (option != nullptr && option->semantic()->max_tokens() > 0) ++i;
  }
  return std::nullopt;
}

ParsedArguments ParseArguments(const std::vector<std::string>& arguments, const Command* command) {
  po::options_description all;
  if (command != nullptr) command->add_options(all);
  all.add(GlobalOptionTable());
  all.add_options()(kOperands, po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add(kOperands, -1);
  ParsedArguments parsed;
  try {
    po::store(po::command_line_parser(arguments).options(all).positional(positional).style(kStyle).run(),
              parsed.values);
  } catch (const po::unknown_option& error) {
    ThrowUnknown(error, command, all);
  } catch (const po::multiple_occurrences& error) {
    throw UserError(fmt::format("the option '{}' is given twice", error.get_option_name()));
  } catch (const po::invalid_command_line_syntax& error) {
    bool extra = error.kind() == po::invalid_syntax::extra_parameter;
    throw UserError(fmt::format("the option '{}' {}", error.get_option_name(),
                                extra ? "takes no value" : "needs a value"));
  } catch (const po::error& error) {
    throw UserError(error.what());
  }
  if (parsed.values.count(kOperands) > 0)
    parsed.operands = parsed.values[kOperands].as<std::vector<std::string>>();
  return parsed;
}

GlobalOptions GlobalOptionsOf(const po::variables_map& values, const Console& console) {
  auto text = [&](const char* option, const char* otherwise) {
    return values.count(option) > 0 ? values[option].as<std::string>() : std::string(otherwise);
  };
  GlobalOptions global;
  global.database = text("db", "tally.db");
  global.rules = text("rules", "");
  global.quiet = values.count("quiet") > 0;
  std::string color = Choice("--color", text("color", "auto"), {"auto", "always", "never"});
  global.color = color == "always" || (color == "auto" && console.out_is_terminal && !console.no_color);
  global.threads = AllCores();
  if (values.count("threads") > 0) {
    std::size_t threads = CountOf("--threads", text("threads", ""));
    // More threads than this only cost memory.
    constexpr std::size_t kMostThreads = 256;
    if (threads == 0 || threads > kMostThreads)
      throw UserError(fmt::format("--threads must be 1 to {}", kMostThreads));
    global.threads = static_cast<unsigned>(threads);
  }
  return global;
}

std::string Choice(std::string_view option, const std::string& value,
                   const std::vector<std::string>& allowed) {
  if (std::ranges::find(allowed, value) != allowed.end()) return value;
  throw UserError(fmt::format("{}: unknown value '{}'; allowed: {}{}", option, value,
                              fmt::join(allowed, ", "), DidYouMean(value, allowed)));
}

std::vector<std::string> SplitCommas(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= list.size();) {
    std::size_t comma = std::min(list.find(',', at), list.size());
    parts.push_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return parts;
}

std::vector<std::string> Choices(std::string_view option, const std::string& list,
                                 const std::vector<std::string>& allowed) {
  std::vector<std::string> chosen;
  for (const std::string& part : SplitCommas(list)) {
    Choice(option, part, allowed);
    if (std::ranges::find(chosen, part) == chosen.end()) chosen.push_back(part);
  }
  return chosen;
}

std::size_t CountOf(std::string_view option, const std::string& value, bool sizes) {
  std::size_t count = 0;
  const char* end = value.data() + value.size();
  auto [stop, error] = std::from_chars(value.data(), end, count);
  unsigned shift = 0;
  if (sizes && stop + 1 == end) shift = *stop == 'K' ? 10 : *stop == 'M' ? 20 : *stop == 'G' ? 30 : 0;
  bool fits = count <= (~std::size_t{0} >> shift);
  if (error != std::errc() || !fits || stop + (shift > 0 ? 1 : 0) != end) {
    throw UserError(fmt::format("{}: '{}' is not a whole number{}", option, value,
                                sizes ? " (64K, 16M and 1G are allowed)" : ""));
  }
  return count << shift;
}

Day DayOf(std::string_view option, const std::string& value) {
  auto day = ParseIsoDay(value);
  if (!day) throw UserError(fmt::format("{}: '{}' is not a date of the form YYYY-MM-DD", option, value));
  return *day;
}

DateRange DaysOf(std::string_view option, const std::string& value) {
  if (auto day = ParseIsoDay(value)) return DateRange::Of(*day);
  // Their first days tell whether they are what they look like.
  if (auto first = ParseIsoDay(value + "-01-01")) return DateRange::Year(YearOf(*first));
  if (auto first = ParseIsoDay(value + "-01"))
    return DateRange::Months(YearOf(*first), MonthOf(*first), MonthOf(*first));
  throw UserError(
      fmt::format("{}: '{}' is not a date of the form YYYY-MM-DD, YYYY-MM or YYYY", option, value));
}

}  // namespace tally
