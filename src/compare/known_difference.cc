#include "compare/known_difference.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "compare/comparable_sets.h"
#include "compare/edges.h"
#include "compare/likeness.h"
#include "compare/slip.h"

namespace tally {
namespace {

// Texts that give one key more values than this are lists, and compared as they stand.
constexpr std::size_t kMostCompared = 100000;
constexpr std::size_t kMostEchoed = 200;

// Beside what makes the key: 预算 alone is also that of another office.
constexpr std::size_t kLeastAlike = 2;

bool AreInLikeWords(const Claim& a, const Claim& b) {
  return SharedWords(WordsAround(a), WordsAround(b)) >= kLeastAlike;
}

// A text that knows its figures to differ would not tell them apart by one keystroke: then one is mistyped.
// Figures of one passage are it only at another power of ten, 13 億 beside 130 億.
bool IsMistyped(const ComparedClaim* a, const ComparedClaim* b) {
  if (Match(a->measure, b->measure) != ValueMatch::kDisjoint) return false;
  if (a->claim->value.unit != b->claim->value.unit) return false;
  if (IsSlipOfPower(a->claim->value, b->claim->value)) return true;
  return SlipDigits(a->claim->value, b->claim->value) >= 2 && IsOneSlip(a->claim->value, b->claim->value) &&
         !AreToldTogether(*a->claim, *b->claim) && AreInLikeWords(*a->claim, *b->claim);
}

const ComparedClaim* Larger(const ComparedClaim* a, const ComparedClaim* b) {
  std::optional<Edge> x = LowEdge(a->measure, a->measure.lenient);
  std::optional<Edge> y = LowEdge(b->measure, b->measure.lenient);
  return x && (!y || *y < *x) ? a : b;
}

}  // namespace

Items WithoutKnownParts(const Items& items) {
  std::map<std::string, const ComparedClaim*> largest;
  for (const ComparedClaim* item : items) {
    if (item->claim->field != Field::kBody) continue;
    const ComparedClaim*& known = largest[DocumentOf(*item->claim)];
    known = known ? Larger(item, known) : item;
  }
  Items left;
  for (const ComparedClaim* item : items) {
    const ComparedClaim* total =
        item->claim->field == Field::kBody ? largest[DocumentOf(*item->claim)] : nullptr;
    bool part =
        total && Match(item->measure, total->measure) == ValueMatch::kDisjoint && !IsMistyped(item, total);
    if (!part) left.push_back(item);
  }
  return left;
}

Items WithoutEchoes(const Items& items) {
  std::map<std::string, Items> bodies;
  for (const ComparedClaim* item : items) {
    if (item->claim->field == Field::kBody) bodies[DocumentOf(*item->claim)].push_back(item);
  }
  Items left;
  std::ranges::copy_if(items, std::back_inserter(left), [&](const ComparedClaim* item) {
    if (item->claim->field == Field::kBody) return true;
    auto body = bodies.find(DocumentOf(*item->claim));
    if (body == bodies.end() || body->second.size() > kMostEchoed) return true;
    return std::ranges::all_of(body->second, [&](const ComparedClaim* said) {
      return Match(item->measure, said->measure) == ValueMatch::kDisjoint;
    });
  });
  return left;
}

Items WithoutKnownVariety(const Items& items) {
  std::map<std::string, Items> bodies;
  for (const ComparedClaim* item : items) {
    if (item->claim->field == Field::kBody) bodies[DocumentOf(*item->claim)].push_back(item);
  }
  std::set<const ComparedClaim*> dropped;
  for (const auto& entry : bodies) {
    const std::string& document = entry.first;
    const Items& body = entry.second;
    if (body.size() < 2 || body.size() * items.size() > kMostCompared || ApartFrom(body, body).empty())
      continue;
    auto is_slip = [&](const ComparedClaim* a) {
      return std::ranges::any_of(body, [&](const ComparedClaim* b) { return IsMistyped(a, b); });
    };
    auto is_shared = [&](const ComparedClaim* a) {
      return std::ranges::any_of(items, [&](const ComparedClaim* b) {
        bool other = b->claim->field != Field::kBody || DocumentOf(*b->claim) != document;
        return other && Match(a->measure, b->measure) != ValueMatch::kDisjoint;
      });
    };
    Items kept;
    for (const ComparedClaim* item : body) {
      if (is_slip(item) || is_shared(item)) kept.push_back(item);
    }
    if (kept.empty()) {
      kept.push_back(*std::ranges::min_element(
          body, {}, [](const ComparedClaim* item) { return item->claim->span.start; }));
    }
    for (const ComparedClaim* item : body) {
      if (std::ranges::find(kept, item) == kept.end()) dropped.insert(item);
    }
  }
  Items left;
  std::ranges::copy_if(items, std::back_inserter(left),
                       [&](const ComparedClaim* item) { return !dropped.contains(item); });
  return left;
}

namespace {

// Alike within a tenth: 逾12億 and 12億3000萬元, not 12億 and whatever is more.
bool IsToldFigure(const Measure& title, const Measure& body) {
  const auto& a = title.stated.lo ? title.stated.lo : title.stated.hi;
  const auto& b = body.stated.lo ? body.stated.lo : body.stated.hi;
  if (!a || !b || Match(title, body) == ValueMatch::kIncomparable) return false;
  const Decimal tenth = a->Scaled(-1);
  return *a - tenth <= *b && *b <= *a + tenth;
}

bool IsToldInBody(const std::vector<ComparedClaim>& all, const ComparedClaim& title, const Items& but) {
  const std::string& document = DocumentOf(*title.claim);
  auto name = [](const ComparedClaim& item) -> const std::string& { return DocumentOf(*item.claim); };
  auto first = std::ranges::lower_bound(all, document, {}, name);
  auto last = std::ranges::upper_bound(all, document, {}, name);
  return std::any_of(first, last, [&](const ComparedClaim& said) {
    bool known =
        std::ranges::any_of(but, [&](const ComparedClaim* item) { return item->claim == said.claim; });
    return !known && said.claim->field == Field::kBody && said.rule == title.rule &&
           IsToldFigure(title.measure, said.measure);
  });
}

bool IsOfValuesInOneText(const Draft& draft) {
  if (draft.verdict != Verdict::kConflict || draft.read_by != ReadBy::kValue || draft.items.empty())
    return false;
  const std::string& document = DocumentOf(*draft.items.front()->claim);
  return std::ranges::all_of(draft.items,
                             [&](const ComparedClaim* item) { return DocumentOf(*item->claim) == document; });
}

}  // namespace

void DropToldTitles(const std::vector<ComparedClaim>& all, std::vector<Draft>& drafts) {
  std::vector<Draft> left;
  for (Draft& draft : drafts) {
    if (!IsOfValuesInOneText(draft)) {
      left.push_back(std::move(draft));
      continue;
    }
    const Items items = draft.items;
    auto taken = std::erase_if(draft.items, [&](const ComparedClaim* item) {
      return item->claim->field == Field::kTitle && IsToldInBody(all, *item, items);
    });
    if (taken == 0 || !ApartFrom(draft.items, draft.items).empty()) left.push_back(std::move(draft));
  }
  drafts = std::move(left);
}

}  // namespace tally
