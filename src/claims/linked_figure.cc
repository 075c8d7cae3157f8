// Words between the two figures link them (words/figure_links.txt); what they compare with is above every cue
// of its own, the rest below.
#include "claims/linked_figure.h"

#include <algorithm>

#include "claims/period.h"

namespace tally {
namespace {

// Above every fallback, below every cue of its own; where the words compare, above those as well.
constexpr int kInheritedScore = 35;
constexpr int kComparedScore = 125;
constexpr std::size_t kBeside = 8;  // bytes between the words of the comparison and its figure: "about "
constexpr int kInheritedConfidence = 60;
// The figure that another goes on from is the last of its kind, this many items back at most and this near.
constexpr std::size_t kLinkedBack = 4;
constexpr std::size_t kLinkReach = 60;  // bytes

const Quantity& QuantityOf(const Sentence& sentence, std::size_t item) {
  return sentence.quantities[sentence.items[item].index];
}

bool IsQuantity(const Sentence& sentence, std::size_t item) {
  return sentence.items[item].type == Item::Type::kQuantity;
}

bool SameKind(const Value& x, const Value& y) {
  return x.dimension == y.dimension && x.unit == y.unit && x.per == y.per;
}

// The best candidate of a figure that another may take over: a cue's, for a phrase tells of its own words.
const Candidate* BestOf(const Offers& offers, std::size_t item, int least) {
  auto found = offers.find(item);
  if (found == offers.end()) return nullptr;
  const Candidate& best = *std::ranges::max_element(found->second, {}, &Candidate::score);
  return best.hit.phrase == nullptr && best.score > least ? &best : nullptr;
}

std::optional<Candidate> Taken(const Sentence& sentence, const Candidate* from, std::size_t item, int score) {
  if (from == nullptr || !Fits(QuantityOf(sentence, item), *from->hit.rule)) return std::nullopt;
  return Candidate{item, from->hit, std::nullopt, score, kInheritedConfidence};
}

// Of two figures of a kind before the comparison the first, where two follow it, joined by "and": "a profit
// of $61m on revenue of $402m, against $58m and $389m". nullopt where they are not so.
std::optional<std::size_t> FirstOfTwo(const Sentence& sentence, std::size_t second, std::size_t item) {
  std::string_view text = sentence.block->text.str();
  std::size_t next = item + 1;
  if (next >= sentence.items.size() || !IsQuantity(sentence, next)) return std::nullopt;
  std::size_t from = sentence.items[item].text.end;
  std::string_view between = text.substr(from, std::max(from, sentence.items[next].text.start) - from);
  bool joined = between == " and " || between == "和" || between == "、";
  if (!joined || !SameKind(QuantityOf(sentence, item).value, QuantityOf(sentence, next).value))
    return std::nullopt;
  for (std::size_t i = second; i > 0 && second - i < kLinkedBack; --i) {
    if (!IsQuantity(sentence, i - 1)) continue;
    if (SameKind(QuantityOf(sentence, i - 1).value, QuantityOf(sentence, item).value)) return i - 1;
  }
  return std::nullopt;
}

// What links the figure with one before it.
struct Link {
  std::size_t earlier = 0;  // its item
  bool compares = false;    // rather than goes on
};

class LinkFinder {
 public:
  LinkFinder(const Sentence& sentence, const WordList& links)
      : sentence_(sentence), links_(links), text_(sentence.block->text.str()) {}

  std::optional<Link> Before(std::size_t item) const {
    const Item& here = sentence_.items[item];
    std::size_t floor = item > kLinkedBack ? item - kLinkedBack : 0;
    std::size_t dated = std::string_view::npos;  // behind a date that stands between
    for (std::size_t i = item; i > floor; --i) {
      const Item& earlier = sentence_.items[i - 1];
      if (earlier.text.end + kLinkReach < here.text.start) return std::nullopt;
      if (earlier.type != Item::Type::kQuantity) continue;
      // "2.4 % in May from 2.9 % in April": a date may stand between.
      if (QuantityOf(sentence_, i - 1).value.dimension == Dimension::kDate) {
        dated = earlier.text.end;
        continue;
      }
      if (!SameKind(QuantityOf(sentence_, i - 1).value, QuantityOf(sentence_, item).value)) continue;
      auto link = LinkAt(earlier.text.end);
      std::size_t from = earlier.text.end;
      if (!link && dated != std::string_view::npos) link = LinkAt(from = dated);
      if (!link) return std::nullopt;
      // "compared with $12 billion", not "compared with a profit of $12 billion".
      bool beside = from + 1 + link->length + kBeside >= here.text.start;
      return Link{i - 1, links_.values[link->value].empty() && beside};
    }
    return std::nullopt;
  }

 private:
  std::optional<Lexicon::Hit> LinkAt(std::size_t at) const {
    if (at < text_.size() && text_[at] == ' ') ++at;
    return at < text_.size() ? links_.lexicon.Longest(text_, at) : std::nullopt;
  }

  const Sentence& sentence_;
  const WordList& links_;
  std::string_view text_;
};

}  // namespace

// "$22 billion, compared with $12 billion", 从 3.9 倍降至 2.6 倍; "€1.1bn ($1.29bn)".
std::optional<Candidate> InheritedCandidate(const Sentence& sentence, const CueIndex& cues,
                                            const Offers& offers, std::size_t item) {
  if (item == 0) return std::nullopt;
  const Value& value = QuantityOf(sentence, item).value;
  if (value.converts) {
    for (std::size_t i = item; i > 0 && item - i < kLinkedBack; --i) {
      if (IsQuantity(sentence, i - 1) && QuantityOf(sentence, i - 1).span == *value.converts)
        return Taken(sentence, BestOf(offers, i - 1, 0), item, kComparedScore);
    }
  }
  LinkFinder finder(sentence, cues.figure_links());
  auto link = finder.Before(item);
  if (!link) return std::nullopt;
  std::size_t from = link->earlier;
  if (link->compares) {
    if (auto first = FirstOfTwo(sentence, from, item)) from = *first;
  } else if (auto before = IsQuantity(sentence, from) && from > 0 ? finder.Before(from) : std::nullopt) {
    // The second of the two that are compared, with the second before.
    bool paired =
        before->compares && FirstOfTwo(sentence, before->earlier, from).has_value() && from + 1 == item;
    if (paired)
      return Taken(sentence, BestOf(offers, before->earlier, kInheritedScore), item, kComparedScore);
  }
  return Taken(sentence, BestOf(offers, from, kInheritedScore), item,
               link->compares ? kComparedScore : kInheritedScore);
}

// 由45元调到49元: the base of a change that no cue tells is of the predicate of its result.
std::optional<Candidate> CandidateOfBase(const Sentence& sentence, const Offers& offers, std::size_t item) {
  if (!IsQuantity(sentence, item) || !IsBaseOfChange(sentence, item)) return std::nullopt;
  std::size_t ceiling = std::min(sentence.items.size(), item + 1 + kLinkedBack);
  for (std::size_t i = item + 1; i < ceiling; ++i) {
    if (!IsQuantity(sentence, i)) continue;
    const Value& result = QuantityOf(sentence, i).value;
    if (result.dimension == Dimension::kDate) continue;
    if (!SameKind(result, QuantityOf(sentence, item).value)) return std::nullopt;
    return Taken(sentence, BestOf(offers, i, kInheritedScore), item, kInheritedScore);
  }
  return std::nullopt;
}

}  // namespace tally
