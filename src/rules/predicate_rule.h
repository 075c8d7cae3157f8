// A predicate of rules/predicates/<id>.json: which words around which quantity make a claim, and what makes
// two claims of it comparable. rules/README.md is the manual of the format.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tally {

// What kind of time a predicate lives in (design of comparison): an event happened once, a state holds as of
// a date, a period figure belongs to a year or quarter, a timeless one to nothing.
enum class TimeKind { kEvent, kState, kPeriod, kTimeless };

// Where the quantity may stand, seen from the cue.
enum class Side { kBefore, kAfter, kEither };

// How a slot (subject or object) is filled.
struct SlotRule {
  std::vector<std::string> kinds;  // entity kinds that may fill it; empty: any
  bool required = false;           // no claim without it
  // Where it is looked for, in this order: "before" and "after" the cue in its clause, "sentence" (anywhere
  // before the cue in the sentence), "noun" (what the quantity counts), "topic" (the subject of the sentences
  // before, then the title).
  std::vector<std::string> where;
};

// The cue form: words near a quantity, in free order.
struct CueRule {
  std::vector<std::string> words;      // folded
  std::vector<std::string> not_words;  // the cue does not count inside these longer words
  std::vector<std::string> without;    // words in the clause that silence the cue
  std::vector<std::string> with;       // at least one of these in the sentence, where there are any
  Side value = Side::kEither;
  std::size_t within = 24;  // Han characters between cue and quantity; two Latin letters count as one
  std::string event;        // sets Claim::event
  std::string stage;        // sets Claim::stage
  std::string object;       // a fixed object id, where the cue itself names it
  std::string per;          // the figure must be one per this: "year" (每年投资 800 亿), "share"
  bool changed = false;     // the figure itself must tell of a change (doubled, 翻番)
  std::vector<std::string> dimensions;     // of the quantity, where not all of the rule's will do
  std::vector<std::string> units;          // of the quantity, where not all of the rule's will do
  std::vector<std::string> subject_kinds;  // replaces the kinds of the rule's subject, which is then required
  int weight = 0;                          // added to the score where cues of several predicates compete
};

// An example that the rule carries: `rules test` and ctest run it.
struct RuleExample {
  std::string text;
  bool fires = true;
  // Where it fires, what the claim must be; empty parts are not compared.
  std::string quote;
  std::string subject;
  std::string object;
  std::string period;
  std::string modality;
};

struct PredicateRule {
  std::string id;
  // Where it is a special case of other rules, their ids (share_price: price); the first that takes the
  // dimension of a figure gives its claim the standard predicate (orders: count for units, other for money).
  std::vector<std::string> families;
  std::string name_en;
  std::string name_zh;                  // in Simplified characters
  std::string name_zh_hant;             // in Traditional ones; as name_zh where the rule gives none
  std::vector<std::string> dimensions;  // of the quantity
  std::vector<std::string> units;       // of the quantity, where only some will do
  bool part = false;                    // a part of a whole: no ratio of more than one (2.5 倍)
  std::vector<std::string> per;         // "share", "person": it takes figures per share or per head as well
  std::string number_unit;  // what a plain number counts that the rule takes: 87 of the 150 seats are seats
  TimeKind time = TimeKind::kState;
  // The id of the rule whose claims it is compared with, where another way of saying the same makes it
  // another rule (casualty_toll: casualties); empty: with its own only.
  std::string compared_as;
  // It only grows while it is news (a toll, burned land, the box office so far): of two texts of the same
  // week the later with the larger figure is an update.
  bool grows = false;
  // It happens to the same parties again (a bank is fined every other year): two figures contradict each
  // other only in texts of the same weeks, and a later one is no update.
  bool recurs = false;
  // What it counts of which there is another number every day (the missing, the evacuated): the later of two
  // figures is an update, be it larger or smaller.
  std::vector<std::string> changes_daily;
  // What two claims must share: subject, object, event, stage, unit, document, counted (the object or, where
  // it is left out, the unit: "36 people killed" and "36 deaths" count one thing).
  std::vector<std::string> key;
  // Parts of the key without which claims are shown but never called a conflict.
  std::vector<std::string> needs;
  bool compared = true;  // false: extracted and stored, no findings are made
  bool draft = false;    // a rule in the making: its claims are read, but never compared
  SlotRule subject;
  SlotRule object;
  std::vector<CueRule> cues;
  std::vector<std::string> phrases;  // the phrase form, as written
  std::vector<RuleExample> examples;
  std::string file;
};

}  // namespace tally
