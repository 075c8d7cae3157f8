#include "report/text_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "report/excerpt.h"
#include "report/primary_member.h"
#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {

namespace {

// On each side of the quote, so that the line fits a terminal of 100 columns with most quotes.
constexpr int kContextColumns = 36;
// Quotes in notes.
constexpr int kQuoteColumns = 60;

// Puts SGR codes around a text, or nothing.
class Palette {
 public:
  explicit Palette(bool color) : color_(color) {}
  std::string Paint(std::string_view code, std::string_view text) const {
    return color_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }

 private:
  bool color_;
};

constexpr std::string_view kBold = "1";
constexpr std::string_view kCaret = "1;32";
constexpr std::string_view kNote = "1;36";

std::string_view SeverityCode(Severity severity) {
  return severity == Severity::kHigh ? "1;31" : severity == Severity::kMedium ? "1;33" : "1;34";
}

std::string Place(const Claim& claim) {
  return fmt::format("{}:{}:{}:", VisiblePath(claim.doc), claim.begin.line, claim.begin.column);
}

std::string SourceLines(const Claim& claim, const Palette& palette) {
  Excerpt excerpt = MakeExcerpt(claim, kContextColumns);
  auto indent = static_cast<std::size_t>(DisplayWidth(excerpt.before));
  auto width = static_cast<std::size_t>(std::max(1, DisplayWidth(excerpt.quote)));
  return fmt::format("    {}{}{}\n    {}{}\n", excerpt.before, excerpt.quote, excerpt.after,
                     std::string(indent, ' '), palette.Paint(kCaret, std::string(width, '^')));
}

std::string NoteLine(const Claim& claim, const Palette& palette) {
  return fmt::format("  {} {} {} = {}\n", palette.Paint(kBold, Place(claim)), palette.Paint(kNote, "note:"),
                     KeepFirst(VisibleText(claim.quote), kQuoteColumns), ValueText(claim.value));
}

std::string TextFinding(const Finding& finding, const Palette& palette,
                        const std::vector<std::string>& focus) {
  std::string severity = fmt::format("{}:", SeverityName(finding.severity));
  std::string head = fmt::format("{} {} [{}]\n", palette.Paint(SeverityCode(finding.severity), severity),
                                 VisibleText(finding.message), FindingKindName(finding.kind));
  if (finding.members.empty()) return head;
  std::size_t primary = PrimaryMember(finding, focus);
  const Claim& claim = finding.members[primary];
  std::string out = palette.Paint(kBold, Place(claim)) + " " + head + SourceLines(claim, palette);
  for (std::size_t i = 0; i < finding.members.size(); ++i) {
    if (i != primary) out += NoteLine(finding.members[i], palette);
  }
  if (!finding.causes.empty()) out += fmt::format("  likely: {}\n", VisibleText(finding.causes.front().text));
  return out;
}

}  // namespace

std::string TextFindings(const std::vector<Finding>& findings, bool color,
                         const std::vector<std::string>& focus) {
  Palette palette(color);
  std::string out;
  for (const Finding& finding : findings) out += TextFinding(finding, palette, focus);
  return out;
}

}  // namespace tally
