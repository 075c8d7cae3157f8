#include "report/overview.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "report/value_text.h"

namespace tally {

namespace {

bool ReadsFirst(const Finding* a, const Finding* b) {
  if (a->severity != b->severity) return a->severity > b->severity;
  if (a->confidence != b->confidence) return a->confidence > b->confidence;
  return std::tie(a->headline, a->id) < std::tie(b->headline, b->id);
}

}  // namespace

Overview::Overview(const ReportInput& input)
    : documents(input.documents.size()), compared(input.claims_compared), decided(input.decided) {
  for (const Finding& finding : input.findings) {
    if (finding.verdict == Verdict::kConflict) discrepancies.push_back(&finding);
    if (finding.verdict == Verdict::kSuperseded) updates.push_back(&finding);
    if (finding.verdict == Verdict::kCorroboration) corroborations.push_back(&finding);
  }
  for (auto* group : {&discrepancies, &updates, &corroborations})
    std::ranges::stable_sort(*group, ReadsFirst);
  high = static_cast<std::size_t>(
      std::ranges::count_if(discrepancies, [](const Finding* f) { return f->severity == Severity::kHigh; }));
  for (const DocumentInfo& document : input.documents) {
    numbers_seen += document.numbers_seen;
    numbers_unread += document.numbers_unread;
    by_path_.emplace(std::pair(document.path, document.sha256), &document);
  }
  claims =
      input.claims_elsewhere + static_cast<std::size_t>(std::ranges::count_if(input.claims, &Claim::claimed));
}

const DocumentInfo* Overview::DocumentOf(const Claim& claim) const {
  auto found = by_path_.find({claim.doc, claim.doc_sha256});
  return found == by_path_.end() ? nullptr : found->second;
}

std::string Overview::Title() const {
  std::string what = discrepancies.empty() ? "No discrepancies" : Count(discrepancies.size(), "discrepancy");
  return fmt::format("{} in {}", what, Count(documents, "document"));
}

std::string Overview::Proof() const {
  return fmt::format("{} seen, {} not understood, {}, {} compared", Count(numbers_seen, "number"),
                     GroupThousands(std::to_string(numbers_unread)), Count(claims, "claim"),
                     GroupThousands(std::to_string(compared))) +
         (decided.all() > 0 ? "; " + DecidedText(decided) : "");
}

const Claim* EarliestMember(const Finding& finding, const Reading& reading) {
  const Claim* earliest = nullptr;
  for (std::size_t index : reading.members) {
    if (index >= finding.members.size() || !finding.members[index].as_of) continue;
    const Claim& claim = finding.members[index];
    if (!earliest || *claim.as_of < *earliest->as_of) earliest = &claim;
  }
  return earliest;
}

std::vector<const Reading*> ReadingsByAge(const Finding& finding) {
  auto age = [&](const Reading* reading) {
    const Claim* claim = EarliestMember(finding, *reading);
    return claim ? claim->as_of : std::nullopt;
  };
  std::vector<const Reading*> readings;
  for (const Reading& reading : finding.readings) readings.push_back(&reading);
  std::ranges::stable_sort(readings, [&](const Reading* a, const Reading* b) { return age(a) < age(b); });
  return readings;
}

std::string Count(std::size_t count, const std::string& noun) {
  std::string text = GroupThousands(std::to_string(count)) + " ";
  if (count == 1) return text + noun;
  return text + (noun.ends_with("cy") ? noun.substr(0, noun.size() - 1) + "ies" : noun + "s");
}

std::string SourceText(const DocumentInfo& document) {
  std::string text = document.source.empty() ? "not named" : document.source;
  bool reprint = !document.origin.empty() && document.origin != document.source;
  return reprint ? text + ", from " + document.origin : text;
}

}  // namespace tally
