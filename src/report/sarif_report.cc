#include "report/sarif_report.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <numeric>

#include "base/utf8.h"
#include "report/json_text.h"
#include "report/kind_help.h"
#include "report/overview.h"
#include "report/sarif_result.h"
#include "report/visible_text.h"
#include "report/words.h"

namespace tally {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// "Different values" as "DifferentValues", the form of names in SARIF's examples. A name that is its rule's
// id is forbidden.
std::string RuleName(std::string_view words) {
  std::string out;
  bool upper = true;
  for (char c : words) {
    if (c != ' ') out.push_back(upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    upper = c == ' ';
  }
  return out;
}

// How loud most findings of the kind are; each result has its own level.
Json RuleLevel(FindingKind kind) {
  bool conflict = kind != FindingKind::kSuperseded && kind != FindingKind::kCorroboration;
  return {{"level", conflict ? "warning" : "none"}};
}

Json Rule(const KindHelp& help) {
  std::string id(FindingKindName(help.kind));
  return {{"id", id},
          {"name", RuleName(KindWords(help.kind))},
          {"shortDescription", {{"text", std::string(KindWords(help.kind)) + "."}}},
          {"fullDescription", {{"text", fmt::format("{} {}", help.what, help.why)}}},
          {"help", {{"text", HelpText(help)}, {"markdown", HelpMarkdown(help)}}},
          {"defaultConfiguration", RuleLevel(help.kind)},
          {"properties", {{"tags", {"numbers", "consistency"}}, {"precision", "high"}}}};
}

Json Driver(const ReportInput& report) {
  Json rules = Json::array();
  for (const KindHelp& help : KindHelps()) rules.push_back(Rule(help));
  Json json = {{"name", "tally"}};
  if (!report.tool_version.empty()) json["version"] = report.tool_version;
  json["rules"] = std::move(rules);
  if (!report.rules_version.empty()) json["properties"] = {{"rulesVersion", report.rules_version}};
  return json;
}

Json Notification(const char* level, std::string_view text) {
  return {{"level", level}, {"message", {{"text", text}}}};
}

std::string_view ExitWords(int status) {
  if (status == 0) return "nothing at or above the fail level";
  return status == 1 ? "conflicts at or above the fail level" : "not everything could be checked";
}

Json RunOf(const CheckReport& check, std::size_t left_out) {
  Json notes = Json::array();
  for (const std::string& error : check.errors) notes.push_back(Notification("error", VisibleText(error)));
  for (const std::string& warning : check.warnings)
    notes.push_back(Notification("warning", VisibleText(warning)));
  if (left_out > 0) {
    notes.push_back(Notification("warning", fmt::format("{} left out, the least severe: GitHub takes no more",
                                                        Count(left_out, "result"))));
  }
  return {{"executionSuccessful", check.exit_status < 2},
          {"exitCode", check.exit_status},
          {"exitCodeDescription", ExitWords(check.exit_status)},
          {"toolExecutionNotifications", std::move(notes)}};
}

// Indexes of the findings, those to keep longest first.
std::vector<std::size_t> ByWeight(const std::vector<ShownFinding>& findings) {
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    const ShownFinding& shown = findings[i];
    return std::tuple(shown.state.suppressed(), LoudnessOf(shown),
                      -static_cast<int>(shown.finding->severity));
  });
  return order;
}

std::string LogOf(const CheckReport& check, const std::vector<ShownFinding>& findings,
                  const SarifLimits& limits) {
  SarifArtifacts artifacts(check, findings);
  bool suppressed =
      std::ranges::any_of(findings, [](const ShownFinding& shown) { return shown.state.suppressed(); });
  Json results = Json::array();
  for (const ShownFinding& shown : findings)
    results.push_back(SarifResult(shown, artifacts, {limits.locations, suppressed}));
  Json run;
  run["tool"] = {{"driver", Driver(check.report)}};
  run["invocations"] = Json::array({RunOf(check, check.report.findings.size() - findings.size())});
  run["originalUriBaseIds"] = {{"%SRCROOT%", {{"description", {{"text", "The root of the repository."}}}}}};
  run["artifacts"] = artifacts.List();
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = std::move(results);
  return DumpJson({{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}}, 2) +
         "\n";
}

std::size_t GzipSize(const std::string& text) {
  std::vector<Bytef> packed(compressBound(static_cast<uLong>(text.size())));
  uLongf size = static_cast<uLongf>(packed.size());
  compress2(packed.data(), &size, reinterpret_cast<const Bytef*>(text.data()),
            static_cast<uLong>(text.size()), Z_DEFAULT_COMPRESSION);
  // The frame of gzip is twelve bytes longer than that of zlib.
  return size + 12;
}

std::vector<ShownFinding> Heaviest(const std::vector<ShownFinding>& findings, std::size_t count) {
  std::vector<std::size_t> kept = ByWeight(findings);
  kept.resize(std::min(count, kept.size()));
  std::ranges::sort(kept);
  std::vector<ShownFinding> out;
  for (std::size_t index : kept) out.push_back(findings[index]);
  return out;
}

}  // namespace

std::string SarifReport(const CheckReport& check, const SarifLimits& limits) {
  std::vector<ShownFinding> findings = ShownFindings(check, SuppressedFindings::kInclude);
  for (std::size_t count = std::min(limits.results, findings.size());;) {
    std::string text = LogOf(check, Heaviest(findings, count), limits);
    // Packed JSON is shorter, so that a short text needs no packing to be known to fit.
    std::size_t size = text.size() <= limits.gzip_bytes ? 0 : GzipSize(text);
    if (count == 0 || size <= limits.gzip_bytes) return text;
    count = std::min(count - 1, static_cast<std::size_t>(static_cast<double>(count) *
                                                         static_cast<double>(limits.gzip_bytes) /
                                                         static_cast<double>(size)));
  }
}

}  // namespace tally
