#include "report/comment_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "report/excerpt.h"
#include "report/markdown_text.h"
#include "report/overview.h"
#include "report/shown_findings.h"
#include "report/value_text.h"
#include "report/words.h"

namespace tally {

namespace {

constexpr int kContextColumns = 60;
// Sides and causes of one finding: a comment is read on the way.
constexpr std::size_t kSides = 10;
// Errors that are listed, and room for the lines after the findings.
constexpr std::size_t kErrors = 10;
constexpr std::size_t kRoomForEnd = 600;

std::size_t Utf16Units(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto [c, length] = DecodeUtf8(text, at);
    at += length;
    units += c < 0x10000 ? 1 : 2;
  }
  return units;
}

// <b> and not **: emphasis beside Chinese punctuation is not recognised by CommonMark's flanking rule.
std::string SideItem(const Claim& claim) {
  Excerpt excerpt = MakeExcerpt(claim, kContextColumns);
  return fmt::format("- {} line {}: “{}<b>{}</b>{}” = {}\n", MarkdownText(claim.doc), claim.begin.line,
                     MarkdownText(excerpt.before), MarkdownText(excerpt.quote), MarkdownText(excerpt.after),
                     MarkdownText(ValueText(claim.value)));
}

std::string Sides(const ShownFinding& shown) {
  if (!shown.has_place()) return "";
  std::string out = SideItem(shown.place());
  std::size_t listed = 1;
  const std::vector<Claim>& members = shown.finding->members;
  for (std::size_t i = 0; i < members.size() && listed < kSides; ++i) {
    if (i == shown.primary) continue;
    out += SideItem(members[i]);
    ++listed;
  }
  if (members.size() > listed) out += fmt::format("- and {} more\n", members.size() - listed);
  return out;
}

std::string Section(const ShownFinding& shown) {
  const Finding& finding = *shown.finding;
  std::string out = fmt::format("<details>\n<summary><b>{}</b>: {}</summary>\n\n{}",
                                SeverityWords(finding.severity), MarkdownHtml(finding.message), Sides(shown));
  if (!finding.causes.empty())
    out += fmt::format("\nLikely: {}\n", MarkdownText(finding.causes.front().text));
  return out + fmt::format("\n{}, {}, {}\n\n</details>\n\n", KindWords(finding.kind),
                           MarkdownCode(FindingKindName(finding.kind)), MarkdownCode(finding.id));
}

enum class Group { kProblems, kExposed, kOther };

Group GroupOf(const ShownFinding& shown) {
  if (!IsProblem(*shown.finding)) return Group::kOther;
  return shown.state.change == FindingChange::kExposed ? Group::kExposed : Group::kProblems;
}

const char* HeadOf(Group group) {
  if (group == Group::kExposed) return "#### In older articles, by what is new here\n\n";
  return group == Group::kOther ? "#### Newer, or in agreement\n\n" : "";
}

std::string Title(const std::vector<ShownFinding>& findings, const CheckReport& check) {
  auto problems = std::ranges::count_if(
      findings, [](const ShownFinding& shown) { return GroupOf(shown) == Group::kProblems; });
  std::string title = problems == 0 ? "no findings" : Count(static_cast<std::size_t>(problems), "finding");
  std::string files = Count(check.focus.size(), "file");
  return fmt::format("<!-- tally check -->\n### tally: {} in {}\n\n", title, files);
}

std::string Errors(const CheckReport& check) {
  std::string out;
  for (std::size_t i = 0; i < std::min(kErrors, check.errors.size()); ++i)
    out += fmt::format("- Not checked: {}\n", MarkdownText(check.errors[i]));
  if (check.errors.size() > kErrors) out += fmt::format("- and {} more\n", check.errors.size() - kErrors);
  return out.empty() ? out : out + "\n";
}

std::string End(const CheckReport& check, std::size_t left_out) {
  std::string out;
  if (left_out > 0)
    out += fmt::format("{} left out: a comment holds no more.\n\n", Count(left_out, "finding"));
  auto suppressed = std::ranges::count_if(check.states, &FindingState::suppressed);
  if (suppressed > 0)
    out += fmt::format("{} waived or known.\n\n", Count(static_cast<std::size_t>(suppressed), "finding"));
  return out + fmt::format("{}.\n", Overview(check.report).Proof());
}

}  // namespace

std::string CommentReport(const CheckReport& check, std::size_t most) {
  std::vector<ShownFinding> findings = ShownFindings(check, SuppressedFindings::kLeaveOut);
  std::ranges::stable_sort(findings, {}, GroupOf);
  std::string out = Title(findings, check) + Errors(check);
  std::size_t units = Utf16Units(out) + kRoomForEnd;
  Group group = Group::kProblems;
  std::size_t shown = 0;
  for (; shown < findings.size(); ++shown) {
    std::string section = Section(findings[shown]);
    if (Group next = GroupOf(findings[shown]); next != group) section = HeadOf(group = next) + section;
    units += Utf16Units(section);
    if (units > most) break;
    out += section;
  }
  return out + End(check, findings.size() - shown);
}

}  // namespace tally
