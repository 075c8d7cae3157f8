#include "base/lexicon.h"

#include <algorithm>
#include <bit>

namespace tally {
namespace {

// Of the hashes of LexiconFilter.
constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15;

using Words = std::vector<std::pair<std::string_view, std::uint32_t>>;

// By the words, of which none stands twice. Most pairs are told apart by their first bytes, as one number.
void SortWords(Words& words) {
  struct Headed {
    std::uint64_t head;
    std::pair<std::string_view, std::uint32_t> word;
  };
  std::vector<Headed> headed;
  headed.reserve(words.size());
  for (const auto& word : words) {
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < sizeof head; ++i)
      head = head << 8 | (i < word.first.size() ? static_cast<unsigned char>(word.first[i]) : 0u);
    headed.push_back({head, word});
  }
  std::ranges::sort(headed, [](const Headed& x, const Headed& y) {
    return x.head != y.head ? x.head < y.head : x.word.first < y.word.first;
  });
  std::ranges::transform(headed, words.begin(), &Headed::word);
}

}  // namespace

std::uint32_t Lexicon::Add(std::string_view key, std::uint32_t value) {
  return words_.emplace(AsciiLower(key), value).first->second;
}

void Lexicon::Trie::Build(const std::vector<std::pair<std::string_view, std::uint32_t>>& words) {
  struct Pending {
    std::uint32_t node;
    std::size_t first;
    std::size_t last;
    std::size_t depth;
  };
  nodes.assign(1, {});
  bytes.assign(1, 0);
  // The last node first: a way without branches, as words have behind their first letters, lies in a row.
  std::vector<Pending> pending{{0, 0, words.size(), 0}};
  while (!pending.empty()) {
    Pending p = pending.back();
    pending.pop_back();
    if (p.last - p.first == 1) {
      // The rest of the last word of its beginning.
      const auto& [word, value] = words[p.first];
      std::uint32_t node = p.node;
      for (char c : word.substr(p.depth)) {
        auto byte = static_cast<unsigned char>(c);
        nodes[node].first_child = static_cast<std::uint32_t>(nodes.size());
        nodes[node].child_count = 1;
        nodes[node].only_byte = byte;
        node = nodes[node].first_child;
        nodes.emplace_back();
        bytes.push_back(byte);
      }
      nodes[node].value = static_cast<std::int32_t>(value);
      nodes[node].first_child = static_cast<std::uint32_t>(nodes.size());
      continue;
    }
    std::size_t at = p.first;
    if (at != p.last && words[at].first.size() == p.depth)
      nodes[p.node].value = static_cast<std::int32_t>(words[at++].second);
    nodes[p.node].first_child = static_cast<std::uint32_t>(nodes.size());
    while (at != p.last) {
      auto byte = static_cast<unsigned char>(words[at].first[p.depth]);
      std::size_t end = at + 1;
      while (end != p.last && static_cast<unsigned char>(words[end].first[p.depth]) == byte) ++end;
      pending.push_back({static_cast<std::uint32_t>(nodes.size()), at, end, p.depth + 1});
      nodes.emplace_back();
      bytes.push_back(byte);
      ++nodes[p.node].child_count;
      nodes[p.node].only_byte = byte;
      at = end;
    }
  }
  at_root.assign(256, 0);
  for (std::uint32_t child = 0; child < nodes[0].child_count; ++child)
    at_root[bytes[nodes[0].first_child + child]] = nodes[0].first_child + child;
}

// Of a node other than the root.
inline const Lexicon::Node* Lexicon::Trie::Child(const Node& node, unsigned char byte) const {
  constexpr std::uint32_t kFew = 8;  // below this a walk is faster than a search
  // Behind the first letters of a word there is mostly one way on.
  if (node.child_count == 1) return node.only_byte == byte ? &nodes[node.first_child] : nullptr;
  const unsigned char* first = bytes.data() + node.first_child;
  const unsigned char* last = first + node.child_count;
  const unsigned char* found = first;
  if (node.child_count <= kFew) {
    while (found != last && *found != byte) ++found;
  } else if (*first >= 0x80) {
    // Bytes that go on with a character, mostly many of the 64: about where this one would stand among all.
    found += (byte & 63u) * node.child_count >> 6;
    while (found != first && *found > byte) --found;
    while (found != last && *found < byte) ++found;
  } else {
    found = std::lower_bound(first, last, byte);
  }
  if (found == last || *found != byte) return nullptr;
  return &nodes[static_cast<std::size_t>(found - bytes.data())];
}

void Lexicon::NoteBeginning(std::string_view key) {
  if (key.empty()) return;
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < key.size() ? key[i] : 0); };
  unsigned char first = byte(0);
  if (std::uint32_t letters = LettersAt(key, 0)) {
    Set(letters_, letters);
  } else if (first < 0x80) {
    unsigned char second = byte(1);
    std::uint32_t pair = first * 128u + (second & 127u);
    Set(ascii_, pair);
    // Behind a wide second character no third byte is looked at.
    if (key.size() <= 2 || second >= 0x80) {
      Set(ascii_whole_, pair);
    } else {
      Set(more_, Mix(pair, byte(2)));
    }
  } else if (first < 0xE0 || first >= 0xF0) {
    other_ = true;
  } else {
    std::uint32_t bits = Low12(byte(1), byte(2));
    Set(wide_, bits);
    if (key.size() <= 5) {
      Set(wide_whole_, bits);
    } else {
      Set(more_, Mix(bits, byte(3) * 256u | byte(5)));
    }
  }
}

void Lexicon::NoteEnding(std::string_view key) {
  if (key.empty()) return;
  if (std::uint32_t letters = LettersBefore(key, key.size(), 0)) return Set(last_letters_, letters);
  auto bits = [&](std::size_t i) { return static_cast<unsigned char>(key[i]) & 127u; };
  std::uint32_t last = bits(key.size() - 1);
  if (key.size() == 1) return Set(ends_, last);
  std::uint32_t pair = bits(key.size() - 2) << 7 | last;
  Set(ends_, pair);
  if (key.size() == 2) {
    Set(ends_whole_, pair);
  } else {
    Set(more_ends_, Mix(pair, bits(key.size() - 3)));
  }
}

void LexiconFilter::Add(const Lexicon& lexicon, Mask bit) {
  if (lexicon.ascii_.empty()) return;
  auto set = [bit](Mask& mask) { mask = static_cast<Mask>(mask | bit); };
  auto set_all = [&](std::vector<Mask>& masks, auto has) {
    for (std::uint32_t i = 0; i < masks.size(); ++i) {
      if (has(i)) set(masks[i]);
    }
  };
  // Most of these tables are empty.
  auto set_those_of = [&](std::vector<Mask>& masks, const Lexicon::Bits& bits) {
    for (std::size_t word = 0; word < bits.size(); ++word) {
      for (std::uint64_t left = bits[word]; left != 0; left &= left - 1)
        set(masks[word * 64 + static_cast<std::size_t>(std::countr_zero(left))]);
    }
  };
  set_those_of(begin_.letters, lexicon.letters_);
  set_those_of(begin_.wide, lexicon.wide_);
  set_all(begin_.bytes, [&](std::uint32_t i) { return lexicon.forward_.at_root[i] != 0; });
  for (unsigned lead = 0xE0; lead < 0xF0; ++lead) {
    std::string prefix(1, static_cast<char>(lead));
    if (lexicon.forward_.at_root[lead] != 0)
      AddLonger(lexicon.forward_, lexicon.forward_.at_root[lead], prefix, bit);
  }
  if (lexicon.ends_.empty()) return;
  set_those_of(end_.letters, lexicon.last_letters_);
  // The six low bits of a character's two last bytes, the first of which leads or goes on.
  set_all(end_.wide, [&](std::uint32_t i) {
    std::uint32_t pair = (i >> 6) << 7 | (i & 63u);
    return Lexicon::Has(lexicon.ends_, pair) || Lexicon::Has(lexicon.ends_, pair | 64u << 7);
  });
  set_all(end_.bytes, [&](std::uint32_t i) { return lexicon.backward_.at_root[i] != 0; });
}

void LexiconFilter::AddLonger(const Lexicon::Trie& trie, std::uint32_t node, std::string& prefix, Mask bit) {
  const Lexicon::Node& here = trie.nodes[node];
  auto set = [bit](Mask& mask) { mask = static_cast<Mask>(mask | bit); };
  // Keys that end before the next table's, and those of which a letter may have another case, are told by
  // the shorter beginning.
  bool letter = prefix.size() > 3 && IsAsciiAlpha(prefix.back());
  bool whole = prefix.size() == kTripleBytes;
  if (letter || (here.value >= 0 && !whole)) {
    std::size_t told = letter ? prefix.size() - 1 : prefix.size();
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < prefix.size() ? prefix[i] : 0); };
    set(told < kPairBytes ? alone_[Lexicon::Low12(byte(1), byte(2))]
                          : pairs_[PairHash(prefix.data()) >> table_shift_]);
    if (letter) return;
  }
  if (prefix.size() == kPairBytes) {
    std::uint64_t pair_bit = PairHash(prefix.data()) >> (table_shift_ - 1);
    any_pair_[pair_bit / 64] |= std::uint64_t{1} << (pair_bit % 64);
  }
  if (whole) return set(triples_[TripleHash(prefix.data()) >> table_shift_]);
  for (std::uint32_t child = here.first_child; child < here.first_child + here.child_count; ++child) {
    prefix.push_back(static_cast<char>(trie.bytes[child]));
    AddLonger(trie, child, prefix, bit);
    prefix.pop_back();
  }
}

void LexiconFilter::Find(std::string_view text, std::size_t from, std::size_t to,
                         std::vector<Place>& places) const {
  constexpr std::size_t kRoom = 256;
  Place buffer[kRoom + 1];
  std::size_t count = 0;
  // As Longer, which reads a few bytes at a time.
  auto longer = [&](std::size_t at) -> Mask {
    if constexpr (std::endian::native == std::endian::little) {
      if (text.size() - at > kTripleBytes) {
        constexpr std::uint64_t kSixBytes = 0xFFFFFFFFFFFF;
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, sizeof eight);
        std::uint64_t six = eight & kSixBytes;
        std::uint64_t pair = six * kMix;
        if (!MayBePair(pair)) return 0;
        std::memcpy(&eight, text.data() + at + 1, sizeof eight);
        std::uint64_t triple = (six ^ (eight >> 40) << 40) * kMix;
        return pairs_[pair >> table_shift_] | triples_[triple >> table_shift_];
      }
    }
    return Longer(text, at);
  };
  auto flush = [&] {
    places.insert(places.end(), buffer, buffer + count);
    count = 0;
  };
  for (std::size_t at = from; at < to;) {
    if (count >= kRoom) flush();
    auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      bool word = IsAsciiAlnum(text[at]);
      Mask mask = At(text, at);
      if (word || mask != 0) buffer[count++] = {at, mask};
      ++at;
      for (; word && at < text.size() && IsAsciiAlnum(text[at]); ++at) {
        if (!IsAsciiDigit(text[at - 1]) || IsAsciiDigit(text[at])) continue;
        Mask inside = At(text, at);
        if (inside == 0) continue;
        if (count >= kRoom) flush();
        buffer[count++] = {at, inside};
      }
    } else if (lead >= 0xE0 && lead < 0xF0 && at + 2 < text.size()) {
      std::uint32_t low = Lexicon::Low12(Byte(text, at + 1), Byte(text, at + 2));
      if (Mask mask = begin_.wide[low]; mask != 0) {
        mask = static_cast<Mask>(mask & (alone_[low] | longer(at)));
        if (mask != 0) buffer[count++] = {at, mask};
      }
      at += 3;
    } else {
      Mask mask = At(text, at);
      std::size_t length = LengthByLead(text[at]);
      if (mask != 0 || length != 3) buffer[count++] = {at, mask};
      at += length;
    }
  }
  flush();
}

void Lexicon::Freeze(Ways ways) {
  letters_.assign(kLetterKeys / 64, 0);
  ascii_.assign(128 * 128 / 64, 0);
  ascii_whole_.assign(128 * 128 / 64, 0);
  wide_.assign(4096 / 64, 0);
  wide_whole_.assign(4096 / 64, 0);
  more_.assign(8192 / 64, 0);
  Words sorted(words_.begin(), words_.end());
  SortWords(sorted);
  for (const auto& [word, value] : sorted) NoteBeginning(word);
  forward_.Build(sorted);
  if (ways == Ways::kBoth) {
    last_letters_.assign(kLetterKeys / 64, 0);
    ends_.assign(128 * 128 / 64, 0);
    ends_whole_.assign(128 * 128 / 64, 0);
    more_ends_.assign(8192 / 64, 0);
    std::vector<std::string> reversed;
    reversed.reserve(sorted.size());
    for (auto& [word, value] : sorted) {
      NoteEnding(word);
      word = reversed.emplace_back(word.rbegin(), word.rend());
    }
    SortWords(sorted);
    backward_.Build(sorted);
  }
  words_.clear();
}

template <class Accept>
std::optional<Lexicon::Hit> Lexicon::Walk(std::string_view text, std::size_t at, Accept accept) const {
  if (forward_.nodes.empty() || at >= text.size()) return std::nullopt;
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(AsciiLower(text[i])); };
  std::uint32_t root = forward_.at_root[byte(at)];
  if (root == 0) return std::nullopt;
  std::optional<Hit> best;
  const Node* node = &forward_.nodes[root];
  std::size_t i = at + 1;
  while (true) {
    if (node->value >= 0 && accept(i)) best = Hit{i - at, static_cast<std::uint32_t>(node->value)};
    if (i >= text.size() || node->child_count == 0) break;
    node = forward_.Child(*node, byte(i));
    if (node == nullptr) break;
    ++i;
  }
  return best;
}

std::optional<Lexicon::Hit> Lexicon::LongestHere(std::string_view text, std::size_t at) const {
  if (!IsWordEdge(text, at)) return std::nullopt;
  return Walk(text, at, [&](std::size_t end) { return IsWordEdge(text, end); });
}

std::optional<Lexicon::Hit> Lexicon::LongestLoose(std::string_view text, std::size_t at) const {
  if (!MayBegin(text, at)) return std::nullopt;
  return Walk(text, at, [&](std::size_t end) { return IsWordEdge(text, end) || IsAsciiDigit(text[end]); });
}

std::optional<Lexicon::Hit> Lexicon::LongestEndingHere(std::string_view text, std::size_t end,
                                                       std::size_t floor) const {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(AsciiLower(text[i])); };
  std::uint32_t root = backward_.at_root[byte(end - 1)];
  if (root == 0) return std::nullopt;
  std::optional<Hit> best;
  const Node* node = &backward_.nodes[root];
  std::size_t i = end - 1;
  while (true) {
    if (node->value >= 0 && IsWordEdge(text, i)) best = Hit{end - i, static_cast<std::uint32_t>(node->value)};
    if (i <= floor || node->child_count == 0) break;
    node = backward_.Child(*node, byte(i - 1));
    if (node == nullptr) break;
    --i;
  }
  return best;
}

std::optional<std::uint32_t> Lexicon::Find(std::string_view word) const {
  auto hit = Walk(word, 0, [&](std::size_t end) { return end == word.size(); });
  return hit ? std::optional(hit->value) : std::nullopt;
}

}  // namespace tally
