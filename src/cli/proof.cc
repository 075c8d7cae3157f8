#include "cli/proof.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/overview.h"
#include "report/value_text.h"

namespace tally {

void Proof::Count(const Extraction& extraction) {
  CountNumbers(extraction.info);
  for (const Claim& claim : extraction.claims) {
    if (!claim.claimed()) continue;
    ++claims_;
    if (!fired_.contains(claim.predicate)) fired_.insert(claim.predicate);
  }
}

void Proof::Count(const ComparedDocument& document) {
  CountNumbers(document.info);
  claims_ += document.outline.claims;
  for (const std::string& predicate : document.outline.predicates) {
    if (!fired_.contains(predicate)) fired_.insert(predicate);
  }
}

void Proof::CountNumbers(const DocumentInfo& info) {
  numbers_ += info.numbers_seen;
  unread_numbers_ += info.numbers_unread;
}

std::string Proof::Line(const RuleSet& rules, std::optional<std::size_t> compared) const {
  auto silent = std::ranges::count_if(rules.predicates,
                                      [&](const PredicateRule& rule) { return !fired_.contains(rule.id); });
  std::string line;
  if (files_ > 0 || stored_ == 0) line = tally::Count(files_, "file") + " read, ";
  if (unchanged_ > 0) line += fmt::format("{} unchanged, ", GroupThousands(std::to_string(unchanged_)));
  if (stored_ > 0) line += tally::Count(stored_, "document") + " from the database, ";
  line += fmt::format("{} seen, {} not understood, {}", tally::Count(numbers_, "number"),
                      GroupThousands(std::to_string(unread_numbers_)), tally::Count(claims_, "claim"));
  if (compared) line += fmt::format(", {} compared", GroupThousands(std::to_string(*compared)));
  if (files_ + stored_ == unchanged_) return line;
  return line + fmt::format("; {} of {} rules never fired", silent, rules.predicates.size());
}

}  // namespace tally
