// Everything that rules/ says, loaded, checked and indexed. Immutable after LoadRules; any number of threads
// may read it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/decimal.h"
#include "base/error.h"
#include "base/lexicon.h"
#include "rules/check_rule.h"
#include "rules/predicate_rule.h"
#include "rules/source_ranks.h"
#include "rules/thresholds.h"

namespace tally {

// A row of rules/entities/*.tsv.
struct Entity {
  std::string id;
  std::string kind;  // company, organization, person, product, event, programme, place, media
  std::string name;
  std::vector<std::string> aliases;  // folded; the name first
  std::vector<std::string> not_in;   // folded: longer strings in which an alias is something else
  std::map<std::string, std::string> facts;

  // The value of a fact, or empty.
  std::string_view Fact(const std::string& key) const;
};

// One spelling of an entity, folded, in its own case.
struct Alias {
  std::string spelling;
  std::uint32_t entity = 0;  // index into RuleSet::entities
};

// A row of rules/units/*.tsv: a unit's id and the factor to it.
struct Unit {
  std::string id;
  Decimal factor = 1;
};

// A word list of rules/words/: one spelling a line, an optional value after a tab.
struct WordList {
  Lexicon lexicon;                     // payload: index into values
  std::vector<std::string> values;     // empty strings where the file gives none
  std::vector<std::string> spellings;  // folded, in the file's order
};

// The name of a word list as the program writes it, with a hash that is made as the program is compiled:
// lists are asked for at every word of a text.
struct ListName {
  template <std::size_t N>
  consteval ListName(const char (&name)[N])  // NOLINT: a name is written as such
      : text(name, N - 1), hash(HashOf(text)) {}

  // FNV-1a, 32 bits.
  static constexpr std::uint32_t HashOf(std::string_view name) {
    std::uint32_t hash = 0x811C9DC5;
    for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
    return hash;
  }

  std::string_view text;
  std::uint32_t hash;
};

struct RuleSet {
  RuleSet() = default;
  RuleSet(RuleSet&&) = default;
  RuleSet& operator=(RuleSet&&) = default;

  std::string version;  // first 12 hexadecimal digits of the SHA-256 over all files

  std::vector<Entity> entities;  // sorted by id
  std::vector<Alias> aliases;
  Lexicon entity_aliases;  // payload: index into aliases
  Lexicon entity_not;      // strings that block the aliases inside them; payload: index into entities

  // One lexicon a unit file: currencies, durations, nouns, measures, scales, …; payload: index into the
  // file's units.
  struct UnitTable {
    Lexicon lexicon;
    std::vector<Unit> units;
  };
  std::map<std::string, UnitTable> units;  // by file name without ending
  std::map<std::string, WordList> words;   // by file name without ending

  Thresholds thresholds;
  SourceRanks source_ranks;
  std::vector<PredicateRule> predicates;  // sorted by id
  std::vector<CheckRule> checks;          // sorted by id

  const Entity* FindEntity(std::string_view id) const;
  const PredicateRule* FindPredicate(std::string_view id) const;
  // The predicate of a rule's claims: the rule itself, or of its families the first that takes figures of the
  // dimension, otherwise the last.
  const std::string& StandardPredicate(const PredicateRule& rule, std::string_view dimension) const;
  // These two are bugs of ours where the name is unknown: the loader has checked that all that C++ asks for
  // are there.
  const UnitTable& UnitsOf(const std::string& table) const;
  const WordList& Words(ListName list) const {
    if (list_slots.empty()) return words.at(std::string(list.text));
    for (std::uint32_t at = list.hash % kListSlots;; at = (at + 1) % kListSlots) {
      const ListSlot& slot = list_slots[at];
      if (slot.list == nullptr) return words.at(std::string(list.text));
      if (slot.hash == list.hash) return *slot.list;
    }
  }
  // For a name that is not written in the call.
  template <class Name>
  requires(!std::is_array_v<Name>) const WordList& Words(const Name& list) const {
    return words.at(std::string(list));
  }

  // Makes a table over the hashes of the names of `words`, which must not change afterwards. Without it, or
  // where two names have one hash, the names themselves are looked up.
  void IndexWords();
  struct ListSlot {
    std::uint32_t hash = 0;
    const WordList* list = nullptr;  // an element of `words`, where it stays when the set is moved
  };
  static constexpr std::uint32_t kListSlots = 1024;
  std::vector<ListSlot> list_slots;

  // Which of the tables and lists that are looked up at every word of a text may have a key at a place.
  static constexpr LexiconFilter::Mask kAlias = 1;
  static constexpr LexiconFilter::Mask kNotAlias = 2;
  static constexpr LexiconFilter::Mask kNameEnding = 4;
  static constexpr LexiconFilter::Mask kNameLead = 8;
  static constexpr LexiconFilter::Mask kGenericSubject = 16;
  LexiconFilter starts{16};
};

// A problem in a rule file: "predicates/investment.json:12:3: unknown key 'subjet'; allowed: subject, object,
// …".
struct RuleError {
  std::string file;
  std::size_t line = 0;  // 0 where the problem is of the whole file
  std::string message;
  std::size_t column = 0;  // in code points, from 1; 0 where the problem is of the whole line
  // In a predicate file: what the problem is of (RFC 6901), until PlaceErrors has turned it into line and
  // column; `at_key`: of the key rather than its value.
  std::optional<std::string> pointer = std::nullopt;
  bool at_key = false;
  std::string ToString() const;
};

// Thrown where rules that were loaded turn out broken as they are compiled.
class RuleErrors : public UserError {
 public:
  explicit RuleErrors(std::vector<RuleError> errors);
  const std::vector<RuleError>& errors() const { return errors_; }

 private:
  std::vector<RuleError> errors_;
};

struct RuleFile {
  std::string name;  // relative: "units/currencies.tsv"
  std::string content;
};

// The rules compiled into the program, extended by `directory` where that is not empty: a file of the same
// relative name replaces ours, another is added. Throws UserError where the directory cannot be read.
std::vector<RuleFile> CollectRuleFiles(const std::string& directory);

// Of each error that has a pointer, finds line and column in its file; sorts all by place.
void PlaceErrors(const std::vector<RuleFile>& files, std::vector<RuleError>& errors);
// "3 errors in the rules:" and a line for each.
std::string ErrorList(const std::vector<RuleError>& errors);

// Loads and checks all files. Errors are all collected; the rule set is usable only where there are none.
RuleSet LoadRules(const std::vector<RuleFile>& files, std::vector<RuleError>& errors);

}  // namespace tally
