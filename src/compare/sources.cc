#include "compare/sources.h"

#include <set>

#include "compare/comparable_sets.h"
#include "compare/copies.h"

namespace tally {
namespace {

// Union-find over names: publications and documents that belong together have one root.
class Groups {
 public:
  std::string Root(const std::string& name) {
    std::string at = name;
    while (parent_.contains(at) && parent_[at] != at) at = parent_[at];
    parent_[name] = at;
    return at;
  }
  void Join(const std::string& a, const std::string& b) { parent_[Root(a)] = Root(b); }

 private:
  std::map<std::string, std::string> parent_;
};

}  // namespace

std::string FileName(const std::string& path) {
  std::size_t slash = path.find_last_of("/\\");
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

SourceIndex::SourceIndex(const std::vector<DocumentInfo>& documents) : originals_(OriginalOf(documents)) {
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const DocumentInfo& document = documents[i];
    origins_.push_back(NormalizedName(document.origin));
    for (const std::string& key : {document.path + '\n' + document.sha256, '\n' + document.sha256}) {
      if (key.size() == 1) continue;
      indexes_.emplace(key, i);
      if (document.source.empty()) continue;
      std::string& publication = publications_[key];
      if (publication.empty() || document.source < publication) publication = document.source;
    }
  }
  NameTexts(documents);
}

void SourceIndex::NameTexts(const std::vector<DocumentInfo>& documents) {
  struct Origin {
    std::size_t count = 0;
    std::string printed;  // the first in the alphabet
  };
  std::map<std::size_t, std::map<std::string, Origin>> named;  // by the document that stands for the copies
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (origins_[i].empty()) continue;
    Origin& origin = named[originals_[i]][origins_[i]];
    if (origin.count++ == 0 || documents[i].origin < origin.printed) origin.printed = documents[i].origin;
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (originals_[i] != i) continue;
    const DocumentInfo& document = documents[i];
    names_[i] = document.source.empty() ? FileName(document.path) : document.source;
    std::size_t most = 0;
    for (const auto& [normalized, origin] : named[i]) {
      if (origin.count <= most) continue;
      most = origin.count;
      names_[i] = origin.printed;
    }
  }
}

const std::size_t* SourceIndex::IndexOf(const Claim& claim) const {
  auto found = indexes_.find(claim.doc + '\n' + claim.doc_sha256);
  if (found == indexes_.end() && !claim.doc_sha256.empty()) found = indexes_.find('\n' + claim.doc_sha256);
  return found == indexes_.end() ? nullptr : &found->second;
}

std::string SourceIndex::PublicationOf(const Claim& claim) const {
  auto found = publications_.find(claim.doc + '\n' + claim.doc_sha256);
  if (found == publications_.end() && !claim.doc_sha256.empty())
    found = publications_.find('\n' + claim.doc_sha256);
  return found == publications_.end() ? "" : found->second;
}

std::string SourceIndex::NameOf(const Claim& claim) const {
  std::string publication = PublicationOf(claim);
  return publication.empty() ? FileName(claim.doc) : publication;
}

std::size_t SourceIndex::CountIndependent(const Items& items) const {
  Groups groups;
  for (const ComparedClaim* item : items) {
    std::string document = "document " + DocumentOf(*item->claim);
    std::string publication = NormalizedName(PublicationOf(*item->claim));
    groups.Join(document, publication.empty() ? document : "publication " + publication);
    const std::size_t* index = IndexOf(*item->claim);
    if (index == nullptr) continue;
    groups.Join(document, "copies of " + std::to_string(originals_[*index]));
    if (!origins_[*index].empty()) groups.Join(document, "publication " + origins_[*index]);
  }
  std::set<std::string> roots;
  for (const ComparedClaim* item : items) roots.insert(groups.Root("document " + DocumentOf(*item->claim)));
  return roots.size();
}

std::vector<CopyCount> SourceIndex::CountCopies(const Items& items) const {
  std::map<std::size_t, std::set<std::string>> documents;  // by the one that stands for them
  for (const ComparedClaim* item : items) {
    const std::size_t* index = IndexOf(*item->claim);
    // Equal files are one document here, but two places where the text stands.
    if (index != nullptr) documents[originals_[*index]].insert(item->claim->doc);
  }
  std::map<std::string, std::size_t> copies;
  for (const auto& [original, places] : documents) {
    if (places.size() > 1) copies[names_.at(original)] += places.size() - 1;
  }
  std::vector<CopyCount> counts;
  for (const auto& [name, count] : copies) counts.push_back({name, count});
  return counts;
}

}  // namespace tally
