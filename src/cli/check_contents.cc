#include "cli/check_contents.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

#include "base/sha256.h"

namespace tally {
namespace {

std::optional<std::string> ReadWhole(const std::string& path) {
  // A pipe is read already; to open it again would wait for ever.
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) return std::nullopt;
  return content;
}

}  // namespace

void AddContents(CheckReport& check) {
  std::set<std::string> tried;
  for (const Finding& finding : check.report.findings) {
    for (const Claim& claim : finding.members) {
      if (check.contents.contains(claim.doc) || !tried.insert(claim.doc).second) continue;
      auto content = ReadWhole(claim.doc);
      if (content && Sha256Hex(*content) == claim.doc_sha256) check.contents.emplace(claim.doc, *content);
    }
  }
}

}  // namespace tally
