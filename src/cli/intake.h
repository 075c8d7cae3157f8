// Reads documents for a command: batches of inputs, extracted on all cores, handed on in order.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/input_source.h"
#include "cli/proof.h"
#include "pipeline.h"

namespace tally {

// Where documents come from, one after the other.
struct Feed {
  std::function<std::optional<InputFile>()> next;  // nullopt at the end
  std::vector<std::string>& problems;              // what could not be read so far
  std::size_t total = 0;                           // for the progress bar; 0: not known
};

class Intake {
 public:
  Intake(const Invocation& invocation, const Toolkit& toolkit, Extras extras = {})
      : invocation_(invocation), toolkit_(toolkit), extras_(extras) {}

  // Calls `take` with the extractions of a batch, in the order of the source. `skip`, where given, says which
  // documents need not be read. Problems go to the error stream as they are met.
  void Run(InputSource& source, const std::function<void(std::vector<Extraction>&)>& take,
           const std::function<bool(const InputFile&)>& skip = nullptr);
  void Run(const Feed& feed, const std::function<void(std::vector<Extraction>&)>& take);
  // All at once, for commands that compare.
  std::vector<Extraction> All(InputSource& source);

  Proof& proof() { return proof_; }
  // Inputs that could not be read: the job is not done.
  std::size_t failures() const { return failures_; }
  int ExitStatus() const { return failures_ > 0 ? kExitFailed : kExitClean; }

  // The closing line, unless --quiet.
  void PrintProof(std::optional<std::size_t> compared = {}) const;

 private:
  void ReportProblems(std::vector<std::string>& problems);

  const Invocation& invocation_;
  const Toolkit& toolkit_;
  Extras extras_;
  Proof proof_;
  std::size_t failures_ = 0;
};

}  // namespace tally
