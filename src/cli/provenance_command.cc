// tally provenance: where a claim or a finding comes from, for other programs.
#include <fmt/format.h>

#include <set>

#include "base/error.h"
#include "cli/arguments.h"
#include "report/provenance.h"
#include "store/finding_store.h"
#include "store/origin.h"

namespace tally {
namespace {

namespace po = boost::program_options;

void AddOptions(po::options_description& options) {
  AddOption(options, "format", "FORMAT",
            "prov-json: W3C PROV-JSON; json-ld: a Claim or ClaimReview of schema.org (default: prov-json)");
}

ProvenanceRun RunOf(const StoredRun& run) {
  return {run.id, run.tool_version, run.rules_version, run.started};
}

// The claims of the finding, or the claim in its last version.
std::vector<Claim> ClaimsOf(const std::string& id, const std::optional<StoredFinding>& finding,
                            const ClaimStore& store) {
  ClaimFilter filter;
  filter.current_only = false;
  std::vector<Claim> claims;
  if (!finding) {
    filter.id = id;
    claims = store.Find(filter);
    if (claims.size() > 1) claims.erase(claims.begin(), claims.end() - 1);
    return claims;
  }
  for (const FindingMember& member : finding->members) {
    filter.id = member.claim_id;
    filter.doc = member.path;
    for (Claim& claim : store.Find(filter)) {
      if (claim.doc_sha256 != member.sha256) continue;
      claims.push_back(std::move(claim));
      break;
    }
  }
  return claims;
}

Provenance Collect(const std::string& id, const ClaimStore& store) {
  Provenance provenance;
  std::optional<StoredFinding> finding = FindFinding(store, id);
  provenance.claims = ClaimsOf(id, finding, store);
  if (finding) {
    FindingRuns runs = *RunsOf(store, id);
    provenance.finding = {finding->id,       finding->kind,    finding->verdict,   finding->severity,
                          finding->headline, finding->message, runs.first.started, RunOf(runs.last)};
  }
  std::set<std::pair<std::string, std::string>> known;
  for (const Claim& claim : provenance.claims) {
    if (!known.emplace(claim.doc, claim.doc_sha256).second) continue;
    if (auto reading = ReadingOf(store, claim.doc, claim.doc_sha256)) {
      provenance.documents.push_back(
          {reading->version.document, reading->version.version, reading->version.seen, RunOf(reading->run)});
    }
  }
  return provenance;
}

int Run(const Invocation& invocation) {
  if (invocation.operands.size() != 1) throw UserError("provenance: give the id of one claim or finding");
  std::string format = Choice("--format", invocation.Text("format", "prov-json"), {"prov-json", "json-ld"});
  const std::string& id = invocation.operands.front();
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly);
  Provenance provenance = Collect(id, store);
  if (provenance.claims.empty()) {
    throw UserError(fmt::format(
        "provenance: the database has no claim or finding {}; 'tally report' records findings", id));
  }
  invocation.console.out << (format == "prov-json" ? ProvJson(provenance) : ClaimJsonLd(provenance));
  return kExitClean;
}

}  // namespace

Command ProvenanceCommand() {
  return {
      "provenance",
      "where a claim or a finding comes from, for other programs",
      "ID",
      "Prints where a claim or a finding of the database (--db) comes from: the versions of the documents, "
      "the\n"
      "runs that read and compared them, the program and its rules, the sources and the speakers. As W3C\n"
      "PROV-JSON, or as JSON-LD in the words of schema.org: a claim is a Claim, a finding a ClaimReview.\n",
      "  tally provenance 0f1e2d3c4b5a6978\n"
      "  tally provenance 0f1e2d3c4b5a6978 --format json-ld > review.json\n",
      "  0  printed\n  2  there is no such claim or finding, or the database is not usable\n",
      AddOptions,
      Run};
}

}  // namespace tally
