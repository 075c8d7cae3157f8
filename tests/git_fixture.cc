#include "git_fixture.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace tally {
namespace {

namespace fs = std::filesystem;

// 2025-06-01 00:00 UTC.
constexpr const char* kDay = "SOURCE_DATE_EPOCH=1748736000";
constexpr const char* kIdentity =
    "GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org "
    "GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GITHUB_STEP_SUMMARY= GITHUB_ACTIONS= "
    "GITHUB_WORKSPACE= "
    "CI_PROJECT_DIR=";

std::string Content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

GitFixture::GitFixture(const std::string& name)
    : root_(fs::path(testing::TempDir()) / ("tally_git_" + name + "_" + std::to_string(::getpid()))),
      folder_(root_ / "repository") {
  fs::remove_all(root_);
  fs::create_directories(folder_);
  Git("init -q -b main .");
}

GitFixture::~GitFixture() { fs::remove_all(root_); }

void GitFixture::Write(const std::string& path, const std::string& text) const {
  fs::create_directories((folder_ / path).parent_path());
  std::ofstream(folder_ / path, std::ios::binary) << text;
}

std::string GitFixture::Read(const std::string& path) const { return Content(folder_ / path); }

ProgramRun GitFixture::Shell(const std::string& command, const std::string& environment) const {
  std::ofstream(root_ / "command.sh") << command << "\n";
  std::string bin = fs::path(TALLY_PROGRAM).parent_path().string();
  std::string line = "cd '" + folder_.string() + "' && env " + kDay + " " + kIdentity + " " + environment +
                     " PATH='" + bin + "':\"$PATH\" LC_ALL=C.UTF-8 bash '" + (root_ / "command.sh").string() +
                     "' >'" + (root_ / "out").string() + "' 2>'" + (root_ / "err").string() + "' </dev/null";
  int status = std::system(line.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 255, Content(root_ / "out"), Content(root_ / "err")};
}

void GitFixture::Git(const std::string& arguments) const {
  ProgramRun run = Shell("git " + arguments);
  EXPECT_EQ(run.status, 0) << "git " << arguments << "\n" << run.err;
}

void GitFixture::Commit(const std::string& message) const {
  Git("add -A");
  Git("commit -q -m '" + message + "'");
}

}  // namespace tally
