// A set of words with a payload each, looked up at a known place of a text: a byte trie in two flat arrays.
// Built once, then read by any number of threads. ASCII case does not count; keys are expected folded (see
// base/fold.h).
//
// Why not Vectorscan: the readers ask "which unit begins here?" at places that they already know, some bytes
// long, and the program must start in milliseconds; a literal scanner answers "where in the text?" and
// compiles slowly.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace tally {

// The first letters of text[at..], up to three, 5 bits each and 0 where they end: one number for all words
// that begin alike, in either case.
inline constexpr std::uint32_t kLetterKeys = 1u << 15;
inline std::uint32_t LetterAt(char c) {
  std::uint32_t letter = (static_cast<unsigned char>(c) | 0x20u) - ('a' - 1u);
  return letter <= 26 ? letter : 0;
}
inline std::uint32_t LettersAt(std::string_view text, std::size_t at) {
  std::size_t room = text.size() - at;
  std::uint32_t key = LetterAt(text[at]) << 10;
  if (key == 0 || room < 2) return key;
  std::uint32_t second = LetterAt(text[at + 1]) << 5;
  if (second == 0 || room < 3) return key | second;
  return key | second | LetterAt(text[at + 2]);
}

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
  // False where no key begins at text[at..], told by its first bytes; true says nothing.
  bool MayBegin(std::string_view text, std::size_t at) const;
  // As Longest, but the left edge may stand beside a letter or digit ("13bn"), the right one beside a digit
  // ("US$13").
  std::optional<Hit> LongestLoose(std::string_view text, std::size_t at) const;
  // The key that ends exactly at `end`, begins as late as `floor`, and is the longest such.
  std::optional<Hit> LongestEndingAt(std::string_view text, std::size_t end, std::size_t floor) const;
  // The payload of exactly this word.
  std::optional<std::uint32_t> Find(std::string_view word) const;

 private:
  friend class LexiconFilter;

  // A byte trie: the children of a node lie side by side, sorted by byte. Small, because most of the time of
  // a look-up is spent in waiting for nodes.
  struct Node {
    std::uint32_t first_child = 0;
    std::int32_t value = -1;
    std::uint16_t child_count = 0;
    unsigned char only_byte = 0;  // that leads to the child, where there is one
  };
  struct Trie {
    std::vector<Node> nodes;
    std::vector<unsigned char> bytes;    // by node: the byte that leads to it
    std::vector<std::uint32_t> at_root;  // by byte: the child of the root, 0 where there is none

    // The words sorted, each once.
    void Build(const std::vector<std::pair<std::string_view, std::uint32_t>>& words);
    const Node* Child(const Node& node, unsigned char byte) const;
  };
  template <class Accept>
  std::optional<Hit> Walk(std::string_view text, std::size_t at, Accept accept) const;
  std::optional<Hit> LongestHere(std::string_view text, std::size_t at) const;
  std::optional<Hit> LongestEndingHere(std::string_view text, std::size_t end, std::size_t floor) const;
  // Of keys that begin with a letter, a table over their first letters. Of others, tables over the first two
  // ASCII bytes, or the last 12 bits of the first character of three bytes, and behind them one over a mix of
  // the third byte, or the second character. Most look-ups end here, in one or two memory accesses.
  void NoteBeginning(std::string_view key);
  // The same for the last letters, or the last two bytes of a key.
  bool MayEnd(std::string_view text, std::size_t end, std::size_t floor) const;
  void NoteEnding(std::string_view key);

  using Bits = std::vector<std::uint64_t>;
  static bool Has(const Bits& bits, std::uint32_t i) { return (bits[i / 64] >> (i % 64) & 1) != 0; }
  static void Set(Bits& bits, std::uint32_t i) { bits[i / 64] |= std::uint64_t{1} << (i % 64); }
  // A slot of `more_` for what the first table knows of a beginning, and what comes next.
  static std::uint32_t Mix(std::uint32_t first, std::uint32_t next) {
    return (first * 0x9E3779B1u ^ next * 0x85EBCA6Bu) >> 19;  // 13 bits
  }
  // As LettersAt, of the letters that end at `end`, from the last one on.
  static std::uint32_t LettersBefore(std::string_view text, std::size_t end, std::size_t floor) {
    std::uint32_t key = LetterAt(text[end - 1]) << 10;
    if (key == 0 || end - floor < 2) return key;
    std::uint32_t second = LetterAt(text[end - 2]) << 5;
    if (second == 0 || end - floor < 3) return key | second;
    return key | second | LetterAt(text[end - 3]);
  }
  static std::uint32_t Low12(unsigned char second, unsigned char third) {
    return (second & 63u) << 6 | (third & 63u);
  }

  std::unordered_map<std::string, std::uint32_t> words_;  // emptied by Freeze
  Trie forward_;
  Trie backward_;
  Bits letters_;        // by LettersAt of the keys that begin with a letter
  Bits last_letters_;   // by LettersBefore of the keys that end with one
  Bits ascii_;          // 128 x 128 bits; the second byte is 0 for a key of one
  Bits ascii_whole_;    // of these, where a key ends behind the two
  Bits wide_;           // 4096 bits
  Bits wide_whole_;     // of these, where a key ends behind the character
  Bits more_;           // 8192 bits
  Bits ends_;           // 128 x 128 bits over the last two bytes; the first of them is 0 for a key of one
  Bits ends_whole_;     // of these, where a key begins with the two
  Bits more_ends_;      // 8192 bits
  bool other_ = false;  // a key begins with a character of two or four bytes
};

// Of up to 16 lexicons, those in which a key may begin or end at a place: one look-up instead of one for
// each.
class LexiconFilter {
 public:
  using Mask = std::uint16_t;
  static constexpr Mask kAll = 0xFFFF;

  // `table_bits`: of the tables over the first two and three characters of wide keys, which are to hold some
  // times as many places as there are keys.
  explicit LexiconFilter(unsigned table_bits = 12)
      : table_shift_(64 - table_bits),
        any_pair_(std::size_t{2} << table_bits >> 6),
        pairs_(std::size_t{1} << table_bits),
        triples_(std::size_t{1} << table_bits) {}

  // `bit`: the one that stands for this lexicon, which is frozen.
  void Add(const Lexicon& lexicon, Mask bit);
  // The bits of all lexicons whose Longest may find a key at text[at]; `at` is below text.size().
  Mask At(std::string_view text, std::size_t at) const {
    if (std::uint32_t letters = LettersAt(text, at)) return begin_.letters[letters];
    auto first = static_cast<unsigned char>(text[at]);
    if (first < 0xE0 || first >= 0xF0 || at + 2 >= text.size()) return begin_.bytes[first];
    std::uint32_t low = Lexicon::Low12(Byte(text, at + 1), Byte(text, at + 2));
    Mask mask = begin_.wide[low];
    if (mask == 0) return 0;
    return static_cast<Mask>(mask & (alone_[low] | Longer(text, at)));
  }

  // A place of a text where a key may begin.
  struct Place {
    std::size_t at;
    Mask lexicons;  // 0: a letter or digit that begins a word, or a character of two or four bytes
  };
  // Of a well-formed text, the places where a lexicon may have a key, and all beginnings of Latin words, in
  // order; nothing inside a word but where letters follow digits.
  void Find(std::string_view text, std::vector<Place>& places) const { Find(text, 0, text.size(), places); }
  // The same of a part that begins at the beginning of a character.
  void Find(std::string_view text, std::size_t from, std::size_t to, std::vector<Place>& places) const;

  // The bits of those whose LongestEndingAt may find one that ends at `end`.
  Mask Before(std::string_view text, std::size_t end) const {
    if (end == 0) return 0;
    if (std::uint32_t letters = Lexicon::LettersBefore(text, end, 0)) return end_.letters[letters];
    unsigned char last = Byte(text, end - 1);
    if (last < 0x80 || end < 2) return end_.bytes[last];
    return end_.wide[Lexicon::Low12(Byte(text, end - 2), last)];
  }

 private:
  struct Side {
    std::vector<Mask> letters = std::vector<Mask>(kLetterKeys);
    std::vector<Mask> wide = std::vector<Mask>(4096);
    std::vector<Mask> bytes = std::vector<Mask>(256);
  };
  static unsigned char Byte(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
  }

  // What the first two and three characters at a place tell.
  Mask Longer(std::string_view text, std::size_t at) const {
    if (at + kPairBytes > text.size()) return 0;
    std::uint64_t pair = PairHash(text.data() + at);
    if (!MayBePair(pair)) return 0;
    Mask mask = pairs_[pair >> table_shift_];
    if (at + kTripleBytes <= text.size()) mask |= triples_[TripleHash(text.data() + at) >> table_shift_];
    return mask;
  }
  // Hashes of the first bytes of a key, of which the highest bits count.
  static std::uint64_t PairHash(const char* key) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, key, kPairBytes);
    return bytes * 0x9E3779B97F4A7C15;
  }
  static std::uint64_t TripleHash(const char* key) {
    std::uint64_t bytes = 0;
    std::uint64_t rest = 0;
    std::memcpy(&bytes, key, kPairBytes);
    std::memcpy(&rest, key + kPairBytes, kTripleBytes - kPairBytes);
    return (bytes ^ rest << 40) * 0x9E3779B97F4A7C15;
  }
  // A bit for the first two characters of all longer keys: small enough to stay in the nearest cache.
  bool MayBePair(std::uint64_t pair) const {
    std::uint64_t bit = pair >> (table_shift_ - 1);
    return (any_pair_[bit / 64] >> (bit % 64) & 1) != 0;
  }
  // Enters the keys below a node of a wide beginning; `prefix`: the bytes that lead to it.
  void AddLonger(const Lexicon::Trie& trie, std::uint32_t node, std::string& prefix, Mask bit);

  // Two and three Han characters.
  static constexpr std::size_t kPairBytes = 6;
  static constexpr std::size_t kTripleBytes = 9;
  Side begin_;
  Side end_;
  unsigned table_shift_;
  std::vector<Mask> alone_ = std::vector<Mask>(4096);  // keys that the first character alone may tell
  std::vector<std::uint64_t> any_pair_;
  std::vector<Mask> pairs_;    // those that the first two tell
  std::vector<Mask> triples_;  // longer ones
};

inline bool Lexicon::MayBegin(std::string_view text, std::size_t at) const {
  if (at >= text.size() || ascii_.empty()) return false;
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  auto lower = [](unsigned char c) -> std::uint32_t {
    return static_cast<unsigned char>(AsciiLower(static_cast<char>(c)));
  };
  unsigned char first = byte(at);
  if (first < 0x80) {
    // A key ends at the edge of a word (or before a digit): where the letters of the text go on, so do the
    // key's.
    if (std::uint32_t letters = LettersAt(text, at)) return Has(letters_, letters);
    std::uint32_t row = first * 128u;
    if (Has(ascii_, row)) return true;
    unsigned char second = byte(at + 1);
    std::uint32_t pair = row + (second < 0x80 ? lower(second) : second & 127u);
    if (!Has(ascii_, pair)) return false;
    unsigned char third = byte(at + 2);
    bool inside = IsAsciiAlpha(static_cast<char>(second)) && IsAsciiAlpha(static_cast<char>(third));
    if (Has(ascii_whole_, pair) && !inside) return true;
    return Has(more_, Mix(pair, lower(third)));
  }
  if (first < 0xE0 || first >= 0xF0) return other_;
  std::uint32_t key = Low12(byte(at + 1), byte(at + 2));
  if (!Has(wide_, key)) return false;
  return Has(wide_whole_, key) || Has(more_, Mix(key, lower(byte(at + 3)) << 8 | lower(byte(at + 5))));
}

inline bool Lexicon::MayEnd(std::string_view text, std::size_t end, std::size_t floor) const {
  if (end <= floor || ends_.empty()) return false;
  if (std::uint32_t letters = LettersBefore(text, end, floor)) return Has(last_letters_, letters);
  auto bits = [&](std::size_t i) { return static_cast<unsigned char>(AsciiLower(text[i])) & 127u; };
  std::uint32_t last = bits(end - 1);
  if (Has(ends_, last)) return true;
  if (end - floor < 2) return false;
  std::uint32_t pair = bits(end - 2) << 7 | last;
  if (!Has(ends_, pair)) return false;
  return Has(ends_whole_, pair) || (end - floor > 2 && Has(more_ends_, Mix(pair, bits(end - 3))));
}

inline std::optional<Lexicon::Hit> Lexicon::LongestEndingAt(std::string_view text, std::size_t end,
                                                            std::size_t floor) const {
  return MayEnd(text, end, floor) ? LongestEndingHere(text, end, floor) : std::nullopt;
}

}  // namespace tally
