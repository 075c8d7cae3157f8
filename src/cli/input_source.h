// The documents that a command reads, one after the other: files and folders, standard input, or JSON Lines.
#pragma once

#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>

#include "cli/command.h"
#include "cli/json_lines.h"
#include "pipeline.h"

namespace tally {

struct ReadingOptions {
  InputOptions input;
  bool json_lines = false;
};

// --input-format, --path, --max-bytes.
void AddReadingOptions(boost::program_options::options_description& options);
// --max-bytes alone.
void AddSizeOption(boost::program_options::options_description& options);
ReadingOptions ReadingOptionsOf(const Invocation& invocation);

class InputSource {
 public:
  // Lists what is below `paths` (see ListInputs), sorted. Throws UserError where `paths` is empty.
  InputSource(const std::vector<std::string>& paths, ReadingOptions options);

  // The next document; nullopt at the end.
  std::optional<InputFile> Next();
  // Leaves out the files for which `drop` holds. To be called before the first Next.
  void Drop(const std::function<bool(const std::string&)>& drop) { std::erase_if(files_, drop); }
  // Files, or sources of JSON Lines.
  const std::vector<std::string>& files() const { return files_; }
  // What could not be read so far.
  std::vector<std::string>& problems() { return problems_; }

 private:
  std::optional<InputFile> NextLine();
  bool OpenLines(const std::string& path);

  ReadingOptions options_;
  std::vector<std::string> problems_;
  std::vector<std::string> files_;
  std::size_t next_ = 0;
  std::ifstream stream_;
  std::unique_ptr<JsonLineReader> lines_;
};

}  // namespace tally
