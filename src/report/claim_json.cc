#include "report/claim_json.h"

#include "report/json_text.h"

namespace tally {

namespace {

using Json = nlohmann::ordered_json;

Json TextOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json DayOrNull(const std::optional<Day>& day) { return day ? Json(FormatDay(*day)) : Json(nullptr); }
Json DecimalOrNull(const std::optional<Decimal>& value) {
  return value ? Json(value->ToString()) : Json(nullptr);
}

Json EntityOrNull(const std::optional<EntityRef>& entity) {
  if (!entity) return nullptr;
  return {{"id", entity->id}, {"name", entity->name}, {"text", entity->text}};
}

Json PeriodOrNull(const std::optional<DateRange>& period) {
  if (!period) return nullptr;
  return {{"start", DayOrNull(period->first)}, {"end", DayOrNull(period->last)}};
}

Json ValueToJson(const Value& value) {
  Json json;
  if (value.dimension == Dimension::kDate) {
    json = {{"min", DayOrNull(value.date.first)}, {"max", DayOrNull(value.date.last)}, {"unit", "date"}};
  } else {
    json = {{"min", DecimalOrNull(value.stated.lo)},
            {"max", DecimalOrNull(value.stated.hi)},
            {"unit", value.unit ? Json(*value.unit) : Json(nullptr)}};
  }
  json["approx"] = value.approx;
  if (value.modifier != Modifier::kNone) json["modifier"] = ModifierName(value.modifier);
  if (value.vague) json["vague"] = true;
  if (value.change != Change::kNone) json["change"] = ChangeName(value.change);
  if (value.converts) json["converts"] = {{"start", value.converts->start}, {"end", value.converts->end}};
  if (value.per) json["per"] = *value.per;
  if (value.fiscal_year && *value.fiscal_year != 0) json["fiscal_year"] = *value.fiscal_year;
  if (!value.unresolved.empty()) json["unresolved"] = value.unresolved;
  return json;
}

void PutPlace(const Claim& claim, Json& json) {
  json["doc"] = claim.doc;
  json["doc_sha256"] = claim.doc_sha256;
  json["span"] = {{"start", claim.span.start}, {"end", claim.span.end}};
  json["line"] = claim.begin.line;
  json["column"] = claim.begin.column;
  json["end_line"] = claim.end.line;
  json["end_column"] = claim.end.column;
  json["quote"] = claim.quote;
  json["field"] = FieldName(claim.field);
}

void PutMeaning(const Claim& claim, Json& json) {
  json["dimension"] = DimensionName(claim.value.dimension);
  json["value"] = ValueToJson(claim.value);
  json["subject"] = EntityOrNull(claim.subject);
  json["predicate"] = TextOrNull(claim.predicate);
  json["object"] = EntityOrNull(claim.object);
  if (!claim.event.empty()) json["event"] = claim.event;
  if (!claim.stage.empty()) json["stage"] = claim.stage;
  if (!claim.narrowed.empty()) json["narrowed"] = claim.narrowed;
}

}  // namespace

Json ClaimToJson(const Claim& claim) {
  Json json;
  PutPlace(claim, json);
  PutMeaning(claim, json);
  json["period"] = PeriodOrNull(claim.period);
  json["as_of"] = DayOrNull(claim.as_of);
  if (claim.as_of_estimated) json["as_of_estimated"] = true;
  json["modality"] = ModalityName(claim.modality);
  json["speaker"] = EntityOrNull(claim.speaker);
  json["rule"] = TextOrNull(claim.rule);
  // The quotient of two small integers prints as the shortest decimal that reads back: 29 is 0.29.
  json["confidence"] = claim.confidence / 100.0;
  json["id"] = claim.id;
  return json;
}

std::string ClaimJsonLine(const Claim& claim) { return DumpJson(ClaimToJson(claim), -1); }

}  // namespace tally
