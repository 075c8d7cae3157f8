#include "claims/own_writing.h"

#include <algorithm>

namespace tally {

namespace {

// A document with more names than this is a list; each is sought in all of it.
constexpr std::size_t kMostSought = 200;

}  // namespace

const std::string& OwnWriting::Of(const std::string& folded) {
  bool ascii =
      std::ranges::none_of(folded, [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
  if (ascii || document_.script == Script::kSimplified) return folded;
  if (known_.size() >= kMostSought && !known_.contains(folded)) return folded;
  auto [place, fresh] = known_.try_emplace(folded, folded);
  if (!fresh) return place->second;
  for (const Block& block : document_.blocks) {
    std::size_t at = block.text.str().find(folded);
    if (at == std::string::npos) continue;
    place->second = block.text.Print(document_.text, {at, at + folded.size()});
    break;
  }
  return place->second;
}

}  // namespace tally
