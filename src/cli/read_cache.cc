#include "cli/read_cache.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>

#include "base/error.h"
#include "base/parallel.h"
#include "base/sha256.h"
#include "cli/output_file.h"
#include "report/overview.h"

namespace tally {
namespace {

// The program by its own bytes: another build of one version may read otherwise.
std::string ProgramIdentity() {
  std::ifstream program("/proc/self/exe", std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(program), {}};
  return bytes.empty() ? std::string(ToolVersion()) : Sha256Hex(bytes);
}

// All that the reading of an input depends on, beside the reader. 32 bytes.
std::string KeyOf(const InputFile& input) {
  std::string text = Sha256Hex(input.content);
  for (const std::string* part : {&input.path, &input.published_time, &input.published_text, &input.title,
                                  &input.source, &input.author, &input.url})
    text += fmt::format("\n{}:{}", part->size(), *part);
  if (input.published) text += "\npublished " + FormatDay(*input.published);
  if (input.encoding) text += fmt::format("\nencoding {}", static_cast<int>(*input.encoding));
  return Sha256Hex(text).substr(0, 32);
}

}  // namespace

ReadCache::ReadCache(const std::string& folder, const Toolkit& toolkit, Extras extras)
    : folder_(folder),
      extras_(extras),
      cache_(folder, fmt::format("{} {} {} {}", ProgramIdentity(), toolkit.rules.version, extras.sketch,
                                 extras.identifiers)) {}

std::vector<Extraction> ReadCache::ExtractAll(const std::vector<InputFile>& inputs, const Toolkit& toolkit,
                                              unsigned threads,
                                              const std::function<void(std::size_t)>& progress) {
  std::vector<Extraction> extractions(inputs.size());
  std::vector<std::string> missing(inputs.size());  // the key of what is to be kept; empty: it was there
  std::size_t done = 0;
  std::mutex mutex;
  ParallelFor(inputs.size(), threads, [&](std::size_t i) {
    std::string key = KeyOf(inputs[i]);
    if (auto found = cache_.Find(key)) {
      extractions[i] = std::move(*found);
    } else {
      extractions[i] = ExtractOne(inputs[i], toolkit, extras_);
      missing[i] = std::move(key);
    }
    std::lock_guard lock(mutex);
    ++done;
    if (progress) progress(done);
  });
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!missing[i].empty()) cache_.Put(missing[i], extractions[i]);
  }
  return extractions;
}

void ReadCache::Save(const Console& console) const {
  if (cache_.damaged() > 0) {
    console.Note(fmt::format("{}: {} of the cache is damaged, and was read anew", folder_,
                             Count(cache_.damaged(), "part")));
  }
  std::optional<ExtractionCache::NewFile> file = cache_.Renewed();
  if (!file) return;
  try {
    WriteFileAtomically(file->path, file->bytes);
  } catch (const UserError& error) {
    console.Warning(fmt::format("{}; the cache stays as it was", error.what()));
    return;
  }
  std::error_code error;
  for (const std::string& old : file->replaced) std::filesystem::remove(old, error);
}

}  // namespace tally
