#include "cli/change_rows.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/claim_json.h"
#include "report/json_text.h"
#include "report/visible_text.h"

namespace tally {
namespace {

std::string Described(const Claim& claim) {
  std::string text(claim.rule_id());
  for (const char* part : {"subject", "object", "period"}) {
    std::string value = ClaimPart(claim, part);
    if (value != "none") text += fmt::format(" {}={}", part, value);
  }
  if (claim.modality != Modality::kAsserted) text += fmt::format(" {}", ModalityName(claim.modality));
  return text;
}

// Of a changed claim only what differs; of the others all of it.
std::string Cell(const std::optional<Claim>& claim, const ClaimChange& change) {
  if (!claim) return "";
  if (change.parts.empty()) return VisibleText(Described(*claim));
  std::string text;
  for (const std::string& part : change.parts)
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", part, ClaimPart(*claim, part));
  return VisibleText(text);
}

}  // namespace

std::vector<std::string> ChangeHeader() { return {"change", "where", "figure", "claim", "before", "after"}; }

std::vector<std::string> ChangeRow(const ClaimChange& change) {
  const Claim& claim = change.after ? *change.after : *change.before;
  return {std::string(change.Kind()),
          fmt::format("{}:{}:{}", VisiblePath(claim.doc), claim.begin.line, claim.begin.column),
          VisibleText(claim.quote),
          // The predicate tells which claim it is that changed.
          change.parts.empty() ? "" : std::string(claim.rule_id()), Cell(change.before, change),
          Cell(change.after, change)};
}

std::string ChangeJsonLine(const ClaimChange& change) {
  nlohmann::ordered_json json;
  auto claim = [](const std::optional<Claim>& c) {
    return c ? ClaimToJson(*c) : nlohmann::ordered_json(nullptr);
  };
  json["change"] = change.Kind();
  json["parts"] = change.parts;
  json["before"] = claim(change.before);
  json["after"] = claim(change.after);
  return DumpJson(json, -1) + "\n";
}

}  // namespace tally
