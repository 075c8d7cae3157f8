#include "claims/cue_index.h"

#include <algorithm>

#include "base/error.h"
#include "base/utf8.h"

namespace tally {

std::size_t CueIndex::SlotFor(const std::string& word) {
  std::uint32_t slot = lexicon_.Add(word, static_cast<std::uint32_t>(owners_.size()));
  if (slot == owners_.size()) owners_.emplace_back();
  slots_.emplace(word, slot);
  return slot;
}

// "values it at" of one rule begins with "values" of another, which is a cue there all the same. In Chinese a
// longer word is another word: 年产量 is not what 年产 tells.
void CueIndex::AddShorterWords() {
  for (const auto& [word, slot] : slots_) {
    if (owners_[slot].empty()) continue;
    for (std::size_t length = word.size() - 1; length > 0; --length) {
      if (!IsAsciiAlpha(word[length - 1]) || !IsWordEdge(word, length)) continue;
      auto shorter = slots_.find(word.substr(0, length));
      if (shorter == slots_.end() || shorter->second == slot) continue;
      for (const CueHit& hit : owners_[shorter->second]) {
        auto same = [&](const CueHit& h) { return h.rule == hit.rule && h.text != hit.text; };
        if (hit.text.end != length || refused_.contains({slot, hit.rule})) continue;
        if (std::ranges::none_of(owners_[slot], same)) owners_[slot].push_back(hit);
      }
    }
  }
  slots_.clear();
  refused_.clear();
}

CueIndex::CueIndex(const RuleSet& rules)
    : figure_links_(rules.Words("figure_links")), changes_(rules.Words("changes")) {
  std::vector<RuleError> broken;
  for (const PredicateRule& rule : rules.predicates) {
    for (const CueRule& cue : rule.cues) {
      CueHit hit{{}, &rule, &cue, nullptr};
      if (cue.words.empty()) fallbacks_.push_back(hit);
      for (const std::string& word : cue.words) {
        hit.text.end = word.size();
        owners_[SlotFor(word)].push_back(hit);
      }
      for (const std::string& longer : cue.not_words) refused_.emplace(SlotFor(longer), &rule);
    }
    for (std::size_t i = 0; i < rule.phrases.size(); ++i) {
      try {
        phrases_.push_back(std::make_unique<Phrase>(rule.phrases[i], rule));
      } catch (const UserError& error) {
        broken.push_back({rule.file, 0, error.what(), 0, "/phrases/" + std::to_string(i)});
        continue;
      }
      CueHit hit{{}, &rule, nullptr, phrases_.back().get()};
      for (const std::string& word : phrases_.back()->triggers()) {
        hit.text.end = word.size();
        owners_[SlotFor(word)].push_back(hit);
      }
    }
  }
  if (!broken.empty()) throw RuleErrors(std::move(broken));
  AddShorterWords();
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
      hit.text = {place.at, place.at + hit.text.end};
      hits.push_back(hit);
    }
    at = place.at + (owners_[found->value].empty() ? found->length : 1);
  }
  return hits;
}

}  // namespace tally
