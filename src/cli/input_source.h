// The documents that a command reads, one after the other: files and folders, standard input, JSON Lines and
// arrays.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>

#include "cli/command.h"
#include "input/json_reader.h"
#include "pipeline.h"

namespace tally {

// What a file is made of.
enum class FileLayout { kOneDocument, kJsonLines, kJsonValues };

struct ReadingOptions {
  InputOptions input;
  ListOptions list;
  std::optional<FileLayout> layout;  // nullopt: by the ending of the name
  DocumentFields fields;
  std::function<Home(const std::string& path)> home;  // of the articles in a file; empty: not known
};

// --input-format, --field, --encoding, --exclude, --no-ignore, --path, --max-bytes.
void AddReadingOptions(boost::program_options::options_description& options);
ReadingOptions ReadingOptionsOf(const Invocation& invocation);

// By the option, else by the ending of the name.
FileLayout LayoutOf(const std::string& path, const ReadingOptions& options);

class InputSource {
 public:
  // Lists what is below `paths` (see ListInputs), sorted. Throws UserError where `paths` is empty.
  InputSource(const std::vector<std::string>& paths, ReadingOptions options);
  // These files, which need not be on the disk (InputOptions::contents).
  static InputSource OfFiles(std::vector<std::string> files, ReadingOptions options);

  // The next document; nullopt at the end.
  std::optional<InputFile> Next();
  // Leaves out the files for which `drop` holds. To be called before the first Next.
  void Drop(const std::function<bool(const std::string&)>& drop) { std::erase_if(files_, drop); }
  // Files of one document or of many.
  const std::vector<std::string>& files() const { return files_; }
  // What could not be read so far.
  std::vector<std::string>& problems() { return problems_; }

 private:
  explicit InputSource(ReadingOptions options) : options_(std::move(options)) {}
  std::optional<InputFile> NextOfJson();
  InputFile AtHome(InputFile document) const;
  void OpenJson(const std::string& path, JsonLayout layout);

  ReadingOptions options_;
  std::vector<std::string> problems_;
  std::vector<std::string> files_;
  std::size_t next_ = 0;
  Home home_;  // of the file that is being read
  // The file of many documents that is being read.
  std::unique_ptr<OpenedInput> opened_;
  std::unique_ptr<JsonReader> json_;
};

}  // namespace tally
