// The part of SlotFiller that says what an item of the sentence may stand for: whether it can be a subject
// where it stands, whom a pronoun and a common noun mean.
#include <algorithm>

#include "base/utf8.h"
#include "claims/head_phrase.h"
#include "claims/slots.h"

namespace tally {
namespace {

// A clause of more items than this is a table or noise; the bound keeps the whole linear.
constexpr std::size_t kItemsLookedAt = 64;
// Before a place that opens its clause: 其中, 截至, "In ".
constexpr std::size_t kOpening = 6;
// Before a noun at the head of its clause: bytes, about five characters or two words.
constexpr std::size_t kHeading = 16;
constexpr std::size_t kMeasured = 6;
// Bytes: one character before a noun is more often a part of another word.
constexpr std::size_t kTwoCharacters = 6;

bool EndsWithAny(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view w) { return text.ends_with(w); });
}

// The name with one blank between it and the noun; nullptr where none stands there.
const Mention* BesideName(const Sentence& sentence, const Item& noun) {
  auto next = std::ranges::lower_bound(sentence.mentions, noun.text.start, {},
                                       [](const Mention& m) { return m.text.start; });
  if (next == sentence.mentions.begin()) return nullptr;
  const Mention& name = *(next - 1);
  bool beside = name.text.end + 1 == noun.text.start && sentence.block->text.str()[name.text.end] == ' ';
  return beside ? &name : nullptr;
}

// "the wildfire in Lahaina": one or two capitalised words behind the noun that no table knows; else empty.
std::string PlaceBehind(const Sentence& sentence, const Item& noun) {
  constexpr std::string_view kIn = " in ";
  std::string_view text = sentence.block->text.str();
  if (!text.substr(noun.text.end).starts_with(kIn)) return "";
  std::size_t from = noun.text.end + kIn.size();
  std::size_t end = from;
  for (int words = 0; words < 2 && end < text.size(); ++words) {
    std::size_t at = words == 0 ? end : end + 1;
    if (at >= text.size() || !IsAsciiUpper(text[at]) || (words > 0 && text[end] != ' ')) break;
    while (at < text.size() && IsAsciiAlpha(text[at])) ++at;
    end = at;
  }
  auto known =
      std::ranges::lower_bound(sentence.mentions, from, {}, [](const Mention& m) { return m.text.start; });
  bool named = known != sentence.mentions.end() && known->text.start < end && known->from_table;
  return named || end < from + 3 ? "" : std::string(text.substr(from, end - from));
}

bool IsDeterminer(std::string_view words) {
  while (words.starts_with(" ")) words.remove_prefix(1);
  while (words.ends_with(" ")) words.remove_suffix(1);
  constexpr std::string_view kDeterminers[] = {"",    "the",  "a",    "an",   "its",   "their",
                                               "all", "most", "some", "many", "other", "these"};
  return std::ranges::find(kDeterminers, words) != std::end(kDeterminers);
}

// "The Copper Ridge fire", "the fire in Copper Ridge": a disaster is named after a place that no table knows,
// and has that name in every text. What a company or a person had (the Tesla fire) is one of several.
void NameByPlace(const Sentence& sentence, const Item& item, const Noun& noun, EntityRef& ref) {
  constexpr std::string_view kNamed[] = {"fire", "flood", "landslide", "quake"};
  if (std::ranges::find(kNamed, noun.id) == std::end(kNamed) || !ref.id.starts_with(kNounIdPrefix)) return;
  std::string place = PlaceBehind(sentence, item);
  const Mention* name = BesideName(sentence, item);
  if (name && !name->from_table && name->kind != "place") place = name->name;
  if (place.empty()) return;
  ref.name = place + " " + std::string(noun.id);
  ref.id.clear();
  for (char c : ref.name) ref.id += c == ' ' ? '-' : AsciiLower(c);
}

}  // namespace

// Led in by a preposition: whom something is done to or with, not who does it.
bool SlotFiller::IsMarked(std::size_t item) const {
  std::string_view text = sentence_.block->text.str();
  const WordList& marks = topic_.rules().Words("subject_marks");
  for (std::size_t steps = 0; steps < kItemsLookedAt; ++steps, --item) {
    std::size_t end = sentence_.named[item].text.start;
    if (end > sentence_.text.start && text[end - 1] == ' ') --end;
    auto mark = marks.lexicon.LongestEndingAt(text, end, sentence_.text.start);
    // 与 and 和 lead in the next of a list as well as someone beside the subject.
    bool marked = mark && marks.values[mark->value] != "none";
    // 由A和B出资: both act, and which of them is told by no place.
    if (marked) return steps == 0 || !EndsWithAny(text.substr(0, end), {"由"});
    if (item == 0) return false;
    std::size_t before = sentence_.named[item - 1].text.end;
    std::string_view link = text.substr(before, end - before);
    if (link != "、" && link != "和" && link != "及" && link != " and") return false;
  }
  return false;
}

// A place is the subject where its clause begins with it, or where only a date or a word of the list (其中)
// stands before; elsewhere it says where: 总部位于合肥, 德国制造商.
bool SlotFiller::OpensClause(const Item& item) const {
  std::string_view text = sentence_.block->text.str();
  // BASEL, May 12 - …: the place of a dateline.
  if (item.text.start == 0 && item.text.size() > 3 && IsAsciiUpper(text[1])) return false;
  TextSpan clause = sentence_.ClauseAt(item.text.start);
  std::string_view before = text.substr(clause.start, item.text.start - clause.start);
  if (before.starts_with(",")) before.remove_prefix(1);
  auto next = std::ranges::lower_bound(sentence_.quantities, item.text.start, {},
                                       [](const Quantity& q) { return q.text.start; });
  if (next != sentence_.quantities.begin()) {
    const Quantity& date = *(next - 1);
    if (date.value.dimension == Dimension::kDate && date.text.end + kOpening >= item.text.start) return true;
  }
  if (before.size() <= kOpening) return true;
  // "Neighbouring Dane County"
  bool adjective = item.text.start > sentence_.text.start && before.ends_with(" ") &&
                   IsAsciiUpper(before[0]) && before.find(' ') + 1 == before.size() &&
                   clause.start == sentence_.text.start &&
                   topic_.rules().Words("name_stops").lexicon.Find(before.substr(0, before.size() - 1));
  if (adjective && before.ends_with("ing ")) return true;
  // The second of a list opens where the first does: not in "618 shops in Britain and Ireland".
  auto mine = std::ranges::lower_bound(sentence_.named, item.text.start, {},
                                       [](const Item& i) { return i.text.start; });
  if (mine == sentence_.named.begin()) return false;
  const Item& earlier = *(mine - 1);
  std::string_view link = text.substr(earlier.text.end, item.text.start - earlier.text.end);
  bool listed = link == "、" || link == "和" || link == " and " || link == ", ";
  return listed && earlier.text.start >= clause.start && OpensClause(earlier);
}

// 五期项目拟由…缩减, "The average homes": a noun at the head of its clause, with nothing before it but what
// says which.
bool SlotFiller::HeadsClause(const Item& item) const {
  std::string_view text = sentence_.block->text.str();
  TextSpan clause = sentence_.ClauseAt(item.text.start);
  // In a table it is the head of a column; behind a name (星际之门(Stargate)项目) a part of it.
  if (sentence_.row || (item.text.start > clause.start + kHeading && !OpensWithAdjectives(item)))
    return false;
  if (item.text.start > 0 && text[item.text.start - 1] == ')') return false;
  // 有些项目, 这一交易: some of them, or one that was named.
  bool han = IsHan(DecodeUtf8(text, item.text.start).value);
  std::size_t modifiers = han ? ModifiersStart(item) : item.text.start;
  std::string_view lead = text.substr(clause.start, modifiers - clause.start);
  if (han && (lead.size() > kOpening || EndsWithAny(lead, {"这", "该", "此", "本", "有"}))) return false;
  // ", last rewarded owners in 2018": a verb stands before it.
  if (!han && lead.starts_with(",") && !IsDeterminer(lead.substr(1))) return false;
  auto mine = std::ranges::lower_bound(sentence_.named, item.text.start, {},
                                       [](const Item& i) { return i.text.start; });
  if (mine != sentence_.named.begin() && (mine - 1)->text.end > clause.start) {
    // 芝加哥小麦: from where.
    const Item& place = *(mine - 1);
    bool adjective = place.type == Item::Type::kMention && place.text.end == item.text.start &&
                     StandsBeforeNoun(sentence_.mentions[place.index]) && OpensClause(place);
    if (!adjective) return false;
  }
  auto figure = std::ranges::lower_bound(sentence_.quantities, clause.start, {},
                                         [](const Quantity& q) { return q.text.start; });
  if (figure != sentence_.quantities.end() && figure->text.start < item.text.start &&
      figure->value.dimension != Dimension::kDate && figure->value.dimension != Dimension::kCount)
    return false;
  // 旅客达510万人次: the figure is how many they are, of someone.
  auto many = std::ranges::lower_bound(sentence_.quantities, item.text.end, {},
                                       [](const Quantity& q) { return q.text.start; });
  bool people = item.type == Item::Type::kNoun && sentence_.nouns[item.index].kind == "group";
  if (people && many != sentence_.quantities.end() && many->text.start <= item.text.end + kMeasured &&
      many->value.dimension != Dimension::kPercent && han)
    return false;
  const WordList& marks = topic_.rules().Words("subject_marks");
  for (std::size_t at = clause.start; at < item.text.start; ++at) {
    auto mark = marks.lexicon.Longest(text, at);
    if (mark && marks.values[mark->value] != "none") return false;
  }
  return true;
}

// 1: a name, a pronoun, an event or body told by a common noun; 2: goods; 3: a place that opens its clause;
// 0: nothing that can be a subject.
int SlotFiller::ClassOf(const Item& item) const {
  if (item.type == Item::Type::kMention) {
    const Mention& m = sentence_.mentions[item.index];
    if (topic_.IsBesideTheMatter(sentence_, m) || IsModifierName(m)) return 0;
    if (m.kind == "product" && !m.from_table) return 2;
    if (m.kind != "place") return 1;
    return OpensClause(item) ? 3 : 4;
  }
  if (item.type != Item::Type::kNoun) return 1;
  std::string_view kind = sentence_.nouns[item.index].kind;
  if (IsApposed(item) || IsBeforeTitle(item.text)) return 0;
  if (kind == "product") return HeadsClause(item) ? 1 : 2;
  if (kind == "group" || kind == "thing") return HeadsClause(item) ? 1 : 0;
  if (kind != "place") return 1;
  return OpensClause(item) ? 3 : 4;
}

std::optional<EntityRef> SlotFiller::Meaning(const Item& item, const std::vector<std::string>& kinds) const {
  if (reserved_ && item.text.start == reserved_->start) return std::nullopt;
  std::string_view text = sentence_.block->text.str();
  if (item.type == Item::Type::kMention) {
    const Mention& m = sentence_.mentions[item.index];
    if (KindFits(m.kind, kinds)) return RefOf(m, text);
  } else if (item.type == Item::Type::kPronoun) {
    std::string_view pronoun = text.substr(item.text.start, item.text.size());
    bool outside = Topic::IsDialogue(pronoun) || Topic::IsTarget(pronoun);
    if (auto earlier = outside ? std::nullopt : EarlierInSentence(item, kinds)) return earlier;
    if (auto meant = topic_.Resolve(pronoun, kinds)) return meant;
    return Topic::IsDialogue(pronoun) ? WhoSpeaks(item, kinds) : std::nullopt;
  } else if (item.type == Item::Type::kNoun) {
    const Noun& noun = sentence_.nouns[item.index];
    if (!NounFits(noun.kind, kinds)) return std::nullopt;
    if (auto product = ProductBefore(item)) return product;
    if (auto place = PlaceBefore(item)) return place;
    EntityRef ref =
        topic_.ResolveNoun(noun, text.substr(item.text.start, item.text.size()), IsModified(item));
    // 公立大学 beside 私立大学: which of them is meant. An event is told apart by its place and time.
    bool told_apart = noun.kind == "group" || noun.kind == "thing" ||
                      (IsModified(item) && noun.kind != "event" && noun.kind != "person" &&
                       ModifiersStart(item) + kTwoCharacters <= item.text.start);
    if (ref.id.starts_with(kNounIdPrefix) && told_apart) AddModifiers(item, ref);
    if (noun.kind == "event") NameByPlace(sentence_, item, noun, ref);
    // The R21 vaccine is R21.
    const Mention* product = noun.kind == "product" ? BesideName(sentence_, item) : nullptr;
    if (product && product->kind == "product") return RefOf(*product, text);
    return ref;
  }
  return std::nullopt;
}

// 披露了在研双抗SY-118的结果, 该药…: the product that the sentence named last.
std::optional<EntityRef> SlotFiller::ProductBefore(const Item& item) const {
  std::string_view text = sentence_.block->text.str();
  std::string_view words = text.substr(item.text.start, item.text.size());
  bool definite = words.starts_with("该") || words.starts_with("此") || words.starts_with("这款");
  if (sentence_.nouns[item.index].kind != "product" || !definite) return std::nullopt;
  auto end = std::ranges::lower_bound(sentence_.mentions, item.text.start, {},
                                      [](const Mention& m) { return m.text.start; });
  for (std::size_t steps = 0; end != sentence_.mentions.begin() && steps < kItemsLookedAt; ++steps) {
    const Mention& m = *--end;
    if (m.kind == "product") return RefOf(m, text);
  }
  return std::nullopt;
}

// Where the words begin that say which of what a noun tells.
std::size_t SlotFiller::ModifiersStart(const Item& item) const {
  std::string_view text = sentence_.block->text.str();
  const WordList& stops = topic_.rules().Words("name_stops");
  std::size_t floor = sentence_.ClauseAt(item.text.start).start;
  std::size_t start = item.text.start;
  while (start > floor && start + kHeading > item.text.start) {
    std::size_t previous = PreviousCodePoint(text, start);
    if (!IsHan(DecodeUtf8(text, previous).value) || stops.lexicon.LongestEndingAt(text, start, floor)) break;
    start = previous;
  }
  return start;
}

// 转机旅客, "average homes": which ones, told by the words before the noun, from the head of the clause on.
void SlotFiller::AddModifiers(const Item& item, EntityRef& ref) const {
  std::string_view text = sentence_.block->text.str();
  std::size_t start = ModifiersStart(item);
  start = std::min(SkipHanLink(text, start), item.text.start);  // 但七期新房
  bool counted = start > 0 && IsAsciiDigit(text[start - 1]);    // 5年电价
  if (start == item.text.start || counted) return;
  ref.name = text.substr(start, item.text.end - start);
  ref.text = ref.name;
  ref.id = std::string(kNounIdPrefix) + ref.name;
}

// 微软也宣布参与其中, 其云计算部门…: the first name of the sentence that fits.
std::optional<EntityRef> SlotFiller::EarlierInSentence(const Item& pronoun,
                                                       const std::vector<std::string>& kinds) const {
  std::size_t at = pronoun.text.start;
  std::string_view words = std::string_view(sentence_.block->text.str()).substr(at, pronoun.text.size());
  auto end =
      std::ranges::lower_bound(sentence_.mentions, at, {}, [](const Mention& m) { return m.text.end; });
  std::size_t last = static_cast<std::size_t>(end - sentence_.mentions.begin());
  if (Topic::IsThatCompany(words)) {
    for (std::size_t i = last; i > 0 && last - i < kItemsLookedAt; --i) {
      const Mention& m = sentence_.mentions[i - 1];
      if (m.kind == "company" && KindFits(m.kind, kinds)) return RefOf(m, sentence_.block->text.str());
    }
  }
  if (Topic::IsOfPair(words)) return OneOfTwo(last, Topic::IsLatter(words), kinds);
  std::optional<EntityRef> led;
  for (std::size_t i = last > kItemsLookedAt ? last - kItemsLookedAt : 0; i < last; ++i) {
    const Mention& m = sentence_.mentions[i];
    if (m.kind == "person" && Topic::IsThing(words)) continue;
    if (m.kind != "person" && Topic::IsSomeone(words) && KindFits("person", kinds)) continue;
    if (m.kind == "person" && Topic::MeansCompany(words)) continue;
    // Where it happens is not what it means.
    Item place{Item::Type::kMention, m.text, i};
    if (topic_.IsBesideTheMatter(sentence_, m)) continue;
    if (m.kind == "place" && (!OpensClause(place) || IsModifierName(m))) continue;
    bool says = topic_.IsSpeaker(sentence_, m) && !SaysOfItself(m, at);
    if (!KindFits(m.kind, kinds) || (says && !(Topic::IsSomeone(words) && m.kind == "person"))) continue;
    EntityRef named = RefOf(m, sentence_.block->text.str());
    // "A wholesaler in Denby, Marsh & Lowe, said that it": rather one that no preposition leads in.
    if (!Topic::IsThing(words) || !topic_.IsLed(sentence_, m)) return named;
    if (!led) led = std::move(named);
  }
  return led;
}

// 后者: the last of what the sentence names before it, 前者 the one before that.
std::optional<EntityRef> SlotFiller::OneOfTwo(std::size_t last, bool latter,
                                              const std::vector<std::string>& kinds) const {
  std::vector<const Mention*> named;
  for (std::size_t i = last; i > 0 && last - i < kItemsLookedAt; --i) {
    const Mention& m = sentence_.mentions[i - 1];
    bool known = std::ranges::any_of(named, [&](const Mention* n) { return n->id == m.id; });
    // 林某击败国民党提名的黄某, 后者…: two of a kind.
    bool other = !named.empty() && (m.kind == "person") != (named.front()->kind == "person");
    if (!known && !other && KindFits(m.kind, kinds) && !topic_.IsSpeaker(sentence_, m)) named.push_back(&m);
  }
  if (named.size() == 2) return RefOf(latter ? *named.front() : *named.back(), sentence_.block->text.str());
  return std::nullopt;
}

// "创始人林致远表示, 去年公司收入为…": who says it is not whose figure it is, where a company may be.
bool SlotFiller::Speaks(const Item& item, const std::vector<std::string>& kinds) const {
  if (!KindFits("company", kinds) && !KindFits("event", kinds) && !KindFits("place", kinds)) return false;
  if (item.type == Item::Type::kNoun) return topic_.IsSpeaker(sentence_, sentence_.nouns[item.index]);
  if (item.type == Item::Type::kPronoun) {
    std::string_view word =
        std::string_view(sentence_.block->text.str()).substr(item.text.start, item.text.size());
    return Topic::IsSomeone(word) && topic_.IsQuoted(item.text, sentence_);
  }
  if (item.type != Item::Type::kMention) return false;
  const Mention& m = sentence_.mentions[item.index];
  // "Andi Rahman said 31 people were missing": what is told of events is not told of who says it.
  bool of_events = !kinds.empty() && kinds.front() == "event" && !KindFits("person", kinds);
  return topic_.IsSpeaker(sentence_, m) ||
         (of_events && m.kind == "name" && topic_.IsQuoted(m.text, sentence_));
}

// "Its rival BYD employs": a name behind the pronoun is whom the words are about.
bool SlotFiller::NamesWhose(std::size_t pronoun, TextSpan part) const {
  if (pronoun + 1 >= sentence_.named.size()) return false;
  const Item& next = sentence_.named[pronoun + 1];
  return next.type == Item::Type::kMention && next.text.end <= part.end &&
         next.text.start <= sentence_.named[pronoun].text.end + kHeading + kHeading &&
         sentence_.ClausesBetween(sentence_.named[pronoun].text.end, next.text.start) == 0 &&
         (ClassOf(next) == 1 || IsQuotedProduct(next)) && !IsMarked(pronoun + 1);
}

// 其首款产品“青鸟一号”
bool SlotFiller::IsQuotedProduct(const Item& item) const {
  std::string_view before = std::string_view(sentence_.block->text.str()).substr(0, item.text.start);
  return item.type == Item::Type::kMention && sentence_.mentions[item.index].kind == "product" &&
         EndsWithAny(before, {"“", "「", "《"});
}

// Whose: "5% of its staff, ended June with": not who the next clause is about.
bool SlotFiller::IsOwner(const Item& item) const {
  std::string_view word =
      std::string_view(sentence_.block->text.str()).substr(item.text.start, item.text.size());
  for (std::string_view owner : {"其", "its", "Its", "their", "his", "her"}) {
    if (word == owner) return true;
  }
  return false;
}

// 公立大学 is not the university that was named, 该大学 is.
bool SlotFiller::IsModified(const Item& item) const {
  std::string_view before = std::string_view(sentence_.block->text.str()).substr(0, item.text.start);
  if (before.empty() || item.text.start == sentence_.text.start) return false;
  if (EndsWithAny(before, {"该", "这座", "这所", "此", "本", "的"})) return false;
  std::size_t last = PreviousCodePoint(before, before.size());
  return IsHan(DecodeUtf8(before, last).value);
}

}  // namespace tally
