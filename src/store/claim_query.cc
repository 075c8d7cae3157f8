#include "store/claim_query.h"

#include <fmt/format.h>

#include <string_view>

#include "store/claim_row.h"
#include "store/search_text.h"
#include "store/sort_key.h"

namespace tally {
namespace {

class Conditions {
 public:
  // A condition without parameters.
  void Always(std::string_view condition) {
    sql_ += sql_.empty() ? " WHERE " : " AND ";
    sql_ += condition;
  }
  // A condition with one `?`.
  void Add(std::string_view condition, std::optional<std::string> parameter) {
    Always(condition);
    Bind(std::move(parameter));
  }
  // For conditions with several, in their order.
  void Bind(std::optional<std::string> parameter) { parameters_.push_back(std::move(parameter)); }
  void AddIfSet(std::string_view condition, const std::optional<std::string>& parameter) {
    if (parameter) Add(condition, parameter);
  }

  const std::string& sql() const { return sql_; }
  std::vector<std::optional<std::string>>& parameters() { return parameters_; }

 private:
  std::string sql_;
  std::vector<std::optional<std::string>> parameters_;
};

std::optional<std::string> SortKeyOf(const std::optional<Decimal>& value) {
  if (!value) return std::nullopt;
  return DecimalSortKey(*value);
}

// The days first..last of a row meet the range; an open end meets everything on its side.
void AddDays(const std::string& first, const std::string& last, const DateRange& range, Conditions& where) {
  if (range.last) where.Add(fmt::format("({0} IS NULL OR {0} <= ?)", first), FormatDay(*range.last));
  if (range.first) where.Add(fmt::format("({0} IS NULL OR {0} >= ?)", last), FormatDay(*range.first));
}

void AddEntities(const ClaimFilter& filter, Conditions& where) {
  where.AddIfSet("c.claim_id = ?", filter.id);
  where.AddIfSet("c.subject_id = ?", filter.subject);
  where.AddIfSet("c.predicate = ?", filter.predicate);
  where.AddIfSet("c.rule GLOB ? || '/*'", filter.rule);
  where.AddIfSet("c.object_id = ?", filter.object);
  where.AddIfSet("c.speaker_id = ?", filter.speaker);
  if (filter.claimed_only) where.Always("c.predicate <> ''");
}

// The keys from one end of the range to the other, each end where there is one.
std::string KeysBetween(const Interval& range, Conditions& where) {
  std::string keys = "c.min_key IS NOT NULL";
  if (range.lo) {
    keys = "c.min_key >= ?";
    where.Bind(DecimalSortKey(*range.lo));
  }
  if (range.hi) {
    keys += " AND c.min_key <= ?";
    where.Bind(DecimalSortKey(*range.hi));
  }
  return keys;
}

// What the index claims_loose holds: hedged figures, and those of two digits. A key has five letters before
// the digits, and one behind those of a negative number (store/sort_key.h).
constexpr std::string_view kIsLoose =
    " AND c.min_key IS c.max_key AND (length(c.min_key) <= 7 OR (c.min_key < '1' AND length(c.min_key) <= 8) "
    "OR c.modifier <> 'none' OR c.approx = 1)";

// An end that is NULL is open. Most figures are points, whose range of the index is short; the others are few
// and have an index of their own. Each alternative begins with what an index can look up: SQLite looks no
// deeper.
void AddMeeting(const ClaimFilter& filter, Conditions& where) {
  const Interval& range = *filter.meets;
  std::string condition = "(" + KeysBetween(range, where) + ")";
  std::string below = range.hi ? " AND (c.min_key <= ? OR c.min_key IS NULL)" : "";
  for (const char* upper : {"c.max_key >= ?", "c.max_key IS NULL"}) {
    condition += fmt::format(" OR ({} AND c.max_key IS NOT c.min_key{})", upper, below);
    // Every key comes after the empty text.
    if (std::string_view(upper).ends_with('?')) where.Bind(range.lo ? DecimalSortKey(*range.lo) : "");
    if (range.hi) where.Bind(DecimalSortKey(*range.hi));
  }
  if (filter.meets_when_loose)
    condition += " OR (" + KeysBetween(*filter.meets_when_loose, where) + std::string(kIsLoose) + ")";
  if (filter.meets_when_round) {
    // "2", four digits of the place, and one of the number.
    condition += " OR (" + KeysBetween(*filter.meets_when_round, where) + std::string(kIsLoose) +
                 " AND length(c.min_key) = 6)";
  }
  where.Always("(" + condition + ")");
}

// The same for dates, which an index of their own holds.
void AddDateMeeting(const DateRange& range, Conditions& where) {
  std::string first = range.first ? FormatDay(*range.first) : "";
  std::string last = range.last ? FormatDay(*range.last) : "9999-12-31";
  where.Always("c.dimension = 'date' AND c.unresolved = ''");
  where.Always(
      "((c.date_first <= ? AND (c.date_last >= ? OR c.date_last IS NULL))"
      " OR (c.date_first IS NULL AND c.date_last >= ?))");
  for (const std::string& day : {last, first, first}) where.Bind(day);
}

void AddValue(const ClaimFilter& filter, Conditions& where) {
  if (filter.stated) {
    where.Add("c.min_key IS ?", SortKeyOf(filter.stated->lo));
    where.Add("c.max_key IS ?", SortKeyOf(filter.stated->hi));
  }
  where.AddIfSet("c.unit = ?", filter.unit);
  if (filter.dimension) where.Add("c.dimension = ?", std::string(DimensionName(*filter.dimension)));
  if (filter.modality) where.Add("c.modality = ?", std::string(ModalityName(*filter.modality)));
  if (filter.meets) AddMeeting(filter, where);
  if (filter.date_meets) AddDateMeeting(*filter.date_meets, where);
}

// A claim without a date of publication was made when it was seen.
void AddMoment(const std::string& day, Conditions& where) {
  where.Add(CurrentOnDay(), day);
  where.Bind(day);
  where.Add("coalesce(c.as_of, substr(d.seen, 1, 10)) <= ?", day);
}

void AddPlace(const ClaimFilter& filter, Conditions& where) {
  where.AddIfSet("d.path = ?", filter.doc);
  where.AddIfSet("s.name = ?", filter.source);
  if (filter.held) {
    where.Always("c.has_period = 1");
    AddDays("c.period_start", "c.period_end", *filter.held, where);
  }
  if (filter.published_from) where.Add("c.as_of >= ?", FormatDay(*filter.published_from));
  if (filter.published_to) where.Add("c.as_of <= ?", FormatDay(*filter.published_to));
  // The sentence holds the quote where there is one; a title or a value of the front matter may stand alone.
  if (filter.text) {
    where.AddIfSet("c.sentence_id IN (SELECT rowid FROM sentence_search WHERE sentence_search MATCH ?)",
                   SearchExpression(*filter.text));
    where.Add("instr(tally_fold(x.text || char(10) || c.quote), ?) > 0", FoldForSearch(*filter.text));
  }
  if (filter.at) {
    AddMoment(FormatDay(*filter.at), where);
  } else if (filter.current_only) {
    where.Always("d.current = 1");
  }
}

// What the rows are ordered by first; two expressions where a tie is broken by another day.
std::vector<std::string_view> KeysOf(ClaimFilter::Order order) {
  switch (order) {
    case ClaimFilter::Order::kPublished:
      return {"c.as_of"};
    // A period that is open at its start counts from its end.
    case ClaimFilter::Order::kHeld:
      return {"coalesce(c.period_start, c.period_end, c.as_of)", "c.as_of"};
    case ClaimFilter::Order::kValue:
      return {"coalesce(c.min_key, c.max_key)", "coalesce(c.date_first, c.date_last)"};
    case ClaimFilter::Order::kConfidence:
      return {"c.confidence"};
    case ClaimFilter::Order::kDocument:
      break;
  }
  return {};
}

std::string OrderBy(const ClaimFilter& filter) {
  std::string order = " ORDER BY ";
  std::string_view direction = filter.descending ? " DESC" : "";
  for (std::string_view key : KeysOf(filter.order)) {
    order += fmt::format("{0} IS NULL, {0}{1}, ", key, direction);
  }
  return order + fmt::format("d.path{}, d.version, c.span_start, c.span_end, c.position",
                             filter.order == ClaimFilter::Order::kDocument ? direction : "");
}

}  // namespace

// A path's first version was there since it was published; later ones, and one under a new name, since they
// were seen.
std::string_view CurrentOnDay() {
  return "d.version = (SELECT max(v.version) FROM documents v WHERE v.path = d.path"
         " AND ((v.version = 1 AND v.renamed_from IS NULL) OR substr(v.seen, 1, 10) <= ?))"
         " AND (d.removed IS NULL OR substr(d.removed, 1, 10) > ?)";
}

ClaimQuery BuildQuery(const ClaimFilter& filter) {
  Conditions where;
  AddEntities(filter, where);
  AddValue(filter, where);
  AddPlace(filter, where);
  ClaimQuery query;
  query.sql = "SELECT d.path, d.sha256, " + ClaimColumns() + " FROM " + ClaimTables();
  if (filter.source) query.sql += " JOIN sources s ON s.id = d.source_id";
  query.sql += where.sql() + OrderBy(filter);
  if (filter.limit > 0) query.sql += " LIMIT " + std::to_string(filter.limit);
  query.parameters = std::move(where.parameters());
  return query;
}

}  // namespace tally
