#include "report/baseline.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace tally {
namespace {

std::string ErrorOf(const std::string& text) {
  try {
    ParseBaseline(text, "b.jsonl");
  } catch (const UserError& error) {
    return error.what();
  }
  return "";
}

Finding Of(const std::string& id, const std::vector<std::string>& documents) {
  Finding finding;
  finding.id = id;
  finding.headline = "a headline";
  for (const std::string& document : documents) finding.members.emplace_back().doc = document;
  return finding;
}

TEST(Baseline, IsWrittenAsItIsRead) {
  Finding one = Of("00000000000000aa", {"b.md", "a.md", "a.md"});
  Baseline baseline = BaselineOf({&one});
  std::string text = BaselineText(baseline);
  EXPECT_EQ(text,
            R"({"fingerprint":"00000000000000aa","kind":"value_conflict","places":3,"headline":"a headline",)"
            R"("documents":["a.md","b.md"]})"
            "\n");
  EXPECT_EQ(BaselineText(ParseBaseline(text, "b")), text);
  EXPECT_TRUE(ParseBaseline("", "b").empty());
}

TEST(Baseline, AcceptsNoMoreThanItHolds) {
  Finding two = Of("00000000000000aa", {"a.md", "b.md"});
  Finding three = Of("00000000000000aa", {"a.md", "b.md", "c.md"});
  Finding other = Of("00000000000000bb", {"a.md", "b.md"});
  Baseline baseline = BaselineOf({&two});
  EXPECT_TRUE(Accepts(baseline, BaselineOf({&two}).begin()->second));
  EXPECT_FALSE(Accepts(baseline, BaselineOf({&three}).begin()->second));
  EXPECT_FALSE(Accepts(baseline, BaselineOf({&other}).begin()->second));
  EXPECT_FALSE(Accepts(baseline, BaselineOf({&two, &two}).begin()->second)) << "the same a second time";
  EXPECT_TRUE(Accepts(BaselineOf({&three}), BaselineOf({&two}).begin()->second));
}

TEST(Baseline, SaysWhatIsWrongAndWhere) {
  const std::string remedy = "; make it anew with tally baseline create";
  const std::string good =
      R"({"fingerprint":"00000000000000aa","kind":"k","places":2,"headline":"h","documents":[]})";
  EXPECT_EQ(ErrorOf("<<<<<<< HEAD"), "b.jsonl:1: not a JSON object" + remedy);
  EXPECT_EQ(ErrorOf(good + "\n\n" + good),
            "b.jsonl:3: the fingerprint 00000000000000aa stands twice" + remedy);
  EXPECT_EQ(ErrorOf(R"({"fingerprnt":1})"),
            "b.jsonl:1: unknown key 'fingerprnt'; did you mean 'fingerprint'?" + remedy);
  EXPECT_EQ(
      ErrorOf(R"({"fingerprint":"00000000000000aa","kind":"k","places":"2","headline":"h","documents":[]})"),
      "b.jsonl:1: an entry needs fingerprint, kind, places (a number), headline and documents (a list)" +
          remedy);
  EXPECT_EQ(ErrorOf(R"({"fingerprint":"x","kind":"k","places":2,"headline":"h","documents":[]})"),
            "b.jsonl:1: 'x' is no fingerprint of 16 hexadecimal digits" + remedy);
}

}  // namespace
}  // namespace tally
