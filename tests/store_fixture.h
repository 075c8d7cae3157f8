// What the tests of the store share: a directory of their own, documents and claims made up for them, and the
// whole message of a UserError.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "store/claim_store.h"

namespace tally {

class StoreTest : public testing::Test {
 protected:
  StoreTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tally_store_XXXXXX").string();
    directory_ = mkdtemp(pattern.data());
  }
  ~StoreTest() override {
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
  }
  std::string Path(const std::string& name = "claims.db") const { return (directory_ / name).string(); }
  ClaimStore Create() const { return ClaimStore::Open(Path(), OpenMode::kCreate); }

  std::filesystem::path directory_;
};

inline const RunInfo kRun = {"0.1.0", "rules-a", "2025-05-08T09:30:00Z"};

inline Day On(const char* iso) { return *ParseIsoDay(iso); }

inline DocumentInfo MakeDocument(const std::string& path, const std::string& sha256) {
  DocumentInfo document;
  document.path = path;
  document.sha256 = sha256;
  document.title = "Title of " + path;
  document.source = "Example Daily";
  document.url = "https://example.org/" + path;
  document.published = On("2025-05-08");
  document.published_time = "09:04+08:00";
  document.language = "zh-Hant";
  document.origin = "Example Wire";
  document.sketch = {0, 0x00000000FFFFFFFF, 0xFEDCBA9876543210, 0xFFFFFFFFFFFFFFFF};
  document.numbers_seen = 12;
  document.numbers_unread = 3;
  return document;
}

// A claim of the document with the subject, the predicate and a plain value.
inline Claim MakeClaim(const DocumentInfo& document, const std::string& subject, const std::string& predicate,
                       long long value) {
  Claim claim;
  claim.id = "id-" + subject + "-" + predicate + "-" + std::to_string(value);
  claim.doc = document.path;
  claim.doc_sha256 = document.sha256;
  claim.quote = std::to_string(value);
  claim.context = "It says " + claim.quote + ".";
  claim.quote_in_context = 8;
  claim.span = {8, 8 + claim.quote.size()};
  claim.value.dimension = Dimension::kMoney;
  claim.value.unit = "USD";
  claim.value.stated = claim.value.strict = claim.value.lenient = Interval::Exactly(value);
  claim.predicate = predicate;
  claim.subject = EntityRef{subject, subject, subject};
  claim.as_of = document.published;
  return claim;
}

// The message of the UserError that the call throws; another text where it throws none.
template <class Call>
std::string ErrorOf(Call call) {
  try {
    call();
  } catch (const UserError& error) {
    return error.what();
  }
  return "(no error)";
}

}  // namespace tally
