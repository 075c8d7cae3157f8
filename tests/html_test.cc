// What a reader sees of an HTML page: which text is read, as what, and what is passed over.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "base/fold.h"
#include "base/utf8.h"
#include "document/html_reader.h"
#include "document_fixture.h"

namespace tally {
namespace {

struct PageCase {
  std::string name;
  std::string html;
  std::string shown;
};

void ExpectPages(const std::vector<PageCase>& cases) {
  for (const PageCase& c : cases) {
    Document document = Read("a.html", c.html);
    EXPECT_EQ(Show(document), c.shown) << c.name;
    EXPECT_TRUE(document.problems.empty()) << c.name << ": " << document.problems[0];
  }
}

TEST(Html, IsToldByNameOrByItsBeginning) {
  for (const char* path : {"a.html", "a.HTM", "a.xhtml"})
    EXPECT_EQ(Show(Read(path, "<b>5</b> 億")), "body: 5 亿\n");
  for (const char* page :
       {"<!DOCTYPE html><p><b>5</b> 億", "\n <html><p><b>5</b> 億", "<?xml version='1.0'?>\n<html><p>5 億",
        "<!-- saved --><!doctype html><p>5 億", "\xEF\xBB\xBF<!doctype html><p>5 億"}) {
    EXPECT_EQ(Show(Read("page", page)), "body: 5 亿\n") << page;
  }
  EXPECT_EQ(Show(Read("a.txt", "<p>5 億</p>")), "body: 5 亿\n");
  EXPECT_EQ(Show(Read("a.md", "<html>5 億\n\n    6 億")), "body: 5 亿\nbody: 6 亿\n");
}

TEST(Html, ReadsProseAndPassesOverMarkup) {
  ExpectPages({
      {"inline elements do not part a figure", "<p>募得<b>1<i>3</i></b>0<span> 億</span>美元</p>",
       "body: 募得130 亿美元\n"},
      {"block elements do", "<div>甲<p>13</p>億</div><ul><li>乙<li>丙</ul>",
       "body: 甲\nbody: 13\nbody: 亿\nbody: 乙\nbody: 丙\n"},
      {"elements that HTML does not know are inline", "<p>13<x-unit>億</x-unit>元", "body: 13亿元\n"},
      {"references", "<p>AT&amp;T&nbsp;paid &#36;5&hellip; &unknown; &#20740;",
       "body: AT&T paid $5…|&unknown;|亿\n"},
      {"lines join as wrapped ones", "<p>總額為十三\n   億美元，由 Acme\nCorp 出資",
       "body: 总额为十三亿美元，由 Acme Corp 出资\n"},
      {"blanks count as one", "<p>  Acme   paid \t <b> 5 </b> dollars ", "body: Acme paid 5 dollars\n"},
      {"a line break is one, two end a paragraph", "<p>Acme paid<br>5 dollars<br><br/>甲公司<br>\n<br>\n乙",
       "body: Acme paid 5 dollars\nbody: 甲公司\nbody: 乙\n"},
      {"comments, scripts, styles, templates, drawings",
       "<p>甲<!-- 99 "
       "--><script>99</script><style>99</style><template>99</template><svg><text>99</text></svg>乙",
       "body: 甲 乙\n"},
      {"code and fields are not read", "<p>用 <code>x=5</code> 計算<select><option>5 億</select></p>",
       "body: 用 计算\n"},
      {"hidden text is not read",
       "<p>甲<span hidden>1</span><b style='Display : NONE'>2</b><i aria-hidden=true>3</i>乙</p><div "
       "hidden><p>4 億</p></div>",
       "body: 甲 乙\n"},
      {"withdrawn text neither", "<p>募得<del>130億</del><s>1</s>13億", "body: 募得13亿\n"},
      {"footnote marks are no digits of a figure",
       "<p>募得 130<sup>[1]</sup> 億、營收 5<sup><a href=#2>2</a></sup>億，3 億<sup>*</sup>。",
       "body: 募得 130 亿、营收 5 亿，3 亿。\n"},
      {"powers neither, but those of units", "<p>10<sup>9</sup> 元，30 m<sup>2</sup>，5<sup>th</sup>",
       "body: 10^9 元，30 m2，5th\n"},
      {"headings", "<h1>甲公司融資</h1><h2>背景</h2><p>正文",
       "title#: 甲公司融资\nbody#: 背景\nbody: 正文\n"},
      {"captions and descriptions",
       "<figure><img src=a.jpg alt='2019 年的合照'><img alt='a.jpg'><img alt=''><figcaption>圖：5 "
       "人</figcaption></figure><p>正文",
       "caption: 2019 年的合照\ncaption: 图:5 人\nbody: 正文\n"},
      {"unclosed elements", "<div><p>甲<p>乙 <b>5<p>億", "body: 甲\nbody: 乙 5\nbody: 亿\n"},
      {"text without any tag", "甲公司募得 13 億", "body: 甲公司募得 13 亿\n"},
      {"stray signs", "<p>1 < 2 > 1 & 3", "body: 1 < 2 > 1 & 3\n"},
  });
}

TEST(Html, TellsTheArticleFromWhatStandsAroundIt) {
  const std::string text = "<p>甲公司宣布，募得 13 億美元，由乙公司領投，丙公司跟投，並將用於建廠。</p>";
  const std::string shown = "body: 甲公司宣布，募得 13 亿美元，由乙公司领投，丙公司跟投，并将用于建厂。\n";
  ExpectPages({
      {"by elements",
       "<header>站名 1</header><nav>導航 2</nav>" + text +
           "<aside>旁邊 3</aside><form>5</form><footer>© 2025</footer>",
       shown},
      {"by roles", "<div role=navigation>1 億</div>" + text + "<div role='complementary'>2 億</div>", shown},
      {"by class and id",
       "<div class='x relatedNews'>1 億</div>" + text +
           "<div id=comments>2 億</div><section class=ad-top>3 億</section>",
       shown},
      {"a word inside another is none", "<div class=shadow>1 億</div>" + text, "body: 1 亿\n" + shown},
      {"whatever is called so, most of the text is no furniture",
       "<div class=sidebar-left>" + text + "</div>", shown},
      {"a page that is one form", "<form>" + text + "</form>", shown},
      {"a page hidden until it is shown", "<body style='visibility:hidden'>" + text, shown},
      {"article", "<div>其他 5 億</div><article>" + text + "</article><p>其他 6 億</p>", shown},
      {"teasers are articles too", "<article>" + text + "</article><article>乙 5 億</article>", shown},
      {"articleBody, with the lines between it and its headline",
       "<p>前 5 億</p><main><h1>題</h1><p>來源：丁報</p><div itemprop=articleBody>" + text +
           "</div><p>後 6 億</p></main>",
       "title#: 题\nbyline: 来源:丁报\n" + shown},
      {"an article beside which most of the text stands marks nothing", "<article>乙</article>" + text,
       "body: 乙\n" + shown},
      {"lists of links",
       text + "<ul><li><a href=1>乙 5 號</a><li><a href=2>丙 6 號</a><li><a href=3>丁 7 號</a></ul>", shown},
      {"but not a link by itself", text + "<p><a href=1>公告 5 億</a></p>", shown + "body: 公告 5 亿\n"},
      {"the headline may stand in the header",
       "<title>題甲乙丙 - 某站</title><header><h1>某站</h1><h1>題甲乙丙</h1></header>" + text,
       "title#: 题甲乙丙\n" + shown},
  });
}

TEST(Html, TheArticleMayBeNamedByItsElement) {
  const std::string text = "<p>甲公司宣布，募得 13 億美元，由乙公司領投，丙公司跟投，並將用於建廠。</p>";
  const std::string shown = "body: 甲公司宣布，募得 13 亿美元，由乙公司领投，丙公司跟投，并将用于建厂。\n";
  ExpectPages({
      {"what stands around it is none of it",
       "<h1>題</h1><p>來源：丁報</p><div class=entry-content>" + text + "</div><p>作者寫過 340 篇報導</p>",
       "title#: 题\nbyline: 来源:丁报\n" + shown},
      {"the inner one of two",
       "<div class=article-content><div id=artibody>" + text + "</div><p>上證指數 3342.00</p></div>", shown},
      {"under a generated name", "<div class=article-body__content__17Yit>" + text + "</div><p>廣告 5</p>",
       shown},
      {"in parts",
       "<div class=story-body>" + text + "</div><p>廣告 5</p><div class=story-body><p>共 3 億。</p></div>",
       shown + "body: 共 3 亿。\n"},
      {"a name that has it as a part is another's", "<div class=entry-content-note>3 億</div>" + text,
       "body: 3 亿\n" + shown},
      {"a button to read more hides nothing", text + "<div class=readmore>共 3 億。</div>",
       shown + "body: 共 3 亿。\n"},
  });
}

TEST(Html, SpansThatAreSetApartDoNotTouch) {
  ExpectPages({
      {"two words", "<p><span>Jane Doe</span><span>Boston</span></p>", "body: Jane Doe Boston\n"},
      {"dates and times", "<p><time><span>on May 4</span><span>10 people</span></time><time>x</time></p>",
       "body: on May 4 10 people x\n"},
      {"a dropped capital", "<p><span>T</span><span>he firm</span></p>", "body: The firm\n"},
      {"a figure in parts", "<p><span>12</span><span>.5%</span> and <span>13</span><span>億</span></p>",
       "body: 12.5% and 13亿\n"},
  });
}

TEST(Html, ShortPostsOfALiveReportAreNoTeasers) {
  const std::string text =
      "<article><p>甲公司宣布，募得 13 億美元，由乙公司領投，丙公司跟投，並將用於建廠。</p></article>";
  const std::string shown = "body: 甲公司宣布，募得 13 亿美元，由乙公司领投，丙公司跟投，并将用于建厂。\n";
  ExpectPages({
      {"a sentence", text + "<article>乙 5 億。</article>", shown + "body: 乙 5 亿。\n"},
      {"a headline", text + "<article>乙 5 億</article>", shown},
      {"a link with a sentence", text + "<article><a href=1>丙募資</a><p>乙 5 億。</p></article>", shown},
  });
}

TEST(Html, AHeadingThatNamesASectionIsNoTitle) {
  const std::string text = "<article><p>Acme has paid $12 million to 3,400 families.</p></article>";
  struct {
    std::string page;
    std::string title;
  } cases[] = {
      {"<title>Fund pays $12 million | Site</title><h1>News</h1>", "Fund pays $12 million"},
      {"<title>Fund pays $12 million | Site</title><h1>Fund pays $12 million</h1>", "Fund pays $12 million"},
      {"<title>Fund pays $12 million | Site</title><h1>Families get money from Acme</h1>",
       "Families get money from Acme"},
      {"<title>Fund pays out | Site</title><h1>Fund pays 12m</h1>", "Fund pays 12m"},
      {"<h1>News</h1>", "News"},
  };
  for (const auto& c : cases) EXPECT_EQ(Read("a.html", c.page + text).title, c.title) << c.page;
}

TEST(Html, ReadsEverythingWhereNothingLooksLikeAnArticle) {
  std::string page = "<nav>導航 1</nav><aside>旁邊 2</aside><footer>腳 3</footer>";
  Document document = Read("a.html", page);
  EXPECT_EQ(Show(document), "body: 导航 1\nbody: 旁边 2\nbody: 脚 3\n");
  EXPECT_EQ(
      document.problems,
      std::vector<std::string>{"HTML: nothing on this page looks like an article; all of its text is read"});
}

TEST(Html, CountsWhatItPassesOver) {
  std::vector<std::string> problems;
  HtmlPage page =
      ReadHtml("<nav>1</nav><p>甲公司募得 13 億美元</p><footer><p>2<p>3</footer>", 0, TestWords(), problems);
  EXPECT_EQ(page.passages.size(), 1u);
  EXPECT_EQ(page.passed_over, 3u);
}

TEST(Html, TablesGiveEachCellItsHead) {
  ExpectPages({
      {"heads",
       "<table><caption>表 5</caption><tr><th>公司<th>金額</tr><tr><td>甲<td>3 億</tr><tr><td>乙<td>4 "
       "億</table>",
       "caption: 表 5\nbody: 公司|金额\nbody: 甲|金额 3 亿\nbody: 乙|金额 4 亿\n"},
      {"figures in heads stay apart from those of cells",
       "<table><tr><th>公司<th>2023年</tr><tr><td>甲<td>3 億</table>",
       "body: 公司|2023年\nbody: 甲|2023年 3 亿\n"},
      {"tables that lay out a page",
       "<table><tr><td><p>1<p>2<p>3<p>4</td><td><table><tr><td>5<td>6</table></td></tr></table>",
       "body: 1\nbody: 2\nbody: 3\nbody: 4\nbody: 5|6\n"},
      {"cells outside of a table", "<td>甲</td><td>乙</td>", "body: 甲\nbody: 乙\n"},
      {"an unclosed table", "<p>甲<table><tr><td>1<td>2", "body: 甲\nbody: 1|2\n"},
  });
}

// A page of random markup, and the folded text that it must give.
TEST(HtmlSpans, EveryCharacterOfARandomPageMapsToItself) {
  struct Token {
    std::string_view raw;
    std::string_view read;
  };
  const Token kTokens[] = {{"130", "130"},         {"億", "亿"},   {"é", "é"},         {"😀", "😀"},
                           {"e\u0301", "e\u0301"}, {"&amp;", "&"}, {"&#20740;", "亿"}, {"１", "1"},
                           {"&nbsp;", " "},        {"漢", "汉"},   {"&hellip;", "…"},  {"a", "a"}};
  const std::string_view kInline[] = {"<b>",
                                      "</b>",
                                      "<i class='a>b'>",
                                      "</i>",
                                      "<!-- 99 -->",
                                      "<a href='?a=1&amp;b'>",
                                      "</a>",
                                      "<span hidden>99</span x>",
                                      "<![CDATA[9]]>",
                                      "</nosuch>",
                                      "<wbr>"};
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::string html = "<p>x";
    std::string wanted = "x";
    std::vector<Span> places = {{3, 4}};
    for (int i = 0; i < 60; ++i) {
      if (random() % 3 == 0) {
        std::string_view markup = kInline[random() % std::size(kInline)];
        if (markup.find("hidden") == std::string_view::npos) html += markup;
        continue;
      }
      const Token& token = kTokens[random() % std::size(kTokens)];
      if (token.read == " " && wanted.ends_with(" ")) continue;
      html += token.raw;
      wanted += token.read;
    }
    html += "z";
    wanted += "z";
    Document document = Read("a.html", html);
    ASSERT_EQ(document.blocks.size(), 1u) << html;
    const FoldedText& text = document.blocks[0].text;
    ASSERT_EQ(text.str(), wanted) << html;
    for (std::size_t at = 0; at < wanted.size();) {
      std::size_t length = DecodeUtf8(wanted, at).length;
      std::string original(document.Cut(text.ToOriginal({at, at + length})));
      std::string read = original.starts_with('&') ? original : Fold(original);
      auto token = std::ranges::find_if(kTokens, [&](const Token& t) {
        return t.raw == original ||
               (!original.starts_with('&') && t.read.find(read) != std::string_view::npos);
      });
      std::string_view slice = std::string_view(wanted).substr(at, length);
      EXPECT_TRUE(read == slice || (token != std::end(kTokens) && token->read == slice))
          << original << "/" << slice;
      at += length;
    }
  }
}

TEST(HtmlSpans, QuotesAreWhatTheFilePrints) {
  struct {
    std::string html;
    std::string folded;
    std::string original;
  } cases[] = {
      {"<p>募得<b>１３０</b> 億美元", "130 亿美元", "１３０</b> 億美元"},
      {"<p>A&nbsp;5&amp;6", " 5&6", "&nbsp;5&amp;6"},
      {"<p>約 30\r\n  億", "30 亿", "30\r\n  億"},
      {"<meta property=og:title content='a &quot;5&quot; b'><p>x", "\"5\"", "&quot;5&quot;"},
      {"<title>甲 ５ 億 - 站</title><p>x", "甲 5 亿", "甲 ５ 億"},
      {"<p><img alt='甲&#32;５ 億'>", "甲 5 亿", "甲&#32;５ 億"},
      {"<table><tr><th>a<th>b</tr><tr><td>甲<td>５億</table>", "5亿", "５億"},
  };
  for (const auto& c : cases) {
    Document document = Read("a.html", c.html);
    bool found = false;
    for (const Block& block : document.blocks) {
      std::size_t at = block.text.str().find(c.folded);
      if (at == std::string::npos) continue;
      found = true;
      EXPECT_EQ(document.Cut(block.text.ToOriginal({at, at + c.folded.size()})), c.original);
    }
    EXPECT_TRUE(found) << c.folded << " in\n" << Show(document);
  }
}

// What a wrapper's class says of the page, and what a paragraph is called by its subject, hides no text.
TEST(Html, AWrapperOfTheArticleIsNoFurniture) {
  const std::string story = "<p>OpenAI raised $1 billion.</p>";
  const std::string letters =
      "<p>I read all of it, and I think that it will have cost them far more than that.</p>";
  for (const std::string& page :
       {"<div class='with-sidebar'>" + story + "</div><div>" + letters + "</div>",
        "<div class='layout sidebar-right'><article>" + story + "</article></div><div>" + letters + "</div>",
        "<div class='comments-open'>" + story + "</div><div>" + letters + "</div>",
        "<section id='social-media-revenue'>" + story + "</section><div>" + letters + "</div>",
        "<article><p class='ad-revenue'>OpenAI raised $1 billion.</p>" + letters + "</article>",
        "<article>" + letters + letters + "<div class='paywall'>" + story + "</div></article>"}) {
    std::string shown = Show(Read("a.html", "<!doctype html><title>A</title>" + page));
    EXPECT_NE(shown.find("OpenAI raised $1 billion."), std::string::npos) << page << "\n" << shown;
  }
}

// Content management systems hand out pieces of pages without a head.
TEST(Html, APieceOfAPageIsHtmlWhateverItsName) {
  for (const char* name : {"17", "a.txt", "-"}) {
    EXPECT_EQ(Show(Read(name, "<p>OpenAI raised $2&nbsp;billion.</p>\n<p>It has <b>$3</b> billion.</p>")),
              "body: OpenAI raised $2 billion.\nbody: It has $3 billion.\n")
        << name;
  }
  EXPECT_EQ(Show(Read("a.txt", "<p is the probability, and 3 > 2.")),
            "body: <p is the probability, and 3 > 2.\n");
}

}  // namespace
}  // namespace tally
