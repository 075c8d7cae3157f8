#include "store/claim_query.h"

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
    parameters_.push_back(std::move(parameter));
  }
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

void AddEntities(const ClaimFilter& filter, Conditions& where) {
  where.AddIfSet("c.claim_id = ?", filter.id);
  where.AddIfSet("c.subject_id = ?", filter.subject);
  where.AddIfSet("c.predicate = ?", filter.predicate);
  where.AddIfSet("c.rule GLOB ? || '/*'", filter.rule);
  where.AddIfSet("c.object_id = ?", filter.object);
  where.AddIfSet("c.speaker_id = ?", filter.speaker);
  if (filter.claimed_only) where.Always("c.predicate <> ''");
}

void AddValue(const ClaimFilter& filter, Conditions& where) {
  if (filter.stated) {
    where.Add("c.min_key IS ?", SortKeyOf(filter.stated->lo));
    where.Add("c.max_key IS ?", SortKeyOf(filter.stated->hi));
  }
  where.AddIfSet("c.unit = ?", filter.unit);
  if (filter.dimension) where.Add("c.dimension = ?", std::string(DimensionName(*filter.dimension)));
  if (filter.modality) where.Add("c.modality = ?", std::string(ModalityName(*filter.modality)));
}

void AddPlace(const ClaimFilter& filter, Conditions& where) {
  where.AddIfSet("d.path = ?", filter.doc);
  if (filter.published_from) where.Add("c.as_of >= ?", FormatDay(*filter.published_from));
  if (filter.published_to) where.Add("c.as_of <= ?", FormatDay(*filter.published_to));
  // The sentence holds the quote where there is one; a title or a value of the front matter may stand alone.
  if (filter.text) {
    where.AddIfSet("c.sentence_id IN (SELECT rowid FROM sentence_search WHERE sentence_search MATCH ?)",
                   SearchExpression(*filter.text));
    where.Add("instr(tally_fold(x.text || char(10) || c.quote), ?) > 0", FoldForSearch(*filter.text));
  }
  if (filter.current_only) where.Always("d.current = 1");
}

std::string_view OrderBy(ClaimFilter::Order order) {
  // What has no date comes last. A period that is open at its start counts from its end.
  if (order == ClaimFilter::Order::kHeld) {
    return " ORDER BY coalesce(c.period_start, c.period_end, c.as_of) IS NULL,"
           " coalesce(c.period_start, c.period_end, c.as_of), c.as_of IS NULL, c.as_of,"
           " d.path, d.version, c.span_start, c.span_end, c.position";
  }
  return " ORDER BY c.as_of IS NULL, c.as_of, d.path, d.version, c.span_start, c.span_end, c.position";
}

}  // namespace

ClaimQuery BuildQuery(const ClaimFilter& filter) {
  Conditions where;
  AddEntities(filter, where);
  AddValue(filter, where);
  AddPlace(filter, where);
  ClaimQuery query;
  query.sql = "SELECT d.path, d.sha256, " + ClaimColumns() + " FROM " + ClaimTables() + where.sql();
  query.sql += OrderBy(filter.order);
  if (filter.limit > 0) query.sql += " LIMIT " + std::to_string(filter.limit);
  query.parameters = std::move(where.parameters());
  return query;
}

}  // namespace tally
