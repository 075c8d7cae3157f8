// From a path to bytes.
#pragma once

#include <cstddef>
#include <fstream>
#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "document/encoding.h"
#include "input/input_file.h"
#include "input/unpack.h"

namespace tally {

struct InputOptions {
  // A document larger than this is refused with a message, not read in part: a quarter of a gigabyte is far
  // above any article, and several times as much memory is at hand on any machine that runs this. Compressed
  // files are measured as they are and unpacked, so that a small file cannot fill the memory.
  std::size_t max_bytes = std::size_t{256} << 20;
  // What "-" reads, and the name that its document gets.
  std::istream* standard_input = nullptr;
  std::string standard_input_name = "-";
  // In front of what the documents declare and what is found; nullopt: found for each.
  std::optional<Encoding> encoding = {};
  // Gives the bytes of a path where they are no file on the disk: of an object of git's. Empty: the disk.
  std::function<std::string(const std::string& path)> contents = {};
};

// A file or standard input ("-"), open and unpacked.
class OpenedInput {
 public:
  // nullptr, with the reason in `problems`, where it cannot be opened.
  static std::unique_ptr<OpenedInput> Open(const std::string& path, const InputOptions& options,
                                           std::vector<std::string>& problems);

  // Bytes at hand instead of a file.
  static std::unique_ptr<OpenedInput> OfBytes(std::string name, const std::string& bytes);

  std::streambuf& bytes() { return *unpacker_; }
  // How messages name it: the path, or "standard input".
  const std::string& name() const { return name_; }
  // What went wrong while it was read; empty where nothing did.
  std::string Error() const;
  bool packed() const { return unpacker_->packed(); }
  // How many were handed over instead of a file.
  std::size_t bytes_at_hand() const { return memory_.view().size(); }

 private:
  std::ifstream file_;
  std::stringbuf memory_;  // in the place of the file: bytes that were handed over, InputOptions::contents
  std::string name_;
  std::unique_ptr<Unpacker> unpacker_;
};

// nullopt, with the reason in `problems`, where a file cannot be read: "a.md.gz: the gzip data ends too
// early".
std::optional<InputFile> ReadInput(const std::string& path, const InputOptions& options,
                                   std::vector<std::string>& problems);

// The same of bytes that stand for a file of that name.
std::optional<InputFile> ReadBytes(const std::string& path, const std::string& bytes,
                                   const InputOptions& options, std::vector<std::string>& problems);

}  // namespace tally
