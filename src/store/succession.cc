#include "store/succession.h"

#include "store/claim_row.h"

namespace tally {
namespace {

// Of the version a: the row of the one before it, NULL where there is none. What stands at one URL at one
// time is no sequence.
constexpr std::string_view kBefore =
    "coalesce((SELECT b.id FROM documents b WHERE b.path = a.path AND b.version = a.version - 1), "
    "a.renamed_from, "
    "(SELECT b.id FROM documents b WHERE a.url <> '' AND b.url <> '' AND b.url = a.url AND b.title = a.title "
    "AND b.path <> a.path AND b.seen < a.seen ORDER BY b.seen DESC, b.path DESC, b.version DESC LIMIT 1))";

StoredVersion VersionAt(const Database& database, std::int64_t id) {
  Statement row = database.Prepare("SELECT " + DocumentColumns() + DocumentTables() + " WHERE d.id = ?");
  row.Bind(id).Step();
  return ReadVersion(row);
}

std::vector<Claim> ClaimsAt(const Database& database, std::int64_t id, const DocumentInfo& document) {
  Statement row = database.Prepare("SELECT " + ClaimColumns() + " FROM " + ClaimTables() +
                                   " WHERE c.document_id = ? ORDER BY c.position");
  row.Bind(id);
  std::vector<Claim> claims;
  while (row.Step()) {
    claims.push_back(ReadClaim(row, 0));
    claims.back().doc = document.path;
    claims.back().doc_sha256 = document.sha256;
  }
  return claims;
}

Succession Load(const Database& database, std::int64_t before, std::int64_t after) {
  Succession pair{VersionAt(database, before), VersionAt(database, after), {}, {}};
  pair.old_claims = ClaimsAt(database, before, pair.before.document);
  pair.new_claims = ClaimsAt(database, after, pair.after.document);
  return pair;
}

}  // namespace

std::optional<Succession> SuccessionOf(const ClaimStore& store, const std::string& path) {
  const Database& database = store.database();
  Statement row = database.Prepare("SELECT a.id, " + std::string(kBefore) +
                                   " FROM documents a WHERE a.path = ? AND a.current = 1");
  if (!row.Bind(path).Step() || row.IsNull(1)) return std::nullopt;
  return Load(database, row.Integer(1), row.Integer(0));
}

std::vector<Succession> Successions(const ClaimStore& store) {
  const Database& database = store.database();
  Statement row =
      database.Prepare("SELECT id, before FROM (SELECT a.id, a.path, a.version, " + std::string(kBefore) +
                       " AS before FROM documents a) WHERE before IS NOT NULL ORDER BY path, version");
  std::vector<Succession> pairs;
  while (row.Step()) pairs.push_back(Load(database, row.Integer(1), row.Integer(0)));
  return pairs;
}

}  // namespace tally
