#include "cli/check_formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <functional>
#include <set>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/check_contents.h"
#include "cli/ci_environment.h"
#include "cli/output_file.h"
#include "report/comment_report.h"
#include "report/github_annotations.h"
#include "report/gitlab_report.h"
#include "report/json_report.h"
#include "report/junit_report.h"
#include "report/log_text.h"
#include "report/rdjson_report.h"
#include "report/sarif_report.h"
#include "report/text_findings.h"

namespace tally {
namespace {

struct FormatEntry {
  const char* name;
  // Lines that may stand among others; all else is a document of its own.
  bool shares_output = false;
  bool needs_contents = false;
  std::string (*render)(const CheckReport& check, bool color);
};

// Standard output may be the log of a CI job.
constexpr FormatEntry kFormats[] = {
    {"text", true, false, [](const CheckReport& check, bool color) { return TextFindings(check, color); }},
    {"json", false, false,
     [](const CheckReport& check, bool) { return LogJson(JsonReport(check.report, check.states)); }},
    {"sarif", false, true, [](const CheckReport& check, bool) { return LogJson(SarifReport(check)); }},
    {"github", true, false, [](const CheckReport& check, bool) { return GithubAnnotations(check); }},
    {"gitlab", false, false, [](const CheckReport& check, bool) { return LogJson(GitlabReport(check)); }},
    {"junit", false, false, [](const CheckReport& check, bool) { return JunitReport(check); }},
    {"rdjson", false, true, [](const CheckReport& check, bool) { return LogJson(RdjsonReport(check)); }},
    {"markdown", false, false, [](const CheckReport& check, bool) { return CommentReport(check); }},
};

const FormatEntry& EntryOf(const CheckFormat& format) {
  return *std::ranges::find_if(kFormats, [&](const FormatEntry& entry) { return entry.name == format.name; });
}

CheckFormat FormatOf(const std::string& item) {
  std::size_t equals = std::min(item.find('='), item.size());
  CheckFormat format{Choice("--format", item.substr(0, equals), CheckFormatNames()), ""};
  if (equals == item.size()) return format;
  format.file = item.substr(equals + 1);
  if (format.file.empty()) throw UserError(fmt::format("--format: '{}' names no file", item));
  return format;
}

void CheckSharing(const std::vector<CheckFormat>& formats) {
  std::set<std::string> files;
  const CheckFormat* alone = nullptr;
  std::size_t on_stdout = 0;
  for (const CheckFormat& format : formats) {
    if (!format.file.empty() && !files.insert(format.file).second)
      throw UserError(fmt::format("--format: two formats go to '{}'", format.file));
    if (!format.file.empty()) continue;
    ++on_stdout;
    if (alone == nullptr && !EntryOf(format).shares_output) alone = &format;
  }
  if (alone != nullptr && on_stdout > 1) {
    throw UserError(fmt::format(
        "--format: {0} cannot share standard output; write it to a file with {0}=FILE", alone->name));
  }
}

// Steps of one job may share the file: what stands there stays.
void AppendSummary(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary | std::ios::app);
  out << text << "\n";
  out.flush();
  if (!out) throw UserError(fmt::format("{}: cannot write: {}", path, std::strerror(errno)));
}

bool Written(const Console& console, const std::function<void()>& write) {
  try {
    write();
  } catch (const UserError& error) {
    console.Error(error.what());
    return false;
  }
  return true;
}

void WriteOne(const CheckReport& check, const CheckFormat& format, const Invocation& invocation) {
  bool to_stdout = format.file.empty();
  std::string text = EntryOf(format).render(check, invocation.global.color && to_stdout);
  if (!to_stdout) return WriteFileAtomically(format.file, text);
  invocation.console.out << text;
}

}  // namespace

std::vector<std::string> CheckFormatNames() {
  std::vector<std::string> names;
  for (const FormatEntry& entry : kFormats) names.emplace_back(entry.name);
  return names;
}

std::vector<CheckFormat> CheckFormatsOf(const Invocation& invocation, const std::string& otherwise) {
  std::vector<CheckFormat> formats;
  for (const std::string& item : SplitCommas(invocation.Text("format", otherwise))) {
    formats.push_back(FormatOf(item));
  }
  CheckSharing(formats);
  return formats;
}

bool WriteFormats(CheckReport& check, const std::vector<CheckFormat>& formats, const Invocation& invocation) {
  CiEnvironment environment = CiEnvironment::Current();
  check.folder = environment.folder;
  check.root = environment.root;
  if (std::ranges::any_of(formats, [](const CheckFormat& format) { return EntryOf(format).needs_contents; }))
    AddContents(check);
  bool written = true;
  for (const CheckFormat& format : formats) {
    written &= Written(invocation.console, [&] { WriteOne(check, format, invocation); });
    if (format.name != "github" || environment.step_summary.empty()) continue;
    written &= Written(invocation.console, [&] {
      AppendSummary(environment.step_summary, CommentReport(check, kSummaryCharacters));
    });
  }
  return written;
}

}  // namespace tally
