// The part of SlotFiller that finds who stands right beside a figure, its clause or a pronoun.
#include <algorithm>

#include "base/utf8.h"
#include "claims/head_phrase.h"
#include "claims/slots.h"

namespace tally {
namespace {

// A clause of more items than this is a table or noise; the bound keeps the whole linear.
constexpr std::size_t kItemsLookedAt = 64;
// Between a name and the relative clause that is about it: bytes.
constexpr std::size_t kOpening = 6;
constexpr std::size_t kTotalReach = 60;  // from the word for a sum to its figure: bytes
constexpr std::size_t kNearCue = 12;     // between a name and the cue of its figure: bytes
constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kHead = 40;  // of a clause, where its subject stands: bytes

}  // namespace

// "The Red Cross said it had raised": a body right before the verb of saying right before the pronoun.
bool SlotFiller::SaysOfItself(const Mention& body, std::size_t pronoun) const {
  std::string_view text = sentence_.block->text.str();
  std::string_view between = text.substr(body.text.end, pronoun - body.text.end);
  while (between.starts_with(" ")) between.remove_prefix(1);
  while (between.ends_with(" ")) between.remove_suffix(1);
  if (between.ends_with(" that")) between.remove_suffix(5);
  return body.kind != "person" && topic_.rules().Words("quoting").lexicon.Find(between).has_value();
}

// 台南市防治中心指出, 全市…: the place that the sentence named last, itself or before a body's name.
std::optional<EntityRef> SlotFiller::PlaceBefore(const Item& item) const {
  std::string_view text = sentence_.block->text.str();
  std::string_view words = text.substr(item.text.start, item.text.size());
  bool whole = words.starts_with("全") || words.starts_with("该");
  constexpr std::size_t kTwoCharacters = 6;
  if (!whole || words.size() != kTwoCharacters || sentence_.nouns[item.index].kind != "place")
    return std::nullopt;
  std::string_view ending = words.substr(kTwoCharacters / 2);
  const RuleSet& rules = topic_.rules();
  auto end = std::ranges::lower_bound(sentence_.mentions, item.text.start, {},
                                      [](const Mention& m) { return m.text.start; });
  for (std::size_t steps = 0; end != sentence_.mentions.begin() && steps < kItemsLookedAt; ++steps) {
    const Mention& m = *--end;
    if (m.kind == "place" && m.name.ends_with(ending)) return RefOf(m, text);
    auto alias =
        m.from_table && m.kind != "place" ? std::nullopt : rules.entity_aliases.Longest(text, m.text.start);
    if (!alias) continue;
    const Entity& place = rules.entities[rules.aliases[alias->value].entity];
    std::size_t behind = m.text.start + alias->length;
    bool town =
        text.substr(behind - ending.size()).starts_with(ending) || text.substr(behind).starts_with(ending);
    if (place.kind == "place" && town)
      return EntityRef{place.id, place.name, std::string(text.substr(m.text.start, alias->length))};
  }
  return std::nullopt;
}

// "We got 1.4 million votes," Sund said; 李明说，“我们去年…”: who speaks in the same sentence, and for
// several the body that he speaks for.
std::optional<EntityRef> SlotFiller::WhoSpeaks(const Item& pronoun,
                                               const std::vector<std::string>& kinds) const {
  std::string_view text = sentence_.block->text.str();
  std::string_view word = text.substr(pronoun.text.start, pronoun.text.size());
  bool several = word == "我们" || AsciiLower(word) == "we";
  bool first = several || word == "我" || word == "I";
  bool body = KindFits("company", kinds) || KindFits("organization", kinds);
  if (!first) return std::nullopt;
  for (std::size_t i = 0; i < sentence_.mentions.size() && i < kItemsLookedAt; ++i) {
    const Mention& m = sentence_.mentions[i];
    bool may = m.kind == "person" || m.kind == "company" || m.kind == "organization";
    if (!may || !topic_.IsQuoted(m.text, sentence_)) continue;
    if (m.kind == "person" && several && body) {
      auto own = topic_.BodyOf(sentence_, m);
      return own ? own : topic_.Current({"company", "organization"});
    }
    if (KindFits(m.kind, kinds)) return RefOf(m, text);
  }
  return std::nullopt;
}

bool SlotFiller::IsRelative(TextSpan clause) const {
  std::string_view opening = std::string_view(sentence_.block->text.str()).substr(clause.start);
  for (std::string_view word : {", which ", ", who ", ", whose ", ", in which ", ", of which ", ", where ",
                                ", whom ", ", to which ", ", with which "}) {
    if (opening.starts_with(word)) return true;
  }
  return false;
}

// "Ellen Trask, a doctor who moved to Hexley, took 11,204 votes": what a name is, right behind it.
bool SlotFiller::IsApposition(TextSpan clause) const {
  std::string_view opening = std::string_view(sentence_.block->text.str()).substr(clause.start);
  bool article = false;
  for (std::string_view word :
       {", a ", ", an ", ", the ", ", its ", ", one of ", ", now ", ", once ", ", also "})
    article = article || opening.starts_with(word);
  if (!article) return false;
  auto next =
      std::ranges::lower_bound(sentence_.named, clause.start, {}, [](const Item& i) { return i.text.start; });
  // "Copperbelt, the worst hit of the provinces": a name that no table knows opens the sentence.
  TextSpan opened{sentence_.text.start, clause.start};
  auto head = HeadPhrase(sentence_, opened, topic_.names(), topic_.rules());
  if (head && head->end == clause.start) return true;
  if (next == sentence_.named.begin()) return false;
  const Item& last = *(next - 1);
  return last.type == Item::Type::kMention && last.text.end == clause.start &&
         sentence_.mentions[last.index].kind != "place";
}

// 行政总裁罗嘉敏在记者会上说: a verb of saying anywhere behind the name.
bool SlotFiller::SpeaksInClause(TextSpan name) const {
  std::string_view text = sentence_.block->text.str();
  const Lexicon& quoting = topic_.rules().Words("quoting").lexicon;
  std::size_t end = std::min(sentence_.ClauseAt(name.start).end, name.end + kTotalReach);
  for (std::size_t at = name.end; at < end; ++at) {
    if (quoting.Longest(text, at)) return true;
  }
  return false;
}

// 某集团实际控制人甲, 市工务局前局长乙: whose he is or was, unless he speaks for it.
bool SlotFiller::IsBeforeTitle(TextSpan body) const {
  std::string_view text = sentence_.block->text.str();
  auto next = std::ranges::lower_bound(sentence_.mentions, body.end, {},
                                       [](const Mention& n) { return n.text.start; });
  if (next == sentence_.mentions.end() || next->kind != "person" || next->text.start > body.end + kHead)
    return false;
  for (std::size_t at = body.end; at < next->text.start; at += DecodeUtf8(text, at).length) {
    if (!IsHan(DecodeUtf8(text, at).value)) return false;
  }
  const WordList& leads = topic_.rules().Words("name_leads");
  auto lead = leads.lexicon.LongestEndingAt(text, next->text.start, body.end);
  // 测量师学会前会长甲认为, 某行分析师乙预计: an expert speaks of others.
  bool expert = topic_.rules().Words("reporters").lexicon.LongestEndingAt(text, next->text.start, body.end) ||
                text.substr(body.start, body.size()).ends_with("会");
  return lead && leads.values[lead->value] == "person" && (expert || !SpeaksInClause(next->text));
}

// 厂方东丰塑胶: the noun says what the name behind it is.
bool SlotFiller::IsApposed(const Item& noun) const {
  auto next = std::ranges::lower_bound(sentence_.mentions, noun.text.end, {},
                                       [](const Mention& n) { return n.text.start; });
  if (next == sentence_.mentions.end() || next->text.start != noun.text.end) return false;
  return next->kind == "company" || next->kind == "organization" || next->kind == "person" ||
         next->kind == "name";
}

// 芝加哥小麦报6.84美元: where what the clause is about comes from.
bool SlotFiller::StandsBeforeNoun(const Mention& place) const {
  auto next = std::ranges::lower_bound(sentence_.nouns, place.text.end, {},
                                       [](const Noun& n) { return n.text.start; });
  if (next == sentence_.nouns.end() || next->text.start != place.text.end) return false;
  return next->kind == "product" || next->kind == "thing";
}

// "Labour's Gareth Pelham was suspended": whose he is, unless he speaks for it.
bool SlotFiller::OwnsPerson(const Mention& m) const {
  std::string_view text = sentence_.block->text.str();
  constexpr std::string_view kOwn = "'s ";
  if (!text.substr(m.text.end).starts_with(kOwn)) return false;
  auto next = std::ranges::lower_bound(sentence_.mentions, m.text.end, {},
                                       [](const Mention& n) { return n.text.start; });
  return next != sentence_.mentions.end() && next->text.start == m.text.end + kOwn.size() &&
         next->kind == "person" && !SpeaksInClause(next->text);
}

// "beating the LSEG consensus", 深圳企业: a name that only says which, before the noun.
bool SlotFiller::IsModifierName(const Mention& m) const {
  std::string_view text = sentence_.block->text.str();
  std::string_view before = text.substr(0, m.text.start);
  bool article = before.ends_with("the ") || before.ends_with("The ") || before.ends_with(" a ") ||
                 before.ends_with(" an ");
  if (article && IsNounModifier(text, m.text.end, topic_.rules())) return true;
  if (m.kind == "place" && StandsBeforeNoun(m)) return true;
  // 阿里巴巴旗下菜鸟: whose it is, known or not.
  if (topic_.rules().Words("owner_marks").lexicon.Longest(text, m.text.end)) return true;
  if (OwnsPerson(m)) return true;
  const WordList& leads = topic_.rules().Words("name_leads");
  // "Analysts at Leerink expect": for whom they speak.
  constexpr std::string_view kAt = "s at ";
  if (before.ends_with(kAt)) {
    auto people = leads.lexicon.LongestEndingAt(text, m.text.start - kAt.size(), sentence_.text.start);
    if (people && leads.values[people->value] == "person") return true;
  }
  auto lead = leads.lexicon.Longest(text, m.text.end);
  bool company = lead && leads.values[lead->value] == "company";
  if (m.kind != "person" && IsBeforeTitle(m.text)) return true;
  if (m.kind == "place" || !company) return company;
  // 苹果供应商鸿海: who it is a supplier of.
  std::size_t at = m.text.end + lead->length;
  auto next =
      std::ranges::lower_bound(sentence_.mentions, at, {}, [](const Mention& n) { return n.text.start; });
  return next != sentence_.mentions.end() && next->text.start == at;
}

// "Halden Capital, which is putting in $300m": the name right before the relative clause.
std::optional<Filler> SlotFiller::Antecedent(TextSpan clause, const SlotRule& slot) const {
  std::string_view opening = std::string_view(sentence_.block->text.str()).substr(clause.start);
  bool acts = opening.starts_with(", which ") || opening.starts_with(", who");
  if (!acts || opening.starts_with(", whom ")) return std::nullopt;
  auto next =
      std::ranges::lower_bound(sentence_.named, clause.start, {}, [](const Item& i) { return i.text.start; });
  if (next == sentence_.named.begin()) return std::nullopt;
  const Item& last = *(next - 1);
  if (last.text.end + kOpening < clause.start) return std::nullopt;
  auto meaning = Meaning(last, slot.kinds);
  if (!meaning) return std::nullopt;
  return Filler{*meaning, static_cast<std::size_t>(next - 1 - sentence_.named.begin()), 0,
                "what the relative clause is about"};
}

// 持股三成的软银也…, 在微软工作十多年的李明: whom the clause that ends with the figure is about, unless the
// name only says whose (30%的微软股份).
std::optional<Filler> SlotFiller::RelativeHan(TextSpan value, const SlotRule& slot) const {
  std::string_view text = sentence_.block->text.str();
  auto skip = [&](std::size_t at) { return at < text.size() && text[at] == ' ' ? at + 1 : at; };
  constexpr std::string_view kOf = "的";
  std::size_t at = skip(value.end);
  if (!text.substr(at).starts_with(kOf)) return std::nullopt;
  at = skip(at + kOf.size());
  auto next = std::ranges::lower_bound(sentence_.named, at, {}, [](const Item& i) { return i.text.start; });
  if (next == sentence_.named.end() || next->text.start != at || next->type != Item::Type::kMention)
    return std::nullopt;
  std::size_t behind = skip(next->text.end);
  bool whole = behind >= sentence_.text.end || !IsAlphabetic(DecodeUtf8(text, behind).value);
  bool acts = topic_.rules().Words("name_verbs").lexicon.Longest(text, behind).has_value();
  bool listed = topic_.rules().Words("list_links").lexicon.Longest(text, behind).has_value();
  auto meaning = whole || acts || listed ? Meaning(*next, slot.kinds) : std::nullopt;
  if (!meaning) return std::nullopt;
  return Filler{*meaning, static_cast<std::size_t>(next - sentence_.named.begin()), 0,
                "whom the clause of the figure is about"};
}

// "提供慰问金80万元, 伤者获3万元", "the first put in $3m and the latter $2m": where the cue stands in an
// earlier clause, who opens the clause of the figure.
std::optional<Filler> SlotFiller::OfOwnClause(const SlotRule& slot, TextSpan anchor, TextSpan value) const {
  TextSpan own = sentence_.ClauseAt(value.start);
  if (anchor.start >= own.start) return std::nullopt;
  std::size_t end = std::min(value.start, own.start + kHead);
  auto named = FirstIn({own.start, end}, slot, false, nullptr);
  if (!named) return HeadOf(own, value.start);
  if (!named->item || ClassOf(sentence_.named[*named->item]) != 1) return std::nullopt;
  const Item& item = sentence_.named[*named->item];
  if (item.type == Item::Type::kPronoun && IsOwner(item)) return std::nullopt;
  return named;
}

// 持有OpenAI股权的微软营收达…: the name that a clause before it tells of, right before the cue.
std::optional<Filler> SlotFiller::HeadBehindClause(TextSpan part, const SlotRule& slot) const {
  std::string_view text = sentence_.block->text.str();
  auto end =
      std::ranges::lower_bound(sentence_.named, part.end, {}, [](const Item& i) { return i.text.start; });
  if (end == sentence_.named.begin()) return std::nullopt;
  const Item& item = *(end - 1);
  bool near = item.type == Item::Type::kMention && item.text.start > part.start &&
              item.text.end + kNearCue >= part.end && text.substr(0, item.text.start).ends_with("的");
  if (!near || ClassOf(item) != 1 || text.substr(item.text.end, part.end - item.text.end).find("的") != kNone)
    return std::nullopt;
  auto meaning = Meaning(item, slot.kinds);
  if (!meaning) return std::nullopt;
  return Filler{*meaning, static_cast<std::size_t>(end - 1 - sentence_.named.begin()), 0,
                "whom the clause before it tells of"};
}

// 台塑、南亚合计获利120亿元: of all of them, and of none alone.
std::optional<Filler> SlotFiller::TotalOfList(TextSpan value, const SlotRule& slot) const {
  std::string_view text = sentence_.block->text.str();
  TextSpan clause = sentence_.ClauseAt(value.start);
  const Lexicon& totals = topic_.rules().Words("total_words").lexicon;
  bool total = false;
  std::size_t from = std::max(clause.start, value.start > kTotalReach ? value.start - kTotalReach : 0);
  for (std::size_t at = from; at < value.start && !total; ++at) total = totals.Longest(text, at).has_value();
  if (!total) return std::nullopt;
  auto begin =
      std::ranges::lower_bound(sentence_.named, clause.start, {}, [](const Item& i) { return i.text.start; });
  auto first = static_cast<std::size_t>(begin - sentence_.named.begin());
  std::size_t last = first;
  while (last + 1 < sentence_.named.size() && sentence_.named[last + 1].text.end <= value.start &&
         IsListed(last, last + 1))
    ++last;
  if (last == first || !Meaning(sentence_.named[first], slot.kinds)) return std::nullopt;
  TextSpan all{sentence_.named[first].text.start, sentence_.named[last].text.end};
  std::string words(text.substr(all.start, all.size()));
  return Filler{{std::string(kNounIdPrefix) + words, words, words}, std::nullopt, 0, "all of the list"};
}

// "the $35 that Cleveland-Cliffs had offered": who acts in the relative clause of the figure itself.
std::optional<Filler> SlotFiller::Relative(TextSpan anchor, const SlotRule& slot) const {
  std::string_view text = sentence_.block->text.str();
  constexpr std::string_view kThat = " that ";
  if (!text.substr(anchor.end).starts_with(kThat)) return std::nullopt;
  std::size_t at = anchor.end + kThat.size();
  auto next = std::ranges::lower_bound(sentence_.named, at, {}, [](const Item& i) { return i.text.start; });
  if (next == sentence_.named.end() || next->text.start != at) return std::nullopt;
  auto meaning = Meaning(*next, slot.kinds);
  if (!meaning) return std::nullopt;
  return Filler{*meaning, static_cast<std::size_t>(next - sentence_.named.begin()), 0,
                "who acts in the clause of the figure"};
}

}  // namespace tally
