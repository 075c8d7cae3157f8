// A pattern compiles to one RE2: words are quoted, a slot is a class of symbols, and a gap is a bounded run
// without figures. A digit that was not read as a figure ends a gap: what it says is not known.
#include "compare/check_matcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/utf8.h"

namespace tally {
namespace {

// Characters of a gap within a clause, and of one that crosses commas.
constexpr int kClauseGap = 40;
constexpr int kSentenceGap = 80;
// Of one that crosses the end of a sentence, with the words that close the one and open the other.
constexpr int kPassageGap = 160;
// Between two figures of a list.
constexpr int kListGap = 60;

std::uint32_t DimensionBits(const CheckRole& role) {
  std::uint32_t bits = 0;
  for (const std::string& name : role.dimensions) {
    if (auto dimension = DimensionFromName(name)) bits |= 1u << static_cast<unsigned>(*dimension);
  }
  return bits;
}

// What no gap holds: figures but those of `crossed` (a bit for each dimension), digits that were not read,
// and the bars of a table.
std::string Figures(std::uint32_t crossed) {
  std::string out = "0-9|";
  for (unsigned dimension = 0; dimension < 8; ++dimension) {
    if (((crossed >> dimension) & 1u) == 0) AppendUtf8(kFigureSymbol + dimension, out);
  }
  return out;
}

constexpr std::uint32_t Bit(Dimension dimension) { return 1u << static_cast<unsigned>(dimension); }

// "From 80 in 2022 to 100 in 2023" is about two figures: a date says when.
constexpr std::uint32_t kDates = Bit(Dimension::kDate);
// What a long gap may pass over, where the pattern wants none of it: 得票率, 历时, 3倍.
constexpr std::uint32_t kAsides =
    kDates | Bit(Dimension::kPercent) | Bit(Dimension::kDuration) | Bit(Dimension::kRatio);

// `wanted`: the dimensions of the pattern's slots. Any gap crosses a time: 较前一年的 20 亿元.
std::string GapPattern(CheckPiece::Reach reach, std::uint32_t wanted) {
  std::uint32_t asides = kDates | (kAsides & ~wanted);
  std::uint32_t times = asides & (kDates | Bit(Dimension::kDuration));
  switch (reach) {
    case CheckPiece::Reach::kClause:
      return fmt::format("[^{}\\n，,;:。!?()]{{0,{}}}?", Figures(times), kClauseGap);
    case CheckPiece::Reach::kSentence:
      return fmt::format("[^{}\\n。!?]{{0,{}}}?", Figures(asides), kSentenceGap);
    case CheckPiece::Reach::kPassage:
      return fmt::format("[^{}]{{0,{}}}?", Figures(asides), kPassageGap);
  }
  return "";
}

// Between the figures of a list may stand the share of each, and by how much it grew.
std::string SlotPattern(const CheckRole& role, std::uint32_t wanted) {
  std::string one = "[";
  std::uint32_t bits = DimensionBits(role);
  for (unsigned dimension = 0; dimension < 8; ++dimension) {
    if ((bits >> dimension) & 1u) AppendUtf8(kFigureSymbol + dimension, one);
  }
  one += "]";
  if (!role.many) return "(" + one + ")";
  return fmt::format("({0}(?:[^{1}\\n。!?]{{0,{2}}}?{0})+)", one, Figures(kDates | (kAsides & ~wanted)),
                     kListGap);
}

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// A Latin word stands by itself; "increas*" only begins a word.
std::string WordPattern(std::string word) {
  bool begins = word.ends_with('*');
  if (begins) word.pop_back();
  if (word.empty()) return "";
  std::string pattern = IsAsciiLetter(word.front()) ? "\\b" : "";
  pattern += re2::RE2::QuoteMeta(word);
  if (begins) return pattern + "[a-z]*";
  return pattern + (IsAsciiLetter(word.back()) ? "\\b" : "");
}

std::string WordsPattern(const std::vector<std::string>& words) {
  std::string pattern = "(?:";
  for (std::size_t i = 0; i < words.size(); ++i) pattern += (i > 0 ? "|" : "") + WordPattern(words[i]);
  return pattern + ")";
}

std::size_t Shortest(const std::vector<std::string>& words) {
  std::size_t shortest = words.empty() ? 0 : words[0].size();
  for (const std::string& word : words) shortest = std::min(shortest, word.size());
  return shortest;
}

bool Holds(std::string_view text, std::string_view word) {
  if (word.ends_with('*')) word.remove_suffix(1);
  return text.find(word) != std::string_view::npos;
}

// A Latin word inside a longer one does not count.
bool HoldsWord(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    std::size_t end = at + word.size();
    bool left = at == 0 || !IsAsciiLetter(word.front()) || !IsAsciiLetter(text[at - 1]);
    bool right = end == text.size() || !IsAsciiLetter(word.back()) || !IsAsciiLetter(text[end]);
    if (left && right) return true;
  }
  return false;
}

bool AnyOf(const std::vector<std::string>& list, std::string_view value) {
  return std::ranges::find(list, value) != list.end();
}

// 今年, this week: a date around the day of publication says no more than that day does.
bool IsNow(const Claim& claim) {
  const DateRange& date = claim.value.date;
  bool resolved = claim.value.dimension == Dimension::kDate && date.first && date.last;
  return resolved && claim.as_of && date.Contains(DateRange::Of(*claim.as_of));
}

// "year" of 每年 5000 辆; empty for what is not counted by time.
std::string PerTime(const Claim* claim) {
  constexpr std::string_view kTimes[] = {"year", "quarter", "month",  "week",
                                         "day",  "hour",    "minute", "second"};
  const std::string per = claim->value.per.value_or("");
  return std::ranges::find(kTimes, per) == std::end(kTimes) ? "" : per;
}

bool IsAmount(const Claim* claim) {
  Dimension dimension = claim->value.dimension;
  return dimension == Dimension::kMoney || dimension == Dimension::kCount || dimension == Dimension::kNumber;
}

// A month's figures are not reckoned with a year's.
bool MixTimes(const std::vector<const Claim*>& figures) {
  std::set<std::string> times;
  for (const Claim* claim : figures) {
    if (IsAmount(claim)) times.insert(PerTime(claim));
  }
  return times.size() > 1;
}

bool IsPlan(const Claim& claim) {
  return claim.modality == Modality::kPlanned || claim.modality == Modality::kForecast;
}

}  // namespace

std::size_t RoleNamed(const CheckRule& check, std::string_view name) {
  auto role = std::ranges::find(check.roles, name, &CheckRole::name);
  return role == check.roles.end() ? kNoRole : static_cast<std::size_t>(role - check.roles.begin());
}

bool FitsRole(const CheckRole& role, const Claim& claim) {
  std::string unit = claim.value.unit.value_or("");
  bool dimension = AnyOf(role.dimensions, DimensionName(claim.value.dimension));
  bool units = (role.units.empty() || AnyOf(role.units, unit)) && !AnyOf(role.not_units, unit);
  bool rules =
      (role.rules.empty() || AnyOf(role.rules, claim.rule_id())) && !AnyOf(role.not_rules, claim.rule_id());
  bool stages = role.stages.empty() || AnyOf(role.stages, claim.stage);
  bool changes = role.changes.empty() || AnyOf(role.changes, ChangeName(claim.value.change));
  return dimension && units && rules && stages && changes;
}

std::string PartOf(const Claim& claim, std::string_view part) {
  if (part == "rule") return std::string(claim.rule_id());
  if (part == "subject") return claim.subject ? claim.subject->id : "";
  if (part == "object") return claim.object ? claim.object->id : "";
  if (part == "narrowed") return fmt::format("{}", fmt::join(claim.narrowed, ","));
  if (part == "period") return claim.period ? claim.period->ToString() : "";
  return claim.value.unit.value_or("");
}

bool HoldsAnyWord(const std::vector<std::string>& words, std::string_view text) {
  std::string plain = PlainText(text);
  return std::ranges::any_of(words, [&](const std::string& word) { return HoldsWord(plain, word); });
}

std::vector<const Claim*> Binding::Figures() const {
  std::vector<const Claim*> figures;
  for (const auto& role : roles) figures.insert(figures.end(), role.begin(), role.end());
  std::ranges::stable_sort(figures, {}, [](const Claim* claim) { return std::tie(claim->doc, claim->span); });
  return figures;
}

CheckMatcher::CheckMatcher(const CheckRule& check, const RuleSet& rules) : check_(check), rules_(rules) {
  for (const CheckPattern& source : check.patterns) patterns_.push_back(Translate(source));
}

CheckMatcher::Pattern CheckMatcher::Translate(const CheckPattern& source) const {
  Pattern pattern;
  std::uint32_t wanted = 0;
  for (const CheckPiece& piece : source.pieces) {
    if (piece.kind == CheckPiece::Kind::kSlot) wanted |= DimensionBits(check_.roles[piece.role]);
  }
  for (const CheckPiece& piece : source.pieces) {
    switch (piece.kind) {
      case CheckPiece::Kind::kWords:
        pattern.regex += WordsPattern(piece.words);
        if (Shortest(piece.words) > Shortest(pattern.triggers)) pattern.triggers = piece.words;
        break;
      case CheckPiece::Kind::kBlank:
        pattern.regex += " *";
        break;
      case CheckPiece::Kind::kGap:
        pattern.regex += GapPattern(piece.reach, wanted);
        pattern.reaches_on = pattern.reaches_on || piece.reach == CheckPiece::Reach::kPassage;
        break;
      case CheckPiece::Kind::kSlot: {
        pattern.regex += SlotPattern(check_.roles[piece.role], wanted);
        pattern.roles.push_back(piece.role);
        std::uint32_t bits = DimensionBits(check_.roles[piece.role]);
        if ((bits & (bits - 1)) == 0) pattern.dimensions |= bits;
        break;
      }
    }
  }
  return pattern;
}

bool CheckMatcher::reaches_on() const { return std::ranges::any_of(patterns_, &Pattern::reaches_on); }

std::vector<Binding> CheckMatcher::Find(const FigureLine& line, bool joined) {
  std::vector<Binding> found;
  bool asked = false;
  for (Pattern& pattern : patterns_) {
    if (joined && !pattern.reaches_on) continue;
    if (line.figures.size() < pattern.roles.size() || (pattern.dimensions & ~line.dimensions) != 0) continue;
    auto stands = [&](const std::string& word) { return Holds(line.text, word); };
    if (!pattern.triggers.empty() && std::ranges::none_of(pattern.triggers, stands)) continue;
    // Few sentences come so far.
    if (!asked && !Allows(line)) return found;
    asked = true;
    Match(pattern, line, joined, found);
  }
  return found;
}

bool CheckMatcher::Allows(const FigureLine& line) const {
  auto stands = [&](const std::string& word) { return HoldsWord(line.words, word); };
  return std::ranges::none_of(check_.without, stands) &&
         (check_.with.empty() || std::ranges::any_of(check_.with, stands));
}

CheckMatcher::Bound CheckMatcher::Bind(const Pattern& pattern, const FigureLine& line,
                                       const std::vector<re2::StringPiece>& groups) const {
  Bound bound{{}, line.text.size(), 0};
  bound.binding.roles.resize(check_.roles.size());
  for (std::size_t i = 0; i < pattern.roles.size(); ++i) {
    std::size_t role = pattern.roles[i];
    auto from = static_cast<std::size_t>(groups[i + 1].data() - line.text.data());
    std::size_t to = from + groups[i + 1].size();
    std::uint32_t wanted = DimensionBits(check_.roles[role]);
    for (std::size_t f = 0; f < line.figures.size(); ++f) {
      auto dimension = static_cast<unsigned>(line.claim(f).value.dimension);
      if (line.places[f] < from || line.places[f] >= to || ((wanted >> dimension) & 1u) == 0) continue;
      if (EndsList(line, bound.binding.roles[role], f)) break;
      bound.binding.roles[role].push_back(line.figures[f]);
      bound.first = std::min(bound.first, line.places[f]);
      bound.last = std::max(bound.last, line.places[f]);
    }
  }
  return bound;
}

bool CheckMatcher::EndsList(const FigureLine& line, const std::vector<const Claim*>& list,
                            std::size_t next) const {
  if (list.empty()) return false;
  auto last = std::ranges::find(line.figures, list.back());
  std::size_t from = line.places[static_cast<std::size_t>(last - line.figures.begin())];
  std::string_view between = std::string_view(line.text).substr(from, line.places[next] - from);
  return std::ranges::any_of(rules_.Words("list_ends").spellings,
                             [&](const std::string& word) { return HoldsWord(between, word); });
}

void CheckMatcher::Match(Pattern& pattern, const FigureLine& line, bool joined,
                         std::vector<Binding>& found) const {
  if (!pattern.compiled) pattern.compiled = std::make_unique<re2::RE2>(pattern.regex, re2::RE2::Quiet);
  if (!pattern.compiled->ok()) return;
  std::vector<re2::StringPiece> groups(pattern.roles.size() + 1);
  std::size_t line_end = joined ? line.text.find('\n') : 0;
  for (std::size_t at = 0; at < line.text.size();) {
    if (!pattern.compiled->Match(line.text, at, line.text.size(), re2::RE2::UNANCHORED, groups.data(),
                                 static_cast<int>(groups.size())))
      return;
    Bound bound = Bind(pattern, line, groups);
    bool over_the_end = !joined || (bound.first < line_end && bound.last > line_end);
    bool good = over_the_end && Accepts(bound.binding, line);
    if (good && std::ranges::find(found, bound.binding) == found.end())
      found.push_back(std::move(bound.binding));
    auto start = static_cast<std::size_t>(groups[0].data() - line.text.data());
    at = start + (good ? std::max<std::size_t>(groups[0].size(), 1) : DecodeUtf8(line.text, start).length);
  }
}

namespace {

// Where each is read as the other's owner, the reading has taken two owners of a third thing for it.
bool IsMutual(const Claim& claim, const std::vector<const Claim*>& figures) {
  if (!claim.subject || !claim.object) return false;
  return std::ranges::any_of(figures, [&](const Claim* other) {
    return other->subject && other->object && other->subject->id == claim.object->id &&
           other->object->id == claim.subject->id;
  });
}

}  // namespace

bool CheckMatcher::Share(const std::string& part, const std::vector<const Claim*>& figures) const {
  // Money has the unit of money: only figures of one kind have units in common.
  std::map<Dimension, std::set<std::string>> known;
  for (const Claim* claim : figures) {
    std::string own = PartOf(*claim, part);
    if (part == "object" && IsMutual(*claim, figures)) continue;
    Dimension kind = part == "unit" ? claim->value.dimension : Dimension::kNumber;
    if (!own.empty()) known[kind].insert(own);
  }
  return std::ranges::all_of(known, [&](const auto& kind) {
    return kind.second.size() == 1 || (part == "unit" && AreAllPeople(kind.second));
  });
}

bool CheckMatcher::AreAllPeople(const std::set<std::string>& units) const {
  const WordList& people = rules_.Words("person_units");
  bool any_plain = false;
  for (const std::string& unit : units) {
    auto found = people.lexicon.Find(unit);
    if (!found) return false;
    any_plain = any_plain || people.values[*found].empty();
  }
  return any_plain;
}

bool CheckMatcher::Accepts(const Binding& binding, const FigureLine& line) const {
  std::vector<const Claim*> bound = binding.Figures();
  for (std::size_t role = 0; role < binding.roles.size(); ++role) {
    if (check_.roles[role].many && binding.roles[role].size() == 1) return false;
    for (const Claim* claim : binding.roles[role]) {
      if (!FitsRole(check_.roles[role], *claim) || claim->modality == Modality::kNegated) return false;
    }
  }
  if (!std::ranges::all_of(check_.same, [&](const std::string& part) { return Share(part, bound); }))
    return false;
  if (MixTimes(bound)) return false;
  bool plans = std::ranges::any_of(bound, [](const Claim* c) { return IsPlan(*c); });
  bool facts = std::ranges::any_of(bound, [](const Claim* c) { return !IsPlan(*c); });
  if (plans && facts && !check_.mixes_plans) return false;
  return std::ranges::none_of(line.figures, [&](const Claim* claim) {
    return !IsNow(*claim) && AnyOf(check_.only, DimensionName(claim->value.dimension)) &&
           std::ranges::find(bound, claim) == bound.end();
  });
}

}  // namespace tally
