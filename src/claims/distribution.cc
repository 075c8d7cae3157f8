// The part of SlotFiller that deals the figures of a list out to a list of names.
#include <algorithm>

#include "claims/slots.h"

namespace tally {
namespace {

// A list of names and the list of their figures stand at most so many bytes apart.
constexpr std::size_t kListReach = 160;
// Where no word says that they belong together, only a verb may stand between: " contributed ".
constexpr std::size_t kVerbReach = 14;
// Figures on either side of one that can belong to a list with it.
constexpr std::size_t kLongestList = 24;

std::string_view Trimmed(std::string_view gap) {
  while (gap.starts_with(" ")) gap.remove_prefix(1);
  while (gap.ends_with(" ")) gap.remove_suffix(1);
  return gap;
}

// A list may say what its last member is: "SoftBank and the existing backer Nordvik".
bool IsLedLink(std::string_view gap, const WordList& leads) {
  if (!gap.starts_with(" and ") || gap.size() > 40 || gap.find_first_of(",;(") != std::string_view::npos)
    return false;
  while (gap.ends_with(" ")) gap.remove_suffix(1);
  return leads.lexicon.LongestEndingAt(gap, gap.size(), 0).has_value();
}

}  // namespace

// Whether two names that follow one another are members of a list.
bool SlotFiller::IsListed(std::size_t first, std::size_t second) const {
  std::size_t from = sentence_.named[first].text.end;
  std::string_view gap =
      std::string_view(sentence_.block->text.str()).substr(from, sentence_.named[second].text.start - from);
  return topic_.rules().Words("list_links").lexicon.Find(Trimmed(gap)) ||
         IsLedLink(gap, topic_.rules().Words("name_leads"));
}

// "A、B 分别持股 30% 和 20%", "A and B contributing $150m and $100m respectively": each figure has its own.
std::optional<Filler> SlotFiller::Distributed(const SlotRule& slot, std::size_t value) const {
  std::string_view text = sentence_.block->text.str();
  const Item& figure = sentence_.items[value];
  const Quantity& quantity = sentence_.quantities[figure.index];
  const WordList& links = topic_.rules().Words("list_links");
  std::size_t low =
      std::max(sentence_.text.start, figure.text.start > kListReach ? figure.text.start - kListReach : 0);
  std::string_view before = text.substr(low, figure.text.start - low);
  std::string_view after =
      text.substr(figure.text.end, std::min<std::size_t>(kListReach, sentence_.text.end - figure.text.end));
  std::size_t mark = before.rfind("分别");
  bool told = mark != std::string_view::npos || after.find("respectively") != std::string_view::npos;
  // The figures of the list: of the same kind, each at most a few words behind the one before.
  auto same = [&](const Item& i) {
    return i.type == Item::Type::kQuantity &&
           sentence_.quantities[i.index].value.dimension == quantity.value.dimension &&
           sentence_.quantities[i.index].value.unit == quantity.value.unit;
  };
  std::size_t first = value;
  for (std::size_t i = value; i > 0 && value - i < kLongestList; --i) {
    const Item& earlier = sentence_.items[i - 1];
    if (!same(earlier) || !links.lexicon.Find(Trimmed(text.substr(
                              earlier.text.end, sentence_.items[first].text.start - earlier.text.end))))
      break;
    first = i - 1;
  }
  std::size_t last = value;
  while (last + 1 < sentence_.items.size() && last - value < kLongestList &&
         same(sentence_.items[last + 1]) &&
         links.lexicon.Find(
             Trimmed(text.substr(sentence_.items[last].text.end,
                                 sentence_.items[last + 1].text.start - sentence_.items[last].text.end))))
    ++last;
  std::size_t figures = last - first + 1;
  if (figures < 2) return std::nullopt;
  // Untold, as many names as figures and nothing between the lists but a verb: "A and B put in $6 and $4".
  std::size_t reach = told ? kListReach : kVerbReach;
  // The nearest list of as many names before them.
  std::size_t limit = sentence_.items[first].text.start;
  for (std::size_t end = sentence_.named.size(); end >= figures; --end) {
    if (sentence_.named[end - 1].text.end > limit) continue;
    if (sentence_.named[end - 1].text.end + reach < limit) break;
    if (!told && end > figures && IsListed(end - figures - 1, end - figures)) break;
    bool list = true;
    for (std::size_t i = end - figures; i < end; ++i) {
      list = list && Meaning(sentence_.named[i], slot.kinds).has_value();
      if (i + 1 == end) continue;
      list = list && IsListed(i, i + 1);
    }
    if (!list) continue;
    std::size_t mine = end - figures + (value - first);
    auto meaning = Meaning(sentence_.named[mine], slot.kinds);
    if (meaning) return Filler{*meaning, mine, 0, "the figures are dealt out to a list of names"};
  }
  return std::nullopt;
}

}  // namespace tally
