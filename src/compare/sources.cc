#include "compare/sources.h"

#include <set>

#include "compare/comparable_sets.h"

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

SourceIndex::SourceIndex(const std::vector<DocumentInfo>& documents) {
  for (const DocumentInfo& document : documents) {
    if (document.source.empty()) continue;
    for (const std::string& key : {document.path + '\n' + document.sha256, '\n' + document.sha256}) {
      if (key.size() == 1) continue;
      std::string& publication = publications_[key];
      if (publication.empty() || document.source < publication) publication = document.source;
    }
  }
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
    std::string publication = PublicationOf(*item->claim);
    groups.Join(document, publication.empty() ? document : "publication " + publication);
  }
  std::set<std::string> roots;
  for (const ComparedClaim* item : items) roots.insert(groups.Root("document " + DocumentOf(*item->claim)));
  return roots.size();
}

}  // namespace tally
