// The road from paths to findings, stage by stage. pipeline.cc is its table of contents. Disk and clock are
// touched here and in cli/ only.
#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/extractor.h"
#include "compare/compare.h"
#include "document/document_words.h"
#include "report/report_input.h"
#include "rules/rule_set.h"

namespace tally {

// The version of the program, as `tally version` prints it.
std::string_view ToolVersion();

// The rules with all that is made from them once. Immutable; any number of threads may read with it.
struct Toolkit {
  RuleSet rules;
  DocumentWords words;
  std::unique_ptr<Extractor> extractor;
};

// `rules_directory`: extends or replaces the rules compiled in; empty for those alone. Throws UserError with
// every error of the rule files, a line each.
std::unique_ptr<Toolkit> LoadToolkit(const std::string& rules_directory);

// A document's bytes under the name that the user gave.
struct InputFile {
  std::string path;
  std::string content;
  // The publication date, where something beside the text gives it (a field of JSON Lines): it outranks what
  // the text says.
  std::optional<Day> published = {};
};

struct InputOptions {
  // A file larger than this is refused with a message, not read in part: a quarter of a gigabyte is far above
  // any article, and several times as much memory is at hand on any machine that runs this.
  std::size_t max_bytes = std::size_t{256} << 20;
  // What "-" reads, and the name that its document gets.
  std::istream* standard_input = nullptr;
  std::string standard_input_name = "-";
};

// The files below the paths, sorted, each once: a folder gives its *.md, *.markdown and *.txt files, without
// hidden ones and without README, LICENSE and the like; a file that is named is taken whatever it is called;
// "-" is standard input. What cannot be read is added to `problems` ("missing.md: no such file or folder").
std::vector<std::string> ListInputs(const std::vector<std::string>& paths,
                                    std::vector<std::string>& problems);
// nullopt, with the reason in `problems`, where a file cannot be read.
std::optional<InputFile> ReadInput(const std::string& path, const InputOptions& options,
                                   std::vector<std::string>& problems);

// Extractions in the order of the inputs. Runs on all cores; `progress`, where given, is called with the
// number of documents done, from any thread, one call at a time.
std::vector<Extraction> ExtractAll(const std::vector<InputFile>& inputs, const Toolkit& toolkit,
                                   unsigned threads,
                                   const std::function<void(std::size_t)>& progress = nullptr);

// One input, as ExtractAll reads it.
Extraction ExtractOne(const InputFile& input, const Toolkit& toolkit);

// Everything that a report shows, from what was extracted.
ReportInput MakeReport(const std::vector<Extraction>& extractions, const Toolkit& toolkit);

}  // namespace tally
