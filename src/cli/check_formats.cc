#include "cli/check_formats.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/output_file.h"
#include "report/github_annotations.h"
#include "report/json_report.h"
#include "report/text_findings.h"

namespace tally {
namespace {

CheckFormat FormatOf(const std::string& item) {
  std::size_t equals = std::min(item.find('='), item.size());
  CheckFormat format{Choice("--format", item.substr(0, equals), {"text", "json", "github"}), ""};
  if (equals == item.size()) return format;
  format.file = item.substr(equals + 1);
  if (format.file.empty()) throw UserError(fmt::format("--format: '{}' names no file", item));
  return format;
}

void CheckSharing(const std::vector<CheckFormat>& formats) {
  std::size_t on_stdout = 0;
  bool json_on_stdout = false;
  for (const CheckFormat& format : formats) {
    if (!format.file.empty()) continue;
    ++on_stdout;
    if (format.name == "json") json_on_stdout = true;
  }
  if (json_on_stdout && on_stdout > 1) {
    throw UserError("--format: json cannot share standard output; write it to a file with json=FILE");
  }
}

std::string TextOf(const CheckFormat& format, const CheckReport& check, bool color) {
  if (format.name == "json") return JsonReport(check.report);
  if (format.name == "github") return GithubAnnotations(check.report.findings, check.focus);
  return TextFindings(check.report.findings, color && format.file.empty(), check.focus);
}

}  // namespace

const char* CheckFormatHelp() {
  return "text, json, github, with commas between; NAME=FILE writes to a file: text,json=findings.json "
         "(default: text)";
}

std::vector<CheckFormat> CheckFormatsOf(const Invocation& invocation) {
  std::vector<CheckFormat> formats;
  for (const std::string& item : SplitCommas(invocation.Text("format", "text"))) {
    formats.push_back(FormatOf(item));
  }
  CheckSharing(formats);
  return formats;
}

bool WriteFormats(const CheckReport& check, const std::vector<CheckFormat>& formats,
                  const Invocation& invocation) {
  bool written = true;
  for (const CheckFormat& format : formats) {
    std::string text = TextOf(format, check, invocation.global.color);
    if (format.file.empty()) {
      invocation.console.out << text;
      continue;
    }
    try {
      WriteFileAtomically(format.file, text);
    } catch (const UserError& error) {
      invocation.console.Error(error.what());
      written = false;
    }
  }
  return written;
}

}  // namespace tally
