// Each example of the README runs: a line "$ tally …" in a block prints the lines below it, up to the next
// one. "…" stands for any text in a line, or alone for any lines; FINDING for the first conflict of the
// report that was made last. What goes to standard error is not part of an example.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace {

namespace fs = std::filesystem;

struct Example {
  std::size_t line = 0;
  std::string command;
  std::vector<std::string> output;
};

std::vector<Example> ExamplesOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  std::vector<Example> examples;
  bool in_block = false;
  bool open = false;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("```")) {
      in_block = !in_block;
      open = false;
    } else if (in_block && line.starts_with("$ tally ")) {
      examples.push_back({number, line.substr(2), {}});
      open = true;
    } else if (open) {
      examples.back().output.push_back(line);
    }
  }
  return examples;
}

std::string Printed(const std::string& command, const fs::path& folder) {
  std::ofstream(folder / "command.sh") << command << "\n";
  std::string bin = fs::path(TALLY_PROGRAM).parent_path().string();
  std::string line = "cd '" + folder.string() + "' && PATH='" + bin +
                     "':\"$PATH\" LC_ALL=C.UTF-8 sh command.sh 2>/dev/null </dev/null";
  FILE* pipe = popen(line.c_str(), "r");
  std::string out;
  std::array<char, 4096> buffer{};
  while (std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), got);
  int status = pclose(pipe);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) < 2) << command << "\n" << out;
  return out;
}

// The lines as one pattern.
std::regex PatternOf(const std::vector<std::string>& lines) {
  std::string pattern;
  for (const std::string& line : lines) {
    std::string escaped = std::regex_replace(line, std::regex(R"([.^$|()\[\]{}*+?\\])"), R"(\$&)");
    bool any_lines =
        line.find_first_not_of(' ') != std::string::npos && line.substr(line.find_first_not_of(' ')) == "…";
    if (any_lines) {
      pattern += "(?:.*\\n)*?";
    } else {
      pattern += std::regex_replace(escaped, std::regex("…"), ".*") + "\\r?\\n";
    }
  }
  return std::regex(pattern);
}

std::string FirstConflict(const fs::path& folder) {
  std::string found = Printed(
      "tally --db news.db query --format csv --sql \"SELECT id FROM finding_view WHERE verdict = "
      "'conflict'\"",
      folder);
  std::smatch id;
  return std::regex_search(found, id, std::regex("[0-9a-f]{16}")) ? id[0].str() : "none";
}

TEST(ReadmeTest, ExamplesPrintWhatTheyShow) {
  fs::path folder = fs::path(testing::TempDir()) / ("tally_readme_" + std::to_string(getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  fs::copy(fs::path(TALLY_SOURCE_DIR) / "tests/transcripts/files", folder, fs::copy_options::recursive);
  std::vector<Example> examples = ExamplesOf(fs::path(TALLY_SOURCE_DIR) / "README.md");
  EXPECT_GT(examples.size(), 12u);
  for (const Example& example : examples) {
    std::string command = example.command;
    if (command.find("FINDING") != std::string::npos)
      command = std::regex_replace(command, std::regex("FINDING"), FirstConflict(folder));
    std::string got = Printed(command, folder);
    EXPECT_TRUE(std::regex_match(got, PatternOf(example.output)))
        << "README.md:" << example.line << ": " << command << "\n"
        << got;
  }
  fs::remove_all(folder);
}

}  // namespace
