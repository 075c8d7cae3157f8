// As github/codeql-action computes it (src/fingerprints.ts): a polynomial rolling hash modulo 2^64 with the
// factor 37 over a window of 100 UTF-16 code units, from the first of a line on. Blanks and tabs are left
// out, CR and CR LF count as LF; the end of the text is the unit FFFF, and zeros fill the last windows.
#include "report/line_hash.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <unordered_map>

#include "base/utf8.h"

namespace tally {

namespace {

constexpr std::size_t kWindow = 100;
constexpr std::uint64_t kFactor = 37;
constexpr std::uint16_t kEnd = 0xFFFF;

constexpr std::uint64_t FactorOfFirst() {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < kWindow; ++i) power *= kFactor;
  return power;
}

class LineHasher {
 public:
  explicit LineHasher(const std::set<std::size_t>& wanted) : wanted_(wanted) {}

  void Add(std::uint16_t unit) {
    bool after_cr = previous_cr_;
    previous_cr_ = unit == '\r';
    if (unit == ' ' || unit == '\t' || (after_cr && unit == '\n')) return;
    if (unit == '\r') unit = '\n';
    Finish();
    if (at_line_start_) line_at_[index_] = ++line_;
    at_line_start_ = unit == '\n';
    Push(unit);
  }

  std::map<std::size_t, std::string> End() {
    Add(kEnd);
    for (std::size_t i = 0; i < kWindow; ++i) {
      Finish();
      Push(0);
    }
    return std::move(hashes_);
  }

 private:
  // The window begins with the first unit of a line, and is full.
  void Finish() {
    std::size_t line = line_at_[index_];
    if (line == 0) return;
    line_at_[index_] = 0;
    std::size_t count = ++counts_[hash_];
    if (wanted_.contains(line)) hashes_[line] = fmt::format("{:x}:{}", hash_, count);
  }

  void Push(std::uint16_t unit) {
    hash_ = hash_ * kFactor + unit - kFirst * window_[index_];
    window_[index_] = unit;
    index_ = (index_ + 1) % kWindow;
  }

  static constexpr std::uint64_t kFirst = FactorOfFirst();

  const std::set<std::size_t>& wanted_;
  std::map<std::size_t, std::string> hashes_;
  std::unordered_map<std::uint64_t, std::size_t> counts_;
  std::array<std::uint16_t, kWindow> window_{};
  std::array<std::size_t, kWindow> line_at_{};  // the line whose first unit stands there; 0: none
  std::uint64_t hash_ = 0;
  std::size_t index_ = 0;
  std::size_t line_ = 0;
  bool at_line_start_ = true;
  bool previous_cr_ = false;
};

}  // namespace

std::map<std::size_t, std::string> LineHashes(std::string_view text, const std::set<std::size_t>& lines) {
  LineHasher hasher(lines);
  for (std::size_t at = 0; at < text.size();) {
    auto [c, length] = DecodeUtf8(text, at);
    if (c == kReplacement && length == 1) return {};
    at += length;
    if (c < 0x10000) {
      hasher.Add(static_cast<std::uint16_t>(c));
      continue;
    }
    hasher.Add(static_cast<std::uint16_t>(0xD800 + ((c - 0x10000) >> 10)));
    hasher.Add(static_cast<std::uint16_t>(0xDC00 + (c & 0x3FF)));
  }
  return hasher.End();
}

}  // namespace tally
