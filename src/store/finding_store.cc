#include "store/finding_store.h"

#include <fmt/format.h>

#include <set>

#include "base/sha256.h"

namespace tally {
namespace {

void PutMembers(const Database& database, const StoredFinding& finding) {
  database.Prepare("DELETE FROM finding_members WHERE finding_id = ?").Bind(finding.id).Run();
  Statement insert = database.Prepare(
      "INSERT INTO finding_members (finding_id, position, claim_id, path, sha256) VALUES (?, ?, ?, ?, ?)");
  std::int64_t position = 0;
  for (const FindingMember& member : finding.members) {
    insert.Bind(finding.id)
        .Bind(position++)
        .Bind(member.claim_id)
        .Bind(member.path)
        .Bind(member.sha256)
        .Run();
  }
}

}  // namespace

std::string EvidenceOf(const std::vector<Claim>& members) {
  std::set<std::string> lines;
  for (const Claim& claim : members) {
    const Value& value = claim.value;
    bool date = value.dimension == Dimension::kDate;
    lines.insert(fmt::format("{} {}-{} {} {}", claim.doc_sha256, claim.span.start, claim.span.end,
                             date ? value.date.ToString() : value.stated.ToString(),
                             value.unit.value_or("")));
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return Sha256Hex(text);
}

void PutFinding(const ClaimStore& store, const StoredFinding& finding, std::int64_t run) {
  const Database& database = store.database();
  std::optional<Transaction> transaction;
  if (!database.InTransaction()) transaction.emplace(database);
  Statement put = database.Prepare(
      "INSERT INTO findings (id, kind, verdict, severity, confidence, scope, headline, message, evidence, "
      "first_run, last_run) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10) ON CONFLICT (id) DO UPDATE "
      "SET "
      "kind = ?2, verdict = ?3, severity = ?4, confidence = ?5, scope = ?6, headline = ?7, message = ?8, "
      "evidence = ?9, last_run = ?10");
  put.Bind(finding.id).Bind(finding.kind).Bind(finding.verdict).Bind(finding.severity);
  put.Bind(std::int64_t{finding.confidence}).Bind(finding.scope).Bind(finding.headline).Bind(finding.message);
  put.Bind(finding.evidence).Bind(run).Run();
  PutMembers(database, finding);
  if (transaction) transaction->Commit();
}

std::optional<StoredFinding> FindFinding(const ClaimStore& store, const std::string& id) {
  Statement row = store.database().Prepare(
      "SELECT id, kind, verdict, severity, confidence, scope, headline, message, evidence FROM findings "
      "WHERE id = ?");
  if (!row.Bind(id).Step()) return std::nullopt;
  StoredFinding finding{row.Text(0), row.Text(1), row.Text(2), row.Text(3), static_cast<int>(row.Integer(4)),
                        row.Text(5), row.Text(6), row.Text(7), row.Text(8), {}};
  Statement member = store.database().Prepare(
      "SELECT claim_id, path, sha256 FROM finding_members WHERE finding_id = ? ORDER BY position");
  member.Bind(id);
  while (member.Step()) finding.members.push_back({member.Text(0), member.Text(1), member.Text(2)});
  return finding;
}

}  // namespace tally
