#include "tests/gold.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "base/utf8.h"
#include "report/value_text.h"

namespace tally {
namespace {

using Json = nlohmann::json;

std::string FileName(const std::string& path) { return std::filesystem::path(path).filename().string(); }

bool Overlaps(const Json& gold, Span span) {
  return gold.at("start").get<std::size_t>() < span.end && span.start < gold.at("end").get<std::size_t>();
}

std::size_t Overlap(const Json& gold, Span span) {
  return std::min(gold.at("end").get<std::size_t>(), span.end) -
         std::max(gold.at("start").get<std::size_t>(), span.start);
}

// Gold numbers are JSON numbers; they compare as exact decimals, through their own printing.
std::optional<Decimal> Number(const Json& value) {
  if (value.is_null()) return std::nullopt;
  std::string text = value.dump();
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return Decimal::Parse(text);
}

bool SameValue(const Json& gold, const Value& got) {
  if (got.dimension == Dimension::kDate) {
    auto day = [](const std::optional<Day>& d) { return d ? Json(FormatDay(*d)) : Json(nullptr); };
    return gold.at("min") == day(got.date.first) && gold.at("max") == day(got.date.last);
  }
  if (Number(gold.at("min")) != got.stated.lo || Number(gold.at("max")) != got.stated.hi) return false;
  bool unit_counts = got.dimension == Dimension::kMoney || got.dimension == Dimension::kPercent ||
                     got.dimension == Dimension::kDuration;
  if (!unit_counts) return true;  // what is counted is named freely
  return gold.at("unit").is_null() ? !got.unit : got.unit == gold.at("unit").get<std::string>();
}

bool AnyValue(const Json& gold, const Value& got) {
  return std::ranges::any_of(gold.at("values"), [&](const Json& v) { return SameValue(v, got); });
}

// Words of Latin script and runs of Han characters, lower case, without the small ones.
std::set<std::string> Words(const std::string& name) {
  std::set<std::string> words;
  std::string word;
  auto close = [&] {
    if (!word.empty() && word != "the" && word != "of" && word != "and" && word != "inc" && word != "s")
      words.insert(word);
    word.clear();
  };
  for (std::size_t at = 0; at < name.size();) {
    CodePoint c = DecodeUtf8(name, at);
    bool latin = c.value < 0x80 && IsAsciiAlnum(static_cast<char>(c.value));
    if (!latin && !IsHan(c.value)) close();
    if (latin || IsHan(c.value)) word += AsciiLower(name.substr(at, c.length));
    at += c.length;
  }
  close();
  return words;
}

bool SameSubject(const Json& names, const std::optional<EntityRef>& got) {
  if (!got) return false;
  std::set<std::string> mine = Words(got->name);
  mine.merge(Words(got->id));
  return std::ranges::any_of(names, [&](const Json& name) {
    std::set<std::string> theirs = Words(name.get<std::string>());
    return std::ranges::any_of(theirs, [&](const std::string& w) { return mine.contains(w); });
  });
}

// The reading that a gold claim is judged by: of its dimension if any, and with the largest common part.
const Claim* Best(const Json& gold, const std::vector<const Claim*>& claims) {
  const Claim* best = nullptr;
  auto key = [&](const Claim* c) {
    return std::pair(DimensionName(c->value.dimension) == gold.at("dimension").get<std::string>(),
                     Overlap(gold, c->span));
  };
  for (const Claim* claim : claims) {
    if (Overlaps(gold, claim->span) && (best == nullptr || key(claim) > key(best))) best = claim;
  }
  return best;
}

enum class Class { kConflict, kSuperseded, kCorroboration };

Class ClassOf(const Json& kinds) {
  auto has = [&](const char* kind) { return std::ranges::find(kinds, Json(kind)) != kinds.end(); };
  for (const char* kind :
       {"value_conflict", "magnitude_conflict", "currency_unstated", "date_conflict", "derived_conflict"}) {
    if (has(kind)) return Class::kConflict;
  }
  return has("superseded") ? Class::kSuperseded : Class::kCorroboration;
}

std::size_t Hits(const Json& gold, const Finding& finding) {
  return static_cast<std::size_t>(std::ranges::count_if(gold.at("members"), [&](const Json& member) {
    return std::ranges::any_of(finding.members, [&](const Claim& c) {
      return FileName(c.doc) == member.at("doc").get<std::string>() && Overlaps(member, c.span);
    });
  }));
}

bool Explains(const Json& gold, const Finding& finding) {
  std::size_t need = gold.at("kinds") == Json::array({"currency_unstated"}) ? 1 : 2;
  return Hits(gold, finding) >= need;
}

// An update reported as a conflict, or the other way round, still shows the reader the difference.
bool Matches(Class wanted, Verdict verdict) {
  bool corroboration = verdict == Verdict::kCorroboration;
  return corroboration == (wanted == Class::kCorroboration);
}

}  // namespace

std::vector<Json> ReadJsonLines(const std::string& path) {
  std::ifstream in(path);
  std::vector<Json> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(Json::parse(line));
  }
  return lines;
}

ClaimScore ScoreClaims(const std::vector<Json>& gold, const std::vector<Claim>& claims) {
  std::map<std::string, std::vector<const Claim*>> by_file;
  for (const Claim& claim : claims) by_file[FileName(claim.doc)].push_back(&claim);
  ClaimScore score;
  for (const Json& g : gold) {
    if (!g.value("required", true)) continue;
    bool money = g.at("dimension") == "money";
    ++score.required;
    score.money += money;
    const Claim* best = Best(g, by_file[g.at("doc").get<std::string>()]);
    auto miss = [&](const char* what) {
      std::string got = best == nullptr ? "nothing"
                                        : fmt::format("{} {} {}", ValueText(best->value), best->predicate,
                                                      best->subject ? best->subject->id : "-");
      score.misses.push_back(fmt::format("{} {}: {} {} {} <- {}", what, g.at("id").get<std::string>(),
                                         g.at("quote").dump(), g.at("predicate").dump(),
                                         g.at("subject").dump(), got));
    };
    bool seen =
        best != nullptr && DimensionName(best->value.dimension) == g.at("dimension").get<std::string>();
    if (!seen || !AnyValue(g, best->value)) {
      miss("value");
      continue;
    }
    ++score.value;
    score.money_value += money;
    if (std::ranges::find(g.at("predicate"), Json(best->predicate)) == g.at("predicate").end()) {
      miss("predicate");
      continue;
    }
    ++score.predicate;
    if (!SameSubject(g.at("subject"), best->subject)) {
      miss("subject");
      continue;
    }
    ++score.subject;
  }
  return score;
}

FindingScore ScoreFindings(const std::vector<Json>& gold, const std::vector<Finding>& findings) {
  FindingScore score;
  std::set<const Finding*> explained;
  for (const Json& g : gold) {
    Class wanted = ClassOf(g.at("kinds"));
    bool found = false;
    for (const Finding& finding : findings) {
      if (!Explains(g, finding)) continue;
      explained.insert(&finding);
      found = found || Matches(wanted, finding.verdict);
    }
    if (g.at("tier") != "must") continue;
    int& all = wanted == Class::kConflict     ? score.conflict_must
               : wanted == Class::kSuperseded ? score.superseded_must
                                              : score.corroboration_must;
    int& hit = wanted == Class::kConflict     ? score.conflict_must_found
               : wanted == Class::kSuperseded ? score.superseded_must_found
                                              : score.corroboration_must_found;
    ++all;
    hit += found;
    if (!found)
      score.misses.push_back(
          fmt::format("not found: {} {}", g.at("id").get<std::string>(), g.at("kinds").dump()));
  }
  for (const Finding& finding : findings) {
    if (finding.verdict != Verdict::kConflict) continue;
    ++score.conflicts_reported;
    if (explained.contains(&finding)) continue;
    ++score.conflicts_without_gold;
    score.misses.push_back(fmt::format("no gold for: {} {}", finding.headline, finding.message));
  }
  return score;
}

}  // namespace tally
