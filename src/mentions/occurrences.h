// Where any string of a few characters stands in a number of texts: the places of each beginning are listed
// once, so that asking for hundreds of names costs no hundreds of passes.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace tally {

class Occurrences {
 public:
  // A text that must stay where it is. At most 4 GB of texts in all.
  void Add(std::string_view text);
  // To be called once, behind the last text and before any question.
  void Index();

  // Calls visit(text, at) for each place, in order, where the string stands in one of the texts; places do
  // not overlap, as if each search went on behind the place before.
  template <class Visit>
  void ForEach(std::string_view what, Visit visit) const {
    if (what.size() < kKeyBytes || !Begins(what[0])) return ForEachSlowly(what, visit);
    std::size_t free = 0;  // where the last place ended, as a place of all texts together
    for (std::uint32_t i = heads_[Slot(what, 0)]; i != kNone; i = places_[i].next) {
      const Place& place = places_[i];
      std::string_view text = texts_[place.text];
      std::size_t global = starts_[place.text] + place.at;
      if (global < free || text.compare(place.at, what.size(), what) != 0) continue;
      free = global + what.size();
      visit(text, std::size_t{place.at});
    }
  }
  std::size_t Count(std::string_view what) const {
    std::size_t count = 0;
    ForEach(what, [&](std::string_view, std::size_t) { ++count; });
    return count;
  }

  // The same by plain searches.
  template <class Visit>
  void ForEachSlowly(std::string_view what, Visit visit) const {
    if (what.empty()) return;
    for (std::string_view text : texts_) {
      for (std::size_t at = text.find(what); at != std::string_view::npos;
           at = text.find(what, at + what.size()))
        visit(text, at);
    }
  }

 private:
  // What tells one beginning from another: a Han character and the byte that leads the next one.
  static constexpr std::size_t kKeyBytes = 4;
  static constexpr std::uint32_t kSlotBits = 12;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Place {
    std::uint32_t text;
    std::uint32_t at;
    std::uint32_t next;  // of the same slot
  };

  // Names and quotations begin with a letter, a Han character or a mark of three bytes.
  static bool Begins(char c) { return IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0xC3; }
  static std::uint32_t Slot(std::string_view text, std::size_t at) {
    std::uint32_t key = 0;
    std::memcpy(&key, text.data() + at, kKeyBytes);
    return key * 0x9E3779B1u >> (32 - kSlotBits);
  }

  std::vector<std::string_view> texts_;
  std::vector<std::size_t> starts_;  // of each text, were they joined
  std::size_t size_ = 0;
  std::vector<Place> places_;
  std::vector<std::uint32_t> heads_;
};

}  // namespace tally
