#include "compare/misprint.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/fold.h"
#include "base/utf8.h"
#include "compare/chance.h"
#include "compare/claim_key.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"
#include "compare/likeness.h"
#include "compare/party_points.h"
#include "compare/scope.h"
#include "compare/slip.h"
#include "compare/telling_unit.h"
#include "compare/two_things.h"

namespace tally {
namespace {

// Fewer words in common are no sign that one thing is told again.
constexpr std::size_t kLeastOwnWords = 2;

struct Figure {
  const ComparedClaim* item = nullptr;
  std::vector<std::string> words;
  bool contradicted = false;

  const Claim& claim() const { return *item->claim; }
  std::size_t digits() const { return SlipDigits(claim().value, claim().value); }
  const std::string& document() const { return DocumentOf(*item->claim); }
};

// Vague magnitudes are not typed digit by digit.
bool HasFigure(const ComparedClaim& item) { return item.measure.shape != Shape::kVague && !item.denied; }

// Bonds are sold in each currency.
constexpr std::string_view kBonds = "bonds";

// One number in two currencies. Prices are set in each currency, often to one number.
bool IsOtherCurrency(const Claim& a, const Claim& b) {
  bool named = a.value.unit && b.value.unit && a.value.unit != b.value.unit;
  bool price = a.predicate == "price" || b.predicate == "price" || a.value.per || b.value.per;
  return named && !price && a.stage != kBonds && a.value.dimension == Dimension::kMoney &&
         !a.value.converts && !b.value.converts && a.value.stated.IsPoint() &&
         a.value.stated == b.value.stated;
}

// Six and nine are not one keystroke apart.
bool IsInWords(const Claim& claim) {
  std::string quote = Fold(claim.quote);
  return std::ranges::any_of(quote, IsAsciiAlpha) && std::ranges::none_of(quote, IsAsciiDigit);
}

bool IsSlip(const Figure& a, const Figure& b) {
  const Claim& x = a.claim();
  const Claim& y = b.claim();
  if (IsOtherCurrency(x, y) || IsOtherSign(x, y) || IsOtherRate(x, y) || IsPercentForPoints(x, y))
    return true;
  if (IsInWords(x) && IsInWords(y)) return false;
  return UnitsMeet(x, y) && IsOneSlip(x.value, y.value) &&
         Match(a.item->measure, b.item->measure) == ValueMatch::kDisjoint;
}

bool SlippedTwice(const Interval& a, const Interval& b) {
  return a.lo && a.hi && b.lo && b.hi && a.lo != a.hi && a.lo != b.lo && a.hi != b.hi;
}

// 17866 is less likely two things than 46 and 49 are, and these less than 3 and 5.
int DigitPoints(const Claim& a, const Claim& b) {
  std::size_t digits = SlipDigits(a.value, b.value);
  if (a.value.stated == b.value.stated && a.value.dimension != Dimension::kDate) return digits >= 3 ? 2 : 1;
  bool power = IsSlipOfPower(a.value, b.value, 1);
  if (SlippedTwice(a.value.stated, b.value.stated)) ++digits;  // two ends agree on the slip
  // One wrong digit leaves many figures that it might have been, a wrong power few.
  if (digits == 3 && power) return 2;
  return digits >= 4 ? 2 : digits == 3 ? 1 : digits == 2 ? 0 : power ? -1 : -2;
}

// A title is no contrast to its body.
bool IsContrast(const Figure& a, const Figure& b) {
  bool title = a.document() == b.document() && a.claim().field != b.claim().field;
  return !title && AreContrasted(a.claim(), b.claim());
}

// 销量增长, 销售额下降: what grew is no part of the key, and only its words tell whether it is what fell.
bool IsOfOtherThing(const Figure& a, const Figure& b) {
  return IsOtherSign(a.claim(), b.claim()) && IsInHan(a.claim()) == IsInHan(b.claim()) &&
         SharedWords(a.words, b.words) < kLeastOwnWords;
}

// A toll that grew, or another number of those still missing.
bool IsOfAnotherDay(const Figure& a, const Figure& b) {
  bool moves = a.item->rule->grows || b.item->rule->grows;
  return moves && a.claim().as_of != b.claim().as_of;
}

// Both give the time, and it is the same or a part of it.
int PeriodPoints(const Claim& a, const Claim& b) {
  bool date = a.value.dimension == Dimension::kDate;
  return !date && a.period && b.period && !OtherPeriods(a, b) ? 1 : 0;
}

// More evidence: a title tells of its body, and each text of one story has no other figure of the kind.
constexpr int kSureOfOneThing = 2;

// `title`: of a title and its body. The rule 2, the parties -1 to 3, one story 2, the time 1, words 1 to 3,
// digits -2 to 2.
int Evidence(const Figure& a, const Figure& b, bool title, const Namesakes* names, const RuleSet& rules) {
  const Claim& x = a.claim();
  const Claim& y = b.claim();
  int points = DigitPoints(x, y) + PartyPoints(x, y, names, rules) + PeriodPoints(x, y);
  // 三成 of one thing and 五成 of another are both shares.
  bool little = SlipDigits(x.value, y.value) < 2 && !(a.item->key.complete && b.item->key.complete);
  if (x.rule_id() == y.rule_id()) points += little ? 1 : 2;
  std::size_t shared = SharedWords(a.words, b.words);
  if (a.document() != b.document()) {
    points += 2;
  } else if (!title && shared < kLeastOwnWords && x.value.dimension != Dimension::kDate) {
    // A passage that says it again uses some of its words again; dates are of one event of one party anyway.
    return 0;
  }
  return points + (shared >= 6 ? 3 : shared >= 3 ? 2 : shared >= 1 ? 1 : 0);
}

// Within one text: of predicates that can be compared, no guesses, and no parts and totals (10 億 and 130 億
// invested), unless the title or a caption says it again.
bool MayBeToldAgain(const Figure& a, const Figure& b, const Thresholds& limits) {
  for (const Figure* figure : {&a, &b}) {
    if (!figure->item->rule->compared || figure->claim().confidence < limits.least_to_contradict)
      return false;
  }
  bool sums = IsRepeatable(*a.item->rule) && !(a.claim().value.dimension == Dimension::kDate);
  return !sums || (a.claim().field != b.claim().field && SlipDigits(a.claim().value, b.claim().value) >= 2);
}

// A value with its unit; a text may leave its currency out.
std::string StatedName(const Claim& claim) {
  const Value& value = claim.value;
  std::string unit = value.dimension == Dimension::kMoney ? "" : value.unit.value_or("");
  return std::to_string(static_cast<int>(value.dimension)) + unit + '/' + value.per.value_or("") + '\n' +
         value.stated.ToString();
}

class Group {
 public:
  // `names`: of the story; nullptr where one text alone tells it.
  Group(const Stories& stories, const Namesakes* names, const std::set<const Claim*>& contradicted,
        const RuleSet& rules, const Items& items)
      : stories_(stories), names_(names), rules_(rules), limits_(rules.thresholds) {
    for (const ComparedClaim* item : items) {
      Figure figure{item, {}, contradicted.contains(item->claim)};
      if (!figures_.empty() && IsCopy(figures_.back(), figure)) {
        figures_.back().contradicted |= figure.contradicted;
      } else {
        figures_.push_back(figure);
        stated_[StatedName(figure.claim())].insert(figure.document());
      }
    }
  }

  std::vector<Draft> Find() {
    std::map<std::size_t, std::set<std::size_t>> twins;  // by the odd one
    for (const auto& [i, j] : Alike()) {
      if (IsMisprint(figures_[i], figures_[j])) twins[i].insert(j);
      if (IsMisprint(figures_[j], figures_[i])) twins[j].insert(i);
    }
    // The one that differs from most says all.
    std::vector<std::pair<std::size_t, std::set<std::size_t>>> ranked(twins.begin(), twins.end());
    std::ranges::stable_sort(ranked, std::greater(), [](const auto& entry) { return entry.second.size(); });
    std::vector<Draft> drafts;
    std::set<std::size_t> told;
    for (const auto& [odd, others] : ranked) {
      // Where neither stands twice, each is odd beside the other: once is enough.
      if (std::ranges::all_of(others, [&](std::size_t j) { return told.contains(j); })) continue;
      told.insert(odd);
      Draft draft{.verdict = Verdict::kConflict, .by_wording = true};
      draft.items.push_back(figures_[odd].item);
      for (std::size_t j : others) draft.items.push_back(figures_[j].item);
      drafts.push_back(std::move(draft));
    }
    return drafts;
  }

 private:
  // A document that was read twice.
  static bool IsCopy(const Figure& a, const Figure& b) {
    return a.document() == b.document() && a.claim().span == b.claim().span && a.item->rule == b.item->rule;
  }

  // Pairs that share a signature, each once.
  std::vector<std::pair<std::size_t, std::size_t>> Alike() const {
    std::vector<std::pair<SlipSignature, std::size_t>> places;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      for (SlipSignature signature : SlipSignatures(figures_[i].claim().value))
        places.emplace_back(signature, i);
    }
    std::ranges::sort(places);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (auto first = places.begin(); first != places.end();) {
      auto last =
          std::find_if(first, places.end(), [&](const auto& place) { return place.first != first->first; });
      if (static_cast<std::size_t>(last - first) <= kMostAlike) {
        for (auto i = first; i != last; ++i) {
          for (auto j = i + 1; j != last; ++j) pairs.emplace_back(i->second, j->second);
        }
      }
      first = last;
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  bool IsMisprint(Figure& odd, Figure& other) {
    const Claim& a = odd.claim();
    const Claim& b = other.claim();
    if (getenv("DBGM") && IsSlip(odd, other)) {  // DBG
      ReadWords(odd);
      ReadWords(other);  // DBG
      fprintf(
          stderr,
          "%s|%s [%s] vs %s|%s [%s] contra %d %d day %d one %d two %d together %d cs %zu %zu %zu contrast %d "
          "other %d only %d %d left %d %d ev %d\n",
          a.doc.c_str(), a.quote.c_str(), std::string(a.rule_id()).c_str(), b.doc.c_str(), b.quote.c_str(),
          std::string(b.rule_id()).c_str(), odd.contradicted, other.contradicted, IsOfAnotherDay(odd, other),
          stories_.AreOne(odd.document(), other.document()), AreTwoThings(*odd.item, *other.item, limits_),
          AreToldTogether(a, b), CountStated(odd, odd.document()), CountStated(odd, other.document()),
          CountStated(other, odd.document(), a.field), IsContrast(odd, other), IsOfOtherThing(odd, other),
          IsOnlyOne(odd), IsOnlyOne(other), IsLeftOver(odd, other.document()),
          IsLeftOver(other, odd.document()),
          Evidence(odd, other, IsOwnTitle(odd, other), names_, rules_));  // DBG
    }                                                                     // DBG
    if (odd.contradicted || other.contradicted || IsOfAnotherDay(odd, other)) return false;
    if (!stories_.AreOne(odd.document(), other.document()) || !IsSlip(odd, other)) return false;
    bool own = odd.document() == other.document();
    bool title = IsOwnTitle(odd, other);
    if (own && !title && !MayBeToldAgain(odd, other, limits_)) return false;
    if (AreTwoThings(*odd.item, *other.item, limits_) || AreToldTogether(a, b)) return false;
    if (!own && MayBeChance(*odd.item, *other.item, names_, limits_)) return false;
    if (CountStated(odd, odd.document()) > 0) return false;
    if (!own && (CountStated(odd, other.document()) > 0 || CountStated(other, odd.document(), a.field) > 0))
      return false;
    for (Figure* figure : {&odd, &other}) ReadWords(*figure);
    if (IsContrast(odd, other) || IsOfOtherThing(odd, other)) return false;
    int evidence = Evidence(odd, other, title, names_, rules_) + (!own && IsConfirmed(odd, other) ? 1 : 0);
    if (evidence + kSureOfOneThing < kLeastEvidence) return false;
    return evidence >= kLeastEvidence || title || (!own && IsOnlyOne(odd) && IsOnlyOne(other)) ||
           (!own && IsLeftOver(odd, other.document()) && IsLeftOver(other, odd.document()));
  }

  // A title says again what its body says, shorter: where the body states its figure nowhere, and one that is
  // a slip away, be it read as whatever.
  bool IsOwnTitle(const Figure& a, const Figure& b) const {
    if (a.document() != b.document() || a.claim().field == b.claim().field) return false;
    const Figure& title = a.claim().field == Field::kTitle ? a : b;
    const Figure& body = &title == &a ? b : a;
    return title.claim().field == Field::kTitle && body.claim().field == Field::kBody &&
           body.item->rule->compared && body.claim().confidence >= limits_.least_to_contradict &&
           SlipDigits(a.claim().value, b.claim().value) >= 2 && CountStated(title, title.document()) == 0;
  }

  static void ReadWords(Figure& figure) {
    if (figure.words.empty()) figure.words = WordsAround(figure.claim());
  }

  using Place = std::vector<Figure>::const_iterator;
  std::pair<Place, Place> OfDocument(const std::string& document) const {
    auto name = [](const Figure& f) -> const std::string& { return f.document(); };
    return {std::ranges::lower_bound(figures_, document, {}, name),
            std::ranges::upper_bound(figures_, document, {}, name)};
  }

  // No other figure of the text is of this kind: then both texts, which tell one story, speak of one thing.
  bool IsOnlyOne(const Figure& figure) const {
    const Claim& a = figure.claim();
    bool counted = a.rule_id() == "count" && !TellingUnit(a, rules_).empty();
    bool telling =
        figure.item->rule->compared && a.rule_id() != "other" && a.value.dimension != Dimension::kDate;
    std::pair<Place, Place> text = OfDocument(figure.document());
    return (telling || counted) && std::none_of(text.first, text.second, [&](const Figure& said) {
             const Claim& b = said.claim();
             return b.rule_id() == a.rule_id() && b.value.dimension == a.value.dimension &&
                    (!counted || CountedBy(b) == CountedBy(a)) && b.value.stated != a.value.stated;
           });
  }

  // All other figures of the text in this unit stand in the other text too: this one is what is left of it.
  bool IsLeftOver(const Figure& figure, const std::string& other_text) const {
    const Claim& a = figure.claim();
    if (a.value.dimension == Dimension::kDate || TellsNoKind(a) || figure.digits() < 2) return false;
    std::pair<Place, Place> text = OfDocument(figure.document());
    return std::all_of(text.first, text.second, [&](const Figure& said) {
      const Claim& b = said.claim();
      bool kind = b.value.dimension == a.value.dimension && b.value.unit == a.value.unit;
      return !kind || b.value.stated == a.value.stated || stated_.at(StatedName(b)).contains(other_text);
    });
  }

  // A third text of the story states the figure, too: the odd one stands alone.
  bool IsConfirmed(const Figure& odd, const Figure& other) const {
    std::string name = StatedName(other.claim());
    return name != StatedName(odd.claim()) &&
           std::ranges::any_of(stated_.at(name), [&](const std::string& document) {
             return document != odd.document() && document != other.document() &&
                    stories_.AreOne(document, other.document());
           });
  }

  // People are counted for many reasons.
  bool TellsNoKind(const Claim& claim) const {
    return claim.value.dimension == Dimension::kCount && TellingUnit(claim, rules_).empty();
  }

  // Other claims of the document that state the same; in one field of it: a title, written by another hand,
  // does not know what the body knows.
  std::size_t CountStated(const Figure& figure, const std::string& document,
                          std::optional<Field> field = std::nullopt) const {
    std::pair<Place, Place> text = OfDocument(document);
    return std::count_if(text.first, text.second, [&](const Figure& said) {
      const Value& a = said.claim().value;
      const Value& b = figure.claim().value;
      if (field && said.claim().field != *field) return false;
      return said.claim().span != figure.claim().span && a.dimension == b.dimension && a.stated == b.stated &&
             a.date == b.date && a.per == b.per && UnitsMeet(said.claim(), figure.claim()) &&
             said.claim().event == figure.claim().event;
    });
  }

  const Stories& stories_;
  const Namesakes* names_;
  const RuleSet& rules_;
  const Thresholds& limits_;
  std::vector<Figure> figures_;                          // by document
  std::map<std::string, std::set<std::string>> stated_;  // what is stated (StatedName), in which documents
};

}  // namespace

std::vector<Draft> Misprints(const std::vector<ComparedClaim>& items, const Stories& stories,
                             const std::vector<StoryGroup>& told, const std::set<const Claim*>& contradicted,
                             const RuleSet& rules) {
  std::map<std::string, std::size_t> figures;
  std::map<std::string, Items> groups;
  for (const ComparedClaim& item : items) {
    if (HasFigure(item) && ++figures[DocumentOf(*item.claim)] <= kMostFigures)
      groups[stories.GroupOf(DocumentOf(*item.claim))].push_back(&item);
  }
  std::vector<Draft> drafts;
  for (auto& [name, group] : groups) {
    std::vector<Draft> found = Group(stories, NamesOf(told, name), contradicted, rules, group).Find();
    std::ranges::move(found, std::back_inserter(drafts));
  }
  for (Draft& draft : drafts) draft.rule = draft.items.front()->rule;
  return drafts;
}

}  // namespace tally
