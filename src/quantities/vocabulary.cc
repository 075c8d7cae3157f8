#include "quantities/vocabulary.h"

#include <fmt/format.h>

#include <charconv>

#include "base/error.h"
#include "base/utf8.h"

namespace tally {
namespace {

int ParseInt(std::string_view text, const std::string& list, const std::string& whole) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw UserError(fmt::format("words/{}.txt: the value '{}' is not understood", list, whole));
  }
  return value;
}

Modifier ParseModifier(const std::string& name, const std::string& list) {
  if (name == "none") return Modifier::kNone;
  if (name == "approx") return Modifier::kApprox;
  if (name == "at_least") return Modifier::kAtLeast;
  if (name == "more_than") return Modifier::kMoreThan;
  if (name == "at_most") return Modifier::kAtMost;
  if (name == "up_to") return Modifier::kUpTo;
  if (name == "nearly") return Modifier::kNearly;
  if (name == "less_than") return Modifier::kLessThan;
  throw UserError(
      fmt::format("words/{}.txt: unknown modifier '{}'; allowed: none, approx, at_least, more_than, "
                  "at_most, up_to, nearly, less_than",
                  list, name));
}

// "m3-5", "d21-31"
DatePart ParsePart(const std::string& value) {
  auto dash = value.find('-');
  if (dash == std::string::npos || (value[0] != 'm' && value[0] != 'd')) {
    throw UserError(
        fmt::format("words/date_parts.txt: the value '{}' is not of the form m1-3 or d1-10", value));
  }
  DatePart part;
  part.of = value[0] == 'm' ? DatePart::Of::kYear : DatePart::Of::kMonth;
  part.first = ParseInt(std::string_view(value).substr(1, dash - 1), "date_parts", value);
  part.last = ParseInt(std::string_view(value).substr(dash + 1), "date_parts", value);
  return part;
}

// "year-1", "same_year+0", "fiscal+0"
RelativeDate ParseRelative(const std::string& value) {
  auto sign = value.find_first_of("+-");
  if (sign == std::string::npos) {
    throw UserError(fmt::format("words/relative_dates.txt: the value '{}' is not of the form year-1", value));
  }
  RelativeDate relative;
  std::string name = value.substr(0, sign);
  if (name.starts_with("same_")) {
    relative.from_context = true;
    name.erase(0, 5);
  }
  using Unit = RelativeDate::Unit;
  if (name == "year")
    relative.unit = Unit::kYear;
  else if (name == "month")
    relative.unit = Unit::kMonth;
  else if (name == "week")
    relative.unit = Unit::kWeek;
  else if (name == "day")
    relative.unit = Unit::kDay;
  else if (name == "fiscal")
    relative.unit = Unit::kFiscal;
  else
    throw UserError(fmt::format("words/relative_dates.txt: unknown unit in '{}'", value));
  relative.offset = ParseInt(std::string_view(value).substr(sign), "relative_dates", value);
  return relative;
}

}  // namespace

Vocabulary::Vocabulary(const RuleSet& rules) : rules_(rules) {
  for (const std::string& v : rules.Words("modifiers_before").values)
    before_.push_back(ParseModifier(v, "modifiers_before"));
  for (const std::string& v : rules.Words("modifiers_after").values)
    after_.push_back(ParseModifier(v, "modifiers_after"));
  for (const std::string& v : rules.Words("date_parts").values) parts_.push_back(ParsePart(v));
  for (const std::string& v : rules.Words("relative_dates").values) relatives_.push_back(ParseRelative(v));
  for (const std::string& v : rules.Words("months").values) months_.push_back(ParseInt(v, "months", v));
}

std::optional<Vocabulary::ModifierHit> Vocabulary::ModifierEndingAt(std::string_view text,
                                                                    std::size_t at) const {
  auto hit = rules_.Words("modifiers_before").lexicon.LongestEndingAt(text, at, 0);
  if (!hit || before_[hit->value] == Modifier::kNone) return std::nullopt;
  return ModifierHit{before_[hit->value], hit->length};
}

std::optional<Vocabulary::ModifierHit> Vocabulary::ModifierAt(std::string_view text, std::size_t at) const {
  auto hit = rules_.Words("modifiers_after").lexicon.Longest(text, at);
  if (!hit) return std::nullopt;
  return ModifierHit{after_[hit->value], hit->length};
}

std::optional<Vocabulary::ModifierHit> Vocabulary::BoundBeforeVerb(std::string_view text, std::size_t at,
                                                                   std::size_t floor) const {
  // 至少进行了|三次, 最多可容纳|五百人
  constexpr int kVerbCharacters = 4;
  std::size_t end = at;
  for (int step = 0; step <= kVerbCharacters && end > floor; ++step) {
    auto hit = ModifierEndingAt(text, end);
    if (hit && step > 0) {
      bool adverb = (hit->modifier == Modifier::kAtLeast || hit->modifier == Modifier::kAtMost) &&
                    IsHan(DecodeUtf8(text, end - hit->length).value) && end - hit->length >= floor;
      if (adverb) return ModifierHit{hit->modifier, at - (end - hit->length)};
      return std::nullopt;
    }
    std::size_t previous = PreviousCodePoint(text, end);
    if (!IsHan(DecodeUtf8(text, previous).value)) return std::nullopt;
    end = previous;
  }
  return std::nullopt;
}

std::optional<Vocabulary::PartHit> Vocabulary::PartAt(std::string_view text, std::size_t at) const {
  auto hit = rules_.Words("date_parts").lexicon.Longest(text, at);
  if (!hit) return std::nullopt;
  return PartHit{parts_[hit->value], hit->length};
}

std::optional<Vocabulary::RelativeHit> Vocabulary::RelativeAt(std::string_view text, std::size_t at) const {
  auto hit = rules_.Words("relative_dates").lexicon.Longest(text, at);
  if (!hit) return std::nullopt;
  return RelativeHit{relatives_[hit->value], hit->length};
}

std::optional<Vocabulary::MonthHit> Vocabulary::MonthAt(std::string_view text, std::size_t at) const {
  auto hit = rules_.Words("months").lexicon.Longest(text, at);
  if (!hit) return std::nullopt;
  return MonthHit{months_[hit->value], hit->length};
}

bool Vocabulary::EndsWithWord(const WordList& list, std::string_view text, std::size_t at) {
  if (list.lexicon.LongestEndingAt(text, at, 0)) return true;
  return at > 0 && text[at - 1] == ' ' && list.lexicon.LongestEndingAt(text, at - 1, 0).has_value();
}

}  // namespace tally
