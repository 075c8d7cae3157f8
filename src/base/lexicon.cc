#include "base/lexicon.h"

#include <algorithm>
#include <deque>

#include "base/utf8.h"

namespace tally {

std::uint32_t Lexicon::Add(std::string_view key, std::uint32_t value) {
  longest_key_ = std::max(longest_key_, key.size());
  return words_.emplace(AsciiLower(key), value).first->second;
}

void Lexicon::Freeze() {
  // Breadth first over ranges of the sorted words, so that the edges of a node lie side by side and sorted.
  using Iterator = std::map<std::string, std::uint32_t>::const_iterator;
  struct Pending {
    std::uint32_t node;
    Iterator first;
    Iterator last;
    std::size_t depth;
  };
  nodes_.assign(1, {});
  std::deque<Pending> pending{{0, words_.cbegin(), words_.cend(), 0}};
  while (!pending.empty()) {
    Pending p = pending.front();
    pending.pop_front();
    Iterator at = p.first;
    if (at != p.last && at->first.size() == p.depth) nodes_[p.node].value = (at++)->second;
    nodes_[p.node].first_edge = static_cast<std::uint32_t>(edge_bytes_.size());
    while (at != p.last) {
      auto byte = static_cast<unsigned char>(at->first[p.depth]);
      Iterator end = at;
      while (end != p.last && static_cast<unsigned char>(end->first[p.depth]) == byte) ++end;
      auto target = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      edge_bytes_.push_back(byte);
      edge_targets_.push_back(target);
      ++nodes_[p.node].edge_count;
      pending.push_back({target, at, end, p.depth + 1});
      at = end;
    }
  }
  words_.clear();
}

const Lexicon::Node* Lexicon::Child(const Node& node, unsigned char byte) const {
  const unsigned char* first = edge_bytes_.data() + node.first_edge;
  const unsigned char* last = first + node.edge_count;
  const unsigned char* found = std::lower_bound(first, last, byte);
  if (found == last || *found != byte) return nullptr;
  return &nodes_[edge_targets_[static_cast<std::size_t>(found - edge_bytes_.data())]];
}

template <class Accept>
std::optional<Lexicon::Hit> Lexicon::Walk(std::string_view text, std::size_t at, Accept accept) const {
  if (nodes_.empty()) return std::nullopt;
  std::optional<Hit> best;
  const Node* node = nodes_.data();
  for (std::size_t i = at; i < text.size(); ++i) {
    node = Child(*node, static_cast<unsigned char>(AsciiLower(text[i])));
    if (node == nullptr) break;
    if (node->value >= 0 && accept(i + 1)) best = Hit{i + 1 - at, static_cast<std::uint32_t>(node->value)};
  }
  return best;
}

std::optional<Lexicon::Hit> Lexicon::Longest(std::string_view text, std::size_t at) const {
  if (!IsWordEdge(text, at)) return std::nullopt;
  return Walk(text, at, [&](std::size_t end) { return IsWordEdge(text, end); });
}

std::optional<Lexicon::Hit> Lexicon::LongestLoose(std::string_view text, std::size_t at) const {
  return Walk(text, at, [&](std::size_t end) { return IsWordEdge(text, end) || IsAsciiDigit(text[end]); });
}

std::optional<Lexicon::Hit> Lexicon::LongestEndingAt(std::string_view text, std::size_t end,
                                                     std::size_t floor) const {
  std::size_t first = end > longest_key_ ? std::max(floor, end - longest_key_) : floor;
  for (std::size_t at = first; at < end; ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80 || !IsWordEdge(text, at)) continue;
    auto hit = Walk(text, at, [&](std::size_t stop) { return stop == end; });
    if (hit && hit->length == end - at) return hit;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Lexicon::Find(std::string_view word) const {
  auto hit = Walk(word, 0, [&](std::size_t end) { return end == word.size(); });
  return hit ? std::optional(hit->value) : std::nullopt;
}

}  // namespace tally
