// Where the characters of a text stand in the file that it was decoded from. A list of runs: inside a run
// every character takes as many bytes of the text as its neighbours, and as many of the file, so that a page
// of Big5 needs a run for each change between Chinese and ASCII, not an entry a character. Looking up is
// logarithmic in the number of runs.
#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"

namespace tally {

class ByteMap {
 public:
  // Enters the next character: it takes `text_size` bytes of the text, behind all that was entered before,
  // and stands at byte `file_at` of the file with `file_size` bytes. All of it is above zero but file_at.
  void Append(std::size_t text_size, std::size_t file_at, std::size_t file_size);

  // The bytes of the file for a part of the text that begins and ends on character bounds. A map without
  // entries says that the text is the file.
  Span ToFile(Span text) const;

 private:
  struct Run {
    std::size_t text;  // where it begins in the text
    std::size_t file;  // where it begins in the file
    std::size_t text_step;
    std::size_t file_step;
  };
  const Run& RunAt(std::size_t text) const;

  std::vector<Run> runs_;
  std::size_t text_end_ = 0;
};

}  // namespace tally
