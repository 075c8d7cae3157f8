#include "report/rdjson_report.h"

#include <fmt/format.h>

#include "report/byte_columns.h"
#include "report/json_text.h"
#include "report/location_path.h"
#include "report/markdown_text.h"
#include "report/shown_findings.h"

namespace tally {

namespace {

using Json = nlohmann::ordered_json;

// A comment is short; the related locations hold all sides.
constexpr std::size_t kSidesInMessage = 5;

const char* RdjsonSeverity(Loudness loudness) {
  return loudness == Loudness::kError ? "ERROR" : loudness == Loudness::kWarning ? "WARNING" : "INFO";
}

std::string Message(const ShownFinding& shown) {
  std::string out = MarkdownText(shown.finding->message);
  for (const std::string& side : OtherSides(shown, kSidesInMessage)) out += "\n- " + MarkdownText(side);
  if (!shown.finding->causes.empty())
    out += "\n\nLikely: " + MarkdownText(shown.finding->causes.front().text);
  return out;
}

Json Position(std::size_t line, const std::optional<std::size_t>& column) {
  Json json = {{"line", line}};
  if (column) json["column"] = *column;
  return json;
}

class Writer {
 public:
  explicit Writer(const CheckReport& check) : check_(check), columns_(check) {}

  Json Diagnostic(const ShownFinding& shown) {
    Json json = {{"message", Message(shown)}};
    if (shown.has_place()) json["location"] = Location(shown.place());
    json["severity"] = RdjsonSeverity(LoudnessOf(shown));
    json["code"] = {{"value", FindingKindName(shown.finding->kind)}};
    Json related = Related(shown);
    if (!related.empty()) json["related_locations"] = std::move(related);
    return json;
  }

 private:
  Json Location(const Claim& claim) {
    auto begin = columns_.Of(claim.doc, claim.begin);
    auto end = columns_.Of(claim.doc, claim.end);
    // One column without the other would be taken for a range to the line's beginning.
    if (!begin || !end) begin = end = std::nullopt;
    return {
        {"path", LocationPath(check_, claim.doc)},
        {"range", {{"start", Position(claim.begin.line, begin)}, {"end", Position(claim.end.line, end)}}}};
  }

  Json Related(const ShownFinding& shown) {
    Json list = Json::array();
    const std::vector<Claim>& members = shown.finding->members;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (i == shown.primary) continue;
      list.push_back({{"message", MarkdownText(SideText(members[i]))}, {"location", Location(members[i])}});
    }
    return list;
  }

  const CheckReport& check_;
  ByteColumns columns_;
};

}  // namespace

std::string RdjsonReport(const CheckReport& check) {
  Writer writer(check);
  Json diagnostics = Json::array();
  for (const ShownFinding& shown : ShownFindings(check, SuppressedFindings::kLeaveOut))
    diagnostics.push_back(writer.Diagnostic(shown));
  Json json;
  json["source"] = {{"name", "tally"}};
  json["diagnostics"] = std::move(diagnostics);
  return DumpJson(json, 2) + "\n";
}

}  // namespace tally
