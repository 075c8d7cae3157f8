// Three looks at the clause of the figure: names behind a word that leads a place in, from the cue on to
// shortly behind the figure, in Chinese also right before the cue; words right before the cue, which tell the
// part; and words for what was left out, anywhere in the clause or in the one that opens the sentence.
#include "claims/narrowing.h"

#include <algorithm>

namespace tally {
namespace {

// "450 jobs at its main factory in Leeds": bytes between the figure and the name.
constexpr std::size_t kReachBehind = 40;
// 在台湾造成 10 人死亡: two characters between the place and the cue or figure.
constexpr std::size_t kReachBefore = 6;
// How far from the figure a word for what was left out is looked for, and how many names are looked at: the
// bounds keep long clauses linear.
constexpr std::size_t kReachOfWords = 120;
constexpr std::size_t kNamesLookedAt = 16;

class Narrowing {
 public:
  Narrowing(const Sentence& sentence, TextSpan anchor, const Claim& claim, const RuleSet& rules)
      : sentence_(sentence),
        text_(sentence.block->text.str()),
        anchor_(anchor),
        clause_(sentence.ClauseAt(anchor.start)),
        claim_(claim),
        words_(rules.Words("narrowing")),
        reporting_(rules.Words("reporting")) {}

  std::vector<std::string> Read() {
    AddPlaces();
    AddParts();
    AddLeftOut(clause_);
    TextSpan opening = sentence_.ClauseAt(sentence_.text.start);
    if (opening.start != clause_.start) AddLeftOut(opening);
    std::ranges::sort(found_);
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  bool IsParty(const std::string& id) const {
    auto is = [&](const std::optional<EntityRef>& entity) { return entity && entity->id == id; };
    return is(claim_.subject) || is(claim_.object) || is(claim_.speaker);
  }

  void AddPlaces() {
    std::size_t from = anchor_.start - std::min(anchor_.start, kReachBehind);
    auto next = std::ranges::lower_bound(sentence_.mentions, from, {},
                                         [](const Mention& mention) { return mention.text.start; });
    std::size_t left = kNamesLookedAt;
    for (; next != sentence_.mentions.end() && left > 0; ++next, --left) AddPlace(*next);
  }

  void AddPlace(const Mention& mention) {
    if (mention.kind != "place" && mention.kind != "name") return;
    if (IsParty(mention.id) || !IsLedIn(mention.text.start) || !IsNear(mention.text)) return;
    found_.push_back(mention.id);
  }

  // Behind the figure or between it and its cue, in one clause; before both only where hardly a word stands
  // between that is not of someone speaking there.
  bool IsNear(TextSpan place) const {
    if (place.start >= anchor_.start) {
      TextSpan last = sentence_.ClauseAt(anchor_.end - 1);
      return place.end <= last.end && place.start <= anchor_.end + kReachBehind;
    }
    if (place.end > anchor_.start || anchor_.start - place.end > kReachBefore) return false;
    for (std::size_t at = place.end; at < anchor_.start; ++at) {
      if (reporting_.lexicon.Longest(text_, at)) return false;
    }
    return true;
  }

  bool IsLedIn(std::size_t start) const {
    std::size_t end = start;
    for (std::string_view article : {"the ", " "}) {
      if (text_.substr(0, end).ends_with(article)) end -= article.size();
    }
    auto lead = words_.lexicon.LongestEndingAt(text_, end, clause_.start);
    return lead && words_.values[lead->value] == "lead";
  }

  void AddParts() {
    std::size_t end = anchor_.start;
    for (std::string_view link : {" ", "的"}) {
      if (text_.substr(0, end).ends_with(link)) end -= link.size();
    }
    auto word = words_.lexicon.LongestEndingAt(text_, end, clause_.start);
    if (word && words_.values[word->value] == "part") Add(word->value);
  }

  void AddLeftOut(TextSpan clause) {
    std::size_t end = std::min(clause.end, anchor_.end + kReachOfWords);
    std::size_t at = std::max(clause.start, anchor_.start - std::min(anchor_.start, kReachOfWords));
    for (; at < end; ++at) {
      auto word = words_.lexicon.Longest(text_, at);
      if (!word) continue;
      if (words_.values[word->value] == "anywhere") Add(word->value);
      at += word->length - 1;
    }
  }

  void Add(std::uint32_t index) { found_.push_back(words_.spellings[index]); }

  const Sentence& sentence_;
  std::string_view text_;
  TextSpan anchor_;
  TextSpan clause_;
  const Claim& claim_;
  const WordList& words_;
  const WordList& reporting_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> NarrowedTo(const Sentence& sentence, TextSpan anchor, const Claim& claim,
                                    const RuleSet& rules) {
  return Narrowing(sentence, anchor, claim, rules).Read();
}

}  // namespace tally
