// A Han character and a word of letters and digits are tokens; everything else only stands between them. A
// shingle begins at each token and takes as many as weigh kShingleWeight together, a Han character 1 and a
// word 2: six characters, three words, or a mixture. Shorter ones are shared by chance, longer ones are lost
// to every edited word.
#include "document/sketch.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "base/text_hash.h"
#include "base/utf8.h"

namespace tally {
namespace {

constexpr unsigned kShingleWeight = 6;
// A line that weighs less is a heading, a category, a link to another page.
constexpr unsigned kLeastBlockWeight = 16;
// Fewer shingles are a notice of a sentence or two: what such notices share may well be the event.
constexpr std::size_t kLeastShingles = 24;

struct ShingleToken {
  std::uint64_t hash = 0;
  unsigned weight = 0;
};

// Calls `take` with each token of folded text.
template <class Take>
void EachToken(std::string_view text, Take take) {
  std::uint64_t word = kFnvBasis;
  bool in_word = false;
  auto end_word = [&] {
    if (in_word) take(ShingleToken{word, 2});
    word = kFnvBasis;
    in_word = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = DecodeUtf8(text, at);
    bool ascii = c.value < 0x80;
    bool letter = ascii ? IsAsciiAlnum(text[at]) : IsAlphabetic(c.value);
    if (letter) {
      word = (word ^ (ascii ? static_cast<unsigned char>(AsciiLower(text[at])) : c.value)) * kFnvPrime;
      in_word = true;
    } else {
      end_word();
      if (IsHan(c.value)) take(ShingleToken{(kFnvBasis ^ c.value) * kFnvPrime, 1});
    }
    at += c.length;
  }
  end_word();
}

// The smallest hashes so far. Kept loosely, so that adding is constant on average.
class Smallest {
 public:
  void Add(std::uint64_t hash) {
    ++added_;
    if (hash > limit_) return;
    hashes_.push_back(hash);
    if (hashes_.size() >= 4 * kSketchSize) Cut();
  }
  std::size_t added() const { return added_; }
  std::vector<std::uint64_t> Take() {
    Cut();
    return std::move(hashes_);
  }

 private:
  void Cut() {
    std::ranges::sort(hashes_);
    hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
    if (hashes_.size() < kSketchSize) return;
    hashes_.resize(kSketchSize);
    limit_ = hashes_.back();
  }

  std::vector<std::uint64_t> hashes_;
  std::uint64_t limit_ = std::numeric_limits<std::uint64_t>::max();
  std::size_t added_ = 0;
};

// The last tokens, of which the shingles are made. Each weighs 1 at least, so a shingle has kShingleWeight of
// them at most.
class Shingler {
 public:
  explicit Shingler(Smallest& smallest) : smallest_(smallest) {}

  void Add(const ShingleToken& token) {
    ring_[(first_ + count_++) % ring_.size()] = token;
    weight_ += token.weight;
    while (weight_ >= kShingleWeight) {
      std::uint64_t hash = kFnvBasis;
      for (std::size_t i = 0; i < count_; ++i) hash = MixBits(hash ^ At(i).hash);
      smallest_.Add(hash);
      weight_ -= At(0).weight;
      first_ = (first_ + 1) % ring_.size();
      --count_;
    }
  }

 private:
  const ShingleToken& At(std::size_t i) const { return ring_[(first_ + i) % ring_.size()]; }

  Smallest& smallest_;
  std::array<ShingleToken, kShingleWeight> ring_ = {};
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  unsigned weight_ = 0;
};

bool IsText(const Block& block) {
  if (block.field != Field::kBody || block.heading) return false;
  unsigned weight = 0;
  // So many bytes of text hold enough tokens, if it is text.
  EachToken(std::string_view(block.text.str()).substr(0, 512),
            [&](const ShingleToken& t) { weight += t.weight; });
  return weight >= kLeastBlockWeight;
}

std::size_t UpTo(const std::vector<std::uint64_t>& sketch, std::uint64_t bound) {
  return static_cast<std::size_t>(std::ranges::upper_bound(sketch, bound) - sketch.begin());
}

// All shingles of the text up to this hash are in the sketch.
std::uint64_t CompleteUpTo(const std::vector<std::uint64_t>& sketch) {
  return sketch.size() < kSketchSize ? std::numeric_limits<std::uint64_t>::max() : sketch.back();
}

}  // namespace

std::vector<std::uint64_t> SketchOf(const Document& document) {
  Smallest smallest;
  Shingler shingler(smallest);
  for (const Block& block : document.blocks) {
    if (!IsText(block)) continue;
    EachToken(block.text.str(), [&](const ShingleToken& token) { shingler.Add(token); });
  }
  if (smallest.added() < kLeastShingles) return {};
  return smallest.Take();
}

bool SketchOverlap::Contains(std::size_t percent, std::size_t least) const {
  return shared >= least && shared * 100 >= std::min(first, second) * percent;
}

SketchOverlap CompareSketches(const std::vector<std::uint64_t>& first,
                              const std::vector<std::uint64_t>& second) {
  std::uint64_t bound = std::min(CompleteUpTo(first), CompleteUpTo(second));
  SketchOverlap overlap{UpTo(first, bound), UpTo(second, bound), 0};
  for (std::size_t a = 0, b = 0; a < overlap.first && b < overlap.second;) {
    if (first[a] == second[b]) ++overlap.shared;
    bool advance_first = first[a] <= second[b];
    bool advance_second = second[b] <= first[a];
    if (advance_first) ++a;
    if (advance_second) ++b;
  }
  return overlap;
}

}  // namespace tally
