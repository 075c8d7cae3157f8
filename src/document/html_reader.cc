// The headline is an <h1>, where the page has one that is no name of the site; its <title> otherwise. Titles
// and summaries in <meta> are texts of their own where they say something that the article does not: a title
// with another figure is a contradiction inside of one page.
#include "document/html_reader.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "document/html_page.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
// Bytes of a summary that are looked for in the text: a page cuts its summaries off.
constexpr std::size_t kMaxCompared = 120;
// What stands behind the title's last separator is the name of the site, if it is so short.
constexpr int kMaxSiteName = 30;

// Letters and digits alone: what a text says, however it is set.
std::string Essence(std::string_view folded) {
  std::string essence;
  for (std::size_t at = 0; at < folded.size();) {
    CodePoint c = DecodeUtf8(folded, at);
    std::string_view printed = folded.substr(at, c.length);
    if (HasWords(printed)) essence += AsciiLower(printed);
    at += c.length;
  }
  return essence;
}

class HtmlReader {
 public:
  HtmlReader(std::string_view raw, const DocumentWords& words, std::vector<std::string>& problems)
      : raw_(raw), words_(words), problems_(problems), page_(raw, words, problems) {}

  HtmlPage Read(std::size_t start) {
    ParseHtml(raw_, start, page_, problems_);
    page_.Finish();
    std::optional<std::size_t> headline = FindHeadline();
    MainText main = FindMainText(raw_, page_.regions(), page_.blocks(), words_, headline);
    if (main.whole_page)
      problems_.push_back("HTML: nothing on this page looks like an article; all of its text is read");
    TakeMetadata();
    TakeTitles(headline);
    TakeSummary(main.kept);
    std::vector<PageBlock>& blocks = page_.blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (!main.kept[i]) continue;
      Passage& passage = blocks[i].passage;
      if (passage.role == Role::kHeading1 && headline != i) passage.role = Role::kHeading;
      out_.passages.push_back(std::move(passage));
    }
    out_.passed_over = main.passed_over;
    return std::move(out_);
  }

 private:
  std::string Folded(const Passage& passage) const { return FoldPassage(raw_, {}, passage).str(); }

  std::string EssenceOf(const Passage& passage) const { return Essence(Folded(passage)); }

  // The titles that the page gives itself, the one meant for others first.
  std::vector<Passage> Titles() const {
    std::vector<Passage> titles;
    for (Span title : page_.metadata().titles())
      titles.push_back({Field::kTitle, Role::kNone, PiecesOfHtml(raw_, title)});
    if (!page_.title().pieces.empty()) titles.push_back(page_.title());
    for (Passage& title : titles) StripSite(title);
    return titles;
  }

  // "Headline - Site", "Headline | Site", "Headline_Site".
  void StripSite(Passage& title) const {
    std::string site = Essence(page_.metadata().site());
    // Headline, channel, channel, site: more is no title, and each costs a walk.
    constexpr int kMostParts = 4;
    int parts = 0;
    for (std::size_t i = title.pieces.size(); i-- > 0 && parts < kMostParts;) {
      Piece& piece = title.pieces[i];
      if (piece.kind != Piece::Kind::kText) continue;
      std::string_view text = raw_.substr(piece.raw.start, piece.raw.size());
      auto [at, length] = LastSeparator(text);
      if (at == kNone) continue;
      Passage tail{Field::kTitle,
                   Role::kNone,
                   {title.pieces.begin() + static_cast<std::ptrdiff_t>(i), title.pieces.end()}};
      tail.pieces.front().raw.start += at + length;
      Passage head{Field::kTitle,
                   Role::kNone,
                   {title.pieces.begin(), title.pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1}};
      head.pieces.back().raw.end = piece.raw.start + at;
      std::string name = Folded(tail);
      bool is_site = !site.empty() && Essence(name) == site;
      bool short_name = DisplayWidth(name) <= kMaxSiteName && std::ranges::none_of(name, IsAsciiDigit) &&
                        DisplayWidth(name) < DisplayWidth(Folded(head));
      if ((!is_site && !short_name) || !HasWords(Folded(head))) return;
      title = std::move(head);
      ++parts;
      // 标题_财经_网站: the channel stands between.
      i = title.pieces.size();
    }
  }

  static std::pair<std::size_t, std::size_t> LastSeparator(std::string_view text) {
    std::pair<std::size_t, std::size_t> last{kNone, 0};
    for (std::string_view mark : {" - ", " | ", " – ", " — ", "_", "|", "丨", "｜", " · ", " » "}) {
      std::size_t at = text.rfind(mark);
      if (at != kNone && (last.first == kNone || at > last.first)) last = {at, mark.size()};
    }
    return last;
  }

  std::optional<std::size_t> FindHeadline() const {
    const std::vector<std::size_t>& candidates = page_.first_headings();
    if (candidates.empty()) return std::nullopt;
    const std::vector<PageBlock>& blocks = page_.blocks();
    std::vector<std::string> titles;
    for (const Passage& title : Titles()) titles.push_back(EssenceOf(title));
    std::string site = Essence(page_.metadata().site());
    std::vector<bool> furniture = FindFurniture(page_.regions(), blocks);
    std::optional<std::size_t> best;
    std::size_t best_told = 0;  // bytes of the longest that is in a title; the site's name is in it, too
    for (std::size_t i : candidates) {
      std::string text = EssenceOf(blocks[i].passage);
      if (text.empty() || text == site) continue;
      bool told =
          std::ranges::any_of(titles, [&](const std::string& title) { return title.find(text) != kNone; });
      if (told && text.size() > best_told) {
        best = i;
        best_told = text.size();
      }
      // "Politics" above an article whose title says something else is the name of a section.
      bool may_be = titles.empty() || std::ranges::any_of(titles, [&](const std::string& title) {
                      return HasWordsOf(text, title);
                    });
      if (!best && may_be && !furniture[blocks[i].region]) best = i;
    }
    return best;
  }

  // True where a headline says partly the same as the title, in other words: a fifth of its runs of six
  // bytes, which are two Chinese characters, stand in the title. One that is as long as a title is a headline
  // anyway.
  static bool HasWordsOf(const std::string& headline, const std::string& title) {
    constexpr std::size_t kRun = 6;
    constexpr std::size_t kOneIn = 5;
    constexpr std::size_t kSectionName = 20;  // bytes: six Chinese characters
    if (headline.size() > kSectionName || headline.size() < kRun) return headline.size() >= kRun;
    std::size_t shared = 0;
    std::size_t runs = headline.size() - kRun + 1;
    for (std::size_t at = 0; at < runs; ++at) {
      if (title.find(headline.substr(at, kRun)) != kNone) ++shared;
    }
    return shared * kOneIn >= runs;
  }

  void TakeMetadata() {
    const PageMetadata& metadata = page_.metadata();
    out_.source = metadata.site();
    out_.author = metadata.author();
    out_.url = metadata.url();
    out_.language = page_.language();
    out_.published_time = metadata.PublishedTime();
    if (auto published = metadata.Published()) out_.passages.push_back(std::move(*published));
    if (std::string problem = metadata.DateProblem(); !problem.empty())
      problems_.push_back("HTML: " + problem);
  }

  void TakeTitles(std::optional<std::size_t> headline) {
    std::vector<std::string> said;
    if (headline) said.push_back(EssenceOf(page_.blocks()[*headline].passage));
    for (Passage& title : Titles()) {
      std::string text = EssenceOf(title);
      bool known = text.empty() || std::ranges::any_of(said, [&](const std::string& other) {
                     return other.find(text) != kNone || text.find(other) != kNone;
                   });
      if (known) continue;
      if (said.empty()) title.role = Role::kHeading1;
      out_.passages.push_back(std::move(title));
      said.push_back(std::move(text));
    }
  }

  // The first summary, unless it is the beginning of the text or of a part of it.
  void TakeSummary(const std::vector<bool>& kept) {
    if (page_.metadata().summaries().empty()) return;
    Passage summary{Field::kFrontMatter, Role::kNone,
                    PiecesOfHtml(raw_, page_.metadata().summaries().front())};
    std::string text = EssenceOf(summary);
    if (text.empty()) return;
    std::string beginning = text.substr(0, kMaxCompared);
    const std::vector<PageBlock>& blocks = page_.blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (kept[i] && EssenceOf(blocks[i].passage).find(beginning) != kNone) return;
    }
    out_.passages.push_back(std::move(summary));
  }

  std::string_view raw_;
  const DocumentWords& words_;
  std::vector<std::string>& problems_;
  HtmlPageBuilder page_;
  HtmlPage out_;
};

}  // namespace

HtmlPage ReadHtml(std::string_view raw, std::size_t start, const DocumentWords& words,
                  std::vector<std::string>& problems) {
  return HtmlReader(raw, words, problems).Read(start);
}

}  // namespace tally
