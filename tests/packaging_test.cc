// The completion file, the man page and the README name every command, and the first two every option.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include "cli/arguments.h"
#include "cli/check_formats.h"
#include "cli/command.h"

namespace tally {
namespace {

namespace po = boost::program_options;

std::string ReadSource(const std::string& name) {
  std::ifstream in(std::string(TALLY_SOURCE_DIR) + "/" + name, std::ios::binary);
  EXPECT_TRUE(in) << name;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The text of a roff page without its escapes: "\\fB\\-\\-all\\fR" is "--all".
std::string PlainRoff(const std::string& page) {
  return std::regex_replace(page, std::regex(R"(\\f[BIR]|\\)"), "");
}

bool HasWord(const std::string& text, const std::string& word) {
  return std::regex_search(text, std::regex("(^|[^-A-Za-z])" + word + "($|[^-A-Za-z])"));
}

void ExpectOptions(const po::options_description& options, const std::string& text,
                   const std::string& where) {
  for (const auto& option : options.options()) {
    EXPECT_TRUE(HasWord(text, "--" + option->long_name())) << where << " lacks --" << option->long_name();
  }
}

TEST(PackagingTest, CompletionNamesEveryCommandAndOption) {
  std::string completion = ReadSource("packaging/tally.bash");
  ExpectOptions(GlobalOptionTable(), completion, "tally.bash");
  for (const Command& command : Commands()) {
    EXPECT_TRUE(HasWord(completion, std::string(command.name))) << command.name;
    po::options_description options;
    command.add_options(options);
    ExpectOptions(options, completion, "tally.bash");
  }
}

TEST(PackagingTest, CompletionOffersTheOptionsOfEachCommand) {
  std::string completion = ReadSource("packaging/tally.bash");
  for (const Command& command : Commands()) {
    po::options_description options;
    command.add_options(options);
    if (options.options().empty()) continue;
    std::size_t start = completion.find("    " + std::string(command.name) + ") echo");
    ASSERT_NE(start, std::string::npos) << command.name;
    std::string line = completion.substr(start, completion.find('\n', start) - start);
    if (line.find("$reading") != std::string::npos) {
      std::size_t reading = completion.find("local reading=\"");
      line += completion.substr(reading, completion.find('\n', reading) - reading);
    }
    ExpectOptions(options, line, std::string(command.name));
  }
}

TEST(PackagingTest, ManPageNamesEveryCommandAndOption) {
  std::string page = ReadSource("packaging/tally.1");
  std::string text = PlainRoff(page);
  ExpectOptions(GlobalOptionTable(), text, "tally.1");
  for (const Command& command : Commands()) {
    EXPECT_NE(page.find("\\fB" + std::string(command.name)), std::string::npos) << command.name;
    po::options_description options;
    command.add_options(options);
    ExpectOptions(options, text, "tally.1");
  }
}

TEST(PackagingTest, EveryFormatOfCheckIsDocumented) {
  po::options_description options;
  CheckCommand().add_options(options);
  std::string help = options.find("format", false).description();
  std::string page = ReadSource("packaging/tally.1");
  std::string readme = ReadSource("README.md");
  for (const std::string& name : CheckFormatNames()) {
    EXPECT_TRUE(HasWord(help, name)) << name;
    EXPECT_NE(page.find("\n.TP\n\\fB" + name + "\\fR\n"), std::string::npos) << name;
    EXPECT_NE(readme.find("\n| `" + name + "` | "), std::string::npos) << name;
  }
}

// What bash offers after `tally check --format WORD`.
std::string CompletionsOf(const std::string& word) {
  std::string script = "source " TALLY_SOURCE_DIR
                       "/packaging/tally.bash; COMP_WORDS=(tally check --format '" +
                       word + "'); COMP_CWORD=3; _tally; echo \"${COMPREPLY[*]}\"";
  FILE* pipe = popen(("bash -c '" + std::regex_replace(script, std::regex("'"), "'\\''") + "'").c_str(), "r");
  std::string out;
  for (int c = 0; (c = std::fgetc(pipe)) != EOF;) out.push_back(static_cast<char>(c));
  pclose(pipe);
  return out;
}

TEST(PackagingTest, CompletionOffersTheFormatsOfCheckAlsoAfterAComma) {
  std::string all;
  for (const std::string& name : CheckFormatNames()) all += (all.empty() ? "" : " ") + name;
  EXPECT_EQ(CompletionsOf(""), all + "\n");
  EXPECT_EQ(CompletionsOf("text,g"), "text,github text,gitlab\n");
}

TEST(PackagingTest, ReadmeNamesEveryCommand) {
  if (!std::filesystem::exists(std::string(TALLY_SOURCE_DIR) + "/README.md")) GTEST_SKIP() << "no README yet";
  std::string readme = ReadSource("README.md");
  for (const Command& command : Commands())
    EXPECT_TRUE(HasWord(readme, std::string(command.name))) << command.name;
}

}  // namespace
}  // namespace tally
