// JSON Lines as documents: {"id": "a-17", "text": "…", "published": "2025-05-08"} a line, other keys are
// passed over.
#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline.h"

namespace tally {

// One line. Throws UserError with what is wrong with it, without its number.
InputFile ParseDocumentLine(std::string_view line);

// Reads lines one at a time, so that a stream of any length needs no more memory than its longest line.
class JsonLineReader {
 public:
  JsonLineReader(std::istream& in, std::string name, std::size_t max_bytes)
      : in_(in), name_(std::move(name)), max_bytes_(max_bytes) {}

  // The next document; nullopt at the end. Empty lines are passed over. What is wrong with a line is added to
  // `problems`
  // ("items.jsonl: line 3: …"), and the next line is read.
  std::optional<InputFile> Next(std::vector<std::string>& problems);

 private:
  // False at the end of the stream. A line beyond the limit is read to its end and `fits` is false.
  bool ReadLine(std::string& line, bool& fits);

  std::istream& in_;
  std::string name_;
  std::size_t max_bytes_;
  std::size_t line_ = 0;
};

}  // namespace tally
