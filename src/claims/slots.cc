#include "claims/slots.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

// What each step away from a name in the clause costs in confidence.
constexpr int kSentenceCost = 8;
constexpr int kAfterCost = 12;
constexpr int kPronounCost = 10;
constexpr int kTopicCost = 25;
constexpr int kSpeakerCost = 15;
// "Azure 的运营" may stand between an owner and the cue: bytes, about eight characters.
constexpr std::size_t kPossessionReach = 24;
// A sentence of more clauses than this is a list; the bounds keep the whole linear.
constexpr std::size_t kClausesBack = 16;
// A clause of more items than this is a table or noise.
constexpr std::size_t kItemsLookedAt = 64;
// A clause begins with a mark and 由: bytes.
constexpr std::size_t kOwnBy = 6;
// A rule that takes more kinds than this tells of a product as well as of a company.
constexpr std::size_t kOwnKinds = 4;
// A time opens its sentence within so many bytes.
constexpr std::size_t kHeading = 16;

bool EndsWithAny(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view w) { return text.ends_with(w); });
}

bool Wants(const SlotRule& slot, std::string_view place) {
  return slot.where.empty() || std::ranges::find(slot.where, place) != slot.where.end();
}

}  // namespace

// 土耳其强震, "the blast in Beirut": where it happened names what no name tells, and the same in every
// document.
std::optional<Filler> SlotFiller::PlaceIn(TextSpan part, const SlotRule& slot) const {
  if (!KindFits("place", slot.kinds)) return std::nullopt;
  auto first =
      std::ranges::lower_bound(sentence_.named, part.start, {}, [](const Item& i) { return i.text.start; });
  std::size_t begin = static_cast<std::size_t>(first - sentence_.named.begin());
  std::size_t end = std::min(sentence_.named.size(), begin + kItemsLookedAt);
  for (std::size_t i = begin; i < end && sentence_.named[i].text.end <= part.end; ++i) {
    const Item& item = sentence_.named[i];
    if (item.type != Item::Type::kMention || sentence_.mentions[item.index].kind != "place") continue;
    if (topic_.IsBesideTheMatter(sentence_, sentence_.mentions[item.index])) continue;
    if (auto meaning = Meaning(item, slot.kinds))
      return Filler{*meaning, i, 0, "the place of what the clause names"};
  }
  return std::nullopt;
}

std::optional<Filler> SlotFiller::FirstIn(TextSpan part, const SlotRule& slot, bool marked,
                                          const std::string* not_id) const {
  auto first =
      std::ranges::lower_bound(sentence_.named, part.start, {}, [](const Item& i) { return i.text.start; });
  std::size_t begin = static_cast<std::size_t>(first - sentence_.named.begin());
  std::size_t end = std::min(sentence_.named.size(), begin + kItemsLookedAt);
  for (int wanted = 1; wanted <= (any_place_ ? 4 : 3); ++wanted) {
    for (std::size_t i = begin; i < end; ++i) {
      const Item& item = sentence_.named[i];
      if (item.text.end > part.end) break;
      if (ClassOf(item) != wanted) continue;
      if (item.type == Item::Type::kPronoun && item.text.end < part.end && IsOwner(item) &&
          !sentence_.ClauseAt(item.text.start).Overlaps({part.end - 1, part.end}))
        continue;
      if (item.type == Item::Type::kPronoun && IsOwner(item) && NamesWhose(i, part)) continue;
      if (IsMarked(i) != marked || (skips_speakers_ && Speaks(item, slot.kinds))) continue;
      auto meaning = Meaning(item, slot.kinds);
      if (!meaning || (not_id != nullptr && meaning->id == *not_id)) continue;
      // What happened there, the authority of the place, its prices.
      bool placed = item.type == Item::Type::kNoun && sentence_.nouns[item.index].kind != "group" &&
                    sentence_.nouns[item.index].kind != "thing";
      if (placed && meaning->id.starts_with(kNounIdPrefix)) {
        if (auto place = PlaceIn(part, slot)) return place;
      }
      bool pronoun = item.type == Item::Type::kPronoun;
      return Filler{*meaning, i, pronoun ? kPronounCost : 0,
                    pronoun ? "meant by a pronoun" : "named in the clause", marked};
    }
  }
  return std::nullopt;
}

// "监管机构批准了微软对 OpenAI 的投资": a name right before 对, 向 or 给 is who acts, whoever stands before
// it, and so is one behind 由 that opens the clause.
std::optional<Filler> SlotFiller::Agent(TextSpan part, const SlotRule& slot) const {
  std::string_view text = sentence_.block->text.str();
  auto first =
      std::ranges::lower_bound(sentence_.named, part.start, {}, [](const Item& i) { return i.text.start; });
  std::size_t begin = static_cast<std::size_t>(first - sentence_.named.begin());
  std::size_t end = std::min(sentence_.named.size(), begin + kItemsLookedAt);
  for (std::size_t i = begin; i < end && sentence_.named[i].text.end <= part.end; ++i) {
    if (sentence_.named[i].type != Item::Type::kMention) continue;
    std::string_view before = text.substr(0, sentence_.named[i].text.start);
    if (IsMarked(i) && !EndsWithAny(before, {"由", "被"})) continue;
    std::string_view after = text.substr(sentence_.named[i].text.end);
    if (after.starts_with(" ")) after.remove_prefix(1);
    // 由长河实业以35亿元投得; 由鼎石资本领投5亿元 as a clause of its own; 被远桥集团以42亿元收购.
    bool by = before.ends_with("由") && (after.starts_with("以") || before.size() <= part.start + kOwnBy);
    if (before.ends_with("被")) {
      for (std::string_view word : {"以", "收购", "并购", "买下"}) by = by || after.starts_with(word);
    }
    if (!by && !after.starts_with("对") && !after.starts_with("向") && !after.starts_with("给")) continue;
    if (auto meaning = Meaning(sentence_.named[i], slot.kinds))
      return Filler{*meaning, i, 0, "named right before 对, 向 or 给, or behind 由 or 被"};
  }
  return std::nullopt;
}

// "Azure 的运营收入": the last name before the anchor that owns what the anchor speaks of.
std::optional<Filler> SlotFiller::Possessor(TextSpan part, const SlotRule& slot) const {
  std::string_view text = sentence_.block->text.str();
  auto end =
      std::ranges::lower_bound(sentence_.named, part.end, {}, [](const Item& i) { return i.text.start; });
  std::size_t last = static_cast<std::size_t>(end - sentence_.named.begin());
  for (std::size_t i = last; i > 0 && last - i < 3; --i) {
    const Item& item = sentence_.named[i - 1];
    if (item.text.start < part.start || item.text.end + kPossessionReach < part.end) break;
    // 将其目标价, "its workforce": what belongs to it, whoever acts.
    std::string_view word = text.substr(item.text.start, item.text.size());
    bool owner = item.type == Item::Type::kPronoun && (word == "其" || word == "its" || word == "their");
    bool pronoun = item.type == Item::Type::kPronoun && text.substr(item.text.end).starts_with("'s ");
    if (pronoun) {
      if (auto meaning = Meaning(item, slot.kinds))
        return Filler{*meaning, i - 1, kPronounCost, "the owner meant by a pronoun before the cue"};
    }
    if (owner && item.text.end + 1 >= part.end) {
      bool taken = EndsWithAny(text.substr(0, item.text.start), {"将", "把"});
      auto meaning = taken ? topic_.Current(slot.kinds) : Meaning(item, slot.kinds);
      if (meaning)
        return Filler{*meaning, i - 1, kPronounCost, "the owner meant by a pronoun before the cue"};
    }
    std::string_view after = text.substr(item.text.end);
    // "compared with Microsoft's profit": the preposition is that of the profit.
    bool whose = after.starts_with("'s ") && item.text.end + 3 >= part.end;
    if (item.type != Item::Type::kMention || (IsMarked(i - 1) && !whose)) continue;
    for (std::string_view mark : {"」", "”", "》", " "}) {
      if (after.starts_with(mark)) after.remove_prefix(mark.size());
    }
    if (!after.starts_with("的") && !after.starts_with("'s ")) continue;
    if (OwnsPerson(sentence_.mentions[item.index])) continue;
    if (auto meaning = Meaning(sentence_.named[i - 1], slot.kinds))
      return Filler{*meaning, i - 1, 0, "the owner named before the cue"};
  }
  return std::nullopt;
}

// In the row of a table: whom its first cell names, else the head of the figure's column or its own cell. The
// cells beside it speak of themselves.
std::optional<Filler> SlotFiller::SubjectOfRow(const SlotRule& slot, TextSpan value) const {
  const RowCell* cell = sentence_.row->At(value.start);
  TextSpan own = cell == nullptr ? TextSpan{} : cell->whole;
  for (TextSpan part : {sentence_.row->name(), own, sentence_.row->note()}) {
    if (part.empty()) continue;
    auto named = FirstIn(part, slot, false, nullptr);
    if (!named) named = FirstIn(part, slot, true, nullptr);
    if (named) return named;
  }
  if (auto before = FirstIn({sentence_.text.start, value.start}, slot, false, nullptr)) return before;
  // Total, 合計: of all that the table names.
  const WordList& heads = topic_.rules().Words("table_heads");
  TextSpan name = sentence_.row->name();
  auto word =
      heads.lexicon.Find(std::string_view(sentence_.block->text.str()).substr(name.start, name.size()));
  if (word && heads.values[*word] == "sum") return std::nullopt;
  auto topic = Wants(slot, "topic") ? topic_.Current(slot.kinds) : std::nullopt;
  if (!topic) return std::nullopt;
  return Filler{*topic, std::nullopt, kTopicCost, "carried from before"};
}

std::optional<Filler> SlotFiller::Subject(const SlotRule& slot, TextSpan anchor, std::size_t value) {
  if (sentence_.row) return SubjectOfRow(slot, sentence_.items[value].text);
  if (auto mine = Distributed(slot, value)) return mine;
  if (auto beside = Adjacent(sentence_.items[value].text, slot)) return beside;
  if (auto told = Attributed(sentence_.items[value].text, slot)) return told;
  if (auto compared = ComparedOwner(sentence_.items[value].text, slot)) return compared;
  // 投资百亿的 OpenAI is who gets it, 工作十年的李明 who works.
  Dimension dimension = sentence_.quantities[sentence_.items[value].index].value.dimension;
  bool stative = dimension == Dimension::kDuration || dimension == Dimension::kCount;
  auto behind = stative ? RelativeHan(sentence_.items[value].text, slot) : std::nullopt;
  if (behind) return behind;
  if (auto person = OfAge(value, slot)) return person;
  opening_time_ = OpensWithTime(value);
  dates_ = dimension == Dimension::kDate;
  bool amount =
      dimension == Dimension::kMoney || dimension == Dimension::kPercent || dimension == Dimension::kDuration;
  auto counted = amount ? CountedHead(sentence_.ClauseAt(anchor.start), value) : std::nullopt;
  if (counted) return counted;
  if (auto all = TotalOfList(sentence_.items[value].text, slot)) return all;
  skips_speakers_ = true;
  if (auto own = OfOwnClause(slot, anchor, sentence_.items[value].text)) return own;
  if (auto found = SubjectNamed(slot, anchor, value)) return found;
  skips_speakers_ = false;
  any_place_ = true;
  auto speaker = SubjectNamed(slot, anchor, value);
  any_place_ = false;
  if (speaker) speaker->cost += kSpeakerCost;
  return speaker;
}

std::optional<Filler> SlotFiller::SubjectNamed(const SlotRule& slot, TextSpan anchor,
                                               std::size_t value) const {
  TextSpan clause = sentence_.ClauseAt(anchor.start);
  bool money = sentence_.quantities[sentence_.items[value].index].value.dimension == Dimension::kMoney;
  if (auto agent = Agent({clause.start, anchor.start}, slot)) return agent;
  if (auto head = HeadBehindClause({clause.start, anchor.start}, slot)) return head;
  if (auto owner = Possessor({clause.start, anchor.start}, slot)) return owner;
  if (auto definite = DefiniteHead({clause.start, anchor.start})) return definite;
  if (auto antecedent = Antecedent(clause, slot)) return antecedent;
  if (auto behind = Relative(anchor, slot)) return behind;
  if (auto aged = AgedPerson(clause, slot)) return aged;
  if (Wants(slot, "before")) {
    if (auto named = FirstIn({clause.start, EndBeforeCue(anchor.start)}, slot, false, nullptr)) return named;
  }
  bool event = !slot.kinds.empty() && (slot.kinds.front() == "event" || slot.kinds.front() == "place");
  if (auto head = dates_ ? std::nullopt : HeadOf(clause, anchor.start)) {
    // "The bridge collapse in Morbi killed 130 people": the same in every document.
    auto place = event ? FirstIn({clause.start, anchor.start}, slot, true, nullptr) : std::nullopt;
    return place ? place : head;
  }
  if (Wants(slot, "sentence")) {
    // Clause by clause backwards: the nearest clause that names someone.
    std::size_t at = clause.start;
    for (std::size_t steps = 0; at > sentence_.text.start && steps < kClausesBack; ++steps) {
      TextSpan earlier = sentence_.ClauseAt(at - 1);
      if (IsLabel(earlier))
        return Filler{*topic_.label(), std::nullopt, kSentenceCost, "what the line is about"};
      auto definite = DefiniteHead(earlier);
      if (!definite) definite = AgedPerson(earlier, slot);
      // 16家俱乐部总收入43.2亿元, 合计亏损11.6亿元
      if (!definite && money) definite = CountedHead(earlier, value);
      if (definite) {
        definite->cost += kSentenceCost;
        definite->how += ", in an earlier clause";
        return definite;
      }
      // "Harlan, which makes the Lynx's seats, told 310 of its staff": who acts stands before what is told of
      // it.
      bool relative = (IsRelative(earlier) || IsApposition(earlier)) && earlier.start > sentence_.text.start;
      auto named = relative ? std::nullopt : FirstIn({earlier.start, at}, slot, false, nullptr);
      if (named && IsPassing(*named, slot)) named.reset();
      if (named) {
        named->cost += kSentenceCost;
        named->how += ", in an earlier clause";
        return named;
      }
      if (auto head = relative || dates_ ? std::nullopt : HeadOf(earlier, at)) {
        head->cost += kSentenceCost;
        head->how += ", in an earlier clause";
        return head;
      }
      if (earlier.start >= at) break;
      at = earlier.start;
    }
  }
  if (Wants(slot, "after") && !slot.where.empty()) {
    if (auto named = FirstIn({anchor.start, sentence_.text.end}, slot, false, nullptr)) {
      named->cost += kAfterCost;
      named->how += ", behind the figure";
      return named;
    }
  }
  if (Wants(slot, "before")) {
    if (auto named = FirstIn({clause.start, anchor.start}, slot, true, nullptr)) {
      named->cost += kAfterCost;
      return named;
    }
  }
  if (opening_time_) {
    auto named = FirstIn({anchor.end, sentence_.text.end}, slot, false, nullptr);
    if (named && ClassOf(sentence_.named[*named->item]) == 1) {
      named->cost += kSentenceCost;
      named->how += ", behind the time that opens the sentence";
      return named;
    }
  }
  if (Wants(slot, "topic")) {
    std::string why;
    auto topic = topic_.Current(slot.kinds, &why);
    // 阿里巴巴旗下菜鸟: another than the one that is known so far.
    bool owns = topic && std::ranges::any_of(sentence_.mentions, [&](const Mention& m) {
                  return m.id == topic->id && topic_.rules()
                                                  .Words("owner_marks")
                                                  .lexicon.Longest(sentence_.block->text.str(), m.text.end)
                                                  .has_value();
                });
    if (topic && !owns) return Filler{*topic, std::nullopt, kTopicCost, "carried from before" + why};
  }
  return std::nullopt;
}

// 首款芯片LX100已出货3万片, 但仍亏损1.9亿元: a product of an earlier clause has no loss where the text is
// about a company.
bool SlotFiller::IsPassing(const Filler& named, const SlotRule& slot) const {
  if (!named.item || slot.kinds.size() > kOwnKinds || slot.kinds.empty() || slot.kinds.front() != "company")
    return false;
  const Item& item = sentence_.named[*named.item];
  if (item.type != Item::Type::kMention) return false;
  const Mention& m = sentence_.mentions[item.index];
  return m.kind == "product" && !m.from_table && topic_.Current({"company"}).has_value();
}

// "过去两个月, OpenAI 已…", "In 2014, Nadella took over": a time that opens its sentence is of what follows.
bool SlotFiller::OpensWithTime(std::size_t value) const {
  const Item& item = sentence_.items[value];
  Dimension dimension = sentence_.quantities[item.index].value.dimension;
  return (dimension == Dimension::kDate || dimension == Dimension::kDuration) &&
         item.text.start <= sentence_.text.start + kHeading;
}

bool SlotFiller::ClauseNamesActor(TextSpan anchor) const {
  SlotRule actor;
  actor.kinds = {"company", "organization", "person"};
  return FirstIn({sentence_.ClauseAt(anchor.start).start, anchor.start}, actor, false, nullptr).has_value();
}

std::optional<Filler> SlotFiller::Object(const SlotRule& slot, TextSpan anchor,
                                         const std::optional<Filler>& subject) {
  // To whom something is given may be a place wherever it stands.
  any_place_ = true;
  auto object = ObjectNamed(slot, anchor, subject);
  any_place_ = false;
  return object;
}

std::optional<Filler> SlotFiller::ObjectNamed(const SlotRule& slot, TextSpan anchor,
                                              const std::optional<Filler>& subject) const {
  const std::string* not_id = subject ? &subject->ref.id : nullptr;
  TextSpan clause = sentence_.ClauseAt(anchor.start);
  std::size_t clause_end = std::max(sentence_.ClauseAt(anchor.end > 0 ? anchor.end - 1 : 0).end, anchor.end);
  if (Wants(slot, "before")) {
    if (auto marked = FirstIn({clause.start, anchor.start}, slot, true, not_id)) return marked;
  }
  if (Wants(slot, "after")) {
    if (auto unmarked = FirstIn({anchor.start, clause_end}, slot, false, not_id)) return unmarked;
    if (auto marked = FirstIn({anchor.start, clause_end}, slot, true, not_id)) return marked;
  }
  if (Wants(slot, "sentence")) {
    // Clause by clause backwards: the nearest clause that names someone with a preposition.
    std::size_t steps = 0;
    for (std::size_t at = clause.start; at > sentence_.text.start && steps < kClausesBack; ++steps) {
      TextSpan earlier = sentence_.ClauseAt(at - 1);
      if (auto marked = FirstIn({earlier.start, at}, slot, true, not_id)) {
        marked->cost += kSentenceCost;
        return marked;
      }
      if (earlier.start >= at) break;
      at = earlier.start;
    }
    if (auto named = FirstIn(sentence_.text, slot, false, not_id)) {
      named->cost += kAfterCost;
      return named;
    }
    if (auto marked = FirstIn(sentence_.text, slot, true, not_id)) {
      marked->cost += kAfterCost;
      return marked;
    }
  }
  return std::nullopt;
}

}  // namespace tally
