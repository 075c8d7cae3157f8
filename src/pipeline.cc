#include "pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <mutex>
#include <set>

#include "base/error.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "document/read_document.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

bool IsArticleName(const fs::path& path) {
  std::string name = AsciiLower(path.filename().string());
  if (name.empty() || name.front() == '.') return false;
  std::string stem = AsciiLower(path.stem().string());
  for (std::string_view other :
       {"readme", "license", "licence", "contributing", "changelog", "code_of_conduct", "hacking"}) {
    if (stem == other) return false;
  }
  std::string ending = AsciiLower(path.extension().string());
  return ending == ".md" || ending == ".markdown" || ending == ".txt";
}

// Folders are walked by hand, so that hidden ones are left out and links are never followed: no loop, nothing
// twice.
void Walk(const fs::path& folder, std::set<std::string>& files, std::vector<std::string>& problems) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) {
    problems.push_back(fmt::format("{}: cannot read this folder: {}", folder.string(), error.message()));
    return;
  }
  for (const fs::directory_entry& entry : entries) {
    if (entry.is_symlink()) continue;
    bool hidden = entry.path().filename().string().starts_with('.');
    if (entry.is_directory(error) && !hidden) {
      Walk(entry.path(), files, problems);
    } else if (entry.is_regular_file(error) && IsArticleName(entry.path())) {
      files.insert(entry.path().lexically_normal().generic_string());
    }
  }
}

std::optional<InputFile> ReadStandardInput(const InputOptions& options, std::vector<std::string>& problems) {
  InputFile file{options.standard_input_name, ""};
  std::istream& in = options.standard_input != nullptr ? *options.standard_input : std::cin;
  std::array<char, 1 << 16> part;
  while (in.read(part.data(), part.size()) || in.gcount() > 0) {
    file.content.append(part.data(), static_cast<std::size_t>(in.gcount()));
    if (file.content.size() <= options.max_bytes) continue;
    problems.push_back(fmt::format(
        "standard input: more than the limit of {} bytes; raise it with --max-bytes", options.max_bytes));
    return std::nullopt;
  }
  return file;
}

// The place of another date in the text is no longer the place of the publication date.
void SetPublished(Document& document, Day published) {
  Publication& publication = document.publication;
  if (publication.date != published) publication.date_text = {};
  publication.date = published;
  publication.date_estimated = false;
}

}  // namespace

std::string_view ToolVersion() { return TALLY_VERSION; }

std::unique_ptr<Toolkit> LoadToolkit(const std::string& rules_directory) {
  std::vector<RuleFile> files = CollectRuleFiles(rules_directory);
  auto toolkit = std::make_unique<Toolkit>();
  std::vector<RuleError> errors;
  toolkit->rules = LoadRules(files, errors);
  if (!errors.empty()) {
    std::string all = fmt::format("{} in the rules:",
                                  errors.size() == 1 ? "an error" : fmt::format("{} errors", errors.size()));
    for (const RuleError& error : errors) all += "\n  " + error.ToString();
    throw UserError(all);
  }
  toolkit->words = ParseDocumentWords([&](const std::string& name) {
    auto file = std::ranges::find(files, fmt::format("words/{}.txt", name), &RuleFile::name);
    return file == files.end() ? std::string() : file->content;
  });
  toolkit->extractor = std::make_unique<Extractor>(toolkit->rules);
  return toolkit;
}

std::vector<std::string> ListInputs(const std::vector<std::string>& paths,
                                    std::vector<std::string>& problems) {
  std::set<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-") {
      files.insert(path);
    } else if (fs::is_directory(path, error)) {
      Walk(path, files, problems);
    } else if (fs::exists(path, error)) {
      files.insert(fs::path(path).lexically_normal().generic_string());
    } else {
      problems.push_back(fmt::format("{}: no such file or folder", path));
    }
  }
  return {files.begin(), files.end()};
}

std::optional<InputFile> ReadInput(const std::string& path, const InputOptions& options,
                                   std::vector<std::string>& problems) {
  if (path == "-") return ReadStandardInput(options, problems);
  std::error_code error;
  auto size = fs::file_size(path, error);
  if (!error && size > options.max_bytes) {
    problems.push_back(fmt::format("{}: {} bytes are more than the limit of {}; raise it with --max-bytes",
                                   path, size, options.max_bytes));
    return std::nullopt;
  }
  std::ifstream in(path, std::ios::binary);
  if (!in || error) {
    problems.push_back(fmt::format("{}: cannot be read{}", path, error ? ": " + error.message() : ""));
    return std::nullopt;
  }
  InputFile file{path, std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>())};
  if (in.bad()) {
    problems.push_back(fmt::format("{}: reading failed half-way", path));
    return std::nullopt;
  }
  return file;
}

Extraction ExtractOne(const InputFile& input, const Toolkit& toolkit) {
  Document document = ReadDocument(input.path, input.content, toolkit.words);
  if (input.published) SetPublished(document, *input.published);
  Extraction extraction = toolkit.extractor->Read(document);
  extraction.problems = std::move(document.problems);
  return extraction;
}

std::vector<Extraction> ExtractAll(const std::vector<InputFile>& inputs, const Toolkit& toolkit,
                                   unsigned threads, const std::function<void(std::size_t)>& progress) {
  std::vector<Extraction> extractions(inputs.size());
  std::size_t done = 0;
  std::mutex mutex;
  ParallelFor(inputs.size(), threads, [&](std::size_t i) {
    extractions[i] = ExtractOne(inputs[i], toolkit);
    std::lock_guard lock(mutex);
    ++done;
    if (progress) progress(done);
  });
  return extractions;
}

ReportInput MakeReport(const std::vector<Extraction>& extractions, const Toolkit& toolkit) {
  ReportInput report;
  report.tool_version = ToolVersion();
  report.rules_version = toolkit.rules.version;
  CompareInput input;
  for (const Extraction& extraction : extractions) {
    report.documents.push_back(extraction.info);
    report.claims.insert(report.claims.end(), extraction.claims.begin(), extraction.claims.end());
    std::ranges::copy_if(extraction.claims, std::back_inserter(input.claims), &Claim::claimed);
  }
  input.documents = report.documents;
  CompareResult compared = Compare(input, toolkit.rules);
  report.findings = std::move(compared.findings);
  report.claims_compared = compared.claims_compared;
  report.origin_clusters = std::move(compared.origin_clusters);
  return report;
}

}  // namespace tally
