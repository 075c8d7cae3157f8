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

#include "base/utf8.h"

namespace tally {

class Lexicon {
 public:
  struct Hit {
    std::size_t length;   // bytes of the key
    std::uint32_t value;  // the payload given to Add
  };
  enum class Ways { kForward, kBoth };

  // The first payload of a key stays; returns the one that is now stored.
  std::uint32_t Add(std::string_view key, std::uint32_t value);
  // To be called once, after the last Add and before the first look-up. LongestEndingAt needs kBoth.
  void Freeze(Ways ways = Ways::kForward);
  bool empty() const { return forward_.nodes.size() <= 1 && words_.empty(); }

  // The longest key at text[at..] that starts and ends at edges of Latin words; nullopt where there is none.
  std::optional<Hit> Longest(std::string_view text, std::size_t at) const {
    return MayBegin(text, at) ? LongestHere(text, at) : std::nullopt;
  }
  // As Longest, but the left edge may stand beside a letter or digit ("13bn"), the right one beside a digit
  // ("US$13").
  std::optional<Hit> LongestLoose(std::string_view text, std::size_t at) const;
  // The key that ends exactly at `end`, begins as late as `floor`, and is the longest such.
  std::optional<Hit> LongestEndingAt(std::string_view text, std::size_t end, std::size_t floor) const;
  // The payload of exactly this word.
  std::optional<std::uint32_t> Find(std::string_view word) const;

 private:
  // A byte trie, breadth first: the children of a node lie side by side, sorted by byte.
  struct Node {
    std::uint32_t first_child = 0;
    std::uint32_t child_count = 0;
    std::int64_t value = -1;
  };
  struct Trie {
    std::vector<Node> nodes;
    std::vector<unsigned char> bytes;  // by node: the byte that leads to it

    void Build(const std::map<std::string, std::uint32_t>& words);
    const Node* Child(const Node& node, unsigned char byte) const;
  };
  template <class Accept>
  std::optional<Hit> Walk(std::string_view text, std::size_t at, Accept accept) const;
  std::optional<Hit> LongestHere(std::string_view text, std::size_t at) const;
  // A table over the first two ASCII bytes, or the last 12 bits of the first character of three bytes: most
  // look-ups end here, in one memory access.
  bool MayBegin(std::string_view text, std::size_t at) const;
  void NoteBeginning(std::string_view key);

  std::map<std::string, std::uint32_t> words_;  // emptied by Freeze
  Trie forward_;
  Trie backward_;
  std::vector<std::uint64_t> ascii_;  // 128 x 128 bits; the second byte is 0 for a key of one
  std::vector<std::uint64_t> wide_;   // 4096 bits
  bool other_ = false;                // a key begins with a character of two or four bytes
};

inline bool Lexicon::MayBegin(std::string_view text, std::size_t at) const {
  if (at >= text.size() || ascii_.empty()) return false;
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  unsigned char first = byte(at);
  if (first < 0x80) {
    auto lower = [](unsigned char c) { return static_cast<std::uint32_t>(AsciiLower(static_cast<char>(c))); };
    std::uint32_t row = lower(first) * 128;
    unsigned char second = byte(at + 1);
    std::uint32_t pair = row + (second < 0x80 ? lower(second) : 0);
    return (ascii_[pair / 64] >> (pair % 64) & 1) != 0 || (ascii_[row / 64] >> (row % 64) & 1) != 0;
  }
  if (first < 0xE0 || first >= 0xF0) return other_;
  std::uint32_t key = (byte(at + 1) & 63u) << 6 | (byte(at + 2) & 63u);
  return (wide_[key / 64] >> (key % 64) & 1) != 0;
}

}  // namespace tally
