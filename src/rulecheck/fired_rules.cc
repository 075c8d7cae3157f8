#include "rulecheck/fired_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "claims/candidate.h"
#include "rulecheck/check_examples.h"

namespace tally {
namespace {

// The cue behind a claim: a claim names the word, and a word may stand in several cues of a rule; the best
// candidate of that name is the one that was tried first.
const CueRule* CueOf(const Claim& claim, const Sentence& sentence, const std::vector<Candidate>& candidates) {
  std::string_view text = sentence.block->text.str();
  for (const Candidate& candidate : candidates) {
    const CueHit& hit = candidate.hit;
    if (hit.cue == nullptr || hit.rule->id != claim.rule_id()) continue;
    std::string name = hit.text.empty() ? hit.rule->id + "/fallback"
                                        : fmt::format("{}/cue:{}", hit.rule->id,
                                                      text.substr(hit.text.start, hit.text.size()));
    if (name == claim.rule) return hit.cue;
  }
  return nullptr;
}

void NoteCues(const Document& document, const std::vector<Claim>& claims, const Extractor& extractor,
              FiredRules& fired) {
  for (const Block& block : document.blocks) {
    for (const Sentence& sentence : extractor.Sentences(document, block)) {
      for (const std::vector<Candidate>& candidates : ChooseCandidates(sentence, extractor.cues())) {
        const Item& item = sentence.items[candidates.front().item];
        Span span = document.bytes.ToFile(sentence.quantities[item.index].span);
        for (const Claim& claim : claims) {
          if (claim.span.start != span.start || claim.span.end != span.end || !claim.claimed()) continue;
          if (const CueRule* cue = CueOf(claim, sentence, candidates)) fired.cues.insert(cue);
        }
      }
    }
  }
}

// Who took the figure of an example that its own rule left alone.
std::optional<std::string> Thief(const PredicateRule& rule, const RuleExample& example,
                                 const std::vector<Claim>& claims) {
  if (!example.fires) return std::nullopt;
  std::optional<std::string> thief;
  for (const Claim& claim : claims) {
    if (!claim.claimed()) continue;
    bool is_figure = example.quote.empty() || claim.quote == example.quote;
    if (!is_figure) continue;
    if (claim.rule_id() == rule.id) return std::nullopt;
    if (!thief) thief = claim.rule;
  }
  return thief;
}

}  // namespace

bool FiredRules::HasPhrase(const PredicateRule& rule, const std::string& phrase) const {
  return phrases.contains(fmt::format("{}/phrase:{}", rule.id, phrase));
}

FiredRules FindFiredRules(const RuleSet& rules, const Extractor& extractor, const DocumentWords& words) {
  FiredRules fired;
  for (const PredicateRule& rule : rules.predicates) {
    for (std::size_t i = 0; i < rule.examples.size(); ++i) {
      Document document = ExampleDocument(rule.examples[i].text, words);
      std::vector<Claim> claims = extractor.Read(document).claims;
      for (const Claim& claim : claims) {
        if (claim.rule.find("/phrase:") != std::string::npos) fired.phrases.insert(claim.rule);
        if (claim.rule.find("/cue:") != std::string::npos) fired.words.insert(AsciiLower(claim.rule));
      }
      NoteCues(document, claims, extractor, fired);
      if (auto thief = Thief(rule, rule.examples[i], claims)) fired.caught.push_back({&rule, i, *thief});
    }
  }
  return fired;
}

}  // namespace tally
