// Reads an export (store/export.h) into a database, all of it or nothing. In an empty database everything
// comes to stand as it was. In another one the two are joined: versions of a path whose content was
// there at that time are passed over, the others are put in between by the time when they were seen; the last
// one is the current one. Runs that began at the same time with the same rules are one. Of a finding
// that both have, the one told later stays; decisions that both have are one.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "store/claim_store.h"
#include "store/claim_writer.h"

namespace tally {

struct ImportCounts {
  std::size_t documents = 0;  // versions
  std::size_t claims = 0;
  std::size_t findings = 0;
  std::size_t decisions = 0;
  std::size_t known = 0;  // versions that were there
};

class Importer {
 public:
  // Takes the write lock. The store must live as long.
  explicit Importer(const ClaimStore& store);

  // The next line of the export. Throws UserError with what is wrong with it, without a place.
  void Take(std::string_view line);
  // To be called once, behind the last line: only then is anything stored.
  ImportCounts Finish();

 private:
  using Json = nlohmann::ordered_json;

  void TakeLine(const Json& line);
  void TakeHead(const Json& line);
  void TakeRun(const Json& line);
  void TakeDocument(const Json& line);
  void TakeClaim(const Json& line);
  void TakeFinding(const Json& line);
  void TakeDecision(const Json& line);
  std::int64_t RunOf(const Json& line, const char* name) const;
  // The row that the version is here already.
  std::optional<std::int64_t> Known(const std::string& path, const Json& line) const;
  void TakeRemoval(std::int64_t row, const std::string& path, const Json& line);
  void FinishDocument();
  void LinkRenamed();
  void OrderVersions(const std::string& path);
  void CountRuns();

  const Database& database_;
  Transaction transaction_;
  ClaimWriter writer_;
  Statement insert_claim_;
  std::int64_t last_own_run_;  // the last one before this import; 0: none
  bool was_empty_;
  bool has_head_ = false;
  std::map<std::int64_t, std::int64_t> runs_;  // by their number in the file
  std::int64_t document_ = 0;                  // whose claims come; 0: none, or those of one that is known
  bool claims_follow_ = false;
  std::set<std::string> joined_paths_;
  struct Renamed {
    std::int64_t row;
    std::string path;
    std::int64_t version;
  };
  std::vector<Renamed> renamed_;
  std::map<std::pair<std::string, std::int64_t>, std::int64_t> rows_;  // of the versions of the file
  ImportCounts counts_;
};

}  // namespace tally
