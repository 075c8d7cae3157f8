// Candidates come from the hashes that two sketches share: each document is paired with the first and with
// the last one before it that has the hash, so that a shingle that all pages of a site have costs no more
// than another. Copies share dozens of hashes; for two of a cluster to be missed, each of those would have to
// lead elsewhere.
#include "compare/copies.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/fold.h"
#include "base/utf8.h"
#include "document/sketch.h"

namespace tally {
namespace {

// A wire report that was cut, got another lead and a local paragraph still holds more than this part of the
// original, in percent of the shorter text; reports in words of their own stay below a tenth of it, and long
// common quotations below a quarter.
constexpr std::size_t kCopyPercent = 40;
constexpr std::size_t kCopyShared = 8;
// Where a document names the other's publisher, less will do: the texts are at least of one event.
constexpr std::size_t kNamedPercent = 12;
constexpr std::size_t kNamedShared = 3;
// Documents of a publisher that one who names it is compared with, by age; a bound for the time only.
constexpr std::size_t kMaxNamed = 1000;
// Fewer common hashes are no reason to look closer.
constexpr std::size_t kCandidateHashes = 3;

class CopyForest {
 public:
  explicit CopyForest(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }
  std::size_t Root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  // The smaller root stays.
  void Join(std::size_t a, std::size_t b) {
    a = Root(a);
    b = Root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

// Tells most of the hashes that only one document has, which lead nowhere, from those that several have: by a
// bit for each once seen and one for each seen again, in much less memory than a map of all hashes takes.
class SharedHashes {
 public:
  explicit SharedHashes(const DocumentList& documents) {
    std::size_t hashes = 0;
    for (const DocumentInfo* document : documents) hashes += document->sketch.size();
    // Of the hashes that one document has, an eighth is taken for shared.
    bits_ = std::max(std::bit_ceil(hashes * 8), kWordBits);
    once_.resize(bits_ / kWordBits);
    again_.resize(bits_ / kWordBits);
    for (const DocumentInfo* document : documents) {
      for (std::uint64_t hash : document->sketch) Note(hash);
    }
  }

  bool MayHold(std::uint64_t hash) const { return (again_[Word(hash)] & Bit(hash)) != 0; }

 private:
  static constexpr std::size_t kWordBits = 64;

  // A sketch holds the smallest hashes: their high bits are alike.
  std::size_t Word(std::uint64_t hash) const { return (hash & (bits_ - 1)) / kWordBits; }
  static std::uint64_t Bit(std::uint64_t hash) { return std::uint64_t{1} << (hash % kWordBits); }

  void Note(std::uint64_t hash) {
    std::uint64_t& word = once_[Word(hash)];
    if ((word & Bit(hash)) != 0) again_[Word(hash)] |= Bit(hash);
    word |= Bit(hash);
  }

  std::size_t bits_;  // a power of two
  std::vector<std::uint64_t> once_;
  std::vector<std::uint64_t> again_;
};

// Works on the documents in their canonical order, in which the first of a cluster stands for it.
class Clustering {
 public:
  explicit Clustering(const DocumentList& documents) : order_(documents.size()), groups_(documents.size()) {
    std::iota(order_.begin(), order_.end(), 0);
    std::ranges::sort(
        order_, [&](std::size_t a, std::size_t b) { return Rank(*documents[a]) < Rank(*documents[b]); });
    for (std::size_t i : order_) sorted_.push_back(documents[i]);
    JoinEqualFiles();
    JoinNearDuplicates();
    JoinNamedOrigins();
  }

  std::vector<std::size_t> Originals() {
    std::vector<std::size_t> originals(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) originals[order_[i]] = order_[groups_.Root(i)];
    return originals;
  }

 private:
  using RankKey = std::tuple<bool, bool, Day, std::string_view, std::string_view>;
  static RankKey Rank(const DocumentInfo& d) {
    return {!d.origin.empty(), !d.published, d.published.value_or(Day()), d.sha256, d.path};
  }

  void JoinEqualFiles() {
    std::unordered_map<std::string_view, std::size_t> by_hash;
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
      if (sorted_[i]->sha256.empty()) continue;
      auto [first, added] = by_hash.emplace(sorted_[i]->sha256, i);
      if (!added) groups_.Join(first->second, i);
    }
  }

  void JoinNearDuplicates() {
    struct Holders {
      std::size_t first;
      std::size_t last;
    };
    SharedHashes shared(sorted_);
    std::unordered_map<std::uint64_t, Holders> holders;
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
      std::map<std::size_t, std::size_t> candidates;  // and how many hashes led there
      for (std::uint64_t hash : sorted_[i]->sketch) {
        if (!shared.MayHold(hash)) continue;
        auto [found, added] = holders.emplace(hash, Holders{i, i});
        if (added) continue;
        ++candidates[found->second.first];
        if (found->second.last != found->second.first) ++candidates[found->second.last];
        found->second.last = i;
      }
      for (auto [other, hashes] : candidates) {
        if (hashes < kCandidateHashes || groups_.Root(other) == groups_.Root(i)) continue;
        if (Overlap(i, other).Contains(kCopyPercent, kCopyShared)) groups_.Join(i, other);
      }
    }
  }

  // Of the named publisher's documents the one that the text has most in common with.
  void JoinNamedOrigins() {
    std::map<std::string, std::vector<std::size_t>> by_source;
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
      if (!sorted_[i]->source.empty()) by_source[NormalizedName(sorted_[i]->source)].push_back(i);
    }
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
      if (sorted_[i]->origin.empty()) continue;
      auto named = by_source.find(NormalizedName(sorted_[i]->origin));
      if (named == by_source.end()) continue;
      std::size_t best = i;
      std::size_t most = 0;
      for (std::size_t nth = 0; nth < std::min(kMaxNamed, named->second.size()); ++nth) {
        std::size_t other = named->second[nth];
        SketchOverlap overlap = Overlap(i, other);
        if (other == i || overlap.shared <= most || !overlap.Contains(kNamedPercent, kNamedShared)) continue;
        best = other;
        most = overlap.shared;
      }
      if (most > 0) groups_.Join(i, best);
    }
  }

  SketchOverlap Overlap(std::size_t a, std::size_t b) const {
    return CompareSketches(sorted_[a]->sketch, sorted_[b]->sketch);
  }

  std::vector<std::size_t> order_;
  DocumentList sorted_;
  CopyForest groups_;
};

}  // namespace

std::string NormalizedName(const std::string& name) {
  std::string folded = AsciiLower(Fold(name));
  std::size_t start = folded.find_first_not_of(' ');
  if (start == std::string::npos) return "";
  return folded.substr(start, folded.find_last_not_of(' ') - start + 1);
}

DocumentList ListOf(const std::vector<DocumentInfo>& documents) {
  DocumentList list;
  for (const DocumentInfo& document : documents) list.push_back(&document);
  return list;
}

std::vector<std::size_t> OriginalOf(const DocumentList& documents) {
  return Clustering(documents).Originals();
}

std::vector<std::string> OriginClusters(const DocumentList& documents,
                                        const std::vector<std::size_t>& originals) {
  std::vector<std::string> names(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const DocumentInfo& document = *documents[i];
    const std::string& own = document.sha256.empty() ? document.path : document.sha256;
    std::string& name = names[originals[i]];
    if (name.empty() || own < name) name = own;
  }
  std::vector<std::string> clusters;
  for (std::size_t original : originals) clusters.push_back(names[original]);
  return clusters;
}

}  // namespace tally
