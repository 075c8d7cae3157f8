// Texts that attack whoever shows them, made from pieces by a generator with a fixed seed.
#pragma once

#include <cstddef>
#include <random>
#include <string>

#include "report/check_report.h"

namespace tally {

class HostileText {
 public:
  explicit HostileText(unsigned seed) : random_(seed) {}

  // Up to `most` pieces: workflow commands, escape sequences, bidirectional controls, HTML, Markdown, XML,
  // bytes that are no UTF-8, and Chinese and emoji between them.
  std::string Text(std::size_t most);
  // A name that a file system would take: no NUL and no slash, not empty.
  std::string FileName();
  // A finding of two to four members; all that comes from documents is hostile.
  Finding MakeFinding();

 private:
  std::size_t Below(std::size_t bound) { return random_() % bound; }
  Claim MakeMember();

  std::mt19937 random_;
};

}  // namespace tally
