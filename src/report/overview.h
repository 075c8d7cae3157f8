// What a report says before its details: the findings in reading order, the counts, and which document a
// claim is from. Made once by each renderer of whole reports; refers into the ReportInput, which must outlive
// it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/report_input.h"

namespace tally {

struct Overview {
  explicit Overview(const ReportInput& input);

  // By severity and confidence, high to low, then by headline and id: the order does not depend on the
  // input's.
  std::vector<const Finding*> discrepancies;
  std::vector<const Finding*> updates;
  std::vector<const Finding*> corroborations;
  std::size_t high = 0;  // discrepancies of high severity

  std::size_t documents = 0;
  std::size_t numbers_seen = 0;
  std::size_t numbers_unread = 0;
  std::size_t claims = 0;  // quantities that a rule claimed
  std::size_t compared = 0;
  DecidedCounts decided;

  // The document's entry; nullptr where the input lists none.
  const DocumentInfo* DocumentOf(const Claim& claim) const;

  // "2 discrepancies in 3 documents", "No discrepancies in 1 document".
  std::string Title() const;
  // "312 numbers seen, 14 not understood, 120 claims, 64 compared": the line that proves the silence; and how
  // many findings are left out, where any are.
  std::string Proof() const;

 private:
  std::map<std::pair<std::string, std::string>, const DocumentInfo*> by_path_;
};

// The member of a reading that was said first; nullptr where none is dated.
const Claim* EarliestMember(const Finding& finding, const Reading& reading);

// The readings of an update, oldest first: by the earliest as-of date of their members, undated ones before
// all others.
std::vector<const Reading*> ReadingsByAge(const Finding& finding);

// Who published a document, and whom it took it from where that is another: "Example Daily, from Reuters";
// "not named".
std::string SourceText(const DocumentInfo& document);

// "1 document", "2 documents", "2 discrepancies".
std::string Count(std::size_t count, const std::string& noun);

}  // namespace tally
