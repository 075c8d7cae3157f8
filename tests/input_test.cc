// Bytes before they are documents: compressed streams, and documents in JSON.
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <iterator>
#include <sstream>
#include <string>

#include "base/error.h"
#include "document/packed_name.h"
#include "input/json_reader.h"
#include "input/read_input.h"
#include "input/unpack.h"

namespace tally {
namespace {

std::string Gzip(const std::string& text) {
  z_stream stream = {};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string Zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

std::string Large() {
  std::string text;
  for (int i = 0; text.size() < 300000; ++i) text += "Line " + std::to_string(i * 7919) + "\n";
  return text;
}

// What is unpacked, and behind it the error in brackets.
std::string Unpacked(const std::string& packed) {
  std::istringstream in(packed);
  Unpacker unpacker(*in.rdbuf());
  std::string text((std::istreambuf_iterator<char>(&unpacker)), std::istreambuf_iterator<char>());
  return unpacker.error().empty() ? text : text + "[" + unpacker.error() + "]";
}

TEST(UnpackTest, ReadsWhatGzipAndZstdWrite) {
  for (const std::string& text : {std::string(), std::string("5 億"), Large(), std::string(2000000, 'x')}) {
    EXPECT_TRUE(Unpacked(text) == text);
    for (auto pack : {Gzip, Zstd}) {
      EXPECT_TRUE(Unpacked(pack(text)) == text);
      EXPECT_TRUE(Unpacked(pack(text) + pack("") + pack("end")) == text + "end");
    }
  }
  EXPECT_EQ(Unpacked(Gzip("a") + std::string(512, '\0')), "a");
  EXPECT_EQ(Unpacked("\x1F"), "\x1F");
}

TEST(UnpackTest, DamagedDataAreAnError) {
  struct {
    std::string packed;
    std::string unpacked;
  } cases[] = {
      {Gzip("abc").substr(0, 12), "a[the gzip data ends too early]"},
      {Gzip("abc").substr(0, 3), "[the gzip data ends too early]"},
      {Gzip("abc") + "more", "abc[the gzip data is damaged: incorrect header check]"},
      {Zstd("abc").substr(0, 9), "[the zstd data ends too early]"},
      {Zstd("abc") + "more", "abc[the zstd data is damaged: Unknown frame descriptor]"},
  };
  for (const auto& c : cases) EXPECT_EQ(Unpacked(c.packed), c.unpacked);
  std::string wrong_sum = Gzip("abc");
  wrong_sum[wrong_sum.size() - 6] ^= 1;
  EXPECT_EQ(Unpacked(wrong_sum), "[the gzip data is damaged: incorrect data check]");
  // Cut anywhere, it never gives more than was packed, and says that something is missing.
  for (auto pack : {Gzip, Zstd}) {
    std::string packed = pack(Large());
    for (std::size_t size = 4; size < packed.size(); size += 997)
      EXPECT_NE(Unpacked(packed.substr(0, size)).find("data ends too early]"), std::string::npos) << size;
  }
}

TEST(UnpackTest, ABombIsBounded) {
  std::string bomb = Gzip(std::string(20000000, '0'));
  ASSERT_LT(bomb.size(), 40000u);
  std::istringstream in(bomb);
  InputOptions options;
  options.max_bytes = 100000;
  options.standard_input = &in;
  std::vector<std::string> problems;
  EXPECT_EQ(ReadInput("-", options, problems), std::nullopt);
  EXPECT_EQ(
      problems,
      std::vector<std::string>{
          "standard input: more than the limit of 100000 bytes when unpacked; raise it with --max-bytes"});
}

TEST(UnpackTest, NamesLoseTheEndingOfTheirPacking) {
  EXPECT_EQ(NameInside("p/a.md.gz"), "p/a.md");
  EXPECT_EQ(NameInside("a.html.ZST"), "a.html");
  EXPECT_EQ(NameInside(".gz"), ".gz");
  EXPECT_EQ(NameInside("a.md"), "a.md");
}

// "id: text" a line, then the problems.
std::string ReadAll(const std::string& json, JsonLayout layout, const DocumentFields& fields = {},
                    std::size_t max_bytes = 1 << 20) {
  std::istringstream in(json);
  JsonReader reader(*in.rdbuf(), "f", layout, fields, max_bytes);
  std::vector<std::string> problems;
  std::string shown;
  while (auto file = reader.Next(problems)) shown += file->path + ": " + file->content + "\n";
  for (const std::string& problem : problems) shown += problem + "\n";
  return shown;
}

TEST(JsonReaderTest, ReadsLines) {
  EXPECT_EQ(
      ReadAll("\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"x\"}\r\n\n{\"id\":2,\"text\":\"\"}", JsonLayout::kLines),
      "a: x\n2: \n");
  EXPECT_EQ(ReadAll("{\"id\":\"a\",\n[]\n{\"id\":\"b\",\"text\":\"y\"}\n", JsonLayout::kLines),
            "b: y\nf:1: not valid JSON at byte 11\nf:2: not a JSON object\n");
  EXPECT_EQ(ReadAll("", JsonLayout::kLines), "");
}

TEST(JsonReaderTest, ReadsArraysAndValuesInARow) {
  for (const char* json :
       {R"([{"id":"a","text":"x]\"}"},{"id":"b","text":"y"}])",
        "\xEF\xBB\xBF [ {\"id\":\"a\",\n\"text\":\"x]\\\"}\"} ,\n{\"id\":\"b\",\"text\":\"y\"}\n]\n",
        "{\"id\":\"a\",\"text\":\"x]\\\"}\"}\n{\"id\":\"b\",\"text\":\"y\"}",
        "{\"id\":\"a\",\"text\":\"x]\\\"}\"}{\"id\":\"b\",\"text\":\"y\"}"}) {
    EXPECT_EQ(ReadAll(json, JsonLayout::kValues), "a: x]\"}\nb: y\n") << json;
  }
  EXPECT_EQ(ReadAll("[]", JsonLayout::kValues), "");
  EXPECT_EQ(ReadAll("[\n{\"id\":\"a\"},\n5,\n{\"id\":\"b\",\"text\":\"y\"},\n{\"id\":", JsonLayout::kValues),
            "b: y\nf:2: the key \"text\" is missing; name the one that holds it with --field text=KEY\n"
            "f:3: not a JSON object\nf:5: the file ends inside of this document\n");
  EXPECT_EQ(ReadAll("]]}{", JsonLayout::kValues).substr(0, 4), "f:1:");
}

TEST(JsonReaderTest, ADocumentBeyondTheLimitIsPassedOverAndNamed) {
  std::string large = "{\"id\": \"long\", \"text\": \"" + std::string(200, 'x') + "\"}";
  std::string json = large + "\r\n\n{\"id\": \"b\", \"text\": \"\"}";
  for (JsonLayout layout : {JsonLayout::kLines, JsonLayout::kValues}) {
    EXPECT_EQ(ReadAll(json, layout, {}, 64),
              "b: \nf:1: longer than the limit of 64 bytes; raise it with --max-bytes\n");
  }
}

std::string ErrorOf(const std::string& json, const DocumentFields& fields = {}) {
  try {
    ParseDocument(json, fields);
  } catch (const UserError& error) {
    return error.what();
  }
  return "no error";
}

TEST(JsonDocumentTest, ReadsWhatStandsBesideTheText) {
  InputFile file = ParseDocument(
      R"({"id": 17, "text": "x", "published": "2025-05-08T09:30:00Z", "title": "T", "author": ["A", "B"],
          "source": {"id": 5}, "url": null, "other": []})");
  EXPECT_EQ(file.path, "17");
  EXPECT_EQ(file.content, "x");
  EXPECT_EQ(file.published, MakeDay(2025, 5, 8));
  EXPECT_EQ(file.published_time, "09:30+00:00");
  EXPECT_EQ(file.title, "T");
  EXPECT_EQ(file.author, "A, B");
  EXPECT_EQ(file.source, "");
}

TEST(JsonDocumentTest, ReadsTimesWithTheirZone) {
  struct {
    std::string published;
    std::string time;
  } cases[] = {{"2025-05-08", ""},
               {"2025-05-08 09:30", "09:30"},
               {"2025-05-08T09:30:15.123+0800", "09:30+08:00"},
               {"2025-05-08T09:30-05:30", "09:30-05:30"},
               {"2025-05-08T9:30", ""},
               {"2025-05-08T29:30", ""}};
  for (const auto& c : cases) {
    InputFile file = ParseDocument(R"({"id":"a","text":"","published":")" + c.published + "\"}");
    EXPECT_EQ(file.published_time, c.time) << c.published;
    EXPECT_EQ(file.published, MakeDay(2025, 5, 8));
  }
}

TEST(JsonDocumentTest, FieldsStandUnderTheKeysThatWereSaid) {
  DocumentFields fields;
  fields.Set("id", "meta.slug");
  fields.Set("text", "parts.1.body");
  fields.Set("title", "head.line");
  InputFile file = ParseDocument(
      R"({"meta": {"slug": "s"}, "parts": [{}, {"body": "t"}], "head.line": "dotted", "head": {"line": "nested"}})",
      fields);
  EXPECT_EQ(file.path, "s");
  EXPECT_EQ(file.content, "t");
  EXPECT_EQ(file.title, "dotted");
  EXPECT_EQ(ErrorOf(R"({"meta": {"slug": "s"}, "parts": [{}, {"body": "t"}], "head.line": 5})", fields),
            "\"head.line\" must be a string");
  EXPECT_EQ(ErrorOf(R"({"meta": {"slug": "s"}, "parts": {}})", fields),
            "the key \"parts.1.body\" is missing; name the one that holds it with --field text=KEY");
}

TEST(JsonDocumentTest, ErrorsSayWhatToDo) {
  struct {
    std::string json;
    std::string error;
  } cases[] = {
      {R"({"id":"a","text":"x","text":"y"})", "the key \"text\" stands there twice; keep one"},
      {R"({"id":"a","text":"x","more":{"k":1,"k":2}})", "the key \"k\" stands there twice; keep one"},
      {R"({"id":"a","text":"x","more":[{"k":1},{"k":2}]})", "no error"},
      {R"({"text":"x"})", "the key \"id\" is missing; name the one that holds it with --field id=KEY"},
      {R"({"id":"","text":"x"})", "\"id\" must be a string that is not empty, or a whole number"},
      {R"({"id":"a","text":5})", "\"text\" must be a string"},
      {R"({"id":"a","text":"x","published":"May"})", "no error"},
      {"{\"id\":\"a\",\"text\":\"\xFF\"}", "not valid JSON at byte 19"},
      {std::string(100000, '['), "not valid JSON at byte 100001"},
  };
  for (const auto& c : cases) EXPECT_EQ(ErrorOf(c.json), c.error) << c.json.substr(0, 60);
}

}  // namespace
}  // namespace tally
