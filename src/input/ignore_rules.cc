#include "input/ignore_rules.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tally {
namespace {

namespace fs = std::filesystem;

std::string ContentOf(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return "";
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Blanks at the end, but for one behind a backslash.
std::string_view WithoutBlanksAtEnd(std::string_view line) {
  while (line.ends_with(' ')) {
    std::string_view before = line.substr(0, line.size() - 1);
    std::size_t last = before.find_last_not_of('\\');
    std::size_t backslashes = before.size() - (last == std::string_view::npos ? 0 : last + 1);
    if (backslashes % 2 == 1) break;
    line = before;
  }
  return line;
}

std::shared_ptr<const IgnoreChain> Linked(std::shared_ptr<const IgnoreChain> above, const fs::path& folder,
                                          const std::string& content) {
  if (content.empty()) return above;
  std::string name = folder.generic_string();
  if (!name.ends_with('/')) name += '/';
  return std::make_shared<const IgnoreChain>(
      IgnoreChain{std::move(above), std::move(name), IgnoreFile(content)});
}

}  // namespace

IgnoreFile::IgnoreFile(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  while (!content.empty()) {
    std::size_t end = std::min(content.find('\n'), content.size());
    std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.starts_with('#')) Add(WithoutBlanksAtEnd(line));
  }
}

void IgnoreFile::Add(std::string_view line) {
  bool negated = line.starts_with('!');
  if (negated) line.remove_prefix(1);
  bool folders_only = line.ends_with('/');
  if (folders_only) line.remove_suffix(1);
  if (line.empty()) return;
  bool by_name = line.find('/') == std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  lines_.push_back({Glob(line), negated, folders_only, by_name});
}

IgnoreFile::Verdict IgnoreFile::Of(std::string_view path, bool is_folder) const {
  std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  // The last line that matches decides.
  for (auto line = lines_.rbegin(); line != lines_.rend(); ++line) {
    if (line->folders_only && !is_folder) continue;
    if (line->glob.Matches(line->by_name ? name : path))
      return line->negated ? Verdict::kKept : Verdict::kIgnored;
  }
  return Verdict::kSilent;
}

bool IsIgnored(const IgnoreChain* chain, std::string_view path, bool is_folder) {
  for (; chain != nullptr; chain = chain->above.get()) {
    if (!path.starts_with(chain->folder)) continue;
    IgnoreFile::Verdict verdict = chain->file.Of(path.substr(chain->folder.size()), is_folder);
    if (verdict != IgnoreFile::Verdict::kSilent) return verdict == IgnoreFile::Verdict::kIgnored;
  }
  return false;
}

std::shared_ptr<const IgnoreChain> WithFolder(std::shared_ptr<const IgnoreChain> above,
                                              const std::string& folder) {
  return Linked(std::move(above), folder, ContentOf(fs::path(folder) / ".gitignore"));
}

std::shared_ptr<const IgnoreChain> ChainAbove(const std::string& folder) {
  std::vector<fs::path> parts;
  std::error_code error;
  for (fs::path at = folder;; at = at.parent_path()) {
    parts.push_back(at);
    if (fs::exists(at / ".git", error)) break;
    if (at == at.parent_path()) return nullptr;
  }
  auto chain = Linked(nullptr, parts.back(), ContentOf(parts.back() / ".git" / "info" / "exclude"));
  for (std::size_t i = parts.size(); i-- > 1;)
    chain = WithFolder(std::move(chain), parts[i].generic_string());
  return chain;
}

}  // namespace tally
