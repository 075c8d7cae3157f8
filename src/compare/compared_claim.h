// What travels through the comparison: claims with the measure and key that they are compared by, and the
// findings as they are first seen, before words, causes and severity are added. Items live as long as one
// call of Compare.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claims/claim.h"
#include "compare/finding.h"
#include "compare/value_match.h"
#include "rules/predicate_rule.h"

namespace tally {

// How often the event of a claim happens to the same parties, by rules/words/event_recurrence.txt.
enum class Recurrence { kUnknown, kOnce, kAgain };

struct ComparedClaim {
  const Claim* claim = nullptr;
  const PredicateRule* rule = nullptr;
  Measure measure;
  ClaimKey key;
  bool denied = false;  // the text says that it is not so
  Recurrence recurrence = Recurrence::kUnknown;
};
using Items = std::vector<const ComparedClaim*>;

// Claims of one key whose units compare, in the order of documents and spans: two at least, or one and its
// denial.
struct ComparableSet {
  const PredicateRule* rule = nullptr;
  Items items = {};
  Items denied = {};  // what a text says is not so; it contradicts by being said, never by its value
};

// What tells the readings of a finding apart.
enum class ReadBy { kValue, kStatus, kParties };

// A finding before it is written out.
struct Draft {
  Verdict verdict = Verdict::kConflict;
  const PredicateRule* rule = nullptr;
  Items items = {};       // conflict and corroboration: all that it is about; superseded: the newer claims
  Items old = {};         // superseded: the claims that are out of date
  Items compatible = {};  // corroboration: vague ones that leave room for the value, and count for nothing
  std::optional<FindingKind> kind = std::nullopt;  // where it does not follow from the values
  ReadBy read_by = ReadBy::kValue;
  bool corrected = false;   // superseded: the newer text says that the old figure is wrong
  bool by_wording = false;  // the keys differ; like words tell that one thing is meant (compare/misprint.h)
  bool by_story = false;  // the keys differ; texts of one story state one figure, or link the names by others
  bool inexact_scope = false;  // the times were not given alike: a period was assumed, or its basis differs
};

inline bool IsOutlook(Modality modality) {
  return modality == Modality::kPlanned || modality == Modality::kForecast;
}

}  // namespace tally
