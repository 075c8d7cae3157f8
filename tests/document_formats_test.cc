// One article, printed in every format and encoding that is read, says the same.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/utf8.h"
#include "document/read_document.h"
#include "tests/rules_fixture.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

// What a page of any format prints: a title, a line that says when and by whom, paragraphs and headings.
struct Article {
  struct Part {
    bool heading;
    std::string text;
  };
  std::string name;
  std::string title;
  std::string date;
  std::string source;
  std::vector<Part> parts;
};

std::vector<Article> Articles() {
  std::vector<Article> articles;
  std::vector<std::string> problems;
  for (const std::string& path : ListInputs({std::string(TALLY_SOURCE_DIR) + "/seeds"}, problems)) {
    std::ifstream in(path, std::ios::binary);
    std::string raw{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    Document document = ReadDocument(path, raw, TestToolkit().words);
    Article article{fs::path(path).stem().string(), document.title, "", document.publication.source, {}};
    if (document.publication.date && !document.publication.date_estimated)
      article.date = FormatDay(*document.publication.date);
    for (const Block& block : document.blocks) {
      if (block.field != Field::kBody) continue;
      // The folded text has no markup left; what it prints is its own, in every format.
      article.parts.push_back({block.heading, block.text.str()});
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

std::string AsText(const Article& a) {
  std::string text = a.title + "\n\n";
  if (!a.date.empty()) text += "发布时间: " + a.date + "\n\n";
  if (!a.source.empty()) text += "来源: " + a.source + "\n\n";
  for (const Article::Part& part : a.parts) text += part.text + "\n\n";
  return text;
}

// Marks that would be markup stand behind a backslash.
std::string AsMarkdown(const Article& a) {
  auto escape = [](const std::string& text) {
    std::string escaped;
    for (char c : text) {
      if (std::string_view("\\`*_{}[]<>#|~!").find(c) != std::string_view::npos) escaped += '\\';
      escaped += c;
    }
    // "1. " and "- " at the front would be a list.
    std::size_t digits = escaped.find_first_not_of("0123456789");
    bool list = digits != std::string::npos &&
                (digits > 0 ? escaped[digits] == '.' : escaped[0] == '-' || escaped[0] == '+');
    if (list) escaped.insert(digits, "\\");
    return escaped;
  };
  std::string text = "# " + escape(a.title) + "\n\n";
  if (!a.date.empty()) text += "发布时间: " + a.date + "\n\n";
  if (!a.source.empty()) text += "来源: " + escape(a.source) + "\n\n";
  for (const Article::Part& part : a.parts) text += (part.heading ? "## " : "") + escape(part.text) + "\n\n";
  return text;
}

std::string AsHtml(const Article& a, std::string_view charset) {
  auto escape = [](const std::string& text) {
    std::string escaped;
    for (char c : text) escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    return escaped;
  };
  std::string page = fmt::format("<!doctype html>\n<html><head><meta charset=\"{}\">\n<title>{}</title>\n",
                                 charset, escape(a.title));
  if (!a.date.empty())
    page += fmt::format("<meta property=\"article:published_time\" content=\"{}\">\n", a.date);
  page += "</head><body>\n<nav><a href=\"/\">Home</a> <a href=\"/24\">24 news</a></nav>\n<article>\n";
  page += fmt::format("<h1>{}</h1>\n", escape(a.title));
  if (!a.source.empty()) page += fmt::format("<p>来源: {}</p>\n", escape(a.source));
  for (const Article::Part& part : a.parts) {
    std::string_view tag = part.heading ? "h2" : "p";
    page += fmt::format("<{}>{}</{}>\n", tag, escape(part.text), tag);
  }
  return page + "</article>\n<footer>Copyright 2025</footer>\n</body></html>\n";
}

// ICU's converter, with numeric character references for what the encoding does not have, as browsers send
// it.
std::string Encoded(const std::string& text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  EXPECT_TRUE(U_SUCCESS(status)) << encoding;
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_ESCAPE, UCNV_ESCAPE_XML_HEX, nullptr, nullptr,
                        &status);
  std::u16string wide;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = DecodeUtf8(text, at);
    if (c.value >= 0x10000) {
      wide += static_cast<char16_t>(0xD7C0 + (c.value >> 10));
      wide += static_cast<char16_t>(0xDC00 + (c.value & 0x3FF));
    } else {
      wide += static_cast<char16_t>(c.value);
    }
    at += c.length;
  }
  std::string bytes(wide.size() * 10 + 16, '\0');
  int32_t size = ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()), wide.data(),
                                 static_cast<int32_t>(wide.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << u_errorName(status);
  bytes.resize(static_cast<std::size_t>(size));
  ucnv_close(converter);
  return bytes;
}

// What is claimed, in any order: values, subjects, predicates.
std::vector<std::string> Claims(const std::string& name, const std::string& bytes) {
  Extraction extraction = ExtractOne({name, bytes}, TestToolkit());
  std::vector<std::string> claims;
  for (const Claim& claim : extraction.claims) {
    bool text = claim.field == Field::kBody || claim.field == Field::kCaption;
    if (!text) continue;
    claims.push_back(fmt::format("{} of {}: {}", claim.predicate, claim.subject ? claim.subject->id : "-",
                                 ToString(claim.value)));
  }
  std::ranges::sort(claims);
  return claims;
}

std::vector<std::string> Missing(const std::vector<std::string>& wanted,
                                 const std::vector<std::string>& got) {
  std::vector<std::string> missing;
  std::ranges::set_difference(wanted, got, std::back_inserter(missing));
  return missing;
}

TEST(DocumentFormats, AnArticleSaysTheSameInEveryFormatAndEncoding) {
  for (const Article& a : Articles()) {
    std::vector<std::string> wanted = Claims(a.name + ".md", AsMarkdown(a));
    EXPECT_GT(wanted.size(), 5u) << a.name;
    struct Print {
      std::string name;
      std::string bytes;
    };
    for (const Print& print :
         {Print{a.name + ".txt", AsText(a)}, Print{a.name + ".html", AsHtml(a, "utf-8")},
          Print{a.name + "-gb.txt", Encoded(AsText(a), "GB18030")},
          Print{a.name + "-gb.html", Encoded(AsHtml(a, "gb18030"), "GB18030")},
          Print{a.name + "-big5.html", Encoded(AsHtml(a, "big5-hkscs"), "Big5-HKSCS")}}) {
      std::vector<std::string> got = Claims(print.name, print.bytes);
      EXPECT_EQ(Missing(wanted, got), std::vector<std::string>()) << "not in " << print.name;
      EXPECT_EQ(Missing(got, wanted), std::vector<std::string>()) << "only in " << print.name;
    }
  }
}

}  // namespace
}  // namespace tally
