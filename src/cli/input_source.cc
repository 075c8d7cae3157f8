#include "cli/input_source.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

#include "base/error.h"
#include "cli/arguments.h"

namespace tally {
namespace {

namespace po = boost::program_options;

}  // namespace

void AddSizeOption(po::options_description& options) {
  AddOption(options, "max-bytes", "N", "refuse larger files; 64K, 16M, 1G are understood (default: 256M)");
}

void AddReadingOptions(po::options_description& options) {
  AddOption(options, "input-format", "FORMAT",
            "text: a document a file; jsonl: a document a line, {\"id\", \"text\", \"published\"?} (default: "
            "text)");
  AddOption(options, "path", "NAME", "the name of the document on standard input (default: -)");
  AddSizeOption(options);
}

ReadingOptions ReadingOptionsOf(const Invocation& invocation) {
  ReadingOptions options;
  if (invocation.Has("max-bytes"))
    options.input.max_bytes = CountOf("--max-bytes", invocation.Text("max-bytes"), true);
  options.input.standard_input = &invocation.console.in;
  options.input.standard_input_name = invocation.Text("path", "-");
  options.json_lines =
      Choice("--input-format", invocation.Text("input-format", "text"), {"text", "jsonl"}) == "jsonl";
  return options;
}

InputSource::InputSource(const std::vector<std::string>& paths, ReadingOptions options)
    : options_(std::move(options)) {
  if (paths.empty()) throw UserError("no input: name files or folders, or - for standard input");
  files_ = ListInputs(paths, problems_);
  if (files_.empty() && problems_.empty()) {
    throw UserError(fmt::format("no articles in {} (files named *.md, *.markdown or *.txt are read)",
                                fmt::join(paths, ", ")));
  }
}

std::optional<InputFile> InputSource::Next() {
  if (options_.json_lines) return NextLine();
  while (next_ < files_.size()) {
    if (auto file = ReadInput(files_[next_++], options_.input, problems_)) return file;
  }
  return std::nullopt;
}

std::optional<InputFile> InputSource::NextLine() {
  for (;;) {
    if (lines_ != nullptr) {
      if (auto document = lines_->Next(problems_)) return document;
      lines_.reset();
    }
    if (next_ == files_.size()) return std::nullopt;
    if (!OpenLines(files_[next_++])) continue;
  }
}

bool InputSource::OpenLines(const std::string& path) {
  std::size_t limit = options_.input.max_bytes;
  if (path == "-") {
    lines_ = std::make_unique<JsonLineReader>(*options_.input.standard_input, "standard input", limit);
    return true;
  }
  stream_ = std::ifstream(path, std::ios::binary);
  if (!stream_ || std::filesystem::is_directory(path)) {
    problems_.push_back(fmt::format("{}: cannot be read", path));
    return false;
  }
  lines_ = std::make_unique<JsonLineReader>(stream_, path, limit);
  return true;
}

}  // namespace tally
