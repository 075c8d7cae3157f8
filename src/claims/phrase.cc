#include "claims/phrase.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/utf8.h"

namespace tally {
namespace {

// The characters of a gap: anything but the end of a clause and another name (the symbols of mentions and
// pronouns), so that "监管机构批准了微软对 OpenAI 的投资" is not read as the regulator's. A place may stand
// there: 收购意大利品牌某某六成股权.
static_assert(kMentionKinds[6] == "place");
constexpr std::string_view kGapClass = "[^，,;；:：。()！？!?\\x{E010}-\\x{E015}\\x{E017}-\\x{E01F}]";

constexpr std::string_view kAsideClass = "(?: *\\([^()]{1,12}\\))?";

// Bytes of a pattern that is far within what RE2 compiles.
constexpr std::size_t kSurelyCompiles = 1000;

std::string Symbols(const std::vector<char32_t>& symbols, std::vector<std::uint32_t>& masks) {
  std::string out = "([";
  masks.push_back(0);
  for (char32_t c : symbols) {
    AppendUtf8(c, out);
    masks.back() |= SymbolBit(c);
  }
  return out + "])";
}

std::vector<char32_t> MentionSymbols(const std::vector<std::string>& kinds) {
  std::vector<char32_t> symbols{kPronounSymbol, MentionSymbol("name")};
  for (std::string_view kind : kMentionKinds) {
    if (kinds.empty() || std::ranges::find(kinds, kind) != kinds.end())
      symbols.push_back(MentionSymbol(kind));
  }
  return symbols;
}

std::vector<char32_t> ValueSymbols(const PredicateRule& rule) {
  std::vector<char32_t> symbols;
  for (const std::string& name : rule.dimensions) {
    auto dimension = DimensionFromName(name);
    if (dimension) symbols.push_back(kFirstQuantitySymbol + static_cast<char32_t>(*dimension));
    if (name == "money") symbols.push_back(kBareMagnitudeSymbol);
  }
  return symbols;
}

// Translates the phrase piece by piece.
class Compiler {
 public:
  Compiler(std::string_view source, const PredicateRule& rule) : source_(source), rule_(rule) {}

  // `symbols`: by slot, a mask of the symbols that it takes.
  std::string Run(std::vector<std::string>& slots, std::vector<std::uint32_t>& symbols,
                  std::vector<std::string>& triggers, std::vector<Phrase::Piece>& pieces) {
    while (at_ < source_.size()) {
      std::size_t from = at_;
      if (source_.substr(at_).starts_with("...")) {
        pattern_ += fmt::format("{}{{0,{}}}?", kGapClass, Phrase::kGap);
        at_ += 3;
      } else if (source_[at_] == '{') {
        pattern_ += Slot(Until('}'), slots, symbols);
      } else if (source_[at_] == '[') {
        pattern_ += Alternatives(Until(']'), triggers);
      } else if (source_[at_] == ' ') {
        pattern_ += " *";
        ++at_;
      } else {
        Word(triggers);
      }
      pieces.push_back({std::string(source_.substr(from, at_ - from)), pattern_.size()});
    }
    if (std::ranges::count(slots, "value") != 1) Fail("wants exactly one {value}");
    return pattern_;
  }

 private:
  [[noreturn]] void Fail(std::string_view why) const {
    throw UserError(fmt::format("the phrase \"{}\" {}", source_, why));
  }

  std::string_view Until(char close) {
    std::size_t end = source_.find(close, at_);
    if (end == std::string_view::npos) Fail(fmt::format("has no closing '{}'", close));
    std::string_view inside = source_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return inside;
  }

  std::string Slot(std::string_view name, std::vector<std::string>& slots,
                   std::vector<std::uint32_t>& symbols) const {
    slots.emplace_back(name);
    // 以228亿美元(约合人民币1660亿元)收购: what the figure is in another currency.
    if (name == "value") return Symbols(ValueSymbols(rule_), symbols).append(kAsideClass);
    if (name == "subject") return Symbols(MentionSymbols(rule_.subject.kinds), symbols);
    if (name == "object") return Symbols(MentionSymbols(rule_.object.kinds), symbols);
    if (name == "speaker")
      return Symbols(MentionSymbols({"person", "company", "organization", "media"}), symbols);
    if (name == "period")
      return Symbols({kFirstQuantitySymbol + static_cast<char32_t>(Dimension::kDate)}, symbols);
    Fail(fmt::format("has an unknown slot {{{}}}; allowed: subject, object, value, period, speaker", name));
  }

  std::string Alternatives(std::string_view inside, std::vector<std::string>& triggers) const {
    std::string out = "(?:";
    std::vector<std::string> words;
    bool optional = false;
    std::size_t start = 0;
    while (start <= inside.size()) {
      std::size_t end = std::min(inside.find('|', start), inside.size());
      std::string word(inside.substr(start, end - start));
      optional = optional || word.empty();
      if (start > 0) out += '|';
      out += re2::RE2::QuoteMeta(word);
      words.push_back(std::move(word));
      start = end + 1;
    }
    // The group with the longest shortest word makes the best trigger.
    if (!optional && Shortest(words) > Shortest(triggers)) triggers = std::move(words);
    return out + ")";
  }

  void Word(std::vector<std::string>& triggers) {
    std::size_t end = source_.find_first_of("{[ ", at_);
    std::size_t gap = source_.find("...", at_);
    end = std::min({end, gap, source_.size()});
    std::string word(source_.substr(at_, end - at_));
    pattern_ += re2::RE2::QuoteMeta(word);
    if (word.size() > Shortest(triggers)) triggers = {word};
    at_ = end;
  }

  static std::size_t Shortest(const std::vector<std::string>& words) {
    std::size_t shortest = words.empty() ? 0 : words[0].size();
    for (const std::string& word : words) shortest = std::min(shortest, word.size());
    return shortest;
  }

  std::string_view source_;
  const PredicateRule& rule_;
  std::size_t at_ = 0;
  std::string pattern_;
};

}  // namespace

Phrase::Phrase(std::string source, const PredicateRule& rule) : source_(std::move(source)) {
  source_pattern_ = Compiler(source_, rule).Run(slots_, slot_symbols_, triggers_, pieces_);
  // A pattern is made of quoted words, of gaps and of classes of symbols. All that can be wrong with it is a
  // class of none, or its length.
  bool doubtful = source_pattern_.size() > kSurelyCompiles || std::ranges::count(slot_symbols_, 0u) > 0;
  if (doubtful && !Pattern().ok()) {
    throw UserError(fmt::format("the phrase \"{}\" does not compile: {}", source_, Pattern().error()));
  }
}

const re2::RE2& Phrase::Pattern() const {
  std::call_once(compiled_, [&] {
    re2::RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    pattern_ = std::make_unique<re2::RE2>(source_pattern_, options);
  });
  return *pattern_;
}

std::vector<PhraseMatch> Phrase::Match(const Sentence& sentence) const {
  std::vector<PhraseMatch> matches;
  // Each slot is a group that every match fills.
  for (std::uint32_t symbols : slot_symbols_) {
    if ((symbols & sentence.symbols) == 0) return matches;
  }
  const re2::RE2& pattern = Pattern();
  re2::StringPiece text(sentence.skeleton);
  std::vector<re2::StringPiece> groups(slots_.size() + 1);
  std::size_t from = 0;
  while (from <= text.size() && pattern.Match(text, from, text.size(), re2::RE2::UNANCHORED, groups.data(),
                                              static_cast<int>(groups.size()))) {
    PhraseMatch match;
    bool complete = true;
    for (std::size_t g = 0; g < slots_.size(); ++g) {
      auto item = sentence.ItemAtSkeleton(static_cast<std::size_t>(groups[g + 1].data() - text.data()));
      complete = complete && item.has_value();
      if (!item) continue;
      if (slots_[g] == "value") match.value = *item;
      if (slots_[g] == "subject") match.subject = item;
      if (slots_[g] == "object") match.object = item;
      if (slots_[g] == "period") match.period = item;
      if (slots_[g] == "speaker") match.speaker = item;
    }
    if (complete) matches.push_back(match);
    std::size_t end = static_cast<std::size_t>(groups[0].data() - text.data()) + groups[0].size();
    from = std::max(end, from + 1);
  }
  return matches;
}

}  // namespace tally
