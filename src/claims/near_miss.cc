// How near a miss is: a rule that only scored less was nearest, then one with an empty slot, then phrases by
// the share of them that was found, then cues by what kept them off.
#include "claims/near_miss.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "claims/candidate.h"

namespace tally {
namespace {

constexpr int kOutscored = 0;
constexpr int kEmptySlot = 5;
constexpr int kNearestPhrase = 10;
constexpr int kPhraseRange = 30;  // one without its first piece is this much further
constexpr int kWrongSurroundings = 12;
constexpr int kWrongSide = 18;
constexpr int kTooFarAway = 20;
constexpr int kWrongFigure = 50;

class Finder {
 public:
  Finder(const Sentence& sentence, std::size_t item, const Claim& claim, const CueIndex& cues)
      : sentence_(sentence), item_(item), claim_(claim), cues_(cues), text_(sentence.block->text.str()) {}

  std::vector<NearMiss> Run(std::size_t limit) {
    Candidates();
    for (const RefusedCue& refused : RefusedCues(sentence_, cues_, item_)) Refused(refused);
    Phrases();
    std::vector<NearMiss> misses;
    for (auto& [rule, miss] : nearest_) misses.push_back(std::move(miss));
    std::ranges::stable_sort(misses, [](const NearMiss& a, const NearMiss& b) {
      return a.distance != b.distance ? a.distance < b.distance : a.rule < b.rule;
    });
    if (misses.size() > limit) misses.resize(limit);
    return misses;
  }

 private:
  const Quantity& QuantityHere() const { return sentence_.quantities[sentence_.items[item_].index]; }

  // One line a predicate and kind of form: its nearest.
  void Add(const PredicateRule& rule, std::string name, std::string why, int distance) {
    if (name == claim_.rule) return;
    // It has its claim already: only why a phrase of it did not match is news.
    if (claim_.rule_id() == rule.id && distance < kNearestPhrase) return;
    auto [known, is_new] = nearest_.emplace(rule.id, NearMiss{name, why, distance});
    if (!is_new && distance < known->second.distance)
      known->second = {std::move(name), std::move(why), distance};
  }

  std::string NameOf(const CueHit& hit) const {
    if (hit.phrase != nullptr) return fmt::format("{}/phrase:{}", hit.rule->id, hit.phrase->source());
    if (hit.text.empty()) return hit.rule->id + "/fallback";
    return fmt::format("{}/cue:{}", hit.rule->id, text_.substr(hit.text.start, hit.text.size()));
  }

  // Rules whose conditions all held. Those before the one that has the figure refused it for an empty slot,
  // those behind it scored less.
  void Candidates() {
    if (claim_.rule == "publish_date/byline") return;  // taken before any rule was asked
    for (const std::vector<Candidate>& ranked : ChooseCandidates(sentence_, cues_)) {
      if (ranked.front().item != item_) continue;
      auto winner = std::ranges::find_if(
          ranked, [&](const Candidate& candidate) { return NameOf(candidate.hit) == claim_.rule; });
      for (auto candidate = ranked.begin(); candidate != ranked.end(); ++candidate) {
        const PredicateRule& rule = *candidate->hit.rule;
        if (candidate == winner) continue;
        if (candidate < winner) {
          Add(rule, NameOf(candidate->hit), EmptySlot(candidate->hit), kEmptySlot);
        } else {
          Add(rule, NameOf(candidate->hit),
              fmt::format("scores {}, less than the {} of {}", candidate->score, winner->score, claim_.rule),
              kOutscored);
        }
      }
    }
  }

  static std::string EmptySlot(const CueHit& hit) {
    auto slot = [](const char* name, const std::vector<std::string>& kinds) {
      return fmt::format("{{{}}} ({})", name,
                         kinds.empty() ? "any kind" : fmt::format("{}", fmt::join(kinds, ", ")));
    };
    bool own_kinds = hit.cue != nullptr && !hit.cue->subject_kinds.empty();
    std::string slots;
    if (hit.rule->subject.required || own_kinds)
      slots = slot("subject", own_kinds ? hit.cue->subject_kinds : hit.rule->subject.kinds);
    if (hit.rule->object.required)
      slots += (slots.empty() ? "" : " or ") + slot("object", hit.rule->object.kinds);
    return slots.empty() ? "its slots do not fit" : fmt::format("nothing fills {}, which it requires", slots);
  }

  std::string WrongFigure(const PredicateRule& rule) const {
    const Value& value = QuantityHere().value;
    bool dimension =
        std::ranges::find(rule.dimensions, DimensionName(value.dimension)) != rule.dimensions.end();
    if (value.per && dimension) return fmt::format("the figure is one per {}", *value.per);
    if (!dimension)
      return fmt::format("the figure is {}, the rule takes {}", DimensionName(value.dimension),
                         fmt::join(rule.dimensions, ", "));
    return fmt::format("the unit is {}, the rule takes {}", value.unit.value_or("none"), SomeOf(rule.units));
  }

  static std::string SomeOf(const std::vector<std::string>& words) {
    constexpr std::size_t kShown = 5;
    std::size_t shown = std::min(words.size(), kShown);
    return fmt::format("{}{}", fmt::join(words.begin(), words.begin() + static_cast<long>(shown), ", "),
                       shown < words.size() ? ", …" : "");
  }

  void Refused(const RefusedCue& refused) {
    const CueRule& cue = *refused.hit.cue;
    const PredicateRule& rule = *refused.hit.rule;
    std::string name = NameOf(refused.hit);
    int far = static_cast<int>(refused.distance);
    switch (refused.why) {
      case CueRefusal::kFigure:
        // A sentence of many figures has cues for each; that they are not this one's is news only where no
        // rule wants it.
        if (claim_.claimed()) return;
        return Add(rule, name, WrongFigure(rule), kWrongFigure + far);
      case CueRefusal::kPer:
        return Add(rule, name, fmt::format("the figure is not one per {}", cue.per),
                   kWrongSurroundings + far);
      case CueRefusal::kCueFigure:
        return Add(rule, name, "the cue wants figures of another unit or dimension",
                   kWrongSurroundings + far);
      case CueRefusal::kSide:
        return Add(rule, name,
                   fmt::format("the figure stands {} the cue, it is wanted {}",
                               cue.value == Side::kAfter ? "before" : "behind",
                               cue.value == Side::kAfter ? "behind" : "before"),
                   kWrongSide + far);
      case CueRefusal::kTooFar:
        return Add(
            rule, name,
            fmt::format("the figure stands {} characters off, {} are allowed", refused.distance, cue.within),
            kTooFarAway + far - static_cast<int>(cue.within));
      case CueRefusal::kWithout:
        return Add(rule, name,
                   fmt::format("one of its 'without' stands in the clause: {}", Found(cue.without)),
                   kWrongSurroundings + far);
      case CueRefusal::kWith:
        return Add(rule, name, fmt::format("none of its 'with' stands in the sentence: {}", SomeOf(cue.with)),
                   kWrongSurroundings + far);
      case CueRefusal::kOverlap:
      case CueRefusal::kNone:
        return;
    }
  }

  // Of the words, the one that the sentence holds.
  std::string Found(const std::vector<std::string>& words) const {
    auto found = std::ranges::find_if(
        words, [&](const std::string& word) { return sentence_.str().find(word) != std::string_view::npos; });
    return found == words.end() ? std::string() : *found;
  }

  void Phrases() {
    std::vector<const Phrase*> tried;
    for (const CueHit& hit : cues_.Find(text_, sentence_.text)) {
      if (hit.phrase == nullptr || std::ranges::find(tried, hit.phrase) != tried.end()) continue;
      tried.push_back(hit.phrase);
      PhraseOf(hit);
    }
  }

  void PhraseOf(const CueHit& hit) {
    std::vector<PhraseMatch> matches = hit.phrase->Match(sentence_);
    bool here = std::ranges::any_of(matches, [&](const PhraseMatch& m) { return m.value == item_; });
    bool fits = Fits(QuantityHere(), *hit.rule);
    if (here && fits) return;  // a candidate
    if (here) return Add(*hit.rule, NameOf(hit), WrongFigure(*hit.rule), kNearestPhrase);
    // A figure of another kind is not what the phrase looks for, and one that it has elsewhere is enough.
    if (!fits || !matches.empty()) return;
    std::size_t total = hit.phrase->pieces().size();
    std::size_t reached = Reached(*hit.phrase);
    if (reached < 2 || reached == total) return;
    int missing = static_cast<int>((total - reached) * kPhraseRange / total);
    Add(*hit.rule, NameOf(hit), fmt::format("the phrase fails at {}", Stop(*hit.phrase, reached)),
        kNearestPhrase + missing);
  }

  // How many pieces of the phrase, from its first on, are found in a row; its last blanks and gaps do not
  // count, since they match nothing too.
  std::size_t Reached(const Phrase& phrase) const {
    const std::vector<Phrase::Piece>& pieces = phrase.pieces();
    std::size_t reached = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      re2::RE2::Options options;
      options.set_case_sensitive(false);
      options.set_log_errors(false);
      re2::RE2 prefix(phrase.pattern().substr(0, pieces[i].pattern_end), options);
      if (!prefix.ok() || !re2::RE2::PartialMatch(sentence_.skeleton, prefix)) break;
      if (pieces[i].source != " " && pieces[i].source != "...") reached = i + 1;
    }
    return reached;
  }

  // The first piece that was not found, with what stands before it.
  static std::string Stop(const Phrase& phrase, std::size_t reached) {
    const std::vector<Phrase::Piece>& pieces = phrase.pieces();
    std::size_t stop = reached;
    while (stop + 1 < pieces.size() && (pieces[stop].source == " " || pieces[stop].source == "...")) ++stop;
    return fmt::format("{} (behind {})", pieces[stop].source, pieces[reached - 1].source);
  }

  const Sentence& sentence_;
  std::size_t item_;
  const Claim& claim_;
  const CueIndex& cues_;
  std::string_view text_;
  std::map<std::string, NearMiss> nearest_;  // by predicate
};

}  // namespace

std::vector<NearMiss> FindNearMisses(const Sentence& sentence, std::size_t item, const Claim& claim,
                                     const CueIndex& cues, std::size_t limit) {
  return Finder(sentence, item, claim, cues).Run(limit);
}

}  // namespace tally
