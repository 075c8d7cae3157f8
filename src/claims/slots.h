// Fills the subject and object of a claim around a cue: named in the clause, in the sentence, meant by a
// pronoun, or carried from the sentences before.
#pragma once

#include <optional>

#include "claims/sentence.h"
#include "claims/topic.h"
#include "rules/predicate_rule.h"

namespace tally {

struct Filler {
  EntityRef ref;
  std::optional<std::size_t> item;  // of what the sentence names; none where it was carried
  int cost = 0;                     // percent points of confidence
  std::string how;                  // for the trace: "named in the clause"
  bool led = false;                 // by a preposition: what is said goes on about someone else
};

class SlotFiller {
 public:
  SlotFiller(const Sentence& sentence, const Topic& topic) : sentence_(sentence), topic_(topic) {}

  // `anchor`: from the cue to the value, whichever comes first to whichever ends last; `value`: its item.
  std::optional<Filler> Subject(const SlotRule& slot, TextSpan anchor, std::size_t value);
  // Whom a phrase has as its object: no other slot is filled with what stands there.
  void Reserve(TextSpan object) { reserved_ = object; }
  // Never the subject again.
  std::optional<Filler> Object(const SlotRule& slot, TextSpan anchor, const std::optional<Filler>& subject);

  // Whether the clause of the anchor names a company, body or person before it that acts itself.
  bool ClauseNamesActor(TextSpan anchor) const;
  // What an item stands for in a slot of these kinds; nullopt where it does not fit.
  std::optional<EntityRef> Meaning(const Item& item, const std::vector<std::string>& kinds) const;

 private:
  bool IsMarked(std::size_t item) const;
  bool IsModified(const Item& item) const;
  bool SaysOfItself(const Mention& body, std::size_t pronoun) const;
  bool OpensClause(const Item& item) const;
  std::size_t ModifiersStart(const Item& item) const;
  void AddModifiers(const Item& item, EntityRef& ref) const;
  bool HeadsClause(const Item& item) const;
  bool OpensWithAdjectives(const Item& noun) const;
  bool NamesWhose(std::size_t pronoun, TextSpan part) const;
  bool IsQuotedProduct(const Item& item) const;
  bool IsOwner(const Item& item) const;
  bool IsRelative(TextSpan clause) const;
  bool IsApposition(TextSpan clause) const;
  bool IsModifierName(const Mention& m) const;
  bool IsBeforeTitle(TextSpan body) const;
  bool OwnsPerson(const Mention& m) const;
  bool IsApposed(const Item& noun) const;
  std::size_t EndBeforeCue(std::size_t cue) const;
  bool SpeaksInClause(TextSpan name) const;
  std::optional<Filler> ComparedOwner(TextSpan value, const SlotRule& slot) const;
  bool StandsBeforeNoun(const Mention& place) const;
  std::optional<EntityRef> ProductBefore(const Item& item) const;
  std::optional<EntityRef> PlaceBefore(const Item& item) const;
  std::optional<EntityRef> WhoSpeaks(const Item& pronoun, const std::vector<std::string>& kinds) const;
  std::optional<Filler> HeadOf(TextSpan clause, std::size_t end) const;
  std::optional<Filler> DefiniteHead(TextSpan clause) const;
  std::optional<Filler> AgedPerson(TextSpan clause, const SlotRule& slot) const;
  bool IsLabel(TextSpan clause) const;
  int ClassOf(const Item& item) const;
  std::optional<Filler> Distributed(const SlotRule& slot, std::size_t value) const;
  bool IsListed(std::size_t first, std::size_t second) const;
  std::optional<Filler> Antecedent(TextSpan clause, const SlotRule& slot) const;
  std::optional<Filler> Attributed(TextSpan value, const SlotRule& slot) const;
  std::optional<Filler> Adjacent(TextSpan value, const SlotRule& slot) const;
  std::optional<Filler> OfOwnClause(const SlotRule& slot, TextSpan anchor, TextSpan value) const;
  std::optional<Filler> HeadBehindClause(TextSpan part, const SlotRule& slot) const;
  std::optional<Filler> TotalOfList(TextSpan value, const SlotRule& slot) const;
  std::optional<Filler> OfAge(std::size_t value, const SlotRule& slot) const;
  std::optional<Filler> AgedNoun(TextSpan age) const;
  std::optional<Filler> CountedHead(TextSpan clause, std::size_t value) const;
  bool OpensWithTime(std::size_t value) const;
  bool IsPassing(const Filler& named, const SlotRule& slot) const;
  std::optional<Filler> RelativeHan(TextSpan value, const SlotRule& slot) const;
  std::optional<Filler> Relative(TextSpan anchor, const SlotRule& slot) const;
  bool Speaks(const Item& item, const std::vector<std::string>& kinds) const;
  std::optional<Filler> SubjectOfRow(const SlotRule& slot, TextSpan value) const;
  std::optional<Filler> SubjectNamed(const SlotRule& slot, TextSpan anchor, std::size_t value) const;
  std::optional<EntityRef> EarlierInSentence(const Item& pronoun,
                                             const std::vector<std::string>& kinds) const;
  std::optional<EntityRef> OneOfTwo(std::size_t last, bool latter,
                                    const std::vector<std::string>& kinds) const;
  std::optional<Filler> Agent(TextSpan part, const SlotRule& slot) const;
  std::optional<Filler> Possessor(TextSpan part, const SlotRule& slot) const;
  std::optional<Filler> ObjectNamed(const SlotRule& slot, TextSpan anchor,
                                    const std::optional<Filler>& subject) const;
  std::optional<Filler> PlaceIn(TextSpan part, const SlotRule& slot) const;
  std::optional<Filler> FirstIn(TextSpan part, const SlotRule& slot, bool marked,
                                const std::string* not_id) const;

  const Sentence& sentence_;
  const Topic& topic_;
  bool skips_speakers_ = false;
  bool dates_ = false;                // the figure is a date: what is done tells more than who does it
  bool opening_time_ = false;         // the figure is a time at the head of the sentence
  bool any_place_ = false;            // also one that does not open its clause
  std::optional<TextSpan> reserved_;  // see Reserve
};

}  // namespace tally
