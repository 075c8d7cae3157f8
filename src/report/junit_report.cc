#include "report/junit_report.h"

#include <fmt/format.h>

#include <map>

#include "report/location_path.h"
#include "report/log_text.h"
#include "report/shown_findings.h"
#include "report/visible_text.h"
#include "report/xml_text.h"

namespace tally {

namespace {

constexpr std::size_t kSides = 20;

struct Tally {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;
};

struct Suite {
  Tally counts;
  std::string cases;
};

bool Fails(const ShownFinding& shown) {
  return IsProblem(*shown.finding) && shown.state.change != FindingChange::kExposed;
}

std::string Details(const ShownFinding& shown) {
  std::string out = VisibleText(shown.finding->message);
  if (shown.has_place()) out += "\n" + SideText(shown.place());
  for (const std::string& side : OtherSides(shown, kSides)) out += "\n" + side;
  if (!shown.finding->causes.empty()) out += "\nLikely: " + VisibleText(shown.finding->causes.front().text);
  return out;
}

std::string Outcome(const ShownFinding& shown, Tally& counts) {
  const Finding& finding = *shown.finding;
  if (shown.state.suppressed()) {
    ++counts.skipped;
    return fmt::format("<skipped message=\"{}\"/>", XmlText(shown.state.justification));
  }
  if (!Fails(shown)) return fmt::format("<system-out>{}</system-out>", XmlLines(Details(shown)));
  ++counts.failures;
  return fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", FindingKindName(finding.kind),
                     XmlText(finding.message), XmlLines(Details(shown)));
}

void AddFinding(const ShownFinding& shown, const std::string& path, Suite& suite) {
  const Finding& finding = *shown.finding;
  ++suite.counts.tests;
  std::string place = shown.has_place() ? fmt::format(" line=\"{}\"", shown.place().begin.line) : "";
  suite.cases += fmt::format(
      "    <testcase name=\"{} ({}) {}\" classname=\"{}\" file=\"{}\"{}>\n      {}\n    </testcase>\n",
      XmlText(finding.headline), KindTag(shown), finding.id, XmlPath(path), XmlPath(path), place,
      Outcome(shown, suite.counts));
}

void AddError(const std::string& error, Suite& suite) {
  ++suite.counts.tests;
  ++suite.counts.errors;
  std::string text = XmlText(error);
  suite.cases += fmt::format(
      "    <testcase name=\"{}\" classname=\"inputs\">\n      <error type=\"unreadable\" "
      "message=\"{}\"/>\n    </testcase>\n",
      text, text);
}

std::string CountsOf(const Tally& counts) {
  return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", counts.tests,
                     counts.failures, counts.errors, counts.skipped);
}

std::string SuiteText(const std::string& name, Suite suite) {
  if (suite.counts.tests == 0) {
    suite.counts.tests = 1;
    suite.cases = fmt::format("    <testcase name=\"no findings\" classname=\"{}\" file=\"{}\"/>\n",
                              XmlPath(name), XmlPath(name));
  }
  return fmt::format("  <testsuite name=\"{}\" {}>\n{}  </testsuite>\n", XmlPath(name),
                     CountsOf(suite.counts), suite.cases);
}

std::map<std::string, Suite> SuitesOf(const CheckReport& check) {
  std::map<std::string, Suite> suites;
  for (const std::string& document : check.focus) suites[LocationPath(check, document)];
  for (const ShownFinding& shown : ShownFindings(check, SuppressedFindings::kInclude)) {
    std::string path = shown.has_place() ? LocationPath(check, shown.place().doc) : "tally";
    AddFinding(shown, path, suites[path]);
  }
  for (const std::string& error : check.errors) AddError(error, suites["inputs"]);
  return suites;
}

}  // namespace

std::string JunitReport(const CheckReport& check) {
  Tally all;
  std::string text;
  for (const auto& [name, suite] : SuitesOf(check)) {
    text += SuiteText(name, suite);
    // A document without findings has a case too.
    all.tests += std::max<std::size_t>(1, suite.counts.tests);
    all.failures += suite.counts.failures;
    all.errors += suite.counts.errors;
    all.skipped += suite.counts.skipped;
  }
  return LogXml(
      fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tally\" {}>\n{}"
                  "</testsuites>\n",
                  CountsOf(all), text));
}

}  // namespace tally
