// A check of rules/checks/<id>.json: which figures of a text take part, by patterns of words around them or
// by what was claimed with them, and the arithmetic that must hold between them. rules/README.md is the
// manual of the format. Plain values, immutable after loading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"

namespace tally {

// Which figures may play a part. Empty lists leave it open.
struct CheckRole {
  std::string name;
  std::vector<std::string> dimensions;
  std::vector<std::string> units;
  std::vector<std::string> not_units;
  std::vector<std::string> rules;  // ids of predicate rules; "!id" keeps claims of that rule out
  std::vector<std::string> not_rules;
  std::vector<std::string> stages;   // Claim::stage; "" for none
  std::vector<std::string> changes;  // Value::change
  bool many = false;                 // a list of figures: {parts+} in a pattern
};

// A piece of a pattern, in its order.
struct CheckPiece {
  enum class Kind : std::uint8_t { kWords, kBlank, kGap, kSlot };
  // How far a gap reaches: within a clause, over commas, over the end of a sentence.
  enum class Reach : std::uint8_t { kClause, kSentence, kPassage };
  Kind kind = Kind::kWords;
  std::vector<std::string> words;  // kWords: any of these, folded, in lower case; "" where it may be left out
  Reach reach = Reach::kClause;    // kGap
  std::size_t role = 0;            // kSlot: index into CheckRule::roles
};

struct CheckPattern {
  std::string source;
  std::vector<CheckPiece> pieces;
};

// An expression over the figures of the roles, as a tree in a list; the root is the last.
struct CheckTerm {
  enum class Op : std::uint8_t {
    kNumber,
    kRole,
    kPublished,  // the day on which the document was published
    kLaunched,   // the day on which the subject of the figures began to be, by the table of entities
    kSum,        // of all figures of a role
    kAdd,
    kSubtract,
    kMultiply,
    kDivide,
    kMonths,  // from one date to another
    kYears,   // full years from one date to another
    kSpan,    // months of a range of dates
  };
  Op op = Op::kNumber;
  Decimal number;
  std::size_t role = 0;
  std::size_t left = 0;  // indexes of terms
  std::size_t right = 0;
};
struct CheckExpression {
  std::string source;
  std::vector<CheckTerm> terms;
};

// A message with "{role}" (what the text prints) and "{=expression}" (what it comes to).
struct MessagePiece {
  std::string text;                 // where neither of the next two is set
  std::optional<std::size_t> role;  // index into CheckRule::roles
  std::optional<CheckExpression> expression;
};
using MessageTemplate = std::vector<MessagePiece>;

// An equation or a bound. It can be tested where all its roles have figures.
struct CheckEquation {
  enum class Sign : std::uint8_t { kEqual, kAtMost, kAtLeast };
  std::string source;
  CheckExpression left;
  Sign sign = Sign::kEqual;
  CheckExpression right;
};

// What must hold: the first equation, or any of the others, which are other ways to understand the words.
struct CheckRelation {
  std::vector<CheckEquation> holds;
  int slack = 0;        // percent by which the right side is widened
  int confidence = 80;  // percent, of a finding
  bool weak = false;    // a failure is worth a question and no more: severity low
  MessageTemplate message_en;
  MessageTemplate message_zh;
  MessageTemplate message_zh_hant;  // as message_zh where the check gives none
};

// A text of the rule's own with what it must give.
struct CheckExample {
  std::string text;
  bool finds = true;
  std::string quote;       // of a member, where it finds
  std::string arithmetic;  // a part of a line of its arithmetic
};

// Figures found by what was claimed with them.
struct ClaimSelection {
  // kTranches: of claims of one rule, the cumulative total and the dated or numbered parts.
  // kConversions: amounts with what the text says that they are in another currency, two by two.
  // kBreakdowns: lists of parts that miss a total told shortly before by a slip of the hand.
  enum class Kind : std::uint8_t { kNone, kTranches, kConversions, kBreakdowns };
  Kind kind = Kind::kNone;
  std::vector<std::string> same;  // "rule", "subject", "object": what the claims of one group share
};

struct CheckRule {
  std::string id;
  std::string name_en;
  std::string name_zh;       // in Simplified characters
  std::string name_zh_hant;  // in Traditional ones; as name_zh where the check gives none
  std::vector<CheckRole> roles;
  std::vector<CheckPattern> patterns;
  std::vector<std::string> with;     // words of which one must stand in the sentence, where there are any
  std::vector<std::string> without;  // words in the sentence that silence it
  std::vector<std::string> same;     // what the figures have in common where they tell it: "period", "unit"
  std::vector<std::string> only;     // dimensions of which no figure but those of the roles may stand there
  bool mixes_plans = false;          // plans may stand beside facts
  ClaimSelection claims;
  std::vector<CheckRelation> relations;
  std::vector<CheckExample> examples;
  bool draft = false;
  std::string file;
};

}  // namespace tally
