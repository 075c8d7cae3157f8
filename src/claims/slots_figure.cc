// The part of SlotFiller that finds whose a figure is by what stands right beside it.
#include <algorithm>

#include "base/utf8.h"
#include "claims/slots.h"
#include "mentions/mention_reader.h"

namespace tally {
namespace {

constexpr std::size_t kTitled = 40;       // between an age and the name whose it is: bytes
constexpr std::size_t kShortestNoun = 4;  // bytes: two Han characters, a short English word

bool IsPastVerb(std::string_view word, const RuleSet& rules) {
  return word.ends_with("ed") || rules.Words("past_verbs_en").lexicon.Find(word).has_value();
}

bool IsBlankAndLetter(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && text[at] == ' ' && IsAsciiAlpha(text[at + 1]);
}

}  // namespace

// 74岁退休渔民郭先生, "a 62-year-old miner, Tom Reed": whose age it is stands behind it; in "Denise Ruiz,
// 52," right before it.
std::optional<Filler> SlotFiller::OfAge(std::size_t value, const SlotRule& slot) const {
  const Quantity& age = sentence_.quantities[sentence_.items[value].index];
  if (age.value.unit != "age" || !KindFits("person", slot.kinds)) return std::nullopt;
  auto next =
      std::ranges::lower_bound(sentence_.named, age.text.end, {}, [](const Item& i) { return i.text.start; });
  constexpr std::size_t kComma = 2;
  if (next != sentence_.named.begin() && (next - 1)->type == Item::Type::kMention &&
      (next - 1)->text.end + kComma == age.text.start &&
      KindFits(sentence_.mentions[(next - 1)->index].kind, {"person"}))
    return Filler{RefOf(sentence_.mentions[(next - 1)->index], sentence_.block->text.str()), std::nullopt, 0,
                  "whose age it is"};  // an aside: the text goes on about others
  if (next == sentence_.named.end() || next->type != Item::Type::kMention ||
      next->text.start > age.text.end + kTitled || sentence_.mentions[next->index].kind != "person")
    return AgedNoun(age.text);
  return Filler{RefOf(sentence_.mentions[next->index], sentence_.block->text.str()),
                static_cast<std::size_t>(next - sentence_.named.begin()), 0, "whose age it is"};
}

// "the 52-year-old captain", 61岁的牧场主: the noun behind the age tells whose it is.
std::optional<Filler> SlotFiller::AgedNoun(TextSpan age) const {
  constexpr int kLongest = 3;  // words
  std::string_view text = sentence_.block->text.str();
  TextSpan noun{age.end, age.end};
  if (text.substr(age.end).starts_with(" ") && text.substr(age.start, age.size()).ends_with("-old")) {
    const Lexicon& others = topic_.rules().Words("clause_heads_en").lexicon;
    std::size_t at = age.end;
    for (int n = 0; n < kLongest && at < text.size() && text[at] == ' '; ++n) {
      std::size_t end = ++at;
      while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || text[end] == '-')) ++end;
      std::string_view word = text.substr(at, end - at);
      if (end == at || others.Find(word) || (n > 0 && IsPastVerb(word, topic_.rules()))) break;
      if (n == 0) noun.start = at;
      noun.end = at = end;
    }
  } else {
    constexpr std::string_view kOf = "的";
    if (text.substr(noun.start).starts_with(kOf)) noun.start += kOf.size();
    const WordList& leads = topic_.rules().Words("name_leads");
    auto person = leads.lexicon.Longest(text, noun.start);
    if (!person || leads.values[person->value] != "person") return std::nullopt;
    noun.end = noun.start + person->length;
  }
  if (noun.size() < kShortestNoun) return std::nullopt;
  std::string words(text.substr(noun.start, noun.size()));
  auto known = std::ranges::find(sentence_.nouns, noun.start, [](const Noun& n) { return n.text.start; });
  std::string id = known == sentence_.nouns.end() ? NameId(words) : std::string(known->id);
  return Filler{{std::string(kNounIdPrefix) + id, words, words}, std::nullopt, 0, "whose age it is"};
}

// "the 366-metre Astra Meridian", "its $2bn Hudson Tunnel": the name that the figure tells more of.
std::optional<Filler> SlotFiller::Attributed(TextSpan value, const SlotRule& slot) const {
  std::string_view text = sentence_.block->text.str();
  auto next =
      std::ranges::lower_bound(sentence_.named, value.end, {}, [](const Item& i) { return i.text.start; });
  bool beside = next != sentence_.named.end() && next->type == Item::Type::kMention &&
                next->text.start == value.end + 1 && text[value.end] == ' ' &&
                IsAsciiUpper(text[next->text.start]);
  if (!beside) return std::nullopt;
  std::string_view before = text.substr(0, value.start);
  bool led = false;
  for (std::string_view word : {"the ", "The ", " a ", " an ", "its ", "Its ", "their ", "'s "})
    led = led || before.ends_with(word);
  auto meaning = led ? Meaning(*next, slot.kinds) : std::nullopt;
  if (!meaning) return std::nullopt;
  return Filler{*meaning, static_cast<std::size_t>(next - sentence_.named.begin()), 0,
                "the name that the figure tells more of"};
}

// 以高雄市1.9亿元最多, 屏东县1.5亿元次之: a name right before the figure, in Chinese.
std::optional<Filler> SlotFiller::Adjacent(TextSpan value, const SlotRule& slot) const {
  auto next =
      std::ranges::lower_bound(sentence_.named, value.start, {}, [](const Item& i) { return i.text.start; });
  if (next == sentence_.named.begin()) return std::nullopt;
  const Item& name = *(next - 1);
  std::string_view text = sentence_.block->text.str();
  std::size_t end =
      name.text.end < text.size() && text[name.text.end] == ' ' ? name.text.end + 1 : name.text.end;
  bool han = IsHan(DecodeUtf8(text, PreviousCodePoint(text, name.text.end)).value);
  std::string_view gap =
      value.start >= name.text.end ? text.substr(name.text.end, value.start - name.text.end) : "x";
  // Not whom a verb is done to: 援助乌克兰30亿欧元.
  std::string_view before = text.substr(0, name.text.start);
  const WordList& links = topic_.rules().Words("list_links");
  const Lexicon& verbs = topic_.rules().Words("name_verbs").lexicon;
  bool has = before.ends_with("有") &&
             !verbs.LongestEndingAt(text, name.text.start, sentence_.text.start);  // 其中有, but not 持有
  bool opens = OpensClause(name) || before.ends_with("以") || before.ends_with("由") ||
               before.ends_with("于") || has ||
               links.lexicon.LongestEndingAt(text, name.text.start, sentence_.text.start).has_value();
  bool beside = (han && opens && end == value.start) || gap == " with " || gap == " (" || gap == ", with " ||
                gap == "'s ";
  // 试验组408人、对照组204人: each noun of a list has its own.
  bool listed = name.type == Item::Type::kNoun && han && end == value.start &&
                links.lexicon.LongestEndingAt(text, name.text.start, sentence_.text.start).has_value();
  if (!listed && (name.type != Item::Type::kMention || !beside)) return std::nullopt;
  auto meaning = Meaning(name, slot.kinds);
  if (!meaning) return std::nullopt;
  return Filler{*meaning, static_cast<std::size_t>(next - 1 - sentence_.named.begin()), 0,
                "named right before the figure"};
}

// 低于高雄的9.1万元, "compared with 17% for Marlowe": whose the figure is that another is compared with.
std::optional<Filler> SlotFiller::ComparedOwner(TextSpan value, const SlotRule& slot) const {
  std::string_view text = sentence_.block->text.str();
  std::string_view before = text.substr(0, value.start);
  constexpr std::string_view kOf = "的";
  if (before.ends_with(" ")) before.remove_suffix(1);
  for (std::string_view link : {"compared with", "compared to", "against", "versus"}) {
    if (!before.ends_with(link)) continue;
    for (std::string_view of : {" for ", " at "}) {
      if (!text.substr(value.end).starts_with(of)) continue;
      std::size_t start = value.end + of.size();
      auto owner =
          std::ranges::lower_bound(sentence_.named, start, {}, [](const Item& i) { return i.text.start; });
      bool there =
          owner != sentence_.named.end() && owner->text.start == start && owner->type == Item::Type::kMention;
      // Not "$3m for Google ads".
      there = there && (owner->text.end >= text.size() || !IsBlankAndLetter(text, owner->text.end));
      auto meaning = there ? Meaning(*owner, slot.kinds) : std::nullopt;
      if (meaning)
        return Filler{*meaning, static_cast<std::size_t>(owner - sentence_.named.begin()), 0,
                      "whose figure is compared", true};
    }
  }
  if (!before.ends_with(kOf)) return std::nullopt;
  std::size_t end = before.size() - kOf.size();
  auto next = std::ranges::lower_bound(sentence_.named, end, {}, [](const Item& i) { return i.text.start; });
  if (next == sentence_.named.begin()) return std::nullopt;
  const Item& name = *(next - 1);
  std::string_view lead = text.substr(0, name.text.start);
  bool compared = lead.ends_with("于") || lead.ends_with("比") || lead.ends_with("较") ||
                  lead.ends_with("过") || lead.ends_with("超越");
  if (name.text.end != end || !compared || name.type == Item::Type::kPronoun) return std::nullopt;
  auto meaning = Meaning(name, slot.kinds);
  if (!meaning) return std::nullopt;
  return Filler{*meaning, static_cast<std::size_t>(next - 1 - sentence_.named.begin()), 0,
                "whose figure is compared", true};
}

}  // namespace tally
