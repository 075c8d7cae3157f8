#include "document/main_text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace tally {
namespace {

using Kind = PageRegion::Kind;

// An article beside which three times as much stands is a teaser, or a page that marks only a part of its
// text.
constexpr std::size_t kLeastShare = 4;
// Articles of one page: a teaser among them is shorter than a fifth of the longest, and at least an eighth of
// it is a link to the article that it is of, or it is a headline alone. A short post of a live report says a
// sentence and leads nowhere.
constexpr std::size_t kTeaser = 5;
constexpr std::size_t kTeaserLink = 8;
// A line of links: at least two thirds of its bytes.
constexpr std::size_t kLinkParts = 2;
constexpr std::size_t kOfParts = 3;
// A single link may be a source; so many in a row are a list of other articles.
constexpr std::size_t kLinkRun = 3;

std::size_t Prose(const PageBlock& block) { return block.text_bytes - block.link_bytes; }

// The bytes of prose in each region, with those inside of it. `counts` says which blocks do.
template <class Counts>
std::vector<std::size_t> ProseByRegion(const std::vector<PageRegion>& regions,
                                       const std::vector<PageBlock>& blocks, Counts counts) {
  std::vector<std::size_t> prose(regions.size());
  for (const PageBlock& block : blocks) {
    if (counts(block)) prose[block.region] += Prose(block);
  }
  for (std::size_t i = regions.size(); i-- > 1;) prose[regions[i].parent] += prose[i];
  return prose;
}

bool EndsSentence(std::string_view raw, const PageBlock& block) {
  std::string text = PrintedText(raw, {}, block.passage);
  return std::ranges::any_of(std::array{"。", "！", "？", ".", "!", "?", "”", "」"},
                             [&](std::string_view mark) { return text.ends_with(mark); });
}

class MainTextFinder {
 public:
  MainTextFinder(std::string_view raw, const std::vector<PageRegion>& regions,
                 const std::vector<PageBlock>& blocks, const DocumentWords& words)
      : raw_(raw),
        regions_(regions),
        blocks_(blocks),
        words_(words),
        furniture_(FindFurniture(regions, blocks)) {}

  MainText Find(std::optional<std::size_t> title) {
    std::vector<bool> main = MainRegions();
    MainText found;
    found.kept.resize(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      found.kept[i] = main[blocks_[i].region] && !furniture_[blocks_[i].region];
    }
    KeepFromTitle(title, found.kept);
    DropLinkRuns(title, found.kept);
    if (std::ranges::find(found.kept, true) == found.kept.end() && !blocks_.empty()) {
      found.whole_page = true;
      found.kept.assign(blocks_.size(), true);
    }
    found.passed_over = static_cast<std::size_t>(std::ranges::count(found.kept, false));
    return found;
  }

 private:
  // Of two articles' texts, one inside of the other, the inner one is meant where it holds half of the outer
  // one.
  void UnmarkWrappers(const std::vector<std::size_t>& prose, std::vector<bool>& marked) const {
    // The nearest region above that is marked, for each region.
    std::vector<std::size_t> above(regions_.size());
    for (std::size_t i = 1; i < regions_.size(); ++i) {
      std::size_t parent = regions_[i].parent;
      above[i] = marked[parent] ? parent : above[parent];
    }
    for (std::size_t i = regions_.size(); i-- > 1;) {
      if (marked[i] && above[i] != 0 && prose[i] * 2 >= prose[above[i]]) marked[above[i]] = false;
    }
  }

  // The best that the page marks as the article and that holds enough of the text; otherwise all of the page.
  std::vector<bool> MainRegions() const {
    std::vector<std::size_t> prose =
        ProseByRegion(regions_, blocks_, [&](const PageBlock& block) { return !furniture_[block.region]; });
    for (Kind kind : {Kind::kArticleBody, Kind::kArticle, Kind::kMain}) {
      std::vector<bool> marked(regions_.size());
      for (std::size_t i = 0; i < regions_.size(); ++i)
        marked[i] = regions_[i].kind == kind && !furniture_[i];
      if (kind == Kind::kArticleBody) UnmarkWrappers(prose, marked);
      std::size_t best = 0;
      for (std::size_t i = 0; i < regions_.size(); ++i) {
        if (marked[i]) best = std::max(best, prose[i]);
      }
      if (best == 0 || best * kLeastShare < prose[0]) continue;
      std::vector<std::size_t> linked(regions_.size());
      std::vector<std::size_t> text(regions_.size());
      std::vector<bool> talks(regions_.size());
      bool several = std::ranges::count(marked, true) > 1;
      for (const PageBlock& block : blocks_) {
        if (!several) break;
        linked[block.region] += block.link_bytes;
        text[block.region] += block.text_bytes;
        if (EndsSentence(raw_, block)) talks[block.region] = true;
      }
      for (std::size_t i = regions_.size(); i-- > 1;) {
        linked[regions_[i].parent] += linked[i];
        text[regions_[i].parent] += text[i];
        if (talks[i]) talks[regions_[i].parent] = true;
      }
      auto is_teaser = [&](std::size_t i) {
        return prose[i] * kTeaser < best && (linked[i] * kTeaserLink >= text[i] || !talks[i]);
      };
      std::vector<bool> main(regions_.size());
      for (std::size_t i = 0; i < regions_.size(); ++i) {
        main[i] = main[regions_[i].parent] || (marked[i] && !is_teaser(i));
      }
      return main;
    }
    return std::vector<bool>(regions_.size(), true);
  }

  void KeepFromTitle(std::optional<std::size_t> title, std::vector<bool>& kept) const {
    if (!title) return;
    auto first = std::ranges::find(kept, true) - kept.begin();
    kept[*title] = true;
    for (std::size_t i = *title; i < static_cast<std::size_t>(first) && i < kept.size(); ++i) {
      if (!furniture_[blocks_[i].region]) kept[i] = true;
    }
  }

  bool IsLinks(const PageBlock& block) const {
    return block.link_bytes > 0 && block.link_bytes * kOfParts >= block.text_bytes * kLinkParts &&
           block.passage.field == Field::kBody && !EndsSentence(raw_, block);
  }

  // A ranking links each of its names, and gives each a figure: a menu or a list of other articles does not.
  // A figure is a number with a currency, a percent sign or a scale; in the row of a table any number.
  bool SaysFigure(const PageBlock& block) const {
    std::string text = FoldPassage(raw_, {}, block.passage).str();
    bool row = block.passage.table != TablePart::kNone;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!IsAsciiDigit(text[at])) continue;
      if (row) return true;
      std::string_view before = std::string_view(text).substr(0, at);
      for (std::string_view sign : {"$", "€", "£", "¥"}) {
        if (before.ends_with(sign)) return true;
      }
      while (at + 1 < text.size() &&
             (IsAsciiDigit(text[at + 1]) || text[at + 1] == '.' || text[at + 1] == ','))
        ++at;
      std::size_t next = text.find_first_not_of(' ', at + 1);
      if (next == std::string::npos) return false;
      std::string_view rest = std::string_view(text).substr(next);
      if (rest[0] == '%' || rest.starts_with("亿") || rest.starts_with("万") ||
          words_.figure_tails.lexicon.Longest(text, next))
        return true;
    }
    return false;
  }

  void DropLinkRuns(std::optional<std::size_t> title, std::vector<bool>& kept) const {
    std::vector<std::size_t> run;
    auto close = [&] {
      bool list = std::ranges::count_if(run, [&](std::size_t i) { return SaysFigure(blocks_[i]); }) *
                      static_cast<std::ptrdiff_t>(kOfParts) >=
                  static_cast<std::ptrdiff_t>(run.size() * kLinkParts);
      for (std::size_t i : run) kept[i] = run.size() < kLinkRun || list;
      run.clear();
    };
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!kept[i]) continue;
      bool same = run.empty() || (blocks_[run.back()].passage.table == TablePart::kNone) ==
                                     (blocks_[i].passage.table == TablePart::kNone);
      if (!same) close();
      if (IsLinks(blocks_[i]) && title != i) {
        run.push_back(i);
      } else {
        close();
      }
    }
    close();
  }

  std::string_view raw_;
  const std::vector<PageRegion>& regions_;
  const std::vector<PageBlock>& blocks_;
  const DocumentWords& words_;
  std::vector<bool> furniture_;
};

}  // namespace

std::vector<bool> FindFurniture(const std::vector<PageRegion>& regions,
                                const std::vector<PageBlock>& blocks) {
  std::vector<std::size_t> prose = ProseByRegion(regions, blocks, [](const PageBlock&) { return true; });
  // What is wrapped around the largest article is no furniture, whatever its class says: "layout
  // with-sidebar".
  std::size_t article = 0;
  for (std::size_t i = 1; i < regions.size(); ++i) {
    bool marked = regions[i].kind != Kind::kPage && regions[i].kind != Kind::kFurniture;
    if (marked && (article == 0 || prose[i] > prose[article])) article = i;
  }
  std::vector<bool> wraps(regions.size());
  for (std::size_t i = article; i != 0; i = regions[i].parent) wraps[i] = true;
  std::vector<bool> furniture(regions.size());
  for (std::size_t i = 1; i < regions.size(); ++i) {
    bool named = regions[i].kind == Kind::kFurniture && !wraps[i] && prose[i] * 2 <= prose[0];
    furniture[i] = furniture[regions[i].parent] || named;
  }
  return furniture;
}

MainText FindMainText(std::string_view raw, const std::vector<PageRegion>& regions,
                      const std::vector<PageBlock>& blocks, const DocumentWords& words,
                      std::optional<std::size_t> title) {
  return MainTextFinder(raw, regions, blocks, words).Find(title);
}

}  // namespace tally
