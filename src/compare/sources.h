// Who published a claim, and how many independent publishers stand behind a finding.
//
// Independent of each other are documents of different publications that are no copies of one text
// (compare/copies.h), and of which neither names the other's publication as where it is from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compare/compared_claim.h"
#include "compare/copies.h"

namespace tally {

// Refers to the documents. What stands behind a claim is looked up when it is first asked for: most
// comparisons of a few documents with many find nothing. Of one thread.
class SourceIndex {
 public:
  explicit SourceIndex(DocumentList documents) : documents_(std::move(documents)) {}

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

  // The cluster of copies of each document (compare/copies.h).
  std::vector<std::string> Clusters() const { return OriginClusters(documents_, Texts().originals); }

 private:
  // Who published what.
  struct PublisherIndex {
    // By path and hash, and by hash alone for copies; the first in the alphabet where documents disagree.
    std::unordered_map<std::string, std::string> publications;
    // Likewise, to the index of the document.
    std::unordered_map<std::string, std::size_t> indexes;
  };
  // Which documents are one text, by index of the document.
  struct TextIndex {
    std::vector<std::size_t> originals;        // the one that stands for its copies
    std::vector<std::string> origins;          // what it says of its origin (normalised)
    std::map<std::size_t, std::string> names;  // of the text, for one that stands for others
  };
  const PublisherIndex& Publishers() const;
  const TextIndex& Texts() const;
  void NameTexts(TextIndex& texts) const;
  // nullptr where the documents do not list the claim's.
  const std::size_t* IndexOf(const Claim& claim) const;

  DocumentList documents_;
  mutable std::optional<PublisherIndex> publishers_;
  mutable std::optional<TextIndex> texts_;
};

// "2025-05-08-post.md" of a path.
std::string FileName(const std::string& path);

}  // namespace tally
