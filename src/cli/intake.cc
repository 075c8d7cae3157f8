#include "cli/intake.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/parallel.h"
#include "cli/progress.h"

namespace tally {
namespace {

// A batch is large enough to keep all cores busy, and small enough that a stream is answered soon and that
// what it takes stays in the caches: bytes a core, and documents.
constexpr std::size_t kBatchBytes = std::size_t{1} << 20;
constexpr unsigned kMostBatchCores = 8;
constexpr std::size_t kBatchDocuments = 512;

}  // namespace

Feed Intake::FeedOf(InputSource& source, const std::function<bool(const InputFile&)>& skip) {
  auto next = [this, &source, skip]() -> std::optional<InputFile> {
    while (auto input = source.Next()) {
      if (!skip || !skip(*input)) return input;
      proof_.AddUnchanged();
    }
    return std::nullopt;
  };
  return {next, source.problems(), source.files().size()};
}

void Intake::Run(InputSource& source, const std::function<void(std::vector<Extraction>&)>& take,
                 const std::function<bool(const InputFile&)>& skip) {
  Run(FeedOf(source, skip), take);
}

void Intake::Run(const Feed& feed, const std::function<void(std::vector<Extraction>&)>& take) {
  auto read = [&](const std::vector<InputFile>& inputs, const Reported& progress) {
    return ExtractAll(inputs, toolkit_, invocation_.global.threads, progress, extras_);
  };
  RunBatches(feed, read, [&](std::vector<Extraction>& batch) {
    for (const Extraction& extraction : batch) {
      proof_.Add(extraction);
      Warn(extraction.info.path, extraction.problems);
    }
    take(batch);
  });
}

// `read` makes documents of a batch of inputs, `take` gets them, in the order of the feed.
template <class Read, class Take>
void Intake::RunBatches(const Feed& feed, const Read& read, const Take& take) {
  Progress progress(invocation_, feed.total);
  std::vector<InputFile> batch;
  std::size_t bytes = 0;
  std::size_t batch_bytes = kBatchBytes * std::clamp(invocation_.global.threads, 1u, kMostBatchCores);
  auto finish_batch = [&] {
    progress.Wipe();
    ReportProblems(feed.problems);
    std::size_t before = proof_.files();
    auto documents = read(batch, [&](std::size_t done) { progress.Show(before + done); });
    progress.Wipe();
    take(documents);
    batch.clear();
    bytes = 0;
  };
  while (auto input = feed.next()) {
    bytes += input->content.size();
    batch.push_back(std::move(*input));
    if (bytes >= batch_bytes || batch.size() >= kBatchDocuments) finish_batch();
  }
  finish_batch();
}

std::vector<Extraction> Intake::All(InputSource& source) {
  std::vector<Extraction> all;
  Run(source, [&](std::vector<Extraction>& batch) {
    std::move(batch.begin(), batch.end(), std::back_inserter(all));
  });
  return all;
}

std::vector<ComparedDocument> Intake::ReadCompared(const std::vector<InputFile>& inputs,
                                                   const Reported& progress) const {
  unsigned threads = invocation_.global.threads;
  if (cache_ != nullptr) return cache_->ReadAll(inputs, toolkit_, threads, progress);
  return ParallelMap(inputs.size(), threads, progress, [&](std::size_t i) {
    return Compared(ExtractOne(inputs[i], toolkit_, extras_), toolkit_);
  });
}

std::vector<ComparedDocument> Intake::AllCompared(InputSource& source) {
  std::vector<ComparedDocument> all;
  auto read = [&](const std::vector<InputFile>& inputs, const Reported& progress) {
    return ReadCompared(inputs, progress);
  };
  RunBatches(FeedOf(source), read, [&](std::vector<ComparedDocument>& batch) {
    for (ComparedDocument& document : batch) {
      proof_.Add(document);
      Warn(document.info.path, document.problems);
      all.push_back(std::move(document));
    }
  });
  return all;
}

std::vector<ComparedDocument> Intake::Quietly(InputSource& source) const {
  std::vector<InputFile> inputs;
  while (auto input = source.Next()) inputs.push_back(std::move(*input));
  return ReadCompared(inputs, nullptr);
}

void Intake::Warn(const std::string& path, const std::vector<std::string>& problems) {
  for (const std::string& problem : problems) {
    warnings_.push_back(fmt::format("{}: {}", path, problem));
    invocation_.console.Warning(warnings_.back());
  }
}

void Intake::ReportProblems(std::vector<std::string>& problems) {
  for (const std::string& problem : problems) {
    invocation_.console.Error(problem);
    errors_.push_back(problem);
  }
  problems.clear();
}

void Intake::PrintProof(std::optional<std::size_t> compared) const {
  if (!invocation_.global.quiet) invocation_.console.err << proof_.Line(toolkit_.rules, compared) << "\n";
}

}  // namespace tally
