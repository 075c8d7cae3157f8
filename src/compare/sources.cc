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

const SourceIndex::PublisherIndex& SourceIndex::Publishers() const {
  if (publishers_) return *publishers_;
  PublisherIndex& index = publishers_.emplace();
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    const DocumentInfo& document = *documents_[i];
    for (const std::string& key : {document.path + '\n' + document.sha256, '\n' + document.sha256}) {
      if (key.size() == 1) continue;
      index.indexes.emplace(key, i);
      if (document.source.empty()) continue;
      std::string& publication = index.publications[key];
      if (publication.empty() || document.source < publication) publication = document.source;
    }
  }
  return index;
}

const SourceIndex::TextIndex& SourceIndex::Texts() const {
  if (texts_) return *texts_;
  TextIndex& texts = texts_.emplace();
  texts.originals = OriginalOf(documents_);
  for (const DocumentInfo* document : documents_) texts.origins.push_back(NormalizedName(document->origin));
  NameTexts(texts);
  return texts;
}

void SourceIndex::NameTexts(TextIndex& texts) const {
  struct Origin {
    std::size_t count = 0;
    std::string printed;  // the first in the alphabet
  };
  std::map<std::size_t, std::map<std::string, Origin>> named;  // by the document that stands for the copies
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    if (texts.origins[i].empty()) continue;
    Origin& origin = named[texts.originals[i]][texts.origins[i]];
    if (origin.count++ == 0 || documents_[i]->origin < origin.printed) origin.printed = documents_[i]->origin;
  }
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    if (texts.originals[i] != i) continue;
    const DocumentInfo& document = *documents_[i];
    std::string& name = texts.names[i];
    name = document.source.empty() ? FileName(document.path) : document.source;
    auto of = named.find(i);
    if (of == named.end()) continue;
    std::size_t most = 0;
    for (const auto& [normalized, origin] : of->second) {
      if (origin.count <= most) continue;
      most = origin.count;
      name = origin.printed;
    }
  }
}

const std::size_t* SourceIndex::IndexOf(const Claim& claim) const {
  const auto& indexes = Publishers().indexes;
  auto found = indexes.find(claim.doc + '\n' + claim.doc_sha256);
  if (found == indexes.end() && !claim.doc_sha256.empty()) found = indexes.find('\n' + claim.doc_sha256);
  return found == indexes.end() ? nullptr : &found->second;
}

std::string SourceIndex::PublicationOf(const Claim& claim) const {
  const auto& publications = Publishers().publications;
  auto found = publications.find(claim.doc + '\n' + claim.doc_sha256);
  if (found == publications.end() && !claim.doc_sha256.empty())
    found = publications.find('\n' + claim.doc_sha256);
  return found == publications.end() ? "" : found->second;
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
    const TextIndex& texts = Texts();
    groups.Join(document, "copies of " + std::to_string(texts.originals[*index]));
    if (!texts.origins[*index].empty()) groups.Join(document, "publication " + texts.origins[*index]);
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
    if (index != nullptr) documents[Texts().originals[*index]].insert(item->claim->doc);
  }
  std::map<std::string, std::size_t> copies;
  for (const auto& [original, places] : documents) {
    if (places.size() > 1) copies[Texts().names.at(original)] += places.size() - 1;
  }
  std::vector<CopyCount> counts;
  for (const auto& [name, count] : copies) counts.push_back({name, count});
  return counts;
}

}  // namespace tally
