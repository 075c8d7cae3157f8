// Runs tests/transcripts/*.txt: command lines with the output that they must give. The format:
//
//   # a comment
//   $ tally extract a.md | head -1      a command for sh; the program is on its path
//   {"doc":"a.md",…                     what it prints
//   ! tally: error: …                   what it prints on standard error
//   [exit 2]                            its exit status, where that is not 0
//
// Each file runs in a fresh folder that holds tests/transcripts/files/. In an expected line "[..]" stands for
// any text, and a line "..." for any number of lines. An empty line of output is written as a backslash, and
// so begins a line that the format would read as something else. TALLY_UPDATE_TRANSCRIPTS=1 writes what was
// printed into the file, and keeps what matches.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const fs::path kTranscripts = fs::path(TALLY_SOURCE_DIR) / "tests/transcripts";

struct Step {
  Lines before;  // comments and empty lines above the command
  std::string command;
  std::size_t line = 0;
  Lines expected;
};

Lines ReadLines(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  Lines lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Step> ParseSteps(const Lines& lines) {
  std::vector<Step> steps;
  Lines between;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (line.starts_with("$ ")) {
      steps.push_back({std::move(between), line.substr(2), i + 1, {}});
      between.clear();
    } else if (steps.empty() || line.starts_with('#') || line.empty() || !between.empty()) {
      between.push_back(line);
    } else {
      steps.back().expected.push_back(line);
    }
  }
  return steps;
}

// `pattern` with any text for "[..]".
bool LineMatches(std::string_view pattern, std::string_view line) {
  std::size_t any = pattern.find("[..]");
  if (any == std::string_view::npos) return pattern == line;
  if (!line.starts_with(pattern.substr(0, any))) return false;
  std::string_view rest = pattern.substr(any + 4);
  for (std::size_t at = any; at <= line.size(); ++at) {
    if (LineMatches(rest, line.substr(at))) return true;
  }
  return false;
}

bool Matches(const Lines& expected, std::size_t i, const Lines& got, std::size_t j) {
  if (i == expected.size()) return j == got.size();
  if (expected[i] == "...") {
    for (std::size_t at = j; at <= got.size(); ++at) {
      if (Matches(expected, i + 1, got, at)) return true;
    }
    return false;
  }
  return j < got.size() && LineMatches(expected[i], got[j]) && Matches(expected, i + 1, got, j + 1);
}

// A line that the format would read as something else gets a backslash; a carriage return is shown, since
// editors hide it.
std::string Escaped(std::string line) {
  if (line.ends_with('\r')) line.replace(line.size() - 1, 1, "\\r");
  bool special = line.empty() || line.starts_with("$ ") || line.starts_with("! ") || line.starts_with('#') ||
                 line.starts_with('\\');
  return special ? "\\" + line : line;
}

Lines RunStep(const std::string& command, const fs::path& folder) {
  fs::path out = folder.parent_path() / "stdout";
  fs::path err = folder.parent_path() / "stderr";
  std::ofstream(folder.parent_path() / "command.sh") << command << "\n";
  std::string bin = fs::path(TALLY_PROGRAM).parent_path().string();
  std::string line = "cd '" + folder.string() + "' && PATH='" + bin +
                     "':\"$PATH\" LC_ALL=C.UTF-8 env -u GITHUB_STEP_SUMMARY -u GITHUB_WORKSPACE -u "
                     "CI_PROJECT_DIR sh ../command.sh >'" +
                     out.string() + "' 2>'" + err.string() + "' </dev/null";
  int status = std::system(line.c_str());
  Lines got;
  for (const std::string& text : ReadLines(out)) got.push_back(Escaped(text));
  for (const std::string& text : ReadLines(err)) got.push_back("! " + text);
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 255;
  if (code != 0) got.push_back("[exit " + std::to_string(code) + "]");
  return got;
}

std::string Joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

class TranscriptTest : public testing::TestWithParam<std::string> {};

TEST_P(TranscriptTest, PrintsWhatItSays) {
  fs::path file = kTranscripts / (GetParam() + ".txt");
  fs::path root =
      fs::path(testing::TempDir()) / ("tally_transcript_" + GetParam() + "_" + std::to_string(getpid()));
  fs::path folder = root / "work";
  fs::remove_all(root);
  fs::create_directories(folder);
  fs::copy(kTranscripts / "files", folder, fs::copy_options::recursive);
  bool update = std::getenv("TALLY_UPDATE_TRANSCRIPTS") != nullptr;
  std::string updated;
  for (const Step& step : ParseSteps(ReadLines(file))) {
    Lines got = RunStep(step.command, folder);
    bool same = Matches(step.expected, 0, got, 0);
    if (!update) {
      EXPECT_TRUE(same) << file.string() << ":" << step.line << ": $ " << step.command << "\n--- expected\n"
                        << Joined(step.expected) << "--- got\n"
                        << Joined(got);
    }
    updated += Joined(step.before) + "$ " + step.command + "\n" + Joined(same ? step.expected : got);
  }
  if (update) std::ofstream(file, std::ios::binary) << updated;
  fs::remove_all(root);
}

std::vector<std::string> TranscriptNames() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kTranscripts)) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Transcripts, TranscriptTest, testing::ValuesIn(TranscriptNames()),
                         [](const auto& transcript) { return transcript.param; });

}  // namespace
