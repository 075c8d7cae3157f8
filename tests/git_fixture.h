// A git repository in a folder of its own, and the program run in it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace tally {

struct ProgramRun {
  int status = 0;
  std::string out;
  std::string err;
};

class GitFixture {
 public:
  // The folder is made anew, and removed with the object.
  explicit GitFixture(const std::string& name);
  GitFixture(const GitFixture&) = delete;
  GitFixture& operator=(const GitFixture&) = delete;
  ~GitFixture();

  const std::filesystem::path& folder() const { return folder_; }
  void Write(const std::string& path, const std::string& text) const;
  std::string Read(const std::string& path) const;
  // By a shell in the folder, with the program on its path and 2025-06-01 as the day. `environment`: "A=b
  // C=d".
  ProgramRun Shell(const std::string& command, const std::string& environment = "") const;
  void Git(const std::string& arguments) const;
  // Stages everything and commits it.
  void Commit(const std::string& message) const;

 private:
  std::filesystem::path root_;
  std::filesystem::path folder_;
};

}  // namespace tally
