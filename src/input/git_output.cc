#include "input/git_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/error.h"

namespace tally {
namespace {

// Cuts the text up to the separator off its front.
std::string_view Cut(std::string_view& text, char separator) {
  std::size_t end = std::min(text.find(separator), text.size());
  std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool IsRegular(std::string_view mode) { return mode.starts_with("100"); }

std::size_t Number(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// "5" or "5,2": the first line and how many there are.
struct HunkSide {
  explicit HunkSide(std::string_view text) {
    first = Number(Cut(text, ','));
    count = text.empty() ? 1 : Number(text);
  }
  std::size_t first = 0;
  std::size_t count = 0;
};

// Of "@@ -3,2 +5 @@ …" the lines 5 to 5; how many lines of the two files follow. Where lines were only taken
// out there are none: what stands around them says what it said.
std::size_t AddHunk(std::string_view line, GitLines& lines) {
  Cut(line, ' ');
  HunkSide before(Cut(line, ' ').substr(1));
  HunkSide now(Cut(line, ' ').substr(1));
  if (now.count > 0) lines.emplace_back(now.first, now.first + now.count - 1);
  return before.count + now.count;
}

std::pair<std::string, std::string> BlobsOf(std::string_view ids) {
  ids = Cut(ids, ' ');
  std::size_t dots = std::min(ids.find(".."), ids.size());
  return {std::string(ids.substr(0, dots)), std::string(ids.substr(std::min(dots + 2, ids.size())))};
}

}  // namespace

std::vector<GitFile> ReadGitFiles(std::string_view text) {
  std::vector<GitFile> files;
  while (!text.empty()) {
    std::string_view entry = Cut(text, '\0');
    std::string_view facts = Cut(entry, '\t');
    std::string_view mode = Cut(facts, ' ');
    std::string_view second = Cut(facts, ' ');
    // ls-tree: "blob ID"; ls-files: "ID STAGE".
    bool tree = second == "blob" || second == "commit";
    if (!tree && facts != "0") {
      throw UserError(fmt::format("{}: the merge of this file is not finished; git add it first", entry));
    }
    if (IsRegular(mode)) files.push_back({std::string(entry), std::string(tree ? facts : second)});
  }
  std::ranges::sort(files, {}, &GitFile::path);
  return files;
}

std::vector<GitChange> ReadGitChanges(std::string_view text) {
  std::vector<GitChange> changes;
  while (!text.empty()) {
    std::string_view facts = Cut(text, '\0');
    std::string_view old_mode = Cut(facts, ' ');
    old_mode.remove_prefix(std::min<std::size_t>(old_mode.find_first_not_of(':'), old_mode.size()));
    std::string_view mode = Cut(facts, ' ');
    std::string_view old_blob = Cut(facts, ' ');
    std::string_view blob = Cut(facts, ' ');
    std::string_view old_path = Cut(text, '\0');
    bool moved = facts.starts_with('R') || facts.starts_with('C');
    std::string_view path = moved ? Cut(text, '\0') : old_path;
    GitChange change;
    if (IsRegular(mode)) change.now = {std::string(path), std::string(blob)};
    if (IsRegular(old_mode)) change.before = {std::string(old_path), std::string(old_blob)};
    if (!change.now.path.empty() || !change.before.path.empty()) changes.push_back(std::move(change));
  }
  return changes;
}

std::map<std::pair<std::string, std::string>, GitLines> ReadGitHunks(std::string_view text) {
  std::map<std::pair<std::string, std::string>, GitLines> hunks;
  std::pair<std::string, std::string> blobs;
  GitLines* lines = nullptr;
  std::size_t in_hunk = 0;  // lines of articles, which may look like anything
  while (!text.empty()) {
    std::string_view line = Cut(text, '\n');
    if (in_hunk > 0) {
      // "\ No newline at end of file" is git's own.
      if (!line.starts_with('\\')) --in_hunk;
    } else if (line.starts_with("diff --git ")) {
      lines = nullptr;
    } else if (line.starts_with("index ")) {
      blobs = BlobsOf(line.substr(6));
    } else if (line.starts_with("+++ ")) {
      lines = &hunks[blobs];
      lines->clear();
    } else if (line.starts_with("@@ -") && lines != nullptr) {
      in_hunk = AddHunk(line, *lines);
    }
  }
  return hunks;
}

}  // namespace tally
