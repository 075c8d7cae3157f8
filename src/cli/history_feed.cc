#include "cli/history_feed.h"

#include "base/error.h"

namespace tally {

HistoryFeed::HistoryFeed(const std::vector<std::string>& paths, const std::string& since,
                         const ReadingOptions& options)
    : options_(options) {
  if (paths.empty()) throw UserError("no input: name files or folders of a git repository");
  for (const std::string& path : paths) {
    if (path == "-") throw UserError("--since: standard input has no history");
    histories_.push_back(std::make_unique<GitHistory>(path, since, options.list));
  }
}

std::size_t HistoryFeed::total() const {
  std::size_t total = 0;
  for (const auto& history : histories_) total += history->changes().size();
  return total;
}

// Commits of one history are told apart by their place; others, and what was read from files, by time.
bool HistoryFeed::IsKnown(const ClaimStore& store, const GitHistory& history, const FileChange& change) {
  std::optional<StoredVersion> last = store.LastVersion(change.path);
  if (!last) return false;
  if (!last->removed.empty() && change.time < last->removed) return true;
  const std::size_t* place = last->revision.empty() ? nullptr : history.PlaceOf(last->revision);
  if (place == nullptr) return change.time < last->seen;
  return *place > change.place || (*place == change.place && !last->removed.empty());
}

std::optional<InputFile> HistoryFeed::Next(const ClaimStore& store) {
  for (; history_ < histories_.size(); ++history_, change_ = 0) {
    GitHistory& history = *histories_[history_];
    while (change_ < history.changes().size()) {
      const FileChange& change = history.changes()[change_++];
      if (IsKnown(store, history, change)) {
        known_ += !change.removed;
        continue;
      }
      if (change.removed) {
        steps_.push_back(change);
        continue;
      }
      if (LayoutOf(change.path, options_) != FileLayout::kOneDocument) {
        without_history_.insert(change.path);
        continue;
      }
      auto file = ReadBytes(change.path, history.Content(change), options_.input, problems_);
      if (!file) continue;
      steps_.push_back(change);
      return file;
    }
  }
  return std::nullopt;
}

std::vector<FileChange> HistoryFeed::TakeSteps() {
  std::vector<FileChange> taken;
  while (!steps_.empty()) {
    taken.push_back(std::move(steps_.front()));
    steps_.pop_front();
    if (!taken.back().removed) break;
  }
  return taken;
}

}  // namespace tally
