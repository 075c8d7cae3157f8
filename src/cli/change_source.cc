#include "cli/change_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "base/error.h"
#include "input/glob.h"
#include "input/list_tree.h"

namespace tally {
namespace {

// Blobs asked of git at a time: a process for each would take longer than the reading.
constexpr std::size_t kBlobsAtOnce = 512;

// Gives blobs one by one in an order that is known beforehand.
class BlobReader {
 public:
  BlobReader(GitRepository repository, std::vector<std::string> names,
             std::map<std::string, std::string> blobs)
      : repository_(std::move(repository)), names_(std::move(names)), blobs_(std::move(blobs)) {}

  std::string Take(const std::string& name) {
    if (!ready_.contains(name)) ReadFrom(name);
    auto found = ready_.find(name);
    if (found == ready_.end()) throw UserError(name + ": not in the repository");
    std::string content = std::move(found->second);
    ready_.erase(found);
    return content;
  }

 private:
  void ReadFrom(const std::string& name) {
    auto at = std::ranges::find(names_, name);
    std::vector<std::string> names;
    std::vector<std::string> wanted;
    for (; at != names_.end() && wanted.size() < kBlobsAtOnce; ++at) {
      names.push_back(*at);
      wanted.push_back(blobs_.at(*at));
    }
    std::vector<std::string> contents = repository_.Contents(wanted);
    for (std::size_t i = 0; i < names.size(); ++i) ready_[names[i]] = std::move(contents[i]);
  }

  GitRepository repository_;
  std::vector<std::string> names_;
  std::map<std::string, std::string> blobs_;
  std::map<std::string, std::string> ready_;
};

// The paths that were typed: files, folders, globs; all where there are none.
class Selection {
 public:
  Selection(const GitRepository& repository, const std::vector<std::string>& typed) {
    for (const std::string& path : typed) paths_.push_back({path, repository.PathOf(path), Glob(""), false});
    for (Path& path : paths_) {
      if (Glob::IsGlob(path.path)) path.glob = Glob(path.path);
    }
  }

  // True where the path is among those typed; `by_name` then says whether it was named itself.
  bool Has(const std::string& path, bool& by_name) {
    bool found = paths_.empty();
    for (Path& typed : paths_) {
      bool equal = path == typed.path;
      bool below = typed.path.empty() || path.starts_with(typed.path + "/") || typed.glob.Matches(path);
      if (equal || below) typed.met = found = true;
      by_name = by_name || equal;
    }
    return found;
  }

  void ThrowIfUnmet(const std::string& state) const {
    for (const Path& typed : paths_) {
      if (!typed.met) throw UserError(fmt::format("{}: no such file or folder in {}", typed.typed, state));
    }
  }

 private:
  struct Path {
    std::string typed;
    std::string path;
    Glob glob;
    bool met;
  };
  std::vector<Path> paths_;
};

TreeFilter FilterOf(const GitRepository& repository, const std::vector<GitFile>& files,
                    const ListOptions& options) {
  std::vector<std::string> paths;
  std::vector<std::string> blobs;
  for (const GitFile& file : files) {
    bool ignores = file.path == ".gitignore" || file.path.ends_with("/.gitignore");
    if (!ignores || !options.git_ignore) continue;
    paths.push_back(file.path);
    blobs.push_back(file.blob);
  }
  std::vector<std::string> contents = repository.Contents(blobs);
  std::map<std::string, std::string> ignore_files;
  for (std::size_t i = 0; i < paths.size(); ++i) ignore_files[paths[i]] = std::move(contents[i]);
  return TreeFilter(ignore_files, options.exclude);
}

}  // namespace

ChangeSource::ChangeSource(const ChangeOptions& options, const std::vector<std::string>& paths,
                           ReadingOptions reading)
    : repository_(GitRepository::Open()), reading_(std::move(reading)) {
  GitState from = options.staged ? repository_.HeadOrNothing() : repository_.BaseOf(options.since);
  GitState to = options.staged ? GitRepository::Index() : repository_.Head();
  what_ = options.staged ? "in the index" : fmt::format("since {}", from.Name());
  Selection selection(repository_, paths);
  std::vector<GitFile> files = repository_.Files(to);
  TreeFilter filter = FilterOf(repository_, files, reading_.list);
  auto is_wanted = [&](const std::string& path) {
    bool by_name = false;
    bool selected = selection.Has(path, by_name);
    return selected && (by_name ? filter.IsArticleAsNamed(path) : filter.IsArticle(path));
  };
  std::vector<GitChange> changes = repository_.Changes(from, to);
  auto lines = repository_.ChangedLines(from, to);
  std::set<std::string> changed;
  for (GitChange& change : changes) {
    bool now = !change.now.path.empty() && is_wanted(change.now.path);
    // A draft that moves to where articles are read is new, with each line of it.
    bool then = !change.before.path.empty() &&
                (now ? filter.IsArticle(change.before.path) : is_wanted(change.before.path));
    if (!now) change.now = {};
    if (!then) change.before = {};
    if (now) changed.insert(change.now.path);
    AddChange(change, lines);
  }
  for (const GitFile& file : files) {
    bool by_name = false;
    selection.Has(file.path, by_name);
    if (!changed.contains(file.path) && filter.IsArticle(file.path))
      unchanged_.Add(repository_.NameOf(file.path), file.blob);
  }
  selection.ThrowIfUnmet(to.Name());
}

void ChangeSource::AddChange(const GitChange& change,
                             const std::map<std::pair<std::string, std::string>, GitLines>& lines) {
  if (!change.before.path.empty()) before_.Add(repository_.NameOf(change.before.path), change.before.blob);
  if (change.now.path.empty()) return;
  std::string name = repository_.NameOf(change.now.path);
  changed_.Add(name, change.now.blob);
  ChangedDocument document;
  if (!change.before.path.empty()) document.old_name = repository_.NameOf(change.before.path);
  auto hunks = lines.find({change.before.blob, change.now.blob});
  bool same = change.before.blob == change.now.blob;
  document.whole = !same && (hunks == lines.end() || change.before.path.empty());
  if (hunks != lines.end()) document.lines = hunks->second;
  lines_.emplace(name, std::move(document));
}

InputSource ChangeSource::SourceOf(const FileSet& files) const {
  ReadingOptions reading = reading_;
  auto blobs = std::make_shared<BlobReader>(repository_, files.names, files.blobs);
  reading.input.contents = [blobs](const std::string& name) { return blobs->Take(name); };
  return InputSource::OfFiles(files.names, std::move(reading));
}

std::map<std::string, std::string> ChangeSource::ContentsOfChanged() const {
  std::vector<std::string> blobs;
  for (const std::string& name : changed_.names) blobs.push_back(changed_.blobs.at(name));
  std::vector<std::string> contents = repository_.Contents(blobs);
  std::map<std::string, std::string> by_name;
  for (std::size_t i = 0; i < blobs.size(); ++i) by_name[changed_.names[i]] = std::move(contents[i]);
  return by_name;
}

bool ChangeSource::Holds(const std::string& path) const {
  std::string name = path;
  try {
    name = repository_.NameOf(repository_.PathOf(path));
  } catch (const UserError&) {
    return false;  // outside of the repository
  }
  return changed_.blobs.contains(name) || unchanged_.blobs.contains(name) || before_.blobs.contains(name);
}

}  // namespace tally
