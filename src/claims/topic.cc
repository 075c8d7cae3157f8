#include "claims/topic.h"

#include <algorithm>

namespace tally {
namespace {

// How many sentences back a subject may have been named.
constexpr std::size_t kMemory = 4;

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
  if (!colon || clause_end - first.text.start > 40) return;
  for (const Mention& m : first.mentions) {
    if (m.text.end > clause_end || !KindFits(m.kind, {"person"})) continue;
    EntityRef turn = RefOf(m, text);
    if (speaker_ && speaker_->id != turn.id) other_speaker_ = speaker_;
    speaker_ = turn;
    return;
  }
}

void Topic::Note(const Sentence& sentence, const std::vector<EntityRef>& subjects) {
  std::vector<Mention> named;
  for (const EntityRef& subject : subjects) {
    const Entity* entity = rules_.FindEntity(subject.id);
    named.push_back(
        {{}, {}, subject.id, subject.name, entity == nullptr ? "name" : entity->kind, entity != nullptr});
  }
  for (const Mention& m : sentence.mentions) {
    // Who speaks is not what is spoken of.
    bool label = speaker_ && speaker_->id == m.id && m.text.end <= sentence.clause_ends.front();
    if (!label) named.push_back(m);
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
  if (IsOneOf(pronoun, {"他", "她", "he", "she", "He", "She"})) {
    return person_fits ? Current({"person"}) : Current(kinds);
  }
  return Current(kinds);
}

std::optional<EntityRef> Topic::Current(const std::vector<std::string>& kinds) const {
  for (auto sentence = recent_.rbegin(); sentence != recent_.rend(); ++sentence) {
    for (const Mention& m : *sentence) {
      if (KindFits(m.kind, kinds)) return EntityRef{m.id, m.name, m.name};
    }
  }
  for (const Mention& m : title_) {
    if (KindFits(m.kind, kinds)) return EntityRef{m.id, m.name, m.name};
  }
  return std::nullopt;
}

}  // namespace tally
