#include "store/origin.h"

namespace tally {
namespace {

StoredRun RunOf(const ClaimStore& store, std::int64_t id) {
  Statement row =
      store.database().Prepare("SELECT id, tool_version, rules_version, started FROM runs WHERE id = ?");
  if (!row.Bind(id).Step()) return {};
  return {row.Integer(0), row.Text(1), row.Text(2), row.Text(3)};
}

}  // namespace

std::optional<VersionReading> ReadingOf(const ClaimStore& store, const std::string& path,
                                        const std::string& sha256) {
  for (std::vector<StoredVersion> versions = store.Versions(path); !versions.empty(); versions.pop_back()) {
    if (versions.back().document.sha256 != sha256) continue;
    Statement row = store.database().Prepare("SELECT read_run FROM documents WHERE path = ? AND version = ?");
    row.Bind(path).Bind(static_cast<std::int64_t>(versions.back().version)).Step();
    return VersionReading{versions.back(), RunOf(store, row.Integer(0))};
  }
  return std::nullopt;
}

std::optional<FindingRuns> RunsOf(const ClaimStore& store, const std::string& finding) {
  Statement row = store.database().Prepare("SELECT first_run, last_run FROM findings WHERE id = ?");
  if (!row.Bind(finding).Step()) return std::nullopt;
  return FindingRuns{RunOf(store, row.Integer(0)), RunOf(store, row.Integer(1))};
}

}  // namespace tally
