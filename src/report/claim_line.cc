#include "report/claim_line.h"

#include <charconv>

#include "base/utf8.h"
#include "report/json_text.h"
#include "report/visible_text.h"

namespace tally {
namespace {

// Writes the members of objects in the order of the calls. Keys are plain ASCII of ours.
class LineWriter {
 public:
  explicit LineWriter(std::string& out) : out_(out) {}

  void Open() {
    out_ += '{';
    first_ = true;
  }
  void Open(std::string_view key) {
    Key(key);
    Open();
  }
  void Close() {
    out_ += '}';
    first_ = false;
  }

  void Null(std::string_view key) {
    Key(key);
    out_ += "null";
  }
  void Bool(std::string_view key, bool value) {
    Key(key);
    out_ += value ? "true" : "false";
  }
  template <class Integer>
  void Number(std::string_view key, Integer value) {
    Key(key);
    char digits[24];
    out_.append(digits, std::to_chars(std::begin(digits), std::end(digits), value).ptr);
  }
  void Text(std::string_view key, std::string_view text) {
    Key(key);
    Quoted(text);
  }
  void TextOrNull(std::string_view key, std::string_view text) {
    if (text.empty()) return Null(key);
    Text(key, text);
  }
  void Percent(std::string_view key, int percent);

 private:
  void Key(std::string_view key) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += '"';
    out_ += key;
    out_ += "\":";
  }

  // Text that needs no escape goes out as it is; any other as DumpJson writes it.
  void Quoted(std::string_view text) {
    if (!IsPlain(text)) {
      out_ += DumpJson(nlohmann::ordered_json(std::string(text)), -1);
      return;
    }
    out_ += '"';
    out_ += text;
    out_ += '"';
  }

  static bool IsPlain(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (static_cast<unsigned char>(text[at]) < 0x80) {
        if (text[at] < ' ' || text[at] == '"' || text[at] == '\\' || text[at] == 0x7F) return false;
        ++at;
        continue;
      }
      CodePoint c = DecodeUtf8(text, at);
      if (c.value == kReplacement || IsHostile(c.value)) return false;
      at += c.length;
    }
    return true;
  }

  std::string& out_;
  bool first_ = true;
};

// The shortest decimal that reads back as percent / 100.
void LineWriter::Percent(std::string_view key, int percent) {
  Key(key);
  if (percent < 0 || percent > 100) {
    out_ += nlohmann::json(percent / 100.0).dump();
    return;
  }
  if (percent == 0 || percent == 100) {
    out_ += percent == 0 ? "0.0" : "1.0";
    return;
  }
  out_ += "0.";
  out_ += static_cast<char>('0' + percent / 10);
  if (percent % 10 != 0) out_ += static_cast<char>('0' + percent % 10);
}

void PutDay(std::string_view key, const std::optional<Day>& day, LineWriter& json) {
  if (!day) return json.Null(key);
  json.Text(key, FormatDay(*day));
}

void PutDecimal(std::string_view key, const std::optional<Decimal>& value, LineWriter& json) {
  if (!value) return json.Null(key);
  json.Text(key, value->ToString());
}

void PutEntity(std::string_view key, const std::optional<EntityRef>& entity, LineWriter& json) {
  if (!entity) return json.Null(key);
  json.Open(key);
  json.Text("id", entity->id);
  json.Text("name", entity->name);
  json.Text("text", entity->text);
  json.Close();
}

void PutSpan(std::string_view key, Span span, LineWriter& json) {
  json.Open(key);
  json.Number("start", span.start);
  json.Number("end", span.end);
  json.Close();
}

void PutValue(const Value& value, LineWriter& json) {
  json.Open("value");
  if (value.dimension == Dimension::kDate) {
    PutDay("min", value.date.first, json);
    PutDay("max", value.date.last, json);
    json.Text("unit", "date");
  } else {
    PutDecimal("min", value.stated.lo, json);
    PutDecimal("max", value.stated.hi, json);
    if (value.unit) {
      json.Text("unit", *value.unit);
    } else {
      json.Null("unit");
    }
  }
  json.Bool("approx", value.approx);
  if (value.modifier != Modifier::kNone) json.Text("modifier", ModifierName(value.modifier));
  if (value.vague) json.Bool("vague", true);
  if (value.change != Change::kNone) json.Text("change", ChangeName(value.change));
  if (value.converts) PutSpan("converts", *value.converts, json);
  if (value.per) json.Text("per", *value.per);
  if (value.fiscal_year && *value.fiscal_year != 0) json.Number("fiscal_year", *value.fiscal_year);
  if (!value.unresolved.empty()) json.Text("unresolved", value.unresolved);
  json.Close();
}

void PutPlace(const Claim& claim, LineWriter& json) {
  json.Text("doc", claim.doc);
  json.Text("doc_sha256", claim.doc_sha256);
  PutSpan("span", claim.span, json);
  json.Number("line", claim.begin.line);
  json.Number("column", claim.begin.column);
  json.Number("end_line", claim.end.line);
  json.Number("end_column", claim.end.column);
  json.Text("quote", claim.quote);
  json.Text("field", FieldName(claim.field));
}

void PutPeriod(const std::optional<DateRange>& period, LineWriter& json) {
  if (!period) return json.Null("period");
  json.Open("period");
  PutDay("start", period->first, json);
  PutDay("end", period->last, json);
  json.Close();
}

}  // namespace

void AppendClaimLine(const Claim& claim, std::string& out) {
  LineWriter json(out);
  json.Open();
  PutPlace(claim, json);
  json.Text("dimension", DimensionName(claim.value.dimension));
  PutValue(claim.value, json);
  PutEntity("subject", claim.subject, json);
  json.TextOrNull("predicate", claim.predicate);
  PutEntity("object", claim.object, json);
  if (!claim.event.empty()) json.Text("event", claim.event);
  if (!claim.stage.empty()) json.Text("stage", claim.stage);
  PutPeriod(claim.period, json);
  PutDay("as_of", claim.as_of, json);
  if (claim.as_of_estimated) json.Bool("as_of_estimated", true);
  json.Text("modality", ModalityName(claim.modality));
  PutEntity("speaker", claim.speaker, json);
  json.TextOrNull("rule", claim.rule);
  json.Percent("confidence", claim.confidence);
  json.Text("id", claim.id);
  json.Close();
}

}  // namespace tally
