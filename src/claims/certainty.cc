#include "claims/certainty.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

// A negation counts only right before the cue: 没有投资 10 亿, did not invest.
constexpr std::size_t kNegationReach = 12;  // bytes
// Unless it denies all that its preposition opens: 没有对某公司处以 5 亿元罚款.
constexpr std::size_t kFarNegationReach = 60;  // bytes
constexpr std::size_t kRectifiedReach = 48;    // bytes: "the amount should have been " and a name
// A sentence is searched this far before the figure; further off, a word of expectation belongs to something
// else.
constexpr std::size_t kReach = 240;  // bytes

// A word that is part of a figure says nothing of it: the month of May.
bool IsInFigure(const Sentence& sentence, std::size_t at) {
  auto next =
      std::ranges::upper_bound(sentence.quantities, at, {}, [](const Quantity& q) { return q.text.start; });
  return next != sentence.quantities.begin() && (next - 1)->text.Contains(at);
}

// The places around a figure where words of the lists may begin, found once for all lists.
class MarkedPlaces {
 public:
  MarkedPlaces(const Sentence& sentence, const CertaintyWords& words, TextSpan part)
      : sentence_(sentence), text_(sentence.block->text.str()), changed_nouns_(words.changed_nouns) {
    words.starts.Find(text_, part.start, part.end, places_);
  }

  // The last word of a list within [from, to), or within [far_from, to) for a word marked "far"; its text, or
  // nothing.
  std::optional<std::string> LastOf(const CertaintyWords::List& list, std::size_t from, std::size_t to,
                                    std::size_t far_from = std::string::npos) const {
    std::optional<std::string_view> last;
    std::size_t at = std::min(from, far_from);
    for (const LexiconFilter::Place& place : places_) {
      if (place.at >= to) break;
      if (place.at < at || (place.lexicons & list.bit) == 0) continue;
      auto hit = list.words.lexicon.Longest(text_, place.at);
      if (!hit) continue;
      at = place.at + hit->length;
      const std::string& kind = list.words.values[hit->value];
      if (kind == "none" || (kind == "object_mark" && MarksObject(at))) continue;
      if (place.at < from && kind != "far") continue;
      if (at <= to && !IsInFigure(sentence_, place.at)) last = text_.substr(place.at, hit->length);
    }
    return last ? std::optional<std::string>(*last) : std::nullopt;
  }

 private:
  // 将[其]利率: what is changed stands right after the word.
  bool MarksObject(std::size_t at) const {
    auto next = changed_nouns_.lexicon.Longest(text_, at);
    if (next && changed_nouns_.values[next->value] == "owner")
      next = changed_nouns_.lexicon.Longest(text_, at + next->length);
    return next && changed_nouns_.values[next->value] != "owner";
  }

  const Sentence& sentence_;
  std::string_view text_;
  const WordList& changed_nouns_;
  std::vector<LexiconFilter::Place> places_;
};

std::size_t CharacterStart(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

// The outermost quotation mark that is open at `at` and opens within the sentence and reach; nullopt where
// none is.
std::optional<std::size_t> OpenQuote(const Sentence& sentence, std::size_t at) {
  std::string_view text = sentence.block->text.str();
  std::size_t depth = 0;
  std::size_t opened = 0;
  std::size_t from =
      CharacterStart(text, at > sentence.text.start + kReach ? at - kReach : sentence.text.start);
  for (std::size_t i = from; i < at;) {
    CodePoint c = DecodeUtf8(text, i);
    if ((c.value == U'「' || c.value == U'“' || c.value == U'『') && depth++ == 0) opened = i;
    if ((c.value == U'」' || c.value == U'”' || c.value == U'』') && depth > 0) --depth;
    i += c.length;
  }
  return depth > 0 ? std::optional(opened) : std::nullopt;
}

// "X agrees, and says: “…”": before the quotation stands a verb of saying whose subject is that of the
// clauses before it, which opens the sentence.
std::optional<EntityRef> SpeakerBeforeQuote(const Sentence& sentence, std::size_t value,
                                            const Lexicon& quoting) {
  std::optional<std::size_t> quote = OpenQuote(sentence, value);
  if (!quote) return std::nullopt;
  std::string_view text = sentence.block->text.str();
  std::size_t end = *quote;
  for (std::string_view mark : {" ", "：", ":", "，", ","}) {
    if (text.substr(0, end).ends_with(mark)) end -= mark.size();
  }
  auto verb = quoting.LongestEndingAt(text, end, sentence.text.start);
  if (!verb) return std::nullopt;
  for (const Mention& mention : sentence.mentions) {
    if (mention.text.end > end - verb->length) break;
    if (mention.kind == "product" || mention.kind == "place" || mention.kind == "event") continue;
    return mention.text.start == sentence.text.start ? std::optional(RefOf(mention, text)) : std::nullopt;
  }
  return std::nullopt;
}

// A name right before a verb of saying: "纳德拉表示", "Nadella said"; within reach of the figure.
std::optional<EntityRef> NamedSpeaker(const Sentence& sentence, std::size_t value, const Lexicon& quoting) {
  std::string_view text = sentence.block->text.str();
  std::size_t from = value > kReach ? value - kReach : 0;
  auto first =
      std::ranges::lower_bound(sentence.mentions, from, {}, [](const Mention& m) { return m.text.start; });
  for (auto m = first; m != sentence.mentions.end() && m->text.start < value + kReach; ++m) {
    if (m->kind == "product" || m->kind == "place" || m->kind == "event") continue;
    std::size_t at = m->text.end;
    if (at < text.size() && text[at] == ' ') ++at;
    if (at < text.size() && quoting.Longest(text, at)) return RefOf(*m, text);
  }
  return SpeakerBeforeQuote(sentence, value, quoting);
}

}  // namespace

CertaintyWords::CertaintyWords(const RuleSet& rules)
    : quoting(rules.Words("quoting").lexicon),
      changed_nouns(rules.Words("changed_nouns")),
      hypothetical{rules.Words("hypothetical"), 1},
      negations{rules.Words("negations"), 2},
      corrections{rules.Words("corrections"), 4},
      rectifications{rules.Words("rectifications"), 64},
      planned{rules.Words("planned"), 8},
      forecast{rules.Words("forecast"), 16},
      reporting{rules.Words("reporting"), 32} {
  for (const List* list :
       {&hypothetical, &negations, &corrections, &rectifications, &planned, &forecast, &reporting})
    starts.Add(list->words.lexicon, list->bit);
}

Certainty ReadCertainty(const Sentence& sentence, const Topic& topic, TextSpan cue, TextSpan value,
                        const CertaintyWords& words) {
  std::string_view text = sentence.block->text.str();
  Certainty certainty;
  std::size_t anchor = cue.empty() ? value.start : std::min(cue.start, value.start);
  std::size_t from =
      std::max(sentence.text.start, anchor > kReach ? CharacterStart(text, anchor - kReach) : 0);
  TextSpan clause = sentence.ClauseAt(anchor);
  std::size_t clause_from = std::max(clause.start, from);

  certainty.speaker = NamedSpeaker(sentence, value.start, words.quoting);
  if (!certainty.speaker) certainty.speaker = topic.speaker();
  auto set = [&](Modality modality, const std::optional<std::string>& word) {
    if (!word) return false;
    certainty.modality = modality;
    certainty.reason = *word;
    return true;
  };
  std::size_t clause_to = std::min(clause.end, value.end + kReach);
  std::size_t sentence_to = std::min(sentence.text.end, value.end + kReach);
  // 投资总额将增加到 1650 亿: between a cue and its figure, too.
  std::size_t to = std::max({anchor, cue.end, std::min(value.start, clause.end)});
  MarkedPlaces around(sentence, words, {from, std::max({clause_to, sentence_to, to, value.start})});
  if (auto word = around.LastOf(words.hypothetical, clause_from, clause_to)) {
    certainty.hypothetical = true;
    certainty.reason = *word;
  }
  bool verb_first = !cue.empty() && cue.start < value.start;
  auto start_of = [&](std::size_t end, std::size_t reach) {
    return std::max(clause_from, end > reach ? CharacterStart(text, end - reach) : 0);
  };
  auto denied_before = [&](std::size_t end) {
    return set(Modality::kNegated, around.LastOf(words.negations, start_of(end, kNegationReach), end,
                                                 start_of(end, kFarNegationReach)));
  };
  // 价格不是 20 亿, 而是 75 亿: denied right before the figure itself.
  if ((verb_first && denied_before(anchor)) || denied_before(value.start)) return certainty;
  // An earlier version said …: what was corrected is not claimed.
  // What it puts in its place is.
  bool rectified =
      around.LastOf(words.rectifications, start_of(value.start, kRectifiedReach), value.start).has_value();
  if (!rectified && set(Modality::kNegated, around.LastOf(words.corrections, from, sentence_to)))
    return certainty;
  if (set(Modality::kPlanned, around.LastOf(words.planned, clause_from, to))) return certainty;
  if (set(Modality::kForecast, around.LastOf(words.forecast, clause_from, to))) return certainty;
  if (set(Modality::kReported, around.LastOf(words.reporting, from, to))) return certainty;
  if (OpenQuote(sentence, value.start)) certainty.modality = Modality::kQuotedOpinion;
  return certainty;
}

}  // namespace tally
