// git log --raw -z gives strings with NUL behind each: a commit's line (marked by U+0001), then for each file
// ":mode mode blob blob STATUS" and one path, or two where it was moved. git cat-file --batch answers the
// name of a blob with a line "name blob size", the bytes, and a line end (git-log(1), git-cat-file(1)).
#include "input/git_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <filesystem>
#include <string_view>

#include "base/error.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr char kCommitMark = '\x01';

std::vector<std::string> SplitAtNul(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\0'), text.size());
    std::string_view part = text.substr(0, end);
    part.remove_prefix(std::min(part.find_first_not_of('\n'), part.size()));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string UtcTime(const std::string& seconds) {
  std::time_t time = 0;
  std::from_chars(seconds.data(), seconds.data() + seconds.size(), time);
  std::tm utc{};
  gmtime_r(&time, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                     utc.tm_hour, utc.tm_min, utc.tm_sec);
}

// No link to elsewhere and no other repository.
bool IsFileMode(std::string_view mode) { return mode.starts_with("100") || mode.starts_with(":100"); }

}  // namespace

GitHistory::GitHistory(const std::string& path, const std::string& since, const ListOptions& options)
    : options_(options) {
  std::error_code ignored;
  fs::path typed(path);
  bool is_folder = fs::is_directory(typed, ignored);
  folder_ = is_folder ? path : typed.has_parent_path() ? typed.parent_path().string() : ".";
  if (!is_folder) file_ = typed.filename().string();
  if (!fs::is_directory(folder_, ignored)) {
    throw UserError(fmt::format("{}: no such file or folder", path));
  }
  std::string base = Git({"rev-parse", "--verify", "--quiet", "--end-of-options", since + "^{commit}"});
  base.erase(std::min(base.find('\n'), base.size()));
  if (base.empty()) {
    throw UserError(fmt::format("--since: '{}' is no commit of the repository of {}", since, path));
  }
  AddTree(base);
  AddLog(base);
}

std::string GitHistory::Git(const std::vector<std::string>& arguments) const {
  std::vector<std::string> all = {"git", "-C", folder_};
  all.insert(all.end(), arguments.begin(), arguments.end());
  ChildProcess git(all);
  std::string output = git.ReadAll();
  int status = git.Wait();
  std::string error = git.ErrorText();
  // Silent failure is rev-parse's way to say that there is no such commit.
  if (status == 0 || (status == 1 && error.empty())) return output;
  if (status == 127 && error.empty()) throw UserError("--since: git cannot be run; install it");
  throw UserError(fmt::format("--since: {}", error));
}

void GitHistory::AddTree(const std::string& revision) {
  std::string time = Git({"show", "-s", "--format=%ct", revision});
  std::vector<FileChange> files;
  for (const std::string& line : SplitAtNul(Git({"ls-tree", "-r", "-z", revision, "--", "."}))) {
    std::size_t tab = std::min(line.find('\t'), line.size() - 1);
    std::vector<std::string> words = Words(line.substr(0, tab));
    std::string below = line.substr(tab + 1);
    if (words.size() < 3 || !IsFileMode(words[0]) || !Wanted(below)) continue;
    files.push_back({PathOf(below), "", false, revision, UtcTime(time), 0, words[2]});
  }
  places_[revision] = 0;
  Add(std::move(files));
}

void GitHistory::AddLog(const std::string& revision) {
  std::vector<std::string> parts = SplitAtNul(
      Git({"log", "--reverse", "--first-parent", "-m", "-M", "--raw", "--no-abbrev", "-z", "--no-ext-diff",
           "--format=tformat:%x01%H %ct", "--relative", revision + "..HEAD", "--", "."}));
  FileChange commit;
  std::vector<FileChange> files;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].front() == kCommitMark) {
      Add(std::move(files));
      files.clear();
      std::vector<std::string> words = Words(parts[i].substr(1));
      commit.revision = words.front();
      commit.time = UtcTime(words.back());
      commit.place = places_.size();
      places_[commit.revision] = commit.place;
      continue;
    }
    std::vector<std::string> words = Words(parts[i]);
    if (words.size() < 5 || i + 1 == parts.size()) continue;
    bool moved = words[4].starts_with('R');
    std::string before = parts[++i];
    std::string below = moved && i + 1 < parts.size() ? parts[++i] : before;
    FileChange change = commit;
    bool was = IsFileMode(words[0]) && Wanted(before);
    bool is = IsFileMode(words[1]) && Wanted(below);
    if (was && (moved || !is)) {
      change.path = PathOf(before);
      change.removed = true;
      files.push_back(change);
    }
    bool same = was && !moved && words[2] == words[3];
    if (!is || same) continue;
    change.path = PathOf(below);
    change.removed = false;
    if (was && moved) change.renamed_from = PathOf(before);
    change.blob = words[3];
    files.push_back(change);
  }
  Add(std::move(files));
}

void GitHistory::Add(std::vector<FileChange> commit) {
  std::ranges::sort(commit, [](const FileChange& a, const FileChange& b) {
    return std::pair(!a.removed, std::string_view(a.path)) < std::pair(!b.removed, std::string_view(b.path));
  });
  changes_.insert(changes_.end(), commit.begin(), commit.end());
}

bool GitHistory::Wanted(const std::string& below) const {
  return file_.empty() ? IsListed(folder_, below, options_) : below == file_;
}

std::string GitHistory::PathOf(const std::string& below) const {
  return (fs::path(folder_) / below).lexically_normal().generic_string();
}

const std::size_t* GitHistory::PlaceOf(const std::string& revision) const {
  auto found = places_.find(revision);
  return found == places_.end() ? nullptr : &found->second;
}

std::string GitHistory::Content(const FileChange& change) {
  if (!contents_) {
    contents_ =
        std::make_unique<ChildProcess>(std::vector<std::string>{"git", "-C", folder_, "cat-file", "--batch"});
  }
  contents_->Write(change.blob + "\n");
  std::vector<std::string> words = Words(contents_->ReadLine());
  if (words.size() != 3 || words[1] != "blob") {
    throw UserError(fmt::format("{}: git does not have its content of {}", change.path, change.revision));
  }
  std::size_t size = 0;
  std::from_chars(words[2].data(), words[2].data() + words[2].size(), size);
  std::string content = contents_->Read(size + 1);
  if (content.size() != size + 1) throw UserError("--since: git ended too early");
  content.pop_back();
  return content;
}

}  // namespace tally
