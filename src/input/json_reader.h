// Documents out of a stream of JSON, one at a time, so that a stream of any length needs no more memory than
// its longest document.
#pragma once

#include <cstddef>
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

#include "input/input_file.h"
#include "input/json_document.h"

namespace tally {

enum class JsonLayout {
  kLines,   // an object a line (https://jsonlines.org)
  kValues,  // an array of objects, or objects one after the other, with any white space
};

class JsonReader {
 public:
  // `name`: of the stream, in messages. A document of more than `max_bytes` of JSON is passed over.
  JsonReader(std::streambuf& in, std::string name, JsonLayout layout, DocumentFields fields,
             std::size_t max_bytes)
      : in_(in), name_(std::move(name)), layout_(layout), fields_(std::move(fields)), max_bytes_(max_bytes) {}

  // The next document; nullopt at the end. Empty lines are passed over. What is wrong with a document is
  // added to `problems` with the line where it begins ("items.jsonl:3: …"), and the next one is read.
  std::optional<InputFile> Next(std::vector<std::string>& problems);

 private:
  // A document as it stands in the stream, and the line that it begins in.
  struct Item {
    std::string text;
    std::size_t line = 0;
    bool fits = true;
    bool complete = true;

    void Add(char c, std::size_t max_bytes) {
      if (text.size() < max_bytes) {
        text.push_back(c);
      } else {
        fits = false;
      }
    }
  };
  // Empty at the end of the stream.
  std::optional<Item> NextLine();
  std::optional<Item> NextValue();
  void SkipByteOrderMark();
  void SkipBetweenValues();
  int Take();

  std::streambuf& in_;
  std::string name_;
  JsonLayout layout_;
  DocumentFields fields_;
  std::size_t max_bytes_;
  std::size_t line_ = 1;
  bool at_start_ = true;
  bool begun_ = false;  // a value or the array
  bool in_array_ = false;
};

}  // namespace tally
