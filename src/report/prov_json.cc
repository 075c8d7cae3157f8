#include <fmt/format.h>

#include <set>

#include "base/sha256.h"
#include "report/json_text.h"
#include "report/provenance.h"
#include "report/value_text.h"

namespace tally {
namespace {

using Json = nlohmann::ordered_json;

Json QName(std::string_view name) { return {{"$", name}, {"type", "xsd:QName"}}; }

// Local names of PROV are words without blanks: what is not one goes in by its digest.
std::string Digest(const std::string& text) { return Sha256Hex(text).substr(0, 16); }

std::string ClaimName(const Claim& claim) { return "tally:claim-" + claim.id; }
std::string DocumentName(const std::string& path, const std::string& sha256) {
  return "tally:document-" + Digest(path + "\n" + sha256);
}
std::string RunName(const ProvenanceRun& run) { return fmt::format("tally:run-{}", run.id); }
std::string ToolName(const ProvenanceRun& run) {
  return "tally:program-" + Digest(run.tool_version + "\n" + run.rules_version);
}

class ProvWriter {
 public:
  Json Write(const Provenance& provenance) {
    for (const ProvenanceDocument& document : provenance.documents) Document(document);
    for (const Claim& claim : provenance.claims) AddClaim(claim, provenance.documents);
    if (provenance.finding) Finding(*provenance.finding, provenance.claims);
    Json json;
    json["prefix"] = {{"tally", "urn:tally:"}, {"dcterms", "http://purl.org/dc/terms/"}};
    for (auto* section :
         {&entities_, &activities_, &agents_, &generated_, &used_, &associated_, &attributed_, &derived_}) {
      if (!section->members.empty()) json[section->name] = section->members;
    }
    return json;
  }

 private:
  struct Section {
    const char* name;
    Json members = Json::object();
    std::set<std::string> relations = {};
  };

  // A relation has a name of its own within its section; equal ones are there once.
  static void Relate(Section& section, const char* prefix, Json relation) {
    if (!section.relations.insert(relation.dump()).second) return;
    section.members[fmt::format("_:{}{}", prefix, section.members.size() + 1)] = std::move(relation);
  }

  void Run(const ProvenanceRun& run) {
    activities_.members[RunName(run)] = {{"prov:type", QName("tally:Run")}, {"prov:startTime", run.started}};
    agents_.members[ToolName(run)] = {{"prov:type", QName("prov:SoftwareAgent")},
                                      {"prov:label", "tally " + run.tool_version},
                                      {"tally:version", run.tool_version},
                                      {"tally:rules", run.rules_version}};
    Relate(associated_, "a", {{"prov:activity", RunName(run)}, {"prov:agent", ToolName(run)}});
  }

  void Attribute(const std::string& entity, const std::string& agent) {
    Relate(attributed_, "t", {{"prov:entity", entity}, {"prov:agent", agent}});
  }

  void Document(const ProvenanceDocument& document) {
    const DocumentInfo& info = document.info;
    std::string name = DocumentName(info.path, info.sha256);
    Json entity = {{"prov:type", QName("tally:DocumentVersion")}, {"prov:location", info.path}};
    if (!info.title.empty()) entity["dcterms:title"] = info.title;
    if (!info.url.empty()) entity["dcterms:source"] = info.url;
    if (info.published) entity["dcterms:issued"] = FormatDay(*info.published);
    entity["tally:sha256"] = info.sha256;
    entity["tally:version"] = document.version;
    entity["tally:seen"] = document.seen;
    entities_.members[name] = std::move(entity);
    Run(document.run);
    Relate(used_, "u", {{"prov:activity", RunName(document.run)}, {"prov:entity", name}});
    if (info.source.empty()) return;
    std::string source = "tally:source-" + Digest(info.source);
    agents_.members[source] = {{"prov:type", QName("prov:Organization")}, {"prov:label", info.source}};
    Attribute(name, source);
  }

  void AddClaim(const Claim& claim, const std::vector<ProvenanceDocument>& documents) {
    std::string name = ClaimName(claim);
    Json entity = {{"prov:type", QName("tally:Claim")}, {"prov:value", claim.quote}};
    entity["prov:label"] = fmt::format("{} {}", claim.predicate, ValueText(claim.value));
    entity["tally:sentence"] = claim.context;
    entity["tally:rule"] = claim.rule;
    entity["tally:spanStart"] = claim.span.start;
    entity["tally:spanEnd"] = claim.span.end;
    entity["tally:line"] = claim.begin.line;
    entity["tally:column"] = claim.begin.column;
    entities_.members[name] = std::move(entity);
    for (const ProvenanceDocument& document : documents) {
      if (document.info.path != claim.doc || document.info.sha256 != claim.doc_sha256) continue;
      std::string source = DocumentName(claim.doc, claim.doc_sha256);
      Relate(generated_, "g", {{"prov:entity", name}, {"prov:activity", RunName(document.run)}});
      Relate(derived_, "d",
             {{"prov:generatedEntity", name},
              {"prov:usedEntity", source},
              {"prov:type", QName("prov:Quotation")}});
    }
    if (!claim.speaker) return;
    std::string speaker = "tally:speaker-" + Digest(claim.speaker->id);
    agents_.members[speaker] = {{"prov:label", claim.speaker->name}};
    Attribute(name, speaker);
  }

  void Finding(const ProvenanceFinding& finding, const std::vector<Claim>& claims) {
    std::string name = "tally:finding-" + finding.id;
    entities_.members[name] = {{"prov:type", QName("tally:Finding")},    {"prov:label", finding.headline},
                               {"dcterms:description", finding.message}, {"tally:kind", finding.kind},
                               {"tally:verdict", finding.verdict},       {"tally:severity", finding.severity},
                               {"tally:firstFound", finding.first_found}};
    Run(finding.run);
    Relate(generated_, "g", {{"prov:entity", name}, {"prov:activity", RunName(finding.run)}});
    for (const Claim& claim : claims) {
      Relate(used_, "u", {{"prov:activity", RunName(finding.run)}, {"prov:entity", ClaimName(claim)}});
      Relate(derived_, "d", {{"prov:generatedEntity", name}, {"prov:usedEntity", ClaimName(claim)}});
    }
  }

  Section entities_{"entity"};
  Section activities_{"activity"};
  Section agents_{"agent"};
  Section generated_{"wasGeneratedBy"};
  Section used_{"used"};
  Section associated_{"wasAssociatedWith"};
  Section attributed_{"wasAttributedTo"};
  Section derived_{"wasDerivedFrom"};
};

}  // namespace

std::string ProvJson(const Provenance& provenance) {
  return DumpJson(ProvWriter().Write(provenance), 2) + "\n";
}

}  // namespace tally
