// Who published a claim, and how many independent publishers stand behind a finding.
//
// Independent of each other are documents of different publications that are no copies of one text
// (compare/copies.h), and of which neither names the other's publication as where it is from.
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

  // Empty where the document names none.
  std::string PublicationOf(const Claim& claim) const;

  // Documents of one publication, copies of one text, and what names one of them as its origin, count once.
  std::size_t CountIndependent(const Items& items) const;

  // The texts of which the claims' documents are copies, with the number of copies beside the first document;
  // by name. A text is named by whom most of its copies say it is from; where none says it, by the
  // publication or the file name of the one that stands for it.
  std::vector<CopyCount> CountCopies(const Items& items) const;

 private:
  void NameTexts(const std::vector<DocumentInfo>& documents);
  // nullptr where the documents do not list the claim's.
  const std::size_t* IndexOf(const Claim& claim) const;

  // By path and hash, and by hash alone for copies; the first in the alphabet where documents disagree.
  std::map<std::string, std::string> publications_;
  // Likewise, to the index of the document.
  std::map<std::string, std::size_t> indexes_;
  // By index of the document: the one that stands for its copies, and what it says of its origin
  // (normalised).
  std::vector<std::size_t> originals_;
  std::vector<std::string> origins_;
  // By index of the document that stands for others: the name of the text.
  std::map<std::size_t, std::string> names_;
};

// "2025-05-08-post.md" of a path.
std::string FileName(const std::string& path);

}  // namespace tally
