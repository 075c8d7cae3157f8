#include "mentions/occurrences.h"

namespace tally {

void Occurrences::Add(std::string_view text) {
  texts_.push_back(text);
  starts_.push_back(size_);
  size_ += text.size();
}

void Occurrences::Index() {
  heads_.assign(std::size_t{1} << kSlotBits, kNone);
  places_.reserve(size_ / 2);
  // From the last place to the first, so that each goes before those of its slot that stand behind it.
  for (std::size_t i = texts_.size(); i > 0; --i) {
    std::string_view text = texts_[i - 1];
    for (std::size_t at = text.size() < kKeyBytes ? 0 : text.size() - kKeyBytes + 1; at > 0; --at) {
      // Two of three bytes of a Chinese text begin nothing.
      if ((static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80 || !Begins(text[at - 1])) continue;
      std::uint32_t& head = heads_[Slot(text, at - 1)];
      auto place = static_cast<std::uint32_t>(places_.size());
      places_.push_back({static_cast<std::uint32_t>(i - 1), static_cast<std::uint32_t>(at - 1), head});
      head = place;
    }
  }
}

}  // namespace tally
