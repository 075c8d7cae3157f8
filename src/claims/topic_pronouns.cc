// The part of Topic that says whom a pronoun means.
#include <algorithm>

#include "claims/topic.h"

namespace tally {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

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
  if (speech_ && company_fits && IsOneOf(pronoun, {"我们", "公司", "本公司", "集团", "我司"})) return speech_;
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
  // 公司 is no court.
  if (MeansCompany(pronoun)) bodies.pop_back();
  bool body = company_fits &&
              !IsOneOf(pronoun, {"其", "它", "it", "its", "It", "Its", "they", "They", "后者", "前者"});
  bool several = IsOneOf(pronoun, {"they", "They", "their", "他们", "它们"});
  // "They found 69% occupied" is said of more than one.
  std::vector<std::string> others = kinds;
  if (several) std::erase(others, "person");
  if (others.empty() && !kinds.empty()) return std::nullopt;
  const std::vector<std::string>& wanted = body ? bodies : others;
  bool thing = IsThing(pronoun);
  if (IsTarget(pronoun)) {
    if (auto target = SecondCompany()) return target;
  }
  if (company_fits && IsThatCompany(pronoun)) {
    if (auto company = LastOf("company")) return company;
  }
  if (thing) {
    if (auto ranked = Ranked(wanted, true, nullptr)) return ranked;
  }
  auto first_choice = main_first ? MainOf(wanted) : RecentOf(wanted, thing || several);
  // "Cairn Head" may be anything: rather who the sentence before began with.
  const Main* main = main_first ? MainFor(wanted) : nullptr;
  if (main != nullptr && main->kind == "name" && !recent_.empty() && recent_.back().block == block_) {
    for (const Mention& m : recent_.back().named) {
      if (m.id == recent_.back().head && KindFits(m.kind, wanted)) return EntityRef{m.id, m.name, m.name};
    }
  }
  if (first_choice) return first_choice;
  // 公司 is no town.
  return Current(wanted);
}

bool Topic::IsThatCompany(std::string_view pronoun) {
  return IsOneOf(pronoun, {"该公司", "这家公司", "这一公司", "该企业", "该集团"});
}

bool Topic::MeansCompany(std::string_view pronoun) {
  for (std::string_view word : {"公司", "企业", "company", "firm", "startup", "start-up", "maker"}) {
    if (pronoun.find(word) != std::string_view::npos) return true;
  }
  return false;
}

bool Topic::IsTarget(std::string_view pronoun) {
  return IsOneOf(pronoun, {"the target", "The target", "标的公司", "目标公司", "被收购方"});
}

std::optional<EntityRef> Topic::NamedByEnding(std::string_view ending) const {
  auto ends = [&](std::string_view name) { return name.size() > ending.size() && name.ends_with(ending); };
  for (auto sentence = recent_.rbegin(); sentence != recent_.rend(); ++sentence) {
    for (auto m = sentence->named.rbegin(); m != sentence->named.rend(); ++m) {
      if (ends(m->name)) return EntityRef{m->id, m->name, m->name};
    }
  }
  for (const Main& main : main_) {
    if (!main.noun && (ends(main.ref.name) || ends(main.ref.text))) return main.ref;
  }
  return std::nullopt;
}

bool Topic::IsLatter(std::string_view pronoun) {
  return IsOneOf(pronoun, {"后者", "the latter", "The latter"});
}

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

// What was named last, whoever stood first; one that a preposition leads in (曾在英伟达任职) only where no
// other was.
std::optional<EntityRef> Topic::LastOf(std::string_view kind) const {
  const Mention* led = nullptr;
  for (auto sentence = recent_.rbegin(); sentence != recent_.rend(); ++sentence) {
    for (std::size_t i = sentence->named.size(); i > 0; --i) {
      const Mention& m = sentence->named[i - 1];
      if (m.kind != kind || m.text.empty()) continue;
      if (!sentence->led[i - 1]) return EntityRef{m.id, m.name, m.name};
      if (led == nullptr) led = &m;
    }
  }
  return led == nullptr ? std::nullopt : std::optional(EntityRef{led->id, led->name, led->name});
}

// The first or the second of the two that one of the last sentences names.
std::optional<EntityRef> Topic::OfPair(bool latter, const std::vector<std::string>& kinds) const {
  for (auto sentence = recent_.rbegin(); sentence != recent_.rend(); ++sentence) {
    std::vector<const Mention*> named;
    for (const Mention& m : sentence->named) {
      bool known = std::ranges::any_of(named, [&](const Mention* n) { return n->id == m.id; });
      if (m.text.size() > 0 && KindFits(m.kind, kinds) && !known) named.push_back(&m);
    }
    if (named.size() < 2) continue;
    if (named.size() > 2) return std::nullopt;  // of three, no one is the former
    const Mention& m = latter ? *named.back() : *named.front();
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
    for (const Mention& m : sentence->named) {
      if (KindFits(m.kind, kinds) && !(no_person && m.kind == "person"))
        return EntityRef{m.id, m.name, m.name};
    }
  }
  for (const Mention& m : title_) {
    if (KindFits(m.kind, kinds)) return EntityRef{m.id, m.name, m.name};
  }
  return std::nullopt;
}

}  // namespace tally
