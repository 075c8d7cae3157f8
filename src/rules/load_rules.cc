// Loads the tables and word lists, and hands rules/predicates/ and rules/checks/ to load_predicates.cc
// and load_checks.cc. Every error is
// collected, none thrown.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/fold.h"
#include "base/sha256.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "rules/list_names.h"
#include "rules/load_checks.h"
#include "rules/load_predicates.h"
#include "rules/load_settings.h"
#include "rules/rule_set.h"
#include "rules/table_file.h"

namespace tally {
namespace {

constexpr std::string_view kEntityKinds[] = {"company", "organization", "person", "product",
                                             "event",   "programme",    "place",  "media"};

constexpr const char* kWhatRulesHold =
    "rules hold entities/*.tsv, units/*.tsv, words/*.txt, predicates/*.json, checks/*.json, thresholds.tsv "
    "and sources.tsv, not this file";

// Adds a key, and where Latin and Han letters meet in it also the writing with a blank between them ("CPU
// 核心").
void AddSpaced(Lexicon& lexicon, const std::string& key, std::uint32_t value) {
  lexicon.Add(key, value);
  bool alnum = std::ranges::any_of(key, IsAsciiAlnum);
  bool wide = std::ranges::any_of(key, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (!alnum || !wide) return;
  std::string spaced;
  char32_t last = 0;
  for (std::size_t at = 0; at < key.size();) {
    CodePoint c = DecodeUtf8(key, at);
    bool seam = (IsHan(last) && c.value < 0x80 && IsAsciiAlnum(static_cast<char>(c.value))) ||
                (IsHan(c.value) && last < 0x80 && last != 0 && IsAsciiAlnum(static_cast<char>(last)));
    if (seam) spaced.push_back(' ');
    AppendUtf8(c.value, spaced);
    last = c.value;
    at += c.length;
  }
  if (spaced != key) lexicon.Add(spaced, value);
}

// The first eight bytes as a number, the first the highest; 0 behind the end of a shorter id.
std::uint64_t HeadOf(std::string_view id) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i)
    head = head << 8 | (i < id.size() ? static_cast<unsigned char>(id[i]) : 0u);
  return head;
}

struct Loader {
  RuleSet& rules;
  std::vector<RuleError>& errors;
  std::set<std::string> entity_ids;

  void Error(const RuleFile& file, std::size_t line, std::string message) {
    errors.push_back({file.name, line, std::move(message)});
  }

  void Entities(const RuleFile& file) {
    for (const TableRow& row : ReadTable(file.content)) {
      if (row.cells.size() != 7) {
        Error(file, row.line,
              fmt::format(
                  "an entity has 7 columns (id, kind, name, aliases, not, facts, note), this line has {}",
                  row.cells.size()));
        continue;
      }
      Entity entity;
      entity.id = row.cells[0];
      entity.kind = row.cells[1];
      entity.name = row.cells[2];
      if (!entity_ids.insert(entity.id).second) {
        Error(file, row.line, fmt::format("the entity id '{}' stands twice", entity.id));
      }
      if (std::ranges::find(kEntityKinds, entity.kind) == std::end(kEntityKinds)) {
        Error(file, row.line,
              fmt::format("unknown kind '{}'; allowed: {}", entity.kind, fmt::join(kEntityKinds, ", ")));
      }
      entity.aliases.push_back(Fold(entity.name));
      for (const std::string& alias : SplitList(row.cells[3], '|')) entity.aliases.push_back(Fold(alias));
      for (const std::string& other : SplitList(row.cells[4], '|')) entity.not_in.push_back(Fold(other));
      for (const std::string& fact : SplitList(row.cells[5], ';')) {
        auto equals = fact.find('=');
        if (equals == std::string::npos) {
          Error(file, row.line, fmt::format("the fact '{}' is not of the form key=value", fact));
          continue;
        }
        entity.facts[fact.substr(0, equals)] = fact.substr(equals + 1);
      }
      rules.entities.push_back(std::move(entity));
    }
  }

  void Units(const RuleFile& file, const std::string& table_name) {
    RuleSet::UnitTable& table = rules.units[table_name];
    for (const TableRow& row : ReadTable(file.content)) {
      if (row.cells.size() != 3) {
        Error(
            file, row.line,
            fmt::format("a unit has 3 columns (id, spellings, factor), this line has {}", row.cells.size()));
        continue;
      }
      auto factor = Decimal::Parse(row.cells[2]);
      if (!factor || factor->is_zero() || factor->is_negative()) {
        Error(file, row.line, fmt::format("the factor '{}' is not a positive decimal number", row.cells[2]));
        continue;
      }
      auto index = static_cast<std::uint32_t>(table.units.size());
      table.units.push_back({row.cells[0], *factor});
      for (const std::string& spelling : SplitList(row.cells[1], '|')) {
        AddSpaced(table.lexicon, Fold(spelling), index);
      }
    }
  }

  void Words(const RuleFile& file, const std::string& list_name) {
    WordList& list = rules.words[list_name];
    for (const TableRow& row : ReadTable(file.content)) {
      if (row.cells.size() > 2) {
        Error(file, row.line, "a word list has one spelling a line, and at most one value after a tab");
        continue;
      }
      auto index = static_cast<std::uint32_t>(list.values.size());
      list.values.push_back(row.cells.size() > 1 ? row.cells[1] : std::string());
      list.spellings.push_back(Fold(row.cells[0]));
      AddSpaced(list.lexicon, list.spellings.back(), index);
    }
  }

  void AddAlias(const std::string& spelling, std::uint32_t entity) {
    auto index = static_cast<std::uint32_t>(rules.aliases.size());
    rules.aliases.push_back({spelling, entity});
    AddSpaced(rules.entity_aliases, spelling, index);
    // 萨提亚·纳德拉 is also written without the dot, or with a blank.
    auto dot = spelling.find("·");
    if (dot == std::string::npos) return;
    std::string joined = spelling;
    joined.erase(dot, std::string_view("·").size());
    AddSpaced(rules.entity_aliases, joined, index);
  }

  // Entities are large: each is moved once, to its place.
  void SortEntities() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    order.reserve(rules.entities.size());
    for (const Entity& entity : rules.entities)
      order.emplace_back(HeadOf(entity.id), static_cast<std::uint32_t>(order.size()));
    std::ranges::sort(order, [&](const auto& x, const auto& y) {
      return x.first != y.first ? x.first < y.first
                                : rules.entities[x.second].id < rules.entities[y.second].id;
    });
    std::vector<Entity> sorted;
    sorted.reserve(order.size());
    for (const auto& [head, index] : order) sorted.push_back(std::move(rules.entities[index]));
    rules.entities = std::move(sorted);
  }

  void IndexEntities() {
    SortEntities();
    for (std::uint32_t i = 0; i < rules.entities.size(); ++i) {
      const Entity& entity = rules.entities[i];
      for (const std::string& alias : entity.aliases) AddAlias(alias, i);
      for (const std::string& other : entity.not_in) AddSpaced(rules.entity_not, other, i);
      for (const char* fact : {"employer", "owner"}) {
        std::string_view id = entity.Fact(fact);
        if (!id.empty() && rules.FindEntity(id) == nullptr) {
          errors.push_back({"entities", 0, fmt::format("{}: {}={} names no entity", entity.id, fact, id)});
        }
      }
    }
  }

  void Freeze() {
    rules.entity_aliases.Freeze();
    rules.entity_not.Freeze();
    for (auto& [name, table] : rules.units) table.lexicon.Freeze(Lexicon::Ways::kBoth);
    for (auto& [name, list] : rules.words) list.lexicon.Freeze(Lexicon::Ways::kBoth);
    rules.starts.Add(rules.entity_aliases, RuleSet::kAlias);
    rules.starts.Add(rules.entity_not, RuleSet::kNotAlias);
    rules.starts.Add(rules.words["name_endings"].lexicon, RuleSet::kNameEnding);
    rules.starts.Add(rules.words["name_leads"].lexicon, RuleSet::kNameLead);
    rules.starts.Add(rules.words["generic_subjects"].lexicon, RuleSet::kGenericSubject);
  }

  void CheckComplete() {
    for (std::string_view table : kUnitTables) {
      if (!rules.units.contains(std::string(table)))
        errors.push_back({fmt::format("units/{}.tsv", table), 0, "is missing"});
    }
    for (std::string_view list : kWordLists) {
      if (!rules.words.contains(std::string(list)))
        errors.push_back({fmt::format("words/{}.txt", list), 0, "is missing"});
    }
  }
};

}  // namespace

std::string_view Entity::Fact(const std::string& key) const {
  auto found = facts.find(key);
  return found == facts.end() ? std::string_view() : found->second;
}

const Entity* RuleSet::FindEntity(std::string_view id) const {
  auto at =
      std::ranges::lower_bound(entities, id, {}, [](const Entity& e) -> std::string_view { return e.id; });
  return at != entities.end() && at->id == id ? &*at : nullptr;
}

const PredicateRule* RuleSet::FindPredicate(std::string_view id) const {
  auto at = std::ranges::find(predicates, id, &PredicateRule::id);
  return at == predicates.end() ? nullptr : &*at;
}

const std::string& RuleSet::StandardPredicate(const PredicateRule& rule, std::string_view dimension) const {
  for (const std::string& family : rule.families) {
    const std::vector<std::string>& taken = FindPredicate(family)->dimensions;
    if (std::ranges::find(taken, dimension) != taken.end()) return family;
  }
  return rule.families.empty() ? rule.id : rule.families.back();
}

const RuleSet::UnitTable& RuleSet::UnitsOf(const std::string& table) const { return units.at(table); }

void RuleSet::IndexWords() {
  if (words.size() > kListSlots / 2) return;
  std::vector<ListSlot> slots(kListSlots);
  for (const auto& [name, list] : words) {
    std::uint32_t hash = ListName::HashOf(name);
    std::uint32_t at = hash % kListSlots;
    for (; slots[at].list != nullptr; at = (at + 1) % kListSlots) {
      if (slots[at].hash == hash) return;
    }
    slots[at] = {hash, &list};
  }
  list_slots = std::move(slots);
}

namespace {

// A family is named after a rule that has none itself: one level, so that a predicate says all.
void CheckFamilies(const RuleSet& rules, std::vector<RuleError>& errors) {
  std::vector<std::string> names;
  for (const PredicateRule& rule : rules.predicates) {
    if (rule.families.empty()) names.push_back(rule.id);
  }
  for (const PredicateRule& rule : rules.predicates) {
    for (std::size_t i = 0; i < rule.families.size(); ++i) {
      const std::string& family = rule.families[i];
      if (std::ranges::find(names, family) != names.end()) continue;
      std::string message = fmt::format("the family '{}' is no rule without a family of its own{}", family,
                                        DidYouMean(family, names));
      errors.push_back({rule.file, 0, std::move(message), 0, fmt::format("/family/{}", i), false});
    }
  }
}

// `rules test` takes the names of both.
void CheckNames(const RuleSet& rules, std::vector<RuleError>& errors) {
  for (const CheckRule& check : rules.checks) {
    if (rules.FindPredicate(check.id) == nullptr) continue;
    errors.push_back({check.file, 0,
                      fmt::format("'{}' is the name of a predicate; give the check another", check.id), 0,
                      "/id", false});
  }
}

// Claims of the two rules meet in one set: what is asked of one must be asked of the other.
void CheckComparedAs(const RuleSet& rules, std::vector<RuleError>& errors) {
  for (const PredicateRule& rule : rules.predicates) {
    if (rule.compared_as.empty()) continue;
    const PredicateRule* other = rules.FindPredicate(rule.compared_as);
    if (other && other->compared_as.empty() && other->key == rule.key && other->needs == rule.needs &&
        other->time == rule.time && other->grows == rule.grows && other->recurs == rule.recurs) {
      continue;
    }
    std::string message = fmt::format(
        "'{}' is no rule with the same key, needs, time, grows and recurs; claims of the two could not be "
        "compared",
        rule.compared_as);
    errors.push_back({rule.file, 0, std::move(message), 0, "/compared_as", false});
  }
}

}  // namespace

RuleSet LoadRules(const std::vector<RuleFile>& files, std::vector<RuleError>& errors) {
  RuleSet rules;
  Loader loader{rules, errors, {}};
  std::string all;
  bool has_thresholds = false;
  for (const RuleFile& file : files) {
    all += file.name + '\0' + file.content + '\0';
    auto slash = file.name.find('/');
    auto dot = file.name.rfind('.');
    if (file.name == "thresholds.tsv") {
      LoadThresholds(file, rules.thresholds, errors);
      has_thresholds = true;
      continue;
    }
    if (file.name == "sources.tsv") {
      LoadSourceRanks(file, rules.source_ranks, errors);
      continue;
    }
    if (slash == std::string::npos || dot == std::string::npos) {
      loader.Error(file, 0, kWhatRulesHold);
      continue;
    }
    std::string folder = file.name.substr(0, slash);
    std::string stem = file.name.substr(slash + 1, dot - slash - 1);
    std::string ending = file.name.substr(dot);
    if (folder == "entities" && ending == ".tsv") {
      loader.Entities(file);
    } else if (folder == "units" && ending == ".tsv") {
      loader.Units(file, stem);
    } else if (folder == "words" && ending == ".txt") {
      loader.Words(file, stem);
    } else if (folder == "predicates" && ending == ".json") {
      LoadPredicate(file, stem, rules.predicates, errors);
    } else if (folder == "checks" && ending == ".json") {
      LoadCheck(file, stem, rules.checks, errors);
    } else {
      loader.Error(file, 0, kWhatRulesHold);
    }
  }
  if (!has_thresholds) errors.push_back({"thresholds.tsv", 0, "is missing"});
  loader.CheckComplete();
  loader.IndexEntities();
  loader.Freeze();
  rules.IndexWords();
  std::ranges::sort(rules.predicates, {}, &PredicateRule::id);
  std::ranges::sort(rules.checks, {}, &CheckRule::id);
  CheckFamilies(rules, errors);
  CheckNames(rules, errors);
  CheckComparedAs(rules, errors);
  rules.version = Sha256Hex(all).substr(0, 12);
  PlaceErrors(files, errors);
  return rules;
}

}  // namespace tally
