#include "store/database_stats.h"

#include <filesystem>

#include "store/search_text.h"

namespace tally {
namespace {

struct Question {
  std::string_view name;
  std::string_view query;
  bool is_count = true;
};

constexpr Question kQuestions[] = {
    {"documents", "SELECT count(*) FROM documents WHERE current = 1"},
    {"documents removed",
     "SELECT count(*) FROM documents d WHERE removed IS NOT NULL AND version = (SELECT max(version) FROM "
     "documents v WHERE v.path = d.path)"},
    {"versions", "SELECT count(*) FROM documents"},
    {"sources", "SELECT count(*) FROM sources"},
    {"claims", "SELECT count(*) FROM claims c JOIN documents d ON d.id = c.document_id WHERE d.current = 1"},
    {"claims of all versions", "SELECT count(*) FROM claims"},
    {"figures of no rule", "SELECT count(*) FROM claims WHERE predicate = ''"},
    {"predicates", "SELECT count(DISTINCT predicate) FROM claims WHERE predicate <> ''"},
    {"subjects", "SELECT count(DISTINCT subject_id) FROM claims"},
    {"sentences", "SELECT count(*) FROM sentences"},
    {"findings", "SELECT count(*) FROM findings"},
    {"decisions", "SELECT count(*) FROM decisions"},
    {"runs", "SELECT count(*) FROM runs"},
    {"first published", "SELECT min(published) FROM documents", false},
    {"last published", "SELECT max(published) FROM documents", false},
    {"first seen", "SELECT min(seen) FROM documents", false},
    {"last seen", "SELECT max(seen) FROM documents", false},
};

void AddGroups(const Database& database, std::string_view query, std::string_view prefix,
               std::vector<DatabaseFact>& facts) {
  Statement row = database.Prepare(query);
  while (row.Step()) facts.push_back({std::string(prefix) + row.Text(0), row.Text(1)});
}

// Rows of the search hold no text: they are taken out by the grams that were put in.
void RemoveUnusedTexts(const Database& database) {
  database.Execute(
      "INSERT INTO sentence_search (sentence_search, rowid, grams) SELECT 'delete', id, tally_grams(text || "
      "char(10) || beside) FROM sentences s WHERE NOT EXISTS (SELECT 1 FROM claims c WHERE c.sentence_id = "
      "s.id);"
      "DELETE FROM sentences WHERE NOT EXISTS (SELECT 1 FROM claims c WHERE c.sentence_id = sentences.id);"
      "DELETE FROM traces WHERE id NOT IN (SELECT trace_id FROM claims);"
      "INSERT INTO sentence_search (sentence_search) VALUES ('optimize')");
}

}  // namespace

std::vector<DatabaseFact> DatabaseFacts(const ClaimStore& store) {
  const Database& database = store.database();
  std::vector<DatabaseFact> facts;
  for (const Question& question : kQuestions) {
    Statement row = database.Prepare(question.query);
    row.Step();
    if (!question.is_count && row.IsNull(0)) continue;
    facts.push_back({std::string(question.name), row.Text(0), question.is_count});
  }
  AddGroups(database, "SELECT dimension, count(*) FROM claims GROUP BY dimension ORDER BY 2 DESC, 1",
            "claims: ", facts);
  AddGroups(database, "SELECT kind, count(*) FROM findings GROUP BY kind ORDER BY 2 DESC, 1",
            "findings: ", facts);
  return facts;
}

void CompactDatabase(const ClaimStore& store) {
  const Database& database = store.database();
  Transaction transaction(database);
  RemoveUnusedTexts(database);
  transaction.Commit();
  database.Execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

std::uintmax_t DatabaseBytes(const ClaimStore& store) {
  std::uintmax_t bytes = 0;
  for (const char* ending : {"", "-wal"}) {
    std::error_code missing;
    std::uintmax_t size = std::filesystem::file_size(store.database().path() + ending, missing);
    if (!missing) bytes += size;
  }
  return bytes;
}

}  // namespace tally
