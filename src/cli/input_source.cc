#include "cli/input_source.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/arguments.h"
#include "document/packed_name.h"

namespace tally {
namespace {

namespace po = boost::program_options;

FileLayout LayoutOfEnding(std::string_view path) {
  std::string name = AsciiLower(NameInside(path));
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return FileLayout::kJsonLines;
  return name.ends_with(".json") ? FileLayout::kJsonValues : FileLayout::kOneDocument;
}

std::optional<FileLayout> LayoutOption(const Invocation& invocation) {
  std::string format =
      Choice("--input-format", invocation.Text("input-format", "auto"), {"auto", "text", "jsonl", "json"});
  if (format == "auto") return std::nullopt;
  if (format == "text") return FileLayout::kOneDocument;
  return format == "jsonl" ? FileLayout::kJsonLines : FileLayout::kJsonValues;
}

std::optional<Encoding> EncodingOption(const Invocation& invocation) {
  if (!invocation.Has("encoding")) return std::nullopt;
  std::string label = invocation.Text("encoding");
  auto encoding = EncodingFromLabel(label);
  if (!encoding) Choice("--encoding", label, EncodingNames());
  return encoding;
}

std::vector<std::string> Values(const Invocation& invocation, const char* option) {
  if (!invocation.Has(option)) return {};
  return invocation.values[option].as<std::vector<std::string>>();
}

DocumentFields FieldsOption(const Invocation& invocation) {
  DocumentFields fields;
  for (const std::string& item : Values(invocation, "field")) {
    std::size_t equals = item.find('=');
    if (equals == std::string::npos || equals + 1 == item.size()) {
      throw UserError(fmt::format("--field: '{}' is not of the form FIELD=KEY, such as text=body", item));
    }
    fields.Set(Choice("--field", item.substr(0, equals), DocumentFields::Names()), item.substr(equals + 1));
  }
  return fields;
}

}  // namespace

void AddReadingOptions(po::options_description& options) {
  AddOption(
      options, "input-format", "FORMAT",
      "text: a document a file; jsonl: a JSON object a line, {\"id\", \"text\", \"published\"?, "
      "\"title\"?, \"source\"?, \"author\"?, \"url\"?}; json: an array of them (default: by the ending, "
      ".jsonl, .ndjson or .json)");
  AddListOption(
      options, "field", "FIELD=KEY",
      "the key of JSON that holds a field, with dots for nested ones: text=article.body; may be given "
      "several times");
  AddOption(options, "encoding", "NAME",
            "read the files in this encoding, such as gb18030, big5 or shift_jis (default: found for each)");
  AddListOption(options, "exclude", "GLOB",
                "leave out files and folders that match, as a line of .gitignore would; may be given several "
                "times");
  AddFlag(options, "no-ignore", "read in folders also what .gitignore leaves out");
  AddOption(options, "path", "NAME", "the name of the document on standard input (default: -)");
  AddOption(options, "max-bytes", "N",
            "refuse larger documents, packed or unpacked; 64K, 16M, 1G are understood (default: 256M)");
}

ReadingOptions ReadingOptionsOf(const Invocation& invocation) {
  ReadingOptions options;
  if (invocation.Has("max-bytes"))
    options.input.max_bytes = CountOf("--max-bytes", invocation.Text("max-bytes"), true);
  options.input.standard_input = &invocation.console.in;
  options.input.standard_input_name = invocation.Text("path", "-");
  options.input.encoding = EncodingOption(invocation);
  options.list.exclude = Values(invocation, "exclude");
  options.list.git_ignore = !invocation.Has("no-ignore");
  options.layout = LayoutOption(invocation);
  options.fields = FieldsOption(invocation);
  return options;
}

FileLayout LayoutOf(const std::string& path, const ReadingOptions& options) {
  if (options.layout) return *options.layout;
  return LayoutOfEnding(path == "-" ? options.input.standard_input_name : path);
}

InputSource::InputSource(const std::vector<std::string>& paths, ReadingOptions options)
    : options_(std::move(options)) {
  if (paths.empty()) throw UserError("no input: name files or folders, or - for standard input");
  files_ = ListInputs(paths, problems_, options_.list);
  if (files_.empty() && problems_.empty()) {
    throw UserError(
        fmt::format("no articles in {} (files named {} are read)", fmt::join(paths, ", "), ArticleEndings()));
  }
}

InputSource InputSource::OfFiles(std::vector<std::string> files, ReadingOptions options) {
  InputSource source(std::move(options));
  source.files_ = std::move(files);
  return source;
}

std::optional<InputFile> InputSource::Next() {
  for (;;) {
    if (json_ != nullptr) {
      if (auto document = NextOfJson()) return AtHome(std::move(*document));
    }
    if (next_ == files_.size()) return std::nullopt;
    const std::string& path = files_[next_++];
    if (options_.home) home_ = options_.home(path);
    FileLayout layout = LayoutOf(path, options_);
    if (layout != FileLayout::kOneDocument) {
      OpenJson(path, layout == FileLayout::kJsonLines ? JsonLayout::kLines : JsonLayout::kValues);
    } else if (auto file = ReadInput(path, options_.input, problems_)) {
      return AtHome(std::move(*file));
    }
  }
}

InputFile InputSource::AtHome(InputFile document) const {
  document.home = home_;
  return document;
}

std::optional<InputFile> InputSource::NextOfJson() {
  if (auto document = json_->Next(problems_)) return document;
  if (!opened_->Error().empty())
    problems_.push_back(fmt::format("{}: {}", opened_->name(), opened_->Error()));
  json_.reset();
  opened_.reset();
  return std::nullopt;
}

void InputSource::OpenJson(const std::string& path, JsonLayout layout) {
  opened_ = OpenedInput::Open(path, options_.input, problems_);
  if (opened_ == nullptr) return;
  json_ = std::make_unique<JsonReader>(opened_->bytes(), opened_->name(), layout, options_.fields,
                                       options_.input.max_bytes);
}

}  // namespace tally
