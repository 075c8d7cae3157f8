// Hand-built claims for tests: ClaimBuilder("a.md").About("investment", "microsoft", "openai").Money("130",
// 8, "USD").
#pragma once

#include <string>
#include <utility>

#include "claims/claim.h"
#include "rules/rule_set.h"

namespace tally {

inline Decimal Number(const std::string& digits, int power = 0) {
  return Decimal::Parse(digits)->Scaled(power);
}

class ClaimBuilder {
 public:
  // Each claim gets a place of its own in its document, unless At says another.
  explicit ClaimBuilder(const std::string& doc) {
    static std::size_t next = 0;
    claim_.doc = doc;
    claim_.doc_sha256 = "sha of " + doc;
    claim_.confidence = 90;
    At(next += 100);
  }
  ClaimBuilder& At(std::size_t start) {
    claim_.span = {start, start + 10};
    return *this;
  }
  ClaimBuilder& About(const std::string& predicate, const std::string& subject,
                      const std::string& object = "") {
    claim_.predicate = predicate;
    claim_.subject = Named(subject);
    claim_.object = Named(object);
    return *this;
  }
  ClaimBuilder& Quote(const std::string& quote) {
    claim_.quote = quote;
    return *this;
  }
  ClaimBuilder& Title() {
    claim_.field = Field::kTitle;
    return *this;
  }
  ClaimBuilder& Event(const std::string& event) {
    claim_.event = event;
    return *this;
  }
  ClaimBuilder& Stage(const std::string& stage) {
    claim_.stage = stage;
    return *this;
  }
  ClaimBuilder& AsOf(const std::string& day) {
    claim_.as_of = ParseIsoDay(day);
    return *this;
  }
  ClaimBuilder& During(const DateRange& period) {
    claim_.period = period;
    return *this;
  }
  ClaimBuilder& Said(Modality modality, const std::string& speaker = "") {
    claim_.modality = modality;
    claim_.speaker = Named(speaker);
    return *this;
  }
  ClaimBuilder& Confidence(int percent) {
    claim_.confidence = percent;
    return *this;
  }
  ClaimBuilder& Per(const std::string& per) {
    claim_.value.per = per;
    return *this;
  }

  // `digits` as printed x 10^power: Money("130", 8, "USD") is 130 亿美元. An empty unit is an unnamed one.
  ClaimBuilder& Money(const std::string& digits, int power, const std::string& unit) {
    return Figure(Dimension::kMoney, digits, power, unit);
  }
  ClaimBuilder& Percent(const std::string& digits) { return Figure(Dimension::kPercent, digits, 0, "%"); }
  ClaimBuilder& Figure(Dimension dimension, const std::string& digits, int power, const std::string& unit) {
    SetUnit(dimension, unit);
    Decimal value = Number(digits, power);
    std::size_t point = digits.find('.');
    int printed = power - (point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1));
    claim_.value.stated = Interval::Exactly(value);
    claim_.value.strict = Around(value, printed);
    claim_.value.lenient = Around(value, std::max(printed, value.last_digit_exponent()));
    return *this;
  }
  ClaimBuilder& Range(Dimension dimension, const Interval& stated, const std::string& unit,
                      bool vague = false) {
    SetUnit(dimension, unit);
    claim_.value.vague = vague;
    claim_.value.stated = claim_.value.strict = claim_.value.lenient = stated;
    return *this;
  }
  ClaimBuilder& Vague(const Interval& stated, const std::string& unit) {
    return Range(Dimension::kMoney, stated, unit, true);
  }
  ClaimBuilder& AtLeast(Dimension dimension, const Decimal& value, const std::string& unit) {
    return Range(dimension, {value, std::nullopt}, unit);
  }
  ClaimBuilder& AtMost(Dimension dimension, const Decimal& value, const std::string& unit) {
    return Range(dimension, {std::nullopt, value}, unit);
  }
  ClaimBuilder& Date(const DateRange& date) {
    SetUnit(Dimension::kDate, "date");
    claim_.value.date = date;
    return *this;
  }

  operator Claim() const {  // NOLINT: a builder is used where its claim is wanted
    Claim claim = claim_;
    claim.id = claim.doc + "@" + std::to_string(claim.span.start);
    return claim;
  }

 private:
  static std::optional<EntityRef> Named(const std::string& id) {
    if (id.empty()) return std::nullopt;
    std::string name = id;
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return EntityRef{id, name, id};
  }
  static Interval Around(const Decimal& value, int digit) {
    Decimal half = Decimal(5).Scaled(digit - 1);
    return {value - half, value + half};
  }
  void SetUnit(Dimension dimension, const std::string& unit) {
    claim_.value.dimension = dimension;
    claim_.value.unit = unit.empty() ? std::nullopt : std::optional<std::string>(unit);
  }

  Claim claim_;
};

}  // namespace tally
