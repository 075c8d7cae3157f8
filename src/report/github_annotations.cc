#include "report/github_annotations.h"

#include <fmt/format.h>

#include "report/primary_member.h"
#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {

namespace {

// Quotes in the message; an annotation is a small box.
constexpr int kQuoteColumns = 60;

// The runner's own escapes (actions/toolkit, command.ts): data, and properties with two more.
std::string Escape(std::string_view text, bool property) {
  std::string out;
  for (char c : text) {
    bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string_view Level(Severity severity) {
  return severity == Severity::kHigh ? "error" : severity == Severity::kMedium ? "warning" : "notice";
}

std::string Position(const Claim& claim) {
  std::string out =
      fmt::format("file={},line={},endLine={}", Escape(claim.doc, true), claim.begin.line, claim.end.line);
  if (claim.begin.line != claim.end.line) return out;
  return out + fmt::format(",col={},endColumn={}", claim.begin.column, claim.end.column);
}

std::string Message(const Finding& finding, std::size_t primary) {
  std::string out = VisibleText(finding.message);
  for (std::size_t i = 0; i < finding.members.size(); ++i) {
    if (i == primary) continue;
    const Claim& claim = finding.members[i];
    out += fmt::format("\n{}:{}: {} = {}", VisiblePath(claim.doc), claim.begin.line,
                       KeepFirst(VisibleText(claim.quote), kQuoteColumns), ValueText(claim.value));
  }
  if (!finding.causes.empty()) out += "\nLikely: " + VisibleText(finding.causes.front().text);
  return out;
}

std::string Annotation(const Finding& finding, const std::vector<std::string>& focus) {
  std::size_t primary = PrimaryMember(finding, focus);
  std::string title = fmt::format("{} ({})", VisibleText(finding.headline), FindingKindName(finding.kind));
  return fmt::format("::{} {},title={}::{}\n", Level(finding.severity), Position(finding.members[primary]),
                     Escape(title, true), Escape(Message(finding, primary), false));
}

}  // namespace

std::string GithubAnnotations(const std::vector<Finding>& findings, const std::vector<std::string>& focus) {
  std::string out;
  for (const Finding& finding : findings) {
    if (!finding.members.empty()) out += Annotation(finding, focus);
  }
  return out;
}

}  // namespace tally
