// A document said in another way gives the same findings: other script, 億 for billion, other order, other
// lines, Markdown for plain text. Findings are compared by verdict, kind and what the files say (normalised
// values); where the change does not touch them, by fingerprint too.
#include <gtest/gtest.h>
#include <opencc/opencc.h>
#include <re2/re2.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/fold.h"
#include "base/utf8.h"
#include "compare/kind.h"
#include "tests/planted.h"
#include "tests/rules_fixture.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = TALLY_SOURCE_DIR;

std::vector<Finding> FindingsOf(const std::vector<InputFile>& files) {
  return MakeReport(ExtractAll(files, TestToolkit(), 1), TestToolkit()).findings;
}

std::string Stem(const std::string& path) {
  std::string name = fs::path(path).filename().string();
  return name.substr(0, name.rfind('.'));
}

// "conflict value_conflict: activision.en USD 68.7 billion; …"; a line a finding, sorted.
std::multiset<std::string> Said(const std::vector<Finding>& findings) {
  std::multiset<std::string> lines;
  for (const Finding& finding : findings) {
    std::set<std::string> readings;
    for (const Reading& reading : finding.readings) {
      for (std::size_t member : reading.members) {
        readings.insert(Stem(finding.members[member].doc) + ' ' + reading.label);
      }
    }
    std::string line =
        std::string(VerdictName(finding.verdict)) + ' ' + std::string(FindingKindName(finding.kind)) + ':';
    for (const std::string& reading : readings) line += ' ' + reading + ';';
    lines.insert(line);
  }
  return lines;
}

std::multiset<std::string> Ids(const std::vector<Finding>& findings) {
  std::multiset<std::string> ids;
  for (const Finding& finding : findings) ids.insert(finding.id);
  return ids;
}

// Documents of three writings with a few figures made wrong, so that there is something to find, and the
// sample articles.
std::vector<InputFile> Documents() {
  MarkedLibrary library = ReadMarkedFiles(kRoot / "tests/plants");
  std::set<std::size_t> changed;
  for (const MarkedFigure& figure : library.figures) {
    InputFile& file = library.files[figure.file];
    std::mt19937 random(static_cast<unsigned>(figure.span.start));
    if (figure.file % 3 != 0 || changed.contains(figure.file)) continue;
    if (auto planted = PlantSlip(file.content, figure.span, FigureSlip::kDigit, random)) {
      file.content = planted->text;
      changed.insert(figure.file);
    }
  }
  MarkedLibrary seeds = ReadAnnotatedFiles(kRoot / "seeds", kRoot / "tests/gold/seed_findings.jsonl", {});
  library.files.insert(library.files.end(), seeds.files.begin(), seeds.files.end());
  return library.files;
}

const std::vector<Finding>& Findings() {
  static const std::vector<Finding> findings = FindingsOf(Documents());
  return findings;
}

TEST(Metamorphic, TheDocumentsHaveConflicts) {
  auto conflicts = std::ranges::count(Findings(), Verdict::kConflict, &Finding::verdict);
  EXPECT_GE(conflicts, 8);
  EXPECT_GE(std::ssize(Findings()), 40);
}

TEST(Metamorphic, TheOrderOfDocuments) {
  std::vector<InputFile> files = Documents();
  std::ranges::reverse(files);
  EXPECT_EQ(Ids(FindingsOf(files)), Ids(Findings()));
}

TEST(Metamorphic, TheFolderThatTheFilesLieIn) {
  std::vector<InputFile> files = Documents();
  for (InputFile& file : files) file.path = "elsewhere/deep/" + file.path;
  std::vector<Finding> findings = FindingsOf(files);
  EXPECT_EQ(Ids(findings), Ids(Findings()));
}

// A name is the source of what names none, so it is part of the fingerprint; nothing else hangs on it.
TEST(Metamorphic, TheNamesOfFiles) {
  std::vector<InputFile> files = Documents();
  std::map<std::string, std::string> old_names;
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::string name = "article-" + std::to_string(900 - i) + fs::path(files[i].path).extension().string();
    old_names[name] = files[i].path;
    files[i].path = name;
  }
  std::vector<Finding> findings = FindingsOf(files);
  for (Finding& finding : findings) {
    for (Claim& member : finding.members) member.doc = old_names.at(member.doc);
  }
  EXPECT_EQ(Said(findings), Said(Findings()));
}

// Character by character, as the tables of OpenCC have it, which folding is made of.
std::string Simplified(const std::string& text) {
  std::string simplified;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = DecodeUtf8(text, at);
    AppendUtf8(IsHan(c.value) ? FoldCodePoint(c.value) : c.value, simplified);
    at += c.length;
  }
  return simplified;
}

TEST(Metamorphic, TraditionalInSimplifiedCharacters) {
  std::vector<InputFile> files = Documents();
  int changed = 0;
  for (InputFile& file : files) {
    std::string simplified = Simplified(file.content);
    changed += simplified != file.content;
    file.content = simplified;
  }
  EXPECT_GE(changed, 8);
  EXPECT_EQ(Said(FindingsOf(files)), Said(Findings()));
}

// By OpenCC's words, which choose among the Traditional characters of one Simplified. A bare 元 is yuan in
// Simplified texts only, so the yuan are named in both.
TEST(Metamorphic, SimplifiedInTraditionalCharacters) {
  const opencc::SimpleConverter converter("s2t.json");
  std::vector<InputFile> files = Documents();
  for (InputFile& file : files) {
    if (Simplified(file.content) == file.content)
      RE2::GlobalReplace(&file.content, "([0-9万亿])元", "\\1元人民币");
  }
  std::vector<InputFile> others = files;
  int changed = 0;
  for (InputFile& file : others) {
    if (Simplified(file.content) != file.content) continue;
    std::string traditional = converter.Convert(file.content);
    changed += traditional != file.content;
    file.content = traditional;
  }
  EXPECT_GE(changed, 8);
  EXPECT_EQ(Said(FindingsOf(others)), Said(FindingsOf(files)));
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

TEST(Metamorphic, LineEndsOfWindows) {
  std::vector<InputFile> files = Documents();
  for (InputFile& file : files) file.content = Replaced(file.content, "\n", "\r\n");
  EXPECT_EQ(Said(FindingsOf(files)), Said(Findings()));
}

// Each line of a plain text is a paragraph; in Markdown blank lines part them.
TEST(Metamorphic, PlainTextAsMarkdown) {
  std::vector<InputFile> files = ReadMarkedFiles(kRoot / "tests/plants").files;
  std::erase_if(files, [](const InputFile& file) { return !file.path.ends_with(".txt"); });
  std::vector<InputFile> others = files;
  for (InputFile& file : others) {
    file.path = Replaced(file.path, ".txt", ".md");
    file.content = "# " + Replaced(Replaced(file.content, "\n\n", "\n"), "\n", "\n\n");
  }
  EXPECT_EQ(Said(FindingsOf(others)), Said(FindingsOf(files)));
}

// Words of a line that is longer than `width` bytes go to the next one.
std::string Wrapped(const std::string& text, std::size_t width) {
  std::string wrapped;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = DecodeUtf8(text, at);
    if (c.value == ' ' && column >= width && wrapped.back() != '\n') {
      wrapped += '\n';
      column = 0;
    } else {
      AppendUtf8(c.value, wrapped);
      column = c.value == '\n' ? 0 : column + c.length;
    }
    at += c.length;
  }
  return wrapped;
}

TEST(Metamorphic, HardWrappedParagraphsOfMarkdown) {
  std::vector<InputFile> files = ReadMarkedFiles(kRoot / "tests/plants").files;
  std::erase_if(files, [](const InputFile& file) { return !file.path.ends_with(".en.md"); });
  std::vector<InputFile> wrapped = files;
  for (InputFile& file : wrapped) {
    // Not the front matter.
    std::size_t body = file.content.find("\n---\n", 4) + 5;
    file.content = file.content.substr(0, body) + Wrapped(file.content.substr(body), 60);
  }
  EXPECT_EQ(Said(FindingsOf(wrapped)), Said(FindingsOf(files)));
}

// ---- One statement in several ways ----

struct Restatement {
  const char* name;
  std::vector<std::string> ways;  // of one statement
  std::string against;            // what another document says
  std::string kind;               // of the finding between the two; empty for none
};

TEST(Metamorphic, OneStatementInSeveralWays) {
  const std::vector<Restatement> kStatements = {
      {"billion",
       {"Microsoft has invested $13 billion in OpenAI.",
        "Microsoft has invested 13 billion U.S. dollars in OpenAI.",
        "Microsoft has invested $13bn in OpenAI.", "Microsoft has invested $13,000 million in OpenAI.",
        "微軟向 OpenAI 投資了 130 億美元。", "微软向OpenAI投资了130亿美元。",
        "微软向OpenAI投资了一百三十亿美元。"},
       "Microsoft has invested $18 billion in OpenAI.",
       "value_conflict"},
      {"billion, a factor",
       {"Microsoft has invested $13 billion in OpenAI.", "微軟向 OpenAI 投資了 130 億美元。",
        "微软向OpenAI投资了130亿美元。"},
       "微软向OpenAI投资了13亿美元。",
       "magnitude_conflict"},
      {"thousand and 萬",
       {"Nestlé employs 27 thousand people.", "Nestlé employs 27,000 people.", "雀巢有 2.7 萬名員工。",
        "雀巢有2.7万名员工。", "雀巢有27000名员工。"},
       "Nestlé employs 35,000 people.",
       "value_conflict"},
      {"percent and fraction",
       {"微軟持有 OpenAI 25% 的股權。", "微软持有OpenAI 25%的股权。", "微软持有OpenAI四分之一的股权。",
        "微軟持有 OpenAI 百分之二十五的股權。", "Microsoft owns 25 percent of OpenAI.",
        "Microsoft owns 25% of OpenAI.", "Microsoft owns a quarter of OpenAI."},
       "微软持有OpenAI 49%的股权。",
       "value_conflict"},
      {"a date",
       {"Satya Nadella joined Microsoft in 1992.", "納德拉於 1992 年加入微軟。", "纳德拉1992年加入微软。",
        "纳德拉于一九九二年加入微软。"},
       "纳德拉1995年加入微软。",
       "date_conflict"},
  };
  for (const Restatement& statement : kStatements) {
    for (const std::string& way : statement.ways) {
      std::vector<InputFile> files = {{"a.txt", way + "\n"}, {"b.txt", statement.against + "\n"}};
      std::string kinds;
      for (const Finding& finding : FindingsOf(files))
        kinds += std::string(FindingKindName(finding.kind)) + ' ';
      EXPECT_EQ(kinds, statement.kind + ' ') << way;
      // Beside itself in another way it is no conflict.
      for (const std::string& other : statement.ways) {
        for (const Finding& finding : FindingsOf({{"a.txt", way + "\n"}, {"b.txt", other + "\n"}})) {
          EXPECT_EQ(finding.verdict, Verdict::kCorroboration) << way << " / " << other;
        }
      }
    }
  }
}

// No sentence refers to another, so their order says nothing.
TEST(Metamorphic, TheOrderOfSentences) {
  std::vector<std::string> sentences = {"微软向OpenAI投资了130亿美元。", "微软持有OpenAI 49%的股权。",
                                        "纳德拉1992年加入微软。", "微软有22.8万名员工。"};
  const InputFile other = {"b.txt",
                           "微軟向 OpenAI 投資了 180 億美元。微軟持有 OpenAI 46% 的股權。納德拉於 1995 "
                           "年加入微軟。微軟有 22.8 萬名員工。\n"};
  auto ids_of = [&] {
    std::string text;
    for (const std::string& sentence : sentences) text += sentence;
    return Said(FindingsOf({{"a.txt", text + "\n"}, other}));
  };
  std::ranges::sort(sentences);
  std::multiset<std::string> want = ids_of();
  EXPECT_EQ(want.size(), 4u);
  while (std::ranges::next_permutation(sentences).found) EXPECT_EQ(ids_of(), want);
}

}  // namespace
}  // namespace tally
