// Which findings the authors of articles waive (document/waiver.h), and which waivers are of no use. Pure but
// for the count of uses that an object keeps; not thread-safe.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "claims/extractor.h"
#include "compare/compared_document.h"
#include "compare/finding.h"
#include "compare/phrasebook.h"

namespace tally {

class WaiverUse {
 public:
  // Keeps pointers into `documents`. `today`: a waiver that ended before it waives nothing.
  WaiverUse(const std::vector<ComparedDocument>& documents, Day today);

  // The reason for which a finding is waived; nullopt where it is not. What a waiver covers is taken out of
  // the finding: it is waived where the rest does not contradict itself.
  std::optional<std::string> ReasonFor(const Finding& finding);

  // Of the waivers in `documents` (names): those that are malformed or have expired, and those that no
  // finding asked for has needed, as findings of low severity.
  std::vector<Finding> Problems(const std::set<std::string>& documents, const Phrasebook& say) const;

 private:
  struct Use {
    const PlacedWaiver* waiver;
    bool used = false;
  };
  Use* Covering(const Claim& member, std::string_view kind);

  Day today_;
  std::map<std::string, std::vector<Use>> uses_;  // by name of the document
};

}  // namespace tally
