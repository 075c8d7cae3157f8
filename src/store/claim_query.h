// Which claims to find, and the SQL for it. The SQL is put together from fixed pieces only; whatever the user
// wrote is bound.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/interval.h"
#include "claims/claim.h"
#include "store/database.h"

namespace tally {

// A condition that is not set holds for every claim; all set ones must hold.
struct ClaimFilter {
  enum class Order : std::uint8_t {
    kPublished,  // by publication date, then document
    kHeld,       // by the time that the claim holds for, else its publication date: a line through time
    kValue,      // by the lower end of what is stated, dates by their first day; units are not converted
    kConfidence,
    kDocument,  // by path, then place
  };

  std::optional<std::string> id;         // the claim's fingerprint
  std::optional<std::string> subject;    // entity id
  std::optional<std::string> predicate;  // empty: figures that no rule claimed
  std::optional<std::string> rule;       // the id of a rule: one of a predicate's family
  bool claimed_only = false;             // not the figures that no rule claimed
  std::optional<std::string> object;     // entity id
  std::optional<std::string> speaker;    // entity id
  std::optional<std::string> doc;        // path as ingested
  std::optional<std::string> source;     // who published it, as the store names it
  // Stands in the quote or the sentence around it; 億 finds 亿, and a capital its small letter.
  std::optional<std::string> text;
  std::optional<Day> published_from;  // first and last publication day; claims without one are left out
  std::optional<Day> published_to;
  // The time that the claim holds for meets these days; claims without one are left out.
  std::optional<DateRange> held;
  // What was claimed as of a day: published by then, in the version of the document that was current then.
  // Takes the place of current_only.
  std::optional<Day> at;
  // The stated interval meets this one, in the figure's own unit; dates are left out.
  std::optional<Interval> meets;
  // …or meets this wider one and is hedged, or of two digits (約 471.1 億, 47 億).
  std::optional<Interval> meets_when_loose;
  // …or meets this wider one and has a single digit (100 億), which stands for more than its neighbours.
  std::optional<Interval> meets_when_round;
  std::optional<DateRange> date_meets;  // the same for dates
  std::optional<Interval> stated;       // exactly this stated interval, as in Value::stated
  std::optional<std::string> unit;
  std::optional<Dimension> dimension;
  std::optional<Modality> modality;
  bool current_only = true;  // not from replaced versions of a document
  std::size_t limit = 0;     // the first so many; 0: all
  Order order = Order::kPublished;
  bool descending = false;  // what has nothing to order by still comes last
};

struct ClaimQuery {
  // Rows of path, SHA-256, and the columns of store/claim_row.h. Ties are broken by document, version, span
  // and position, so that equal databases give equal rows.
  std::string sql;
  std::vector<std::optional<std::string>> parameters;
};

// The condition that a row of documents d is of the version that was current on a day, with two parameters,
// which are both the day; see ClaimFilter::at.
std::string_view CurrentOnDay();

// The queries call functions of store/schema_functions.h.
ClaimQuery BuildQuery(const ClaimFilter& filter);

}  // namespace tally
