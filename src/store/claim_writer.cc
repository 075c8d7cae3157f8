#include "store/claim_writer.h"

#include "store/claim_row.h"
#include "store/schema_functions.h"
#include "store/search_text.h"

namespace tally {
namespace {

// Some megabytes; behind that the database is asked.
constexpr std::size_t kMostTraces = 20'000;

}  // namespace

ClaimWriter::ClaimWriter(const Database& database)
    : database_(database),
      insert_claim_(database.Prepare(InsertClaimSql())),
      find_sentence_(database.Prepare("SELECT id FROM sentences WHERE hash = ? AND text = ? AND beside = ?")),
      insert_sentence_(database.Prepare("INSERT INTO sentences (hash, text, beside) VALUES (?, ?, ?)")),
      insert_grams_(database.Prepare("INSERT INTO sentence_search (rowid, grams) VALUES (?, ?)")),
      find_trace_(database.Prepare("SELECT id FROM traces WHERE lines = ?")),
      insert_trace_(database.Prepare("INSERT INTO traces (lines) VALUES (?)")) {}

void ClaimWriter::Insert(std::int64_t document_id, const std::vector<Claim>& claims) {
  for (std::size_t position = 0; position < claims.size(); ++position) {
    std::int64_t sentence = SentenceId(claims[position]);
    std::int64_t trace = TraceId(claims[position]);
    insert_claim_.Bind(document_id).Bind(static_cast<std::int64_t>(position));
    BindClaim(claims[position], sentence, trace, insert_claim_);
    insert_claim_.Run();
  }
}

std::int64_t ClaimWriter::SentenceId(const Claim& claim) {
  std::string beside = BesideContext(claim);
  std::string searched = claim.context + "\n" + beside;
  if (last_sentence_id_ != 0 && searched == last_sentence_) return last_sentence_id_;
  std::int64_t hash = TextHash(searched);
  find_sentence_.Bind(hash).Bind(claim.context).Bind(beside);
  std::int64_t id = find_sentence_.Step() ? find_sentence_.Integer(0) : 0;
  find_sentence_.Reset();
  if (id == 0) {
    insert_sentence_.Bind(hash).Bind(claim.context).Bind(beside).Run();
    id = database_.LastInsertId();
    insert_grams_.Bind(id).Bind(SearchGrams(searched)).Run();
  }
  last_sentence_ = beside.empty() ? std::move(searched) : std::string();
  last_sentence_id_ = beside.empty() ? id : 0;
  return id;
}

std::int64_t ClaimWriter::TraceId(const Claim& claim) {
  std::string lines = TraceLines(claim);
  if (auto known = traces_.find(lines); known != traces_.end()) return known->second;
  find_trace_.Bind(lines);
  std::int64_t id = find_trace_.Step() ? find_trace_.Integer(0) : 0;
  find_trace_.Reset();
  if (id == 0) {
    insert_trace_.Bind(lines).Run();
    id = database_.LastInsertId();
  }
  if (traces_.size() < kMostTraces) traces_.emplace(std::move(lines), id);
  return id;
}

}  // namespace tally
