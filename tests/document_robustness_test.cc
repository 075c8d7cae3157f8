// Bad and hostile input: no crash, no hang, and what can be read is read. The limit of time is far above what
// linear reading takes here (under 0.2 s each) and far below what quadratic reading would (hours).
#include <gtest/gtest.h>

#include <array>
#include <chrono>

#include "document_fixture.h"

namespace tally {
namespace {

std::string Repeat(std::string_view unit, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

void ExpectReadQuickly(const std::string& name, const std::string& raw) {
  for (const char* path : {"a.md", "a.txt", "a.html"}) {
    auto start = std::chrono::steady_clock::now();
    Document document = Read(path, raw);
    std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    EXPECT_LT(seconds.count(), 10) << name << " as " << path;
    for (const Block& block : document.blocks) {
      ASSERT_FALSE(block.text.empty());
      ASSERT_LE(block.text.ToOriginal({0, block.text.size()}).end, document.text.size()) << name;
      for (TextSpan sentence : block.sentences) ASSERT_LE(sentence.end, block.text.size()) << name;
    }
  }
}

// A parser that compares each attribute with all before it takes minutes.
TEST(Robustness, TagsOfManyAttributesAreReadInLinearTime) {
  std::string tag = "<p";
  for (int i = 0; i < 100000; ++i) tag += " a" + std::to_string(i) + "=1";
  ExpectReadQuickly("attributes", tag + ">Acme paid 5 dollars</p>");
  EXPECT_EQ(Show(Read("a.html", tag + ">Acme paid 5 dollars</p>")), "body: Acme paid 5 dollars\n");
  ExpectReadQuickly("attributes of no tag", tag);
}

TEST(Robustness, RepeatedMarksAreReadInLinearTime) {
  for (std::string_view unit : {"[a]\n",
                                "[",
                                "](",
                                "![",
                                "![a](b) ",
                                "> a\n",
                                "*a ",
                                "**a _b ",
                                "~~a",
                                "<del>a",
                                "`a``",
                                "<a ",
                                "<!-- ",
                                "{{",
                                "{%",
                                "{{a}}",
                                "[^",
                                "{#a",
                                "[^1]: a\n",
                                "a\n: b\n",
                                "> [!NOTE]\n",
                                "{{< img alt=\"a\" >}}",
                                "{{< a=\"",
                                "<img alt=\"a\">",
                                "<img alt='",
                                "<figcaption>",
                                "660\n亿元",
                                "1……",
                                "a，\n",
                                "分享 ",
                                "相关阅读\n",
                                "IT之家5月8日消息，\n",
                                "http://",
                                "www.",
                                "(",
                                "「",
                                "。」",
                                "?!a ",
                                ". ",
                                ".a",
                                "A.B.",
                                "1.",
                                "…a",
                                "May ",
                                "May 8, 2025 ",
                                "2025年5月",
                                "will 2025年5月",
                                "来源:",
                                "via ",
                                "图",
                                "(图",
                                "\xE4",
                                "\xFF",
                                "|a|b|\n|---|---|\n",
                                "|",
                                "- ",
                                "# ",
                                "\r",
                                "\r\n",
                                "　",
                                "---\n",
                                "a: b\n",
                                "&",
                                "\\",
                                "億",
                                "0",
                                "<script"}) {
    ExpectReadQuickly(std::string(unit), Repeat(unit, 400000));
  }
}

TEST(Robustness, RepeatedTagsAreReadInLinearTime) {
  for (std::string_view unit : {"<p>a",
                                "<b>",
                                "</b>",
                                "</x>",
                                "<b></i>",
                                "<div><p>",
                                "<table>",
                                "<table><tr><td>5",
                                "<td colspan=1000 rowspan=0>5",
                                "<tr>",
                                "<th>",
                                "<a href='",
                                "<a b=\"",
                                "<a b c ",
                                "<!",
                                "<!--",
                                "<!-->",
                                "<![CDATA[",
                                "<![CDATA[]]>",
                                "<?",
                                "</",
                                "</a",
                                "</a ",
                                "<!doctype ",
                                "<",
                                "&#",
                                "&#x5",
                                "&a",
                                "&amp",
                                "<sup>1</sup>",
                                "<sup>",
                                "<br>",
                                "<title>",
                                "<h1>a</h1>",
                                "<li><a>1</a>",
                                "<nav>1",
                                "<article>1",
                                "<div class=ad>1",
                                "<script type=application/ld+json>{",
                                "<script type=application/ld+json>{\"datePublished\":\"</script>",
                                "<meta property=og:title content='a - b'>",
                                "<meta name=description content=a>",
                                "<time datetime=2025-05-08>",
                                "<img alt=5>",
                                "<textarea>",
                                "<style>",
                                "<plaintext>",
                                "<svg/>",
                                "<html><body>",
                                "</p>",
                                "</body>1"}) {
    ExpectReadQuickly(std::string(unit), Repeat(unit, 400000));
    ExpectReadQuickly("text " + std::string(unit), "<p>甲" + Repeat(unit, 400000) + "</p></script>");
  }
}

TEST(Robustness, HostilePages) {
  std::string name(1000000, 'x');
  ExpectReadQuickly("attribute",
                    "<p class='" + name + "' style='" + name + "'>5 億<a " + name + "=" + name + ">");
  ExpectReadQuickly("many classes", "<p class='" + Repeat("ad-x ", 1000000) + "'>5 億");
  ExpectReadQuickly("many attributes", "<p " + Repeat("a=1 ", 1000000) + ">5 億");
  ExpectReadQuickly("entity", "<p>5 億&" + name);
  ExpectReadQuickly("number", "<p>5 億&#" + std::string(1000000, '9') + ";");
  ExpectReadQuickly("deep JSON",
                    "<script type=application/ld+json>" + Repeat("[{\"a\":", 1000000) + "</script>5 億");
  ExpectReadQuickly("heads",
                    "<table><tr>" + Repeat("<th>head", 100000) + Repeat("<tr><td>5<td>6<td>7", 1000000));
  ExpectReadQuickly("spans", "<table>" + Repeat("<tr><td rowspan=70000>5<td colspan=1000>6", 1000000));
  for (std::size_t size = 0; size < 60; ++size) {
    std::string page = "<html><p class='a'>5&#20740;<!-- x --><script>a</script><td>億&amp;</p>";
    ExpectReadQuickly("cut off", page.substr(0, size));
  }
}

TEST(Robustness, DeepNestingIsOnlyText) {
  ExpectReadQuickly("tags", Repeat("<div>", 500000) + "130 億" + Repeat("</span>", 500000));
  ExpectReadQuickly("tags with text", Repeat("<div><b>1", 500000));
  EXPECT_EQ(Show(Read("a.html", Repeat("<div>", 500000) + "130 億")), "body: 130 亿\n");
  ExpectReadQuickly("quotes", std::string(100000, '>') + " 130 億");
  ExpectReadQuickly("lists", Repeat("- ", 200000) + "130 億");
  ExpectReadQuickly("brackets", std::string(100000, '[') + std::string(100000, ']'));
  ExpectReadQuickly("front matter", "---\na: " + std::string(60000, '[') + "\n---\n130 億");
  ExpectReadQuickly("front matter maps", "---\na: " + Repeat("{a: ", 60000) + "\n---\n130 億");
}

TEST(Robustness, ALineOfTwentyMegabytes) {
  std::string raw = Repeat("甲公司投資130億美元，Acme paid $5.3 million. ", 20 * 1000 * 1000);
  auto start = std::chrono::steady_clock::now();
  Document document = Read("a.txt", raw);
  EXPECT_EQ(document.blocks.size(), 1u);
  EXPECT_GT(document.blocks[0].sentences.size(), 100000u);
  // Columns of claims at its end must not cost a walk through the line each.
  for (std::size_t offset = 0; offset < raw.size(); offset += 500) document.Locate(offset);
  std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  EXPECT_LT(seconds.count(), 20);
}

TEST(Robustness, BrokenBytes) {
  EXPECT_EQ(Show(Read("a.md", std::string("甲\0乙 5 億", 13))), "body: 甲 乙 5 亿\n");
  EXPECT_EQ(Show(Read("a.txt", std::string("甲\0乙 5 億", 13))), "body: 甲 乙 5 亿\n");
  EXPECT_EQ(Show(Read("a.txt", "5 億\xE5\x84")), "body: 5 亿\uFFFD\uFFFD\n");
  EXPECT_EQ(Show(Read("a.md", "5 億\xE5\x84")), "body: 5 亿\uFFFD\uFFFD\n");
  for (const char* raw :
       {"", "\n", "\xEF\xBB\xBF", "---", "---\n", "---\n---", "---\n---\n", "***", "。。。", "\xEF\xBB"}) {
    EXPECT_EQ(Show(Read("a.md", raw)), "") << raw;
  }
}

TEST(Robustness, AnyBytesAreADocument) {
  std::uint32_t state = 1;
  auto next = [&] { return state = state * 1664525 + 1013904223; };
  const std::string_view kUnits[] = {
      "a", "[",   "]", "(",      ")",    "*",    "_",       "~",    "`",    "<",   ">",  "|",
      "-", "\n",  ".", " ",      "1",    "億",   "年",      "。",   "“",    "&",   "\\", "#",
      "{", "}",   "%", "\r\n",   "\xE4", ":",    "\t",      "'",    "\"",   "/",   "!",  "---\n",
      "=", "\\u", ",", "[^1]: ", "<p>",  "</p>", "<table>", "<td>", "<!--", "-->", ";",  "<a href='"};
  for (int round = 0; round < 300; ++round) {
    // A third of them begins as front matter of each writing does.
    const std::array<std::pair<const char*, const char*>, 3> fences = {
        {{"---\ntitle: ", "\n---\n5"}, {"+++\ntitle = \"\"\"", "\n+++\n5"}, {"{\"title\": \"", "\"}\n5"}}};
    const auto& [open, close] = fences[static_cast<std::size_t>(round) / 3 % fences.size()];
    std::string raw = round % 3 == 0 ? open : "";
    for (int i = 0; i < 400; ++i) raw += kUnits[(next() >> 16) % std::size(kUnits)];
    if (round % 3 == 0) raw += close;
    ExpectReadQuickly("round " + std::to_string(round), raw);
  }
}

}  // namespace
}  // namespace tally
