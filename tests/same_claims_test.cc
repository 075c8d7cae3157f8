// One article, however its bytes are kept, says the same; and each claim names its own bytes.
#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "document/decode.h"
#include "input/list_inputs.h"
#include "pipeline.h"
#include "rules_fixture.h"

namespace tally {
namespace {

// nullopt where the encoding lacks a character of the text.
std::optional<std::string> Encoded(const std::string& text, const char* name) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name, &error);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  std::u16string units(text.size() + 1, u'\0');
  int count = 0;
  u_strFromUTF8(units.data(), static_cast<int>(units.size()), &count, text.data(),
                static_cast<int>(text.size()), &error);
  std::string bytes(text.size() * 4 + 8, '\0');
  int size =
      ucnv_fromUChars(converter, bytes.data(), static_cast<int>(bytes.size()), units.data(), count, &error);
  ucnv_close(converter);
  if (U_FAILURE(error)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

std::string Show(const Claim& claim) {
  return std::string(claim.quote) + " " + claim.predicate + " " + ToString(claim.value) + " " +
         (claim.subject ? claim.subject->id : "-") + " " + (claim.object ? claim.object->id : "-") + " " +
         std::to_string(claim.begin.line) + ":" + std::to_string(claim.begin.column);
}

TEST(SameClaims, InEveryEncodingThatHasTheCharacters) {
  struct {
    const char* name;
    Encoding encoding;
  } encodings[] = {{"gb18030", Encoding::kGb18030},
                   {"ibm-1375_P100-2008", Encoding::kBig5},
                   {"UTF-16LE", Encoding::kUtf16Le},
                   {"UTF-16BE", Encoding::kUtf16Be}};
  std::vector<std::string> problems;
  std::size_t compared = 0;
  for (const std::string& path : ListInputs({std::string(TALLY_SOURCE_DIR) + "/seeds"}, problems)) {
    std::ifstream in(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    Extraction expected = ExtractOne({path, text}, TestToolkit());
    for (const auto& [name, encoding] : encodings) {
      auto bytes = Encoded(text, name);
      if (!bytes) continue;
      Extraction got = ExtractOne({path, *bytes}, TestToolkit());
      EXPECT_EQ(got.problems, expected.problems) << path << " in " << name;
      ASSERT_EQ(got.claims.size(), expected.claims.size()) << path << " in " << name;
      for (std::size_t i = 0; i < got.claims.size(); ++i) {
        const Claim& claim = got.claims[i];
        EXPECT_EQ(Show(claim), Show(expected.claims[i])) << path << " in " << name;
        EXPECT_EQ(Decode(bytes->substr(claim.span.start, claim.span.size()), 0, encoding).text, claim.quote);
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 500u);
}

TEST(SameClaims, OfADocumentInJson) {
  InputFile file{"item", "Amazon invested $4 billion in Anthropic."};
  Extraction plain = ExtractOne(file, TestToolkit());
  file.title = "A headline";
  file.source = "The Gazette";
  file.author = "A. Author";
  file.url = "https://example.org/a";
  file.published = MakeDay(2025, 5, 8);
  file.published_time = "09:30+08:00";
  file.encoding = Encoding::kUtf8;
  Extraction told = ExtractOne(file, TestToolkit());
  ASSERT_EQ(told.claims.size(), plain.claims.size());
  EXPECT_EQ(told.claims[0].span, plain.claims[0].span);
  EXPECT_EQ(told.info.title, "A headline");
  EXPECT_EQ(told.info.source, "The Gazette");
  EXPECT_EQ(told.info.url, "https://example.org/a");
  EXPECT_EQ(told.info.published, MakeDay(2025, 5, 8));
  EXPECT_EQ(told.info.published_time, "09:30+08:00");
  EXPECT_FALSE(told.info.published_estimated);
}

}  // namespace
}  // namespace tally
