// A set of words with a payload each, looked up at a known place of a text: a byte trie in two flat arrays.
// Built once, then read by any number of threads. ASCII case does not count; keys are expected folded (see
// base/fold.h).
//
// Why not Vectorscan: the readers ask "which unit begins here?" at places that they already know, some bytes
// long, and the program must start in milliseconds; a literal scanner answers "where in the text?" and
// compiles slowly.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

class Lexicon {
 public:
  struct Hit {
    std::size_t length;   // bytes of the key
    std::uint32_t value;  // the payload given to Add
  };

  // The first payload of a key stays; returns the one that is now stored.
  std::uint32_t Add(std::string_view key, std::uint32_t value);
  // To be called once, after the last Add and before the first look-up.
  void Freeze();
  bool empty() const { return nodes_.size() <= 1 && words_.empty(); }

  // The longest key at text[at..] that starts and ends at edges of Latin words; nullopt where there is none.
  std::optional<Hit> Longest(std::string_view text, std::size_t at) const;
  // As Longest, but the left edge may stand beside a letter or digit ("13bn"), the right one beside a digit
  // ("US$13").
  std::optional<Hit> LongestLoose(std::string_view text, std::size_t at) const;
  // The key that ends exactly at `end`, begins as late as `floor`, and is the longest such.
  std::optional<Hit> LongestEndingAt(std::string_view text, std::size_t end, std::size_t floor) const;
  // The payload of exactly this word.
  std::optional<std::uint32_t> Find(std::string_view word) const;
  std::size_t longest_key() const { return longest_key_; }

 private:
  struct Node {
    std::uint32_t first_edge = 0;
    std::uint16_t edge_count = 0;
    std::int64_t value = -1;
  };
  template <class Accept>
  std::optional<Hit> Walk(std::string_view text, std::size_t at, Accept accept) const;
  const Node* Child(const Node& node, unsigned char byte) const;

  std::map<std::string, std::uint32_t> words_;  // emptied by Freeze
  std::vector<Node> nodes_;
  std::vector<unsigned char> edge_bytes_;
  std::vector<std::uint32_t> edge_targets_;
  std::size_t longest_key_ = 0;
};

}  // namespace tally
