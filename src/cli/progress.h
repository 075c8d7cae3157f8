// A progress bar on standard error, where that is a terminal; nothing anywhere else.
#pragma once

#include <cstddef>

#include "cli/command.h"

namespace tally {

class Progress {
 public:
  // `total`: 0 where it is not known beforehand.
  Progress(const Invocation& invocation, std::size_t total);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();  // wipes the bar

  void Show(std::size_t done);

 private:
  const Console& console_;
  std::size_t total_;
  bool on_;
  bool drawn_ = false;
  std::size_t last_step_ = 0;
};

}  // namespace tally
