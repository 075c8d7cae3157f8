#include "report/claim_line.h"

#include <charconv>
#include <cstdint>
#include <cstring>

#include "base/three_bytes.h"
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
  template <std::size_t N>
  void Open(const char (&key)[N]) {
    Key(key);
    Open();
  }
  void Close() {
    out_ += '}';
    first_ = false;
  }

  template <std::size_t N>
  void Null(const char (&key)[N]) {
    Key(key);
    out_ += "null";
  }
  template <std::size_t N>
  void Bool(const char (&key)[N], bool value) {
    Key(key);
    out_ += value ? "true" : "false";
  }
  template <std::size_t N, class Integer>
  void Number(const char (&key)[N], Integer value) {
    Key(key);
    char digits[24];
    out_.append(digits, std::to_chars(std::begin(digits), std::end(digits), value).ptr);
  }
  template <std::size_t N>
  void Text(const char (&key)[N], std::string_view text) {
    Key(key);
    Quoted(text);
  }
  template <std::size_t N>
  void Texts(const char (&key)[N], const std::vector<std::string>& texts) {
    Key(key);
    char before = '[';
    for (const std::string& text : texts) {
      out_ += before;
      Quoted(text);
      before = ',';
    }
    out_ += ']';
  }
  template <std::size_t N>
  void TextOrNull(const char (&key)[N], std::string_view text) {
    if (text.empty()) return Null(key);
    Text(key, text);
  }
  template <std::size_t N>
  void Percent(const char (&key)[N], int percent) {
    Key(key);
    PutPercent(percent);
  }

 private:
  // The comma before it, quotes and colon in one append.
  template <std::size_t N>
  void Key(const char (&key)[N]) {
    char text[N + 3];
    text[0] = ',';
    text[1] = '"';
    std::memcpy(text + 2, key, N - 1);
    text[N + 1] = '"';
    text[N + 2] = ':';
    std::size_t skipped = first_ ? 1 : 0;
    out_.append(text + skipped, sizeof text - skipped);
    first_ = false;
  }

  void PutPercent(int percent);

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
      auto lead = static_cast<unsigned char>(text[at]);
      // U+4000 to U+9FFF: Han, which need no look.
      if (lead >= 0xE4 && lead <= 0xE9 && text.size() - at > 2 && TwoGoOn(text.data() + at + 1)) {
        at += 3;
        continue;
      }
      std::uint64_t eight = 0;
      if (lead < 0x80 && at + sizeof eight <= text.size()) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if (IsPlainAscii(eight)) {
          at += sizeof eight;
          continue;
        }
      }
      if (lead < 0x80) {
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

  // Of eight bytes: all of 0x20 to 0x7E, and neither a quote nor a backslash. A byte that is zero borrows
  // from bit 7 when 1 is taken from it; where none has bit 7 itself, a borrow passes on only from a byte that
  // tells already.
  static bool IsPlainAscii(std::uint64_t eight) {
    constexpr std::uint64_t kOnes = 0x0101010101010101u;
    constexpr std::uint64_t kHighBits = 0x80 * kOnes;
    auto zero = [](std::uint64_t bytes) { return bytes - kOnes; };
    std::uint64_t odd = eight | (eight - 0x20 * kOnes) | (eight + kOnes) | zero(eight ^ '"' * kOnes) |
                        zero(eight ^ '\\' * kOnes);
    return (odd & kHighBits) == 0;
  }

  std::string& out_;
  bool first_ = true;
};

// The shortest decimal that reads back as percent / 100.
void LineWriter::PutPercent(int percent) {
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

template <std::size_t N>
void PutDay(const char (&key)[N], const std::optional<Day>& day, LineWriter& json) {
  if (!day) return json.Null(key);
  json.Text(key, FormatDay(*day));
}

template <std::size_t N>
void PutDecimal(const char (&key)[N], const std::optional<Decimal>& value, LineWriter& json) {
  if (!value) return json.Null(key);
  json.Text(key, value->ToString());
}

template <std::size_t N>
void PutEntity(const char (&key)[N], const std::optional<EntityRef>& entity, LineWriter& json) {
  if (!entity) return json.Null(key);
  json.Open(key);
  json.Text("id", entity->id);
  json.Text("name", entity->name);
  json.Text("text", entity->text);
  json.Close();
}

template <std::size_t N>
void PutSpan(const char (&key)[N], Span span, LineWriter& json) {
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
  if (!claim.narrowed.empty()) json.Texts("narrowed", claim.narrowed);
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
