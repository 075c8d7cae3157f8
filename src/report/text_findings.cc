#include "report/text_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/display_columns.h"
#include "report/excerpt.h"
#include "report/log_text.h"
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
  return LogLine(fmt::format("{}:{}:{}:", VisiblePath(claim.doc), claim.begin.line, claim.begin.column));
}

std::string SourceLines(const Claim& claim, const Palette& palette) {
  Excerpt excerpt = MakeExcerpt(claim, kContextColumns);
  // What LogLine spells out makes the line longer: the caret stands where the quote then is.
  std::string before = LogLine(excerpt.before);
  std::string quote = LogLine(excerpt.quote);
  auto indent = static_cast<std::size_t>(DisplayColumns(before));
  auto width = static_cast<std::size_t>(std::max(1, DisplayColumns(quote)));
  return fmt::format("    {}{}{}\n    {}{}\n", before, quote, LogLine(excerpt.after),
                     std::string(indent, ' '), palette.Paint(kCaret, std::string(width, '^')));
}

std::string NoteLine(const Claim& claim, const Palette& palette) {
  std::string quote = LogLine(KeepFirst(VisibleText(claim.quote), kQuoteColumns));
  return fmt::format("  {} {} {} = {}\n", palette.Paint(kBold, Place(claim)), palette.Paint(kNote, "note:"),
                     quote, ValueText(claim.value));
}

std::string Head(const ShownFinding& shown, const Palette& palette) {
  const Finding& finding = *shown.finding;
  std::string severity = fmt::format("{}:", SeverityName(finding.severity));
  return fmt::format("{} {} [{}]\n", palette.Paint(SeverityCode(finding.severity), severity),
                     LogLine(VisibleText(finding.message)), KindTag(shown));
}

}  // namespace

std::string TextFinding(const ShownFinding& shown, bool color) {
  Palette palette(color);
  if (!shown.has_place()) return Head(shown, palette);
  std::string out = palette.Paint(kBold, Place(shown.place())) + " " + Head(shown, palette) +
                    SourceLines(shown.place(), palette);
  const Finding& finding = *shown.finding;
  for (std::size_t i = 0; i < finding.members.size(); ++i) {
    if (i != shown.primary) out += NoteLine(finding.members[i], palette);
  }
  if (finding.causes.empty()) return out;
  return out + fmt::format("  likely: {}\n", LogLine(VisibleText(finding.causes.front().text)));
}

std::string TextFindings(const CheckReport& check, bool color) {
  std::string out;
  for (const ShownFinding& shown : ShownFindings(check, SuppressedFindings::kLeaveOut))
    out += TextFinding(shown, color);
  return out;
}

}  // namespace tally
