// The part of Topic that tells who speaks, or wrote, from who is spoken of.
#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"
#include "claims/topic.h"

namespace tally {
namespace {

// Where the brackets of a byline may stand, and how long they are: bytes.
constexpr std::size_t kOfByline = 120;
constexpr std::size_t kLongestByline = 100;
// Between a body and the name of who speaks for it: bytes.
constexpr std::size_t kLongestTitle = 40;
constexpr std::size_t kOfDateline = 40;  // behind the place of a dateline, up to its dash: bytes
constexpr std::size_t kBeforeVerb = 24;  // between the one who speaks and the verb: bytes

// Whether a bracket that may begin a byline stands in the text.
bool HoldsBracket(std::string_view text) {
  // How far the next character is by the first byte of one; 0: it may be a bracket.
  static constexpr auto kStep = [] {
    std::array<std::uint8_t, 256> steps{};
    for (std::size_t lead = 0; lead < steps.size(); ++lead)
      steps[lead] = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (unsigned char lead : {'(', '[', '\xE3'}) steps[lead] = 0;
    return steps;
  }();
  for (std::size_t at = 0; at < text.size();) {
    std::size_t step = kStep[static_cast<unsigned char>(text[at])];
    // 〈, 【 and 〔 are E3 80 88, 90 and 94; 。 and 、 are none.
    bool mark = step == 0 && text.size() - at > 2 && text[at] == '\xE3' &&
                (text[at + 1] != '\x80' || static_cast<unsigned char>(text[at + 2]) < 0x88);
    if (step == 0 && !mark) return true;
    at += mark ? 3 : step;
  }
  return false;
}

// 应急管理局15日上午通报: a part of the day may stand between the date and the verb.
std::size_t PastHour(std::string_view text, std::size_t at) {
  for (std::string_view word :
       {"昨",   "今",   "日前", "则",   "也",   "亦",   "还",   "均",   "曾",   "再",   "随后", "同时",
        "上午", "下午", "中午", "凌晨", "清晨", "傍晚", "晚间", "晚上", "深夜", "夜间", "晚",   "早"}) {
    if (text.substr(at).starts_with(word)) return at + word.size();
  }
  return at;
}

}  // namespace

// 〔记者方敬文/台中报道〕 at the head of a block: who wrote it.
bool Topic::IsInByline(std::string_view text, std::size_t end) const {
  constexpr std::string_view kBrackets[][2] = {
      {"(", ")"}, {"【", "】"}, {"〔", "〕"}, {"[", "]"}, {"〈", "〉"}};
  // They open before the name.
  std::string_view before = text.substr(0, std::min(kOfByline, end));
  if (!HoldsBracket(before)) return false;
  for (const auto& [open, close] : kBrackets) {
    std::size_t from = before.find(open);
    std::size_t to = from == std::string_view::npos ? from : text.find(close, from);
    if (to == std::string_view::npos || to > from + kLongestByline || end <= from || end > to) continue;
    std::string_view inside = text.substr(from, to - from);
    const Lexicon& words = rules_.Words("byline_words").lexicon;
    for (std::size_t at = 0; at < inside.size(); ++at) {
      if (words.Longest(inside, at)) return true;
    }
  }
  return false;
}

// 柏林10月9日电: the place of a dateline.
bool Topic::IsSentFrom(const Sentence& sentence, const Mention& mention) {
  if (mention.kind != "place" || mention.text.start > kOfByline) return false;
  std::string_view text = sentence.block->text.str();
  auto date = std::ranges::lower_bound(sentence.quantities, mention.text.end, {},
                                       [](const Quantity& q) { return q.text.start; });
  return date != sentence.quantities.end() && date->value.dimension == Dimension::kDate &&
         date->text.start <= mention.text.end + 1 && text.substr(date->text.end).starts_with("电");
}

namespace {

// 记者从某集团获悉: where the news comes from, a company too.
bool IsAsked(std::string_view text, TextSpan name) {
  std::string_view before = text.substr(0, name.start);
  std::string_view behind = text.substr(name.end);
  return before.ends_with("从") && (behind.starts_with("获悉") || behind.starts_with("了解到"));
}

// Leeds in "The Leeds company": which one, not who.
bool SaysWhichCompany(std::string_view text, const Mention& mention, const RuleSet& rules) {
  std::string_view before = text.substr(0, mention.text.start);
  if (!before.ends_with("the ") && !before.ends_with("The ")) return false;
  std::size_t at = mention.text.end;
  if (at >= text.size() || text[at] != ' ') return false;
  std::size_t end = ++at;
  while (end < text.size() && (IsAsciiAlpha(text[end]) || text[end] == '-')) ++end;
  const WordList& nouns = rules.Words("company_nouns_en");
  auto noun = nouns.lexicon.Find(text.substr(at, end - at));
  return noun && (mention.kind == "place" || (mention.kind == "name" && nouns.values[*noun].empty()));
}

}  // namespace

// LONDON, May 12 —; "the Arizona-based maker": where, not who.
bool Topic::IsBesideTheMatter(const Sentence& sentence, const Mention& mention) const {
  std::string_view text = sentence.block->text.str();
  std::string_view name = text.substr(mention.text.start, mention.text.size());
  if (text.substr(mention.text.end).starts_with("-based") || SaysWhichCompany(text, mention, rules_))
    return true;
  if (mention.text.start < kOfByline && IsInByline(text, mention.text.end)) return true;
  if (IsSentFrom(sentence, mention) || IsAsked(text, mention.text)) return true;
  bool capitals = std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  // PORT SOLENNE, June 17 (Reuters) - of a place that no table knows.
  std::string_view behind = text.substr(mention.text.end, kOfDateline);
  bool dash = behind.find(" - ") != std::string_view::npos || behind.find(" — ") != std::string_view::npos ||
              behind.find(" – ") != std::string_view::npos;
  bool place = mention.kind == "place" || (mention.kind == "name" && dash);
  return place && mention.text.start == 0 && IsAsciiUpper(name.front()) && capitals && name.size() > 3;
}

bool Topic::IsSpeaker(const Sentence& sentence, const Mention& mention) const {
  // A company speaks of itself, an authority of others, and so does a company whose trade that is
  // where it gives data: of its own results it speaks as any other.
  bool speaks = mention.kind == "person" || mention.kind == "organization" || mention.kind == "media";
  bool reports = IsReporter(mention.text, sentence);
  if (speaks) return reports || IsQuoted(mention.text, sentence);
  if (mention.kind == "company") return reports && GivesData(mention.text, sentence);
  return mention.kind == "name" && (reports || GivesData(mention.text, sentence));
}

// "Idealista data show": of whom nothing is known but that.
bool Topic::GivesData(TextSpan name, const Sentence& sentence) const {
  std::string_view text = sentence.block->text.str();
  std::size_t end = name.end < text.size() && text[name.end] == ' ' ? name.end + 1 : name.end;
  const WordList& quoting = rules_.Words("quoting");
  auto words = quoting.lexicon.Longest(text, end);
  return words && quoting.values[words->value] == "data";
}

bool Topic::IsSpeaker(const Sentence& sentence, const Noun& noun) const {
  return (noun.kind == "person" || noun.kind == "organization" || noun.kind == "group") &&
         IsQuoted(noun.text, sentence);
}

// 国家统计局, the Met Office: whose trade it is to tell figures of others.
bool Topic::IsReporter(TextSpan name, const Sentence& sentence) const {
  std::string_view text = sentence.block->text.str();
  return rules_.Words("reporters").lexicon.LongestEndingAt(text, name.end, name.start).has_value();
}

// 与大英博物馆合作的展览…: a sentence does not begin with whom a preposition leads in.
bool Topic::IsLed(const Sentence& sentence, const Mention& mention) const {
  std::string_view text = sentence.block->text.str();
  std::size_t end = mention.text.start;
  if (end > sentence.text.start && text[end - 1] == ' ') --end;
  const WordList& marks = rules_.Words("subject_marks");
  auto mark = marks.lexicon.LongestEndingAt(text, end, sentence.text.start);
  return mention.kind != "place" && mark && marks.values[mark->value] != "none";
}

// 苏州新馆开放, 深圳企业主营…: a place right before a noun that it only tells apart.
bool Topic::OnlySaysWhich(const Sentence& sentence, const Mention& mention) const {
  std::string_view text = sentence.block->text.str();
  std::size_t end = mention.text.end;
  if (mention.kind != "place" || end >= text.size() || !IsHan(DecodeUtf8(text, end).value)) return false;
  return !rules_.Words("name_verbs").lexicon.Longest(text, end) &&
         !rules_.Words("name_stops").lexicon.Longest(text, end);
}

// “…并不属实。”市应急管理局副局长沈克定说: a body whose man speaks is not spoken of.
bool Topic::SpeaksThroughSomeone(const Sentence& sentence, const Mention& mention) const {
  if (mention.kind != "organization" && mention.kind != "name") return false;
  auto next = std::ranges::lower_bound(sentence.mentions, mention.text.end, {},
                                       [](const Mention& n) { return n.text.start; });
  if (next == sentence.mentions.end() || next->kind != "person") return false;
  std::string_view text = sentence.block->text.str();
  const WordList& leads = rules_.Words("name_leads");
  auto lead = leads.lexicon.LongestEndingAt(text, next->text.start, mention.text.end);
  return lead && leads.values[lead->value] == "person" &&
         next->text.start <= mention.text.end + kLongestTitle && IsSpeaker(sentence, *next);
}

// 某公司总裁李明, "Acme chief executive Jane Roe", "Jane Roe, head of sales at Acme".
std::optional<EntityRef> Topic::BodyOf(const Sentence& sentence, const Mention& person) const {
  std::string_view text = sentence.block->text.str();
  auto may = [](const Mention& m) {
    return m.kind == "company" || m.kind == "name";  // an authority speaks of others
  };
  auto at = std::ranges::lower_bound(sentence.mentions, person.text.start, {},
                                     [](const Mention& m) { return m.text.start; });
  if (at != sentence.mentions.begin()) {
    const Mention& before = *(at - 1);
    const WordList& leads = rules_.Words("name_leads");
    std::size_t end = person.text.start;
    if (end > 0 && text[end - 1] == ' ') --end;
    auto lead = leads.lexicon.LongestEndingAt(text, end, before.text.end);
    bool titled = lead && leads.values[lead->value] == "person" && before.text.end + kLongestTitle >= end;
    if (titled && may(before)) return RefOf(before, text);
  }
  auto next = std::ranges::lower_bound(sentence.mentions, person.text.end, {},
                                       [](const Mention& m) { return m.text.start; });
  if (next == sentence.mentions.end() || !may(*next)) return std::nullopt;
  std::string_view between = text.substr(person.text.end, next->text.start - person.text.end);
  bool titled = between.starts_with(", ") && between.size() <= kLongestTitle &&
                (between.ends_with(" of ") || between.ends_with(" at ") || between.ends_with(" of the "));
  return titled ? std::optional(RefOf(*next, text)) : std::nullopt;
}

void Topic::Hear(const Sentence& sentence, const Sentence* next) {
  speech_.reset();
  std::string_view said = sentence.str();
  bool quoted = said.ends_with("”") || said.ends_with("」");
  if (!quoted || next == nullptr) return;
  for (const Mention& m : next->mentions) {
    if (m.kind != "person") continue;
    // 荣达主席荣国栋在庭外说: a few words may stand before the verb.
    bool says = IsQuoted(m.text, *next);
    const Lexicon& quoting = rules_.Words("quoting").lexicon;
    std::string_view text = next->block->text.str();
    std::size_t end = std::min({next->ClauseAt(m.text.start).end, m.text.end + kBeforeVerb, text.size()});
    for (std::size_t at = m.text.end; at < end && !says; ++at) says = quoting.Longest(text, at).has_value();
    if (says && m.text.start <= next->text.start + 2 * kLongestTitle) speech_ = BodyOf(*next, m);
    return;
  }
}

// "Ortiz, who has led the response for four months, said each case …"
bool Topic::SpeaksBehindClause(TextSpan name, const Sentence& sentence) const {
  constexpr std::size_t kClauses = 2;
  constexpr std::string_view kMark = ", ";
  std::string_view text = sentence.block->text.str();
  auto end = std::ranges::lower_bound(sentence.clause_ends, name.end);
  if (end == sentence.clause_ends.end() || *end != name.end) return false;
  const Lexicon& quoting = rules_.Words("quoting").lexicon;
  for (std::size_t n = 0; n < kClauses && ++end != sentence.clause_ends.end(); ++n) {
    if (text.substr(*end).starts_with(kMark) && quoting.Longest(text, *end + kMark.size())) return true;
  }
  return false;
}

// A verb of saying behind the name (a date may stand between: 统计局9日发布数据) or before it, 据 or
// "according to" before it, or a colon behind it where it opens the sentence.
bool Topic::IsQuoted(TextSpan name, const Sentence& sentence) const {
  std::string_view text = sentence.block->text.str();
  const Lexicon& quoting = rules_.Words("quoting").lexicon;
  auto blank = [&](std::size_t at) { return at < text.size() && text[at] == ' ' ? at + 1 : at; };
  std::size_t end = blank(name.end);
  auto date =
      std::ranges::lower_bound(sentence.quantities, end, {}, [](const Quantity& q) { return q.text.start; });
  if (date != sentence.quantities.end() && date->value.dimension == Dimension::kDate &&
      date->text.start <= end + 3)
    end = PastHour(text, blank(date->text.end));
  if (quoting.Longest(text, end)) return true;
  if (SpeaksBehindClause(name, sentence)) return true;
  std::size_t start = name.start;
  for (std::string_view article : {"the ", "The "}) {
    if (text.substr(0, start).ends_with(article)) start -= article.size();
  }
  if (start > 0 && text[start - 1] == ' ') --start;
  auto mark = rules_.Words("subject_marks").lexicon.LongestEndingAt(text, start, sentence.text.start);
  if (mark && rules_.Words("subject_marks").values[mark->value] == "source") return true;
  if (name.start == sentence.text.start && name.end < text.size() &&
      (text[name.end] == ':' || text.substr(name.end).starts_with("：")))
    return true;
  return quoting.LongestEndingAt(text, start, sentence.text.start).has_value();
}

}  // namespace tally
