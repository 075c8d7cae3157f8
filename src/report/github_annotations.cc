#include "report/github_annotations.h"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <vector>

#include "report/location_path.h"
#include "report/overview.h"
#include "report/shown_findings.h"
#include "report/text_findings.h"
#include "report/visible_text.h"

namespace tally {

namespace {

// Other sides in the message; an annotation is a small box.
constexpr std::size_t kSides = 10;
// GitHub's titles have 255 characters at the most; the kind stands after this.
constexpr int kTitleColumns = 200;

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

std::string_view Level(Loudness loudness) {
  return loudness == Loudness::kError ? "error" : loudness == Loudness::kWarning ? "warning" : "notice";
}

std::string Position(const CheckReport& check, const Claim& claim) {
  std::string path = VisiblePath(LocationPath(check, claim.doc));
  std::string out =
      fmt::format("file={},line={},endLine={},", Escape(path, true), claim.begin.line, claim.end.line);
  if (claim.begin.line != claim.end.line) return out;
  return out + fmt::format("col={},endColumn={},", claim.begin.column, claim.end.column);
}

std::string Message(const ShownFinding& shown) {
  std::string out = VisibleText(shown.finding->message);
  for (const std::string& side : OtherSides(shown, kSides)) out += "\n" + side;
  if (!shown.finding->causes.empty()) out += "\nLikely: " + VisibleText(shown.finding->causes.front().text);
  return out;
}

std::string Annotation(const CheckReport& check, const ShownFinding& shown) {
  std::string headline = KeepFirst(VisibleText(shown.finding->headline), kTitleColumns);
  std::string title = fmt::format("{} ({})", headline, KindTag(shown));
  return fmt::format("::{} {}title={}::{}\n", Level(LoudnessOf(shown)),
                     shown.has_place() ? Position(check, shown.place()) : "", Escape(title, true),
                     Escape(Message(shown), false));
}

// What GitHub would drop.
std::string Rest(const std::vector<ShownFinding>& findings, std::size_t per_kind) {
  if (findings.empty()) return "";
  std::string out = fmt::format("::group::{} without annotation: GitHub shows {} of a kind\n",
                                Count(findings.size(), "finding"), per_kind);
  for (const ShownFinding& shown : findings) out += TextFinding(shown, false);
  return out + "::endgroup::\n";
}

}  // namespace

std::string GithubAnnotations(const CheckReport& check, std::size_t per_kind) {
  std::map<Loudness, std::size_t> counts;
  std::vector<ShownFinding> rest;
  std::string out;
  for (const ShownFinding& shown : ShownFindings(check, SuppressedFindings::kLeaveOut)) {
    if (++counts[LoudnessOf(shown)] > per_kind) {
      rest.push_back(shown);
    } else {
      out += Annotation(check, shown);
    }
  }
  return out + Rest(rest, per_kind);
}

}  // namespace tally
