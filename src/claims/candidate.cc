// Scores: a phrase beats a cue, a near cue beats a far one, a cue in another clause or behind another figure
// of the same kind loses, a fallback takes what is left.
#include "claims/candidate.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "claims/linked_figure.h"
#include "claims/period.h"
#include "claims/words_between.h"

namespace tally {
namespace {

constexpr int kPhraseScore = 200;
constexpr int kCueScore = 100;
constexpr int kFallbackScore = 0;
constexpr int kPerCharacter = 1;
constexpr int kPerClause = 12;
// Another figure of the same kind between cue and figure: the cue is more likely that one's.
constexpr int kPerRival = 15;
// In a table: the name of the row says less of a figure than the head of its column.
constexpr int kOfRow = 40;
constexpr int kOfNote = 60;  // and what is said of all the table least

// A cue further off than its rule says, in the same clause: above what takes any amount, below all else.
constexpr int kFarScore = -12;
constexpr int kFarStep = 10;          // characters a point
constexpr std::size_t kOpening = 30;  // of a sentence: bytes
constexpr std::size_t kAsides = 2;    // the ends of one clause in commas
constexpr std::size_t kFarTimes = 3;  // so many times as far as the rule says, at most

constexpr int kPhraseConfidence = 90;
constexpr int kCueConfidence = 80;
constexpr int kFallbackConfidence = 45;
// The unit alone says what is told (41人死亡, 58岁): rules with a fallback of this weight.
constexpr int kSureFallbackWeight = 100;
constexpr int kUnitConfidence = 75;
// What is counted (employees, deaths) says itself which predicate it is of; what is measured (kW, km) may be
// anybody's.
constexpr int kNamedByUnitConfidence = 60;

// No cue reaches further than this, in bytes, whatever its rule says: keeps the search linear.
constexpr std::size_t kReach = 320;
// A rule may refuse a quantity when its slots stay empty; then the next best is asked, this many times.
constexpr std::size_t kCandidatesKept = 6;

// A figure per share or per head is no total.
bool IsPerHead(const Quantity& q) { return q.value.per == "share" || q.value.per == "person"; }

// Doubled, 翻番, 减半: what changed is told by the figure itself.
bool IsChange(const Quantity& q) {
  return q.value.dimension == Dimension::kRatio && q.value.change != Change::kNone;
}

bool IsAmong(std::string_view word, const std::vector<std::string>& words) {
  return words.empty() || std::ranges::find(words, word) != words.end();
}

// What a cue wants of its figure beside what its rule does.
CueRefusal FitsCue(const Quantity& q, const CueRule& cue) {
  if (!cue.per.empty() && q.value.per != cue.per) return CueRefusal::kPer;
  if (cue.changed && !IsChange(q)) return CueRefusal::kCueFigure;
  bool fits = IsAmong(DimensionName(q.value.dimension), cue.dimensions) &&
              IsAmong(q.value.unit ? std::string_view(*q.value.unit) : std::string_view(), cue.units);
  return fits ? CueRefusal::kNone : CueRefusal::kCueFigure;
}

}  // namespace

bool Fits(const Quantity& q, const PredicateRule& rule) {
  // Nearly four times has an upper end alone.
  const auto& end = q.value.stated.lo ? q.value.stated.lo : q.value.stated.hi;
  bool many = q.value.dimension == Dimension::kRatio && end && *end > Decimal(1);
  if (rule.part && (many || IsChange(q))) return false;
  if (IsPerHead(q) && std::ranges::find(rule.per, *q.value.per) == rule.per.end()) return false;
  bool dimension =
      std::ranges::find(rule.dimensions, DimensionName(q.value.dimension)) != rule.dimensions.end();
  bool bare_money =
      q.value.bare_magnitude && std::ranges::find(rule.dimensions, "money") != rule.dimensions.end();
  if (!dimension && !bare_money) return false;
  // "" among the units stands for a figure without one: 规模 7.2 beside 7.2 级.
  return IsAmong(q.value.unit ? std::string_view(*q.value.unit) : std::string_view(), rule.units);
}

namespace {

class Chooser {
 public:
  Chooser(const Sentence& sentence, const CueIndex& cues)
      : sentence_(sentence),
        cues_(cues),
        text_(sentence.block->text.str()),
        hits_(cues.Find(text_, sentence.text)) {}

  std::vector<std::vector<Candidate>> Run() {
    Phrases();
    for (std::size_t i = 0; i < sentence_.items.size(); ++i) {
      if (sentence_.items[i].type != Item::Type::kQuantity) continue;
      // 从 92 年加入到今天: the second date ends the span, it dates nothing.
      if (IsUpToNow(sentence_, sentence_.items[i])) continue;
      Cues(i);
      Fallbacks(i);
      if (auto goes_on = InheritedCandidate(sentence_, cues_, offers_, i)) Offer(*std::move(goes_on));
    }
    for (std::size_t i = 0; i < sentence_.items.size(); ++i) {
      if (auto base = CandidateOfBase(sentence_, offers_, i)) Offer(*std::move(base));
    }
    std::vector<std::vector<Candidate>> ranked;
    for (auto& [item, candidates] : offers_) {
      std::ranges::stable_sort(candidates, [](const Candidate& x, const Candidate& y) {
        return x.score != y.score ? x.score > y.score : x.hit.rule->id < y.hit.rule->id;
      });
      if (candidates.size() > kCandidatesKept) candidates.resize(kCandidatesKept);
      ranked.push_back(std::move(candidates));
    }
    return ranked;
  }

  // For `explain`: why the cues of the sentence do not take a figure.
  std::vector<RefusedCue> Refusals(std::size_t item) const {
    std::vector<RefusedCue> refused;
    TextSpan value = sentence_.items[item].text;
    for (const CueHit& hit : hits_) {
      if (hit.cue == nullptr || hit.text.Overlaps(value)) continue;
      if (hit.text.end + kReach < value.start || value.end + kReach < hit.text.start) continue;
      std::size_t from = std::min(hit.text.end, value.end);
      std::size_t to = std::max(hit.text.start, value.start);
      std::size_t distance = from < to ? Distance(text_.substr(from, to - from)) : 0;
      int score = 0;
      CueRefusal why = Fits(QuantityOf(item), *hit.rule) ? TryCue(hit, item, score) : CueRefusal::kFigure;
      if (why != CueRefusal::kNone) refused.push_back({hit, why, distance});
    }
    return refused;
  }

 private:
  const Quantity& QuantityOf(std::size_t item) const {
    return sentence_.quantities[sentence_.items[item].index];
  }

  void Offer(Candidate candidate) { offers_[candidate.item].push_back(std::move(candidate)); }

  void Phrases() {
    std::vector<const Phrase*> tried;
    for (const CueHit& hit : hits_) {
      if (hit.phrase == nullptr || std::ranges::find(tried, hit.phrase) != tried.end()) continue;
      tried.push_back(hit.phrase);
      for (const PhraseMatch& match : hit.phrase->Match(sentence_)) {
        const Quantity& figure = QuantityOf(match.value);
        // "took 2,316" may be votes as well as seats: a phrase does not say what a plain number counts.
        bool plain = figure.value.dimension == Dimension::kNumber && !hit.rule->number_unit.empty();
        if (plain || !Fits(figure, *hit.rule) || !IsOfCell(hit.text, match.value)) continue;
        Offer({match.value, hit, match, kPhraseScore, kPhraseConfidence});
      }
    }
  }

  void Cues(std::size_t item) {
    TextSpan value = sentence_.items[item].text;
    std::size_t from = value.start > kReach ? value.start - kReach : 0;
    auto first = std::ranges::lower_bound(hits_, from, {}, [](const CueHit& h) { return h.text.start; });
    for (auto hit = first; hit != hits_.end() && hit->text.start < value.end + kReach; ++hit) {
      if (hit->cue == nullptr || !Fits(QuantityOf(item), *hit->rule)) continue;
      if (hit->text.Overlaps(value)) continue;
      int score = 0;
      if (TryCue(*hit, item, score) != CueRefusal::kNone) continue;
      int confidence = kCueConfidence - std::max(0, kCueScore + hit->cue->weight - score) / 2;
      Offer({item, *hit, std::nullopt, score, std::max(confidence, kFallbackConfidence)});
    }
  }

  // The part of a sentence or clause within reach of a figure: a sentence of megabytes is not searched for
  // each of its figures.
  std::string_view Near(TextSpan part, TextSpan value) const {
    std::size_t from = std::max(part.start, value.start > kReach ? value.start - kReach : 0);
    std::size_t to = std::max(from, std::min(part.end, value.end + kReach));
    return text_.substr(from, to - from);
  }

  // The same in small letters; in a table the figure's cell with its head, and the name of its row.
  std::string Around(TextSpan part, TextSpan value) const {
    const RowCell* cell = sentence_.row ? sentence_.row->At(value.start) : nullptr;
    if (cell == nullptr) return AsciiLower(Near(part, value));
    TextSpan name = sentence_.row->name();
    return AsciiLower(text_.substr(name.start, std::min(name.size(), kReach))) + " " +
           AsciiLower(Near(cell->whole, value));
  }

  // In a table a figure is what its own cell, its head, the name of its row or the note of all of it says,
  // never what a cell beside it does.
  bool IsOfCell(TextSpan cue, std::size_t item) const {
    const RowCells* row = sentence_.row.get();
    if (row == nullptr || cue.empty()) return true;
    const RowCell* own = row->At(sentence_.items[item].text.start);
    const RowCell* said = row->At(cue.start);
    return own == said || cue.start < row->name().end || cue.end <= row->note().end;
  }

  // The first condition of the cue that does not hold; `score` is set where all do.
  CueRefusal TryCue(const CueHit& hit, std::size_t item, int& score) const {
    const CueRule& cue = *hit.cue;
    TextSpan value = sentence_.items[item].text;
    if (CueRefusal why = FitsCue(QuantityOf(item), cue); why != CueRefusal::kNone) return why;
    if (IsLevelOf(hit, item)) return CueRefusal::kCueFigure;
    if (IsOfOtherFigure(hit.text, item)) return CueRefusal::kOverlap;
    bool cue_first = hit.text.start < value.start;
    if (!IsOfCell(hit.text, item)) return CueRefusal::kTooFar;
    if (cue.value == Side::kAfter && !cue_first) return CueRefusal::kSide;
    if (cue.value == Side::kBefore && cue_first) return CueRefusal::kSide;
    std::size_t gap_start = cue_first ? hit.text.end : value.end;
    std::size_t gap_end = cue_first ? value.start : hit.text.start;
    if (gap_end < gap_start) return CueRefusal::kOverlap;
    std::size_t distance = Distance(text_.substr(gap_start, gap_end - gap_start));
    // What the name of a row says is said of each of its cells.
    const RowCell* cell = sentence_.row ? sentence_.row->At(value.start) : nullptr;
    bool of_row = cell != nullptr && cue_first && hit.text.end <= cell->whole.start;
    if (of_row) {
      gap_start = std::max(gap_start, cell->text.start);
      distance = Distance(text_.substr(gap_start, gap_end - gap_start)) + 1;
    }
    bool far = distance > cue.within;
    if (far && !MayBeFar(hit, item, distance)) return CueRefusal::kTooFar;
    if (!cue.without.empty() && HoldsAny(Around(sentence_.ClauseAt(hit.text.start), value), cue.without))
      return CueRefusal::kWithout;
    if (!cue.with.empty() && !HoldsAny(Around(sentence_.text, value), cue.with)) return CueRefusal::kWith;
    if (far) {
      score = kFarScore - static_cast<int>(distance) / kFarStep;
      return CueRefusal::kNone;
    }
    score = kCueScore + cue.weight - static_cast<int>(distance) * kPerCharacter;
    score -= static_cast<int>(sentence_.ClausesBetween(gap_start, gap_end)) * kPerClause;
    score -= Rivals(item, gap_start, gap_end) * kPerRival;
    if (of_row) score -= hit.text.end <= sentence_.row->note().end ? kOfNote : kOfRow;
    return CueRefusal::kNone;
  }

  // 三起火灾造成五人死亡: the word that says what a later figure counts.
  bool IsOfOtherFigure(TextSpan cue, std::size_t item) const {
    auto next = std::ranges::lower_bound(sentence_.quantities, cue.end, {},
                                         [](const Quantity& q) { return q.text.end; });
    return next != sentence_.quantities.end() && next->text.start <= cue.start &&
           next->text.start >= sentence_.items[item].text.end && next->value.dimension == Dimension::kCount;
  }

  // 拒访率升到4.8%, "coverage fell from 96% to 84%": how far it went, which the verb alone takes for by how
  // much.
  bool IsLevelOf(const CueHit& hit, std::size_t item) const {
    const Value& value = QuantityOf(item).value;
    bool verb = (hit.cue->event == "increase" || hit.cue->event == "decrease") &&
                cues_.changes().lexicon.Find(text_.substr(hit.text.start, hit.text.size())).has_value();
    bool level = value.change == Change::kIncreaseTo || value.change == Change::kDecreaseTo;
    return verb && value.dimension == Dimension::kPercent && value.unit == "%" &&
           (level || IsBaseOfChange(sentence_, item));
  }

  // "The deal brings total funding since the company was founded in 2021 to €1.1bn": a cue before a figure of
  // its clause may stand further off than it usually does, where no other figure of the kind stands between
  // and nothing else takes it.
  bool MayBeFar(const CueHit& hit, std::size_t item, std::size_t distance) const {
    TextSpan value = sentence_.items[item].text;
    if (sentence_.row || hit.text.start > value.start || distance > hit.cue->within * kFarTimes) return false;
    // "Revenue in the fourth quarter, which ended in June, rose 24% to $19.3 billion": what opens the
    // sentence is what it is about.
    bool opens = hit.text.start <= sentence_.text.start + kOpening;
    return sentence_.ClausesBetween(hit.text.end, value.start) <= (opens ? kAsides : 0) &&
           Rivals(item, hit.text.end, value.start) == 0;
  }

  // Figures of the same dimension between cue and figure.
  int Rivals(std::size_t item, std::size_t from, std::size_t to) const {
    int rivals = 0;
    auto first =
        std::ranges::lower_bound(sentence_.items, from, {}, [](const Item& i) { return i.text.start; });
    for (auto other = first; other != sentence_.items.end() && other->text.start < to; ++other) {
      if (other->type != Item::Type::kQuantity) continue;
      rivals += sentence_.quantities[other->index].value.dimension == QuantityOf(item).value.dimension;
    }
    return rivals;
  }

  void Fallbacks(std::size_t item) {
    for (const CueHit& hit : cues_.fallbacks()) {
      if (!Fits(QuantityOf(item), *hit.rule) || FitsCue(QuantityOf(item), *hit.cue) != CueRefusal::kNone)
        continue;
      if (!hit.cue->without.empty() &&
          HoldsAny(Around(sentence_.text, sentence_.items[item].text), hit.cue->without))
        continue;
      CueHit placed = hit;
      placed.text = {sentence_.items[item].text.start, sentence_.items[item].text.start};
      bool sure = hit.cue->weight >= kSureFallbackWeight;
      bool named = hit.rule->dimensions == std::vector<std::string>{"count"} &&
                   (!hit.cue->units.empty() || !hit.rule->units.empty());
      Offer({item, placed, std::nullopt, kFallbackScore + hit.cue->weight,
             sure    ? kUnitConfidence
             : named ? kNamedByUnitConfidence
                     : kFallbackConfidence});
    }
  }

  const Sentence& sentence_;
  const CueIndex& cues_;
  std::string_view text_;
  std::vector<CueHit> hits_;
  Offers offers_;
};

}  // namespace

std::vector<std::vector<Candidate>> ChooseCandidates(const Sentence& sentence, const CueIndex& cues) {
  if (sentence.quantities.empty()) return {};  // most sentences of news
  return Chooser(sentence, cues).Run();
}

std::vector<RefusedCue> RefusedCues(const Sentence& sentence, const CueIndex& cues, std::size_t item) {
  return Chooser(sentence, cues).Refusals(item);
}

TextSpan AnchorOf(const Sentence& sentence, const Candidate& candidate) {
  const TextSpan& value = sentence.items[candidate.item].text;
  const TextSpan& cue = candidate.hit.text;
  return {std::min(value.start, cue.start), std::max(value.end, cue.end)};
}

std::string RuleName(const Sentence& sentence, const Candidate& candidate) {
  const CueHit& hit = candidate.hit;
  if (hit.phrase != nullptr) return fmt::format("{}/phrase:{}", hit.rule->id, hit.phrase->source());
  if (hit.text.empty()) return fmt::format("{}/fallback", hit.rule->id);
  std::string_view text = sentence.block->text.str();
  return fmt::format("{}/cue:{}", hit.rule->id, text.substr(hit.text.start, hit.text.size()));
}

}  // namespace tally
