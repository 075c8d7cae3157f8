#include "cli/ingestion.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/console.h"
#include "cli/stored_findings.h"
#include "compare/revised.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

bool IsGone(const std::string& path) {
  std::error_code error;
  return !fs::exists(fs::symlink_status(path, error)) &&
         (!error || error == std::errc::no_such_file_or_directory);
}

// What a folder is read for below the working directory: nothing that is named from elsewhere.
bool IsElsewhere(const std::string& path) {
  return path.starts_with('/') || path.starts_with("../") || path == "-";
}

}  // namespace

std::string IngestCounts::Line(std::size_t failed) const {
  std::string line = fmt::format("{} added, {} changed, {} reread, {} unchanged, {} failed", added, changed,
                                 reread, unchanged, failed);
  // A text that was moved is gone from its old path, which is no loss.
  std::size_t lost = removed - std::min(removed, renamed);
  if (renamed > 0) line += fmt::format(", {} renamed", renamed);
  if (lost > 0) line += fmt::format(", {} removed", lost);
  if (!revised.empty()) {
    line += fmt::format(", {} {} revised", revised.size(), revised.size() == 1 ? "figure" : "figures");
  }
  return line;
}

Ingestion::Ingestion(ClaimStore& store, const Toolkit& toolkit)
    : store_(store),
      toolkit_(toolkit),
      run_(store.BeginRun({std::string(ToolVersion()), toolkit.rules.version, UtcNow()})) {}

void Ingestion::RemoveMissing(const std::vector<std::string>& paths) {
  std::size_t removed = 0;
  ClaimStore::Batch batch(store_);
  for (const std::string& folder : paths) {
    std::error_code error;
    if (folder == "-" || !fs::is_directory(folder, error)) continue;
    std::string prefix = FolderPrefix(folder);
    for (const std::string& path : store_.CurrentPaths(prefix)) {
      if (prefix.empty() && IsElsewhere(path)) continue;
      // Documents out of JSON have names, but no files.
      if (!IsListed(folder, path.substr(prefix.size()), {}) || !IsGone(path)) continue;
      removed += store_.RemoveDocument(path, run_);
    }
  }
  batch.Commit();
  counts_.removed += removed;
}

bool Ingestion::IsUpToDate(const std::string& path, const std::string& sha256) {
  if (!store_.IsUpToDate(path, sha256, run_)) return false;
  ++counts_.unchanged;
  return true;
}

void Ingestion::Put(const std::vector<Extraction>& batch) {
  IngestCounts counts = counts_;
  ClaimStore::Batch stored(store_);
  for (const Extraction& extraction : batch) PutOne(extraction, {}, counts);
  stored.Commit();
  counts_ = counts;
}

void Ingestion::PutHistory(const std::vector<Extraction>& batch, HistoryFeed& history) {
  IngestCounts counts = counts_;
  ClaimStore::Batch stored(store_);
  std::size_t put = 0;
  for (std::vector<FileChange> steps = history.TakeSteps(); !steps.empty(); steps = history.TakeSteps()) {
    for (const FileChange& step : steps) {
      if (step.removed) {
        counts.removed += store_.RemoveDocument(step.path, run_, {step.time, step.revision, ""});
      } else {
        PutOne(batch.at(put++), {step.time, step.revision, step.renamed_from}, counts);
      }
    }
  }
  stored.Commit();
  counts_ = counts;
}

void Ingestion::PutOne(const Extraction& extraction, const VersionOrigin& origin, IngestCounts& counts) {
  switch (store_.PutDocument(extraction.info, extraction.claims, run_, origin)) {
    case ClaimStore::Put::kAdded:
      ++counts.added;
      break;
    case ClaimStore::Put::kNewVersion:
      ++counts.changed;
      break;
    case ClaimStore::Put::kRenamed:
      ++counts.renamed;
      break;
    case ClaimStore::Put::kReread:
      ++counts.reread;
      return;
    case ClaimStore::Put::kUnchanged:
      ++counts.unchanged;
      return;
  }
  PutRevised(extraction.info.path, counts);
}

void Ingestion::PutRevised(const std::string& path, IngestCounts& counts) {
  std::optional<Succession> succession = SuccessionOf(store_, path);
  if (!succession) return;
  for (const Finding& finding : RevisedFigures({ToTextChange(std::move(*succession))}, toolkit_.rules)) {
    PutFinding(store_, ToStored(finding), run_);
    counts.revised.insert(finding.id);
  }
}

}  // namespace tally
