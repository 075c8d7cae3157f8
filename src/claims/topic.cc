#include "claims/topic.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace tally {
namespace {

// How many sentences back a subject may have been named.
constexpr std::size_t kMemory = 4;
// So many of a document's names can be its subject.
constexpr std::size_t kMainKept = 24;
// The score of a noun that stands in the title or comes up three times.
constexpr std::size_t kShortestLabel = 6;  // bytes
constexpr std::size_t kLongestLabel = 36;
constexpr int kLeastOfANoun = 9;
constexpr int kLeastOfAnEvent = 6;  // told once in the first sentence
// Where the brackets of a byline may stand, and how long they are: bytes.
constexpr std::size_t kOfByline = 120;
constexpr std::size_t kLongestByline = 100;
// Before a noun that opens its clause: a mark, an article or an adjective ("The ", 本次). Bytes.
constexpr std::size_t kOpening = 14;

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

bool KindFits(std::string_view kind, const std::vector<std::string>& kinds) {
  if (kinds.empty() || std::ranges::find(kinds, kind) != kinds.end()) return true;
  if (kind != "name") return false;
  return std::ranges::any_of(kinds, [](const std::string& k) {
    return IsOneOf(k, {"company", "organization", "person"});
  });
}

EntityRef RefOf(const Mention& mention, std::string_view text) {
  return {mention.id, mention.name, std::string(text.substr(mention.text.start, mention.text.size()))};
}

bool NounFits(std::string_view kind, const std::vector<std::string>& kinds) {
  // Who or what heads the clause is its subject, whatever a rule expects.
  if (kind == "group" || kind == "thing") return true;
  return KindFits(kind, kinds) || (kind == "event" && KindFits("place", kinds));
}

void Topic::SetTitle(const std::vector<Sentence>& title) {
  for (const Sentence& sentence : title) {
    title_.insert(title_.end(), sentence.mentions.begin(), sentence.mentions.end());
  }
}

// "**主持人Brad：** …", "纳德拉:…": a mention of a person within the first clause that ends in a colon.
void Topic::StartBlock(const std::vector<Sentence>& block) {
  if (block.empty()) return;
  const Sentence& first = block.front();
  std::string_view text = first.block->text.str();
  std::size_t clause_end = first.clause_ends.front();
  bool colon =
      clause_end < text.size() && (text[clause_end] == ':' || text.substr(clause_end).starts_with("："));
  label_.reset();
  if (!colon || clause_end - first.text.start > 40) return;
  for (const Mention& m : first.mentions) {
    if (m.text.end > clause_end || !KindFits(m.kind, {"person"})) continue;
    EntityRef turn = RefOf(m, text);
    if (speaker_ && speaker_->id != turn.id) other_speaker_ = speaker_;
    speaker_ = turn;
    return;
  }
  SetLabel(first);
}

// 捷运蓝线: 全长24.8公里, 总经费…: what stands before the colon at the head of a block without figures is what the
// block is about, unless it is words for saying.
void Topic::SetLabel(const Sentence& first) {
  std::string_view text = first.block->text.str();
  TextSpan label{first.text.start, first.clause_ends.front()};
  while (label.start < label.end && (text[label.start] == ' ' || text[label.start] == '-')) ++label.start;
  if (first.block->heading || first.row || label.size() < kShortestLabel || label.size() > kLongestLabel) return;
  const Lexicon& quoting = rules_.Words("quoting").lexicon;
  if (quoting.LongestEndingAt(text, label.end, label.start)) return;
  bool figures = !first.quantities.empty() && first.quantities.front().text.start < label.end;
  bool told = first.quantities.empty() || first.text.end == label.end;
  if (figures || told) return;
  for (const Item& item : first.named) {
    if (item.text.start != label.start || item.text.end != label.end) continue;
    if (item.type == Item::Type::kMention) label_ = RefOf(first.mentions[item.index], text);
    return;
  }
  std::string name(text.substr(label.start, label.size()));
  if (!IsHan(DecodeUtf8(name, 0).value) || rules_.Words("not_labels").lexicon.Find(name)) return;
  label_ = EntityRef{std::string(kNounIdPrefix) + name, name, name};
}

void Topic::Note(const Sentence& sentence, const std::vector<EntityRef>& subjects) {
  std::vector<Mention> named;
  for (const EntityRef& subject : subjects) {
    if (subject.id.starts_with(kNounIdPrefix)) continue;
    const Entity* entity = rules_.FindEntity(subject.id);
    auto mention = std::ranges::find(sentence.mentions, subject.id, &Mention::id);
    std::string kind = mention != sentence.mentions.end() ? mention->kind
                       : entity == nullptr                ? "name"
                                                          : entity->kind;
    named.push_back({{}, {}, subject.id, subject.name, std::move(kind), entity != nullptr});
  }
  for (const Mention& m : sentence.mentions) {
    if (m.kind == "person" && !IsBesideTheMatter(sentence, m)) person_ = EntityRef{m.id, m.name, m.name};
    // Who speaks is not what is spoken of.
    bool label = speaker_ && speaker_->id == m.id && m.text.end <= sentence.clause_ends.front();
    if (!label && !IsSpeaker(sentence, m) && !IsBesideTheMatter(sentence, m)) named.push_back(m);
  }
  if (named.empty()) return;
  recent_.push_back(std::move(named));
  if (recent_.size() > kMemory) recent_.erase(recent_.begin());
}

std::optional<EntityRef> Topic::EmployerOf(const EntityRef& person) const {
  const Entity* entity = rules_.FindEntity(person.id);
  if (entity == nullptr) return std::nullopt;
  const Entity* employer = rules_.FindEntity(entity->Fact("employer"));
  if (employer == nullptr) return std::nullopt;
  return EntityRef{employer->id, employer->name, person.text};
}

// Who "you" is: the person that the title names, unless that one is speaking.
std::optional<EntityRef> Topic::Addressee() const {
  for (const Mention& m : title_) {
    if (m.kind == "person" && (!speaker_ || speaker_->id != m.id)) return EntityRef{m.id, m.name, m.name};
  }
  return other_speaker_;
}

bool Topic::IsDialogue(std::string_view pronoun) {
  return IsOneOf(pronoun, {"我", "我们", "we", "We", "你", "你们", "您", "you", "You"});
}

// 他, "she": a person, the one named last; then whoever may be one; otherwise what the kinds allow.
std::optional<EntityRef> Topic::CurrentPerson(const std::vector<std::string>& kinds) const {
  if (!KindFits("person", kinds)) return Current(kinds);
  if (person_) return person_;
  for (const Main& main : main_) {
    if (main.kind == "person") return main.ref;
  }
  return Current({"person"});
}

std::optional<EntityRef> Topic::Resolve(std::string_view pronoun,
                                        const std::vector<std::string>& kinds) const {
  bool person_fits = KindFits("person", kinds);
  bool company_fits = KindFits("company", kinds);
  bool first = IsOneOf(pronoun, {"我", "我们", "we", "We"});
  bool second = IsOneOf(pronoun, {"你", "你们", "您", "you", "You"});
  if (first || second) {
    std::optional<EntityRef> who = first ? speaker_ : Addressee();
    if (!who) return std::nullopt;
    bool plural = IsOneOf(pronoun, {"我们", "你们", "we", "We"});
    if (company_fits && (plural || !person_fits)) return EmployerOf(*who);
    return person_fits ? who : std::nullopt;
  }
  if (IsSomeone(pronoun)) return CurrentPerson(kinds);
  if (IsOfPair(pronoun)) return OfPair(IsLatter(pronoun), kinds);
  // 公司 and "the company" are whom the article is about, 该公司 and "it" whoever was named last.
  bool definite = (pronoun.starts_with("the ") || pronoun.starts_with("The ")) &&
                  !pronoun.ends_with("pair") && !pronoun.ends_with("companies") &&
                  !pronoun.ends_with("stock") && !pronoun.ends_with("shares");
  bool main_first = definite || IsOneOf(pronoun, {"公司", "本公司", "集团"});
  std::vector<std::string> bodies = {"company", "organization"};
  bool body = company_fits &&
              !IsOneOf(pronoun, {"其", "它", "it", "its", "It", "Its", "they", "They", "后者", "前者"});
  const std::vector<std::string>& wanted = body ? bodies : kinds;
  bool thing = IsThing(pronoun);
  if (IsOneOf(pronoun, {"the target", "The target", "标的公司", "目标公司", "被收购方"})) {
    if (auto target = SecondCompany()) return target;
  }
  if (company_fits && IsOneOf(pronoun, {"该公司", "这家公司", "这一公司", "该企业", "该集团"})) {
    if (auto company = LastOf("company")) return company;
  }
  auto first_choice = main_first ? MainOf(wanted) : RecentOf(wanted, thing);
  if (first_choice) return first_choice;
  return Current(kinds);
}

// 〔记者方敬文/台中报道〕 at the head of a block: who wrote it.
bool Topic::IsInByline(std::string_view text, std::size_t end) const {
  constexpr std::string_view kBrackets[][2] = {{"(", ")"}, {"【", "】"}, {"〔", "〕"}, {"[", "]"}, {"〈", "〉"}};
  for (const auto& [open, close] : kBrackets) {
    std::size_t from = text.substr(0, kOfByline).find(open);
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

// LONDON, May 12 —; "the Arizona-based maker": where, not who.
bool Topic::IsBesideTheMatter(const Sentence& sentence, const Mention& mention) const {
  std::string_view text = sentence.block->text.str();
  std::string_view name = text.substr(mention.text.start, mention.text.size());
  if (text.substr(mention.text.end).starts_with("-based")) return true;
  if (mention.text.start < kOfByline && IsInByline(text, mention.text.end)) return true;
  bool capitals = std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  return mention.kind == "place" && mention.text.start == 0 && IsAsciiUpper(name.front()) && capitals &&
         name.size() > 3;
}

bool Topic::IsSpeaker(const Sentence& sentence, const Mention& mention) const {
  // A company speaks of itself, an authority of others.
  bool speaks = mention.kind == "person" || mention.kind == "organization" || mention.kind == "media";
  return speaks && (IsReporter(mention.text, sentence) || IsQuoted(mention.text, sentence));
}

bool Topic::IsSpeaker(const Sentence& sentence, const Noun& noun) const {
  return (noun.kind == "person" || noun.kind == "organization" || noun.kind == "group") && IsQuoted(noun.text, sentence);
}

// 国家统计局, the Met Office: whose trade it is to tell figures of others.
bool Topic::IsReporter(TextSpan name, const Sentence& sentence) const {
  std::string_view text = sentence.block->text.str();
  return rules_.Words("reporters").lexicon.LongestEndingAt(text, name.end, name.start).has_value();
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
    end = blank(date->text.end);
  if (quoting.Longest(text, end)) return true;
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

// "the museum" is the Marlow Museum, where the document names one and no other.
const Topic::Main* Topic::BoundByHead(const Noun& noun, std::string_view text) const {
  if (std::size_t blank = text.rfind(' '); blank != std::string_view::npos) text.remove_prefix(blank + 1);
  const Main* bound = nullptr;
  for (const Main& main : main_) {
    const std::string& name = main.ref.text;
    bool ends = !main.noun && name.size() > text.size() + 1 && name[name.size() - text.size() - 1] == ' ' &&
                AsciiLower(name.substr(name.size() - text.size())) == AsciiLower(text);
    if (!ends || noun.kind == "person") continue;
    if (bound != nullptr) return nullptr;
    bound = &main;
  }
  return bound;
}

// 全市, 该省: the place of the tables that the text speaks of most, where none is named so.
const Topic::Main* Topic::MainPlace(std::string_view noun) const {
  if (!IsOneOf(noun, {"全市", "该市", "本市", "全省", "该省", "全县", "该县", "全州", "该州", "全区"})) return nullptr;
  for (const Main& main : main_) {
    if (main.kind == "place" && !main.noun && rules_.FindEntity(main.ref.id) != nullptr) return &main;
  }
  return nullptr;
}

// What 该厂, 全市 and 本院 end in, where a document names it (东昇化工厂, 青溪市): the best known one.
const Topic::Main* Topic::BoundByEnding(const Noun& noun, std::string_view text) const {
  if (!text.empty() && IsAsciiAlpha(text[0])) return BoundByHead(noun, text);
  constexpr std::string_view kDeterminers[] = {"该", "全", "本"};
  for (std::string_view determiner : kDeterminers) {
    if (!text.starts_with(determiner) || text.size() <= determiner.size()) continue;
    std::string_view ending = text.substr(determiner.size());
    for (const Main& main : main_) {
      bool named = !main.noun && (main.ref.text.ends_with(ending) || main.ref.name.ends_with(ending));
      if (named && (main.kind == noun.kind || main.kind == "name")) return &main;
    }
  }
  return nullptr;
}

EntityRef Topic::ResolveNoun(const Noun& noun, std::string_view text, bool modified) const {
  if (const Main* bound = BoundByEnding(noun, text))
    return {bound->ref.id, bound->ref.name, std::string(text)};
  if (const Main* place = MainPlace(text)) return {place->ref.id, place->ref.name, std::string(text)};
  if (noun.id == kHome && home_ != nullptr) return {home_->id, home_->name, std::string(text)};
  if (const Entity* entity = rules_.FindEntity(noun.id)) return {entity->id, entity->name, std::string(text)};
  if (noun.kind == "product" && (text.starts_with("该") || text.starts_with("此") || text.starts_with("这款"))) {
    if (auto last = LastOf("product")) return {last->id, last->name, std::string(text)};
  }
  const Main* bound = nullptr;
  bool several = false;
  for (const Main& main : main_) {
    bool whole = text.size() >= 6 && (static_cast<unsigned char>(text[0]) & 0x80) != 0;
    if (main.noun || !whole || main.ref.name.size() <= text.size() || !main.ref.name.ends_with(text))
      continue;
    several = several || bound != nullptr;
    bound = &main;
  }
  if (bound != nullptr && !several && !modified) return {bound->ref.id, bound->ref.name, std::string(text)};
  return {std::string(kNounIdPrefix) + std::string(noun.id), std::string(text), std::string(text)};
}

// Whom the title names counts most, then whom the first sentence does; nouns, places, people and authorities
// less than companies and events, which are more often what an article is about.
void Topic::Survey(const std::vector<std::vector<Sentence>>& blocks) {
  constexpr int kInTitle = 18;
  constexpr int kInLead = 12;
  constexpr int kOnce = 6;
  constexpr int kOpensTitle = 12;
  std::map<std::string, std::size_t> known;
  bool lead = true;
  bool titled = false;
  auto count = [&](EntityRef ref, std::string_view kind, bool noun, int score) {
    if (kind == "media") return;
    bool half = kind == "place" || kind == "person" || kind == "product";
    if (half || (noun && kind != "event")) score /= 2;
    if (kind == "group" || kind == "thing") return;
    auto [at, fresh] = known.try_emplace(ref.id, main_.size());
    if (fresh) main_.push_back({std::move(ref), std::string(kind), noun, 0});
    main_[at->second].score += score;
  };
  for (const std::vector<Sentence>& block : blocks) {
    for (const Sentence& sentence : block) {
      Field field = sentence.block->field;
      if (field == Field::kByline || field == Field::kFrontMatter) continue;
      bool body = field == Field::kBody && !sentence.block->heading;
      int score = body ? (lead ? kInLead : kOnce) : kInTitle;
      if (body) lead = false;
      std::string_view text = sentence.block->text.str();
      for (const Mention& m : sentence.mentions) {
        if (IsSpeaker(sentence, m) || IsBesideTheMatter(sentence, m)) continue;
        // Who opens the title does what the article tells.
        bool opens = field == Field::kTitle && !titled;
        titled = titled || opens;
        bool half = m.kind == "organization" && !opens;
        count(RefOf(m, text), m.kind, false, opens ? score + kOpensTitle : half ? score / 2 : score);
      }
      for (const Noun& noun : sentence.nouns) {
        if (IsSpeaker(sentence, noun)) continue;
        std::string words(text.substr(noun.text.start, noun.text.size()));
        if (noun.id == kHome && home_ != nullptr) {
          count({home_->id, home_->name, words}, home_->kind, false, score);
          continue;
        }
        // "cuts attacks by half": what a text is about opens a clause.
        bool acts = noun.text.start <= sentence.ClauseAt(noun.text.start).start + kOpening;
        count({std::string(kNounIdPrefix) + std::string(noun.id), words, words}, noun.kind, true,
              acts ? score : score / 2);
      }
    }
  }
  std::ranges::stable_sort(main_, [](const Main& x, const Main& y) { return x.score > y.score; });
  if (main_.size() > kMainKept) main_.resize(kMainKept);
}

std::optional<EntityRef> Topic::MainOf(const std::vector<std::string>& kinds) const {
  for (const Main& main : main_) {
    // A common noun that comes up in passing is not what a text is about.
    bool passing = main.noun && main.score < (main.kind == "event" ? kLeastOfAnEvent : kLeastOfANoun);
    if (!passing && (main.noun ? NounFits(main.kind, kinds) : KindFits(main.kind, kinds))) return main.ref;
  }
  return std::nullopt;
}

bool Topic::IsLatter(std::string_view pronoun) { return IsOneOf(pronoun, {"后者", "the latter", "The latter"}); }

bool Topic::IsOfPair(std::string_view pronoun) {
  return IsLatter(pronoun) || IsOneOf(pronoun, {"前者", "the former", "The former"});
}

// Whom the first company of a text buys.
std::optional<EntityRef> Topic::SecondCompany() const {
  bool first = true;
  for (const Main& main : main_) {
    if (main.noun || !KindFits(main.kind, {"company"}) || main.kind == "person") continue;
    if (!first) return main.ref;
    first = false;
  }
  return std::nullopt;
}

// What was named last, whoever stood first.
std::optional<EntityRef> Topic::LastOf(std::string_view kind) const {
  for (auto sentence = recent_.rbegin(); sentence != recent_.rend(); ++sentence) {
    for (auto m = sentence->rbegin(); m != sentence->rend(); ++m) {
      if (m->kind == kind && !m->text.empty()) return EntityRef{m->id, m->name, m->name};
    }
  }
  return std::nullopt;
}

// The first or the second of the two that one of the last sentences names.
std::optional<EntityRef> Topic::OfPair(bool latter, const std::vector<std::string>& kinds) const {
  for (auto sentence = recent_.rbegin(); sentence != recent_.rend(); ++sentence) {
    std::vector<const Mention*> named;
    for (const Mention& m : *sentence) {
      bool known = std::ranges::any_of(named, [&](const Mention* n) { return n->id == m.id; });
      if (m.text.size() > 0 && KindFits(m.kind, kinds) && !known) named.push_back(&m);
    }
    if (named.size() < 2) continue;
    const Mention& m = latter ? *named.back() : *named[named.size() - 2];
    return EntityRef{m.id, m.name, m.name};
  }
  return std::nullopt;
}

bool Topic::IsSomeone(std::string_view pronoun) {
  return IsOneOf(pronoun, {"他", "她", "he", "she", "He", "She"});
}

bool Topic::IsThing(std::string_view pronoun) { return IsOneOf(pronoun, {"it", "It", "its", "Its", "它"}); }

std::optional<EntityRef> Topic::RecentOf(const std::vector<std::string>& kinds, bool no_person) const {
  for (auto sentence = recent_.rbegin(); sentence != recent_.rend(); ++sentence) {
    for (const Mention& m : *sentence) {
      if (KindFits(m.kind, kinds) && !(no_person && m.kind == "person"))
        return EntityRef{m.id, m.name, m.name};
    }
  }
  for (const Mention& m : title_) {
    if (KindFits(m.kind, kinds)) return EntityRef{m.id, m.name, m.name};
  }
  return std::nullopt;
}

std::optional<EntityRef> Topic::Current(const std::vector<std::string>& kinds) const {
  if (label_) return label_;
  auto main = MainOf(kinds);
  return main ? main : RecentOf(kinds);
}

}  // namespace tally
