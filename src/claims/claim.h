// A claim: who, what, how much, when, said by whom, with which certainty, and the bytes that it was read
// from. A quantity that no rule claimed is carried as a claim without predicate, so that nothing that was
// read is lost on the way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "document/document.h"
#include "quantities/quantity.h"

namespace tally {

enum class Modality : std::uint8_t { kAsserted, kPlanned, kForecast, kReported, kQuotedOpinion, kNegated };
// "asserted", "planned", "forecast", "reported", "quoted_opinion", "negated".
std::string_view ModalityName(Modality modality);
std::optional<Modality> ModalityFromName(std::string_view name);

// An entity as a claim names it: id of the table (or made from the name's shape), canonical name, the words
// in the text.
struct EntityRef {
  std::string id;
  std::string name;
  std::string text;
  bool operator==(const EntityRef&) const = default;
};

// What a report says of the document that a claim comes from.
struct DocumentInfo {
  std::string path;
  std::string sha256;
  std::string title;
  std::string source;  // who published it; empty where unknown
  std::string url;
  std::optional<Day> published;
  bool published_estimated = false;
  std::string published_time;  // document/document.h: Publication::time
  std::string language;        // BCP 47
  std::string origin;          // whom the text says that it was taken from; empty where it says none
  // What the text shares with copies of it (document/sketch.h); empty where it is too short to tell.
  std::vector<std::uint64_t> sketch;
  std::size_t numbers_seen = 0;    // figures met in the text
  std::size_t numbers_unread = 0;  // of these, not understood
};

struct Claim {
  // Fingerprint of document, span, predicate and value: 16 hexadecimal digits. Not changed by other articles.
  std::string id;

  std::string doc;  // path as given
  std::string doc_sha256;
  Span span;  // bytes of the file (unpacked, where it was compressed)
  LineColumn begin;
  LineColumn end;
  std::string quote;                 // what stands at span, as UTF-8
  std::string context;               // the sentence around it, as UTF-8
  std::size_t quote_in_context = 0;  // byte offset of quote inside context
  Field field = Field::kBody;

  Value value;

  // The standard predicate, shared by rules of one family (price for share_price and premium); empty: read,
  // but claimed by no rule.
  std::string predicate;
  std::string event;  // for dates: what happened (launch, join, invest …); for others mostly empty
  std::string stage;  // additional, cumulative, first …; empty where the text says none
  std::optional<EntityRef> subject;
  std::optional<EntityRef> object;
  std::vector<std::string>
      narrowed;  // what of the whole the figure is of (claims/narrowing.h); empty: all of it
  std::optional<DateRange> period;  // what the claim holds for
  std::optional<Day> as_of;         // when it was said: the publication date
  bool as_of_estimated = false;
  Modality modality = Modality::kAsserted;
  std::optional<EntityRef> speaker;

  std::string rule;    // the rule's id and the phrase or cue that fired: "investment/cue:投资"
  int confidence = 0;  // percent, 0..100
  // The steps that led here, a line each, for `explain`.
  std::vector<std::string> trace;

  bool claimed() const { return !predicate.empty(); }
  // The id of the rule: the predicate, or what of its family this is (share_price).
  std::string_view rule_id() const {
    return rule.empty() ? std::string_view(predicate) : std::string_view(rule).substr(0, rule.find('/'));
  }
};

// What two claims must share to be compared: the parts that the predicate's rule names, in its order. Equal
// keys, comparable claims.
struct ClaimKey {
  std::string rule;  // claims of one family but of different rules never meet
  std::vector<std::string>
      parts;  // "subject=microsoft", "object=openai", …; a part that the text leaves out is "object=?"
  bool complete = true;  // false where a part is missing
  bool operator==(const ClaimKey&) const = default;
  auto operator<=>(const ClaimKey&) const = default;
  std::string ToString() const;
};

}  // namespace tally
