// Clean documents with one wrong figure: exactly that one must be found.
//
// What is drawn: a figure that another place states too (the other document, or title, lead, caption of the
// same one; tests/plants/ marks them, and the annotated corroborations of seeds/ name them), and a slip that
// the figure gives occasion for (tests/planted.h), both evenly. A draw counts where the figure, as the
// program reads it, is apart by the lenient intervals from what every other place of the fact says, or of
// another currency or sign: what stays inside rounding or a hedge is no wrong figure. Not marked, so never
// drawn, are opinions that differ by speaker, figures of other periods, and places that contradict one
// another in the clean documents already.
//
// Two rates are measured. Of all places: the whole road, with what is not read or read as another's. Of read
// places: those where the clean documents were read alike in both places, which measures the comparison.
//
// The goal is 95 of 100 over all places. What stands below are floors: where it is missed, the two places are
// read as other parties' or other predicates', which is for the rules to mend; see the causes.
//
// TALLY_PLANTED=FILE writes the misses there, with a cause each; TALLY_PLANTED_SEED=n draws others.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "compare/clash.h"
#include "compare/comparable_sets.h"
#include "compare/scope.h"
#include "compare/value_match.h"
#include "tests/planted.h"
#include "tests/rules_fixture.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = TALLY_SOURCE_DIR;
// Under a sanitizer some plants look for faults of memory; the rates are measured without one.
#ifdef __SANITIZE_ADDRESS__
constexpr bool kMeasured = false;
#else
constexpr bool kMeasured = true;
#endif
constexpr int kPlants = kMeasured ? 1000 : 60;
// Floors in percent: of all places, and of those read alike.
constexpr double kSeedsFloor = kMeasured ? 51 : 10;
constexpr double kSeedsReadFloor = kMeasured ? 89 : 10;
constexpr double kPlantsFloor = kMeasured ? 96 : 10;
constexpr double kPlantsReadFloor = kMeasured ? 99 : 10;

struct Places {
  std::vector<const Claim*> claims;  // read at the place; several where rules read it twice
};

bool Meets(Span a, Span b) { return a.start < b.end && b.start < a.end; }

class PlantedLibrary {
 public:
  explicit PlantedLibrary(MarkedLibrary marked) : marked_(std::move(marked)) {
    clean_ = ExtractAll(marked_.files, TestToolkit(), 2);
    for (const Finding& finding : Compared(clean_)) known_.insert(finding.id);
    // A place that the clean documents contradict is not clean.
    for (const Finding& finding : Compared(clean_)) {
      for (const Claim& member : finding.members) contested_.emplace(member.doc, member.span);
    }
    for (const MarkedFigure& figure : marked_.figures) {
      if (!IsContested(figure)) by_fact_[figure.fact].push_back(&figure);
    }
    for (const MarkedFigure& figure : marked_.figures) {
      if (!IsContested(figure) && by_fact_[figure.fact].size() > 1) drawn_.push_back(&figure);
    }
  }

  struct Trial {
    bool counts = false;
    bool read_alike = false;  // in the clean documents, with one other place at least
    bool found = false;
    std::vector<std::string> false_findings;
    std::string fact;
    std::string slip;
    std::string line;   // what was planted
    std::string cause;  // of a miss
  };

  Trial Draw(std::mt19937& random) const {
    const MarkedFigure& figure = *drawn_[random() % drawn_.size()];
    auto slip = static_cast<FigureSlip>(random() % kFigureSlips);
    const InputFile& file = marked_.files[figure.file];
    Trial trial{.fact = figure.fact, .slip = std::string(FigureSlipName(slip))};
    std::optional<PlantedText> planted = PlantSlip(file.content, figure.span, slip, random);
    if (!planted) return trial;
    std::vector<Extraction> extractions = clean_;
    InputFile changed = file;
    changed.content = planted->text;
    extractions[figure.file] = ExtractOne(changed, TestToolkit());
    if (slip != FigureSlip::kSign && !IsWrong(figure, extractions[figure.file], planted->span)) return trial;
    trial.counts = true;
    trial.line = fmt::format("{} {} {}: {} -> {}", figure.fact, FigureSlipName(slip), file.path,
                             file.content.substr(figure.span.start, figure.span.size()),
                             planted->text.substr(planted->span.start, planted->span.size()));
    Judge(figure, extractions, planted->span, trial);
    return trial;
  }

  std::size_t places() const { return drawn_.size(); }

 private:
  static std::vector<Finding> Compared(const std::vector<Extraction>& extractions) {
    std::vector<Finding> conflicts;
    for (Finding& finding : MakeReport(extractions, TestToolkit()).findings) {
      if (finding.verdict == Verdict::kConflict) conflicts.push_back(std::move(finding));
    }
    return conflicts;
  }

  static std::vector<const Claim*> At(const Extraction& extraction, Span span) {
    std::vector<const Claim*> claims;
    for (const Claim& claim : extraction.claims) {
      if (Meets(claim.span, span)) claims.push_back(&claim);
    }
    return claims;
  }

  bool IsContested(const MarkedFigure& figure) const {
    return std::ranges::any_of(contested_, [&](const auto& place) {
      return place.first == marked_.files[figure.file].path && Meets(place.second, figure.span);
    });
  }

  std::vector<const MarkedFigure*> Others(const MarkedFigure& figure) const {
    std::vector<const MarkedFigure*> others = by_fact_.at(figure.fact);
    std::erase(others, &figure);
    return others;
  }

  // Apart however they are read, or amounts of two currencies.
  static bool Differ(const Claim& a, const Claim& b) {
    std::optional<Measure> x = MeasureOf(a.value);
    std::optional<Measure> y = MeasureOf(b.value);
    if (!x || !y || x->unit_class != y->unit_class) return false;
    if (x->unit_class == "money" && x->unit != y->unit) return true;
    Measure other = *y;
    other.unit = x->unit;
    return Match(*x, other) == ValueMatch::kDisjoint;
  }

  bool IsWrong(const MarkedFigure& figure, const Extraction& changed, Span span) const {
    std::vector<const Claim*> read = At(changed, span);
    if (read.empty()) return false;
    return std::ranges::all_of(Others(figure), [&](const MarkedFigure* other) {
      std::vector<const Claim*> said = At(clean_[other->file], other->span);
      return !said.empty() && std::ranges::all_of(said, [&](const Claim* b) {
        return std::ranges::all_of(read, [&](const Claim* a) { return Differ(*a, *b); });
      });
    });
  }

  static std::string Name(const Claim& claim) {
    return fmt::format("{} {} {}>{} {} {} {} {} {}%", claim.doc, claim.rule_id(),
                       claim.subject ? claim.subject->id : "-", claim.object ? claim.object->id : "-",
                       claim.event, claim.stage, claim.period ? claim.period->ToString() : "",
                       ModalityName(claim.modality), claim.confidence);
  }

  // In the changed file all that follows the figure has moved.
  static Span Moved(const MarkedFigure& other, const MarkedFigure& figure, Span span) {
    Span at = other.span;
    if (other.file == figure.file && at.start > figure.span.start) {
      at.start += span.end - figure.span.end;
      at.end += span.end - figure.span.end;
    }
    return at;
  }

  // Which step lost it; the first that explains it.
  std::string Cause(const MarkedFigure& figure, const std::vector<Extraction>& extractions, Span span) const {
    std::vector<Claim> claims;
    std::string keys;
    auto take = [&](const Extraction& extraction, Span at) {
      bool any = false;
      for (const Claim* claim : At(extraction, at)) {
        if (!claim->claimed()) continue;
        any = true;
        claims.push_back(*claim);
        keys += "\n      " + Name(*claim);
      }
      if (!any) keys += "\n      nothing";
      return any;
    };
    if (!take(extractions[figure.file], span)) return "unclaimed here" + keys;
    std::size_t here = claims.size();
    for (const MarkedFigure* other : Others(figure)) {
      take(extractions[other->file], Moved(*other, figure, span));
    }
    if (claims.size() == here) return "unclaimed there" + keys;
    std::vector<ComparedClaim> items = ComparableItems(claims, TestRules());
    for (const ComparableSet& set : ComparableSets(items)) {
      auto is_own = [&](const ComparedClaim* item) {
        return item->claim->doc == marked_.files[figure.file].path && Meets(item->claim->span, span);
      };
      auto own = std::ranges::count_if(set.items, is_own);
      if (own == 0 || own == std::ssize(set.items)) continue;
      for (const Lane& lane : ConflictLanes(set.items, *set.rule)) {
        if (lane.items.size() > 1) return "judged away" + keys;
      }
      return "other times" + keys;
    }
    return "other keys" + keys;
  }

  void Judge(const MarkedFigure& figure, const std::vector<Extraction>& extractions, Span span,
             Trial& trial) const {
    const std::string& doc = marked_.files[figure.file].path;
    auto is_twin = [&](const Claim& member) {
      return std::ranges::any_of(Others(figure), [&](const MarkedFigure* other) {
        if (marked_.files[other->file].path != member.doc) return false;
        return Meets(Moved(*other, figure, span), member.span);
      });
    };
    for (const Finding& finding : Compared(extractions)) {
      if (known_.contains(finding.id)) continue;
      bool here = std::ranges::any_of(finding.members, [&](const Claim& member) {
        return member.doc == doc && Meets(member.span, span);
      });
      if (here && std::ranges::any_of(finding.members, is_twin)) trial.found = true;
      if (!here) trial.false_findings.push_back(finding.message);
    }
    trial.read_alike = ReadAlike(figure);
    if (!trial.found) trial.cause = Cause(figure, extractions, span);
  }

  // A clean claim of the place is compared with a clean claim of another place of the fact.
  bool ReadAlike(const MarkedFigure& figure) const {
    std::vector<Claim> claims;
    for (const Claim* claim : At(clean_[figure.file], figure.span)) claims.push_back(*claim);
    std::size_t here = claims.size();
    for (const MarkedFigure* other : Others(figure)) {
      for (const Claim* claim : At(clean_[other->file], other->span)) claims.push_back(*claim);
    }
    std::set<std::string> own;
    for (std::size_t i = 0; i < here; ++i) own.insert(claims[i].id);
    std::vector<ComparedClaim> items = ComparableItems(claims, TestRules());
    for (const ComparableSet& set : ComparableSets(items)) {
      for (const Lane& lane : ConflictLanes(set.items, *set.rule)) {
        std::size_t mine = std::ranges::count_if(
            lane.items, [&](const ComparedClaim* item) { return own.contains(item->claim->id); });
        if (mine > 0 && mine < lane.items.size()) return true;
      }
    }
    return false;
  }

  MarkedLibrary marked_;
  std::vector<Extraction> clean_;
  std::set<std::string> known_;
  std::set<std::pair<std::string, Span>> contested_;
  std::map<std::string, std::vector<const MarkedFigure*>> by_fact_;
  std::vector<const MarkedFigure*> drawn_;
};

struct Rate {
  int counted = 0;
  int found = 0;
  int false_ones = 0;  // draws with a false finding
  int read = 0;        // read alike in the clean documents
  int read_found = 0;
  double percent() const { return 100.0 * found / counted; }
  double read_percent() const { return 100.0 * read_found / read; }
  double false_percent() const { return 100.0 * false_ones / counted; }
};

unsigned Seed() {
  const char* given = std::getenv("TALLY_PLANTED_SEED");
  return given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 20;
}

Rate MeasureRate(const std::string& name, const PlantedLibrary& library) {
  std::mt19937 random(Seed());
  Rate rate;
  std::map<std::string, std::map<std::string, int>> misses;  // cause, fact and slip
  std::map<std::string, std::pair<int, int>> by_slip;
  std::vector<std::string> lines;
  for (int draws = 0; rate.counted < kPlants && draws < 20 * kPlants; ++draws) {
    PlantedLibrary::Trial trial = library.Draw(random);
    if (!trial.counts) continue;
    ++rate.counted;
    rate.found += trial.found;
    rate.false_ones += !trial.false_findings.empty();
    rate.read += trial.read_alike;
    rate.read_found += trial.read_alike && trial.found;
    ++by_slip[trial.slip].second;
    by_slip[trial.slip].first += trial.found;
    for (const std::string& message : trial.false_findings)
      lines.push_back("FALSE " + trial.line + "\n      " + message);
    if (!trial.found) {
      lines.push_back((trial.read_alike ? "MISS-READ " : "MISS ") + trial.line + "\n    " + trial.cause);
      ++misses[trial.cause.substr(0, trial.cause.find('\n'))][trial.fact];
    }
  }
  std::string summary = fmt::format(
      "{}: {} places, {} plants, found {:.1f} %, of places read alike {:.1f} % of {}, false {:.1f} %\n", name,
      library.places(), rate.counted, rate.percent(), rate.read_percent(), rate.read, rate.false_percent());
  for (const auto& [slip, count] : by_slip)
    summary += fmt::format("  {} {}/{}", slip, count.first, count.second);
  for (const auto& [cause, facts] : misses) {
    summary += "\n  " + cause + ":";
    for (const auto& [fact, count] : facts) summary += fmt::format(" {} {}", fact, count);
  }
  ::testing::Test::RecordProperty(name, summary);
  if (const char* path = std::getenv("TALLY_PLANTED")) {
    std::ofstream out(path, std::ios::app);
    std::ranges::sort(lines);
    for (const std::string& line : lines) out << line << '\n';
    out << summary << '\n';
  }
  return rate;
}

TEST(PlantedErrors, AreFoundInTheSeeds) {
  PlantedLibrary library(ReadAnnotatedFiles(
      kRoot / "seeds", kRoot / "tests/gold/seed_findings.jsonl",
      {"S23", "S24", "S25", "S26", "S27", "S28", "S29", "S30", "S31", "S32", "S33", "S34", "S35", "S43"}));
  Rate rate = MeasureRate("seeds", library);
  EXPECT_GE(rate.read_percent(), kSeedsReadFloor);
  EXPECT_GE(rate.percent(), kSeedsFloor);
  EXPECT_LE(rate.false_percent(), 2);
}

TEST(PlantedErrors, AreFoundInDocumentsOfThreeWritings) {
  PlantedLibrary library(ReadMarkedFiles(kRoot / "tests/plants"));
  Rate rate = MeasureRate("plants", library);
  EXPECT_GE(rate.read_percent(), kPlantsReadFloor);
  EXPECT_GE(rate.percent(), kPlantsFloor);
  EXPECT_LE(rate.false_percent(), 2);
}

}  // namespace
}  // namespace tally
