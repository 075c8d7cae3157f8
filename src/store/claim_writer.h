// Writes the claims of documents with statements that are prepared once. Lives within one transaction, whose
// end may take back the rows that it remembers. Of the thread of its database.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "claims/claim.h"
#include "store/database.h"

namespace tally {

class ClaimWriter {
 public:
  explicit ClaimWriter(const Database& database);

  // `document_id` is a row of `documents`; its claims are all that it has.
  void Insert(std::int64_t document_id, const std::vector<Claim>& claims);

  // The row of a text that is kept once; made where it is new.
  std::int64_t SentenceId(const Claim& claim);
  std::int64_t TraceId(const Claim& claim);

 private:
  const Database& database_;
  Statement insert_claim_;
  Statement find_sentence_;
  Statement insert_sentence_;
  Statement insert_grams_;
  Statement find_trace_;
  Statement insert_trace_;
  // Claims of one sentence follow each other, and few traces are those of most claims.
  std::string last_sentence_;
  std::int64_t last_sentence_id_ = 0;
  std::unordered_map<std::string, std::int64_t> traces_;
};

}  // namespace tally
