#include "input/list_inputs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "document/packed_name.h"
#include "input/ignore_rules.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEndings[] = {".md",  ".markdown", ".txt",   ".html",
                                         ".htm", ".xhtml",    ".jsonl", ".ndjson"};
// What stands beside articles and is none; tally-baseline.jsonl is what `tally baseline` writes.
constexpr std::string_view kNoArticles[] = {"readme",    "license",         "licence", "contributing",
                                            "changelog", "code_of_conduct", "hacking", "tally-baseline"};

std::string Normal(const fs::path& path) { return path.lexically_normal().generic_string(); }

// "posts/2024-*/*.md": the folder to begin in is "posts".
struct GlobPath {
  explicit GlobPath(const std::string& typed) : path(Normal(typed)), glob(path) {
    std::size_t slash = path.rfind('/', path.find_first_of("*?["));
    base = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
    std::string last = path.substr(path.rfind('/') + 1);
    std::size_t dot = last.rfind('.');
    names_ending = dot != std::string::npos && !Glob::IsGlob(std::string_view(last).substr(dot));
  }

  std::string path;
  Glob glob;
  std::string base;
  bool names_ending = false;  // "*.text", but not "2024*"
};

class Lister {
 public:
  Lister(const ListOptions& options, std::vector<std::string>& problems)
      : options_(options),
        excluded_(fmt::format("{}", fmt::join(options.exclude, "\n"))),
        problems_(problems) {}

  void Add(const std::string& typed) {
    std::error_code error;
    fs::file_status status = fs::status(typed, error);
    if (typed == "-") {
      files_.insert(typed);
    } else if (fs::is_directory(status)) {
      Walk(typed, nullptr);
    } else if (fs::exists(status)) {
      std::string path = Normal(typed);
      if (!IsExcludedAsNamed(path)) files_.insert(path);
    } else if (error && error != std::errc::no_such_file_or_directory) {
      problems_.push_back(fmt::format("{}: cannot be read: {}", typed, error.message()));
    } else if (Glob::IsGlob(typed)) {
      AddGlob(typed);
    } else {
      problems_.push_back(fmt::format("{}: no such file or folder", typed));
    }
  }

  std::vector<std::string> Files() const { return {files_.begin(), files_.end()}; }

 private:
  struct Folder {
    fs::path path;         // as the user named it
    std::string absolute;  // for .gitignore
    std::string below;     // from the folder that was typed: "" or "2024/may/"
    std::shared_ptr<const IgnoreChain> ignored;
  };

  void AddGlob(const std::string& typed) {
    GlobPath glob(typed);
    std::size_t before = files_.size();
    std::error_code error;
    if (fs::is_directory(glob.base, error)) Walk(glob.base, &glob);
    // What matches may be known already.
    bool matched = files_.size() > before || std::ranges::any_of(files_, [&](const std::string& file) {
                     return glob.glob.Matches(file);
                   });
    if (!matched) problems_.push_back(fmt::format("{}: no file matches", typed));
  }

  // By a list rather than by calls, so that no depth of folders is too much.
  void Walk(const std::string& typed, const GlobPath* glob) {
    Folder first{typed, Normal(fs::absolute(typed)), "", nullptr};
    while (first.absolute.size() > 1 && first.absolute.ends_with('/')) first.absolute.pop_back();
    if (options_.git_ignore) first.ignored = ChainAbove(first.absolute);
    std::vector<Folder> waiting = {std::move(first)};
    auto problems_before = static_cast<std::ptrdiff_t>(problems_.size());
    while (!waiting.empty()) {
      Folder folder = std::move(waiting.back());
      waiting.pop_back();
      Read(std::move(folder), glob, waiting);
    }
    // Folders list their entries in no order.
    std::sort(problems_.begin() + problems_before, problems_.end());
  }

  void Read(Folder folder, const GlobPath* glob, std::vector<Folder>& waiting) {
    std::error_code error;
    fs::directory_iterator entries(folder.path, error);
    if (error) {
      problems_.push_back(
          fmt::format("{}: cannot read this folder: {}", folder.path.string(), error.message()));
      return;
    }
    if (options_.git_ignore) folder.ignored = WithFolder(std::move(folder.ignored), folder.absolute);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      const fs::directory_entry& entry = *entries;
      std::error_code ignored_error;
      std::string name = entry.path().filename().string();
      // A link leads to what is read elsewhere, or in a circle.
      if (name.starts_with('.') || entry.is_symlink(ignored_error)) continue;
      bool is_folder = entry.is_directory(ignored_error);
      if (!is_folder && !entry.is_regular_file(ignored_error)) continue;
      std::string path = Normal(entry.path());
      std::string absolute = folder.absolute + (folder.absolute.ends_with('/') ? "" : "/") + name;
      if (IsExcluded(folder.below + name, is_folder) || IsExcluded(path, is_folder)) continue;
      if (IsIgnored(folder.ignored.get(), absolute, is_folder)) continue;
      bool matched = glob != nullptr && glob->glob.Matches(path);
      if (is_folder) {
        waiting.push_back({entry.path(), std::move(absolute), folder.below + name + "/", folder.ignored});
        if (matched) matched_folders_.insert(path);
      } else if (glob == nullptr ? IsArticleName(name) : IsWanted(*glob, path, name, matched)) {
        files_.insert(path);
      }
    }
    if (error) {
      problems_.push_back(
          fmt::format("{}: reading this folder failed: {}", folder.path.string(), error.message()));
    }
  }

  bool IsWanted(const GlobPath& glob, const std::string& path, const std::string& name, bool matched) const {
    if (matched) return glob.names_ending || IsArticleName(name);
    if (matched_folders_.empty() || !IsArticleName(name)) return false;
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      if (matched_folders_.contains(path.substr(0, slash))) return true;
    }
    return false;
  }

  // The file or a folder that it lies in.
  bool IsExcludedAsNamed(const std::string& path) const {
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      if (IsExcluded(path.substr(0, slash), true)) return true;
    }
    return IsExcluded(path, false);
  }

  bool IsExcluded(const std::string& path, bool is_folder) const {
    return excluded_.Of(path, is_folder) == IgnoreFile::Verdict::kIgnored;
  }

  const ListOptions& options_;
  IgnoreFile excluded_;
  std::vector<std::string>& problems_;
  std::set<std::string> files_;
  std::set<std::string> matched_folders_;
};

}  // namespace

bool IsArticleName(std::string_view name) {
  fs::path inside(NameInside(name));
  std::string stem = AsciiLower(inside.stem().string());
  if (std::ranges::find(kNoArticles, stem) != std::end(kNoArticles)) return false;
  return std::ranges::find(kEndings, AsciiLower(inside.extension().string())) != std::end(kEndings);
}

std::string ArticleEndings() {
  std::vector<std::string> all;
  for (std::string_view ending : kEndings) all.push_back(fmt::format("*{}", ending));
  return fmt::format("{}, also with .gz or .zst", fmt::join(all, ", "));
}

std::vector<std::string> ListInputs(const std::vector<std::string>& paths, std::vector<std::string>& problems,
                                    const ListOptions& options) {
  Lister lister(options, problems);
  for (const std::string& path : paths) lister.Add(path);
  return lister.Files();
}

bool IsListed(const std::string& typed, const std::string& below, const ListOptions& options) {
  if (!IsArticleName(below.substr(below.rfind('/') + 1))) return false;
  IgnoreFile excluded(fmt::format("{}", fmt::join(options.exclude, "\n")));
  std::string prefix = FolderPrefix(typed);
  for (std::size_t start = 0, end = 0; end < below.size(); start = end + 1) {
    end = std::min(below.find('/', start), below.size());
    bool is_folder = end < below.size();
    std::string so_far = below.substr(0, end);
    if (below[start] == '.') return false;
    for (const std::string& path : {so_far, prefix + so_far}) {
      if (excluded.Of(path, is_folder) == IgnoreFile::Verdict::kIgnored) return false;
    }
  }
  return true;
}

std::string FolderPrefix(const std::string& folder) {
  std::string path = Normal(folder);
  if (path == ".") return "";
  return path.ends_with('/') ? path : path + "/";
}

}  // namespace tally
