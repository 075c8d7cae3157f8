// The road from paths to findings, stage by stage. pipeline.cc is its table of contents. Disk and clock are
// touched here and in cli/ only.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claims/extractor.h"
#include "compare/change_role.h"
#include "compare/compare.h"
#include "compare/compared_document.h"
#include "compare/revised.h"
#include "compare/update.h"
#include "document/document_words.h"
#include "input/input_file.h"
#include "input/list_inputs.h"
#include "input/read_input.h"
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
// The same of files that were collected.
std::unique_ptr<Toolkit> MakeToolkit(const std::vector<RuleFile>& files);

// What extractions hold beside their claims: who neither compares nor stores documents has no use for what
// tells copies of a text (DocumentInfo::sketch), and only a list of what was read for the words with digits
// that are no numbers.
struct Extras {
  bool sketch = true;
  bool identifiers = true;
};

// Extractions in the order of the inputs. Runs on all cores; `progress`, where given, is called with the
// number of documents done, from any thread, one call at a time.
std::vector<Extraction> ExtractAll(const std::vector<InputFile>& inputs, const Toolkit& toolkit,
                                   unsigned threads,
                                   const std::function<void(std::size_t)>& progress = nullptr,
                                   Extras extras = {});

// One input, as ExtractAll reads it.
Extraction ExtractOne(const InputFile& input, const Toolkit& toolkit, Extras extras = {});

// Everything that a report shows, from what was extracted; its findings are told in `language`.
ReportInput MakeReport(const std::vector<Extraction>& extractions, const Toolkit& toolkit,
                       Language language = Language::kEnglish);

// What a comparison with many others takes of a document.
ComparedDocument Compared(Extraction extraction, const Toolkit& toolkit);

// The same with the findings alone that concern one of the first `count` documents, and with the claims of
// these: the others are only compared where these touch them.
ReportInput MakeReportAbout(std::size_t count, const std::vector<ComparedDocument>& documents,
                            const Toolkit& toolkit, Language language = Language::kEnglish);

// What a change of articles does to the findings.
struct ChangeReport {
  // Of the state after the change: the claims of the changed articles, and what these and those that they
  // meet take part in.
  ReportInput report;
  std::vector<RoleInChange> roles;  // by finding
};
ChangeReport MakeChangeReport(const StatesInput& states, const ChangedDocuments& changed,
                              const Toolkit& toolkit);
// Adds the figures that the texts changed silently to the findings of a report.
void AddRevised(const std::vector<TextChange>& changes, const Toolkit& toolkit, Language language,
                ReportInput& report);

}  // namespace tally
