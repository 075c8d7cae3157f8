// Where rule files come from: the program itself, then a directory of the user's that replaces or adds.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "base/error.h"
#include "rules/embedded.h"
#include "rules/rule_set.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

bool IsRuleFile(const fs::path& path) {
  auto ending = path.extension();
  return ending == ".tsv" || ending == ".txt" || ending == ".json";
}

std::string ReadWhole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.good() && !in.eof()) throw UserError(fmt::format("{}: cannot read this rule file", path.string()));
  return content;
}

}  // namespace

std::vector<RuleFile> CollectRuleFiles(const std::string& directory) {
  std::map<std::string, std::string> files;
  for (const EmbeddedFile& file : EmbeddedRules()) files[std::string(file.name)] = std::string(file.content);
  if (!directory.empty()) {
    std::error_code error;
    fs::recursive_directory_iterator walk(directory, error);
    if (error) {
      throw UserError(fmt::format("{}: cannot read the rules directory: {}", directory, error.message()));
    }
    for (const fs::directory_entry& entry : walk) {
      if (!entry.is_regular_file() || !IsRuleFile(entry.path())) continue;
      files[entry.path().lexically_relative(directory).generic_string()] = ReadWhole(entry.path());
    }
  }
  std::vector<RuleFile> collected;
  for (auto& [name, content] : files) collected.push_back({name, std::move(content)});
  return collected;
}

}  // namespace tally
