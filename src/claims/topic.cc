#include "claims/topic.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::string_view kStorm = "typhoon";  // the id of words for one in generic_subjects.txt

// How many sentences back a subject may have been named.
constexpr std::size_t kMemory = 4;
// So many of a document's names can be its subject.
constexpr std::size_t kMainKept = 24;
// Before a name that begins its sentence: a mark, an article. Bytes.
constexpr std::size_t kHead = 6;
// A label before a colon, in bytes.
constexpr std::size_t kShortestLabel = 6;
constexpr std::size_t kLongestLabel = 36;
// The score of a noun that stands in the title or comes up three times.
constexpr int kLeastOfANoun = 9;
constexpr int kLeastOfAnEvent = 6;  // told once in the first sentence
// Before a noun that opens its clause: a mark, an article or an adjective ("The ", 本次). Bytes.
constexpr std::size_t kOpening = 14;

// The id of the words for a party that was named (该党, "the party").
constexpr std::string_view kParties = "parties";

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
  ++block_;
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

// 捷运蓝线: 全长24.8公里, 总经费…: what stands before the colon at the head of a block without figures is
// what the block is about, unless it is words for saying.
void Topic::SetLabel(const Sentence& first) {
  std::string_view text = first.block->text.str();
  TextSpan label{first.text.start, first.clause_ends.front()};
  while (label.start < label.end && (text[label.start] == ' ' || text[label.start] == '-')) ++label.start;
  if (first.block->heading || first.row || label.size() < kShortestLabel || label.size() > kLongestLabel)
    return;
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
  if (!IsHan(DecodeUtf8(name, 0).value) || rules_.Words("not_labels").lexicon.Find(name) ||
      names_.HoldsCue(name))
    return;
  label_ = EntityRef{std::string(kNounIdPrefix) + name, name, name};
}

void Topic::Note(const Sentence& sentence, const std::vector<EntityRef>& subjects) {
  Recent recent;
  recent.sentence = sentence_++;
  recent.block = block_;
  std::vector<Mention>& named = recent.named;
  for (const EntityRef& subject : subjects) {
    if (subject.id.starts_with(kNounIdPrefix)) continue;
    const Entity* entity = rules_.FindEntity(subject.id);
    auto mention = std::ranges::find(sentence.mentions, subject.id, &Mention::id);
    std::string kind = mention != sentence.mentions.end() ? mention->kind
                       : entity == nullptr                ? "name"
                                                          : entity->kind;
    named.push_back({{}, {}, subject.id, subject.name, std::move(kind), entity != nullptr});
    recent.led.push_back(false);
  }
  recent.subjects = named.size();
  recent.goes_on = sentence.str().ends_with(";");
  for (const Mention& m : sentence.mentions) {
    if (m.kind == "person" && !IsBesideTheMatter(sentence, m)) person_ = EntityRef{m.id, m.name, m.name};
    // Who speaks is not what is spoken of.
    bool label = speaker_ && speaker_->id == m.id && m.text.end <= sentence.clause_ends.front();
    if (!label && !IsSpeaker(sentence, m) && !IsBesideTheMatter(sentence, m) &&
        !SpeaksThroughSomeone(sentence, m)) {
      bool first = &m == &sentence.mentions.front() && m.text.start <= sentence.text.start + kHead;
      bool led = IsLed(sentence, m);
      if (first && !led && !OnlySaysWhich(sentence, m)) recent.head = m.id;
      named.push_back(m);
      recent.led.push_back(led);
    }
  }
  if (named.empty()) {
    // A sentence that names nobody goes on about the one before.
    bool goes_on = sentence.mentions.empty() && !recent_.empty() && recent_.back().block == block_ &&
                   recent_.back().sentence + 1 == recent.sentence;
    if (goes_on) recent_.back().sentence = recent.sentence;
    return;
  }
  recent_.push_back(std::move(recent));
  if (recent_.size() > kMemory) recent_.erase(recent_.begin());
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

// The Cedar Gulch Fire and Hurricane Milton, whose names end or begin with a word for such an event.
bool Topic::IsEventCalled(const Main& main, std::string_view noun_id) const {
  if (main.noun || (main.kind != "event" && main.kind != "name")) return false;
  const WordList& nouns = rules_.Words("generic_subjects");
  std::string_view name = main.ref.text;
  auto is_word = [&](const std::optional<Lexicon::Hit>& hit) {
    constexpr std::string_view kEvent = "event ";
    if (!hit || hit->length == name.size()) return false;
    std::string_view value = nouns.values[hit->value];
    return value.starts_with(kEvent) && value.substr(kEvent.size()) == noun_id;
  };
  // Hurricane Milton, but not Flood Re and Blaze Pizza.
  bool leads = main.kind == "event" && noun_id == kStorm;
  return is_word(nouns.lexicon.LongestEndingAt(name, name.size(), 0)) ||
         (leads && is_word(nouns.lexicon.Longest(name, 0)));
}

// "A cyclone hit Mozambique", "this week's storm", 又一场山火: another than the one that has a name.
void Topic::NoteIndefinite(const Sentence& sentence, const Noun& noun) {
  if (noun.kind != "event") return;
  std::string_view before = std::string_view(sentence.block->text.str()).substr(0, noun.text.start);
  for (std::string_view word :
       {" a ", "A ", " an ", "An ", "nother ", "'s ", "一场", "又一", "另一", "一起", "一次"}) {
    if (before.ends_with(word)) indefinite_.emplace(noun.id);
  }
}

// "the blaze", "the storm", 台风: the Cedar Gulch Fire, Hurricane Milton, 台风苏力, where the document names
// one and no other, or the one of several that it named last.
const Topic::Main* Topic::EventOf(const Noun& noun, std::string_view text) const {
  if (noun.kind != "event" || text.ends_with("s") || indefinite_.contains(noun.id)) return nullptr;
  auto is_one = [&](const Main& main) { return IsEventCalled(main, noun.id); };
  const Main* bound = nullptr;
  bool several = false;
  for (const Main& main : main_) {
    if (!is_one(main)) continue;
    several = several || bound != nullptr;
    if (bound == nullptr) bound = &main;
  }
  if (!several) return bound;
  for (auto sentence = recent_.rbegin(); sentence != recent_.rend(); ++sentence) {
    for (auto m = sentence->named.rbegin(); m != sentence->named.rend(); ++m) {
      for (const Main& main : main_) {
        if (main.ref.id == m->id && is_one(main)) return &main;
      }
    }
  }
  return nullptr;
}

// 全市, 该省: the place of the tables that the text speaks of most, where none is named so.
const Topic::Main* Topic::MainPlace(std::string_view noun) const {
  if (!IsOneOf(noun, {"全市", "该市", "本市", "全省", "该省", "全县", "该县", "全州", "该州", "全区"}))
    return nullptr;
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
      bool works = main.kind == "company" && IsOneOf(noun.id, {"plant", "mine", "shop", "station"});
      if (named && (main.kind == noun.kind || main.kind == "name" || works)) return &main;
    }
  }
  return nullptr;
}

EntityRef Topic::ResolveNoun(const Noun& noun, std::string_view text, bool modified) const {
  if (const Main* bound = BoundByEnding(noun, text))
    return {bound->ref.id, bound->ref.name, std::string(text)};
  if (const Main* event = modified ? nullptr : EventOf(noun, text))
    return {event->ref.id, event->ref.name, std::string(text)};
  if (const Main* place = MainPlace(text)) return {place->ref.id, place->ref.name, std::string(text)};
  if (noun.id == kHome && home_ != nullptr) return {home_->id, home_->name, std::string(text)};
  if (const Entity* entity = rules_.FindEntity(noun.id)) return {entity->id, entity->name, std::string(text)};
  if (noun.kind == "product" &&
      (text.starts_with("该") || text.starts_with("此") || text.starts_with("这款"))) {
    if (auto last = LastOf("product")) return {last->id, last->name, std::string(text)};
  }
  if (noun.id == kParties && !modified) {
    if (auto last = Ranked({"organization"}, true, nullptr)) return {last->id, last->name, std::string(text)};
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
  std::map<std::string, std::size_t, std::less<>> known;
  bool lead = true;
  bool titled = false;
  std::string noun_id;
  auto count = [&](std::string_view id, std::string_view name, std::string_view words, std::string_view kind,
                   bool noun, int score) {
    if (kind == "media") return;
    bool half = kind == "place" || kind == "person" || kind == "product";
    if (half || (noun && kind != "event")) score /= 2;
    if (kind == "group" || kind == "thing") return;
    auto at = known.find(id);
    if (at == known.end()) {
      at = known.emplace(id, main_.size()).first;
      main_.push_back({{std::string(id), std::string(name), std::string(words)}, std::string(kind), noun, 0});
    }
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
      // 登革热病例周增213例: what opens the title may be a common noun.
      bool noun_opens = field == Field::kTitle && !titled && !sentence.nouns.empty() &&
                        (sentence.mentions.empty() ||
                         sentence.nouns.front().text.start < sentence.mentions.front().text.start);
      titled = titled || noun_opens;
      for (const Mention& m : sentence.mentions) {
        if (IsSpeaker(sentence, m) || IsBesideTheMatter(sentence, m)) continue;
        // Who opens the title does what the article tells.
        bool opens = field == Field::kTitle && !titled && !OnlySaysWhich(sentence, m);
        titled = titled || opens;
        bool half = m.kind == "organization" && !opens;
        count(m.id, m.name, text.substr(m.text.start, m.text.size()), m.kind, false,
              opens  ? score + kOpensTitle
              : half ? score / 2
                     : score);
      }
      for (const Noun& noun : sentence.nouns) {
        if (IsSpeaker(sentence, noun)) continue;
        NoteIndefinite(sentence, noun);
        std::string_view words = text.substr(noun.text.start, noun.text.size());
        if (noun.id == kHome && home_ != nullptr) {
          count(home_->id, home_->name, words, home_->kind, false, score);
          continue;
        }
        // "cuts attacks by half": what a text is about opens a clause.
        bool acts = noun.text.start <= sentence.ClauseAt(noun.text.start).start + kOpening;
        bool first = noun_opens && &noun == &sentence.nouns.front();
        noun_id = kNounIdPrefix;
        noun_id += noun.id;
        count(noun_id, words, words, noun.kind, true, first ? score + kOpensTitle : acts ? score : score / 2);
      }
    }
  }
  // What is said of "the blaze" counts for the fire that has a name, of several the one that the text is
  // about.
  for (Main& noun : main_) {
    if (!noun.noun || noun.kind != "event") continue;
    std::string_view id = std::string_view(noun.ref.id).substr(kNounIdPrefix.size());
    if (indefinite_.contains(id)) continue;
    Main* named = nullptr;
    for (Main& main : main_) {
      if (IsEventCalled(main, id) && (named == nullptr || main.score > named->score)) named = &main;
    }
    if (named == nullptr) continue;
    named->score += noun.score;
    noun.score = 0;
  }
  std::vector<std::size_t> best(main_.size());
  std::iota(best.begin(), best.end(), std::size_t{0});
  std::size_t kept = std::min(best.size(), kMainKept);
  std::ranges::partial_sort(
      best, best.begin() + static_cast<std::ptrdiff_t>(kept), [&](std::size_t x, std::size_t y) {
        return main_[x].score != main_[y].score ? main_[x].score > main_[y].score : x < y;
      });
  std::vector<Main> main;
  main.reserve(kept);
  for (std::size_t i = 0; i < kept; ++i) main.push_back(std::move(main_[best[i]]));
  main_ = std::move(main);
}

const Topic::Main* Topic::MainFor(const std::vector<std::string>& kinds) const {
  for (const Main& main : main_) {
    // A common noun that comes up in passing is not what a text is about.
    bool passing = main.noun && main.score < (main.kind == "event" ? kLeastOfAnEvent : kLeastOfANoun);
    if (!passing && (main.noun ? NounFits(main.kind, kinds) : KindFits(main.kind, kinds))) return &main;
  }
  return nullptr;
}

std::optional<EntityRef> Topic::MainOf(const std::vector<std::string>& kinds) const {
  const Main* main = MainFor(kinds);
  return main == nullptr ? std::nullopt : std::optional(main->ref);
}

std::optional<EntityRef> Topic::Current(const std::vector<std::string>& kinds, std::string* why) const {
  if (label_) return label_;
  bool body = KindFits("company", kinds) || KindFits("organization", kinds);
  if (speech_ && body) return speech_;
  if (auto ranked = Ranked(kinds, false, why)) return ranked;
  return RecentOf(kinds);
}

}  // namespace tally
