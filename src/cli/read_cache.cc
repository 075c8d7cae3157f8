#include "cli/read_cache.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>

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
  for (const std::string* part :
       {&input.path, &input.published_time, &input.published_text, &input.title, &input.source, &input.author,
        &input.url, &input.home.currency, &input.home.time_zone})
    text += fmt::format("\n{}:{}", part->size(), *part);
  if (input.published) text += "\npublished " + FormatDay(*input.published);
  if (input.encoding) text += fmt::format("\nencoding {}", static_cast<int>(*input.encoding));
  return Sha256Hex(text).substr(0, 32);
}

// Claims are read from the bytes of the cache. Its checksum was right, which damage never is: what cannot be
// read then was made so.
ComparedDocument DocumentOf(ExtractionCache::Entry entry, const std::shared_ptr<ExtractionCache>& cache,
                            const std::string& folder) {
  ComparedDocument document;
  document.info = std::move(entry.document.info);
  document.outline = std::move(entry.document.outline);
  document.waivers = std::move(entry.document.waivers);
  document.problems = std::move(entry.document.problems);
  DocumentInfo names;
  names.path = document.info.path;
  names.sha256 = document.info.sha256;
  document.claims = [cache, folder, names, bytes = entry.claims] {
    auto claims = ReadClaimBytes(bytes, names);
    if (!claims)
      throw UserError(fmt::format("{}: the cache holds what no tally has written; remove it", folder));
    return std::make_shared<const std::vector<Claim>>(std::move(*claims));
  };
  return document;
}

}  // namespace

ReadCache::ReadCache(const std::string& folder, const Toolkit& toolkit, Extras extras)
    : folder_(folder),
      extras_(extras),
      cache_(std::make_shared<ExtractionCache>(
          folder, fmt::format("{} {} {} {}", ProgramIdentity(), toolkit.rules.version, extras.sketch,
                              extras.identifiers))) {}

std::vector<ComparedDocument> ReadCache::ReadAll(const std::vector<InputFile>& inputs, const Toolkit& toolkit,
                                                 unsigned threads,
                                                 const std::function<void(std::size_t)>& progress) {
  std::vector<std::string> missing(inputs.size());  // the key of what is to be kept; empty: it was there
  auto documents = ParallelMap(inputs.size(), threads, progress, [&](std::size_t i) {
    std::string key = KeyOf(inputs[i]);
    if (auto found = cache_->Find(key)) return DocumentOf(std::move(*found), cache_, folder_);
    missing[i] = std::move(key);
    return Compared(ExtractOne(inputs[i], toolkit, extras_), toolkit);
  });
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const ComparedDocument& document = documents[i];
    if (missing[i].empty()) continue;
    cache_->Put(missing[i], {document.info, document.outline, document.waivers, document.problems},
                *document.claims());
  }
  return documents;
}

void ReadCache::Save(const Console& console) const {
  if (cache_->damaged() > 0) {
    console.Note(fmt::format("{}: {} of the cache is damaged, and was read anew", folder_,
                             Count(cache_->damaged(), "part")));
  }
  std::optional<ExtractionCache::NewFile> file = cache_->Renewed();
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
