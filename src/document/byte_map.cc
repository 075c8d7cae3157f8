#include "document/byte_map.h"

#include <algorithm>

namespace tally {

void ByteMap::Append(std::size_t text_size, std::size_t file_at, std::size_t file_size) {
  bool goes_on = !runs_.empty() && runs_.back().text_step == text_size && runs_.back().file_step == file_size;
  if (goes_on) {
    const Run& run = runs_.back();
    goes_on = run.file + (text_end_ - run.text) / text_size * file_size == file_at;
  }
  if (!goes_on) runs_.push_back({text_end_, file_at, text_size, file_size});
  text_end_ += text_size;
}

const ByteMap::Run& ByteMap::RunAt(std::size_t text) const {
  auto after = std::upper_bound(runs_.begin(), runs_.end(), text,
                                [](std::size_t at, const Run& run) { return at < run.text; });
  return *(after - 1);
}

Span ByteMap::ToFile(Span text) const {
  if (runs_.empty() || text.end > text_end_) return text;
  auto place = [](const Run& run, std::size_t at) {
    return run.file + (at - run.text) / run.text_step * run.file_step;
  };
  if (text.empty()) {
    std::size_t at =
        text.start < text_end_ ? place(RunAt(text.start), text.start) : place(runs_.back(), text_end_);
    return {at, at};
  }
  // The end is where the last character ends, not where the next one begins: marks between the two stay
  // outside.
  return {place(RunAt(text.start), text.start), place(RunAt(text.end - 1), text.end)};
}

}  // namespace tally
