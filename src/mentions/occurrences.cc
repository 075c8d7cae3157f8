#include "mentions/occurrences.h"

namespace tally {

void Occurrences::Add(std::string_view text) {
  auto index = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(text);
  starts_.push_back(size_);
  size_ += text.size();
  for (std::size_t at = 0; at + kKeyBytes <= text.size(); ++at) {
    if (!Begins(text[at])) continue;
    auto place = static_cast<std::uint32_t>(places_.size());
    places_.push_back({index, static_cast<std::uint32_t>(at), kNone});
    std::uint32_t slot = Slot(text, at);
    (heads_[slot] == kNone ? heads_[slot] : places_[tails_[slot]].next) = place;
    tails_[slot] = place;
  }
}

}  // namespace tally
