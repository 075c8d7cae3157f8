#include "store/database_check.h"

#include <fmt/format.h>

#include <array>

#include "base/error.h"
#include "store/claim_row.h"
#include "store/search_text.h"

namespace tally {
namespace {

constexpr std::size_t kMostTold = 10;  // of one kind
constexpr std::int64_t kSentencesTried = 1000;

// Rows that a query gives where a rule is broken: what they say stands behind the message.
struct Rule {
  std::string_view message;
  std::string_view query;
};

constexpr std::array kRules = {
    Rule{
        "a path has another current version than its last",
        "SELECT path FROM documents d WHERE current = 1 AND version <> (SELECT max(version) FROM documents v "
        "WHERE v.path = d.path)"},
    Rule{"a path has neither a current version nor a removed last one",
         "SELECT path FROM documents d WHERE version = (SELECT max(version) FROM documents v WHERE v.path = "
         "d.path) AND current = (removed IS NOT NULL)"},
    Rule{"the versions of a path are not numbered one by one",
         "SELECT path FROM documents GROUP BY path HAVING count(*) <> max(version) OR min(version) <> 1"},
    Rule{"a removed version names no run, or a run that removed nothing",
         "SELECT path FROM documents WHERE (removed IS NULL) <> (removed_run IS NULL)"},
    Rule{"the claims of a document are not numbered one by one",
         "SELECT d.path FROM claims c JOIN documents d ON d.id = c.document_id GROUP BY c.document_id HAVING "
         "count(*) <> max(c.position) + 1 OR min(c.position) <> 0"},
    Rule{"a claim has no trace", "SELECT claim_id FROM claims WHERE trace_id NOT IN (SELECT id FROM traces)"},
    Rule{"a claim sorts by another value than it states",
         "SELECT claim_id FROM claims WHERE min_key IS NOT tally_sort_key(stated_min) OR max_key IS NOT "
         "tally_sort_key(stated_max)"},
    Rule{"a sentence is filed under another text",
         "SELECT id FROM sentences WHERE hash <> tally_text_hash(text || char(10) || beside)"},
    Rule{"a run counts other documents than it stored",
         "SELECT id FROM runs r WHERE documents_added <> (SELECT count(*) FROM documents WHERE first_run = "
         "r.id "
         "AND version = 1 AND renamed_from IS NULL) OR documents_renamed <> (SELECT count(*) FROM documents "
         "WHERE "
         "first_run = r.id AND version = 1 AND renamed_from IS NOT NULL) OR documents_changed <> (SELECT "
         "count(*) "
         "FROM documents WHERE first_run = r.id AND version > 1) OR documents_removed <> (SELECT count(*) "
         "FROM "
         "documents WHERE removed_run = r.id)"},
    Rule{
        "a run counts fewer claims than it stored",
        "SELECT r.id FROM runs r JOIN documents d ON d.read_run = r.id JOIN claims c ON c.document_id = d.id "
        "GROUP BY r.id HAVING count(*) > r.claims_stored"},
    Rule{"the members of a finding are not numbered one by one",
         "SELECT finding_id FROM finding_members GROUP BY finding_id HAVING count(*) <> max(position) + 1"},
};

class Checker {
 public:
  explicit Checker(const ClaimStore& store) : database_(store.database()) {}

  std::vector<std::string> Check() {
    // Where the file itself is damaged, the rows say nothing.
    AddRows("PRAGMA integrity_check(10)", "", "ok");
    if (!problems_.empty()) return std::move(problems_);
    AddRows(
        "SELECT \"table\" || ' row ' || rowid || ' names a missing row of ' || parent FROM "
        "pragma_foreign_key_check",
        "", "");
    for (const Rule& rule : kRules) AddRows(std::string(rule.query), fmt::format("{}: ", rule.message), "");
    ReadEverything();
    TrySearch();
    return std::move(problems_);
  }

 private:
  void AddRows(const std::string& query, const std::string& message, std::string_view fine) {
    Statement row = database_.Prepare(query);
    std::size_t count = 0;
    while (row.Step()) {
      std::string text = row.Text(0);
      if (!fine.empty() && text == fine) continue;
      if (count++ < kMostTold) problems_.push_back(message + text);
    }
    if (count > kMostTold) problems_.push_back(fmt::format("{}and {} more", message, count - kMostTold));
  }

  // A version and a claim at a time: what reads them says what it cannot read.
  void ReadEverything() {
    try {
      Statement version = database_.Prepare("SELECT " + DocumentColumns() + DocumentTables());
      while (version.Step()) ReadVersion(version);
      Statement claim = database_.Prepare("SELECT " + ClaimColumns() + " FROM " + ClaimTables());
      while (claim.Step()) ReadClaim(claim, 0);
    } catch (const UserError& error) {
      problems_.push_back(error.what());
    }
  }

  // The index of the search holds no text, so it is asked for sentences that are there.
  void TrySearch() {
    Statement sentence = database_.Prepare(
        "SELECT id, text || char(10) || beside FROM sentences WHERE id % (1 + (SELECT max(id) FROM "
        "sentences) / "
        "?) = 0");
    sentence.Bind(kSentencesTried);
    Statement found =
        database_.Prepare("SELECT 1 FROM sentence_search WHERE sentence_search MATCH ? AND rowid = ?");
    while (sentence.Step()) {
      std::optional<std::string> expression = SearchExpression(sentence.Text(1));
      if (!expression) continue;
      bool there = found.Bind(*expression).Bind(sentence.Integer(0)).Step();
      found.Reset();
      if (there) continue;
      problems_.push_back(fmt::format("the search does not find sentence {}", sentence.Integer(0)));
      return;
    }
  }

  const Database& database_;
  std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> CheckDatabase(const ClaimStore& store) {
  // What others store meanwhile breaks no rule.
  Snapshot of_one_moment(store.database());
  return Checker(store).Check();
}

}  // namespace tally
