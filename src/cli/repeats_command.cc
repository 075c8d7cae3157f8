// tally repeats: every place that states a figure.
#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/asked_value.h"
#include "cli/table_format.h"
#include "pipeline.h"
#include "report/overview.h"
#include "report/repeat_table.h"
#include "store/claim_store.h"

namespace tally {
namespace {

namespace po = boost::program_options;

void AddOptions(po::options_description& options) {
  AddFlag(options, "exact", "only figures of the very value, not those that say it more or less exactly");
  AddFlag(options, "all-versions", "also in replaced versions of the documents");
  AddClaimFormatOption(options);
}

// As Claim::id: 16 hexadecimal digits.
bool IsClaimId(const std::string& text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// The claim of this id, where there is one; sixteen digits may be a figure too.
std::optional<Claim> ClaimOf(const std::string& id, const ClaimStore& store) {
  if (!IsClaimId(id)) return std::nullopt;
  ClaimFilter filter;
  filter.id = id;
  filter.current_only = false;
  std::vector<Claim> claims = store.Find(filter);
  if (!claims.empty()) return claims.back();
  if (id.find_first_not_of("0123456789") == std::string::npos) return std::nullopt;
  throw UserError(fmt::format("repeats: the database has no claim {}", id));
}

class Search {
 public:
  Search(const Value& value, const std::optional<Claim>& asked, const RuleSet& rules, bool exact)
      : value_(value), asked_(asked), rules_(rules), exact_(exact) {}

  // nullopt for a figure that is another.
  std::optional<RepeatedFigure> Judge(const Claim& claim) const {
    RepeatedFigure repeated{claim, RepeatOf(value_, claim.value, rules_.thresholds), std::nullopt};
    if (asked_) repeated.same_key = claim.id == asked_->id || SameKey(*asked_, claim, rules_);
    // Of other things, what merely comes near says nothing.
    bool near = !exact_ && repeated.same_key.value_or(true);
    if (repeated.repeat == Repeat::kNot || (repeated.repeat == Repeat::kConsistent && !near))
      return std::nullopt;
    return repeated;
  }

 private:
  const Value& value_;
  const std::optional<Claim>& asked_;
  const RuleSet& rules_;
  bool exact_;
};

// What a correction reaches first comes first; else by place.
void Sort(std::vector<RepeatedFigure>& repeats) {
  std::ranges::stable_sort(repeats, [](const RepeatedFigure& a, const RepeatedFigure& b) {
    auto rank = [](const RepeatedFigure& r) {
      return std::pair(!r.same_key.value_or(true), r.repeat != Repeat::kSame);
    };
    return rank(a) < rank(b);
  });
}

std::vector<RepeatedFigure> Find(const Invocation& invocation, const Toolkit& toolkit) {
  const std::string& typed = invocation.operands.front();
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly);
  std::optional<Claim> asked = ClaimOf(typed, store);
  Value value = asked ? asked->value : AskedValue("repeats", typed, toolkit);
  if (!MeasureOf(value)) throw UserError(fmt::format("repeats: the value of claim {} is not known", typed));
  ClaimFilter filter;
  filter.order = ClaimFilter::Order::kDocument;
  filter.current_only = !invocation.Has("all-versions");
  NarrowToRepeats(value, filter);
  Search search(value, asked, toolkit.rules, invocation.Has("exact"));
  std::vector<RepeatedFigure> repeats;
  store.Find(filter, [&](const Claim& claim) {
    if (auto repeated = search.Judge(claim)) repeats.push_back(std::move(*repeated));
    return false;
  });
  Sort(repeats);
  return repeats;
}

int Run(const Invocation& invocation) {
  if (invocation.operands.empty())
    throw UserError("repeats: name a figure or the id of a claim, such as: tally repeats '13 billion USD'");
  if (invocation.operands.size() > 1)
    throw UserError(fmt::format("repeats: '{}' is too much; put a figure of several words in quotes",
                                invocation.operands[1]));
  ClaimFormat format = ClaimFormatOf(invocation);
  auto toolkit = LoadToolkit(invocation.global.rules);
  std::vector<RepeatedFigure> repeats = Find(invocation, *toolkit);
  invocation.console.out << (format == ClaimFormat::kJsonLines
                                 ? RepeatJsonLines(repeats)
                                 : FormatTable(RepeatTable(repeats), RepeatData(repeats), format));
  if (!invocation.global.quiet) {
    auto same = std::ranges::count(repeats, Repeat::kSame, &RepeatedFigure::repeat);
    invocation.console.err << fmt::format("{}: {} the same, {} consistent\n", Count(repeats.size(), "place"),
                                          same, repeats.size() - static_cast<std::size_t>(same));
  }
  return kExitClean;
}

}  // namespace

Command RepeatsCommand() {
  return {
      "repeats",
      "every place that states a figure",
      "VALUE | CLAIM-ID",
      "Prints each place in the database (--db) that states the figure, however it is written, so that a\n"
      "correction reaches them all. 'same' states the very value, 'consistent' says it more or less exactly\n"
      "(about 13 billion, 12.98 billion). A number without a unit stands for any unit. Of a claim's id, the\n"
      "places that speak of the same thing come first, then those that state the same value of another.\n"
      "Figures that no rule claimed are searched too.\n",
      "  tally repeats 130億美元\n"
      "  tally repeats '13 billion dollars' --exact --format csv\n"
      "  tally repeats 0f1e2d3c4b5a6978\n",
      "  0  the places are printed, also where there are none\n"
      "  2  the database is not usable, or VALUE is no figure\n",
      AddOptions,
      Run};
}

}  // namespace tally
