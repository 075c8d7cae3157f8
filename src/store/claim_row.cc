// One list of the columns serves naming, writing and reading, so that the three cannot drift apart. The
// sentence and the trace are kept once in tables of their own; the row holds their ids.
#include "store/claim_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <type_traits>

#include <nlohmann/json.hpp>

#include "store/sort_key.h"

namespace tally {
namespace {

// The names of the output contract, in the order of the enumerators.
constexpr std::array<std::string_view, 5> kFieldNames = {"title", "front_matter", "body", "caption",
                                                         "byline"};

constexpr std::string_view kSentenceColumn = "context";
constexpr std::string_view kTraceColumn = "trace";

std::string_view NameOf(Field field) { return kFieldNames.at(static_cast<std::size_t>(field)); }
std::string_view NameOf(Dimension dimension) { return DimensionName(dimension); }
std::string_view NameOf(Modifier modifier) { return ModifierName(modifier); }
std::string_view NameOf(Change change) { return ChangeName(change); }
std::string_view NameOf(Modality modality) { return ModalityName(modality); }

template <class Enum>
std::optional<Enum> FromName(std::string_view name);
template <>
std::optional<Field> FromName(std::string_view name) {
  auto found = std::ranges::find(kFieldNames, name);
  if (found == kFieldNames.end()) return std::nullopt;
  return static_cast<Field>(found - kFieldNames.begin());
}
template <>
std::optional<Dimension> FromName(std::string_view name) {
  return DimensionFromName(name);
}
template <>
std::optional<Modifier> FromName(std::string_view name) {
  return ModifierFromName(name);
}
template <>
std::optional<Change> FromName(std::string_view name) {
  return ChangeFromName(name);
}
template <>
std::optional<Modality> FromName(std::string_view name) {
  return ModalityFromName(name);
}

// Decimal::Parse limits its input; half a digit more than that limit is still a figure that we may have
// written.
std::optional<Decimal> ParseLong(std::string_view text) {
  constexpr std::size_t kPiece = 40;
  bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::size_t point = std::min(text.find('.'), text.size());
  std::string digits = std::string(text.substr(0, point));
  if (point < text.size()) digits += text.substr(point + 1);
  if (digits.empty()) return std::nullopt;
  Decimal sum;
  for (std::size_t at = 0; at < digits.size(); at += kPiece) {
    std::string piece = digits.substr(at, kPiece);
    // A piece of digits only: a second point, or a sign, is not ours.
    if (piece.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    sum = sum.Scaled(static_cast<int>(piece.size())) + *Decimal::Parse(piece);
  }
  sum = sum.Scaled(-static_cast<int>(digits.size() - std::min(point, digits.size())));
  return negative ? -sum : sum;
}

std::string TraceText(const std::vector<std::string>& lines) {
  return nlohmann::json(lines).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<std::string> KeyOf(const std::optional<Decimal>& value) {
  if (!value) return std::nullopt;
  return DecimalSortKey(*value);
}

class Namer {
 public:
  template <class T>
  void operator()(std::string_view column, const T&) {
    columns.push_back(column);
  }
  void Entity(std::array<std::string_view, 3> names, const std::optional<EntityRef>&) {
    columns.insert(columns.end(), names.begin(), names.end());
  }
  void Period(std::array<std::string_view, 3> names, const std::optional<DateRange>&) {
    columns.insert(columns.end(), names.begin(), names.end());
  }
  void Place(std::array<std::string_view, 2> names, const std::optional<Span>&) {
    columns.insert(columns.end(), names.begin(), names.end());
  }

  std::vector<std::string_view> columns;
};

class Writer {
 public:
  Writer(Statement& statement, std::int64_t sentence, std::int64_t trace)
      : statement_(statement), sentence_(sentence), trace_(trace) {}

  template <class T>
  void operator()(std::string_view column, const T& value) {
    if (column == kSentenceColumn) {
      statement_.Bind(sentence_);
    } else if (column == kTraceColumn) {
      statement_.Bind(trace_);
    } else {
      Write(value);
    }
  }
  void Entity(std::array<std::string_view, 3>, const std::optional<EntityRef>& entity) {
    for (std::string EntityRef::*part : {&EntityRef::id, &EntityRef::name, &EntityRef::text}) {
      entity ? statement_.Bind(std::string_view((*entity).*part)) : statement_.BindNull();
    }
  }
  void Period(std::array<std::string_view, 3>, const std::optional<DateRange>& period) {
    Write(period.has_value());
    Write(period ? period->first : std::nullopt);
    Write(period ? period->last : std::nullopt);
  }
  void Place(std::array<std::string_view, 2>, const std::optional<Span>& span) {
    Write(span ? std::optional(span->start) : std::nullopt);
    Write(span ? std::optional(span->end) : std::nullopt);
  }

 private:
  void Write(const std::string& value) { statement_.Bind(std::string_view(value)); }
  void Write(std::size_t value) { statement_.Bind(static_cast<std::int64_t>(value)); }
  void Write(int value) { statement_.Bind(std::int64_t{value}); }
  void Write(bool value) { statement_.Bind(std::int64_t{value}); }
  void Write(const Decimal& value) { Write(value.ToString()); }
  void Write(Day value) {
    std::string text = FormatDay(value);
    // Days are made by MakeDay, which knows these only; another one could be written, but not read.
    if (ParseIsoDay(text) != value) throw std::logic_error("a day outside the years 1..9999: " + text);
    Write(text);
  }
  void Write(const std::vector<std::string>& lines) { Write(TraceText(lines)); }
  template <class T>
  void Write(const std::optional<T>& value) {
    value ? Write(*value) : static_cast<void>(statement_.BindNull());
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void Write(Enum value) { statement_.Bind(NameOf(value)); }

  Statement& statement_;
  std::int64_t sentence_;
  std::int64_t trace_;
};

class Reader {
 public:
  Reader(const Statement& statement, int first_column) : statement_(statement), column_(first_column) {}

  template <class T>
  void operator()(std::string_view name, T& value) {
    name_ = name;
    Read(value);
    ++column_;
  }
  void Entity(std::array<std::string_view, 3>, std::optional<EntityRef>& entity) {
    if (!statement_.IsNull(column_)) {
      entity = {statement_.Text(column_), statement_.Text(column_ + 1), statement_.Text(column_ + 2)};
    }
    column_ += 3;
  }
  void Period(std::array<std::string_view, 3> names, std::optional<DateRange>& period) {
    bool there = false;
    DateRange range;
    (*this)(names[0], there);
    (*this)(names[1], range.first);
    (*this)(names[2], range.last);
    if (there) period = range;
  }
  void Place(std::array<std::string_view, 2> names, std::optional<Span>& span) {
    std::optional<std::size_t> start;
    std::optional<std::size_t> end;
    (*this)(names[0], start);
    (*this)(names[1], end);
    if (start && end) span = Span{*start, *end};
  }

 private:
  void Read(std::string& value) { value = statement_.Text(column_); }
  void Read(std::size_t& value) { value = static_cast<std::size_t>(statement_.Integer(column_)); }
  void Read(int& value) { value = static_cast<int>(statement_.Integer(column_)); }
  void Read(bool& value) { value = statement_.Integer(column_) != 0; }
  void Read(Decimal& value) { value = OrThrow(ParseLong(statement_.Text(column_))); }
  void Read(Day& value) { value = OrThrow(ParseIsoDay(statement_.Text(column_))); }
  void Read(std::vector<std::string>& lines) {
    try {
      lines = nlohmann::json::parse(statement_.Text(column_)).get<std::vector<std::string>>();
    } catch (const nlohmann::json::exception&) {
      OrThrow(std::optional<bool>());
    }
  }
  template <class T>
  void Read(std::optional<T>& value) {
    if (statement_.IsNull(column_)) return;
    Read(value.emplace());
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void Read(Enum& value) { value = OrThrow(FromName<Enum>(statement_.Text(column_))); }
  template <class T>
  T OrThrow(const std::optional<T>& value) const {
    if (!value) statement_.ThrowDamaged(fmt::format("a claim has {} '{}'", name_, statement_.Text(column_)));
    return *value;
  }

  const Statement& statement_;
  int column_;
  std::string_view name_;
};

template <class Visitor, class SomeValue>
void VisitValue(Visitor& visit, SomeValue& value) {
  visit("dimension", value.dimension);
  visit("unit", value.unit);
  visit("stated_min", value.stated.lo);
  visit("stated_max", value.stated.hi);
  visit("strict_min", value.strict.lo);
  visit("strict_max", value.strict.hi);
  visit("lenient_min", value.lenient.lo);
  visit("lenient_max", value.lenient.hi);
  visit("approx", value.approx);
  visit("modifier", value.modifier);
  visit("vague", value.vague);
  visit("bare_magnitude", value.bare_magnitude);
  visit("date_first", value.date.first);
  visit("date_last", value.date.last);
  visit("unresolved", value.unresolved);
  visit("fiscal_year", value.fiscal_year);
  visit("per", value.per);
  visit("change", value.change);
  visit.Place({"converts_start", "converts_end"}, value.converts);
}

template <class Visitor, class SomeClaim>
void VisitClaim(Visitor& visit, SomeClaim& claim) {
  visit("claim_id", claim.id);
  visit("span_start", claim.span.start);
  visit("span_end", claim.span.end);
  visit("line", claim.begin.line);
  visit("column", claim.begin.column);
  visit("end_line", claim.end.line);
  visit("end_column", claim.end.column);
  visit("quote", claim.quote);
  visit("context", claim.context);
  visit("quote_in_context", claim.quote_in_context);
  visit("field", claim.field);
  VisitValue(visit, claim.value);
  visit("predicate", claim.predicate);
  visit("event", claim.event);
  visit("stage", claim.stage);
  visit.Entity({"subject_id", "subject_name", "subject_text"}, claim.subject);
  visit.Entity({"object_id", "object_name", "object_text"}, claim.object);
  visit.Entity({"speaker_id", "speaker_name", "speaker_text"}, claim.speaker);
  visit("narrowed", claim.narrowed);
  visit.Period({"has_period", "period_start", "period_end"}, claim.period);
  visit("as_of", claim.as_of);
  visit("as_of_estimated", claim.as_of_estimated);
  visit("modality", claim.modality);
  visit("rule", claim.rule);
  visit("confidence", claim.confidence);
  visit("trace", claim.trace);
}

const std::vector<std::string_view>& Columns() {
  static const std::vector<std::string_view> columns = [] {
    Namer namer;
    const Claim claim;
    VisitClaim(namer, claim);
    return namer.columns;
  }();
  return columns;
}

}  // namespace

std::string ClaimColumns() {
  std::string list;
  for (std::string_view column : Columns()) {
    if (!list.empty()) list += ", ";
    list += column == kSentenceColumn ? "x.text"
            : column == kTraceColumn  ? "t.lines"
                                      : "c." + std::string(column);
  }
  return list;
}

std::string ClaimTables() {
  return "claims c JOIN documents d ON d.id = c.document_id JOIN sentences x ON x.id = c.sentence_id "
         "JOIN traces t ON t.id = c.trace_id";
}

std::string InsertClaimSql() {
  std::string columns = "document_id, position, min_key, max_key";
  std::string parameters = "?, ?, ?, ?";
  for (std::string_view column : Columns()) {
    std::string_view stored = column == kSentenceColumn ? "sentence_id"
                              : column == kTraceColumn  ? "trace_id"
                                                        : column;
    columns += fmt::format(", {}", stored);
    parameters += ", ?";
  }
  return fmt::format("INSERT INTO claims ({}) VALUES ({})", columns, parameters);
}

std::string BesideContext(const Claim& claim) {
  return claim.context.find(claim.quote) == std::string::npos ? claim.quote : "";
}

std::string TraceLines(const Claim& claim) { return TraceText(claim.trace); }

void BindClaim(const Claim& claim, std::int64_t sentence, std::int64_t trace, Statement& statement) {
  statement.Bind(KeyOf(claim.value.stated.lo)).Bind(KeyOf(claim.value.stated.hi));
  Writer writer(statement, sentence, trace);
  VisitClaim(writer, claim);
}

Claim ReadClaim(const Statement& statement, int first_column) {
  Claim claim;
  Reader reader(statement, first_column);
  VisitClaim(reader, claim);
  return claim;
}

}  // namespace tally
