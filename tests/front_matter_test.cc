// Front matter in its three writings, sound and broken, and the marks of Markdown's dialects.
#include <gtest/gtest.h>

#include "document_fixture.h"

namespace tally {
namespace {

struct Case {
  std::string name;
  std::string raw;
  std::string shown;
};

void ExpectShown(const std::string& path, const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(Show(Read(path, c.raw)), c.shown) << c.name;
}

// The original bytes of each block, for exact places: "5\u5104" for 5億.
std::string Places(const Document& document) {
  std::string places;
  for (const Block& block : document.blocks) {
    places += "[" + std::string(document.Cut(block.text.ToOriginal({0, block.text.size()}))) + "]";
  }
  return places;
}

TEST(FrontMatter, InToml) {
  ExpectShown(
      "a.md",
      {
          {"texts, lists, dates",
           "+++\ntitle = \"甲 \\\"B\\\" 募 13 億\"\ndate = 2025-03-05T23:55:00+08:00\nlastmod = "
           "2025-03-06\ntags = [\"AI\", '晶片']\nweight = 30\n+++\n正文",
           "title: 甲 \"B\" 募 13 亿\nfront_matter: 2025-03-05\nbyline: 2025-03-06\n"
           "front_matter: AI\nfront_matter: 晶片\nbody: 正文\n"},
          {"strings of several lines",
           "+++\nsummary = '''\n第一行 5 億\nsecond'''\ndescription = \"\"\"one \\\n   two\"\"\"\n+++\n",
           "front_matter: 第一行 5 亿 second\nfront_matter: one two\n"},
          {"the page's own tables, and no others",
           "+++\n[params]\nsubtitle = \"副題 \\u5104\"\n[menu]\ntitle = \"no\"\n+++\n",
           "front_matter: 副题 亿\n"},
      });
}

TEST(FrontMatter, InJson) {
  ExpectShown(
      "a.md",
      {
          {"texts, lists, dates, escapes",
           "{\n \"title\": \"A \\ud83d\\ude00 raises $5 million\",\n \"date\": \"2025-03-05\", \"weight\": "
           "5,\n \"tags\": [\"AI\", \"x\\/y\"], \"params\": {\"summary\": \"\\\"13\\u5104\\\"\"},\n "
           "\"menu\": {\"title\": \"no\"}\n}\n\n正文。",
           "title: A 😀 raises $5 million\nfront_matter: 2025-03-05\nfront_matter: AI\nfront_matter: x/y\n"
           "front_matter: \"13亿\"\nbody: 正文。\n"},
          {"an object alone is data", "{\"title\": \"x\"}\n", "body: {\"title\": \"x\"}\n"},
          {"a template is none", "{{< youtube x >}}\n正文", "body: 正文\n"},
      });
  EXPECT_EQ(Show(Read("a.txt", "{\"title\": \"x\"}\n{\"title\": \"y\"}\n")).find("front_matter"),
            std::string::npos);
}

TEST(FrontMatter, PlacesAreExactInAllThree) {
  EXPECT_EQ(Places(Read("a.md", "---\ntitle: \"5\\u5104 'x'\"\ntags: ['a ''b''', 7億]\n---\n")),
            "[5\\u5104 'x'][a ''b''][7億]");
  EXPECT_EQ(
      Places(Read("a.md", "+++\r\ntitle = \"5\\u5104 'x'\"\r\ntags = ['''a 'b' c''', \"7億\"]\r\n+++\r\n")),
      "[5\\u5104 'x'][a 'b' c][7億]");
  EXPECT_EQ(
      Places(Read("a.md", "{\"title\": \"5\\u5104 'x'\", \"tags\":[1, true, \"a \\\"b\\\"\",\"7億\"]}\nx")),
      "[5\\u5104 'x'][a \\\"b\\\"][7億][x]");
}

TEST(FrontMatter, WhatIsBrokenIsSaidAndReadLineByLine) {
  struct {
    std::string raw;
    std::string shown;
    std::string problem;
  } cases[] = {
      {"---\ntitle: 甲\ntags: [a, \"b, c\"\n---\n正文",
       "title: 甲\nfront_matter: a\nfront_matter: b, c\nbody: 正文\n",
       "front matter: line 4: end of sequence flow not found; read line by line instead"},
      {"---\ntitle: 甲: 乙: 130\nauthors:\n  - A B\n---\n正文", "title: 甲: 乙: 130\nbody: 正文\n",
       "front matter: line 2: illegal map value; read line by line instead"},
      {"---\ntitle: [快訊] 甲募 13 億\ndate: 2025-05-08\n---\n正文",
       "title: [快讯] 甲募 13 亿\nfront_matter: 2025-05-08\nbody: 正文\n", ""},
      {"---\ntitle: *重磅* 甲募 13 億\n---\n正文", "title: *重磅* 甲募 13 亿\nbody: 正文\n", ""},
      {"---\ntitle: \"甲\ndate: 2025-05-08\n---\n正文", "title: 甲\nfront_matter: 2025-05-08\nbody: 正文\n",
       "front matter: line 2: where this value ends is unclear; read line by line instead"},
      {"+++\ntitle = 甲\ndate = 2025-05-08\n+++\n正文", "title: 甲\nfront_matter: 2025-05-08\nbody: 正文\n",
       ""},
      {"{\n\"title\": \"甲\",\n\"date\": \"2025-05-08\"\n\"draft\": true\n}\n正文",
       "title: 甲\nfront_matter: 2025-05-08\nbody: 正文\n",
       "front matter: line 4: syntax error while parsing object - unexpected string literal; expected '}'; "
       "read "
       "line by line instead"},
  };
  for (const auto& c : cases) {
    Document document = Read("a.md", c.raw);
    EXPECT_EQ(Show(document), c.shown) << c.raw;
    ASSERT_EQ(document.problems.size(), 1u) << c.raw;
    // The libraries word their own messages; three are enough to see that they come through.
    if (!c.problem.empty()) EXPECT_EQ(document.problems[0], c.problem);
  }
}

// One broken value costs only itself: the texts beside it keep their lines, whatever way they are written.
TEST(FrontMatter, OneBrokenValueCostsNoOther) {
  const std::string broken = "---\ntitle: Fire relief: what we know\n";
  ExpectShown(
      "a.md",
      {
          {"folded and literal texts",
           broken + "description: >\n  The fund paid\n  $12 million.\nsummary: |\n  210 homes.\n  Two "
                    "died.\n---\n",
           "title: Fire relief: what we know\nfront_matter: The fund paid $12 million.\n"
           "front_matter: 210 homes.|Two died.\n"},
          {"texts that go on below",
           broken + "abstract: The county has 77\n  shelters.\nlead: \"One\n  two\"\n---\n",
           "title: Fire relief: what we know\nfront_matter: The county has 77 shelters.\nfront_matter: One "
           "two\n"},
          {"lists", broken + "tags:\n  - fire\n  - relief\n    more\nkeywords: [\n  \"a, b\",\n  c\n]\n---\n",
           "title: Fire relief: what we know\nfront_matter: fire\nfront_matter: relief more\n"
           "front_matter: a, b\nfront_matter: c\n"},
          {"tables", broken + "menu:\n  title: no\nparams:\n  subtitle: 5 schools: shut\n---\n",
           "title: Fire relief: what we know\nfront_matter: 5 schools: shut\n"},
          {"comments and anchors", broken + "lead: &x five # six\nabstract: *x\n---\n",
           "title: Fire relief: what we know\nfront_matter: five\n"},
          {"a text whose own lines are broken", "---\nsummary: >\n  ok: \"5\n\tsix\nlead: 7\n---\n",
           "front_matter: ok: \"5 six\nfront_matter: 7\n"},
          {"quotes inside", "---\ntitle: \"Fire relief\" and more\nlead: \"5\n---\n",
           "title: \"Fire relief\" and more\nfront_matter: 5\n"},
          {"in TOML",
           "+++\ntitle = Fire\ndescription = \"\"\"\nThe fund paid\n$12 million\"\"\"\ntags = [\n  \"a\",\n  "
           "\"b\",\n]\n"
           "[menu]\ntitle = \"no\"\n[params]\nsubtitle = \"five\"\n+++\n",
           "title: Fire\nfront_matter: The fund paid $12 million\nfront_matter: a\nfront_matter: b\n"
           "front_matter: five\n"},
      });
}

TEST(FrontMatter, ATagThatIsANumberIsNoText) {
  ExpectShown("a.md", {{"", "---\ntags: [AI, 2025, \"2025-05\", 5 億]\nsummary: 2025\n---\n",
                        "front_matter: AI\nfront_matter: 5 亿\nfront_matter: 2025\n"}});
}

TEST(FrontMatter, TagsAnchorsAndAliasesAreYaml) {
  Document document =
      Read("a.md",
           "---\ntitle: &t \"Fire relief\"\ndate: !!str 2025-05-04\nsummary: &s !!str The fund\n  paid "
           "5.\nabstract: *s\nheadline: *t\nexcerpt: ! |\n  210 homes.\ntags: !!seq\n  - &x fire\n  - "
           "*x\nother: &o relief\nlead: *o\n---\n");
  EXPECT_TRUE(document.problems.empty());
  EXPECT_EQ(Show(document),
            "title: Fire relief\nfront_matter: 2025-05-04\nfront_matter: The fund paid 5.\n"
            "front_matter: 210 homes.\nfront_matter: fire\nfront_matter: relief\n");
}

TEST(Markdown, KnowsTheMarksOfItsDialects) {
  ExpectShown(
      "a.md",
      {
          {"footnotes are passages of their own",
           "募得 13 億[^1]，又 5 億[^b]。\n\n[^1]: 年報第 7 頁\n[^b]: 共 2 億\n",
           "body: 募得 13 亿 ，又 5 亿 。\nbody: 年报第 7 页\nbody: 共 2 亿\n"},
          {"a footnote right below its paragraph", "One.\n[^1]: Two\n    goes on.\n",
           "body: One.\nbody: Two goes on.\n"},
          {"an empty footnote underlines nothing", "One.\n[^1]:\n\nTwo", "body: One.\nbody: Two\n"},
          {"definitions", "Revenue\n: 5 million\n\nProfit\n: 2 million\n: or 3",
           "body: Revenue\nbody: 5 million\nbody: Profit\nbody: 2 million\nbody: or 3\n"},
          {"alerts", "> [!NOTE]\n> Acme paid 5.\n\n[![badge 1](x.png)](y)",
           "body: Acme paid 5.\ncaption: badge 1\n"},
          {"tasks", "- [x] paid 5\n- [ ] owes 3", "body: paid 5\nbody: owes 3\n"},
          {"captions in shortcodes",
           "甲\n\n{{< figure src=\"/2025.png\" caption=\"圖：\\\"兩人\\\" 10 億\" alt=\"alt 5\" >}}\n\n乙 {% "
           "include "
           "image.html src='x' caption='C 9' alt='C 9' %}\n\n{{< youtube title=\"V 3\" >}}丙",
           "body: 甲\ncaption: 图:\"两人\" 10 亿\ncaption: alt 5\nbody: 乙\ncaption: C 9\nbody: 丙\n"},
          {"captions in highlighted code are code",
           "{% highlight js %} caption=\"no 5\" {% endhighlight %}\n甲", "body: 甲\n"},
          {"HTML paragraphs and captions",
           "<p>甲 5 億</p><p>乙 3 億</p>\n\n<figure><img src=\"x\" alt=\"左 5 億\"><figcaption>圖 7 "
           "億</figcaption></figure>\n\n丙",
           "body: 甲 5 亿\nbody: 乙 3 亿\ncaption: 左 5 亿\ncaption: 图 7 亿\nbody: 丙\n"},
          {"lists in HTML", "<ul><li>5 億</li><li>6 億</li></ul>", "body: 5 亿\nbody: 6 亿\n"},
          {"setext headings, reference links, lazy quotes",
           "Sub head\n--------\n\n[text 5][ref].\n\n> quote 1\nlazy 2\n\n[ref]: https://x.example/5 \"title "
           "9\"\n",
           "body#: Sub head\nbody: text 5.\nbody: quote 1 lazy 2\n"},
      });
}

}  // namespace
}  // namespace tally
