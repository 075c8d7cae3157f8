#include "compare/replaced.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/fold.h"
#include "base/utf8.h"
#include "compare/comparable_sets.h"
#include "compare/telling_unit.h"

namespace tally {
namespace {

// Fewer digits tell a figure only together with a currency.
constexpr int kFewDigits = 2;

// A year's figure is not out of date when the next year's is there.
bool IsOfAPeriod(const ComparedClaim& item) {
  return item.rule->compared && item.rule->time == TimeKind::kPeriod;
}

bool IsFigure(const ComparedClaim& item) {
  const Measure& measure = item.measure;
  return !item.denied && measure.shape != Shape::kVague && measure.stated.IsPoint() &&
         !measure.stated.lo->is_zero() && measure.unit_class != "date" && item.claim->as_of;
}

std::string FigureName(const ComparedClaim& item) {
  return item.measure.unit_class + '\n' + item.measure.stated.lo->ToString();
}

// Of one currency or counting one thing; a sentence names the currency once.
bool AreOfOneKind(const Claim& a, const Claim& b) {
  return a.value.dimension == b.value.dimension && a.value.per == b.value.per && a.value.unit == b.value.unit;
}

std::size_t StartOf(const ComparedClaim* item) { return item->claim->quote_in_context; }
std::size_t EndOf(const ComparedClaim* item) { return StartOf(item) + item->claim->quote.size(); }

// The figures of a sentence, each once.
using Sentence = Items;

std::vector<Sentence> SentencesOf(const Items& group) {
  std::vector<Sentence> sentences;
  for (const ComparedClaim* item : group) {
    const Claim& claim = *item->claim;
    if (!IsFigure(*item) || claim.field == Field::kTitle) continue;
    if (sentences.empty() || DocumentOf(*sentences.back().back()->claim) != DocumentOf(claim) ||
        sentences.back().back()->claim->context != claim.context)
      sentences.emplace_back();
    Sentence& sentence = sentences.back();
    if (sentence.empty() || sentence.back()->claim->span != claim.span) sentence.push_back(item);
  }
  std::erase_if(sentences, [](const Sentence& s) { return s.size() < 2 || s.size() > kMostInSentence; });
  return sentences;
}

bool IsClauseMark(char32_t c) {
  return std::u32string_view(U",;:，；：、。(（").find(c) != std::u32string_view::npos;
}

// What stands around a figure in its clause, up to the next figure.
std::string ClauseAround(const Sentence& sentence, std::size_t at) {
  std::string_view text = sentence[at]->claim->context;
  std::size_t floor = at > 0 ? EndOf(sentence[at - 1]) : 0;
  std::size_t start = StartOf(sentence[at]);
  std::size_t from = start;
  while (from > floor) {
    std::size_t before = PreviousCodePoint(text, from);
    if (IsClauseMark(DecodeUtf8(text, before).value)) break;
    from = before;
  }
  std::size_t stop = at + 1 < sentence.size() ? StartOf(sentence[at + 1]) : text.size();
  std::size_t to = std::min(EndOf(sentence[at]), text.size());
  std::string clause(text.substr(from, start > from ? start - from : 0));
  clause += '\n';
  std::size_t end = to;
  while (end < stop) {
    CodePoint c = DecodeUtf8(text, end);
    if (IsClauseMark(c.value)) break;
    end += c.length;
  }
  clause += text.substr(to, end - to);
  return Fold(clause);
}

bool IsEarlier(const Sentence& sentence, std::size_t at, const RuleSet& rules) {
  if (sentence[at]->claim->stage == "base") return true;
  const Lexicon& marks = rules.Words("earlier_figures").lexicon;
  std::string clause = AsciiLower(ClauseAround(sentence, at));
  for (std::size_t i = 0; i < clause.size(); i += DecodeUtf8(clause, i).length) {
    if (marks.Longest(clause, i)) return true;
  }
  return false;
}

// 晚间更正为43人, "corrected to 43": the words right before the figure say that it is the right one.
bool IsRectified(const Sentence& sentence, std::size_t at, const RuleSet& rules) {
  std::string clause = ClauseAround(sentence, at);
  std::string before = AsciiLower(std::string_view(clause).substr(0, clause.find('\n')));
  while (before.ends_with(' ')) before.pop_back();
  return rules.Words("rectifications").lexicon.LongestEndingAt(before, before.size(), 0).has_value();
}

// The figure that took its place: the only other one of the kind, or the only one that is said to be reached
// or to be the right one.
const ComparedClaim* SuccessorOf(const Sentence& sentence, std::size_t at, const RuleSet& rules) {
  Items others;
  Items reached;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const ComparedClaim* item = sentence[i];
    if (i == at || !AreOfOneKind(*item->claim, *sentence[at]->claim) ||
        item->measure.stated == sentence[at]->measure.stated || IsEarlier(sentence, i, rules))
      continue;
    others.push_back(item);
    Change change = item->claim->value.change;
    if (change == Change::kIncreaseTo || change == Change::kDecreaseTo || IsRectified(sentence, i, rules))
      reached.push_back(item);
  }
  if (reached.size() == 1) return reached.front();
  return others.size() == 1 ? others.front() : nullptr;
}

class Group {
 public:
  Group(const Items& items, const Stories& stories, const RuleSet& rules) : stories_(stories), rules_(rules) {
    for (const ComparedClaim* item : items) {
      if (IsFigure(*item)) stated_[FigureName(*item)][DocumentOf(*item->claim)].push_back(item);
    }
  }

  // The figures of older texts that `earlier` tells again and that do not know the one that followed.
  Items Outdated(const ComparedClaim* earlier, const ComparedClaim* later) const {
    Items old;
    for (const auto& [document, told] : stated_.at(FigureName(*earlier))) {
      if (stated_.at(FigureName(*later)).contains(document)) continue;
      for (const ComparedClaim* item : told) {
        if (IsOneFigure(*item, *earlier, told.size() == 1)) old.push_back(item);
      }
    }
    return old;
  }

 private:
  bool IsOneFigure(const ComparedClaim& old, const ComparedClaim& earlier, bool alone) const {
    const Claim& a = *old.claim;
    const Claim& b = *earlier.claim;
    if (!stories_.AreOne(DocumentOf(a), DocumentOf(b)) || IsOfAPeriod(old) || a.stage == "base") return false;
    if (*b.as_of <= *a.as_of || *b.as_of - *a.as_of > std::chrono::days(rules_.thresholds.same_news_days))
      return false;
    bool past = a.period && a.period->last && YearOf(*a.period->last) < YearOf(*a.as_of);
    if (past || a.value.per != b.value.per) return false;
    bool money = a.value.dimension == Dimension::kMoney;
    if (money && a.value.unit && b.value.unit && a.value.unit != b.value.unit) return false;
    int digits = old.measure.stated.lo->significant_digits();
    if (digits >= rules_.thresholds.telling_digits) return true;
    if (digits < kFewDigits) return money && alone && a.value.unit && b.value.unit;
    std::string unit = TellingUnit(a, rules_);
    return old.rule == earlier.rule || (!unit.empty() && unit == TellingUnit(b, rules_)) ||
           (money && alone && (a.value.unit || b.value.unit));
  }

  const Stories& stories_;
  const RuleSet& rules_;
  std::map<std::string, std::map<std::string, Items>> stated_;  // by figure and document
};

}  // namespace

std::vector<Draft> ReplacedFigures(const Items& items, const Stories& stories, const RuleSet& rules) {
  Group group(items, stories, rules);
  std::map<std::pair<std::string, std::string>, Draft>
      drafts;  // by both figures: several texts tell a change
  for (const Sentence& sentence : SentencesOf(items)) {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      if (IsOfAPeriod(*sentence[i]) || !IsEarlier(sentence, i, rules)) continue;
      const ComparedClaim* later = SuccessorOf(sentence, i, rules);
      if (!later || IsOfAPeriod(*later)) continue;
      Items old = group.Outdated(sentence[i], later);
      if (old.empty()) continue;
      Draft& draft = drafts[{FigureName(*sentence[i]), FigureName(*later)}];
      draft.verdict = Verdict::kSuperseded;
      draft.by_story = true;
      draft.items.push_back(later);
      for (const ComparedClaim* item : old) {
        if (std::ranges::find(draft.old, item) == draft.old.end()) draft.old.push_back(item);
      }
    }
  }
  std::vector<Draft> found;
  for (auto& [figures, draft] : drafts) {
    SortByPlace(draft.items);
    SortByPlace(draft.old);
    draft.rule = draft.items.front()->rule;
    found.push_back(std::move(draft));
  }
  return found;
}

}  // namespace tally
