// The part of SlotFiller that finds who or what heads a clause without a name: a count, a label, 该厂, words
// before a verb.
#include <algorithm>

#include "base/utf8.h"
#include "claims/head_phrase.h"
#include "claims/slots.h"

namespace tally {
namespace {

constexpr std::size_t kOpening = 6;        // before what is counted at the head of a clause: bytes
constexpr std::size_t kShortDefinite = 6;  // bytes: 该厂
constexpr std::size_t kShortestNoun = 4;   // bytes: two Han characters, a short English word

}  // namespace

// 16家俱乐部总收入43.2亿元: what is counted at the head of the clause.
std::optional<Filler> SlotFiller::CountedHead(TextSpan clause, std::size_t value) const {
  std::string_view text = sentence_.block->text.str();
  auto head = std::ranges::lower_bound(sentence_.quantities, clause.start, {},
                                       [](const Quantity& q) { return q.text.start; });
  bool opens = head != sentence_.quantities.end() && head->value.dimension == Dimension::kCount &&
               head->text.start <= clause.start + kOpening &&
               head->text.end <= sentence_.items[value].text.start && head->text.end <= clause.end;
  const WordList& marks = topic_.rules().Words("subject_marks");
  if (opens && marks.lexicon.LongestEndingAt(text, head->text.start, clause.start)) return std::nullopt;
  if (!opens) return std::nullopt;
  std::string_view words = text.substr(head->text.start, head->text.size());
  const Lexicon& classifiers = topic_.rules().Words("classifiers").lexicon;
  std::size_t at = 0;
  while (at < words.size() && !classifiers.Longest(words, at)) at += DecodeUtf8(words, at).length;
  auto classifier = at < words.size() ? classifiers.Longest(words, at) : std::nullopt;
  if (!classifier) return std::nullopt;
  at += classifier->length;
  std::string noun(words.substr(at));
  bool bound = head->value.unit == "age";
  for (std::string_view word : {"以", "至", "多", "余", "左右", "之"})
    bound = bound || noun.starts_with(word);
  if (bound || noun.size() < kShortestNoun) return std::nullopt;
  return Filler{{std::string(kNounIdPrefix) + noun, noun, noun}, std::nullopt, 0, "what the clause counts"};
}

// "Fares will rise by 15 cents": the cue itself may be the noun that the clause is about.
std::size_t SlotFiller::EndBeforeCue(std::size_t cue) const {
  auto noun = std::ranges::lower_bound(sentence_.nouns, cue, {}, [](const Noun& n) { return n.text.start; });
  bool english = noun != sentence_.nouns.end() && noun->text.start == cue &&
                 IsAsciiAlpha(sentence_.block->text.str()[cue]);
  return english && noun->kind == "product" ? noun->text.end : cue;
}

// - 台中巨蛋: 1.5万席, …: the words before the colon at the head of a block, whatever they hold.
bool SlotFiller::IsLabel(TextSpan clause) const {
  bool body = sentence_.block->field == Field::kBody && !sentence_.block->heading;
  return body && topic_.label() && clause.start == sentence_.text.start &&
         !sentence_.block->sentences.empty() && clause.start == sentence_.block->sentences.front().start;
}

// "An experimental migraine drug cut": behind an article at the head of the sentence nothing but words that
// tell which.
bool SlotFiller::OpensWithAdjectives(const Item& noun) const {
  constexpr std::size_t kLongest = 60;  // bytes
  std::string_view text = sentence_.block->text.str();
  TextSpan clause = sentence_.ClauseAt(noun.text.start);
  std::string_view lead = text.substr(clause.start, noun.text.start - clause.start);
  bool article = false;
  for (std::string_view word : {"A ", "An ", "The ", "Its ", "Their ", "Some ", "Most "})
    article = article || lead.starts_with(word);
  if (!article || lead.size() > kLongest || !lead.ends_with(" ")) return false;
  const WordList& words = topic_.rules().Words("clause_heads_en");
  for (std::size_t at = lead.find(' ') + 1; at < lead.size();) {
    std::size_t end = lead.find(' ', at);
    std::string_view word = lead.substr(at, end - at);
    bool small = std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    if (!small || words.lexicon.Find(word)) return false;
    at = end + 1;
  }
  return true;
}

// 该厂去年营收…, 该电站七成电量…: what one that was named ends in, at the head of the clause.
std::optional<Filler> SlotFiller::DefiniteHead(TextSpan clause) const {
  std::string_view text = sentence_.block->text.str();
  constexpr std::size_t kLongestEnding = 4;  // characters
  std::size_t at = clause.start;
  while (at < clause.end && !IsAlphabetic(DecodeUtf8(text, at).value) && !IsHan(DecodeUtf8(text, at).value))
    at += DecodeUtf8(text, at).length;
  std::string_view head = text.substr(at, clause.end > at ? clause.end - at : 0);
  std::size_t determiner = 0;
  for (std::string_view word : {"该", "这座", "这所", "这间", "这条"}) {
    if (head.starts_with(word)) determiner = word.size();
  }
  auto item = std::ranges::lower_bound(sentence_.named, at, {}, [](const Item& i) { return i.text.start; });
  bool known = item != sentence_.named.end() && item->text.start == at;
  // 该校, 该公司: told by the list of words.
  if (determiner == 0 || (known && (item->type == Item::Type::kNoun || item->text.size() > kShortDefinite)))
    return std::nullopt;
  std::size_t end = determiner;
  std::optional<Filler> longest;
  for (std::size_t n = 0; n < kLongestEnding && end < head.size(); ++n) {
    CodePoint c = DecodeUtf8(head, end);
    if (!IsHan(c.value)) break;
    end += c.length;
    TextSpan words{at, at + end};
    std::string_view ending = head.substr(determiner, end - determiner);
    std::optional<EntityRef> named;
    for (const Mention& m : sentence_.mentions) {
      if (m.text.end <= at && m.name.size() > ending.size() && m.name.ends_with(ending))
        named = RefOf(m, text);
    }
    if (!named) named = topic_.NamedByEnding(ending);
    if (!named || topic_.IsQuoted(words, sentence_)) continue;
    named->text = std::string(head.substr(0, end));
    longest = Filler{*named, std::nullopt, 0, "the one named before that ends so"};
  }
  return longest;
}

// "Prosecutors had asked for 15 years": words for who or what the clause is about, before `end`.
std::optional<Filler> SlotFiller::HeadOf(TextSpan clause, std::size_t end) const {
  auto head = HeadPhrase(sentence_, clause, topic_.names(), topic_.rules());
  if (!head || head->end > end) return std::nullopt;
  std::string words(std::string_view(sentence_.block->text.str()).substr(head->start, head->size()));
  return Filler{{std::string(kNounIdPrefix) + NameId(words), words, words},
                std::nullopt,
                0,
                "what stands before the verb"};
}

// "The 23-year-old, who scored 24 goals": the person that was named last.
std::optional<Filler> SlotFiller::AgedPerson(TextSpan clause, const SlotRule& slot) const {
  std::string_view text = sentence_.block->text.str();
  constexpr std::string_view kThe = "The ";
  if (clause.start != sentence_.text.start || !text.substr(clause.start).starts_with(kThe))
    return std::nullopt;
  auto age = std::ranges::lower_bound(sentence_.quantities, clause.start, {},
                                      [](const Quantity& q) { return q.text.start; });
  if (age == sentence_.quantities.end() || age->value.unit != "age" ||
      age->text.start != clause.start + kThe.size())
    return std::nullopt;
  std::string_view after = text.substr(age->text.end);
  bool noun = after.starts_with(" ");
  for (std::string_view word : {" who ", " has ", " had ", " was ", " is ", " will ", " would "})
    noun = noun && !after.starts_with(word);
  if (noun || !KindFits("person", slot.kinds)) return std::nullopt;
  auto person = topic_.Resolve("he", slot.kinds);
  if (!person) return std::nullopt;
  return Filler{*person, std::nullopt, 0, "the person of that age"};
}

}  // namespace tally
