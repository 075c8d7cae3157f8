#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace tally {
namespace {

constexpr std::size_t kWidth = 30;
// Without a total the count is drawn again after so many documents.
constexpr std::size_t kStride = 100;

}  // namespace

Progress::Progress(const Invocation& invocation, std::size_t total)
    : console_(invocation.console),
      total_(total),
      on_(invocation.console.err_is_terminal && !invocation.global.quiet && total != 1) {}

void Progress::Wipe() {
  if (drawn_) console_.err << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

void Progress::Show(std::size_t done) {
  if (!on_) return;
  std::size_t step = total_ > 0 ? std::min(done, total_) * kWidth / total_ : done / kStride;
  if (drawn_ && step == last_step_) return;
  drawn_ = true;
  last_step_ = step;
  std::string bar = total_ > 0 ? fmt::format("[{:.<{}}] {}/{}", std::string(step, '#'), kWidth, done, total_)
                               : std::to_string(done);
  console_.err << "\r" << bar << " documents" << std::flush;
}

}  // namespace tally
