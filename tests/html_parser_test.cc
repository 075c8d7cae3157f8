// Every text and attribute that the parser reports stands in the source where it says.
#include "document/html_parser.h"

#include <gtest/gtest.h>

#include <random>

#include "document/entities.h"

namespace tally {
namespace {

// Writes down what is reported: <b>, </b>, texts as the source has them, attributes as name=[value].
class HtmlRecorder : public HtmlHandler {
 public:
  explicit HtmlRecorder(std::string_view html) : html_(html) {}

  void Open(const HtmlTag& tag) override {
    events += "<" + tag.name;
    for (const HtmlAttribute& a : tag.attributes)
      events += " " + a.name + "=[" + std::string(html_.substr(a.value.start, a.value.size())) + "]";
    events += tag.place.empty() ? "?>" : ">";
    if (!tag.place.empty()) {
      EXPECT_GE(tag.place.start, end_);
      EXPECT_EQ(html_[tag.place.start], '<');
      EXPECT_TRUE(html_[tag.place.end - 1] == '>' || tag.place.end == html_.size());
    }
    ++open_;
  }
  void Close(std::string_view name, std::size_t) override {
    events += "</" + std::string(name) + ">";
    --open_;
  }
  void Text(Span text) override {
    EXPECT_GE(text.start, end_);
    end_ = text.end;
    texts += html_.substr(text.start, text.size());
    events += html_.substr(text.start, text.size());
  }
  void CloseAll() override { open_ = 0; }

  std::string events;
  std::string texts;

 private:
  std::string_view html_;
  std::size_t end_ = 0;
  int open_ = 0;
};

std::string Events(std::string_view html) {
  HtmlRecorder recorder(html);
  std::vector<std::string> problems;
  ParseHtml(html, 0, recorder, problems);
  EXPECT_EQ(problems, std::vector<std::string>()) << html;
  return recorder.events;
}

std::string WithoutBlanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  return text;
}

TEST(HtmlParser, ReportsTagsAndTextsAsTheSourceHasThem) {
  struct {
    const char* html;
    const char* events;
  } cases[] = {
      {"<p class=\"a>b\" hidden DATA-x='1'>5 &lt; 6</p>",
       "<html?><body?><p class=[a>b] hidden=[] data-x=[1]>5 &lt; 6</p></body></html>"},
      {"<p>1<b>3</b>0", "<html?><body?><p>1<b>3</b>0</p></body></html>"},
      {"<p>a < b<1", "<html?><body?><p>a < b<1</p></body></html>"},
      {"<p a=1/>x<br/>y", "<html?><body?><p a=[1/]>x<br></br>y</p></body></html>"},
      {"<p>a<!-- <b>99</b> -->b<?pi i?>c<!d></nosuch>d", "<html?><body?><p>abcd</p></body></html>"},
      {"<p><!-- 1 --></nosuch><a\n title = \"x\"\n>1</a>",
       "<html?><body?><p><a title=[x]>1</a></p></body></html>"},
      {"<p>a<![CDATA[b]]>c", "<html?><body?><p>ac</p></body></html>"},
      {"<?xml version=\"1.0\"?><p>a<![CDATA[b]]>c", "<html?><body?><p>abc</p></body></html>"},
      {"<script>a<!b; c</d</script><p>1</ >2",
       "<html?><head?><script>a<!b; c</script></head><body?><p>12</p></body></html>"},
      {"<script>if (a<b) x = '<p>';</script>",
       "<html?><head?><script>if (a<b) x = '<p>';</script></head></html>"},
      {"<p>a<p x=\"1", "<html?><body?><p>a</p><p x=[1]></body></html>"},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(Events(c.html), c.events) << c.html;
}

TEST(HtmlParser, IgnoresWhatAPageSaysOfItsEncoding) {
  EXPECT_EQ(Events("<meta charset=gb2312><p>漢é😀</p>"),
            "<html?><head?><meta charset=[gb2312]></meta></head><body?><p>漢é😀</p></body></html>");
}

TEST(HtmlParser, KeepsAnyBytesInTheirPlace) {
  for (std::string text : {std::string("a\0b", 3), std::string("\xFF\xE4\xB8"), std::string("\x01\x7F\x0C"),
                           std::string("\xEF\xBF\xBE\xEF\xBF\xBD"), std::string("\xED\xA0\x80")}) {
    std::string html = "<p>x" + text + "y<b>z</b>";
    HtmlRecorder recorder(html);
    std::vector<std::string> problems;
    ParseHtml(html, 0, recorder, problems);
    EXPECT_EQ(recorder.texts, "x" + text + "yz");
    EXPECT_TRUE(problems.empty());
  }
}

// Texts of any length around the sizes at which libxml2 hands out its buffers, and at which it is fed.
TEST(HtmlParser, LongTextsAreNotShifted) {
  for (std::size_t size : {1, 2, 999, 1000, 1001, 1005, 2000, 4090, 4096, 4100, 9999}) {
    for (std::string_view unit : {"1", "é", "億", "😀", "&amp;"}) {
      std::string text;
      for (std::size_t i = 0; i < size; ++i) text += unit;
      std::string html = "<p>" + text + "</nosuch>" + text + "<b a='" + text + "'>1</b>";
      HtmlRecorder read(html);
      std::vector<std::string> problems;
      ParseHtml(html, 0, read, problems);
      ASSERT_EQ(read.texts, text + text + "1") << size << unit;
      ASSERT_TRUE(problems.empty());
    }
  }
}

TEST(HtmlParser, RandomPagesGiveExactlyTheirTexts) {
  const std::string_view kTexts[] = {"130",      "億",    "é",    "😀", "e\u0301",    "a<1", "&amp;",
                                     "&#20740;", "&nbsp", "\r\n", " ", "1111111111", ">",   "\"",
                                     "]]>",      "/",     "=",    "&", ";",          "\t"};
  const std::string_view kMarkup[] = {"<b>",
                                      "</b>",
                                      "<p>",
                                      "</p>",
                                      "<div class=\"a>b\">",
                                      "</div>",
                                      "<br>",
                                      "<br/>",
                                      "<td>",
                                      "</nosuch>",
                                      "<!-- 99 <b> -->",
                                      "<?pi 9?>",
                                      "<img alt='<p>1</p>' src=x>",
                                      "<a href=1>",
                                      "</a >",
                                      "<x:y z=\"&lt;\">",
                                      "<p\nclass=x\n>",
                                      "<table>",
                                      "</table>",
                                      "<li>",
                                      "<h1>",
                                      "</h1>",
                                      "<article>",
                                      "</article>",
                                      "<span hidden>",
                                      "</span>",
                                      "<![CDATA[99]]>",
                                      "<!>",
                                      "</>",
                                      "<hr a='>' b>",
                                      "<ul>",
                                      "<DIV>"};
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::string html = "<p>x";
    std::string wanted = "x";
    for (int i = 0; i < 3 + round / 3; ++i) {
      if (random() % 2 == 0) {
        std::string_view text = kTexts[random() % std::size(kTexts)];
        std::size_t times = random() % 40 == 0 ? 700 : 1;
        for (std::size_t k = 0; k < times; ++k) wanted += text, html += text;
      } else {
        html += kMarkup[random() % std::size(kMarkup)];
      }
    }
    HtmlRecorder recorder(html);
    std::vector<std::string> problems;
    ParseHtml(html, 0, recorder, problems);
    ASSERT_TRUE(problems.empty()) << problems[0] << "\n" << html;
    ASSERT_EQ(WithoutBlanks(recorder.texts), WithoutBlanks(wanted)) << html;
  }
}

TEST(HtmlParser, DeepNestingLosesNoText) {
  std::string html;
  std::string wanted;
  for (int i = 0; i < 100000; ++i) {
    html += "<b>" + std::to_string(i);
    wanted += std::to_string(i);
  }
  HtmlRecorder recorder(html);
  std::vector<std::string> problems;
  ParseHtml(html, 0, recorder, problems);
  EXPECT_EQ(recorder.texts, wanted);
}

TEST(Entities, AreThoseOfBrowsers) {
  struct {
    std::string_view text;
    std::size_t length;
    char32_t c;
  } cases[] = {{"&amp;x", 5, '&'},      {"&nbspx", 5, 0xA0},       {"&#8212;", 7, 0x2014},
               {"&#x2014;", 8, 0x2014}, {"&#X5104", 7, 0x5104},    {"&#150;", 6, 0x2013},
               {"&#128;5", 6, 0x20AC},  {"&thetasym;", 10, 0x3D1}, {"&copy2025", 5, 0xA9},
               {"&hellip;", 8, 0x2026}, {"&frac12;", 8, 0xBD},     {"&notit;", 4, 0xAC},
               {"&dollar;5", 8, U'$'},  {"&period;", 8, U'.'},     {"&percnt;", 8, U'%'}};
  for (const auto& c : cases) {
    auto found = ReferenceAt(c.text, 0);
    ASSERT_TRUE(found) << c.text;
    EXPECT_EQ(found->length, c.length) << c.text;
    EXPECT_EQ(found->c, c.c) << c.text;
  }
  for (std::string_view text : {"&", "&;", "&#", "&#;", "&#x;", "&#0;", "&#xD800;", "&#1114112;", "&unknown;",
                                "& 5", "&hellip", "&dollar", "&#99999999999999999999;"}) {
    EXPECT_FALSE(ReferenceAt(text, 0)) << text;
  }
}

}  // namespace
}  // namespace tally
