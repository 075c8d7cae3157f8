// Reads documents for a command: batches of inputs, extracted on all cores, handed on in order.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/input_source.h"
#include "cli/proof.h"
#include "cli/read_cache.h"
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

  // What is compared is read from the cache where it is there. It must live as long. nullptr: none.
  void UseCache(ReadCache* cache) { cache_ = cache; }

  // Calls `take` with the extractions of a batch, in the order of the source. `skip`, where given, says which
  // documents need not be read. Problems go to the error stream as they are met.
  void Run(InputSource& source, const std::function<void(std::vector<Extraction>&)>& take,
           const std::function<bool(const InputFile&)>& skip = nullptr);
  void Run(const Feed& feed, const std::function<void(std::vector<Extraction>&)>& take);
  // All at once, for commands that compare.
  std::vector<Extraction> All(InputSource& source);

  // The same for a comparison of some with many, from the cache where there is one.
  std::vector<ComparedDocument> AllCompared(InputSource& source);
  // Of an earlier state of articles: neither counted nor complained of.
  std::vector<ComparedDocument> Quietly(InputSource& source) const;

  Proof& proof() { return proof_; }
  // Inputs that could not be read: the job is not done.
  std::size_t failures() const { return errors_.size(); }
  // What was said on the error stream: of inputs that could not be read, and of what was read with doubts.
  const std::vector<std::string>& errors() const { return errors_; }
  const std::vector<std::string>& warnings() const { return warnings_; }
  int ExitStatus() const { return failures() > 0 ? kExitFailed : kExitClean; }

  // The closing line, unless --quiet.
  void PrintProof(std::optional<std::size_t> compared = {}) const;

 private:
  void ReportProblems(std::vector<std::string>& problems);
  void Warn(const std::string& path, const std::vector<std::string>& problems);
  using Reported = std::function<void(std::size_t)>;  // called with the number of documents done
  template <class Read, class Take>
  void RunBatches(const Feed& feed, const Read& read, const Take& take);
  Feed FeedOf(InputSource& source, const std::function<bool(const InputFile&)>& skip = nullptr);
  std::vector<ComparedDocument> ReadCompared(const std::vector<InputFile>& inputs,
                                             const Reported& progress) const;

  const Invocation& invocation_;
  const Toolkit& toolkit_;
  Extras extras_;
  ReadCache* cache_ = nullptr;
  Proof proof_;
  std::vector<std::string> errors_;
  std::vector<std::string> warnings_;
};

}  // namespace tally
