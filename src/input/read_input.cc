#include "input/read_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

#include "input/binary_kind.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPartBytes = 1 << 16;
constexpr std::size_t kEndBytes = 1 << 10;  // behind a part that was not filled: mostly none

}  // namespace

std::unique_ptr<OpenedInput> OpenedInput::Open(const std::string& path, const InputOptions& options,
                                               std::vector<std::string>& problems) {
  auto input = std::make_unique<OpenedInput>();
  if (path == "-") {
    input->name_ = "standard input";
    std::istream& in = options.standard_input != nullptr ? *options.standard_input : std::cin;
    input->unpacker_ = std::make_unique<Unpacker>(*in.rdbuf());
    return input;
  }
  input->name_ = path;
  if (options.contents) {
    input->memory_.str(options.contents(path));
    input->unpacker_ = std::make_unique<Unpacker>(input->memory_);
    return input;
  }
  std::error_code error;
  if (fs::is_directory(path, error)) {
    problems.push_back(fmt::format("{}: cannot be read: it is a folder", path));
    return nullptr;
  }
  errno = 0;
  input->file_.open(path, std::ios::binary);
  if (!input->file_) {
    problems.push_back(fmt::format("{}: cannot be read{}", path,
                                   errno != 0 ? fmt::format(": {}", std::strerror(errno)) : ""));
    return nullptr;
  }
  input->unpacker_ = std::make_unique<Unpacker>(*input->file_.rdbuf());
  return input;
}

std::unique_ptr<OpenedInput> OpenedInput::OfBytes(std::string name, const std::string& bytes) {
  auto input = std::make_unique<OpenedInput>();
  input->name_ = std::move(name);
  input->memory_.str(bytes);
  input->unpacker_ = std::make_unique<Unpacker>(input->memory_);
  return input;
}

std::string OpenedInput::Error() const { return unpacker_->error(); }

namespace {

// `expected`: bytes, 0 where they cannot be known.
std::optional<InputFile> ReadOpened(OpenedInput& input, std::string path, std::size_t expected,
                                    const InputOptions& options, std::vector<std::string>& problems) {
  InputFile file{std::move(path), ""};
  file.encoding = options.encoding;
  // All of a file that is not packed at once; behind its end there is nothing to make room for.
  std::size_t part = expected > 0 ? std::min(expected + 1, kPartBytes) : kPartBytes;
  for (std::size_t size = 0; size <= options.max_bytes;) {
    file.content.resize(size + part);
    auto count = static_cast<std::size_t>(
        input.bytes().sgetn(file.content.data() + size, static_cast<std::streamsize>(part)));
    size += count;
    file.content.resize(size);
    if (count == 0) break;
    part = count < part ? kEndBytes : kPartBytes;
  }
  if (file.content.size() > options.max_bytes) {
    problems.push_back(fmt::format("{}: more than the limit of {} bytes{}; raise it with --max-bytes",
                                   input.name(), options.max_bytes, input.packed() ? " when unpacked" : ""));
    return std::nullopt;
  }
  if (!input.Error().empty()) {
    problems.push_back(fmt::format("{}: {}", input.name(), input.Error()));
    return std::nullopt;
  }
  if (std::string problem = options.encoding ? "" : NoTextProblem(file.content); !problem.empty()) {
    problems.push_back(fmt::format("{}: {}", input.name(), problem));
    return std::nullopt;
  }
  return file;
}

}  // namespace

std::optional<InputFile> ReadInput(const std::string& path, const InputOptions& options,
                                   std::vector<std::string>& problems) {
  bool standard_input = path == "-";
  std::size_t expected = 0;  // bytes, 0 where they cannot be known
  if (!standard_input && !options.contents) {
    std::error_code error;
    // Pipes and devices have no size.
    auto size = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
    if (!error && size > options.max_bytes) {
      problems.push_back(fmt::format("{}: {} bytes are more than the limit of {}; raise it with --max-bytes",
                                     path, size, options.max_bytes));
      return std::nullopt;
    }
    if (!error) expected = size;
  }
  auto input = OpenedInput::Open(path, options, problems);
  if (input == nullptr) return std::nullopt;
  if (options.contents) expected = input->bytes_at_hand();
  return ReadOpened(*input, standard_input ? options.standard_input_name : path, expected, options, problems);
}

std::optional<InputFile> ReadBytes(const std::string& path, const std::string& bytes,
                                   const InputOptions& options, std::vector<std::string>& problems) {
  auto input = OpenedInput::OfBytes(path, bytes);
  return ReadOpened(*input, path, bytes.size(), options, problems);
}

}  // namespace tally
