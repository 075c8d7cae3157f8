// What a text is about at a place: who was named before, who speaks, who is spoken to. Kept sentence by
// sentence; answers what 该公司, "it", 我们 and a missing subject stand for.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"
#include "claims/salience.h"
#include "claims/sentence.h"
#include "mentions/mention_reader.h"

namespace tally {

// The id of a common noun that no name is known for begins so: this-fire. Two documents never share one.
inline constexpr std::string_view kNounIdPrefix = kLocalIdPrefix;
// The id of the words for the country of the text itself (我国).
inline constexpr std::string_view kHome = "home";

class Topic {
 public:
  // `home`: the id of the country that 我国 and 全国 mean; empty where the document does not tell.
  Topic(const RuleSet& rules, const MentionReader& names, const SubjectPoints& points, std::string_view home)
      : rules_(rules), names_(names), points_(points), home_(rules.FindEntity(home)) {}

  // The title's mentions: the last resort of the whole document.
  void SetTitle(const std::vector<Sentence>& title);
  // Reads the beginning of a document, before its sentences one by one: whom it names most, and where, makes
  // its main subject.
  void Survey(const std::vector<std::vector<Sentence>>& blocks);
  // At the head of a block: notes the speaker of a dialogue ("纳德拉：…"), forgets what is too far behind.
  void StartBlock(const std::vector<Sentence>& block);
  // Before a sentence is read: `next` may tell who says it (“我们有300名员工。”某公司总裁李明说).
  void Hear(const Sentence& sentence, const Sentence* next);
  // After a sentence has been read; `subjects` are those of the claims in it, which outrank other names.
  void Note(const Sentence& sentence, const std::vector<EntityRef>& subjects);

  const RuleSet& rules() const { return rules_; }
  const MentionReader& names() const { return names_; }

  // Who a pronoun means, among the kinds that fit (empty: any).
  std::optional<EntityRef> Resolve(std::string_view pronoun, const std::vector<std::string>& kinds) const;
  // Whether a pronoun is one of the first or second person: it means a speaker, not a name in the text.
  static bool IsDialogue(std::string_view pronoun);
  // Whether a pronoun means no person: it, 它.
  static bool IsThing(std::string_view pronoun);
  // Whether it means one of two that were named: 前者, 后者, "the latter".
  static bool IsThatCompany(std::string_view pronoun);  // 该公司: the one named last
  static bool IsOfPair(std::string_view pronoun);
  static bool IsLatter(std::string_view pronoun);
  // Whether it means one person: he, 她.
  static bool IsSomeone(std::string_view pronoun);
  // Whether it means a company: 公司, "the firm".
  static bool MeansCompany(std::string_view pronoun);
  // Whether it means the one that is bought: 标的公司, "the target".
  static bool IsTarget(std::string_view pronoun);
  // The one whose name ends so among those named last, else among those that the text is about: 宜宾工厂 for
  // 厂 in 该厂. nullopt where none does.
  std::optional<EntityRef> NamedByEnding(std::string_view ending) const;
  // What stands before a colon at the head of the block and says what the block is about.
  const std::optional<EntityRef>& label() const { return label_; }
  // Who the text speaks of where a clause names no one. `why`: set to the points that decided.
  std::optional<EntityRef> Current(const std::vector<std::string>& kinds, std::string* why = nullptr) const;
  // What a common noun stands for: the name of the document that ends in it (临川商贸城 for 商贸城),
  // otherwise the noun itself, as an id that no other document shares in comparing. `modified`: a word before
  // the noun says which (公立大学), so that it is not the one named.
  EntityRef ResolveNoun(const Noun& noun, std::string_view text, bool modified) const;
  // A person or authority whose words the sentence gives: named right before or behind a verb of saying.
  bool IsSpeaker(const Sentence& sentence, const Mention& mention) const;
  bool IsSpeaker(const Sentence& sentence, const Noun& noun) const;
  // A verb of saying stands right behind a name or pronoun, or before it.
  bool IsQuoted(TextSpan name, const Sentence& sentence) const;
  // The place of a dateline, who wrote the text, "Arizona" in "the Arizona-based maker": no subject.
  bool IsBesideTheMatter(const Sentence& sentence, const Mention& mention) const;
  // A preposition leads it in.
  bool IsLed(const Sentence& sentence, const Mention& mention) const;
  // The company or body that a person speaks for, named beside the one: 某公司总裁李明, "Jane Roe, head of
  // Acme".
  std::optional<EntityRef> BodyOf(const Sentence& sentence, const Mention& person) const;
  // The speaker of the dialogue turn, where there is one.
  const std::optional<EntityRef>& speaker() const { return speaker_; }

 private:
  std::optional<EntityRef> LastOf(std::string_view kind) const;
  std::optional<EntityRef> SecondCompany() const;
  std::optional<EntityRef> OfPair(bool latter, const std::vector<std::string>& kinds) const;
  std::optional<EntityRef> MainOf(const std::vector<std::string>& kinds) const;
  std::optional<EntityRef> Ranked(const std::vector<std::string>& kinds, bool it, std::string* why) const;
  std::optional<EntityRef> RecentOf(const std::vector<std::string>& kinds, bool no_person = false) const;
  std::optional<EntityRef> CurrentPerson(const std::vector<std::string>& kinds) const;
  std::optional<EntityRef> Addressee() const;
  std::optional<EntityRef> EmployerOf(const EntityRef& person) const;

  struct Main {
    EntityRef ref;
    std::string kind;
    bool noun = false;
    int score = 0;
  };

  // Those that a sentence names, but for who only speaks.
  struct Recent {
    std::vector<Mention> named;  // the subjects of its claims first
    std::vector<bool> led;       // of each: a preposition leads it in
    std::size_t subjects = 0;    // how many those are
    std::string head;            // the id of what it begins with; empty where that is no name
    bool goes_on = false;        // it ends in a semicolon
    std::size_t sentence = 0;
    std::size_t block = 0;
  };
  const Main* MainFor(const std::vector<std::string>& kinds) const;

  bool IsInByline(std::string_view text, std::size_t end) const;
  bool SpeaksBehindClause(TextSpan name, const Sentence& sentence) const;
  static bool IsSentFrom(const Sentence& sentence, const Mention& mention);
  bool SpeaksThroughSomeone(const Sentence& sentence, const Mention& mention) const;
  bool OnlySaysWhich(const Sentence& sentence, const Mention& mention) const;
  bool IsReporter(TextSpan name, const Sentence& sentence) const;
  bool GivesData(TextSpan name, const Sentence& sentence) const;
  const Main* MainPlace(std::string_view noun) const;
  const Main* BoundByHead(const Noun& noun, std::string_view text) const;
  bool IsEventCalled(const Main& main, std::string_view noun_id) const;
  const Main* EventOf(const Noun& noun, std::string_view text) const;
  void NoteIndefinite(const Sentence& sentence, const Noun& noun);
  const Main* BoundByEnding(const Noun& noun, std::string_view text) const;

  const RuleSet& rules_;
  const MentionReader& names_;
  const SubjectPoints& points_;
  const Entity* home_;
  std::vector<Main> main_;  // best first
  std::vector<Mention> title_;
  std::set<std::string, std::less<>>
      indefinite_;              // ids of events of which the text tells another than the named one
  std::vector<Recent> recent_;  // by sentence, the last one at the back
  std::size_t sentence_ = 0;    // the number of the one that is being read
  std::size_t block_ = 0;
  void SetLabel(const Sentence& first);

  std::optional<EntityRef> label_;   // what stands before a colon at the head of the block
  std::optional<EntityRef> person_;  // who was named last, also as a speaker
  std::optional<EntityRef> speaker_;
  std::optional<EntityRef> speech_;         // whose man says the sentence that is being read
  std::optional<EntityRef> other_speaker_;  // who spoke before the speaker
};

// Whether a kind fits a slot; "name" (a name by shape) fits where companies, organizations or persons do.
bool KindFits(std::string_view kind, const std::vector<std::string>& kinds);
// The same for a common noun: where a place may stand, so may what happened there.
bool NounFits(std::string_view kind, const std::vector<std::string>& kinds);
EntityRef RefOf(const Mention& mention, std::string_view text);

}  // namespace tally
