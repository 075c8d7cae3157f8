// Who published a claim, and how many independent publishers stand behind a finding.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compare/compared_claim.h"

namespace tally {

class SourceIndex {
 public:
  explicit SourceIndex(const std::vector<DocumentInfo>& documents);

  // The publication that the claim's document names; the file's name where it names none. Never a directory:
  // a finding is the same wherever the articles lie.
  std::string NameOf(const Claim& claim) const;

  // Documents of one publication, and copies of one file, count once.
  std::size_t CountIndependent(const Items& items) const;

 private:
  // Empty where the document names none.
  std::string PublicationOf(const Claim& claim) const;

  // By path and hash, and by hash alone for copies; the first in the alphabet where documents disagree.
  std::map<std::string, std::string> publications_;
};

// "2025-05-08-post.md" of a path.
std::string FileName(const std::string& path);

}  // namespace tally
