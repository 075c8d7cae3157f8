#include "store/decision_store.h"

#include <algorithm>
#include <array>

namespace tally {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 3> kNames = {"accept", "reject", "wait"};

Decision ReadDecision(const Statement& row) {
  Decision decision;
  decision.finding = row.Text(0);
  auto kind = DecisionFromName(row.Text(1));
  if (!kind) row.ThrowDamaged("a decision is '" + row.Text(1) + "'");
  decision.kind = *kind;
  decision.reason = row.Text(2);
  if (!row.IsNull(3)) {
    decision.until = ParseIsoDay(row.Text(3));
    if (!decision.until) row.ThrowDamaged("a decision ends on '" + row.Text(3) + "'");
  }
  decision.by = row.Text(4);
  decision.at = row.Text(5);
  decision.evidence = row.Text(6);
  return decision;
}

}  // namespace

std::string_view DecisionName(DecisionKind kind) { return kNames.at(static_cast<std::size_t>(kind)); }

std::optional<DecisionKind> DecisionFromName(std::string_view name) {
  auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<DecisionKind>(found - kNames.begin());
}

void AddDecision(const ClaimStore& store, const Decision& decision) {
  std::optional<std::string> until;
  if (decision.until) until = FormatDay(*decision.until);
  store.database()
      .Prepare(
          "INSERT INTO decisions (finding_id, decision, reason, until, decided_by, decided_at, evidence) "
          "VALUES (?, ?, ?, ?, ?, ?, ?)")
      .Bind(decision.finding)
      .Bind(DecisionName(decision.kind))
      .Bind(decision.reason)
      .Bind(until)
      .Bind(decision.by)
      .Bind(decision.at)
      .Bind(decision.evidence)
      .Run();
}

std::vector<Decision> Decisions(const ClaimStore& store) {
  Statement row = store.database().Prepare(
      "SELECT finding_id, decision, reason, until, decided_by, decided_at, evidence FROM decisions ORDER BY "
      "id");
  std::vector<Decision> decisions;
  while (row.Step()) decisions.push_back(ReadDecision(row));
  return decisions;
}

std::vector<std::string> FindingsLike(const ClaimStore& store, const std::string& prefix) {
  // Ids are hexadecimal, and 'g' comes after them.
  Statement row = store.database().Prepare(
      "SELECT id FROM findings WHERE id >= ? AND id < ? || 'g' ORDER BY id LIMIT 10");
  row.Bind(prefix).Bind(prefix);
  std::vector<std::string> ids;
  while (row.Step()) ids.push_back(row.Text(0));
  return ids;
}

}  // namespace tally
