#include "cli/intake.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/progress.h"

namespace tally {
namespace {

// A batch is large enough to keep all cores busy, and small enough that a stream is answered soon and that
// what it takes stays in the caches: bytes a core, and documents.
constexpr std::size_t kBatchBytes = std::size_t{1} << 20;
constexpr unsigned kMostBatchCores = 8;
constexpr std::size_t kBatchDocuments = 512;

}  // namespace

void Intake::Run(InputSource& source, const std::function<void(std::vector<Extraction>&)>& take,
                 const std::function<bool(const InputFile&)>& skip) {
  auto next = [&]() -> std::optional<InputFile> {
    while (auto input = source.Next()) {
      if (!skip || !skip(*input)) return input;
      proof_.AddUnchanged();
    }
    return std::nullopt;
  };
  Run({next, source.problems(), source.files().size()}, take);
}

void Intake::Run(const Feed& feed, const std::function<void(std::vector<Extraction>&)>& take) {
  Progress progress(invocation_, feed.total);
  std::vector<InputFile> batch;
  std::size_t bytes = 0;
  std::size_t batch_bytes = kBatchBytes * std::clamp(invocation_.global.threads, 1u, kMostBatchCores);
  auto finish_batch = [&] {
    progress.Wipe();
    ReportProblems(feed.problems);
    std::size_t before = proof_.files();
    auto extractions = Extract(batch, [&](std::size_t done) { progress.Show(before + done); });
    progress.Wipe();
    for (const Extraction& extraction : extractions) {
      proof_.Add(extraction);
      for (const std::string& problem : extraction.problems) {
        warnings_.push_back(fmt::format("{}: {}", extraction.info.path, problem));
        invocation_.console.Warning(warnings_.back());
      }
    }
    take(extractions);
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

std::vector<Extraction> Intake::Extract(const std::vector<InputFile>& inputs,
                                        const std::function<void(std::size_t)>& progress) const {
  unsigned threads = invocation_.global.threads;
  return cache_ == nullptr ? ExtractAll(inputs, toolkit_, threads, progress, extras_)
                           : cache_->ExtractAll(inputs, toolkit_, threads, progress);
}

std::vector<Extraction> Intake::All(InputSource& source) {
  std::vector<Extraction> all;
  Run(source, [&](std::vector<Extraction>& batch) {
    std::move(batch.begin(), batch.end(), std::back_inserter(all));
  });
  return all;
}

std::vector<Extraction> Intake::Quietly(InputSource& source) const {
  std::vector<InputFile> inputs;
  while (auto input = source.Next()) inputs.push_back(std::move(*input));
  return Extract(inputs, nullptr);
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
