// --format of `tally check`: the forms that findings are written in, several in one run.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "report/check_report.h"

namespace tally {

// "json=findings.json": a format and where it goes; empty: standard output.
struct CheckFormat {
  std::string name;
  std::string file;
};

// In the order of the help.
std::vector<std::string> CheckFormatNames();
// Of --format, or `otherwise`, a list of the same form. Throws UserError for an unknown format, for a file
// that is missing or named twice, and for two formats on standard output that cannot share it.
std::vector<CheckFormat> CheckFormatsOf(const Invocation& invocation, const std::string& otherwise = "text");

// Writes each format to its place, and with "github" the summary of the step where there is one. A file that
// cannot be written is an error on the error stream, and the others are still written; false then. Adds to
// `check` what formats need beside the findings: the bytes of documents, and where paths begin.
bool WriteFormats(CheckReport& check, const std::vector<CheckFormat>& formats, const Invocation& invocation);

}  // namespace tally
