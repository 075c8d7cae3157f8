#include "cli/ci_environment.h"

#include <cstdlib>
#include <filesystem>

namespace tally {
namespace {

namespace fs = std::filesystem;

std::string Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool IsBelow(const fs::path& folder, const fs::path& root) {
  fs::path below = folder.lexically_relative(root);
  return !below.empty() && *below.begin() != "..";
}

}  // namespace

CiEnvironment CiEnvironment::Current() {
  std::error_code error;
  fs::path folder = fs::current_path(error);
  CiEnvironment environment{folder.string(), folder.string(), Variable("GITHUB_STEP_SUMMARY")};
  for (const char* name : {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
    std::string named = Variable(name);
    if (named.empty()) continue;
    fs::path root = fs::weakly_canonical(named, error);
    if (!error && IsBelow(folder, root)) environment.root = root.string();
  }
  return environment;
}

}  // namespace tally
