#include "claims/cue_index.h"

#include <map>

#include "base/error.h"
#include "base/utf8.h"

namespace tally {

std::size_t CueIndex::SlotFor(const std::string& word) {
  std::uint32_t slot = lexicon_.Add(word, static_cast<std::uint32_t>(owners_.size()));
  if (slot == owners_.size()) owners_.emplace_back();
  return slot;
}

CueIndex::CueIndex(const RuleSet& rules) : figure_links_(rules.Words("figure_links")) {
  std::vector<RuleError> broken;
  for (const PredicateRule& rule : rules.predicates) {
    for (const CueRule& cue : rule.cues) {
      CueHit hit{{}, &rule, &cue, nullptr};
      if (cue.words.empty()) fallbacks_.push_back(hit);
      for (const std::string& word : cue.words) owners_[SlotFor(word)].push_back(hit);
      for (const std::string& longer : cue.not_words) SlotFor(longer);
    }
    for (std::size_t i = 0; i < rule.phrases.size(); ++i) {
      try {
        phrases_.push_back(std::make_unique<Phrase>(rule.phrases[i], rule));
      } catch (const UserError& error) {
        broken.push_back({rule.file, 0, error.what(), 0, "/phrases/" + std::to_string(i)});
        continue;
      }
      CueHit hit{{}, &rule, nullptr, phrases_.back().get()};
      for (const std::string& word : phrases_.back()->triggers()) owners_[SlotFor(word)].push_back(hit);
    }
  }
  if (!broken.empty()) throw RuleErrors(std::move(broken));
  lexicon_.Freeze();
  starts_.Add(lexicon_, 1);
}

std::vector<CueHit> CueIndex::Find(std::string_view text, TextSpan part) const {
  std::vector<CueHit> hits;
  std::vector<LexiconFilter::Place> places;
  starts_.Find(text, part.start, part.end, places);
  std::size_t at = part.start;
  for (const LexiconFilter::Place& place : places) {
    if (place.at < at || place.lexicons == 0) continue;
    auto found = lexicon_.Longest(text, place.at);
    if (!found) continue;
    for (CueHit hit : owners_[found->value]) {
      hit.text = {place.at, place.at + found->length};
      hits.push_back(hit);
    }
    at = place.at + (owners_[found->value].empty() ? found->length : 1);
  }
  return hits;
}

}  // namespace tally
