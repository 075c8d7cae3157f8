// What `rules lint`, `rules test --coverage`, `rules show`, `rules new`, `rules diff` and `explain` find.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "claims/near_miss.h"
#include "rulecheck/check_examples.h"
#include "rulecheck/claim_diff.h"
#include "rulecheck/lint_rules.h"
#include "rulecheck/new_predicate.h"
#include "rulecheck/rule_coverage.h"
#include "rulecheck/show_rule.h"
#include "rules/list_names.h"
#include "rules_fixture.h"

namespace tally {
namespace {

// The rules compiled in with one file more, or another instead of one.
struct Rules {
  explicit Rules(const std::string& name, const std::string& content) : files(CollectRuleFiles("")) {
    auto place = std::ranges::find(files, name, &RuleFile::name);
    if (place != files.end()) {
      place->content = content;
    } else {
      files.push_back({name, content});
    }
    toolkit = MakeToolkit(files);
  }

  std::vector<RuleFile> files;
  std::unique_ptr<Toolkit> toolkit;
};

// The notes on a file with one check, a line each, without the file's name.
std::string NotesOn(const std::vector<RuleNote>& notes, const std::string& file, const std::string& check) {
  std::string lines;
  for (const RuleNote& note : notes) {
    if (note.file == file && note.check == check)
      lines += (lines.empty() ? "" : "\n") + note.ToString().substr(file.size() + 1);
  }
  return lines;
}

std::string Predicate(const std::string& lines, const std::string& examples) {
  return "{\n  \"id\": \"zz\",\n  \"name\": {\"en\": \"z\", \"zh\": \"z\"},\n  \"dimensions\": "
         "[\"money\"],\n" +
         lines + "\n  \"examples\": [" + examples + "]\n}\n";
}

const std::string kExamples =
    "{\"text\": \"微软的押金为5万美元。\"}, {\"text\": \"微軟的押金為6萬美元。\"}, {\"text\": \"Microsoft's "
    "bail "
    "bond is $7.\"}, {\"text\": \"押金5年后退还。\", \"fires\": false}";
const std::string kCue = "  \"cues\": [{\"words\": [\"押金\", \"bond\"]}],";

std::string Lint(const std::string& lines, const std::string& examples, const std::string& check) {
  Rules rules("predicates/zz.json", Predicate(lines, examples));
  return NotesOn(LintRules(rules.files, rules.toolkit->rules, rules.toolkit->words), "predicates/zz.json",
                 check);
}

struct LintCase {
  const char* check;
  std::string lines;
  std::string examples;
  std::string notes;
};

TEST(RulesLint, ToldWithPlaceAndRemedy) {
  const LintCase cases[] = {
      {"draft", "  \"draft\": true,\n" + kCue, kExamples,
       "5:12: the rule is a draft: its claims are read, but never compared; take \"draft\" out when its "
       "examples are complete [draft]"},
      {"literal-run", "  \"phrases\": [\"{value}\", \"{subject}一二三四五六七八九十百千万 {value}\"],",
       kExamples,
       "5:26: \"一二三四五六七八九十百千万\" are 13 characters word for word, more than 12; put '...', a "
       "slot or "
       "'[…|…]' where the language leaves a choice [literal-run]"},
      {"literal-run", "  \"phrases\": [\"{subject}一二三四五六七八九十百千 {value}\"],", kExamples, ""},
      {"twice", "  \"cues\": [{\"words\": [\"押金\", \"押 金\", \"Bond\", \"bond\", \"押金\"]}],", kExamples,
       "5:44: 'bond' stands twice in this list; Traditional and Simplified, large and small letters count as "
       "the same; take one out [twice]\n"
       "5:52: '押金' stands twice in this list; Traditional and Simplified, large and small letters count as "
       "the same; take one out [twice]"},
      {"contradiction", "  \"cues\": [{\"words\": [\"押金\"], \"not\": [\"押金\"]}],", kExamples,
       "5:23: '押金' stands in 'words' and in 'not'; keep one of them [contradiction]"},
      {"bare-cue", "  \"cues\": [{\"words\": [\"押\"]}],", kExamples,
       "5:23: the cue '押' is a single character, which stands in many other words; give the cue 'with', "
       "'without' or 'not', or make it a phrase [bare-cue]"},
      {"bare-cue", "  \"cues\": [{\"words\": [\"押\"], \"not\": [\"抵押\"]}],", kExamples, ""},
      {"writing", kCue, kExamples, ""},
      {"writing", kCue,
       "{\"text\": \"押金为5万美元。\"}, {\"text\": \"押金为6万美元。\"}, {\"text\": \"a\", \"fires\": "
       "false}",
       "6:15: no example that fires is in Traditional Chinese and in English; add one of each [writing]"},
      {"same-example", kCue,
       "{\"text\": \"押金为5万美元。\"}, {\"text\": \"押金为5万美元。\"}, {\"text\": \"a\", \"fires\": "
       "false}",
       "6:38: this example stands twice; take one out [same-example]"},
      {"weak-negatives", kCue, kExamples, ""},
      {"weak-negatives", kCue,
       "{\"text\": \"押金为5万美元。\"}, {\"text\": \"押金为6万美元。\"}, {\"text\": \"市值5亿\", \"fires\": "
       "false}",
       "6:15: no example that must not fire holds one of the rule's words and a figure: none of them could "
       "fire; write one with a word of the rule beside a figure that is not its own [weak-negatives]"}};
  for (const LintCase& c : cases) EXPECT_EQ(Lint(c.lines, c.examples, c.check), c.notes) << c.check;
}

TEST(RulesLint, TablesAndLists) {
  const std::string head = "zz-one\tcompany\tZz One\t";
  const struct {
    const char* check;
    const char* file;
    std::string content;
    const char* notes;
  } cases[] = {
      {"ordinary-alias", "entities/zz.tsv", head + "Zzone|Spark\t\t\t\n",
       "1:29: 'Spark' is an ordinary word too, and zz-one has nothing in 'not'; name the longer words in "
       "which "
       "it is something else, or take the alias out [ordinary-alias]"},
      {"ordinary-alias", "entities/zz.tsv", head + "Zzone|Spark\tspark plug\t\t\n", ""},
      {"ordinary-alias", "entities/zz.tsv", head + "Zzone\t\t\t\n", ""},
      {"twice", "entities/zz.tsv", "# a\n" + head + "ZZ ONE\t\t\t\n",
       "2:23: zz-one has the alias 'Zz One' already; take it out [twice]"},
      {"twice", "units/zz.tsv", "zz\t噚|噚\t1\n",
       "1:4: '噚' stands also in units/zz.tsv:1; keep it in one of them; the first one read counts [twice]"},
      {"twice", "words/zz.txt", "甲\n乙\n甲\n",
       "3:1: '甲' stands also in words/zz.txt:1; keep it in one of them; the first one read counts [twice]"}};
  for (const auto& c : cases) {
    Rules rules(c.file, c.content);
    EXPECT_EQ(NotesOn(LintRules(rules.files, rules.toolkit->rules, rules.toolkit->words), c.file, c.check),
              c.notes)
        << c.content;
  }
}

RuleCoverage CoverageOf(const Rules& rules, const std::vector<std::string>& predicates) {
  return MeasureRuleCoverage(rules.files, rules.toolkit->rules, *rules.toolkit->extractor,
                             rules.toolkit->words, predicates);
}

TEST(RulesCoverage, ListsWhatNoExampleExercises) {
  Rules rules("predicates/zz.json",
              Predicate("  \"units\": [\"USD\", \"groats\"],\n"
                        "  \"phrases\": [\"{subject} 的押金为 {value}\", \"{subject} 缴纳保释 {value}\",\n"
                        "    \"{subject} 向微软缴押 {value}\"],\n"
                        "  \"cues\": [{\"words\": [\"bond\", \"surety\"]}, {\"words\": [\"押品\"]},\n"
                        "    {\"words\": [\"抵押金\"], \"without\": [\"抵押\"]}],",
                        kExamples));
  std::vector<RuleNote> notes = CoverageOf(rules, {"zz"}).notes;
  std::string file = "predicates/zz.json";
  EXPECT_EQ(NotesOn(notes, file, "unfired-phrase"),
            "6:41: no example fires the phrase \"{subject} 缴纳保释 {value}\"; add one, such as "
            "\"微软缴纳保释5美元。\" [unfired-phrase]");
  EXPECT_EQ(NotesOn(notes, file, "unfired-cue"),
            "8:43: no example fires the cue 押品; add one [unfired-cue]\n"
            "9:5: no example fires the cue 抵押金; add one [unfired-cue]");
  EXPECT_EQ(
      NotesOn(notes, file, "never-matches"),
      "5:20: no table of units has the id 'groats', so no figure is of it; use an id of units/*.tsv, or "
      "add a row there [never-matches]\n"
      "7:5: the phrase \"{subject} 向微软缴押 {value}\" does not match \"微软向微软缴押5美元。\", which is "
      "written from it; ask 'tally explain' what stands in its way; a word of it may be read as a name or "
      "a figure [never-matches]\n"
      "9:16: the cue '抵押金' holds '抵押', which silences it; take one of them out of 'words' or "
      "'without' [never-matches]");
}

TEST(RulesCoverage, CountsWhatFired) {
  Rules rules("predicates/zz.json", Predicate(kCue, kExamples));
  RuleCoverage coverage = CoverageOf(rules, {"zz"});
  EXPECT_TRUE(coverage.notes.empty());
  EXPECT_EQ(coverage.cues, 1u);
  EXPECT_EQ(coverage.cues_fired, 1u);
  EXPECT_EQ(coverage.words, 2u);
  EXPECT_EQ(coverage.words_fired, 2u);
}

TEST(RulesCoverage, TellsWhoTookAnExample) {
  Rules rules(
      "predicates/zz.json",
      Predicate(kCue, "{\"text\": \"微软向OpenAI投资5亿美元。\", \"quote\": \"5亿美元\"}, " + kExamples));
  std::string notes = NotesOn(CoverageOf(rules, {"zz"}).notes, "predicates/zz.json", "caught-example");
  EXPECT_TRUE(notes.starts_with("6:16: the figure of this example is taken by investment/")) << notes;
}

TEST(RulesCoverage, TellsNamesOfTwoOwners) {
  Rules rules("entities/zz.tsv", "zz-one\tcompany\tZz One\tZzone|微軟\t\t\t\n");
  std::string notes = NotesOn(CoverageOf(rules, {}).notes, "entities/zz.tsv", "two-owners");
  EXPECT_TRUE(notes.starts_with("1:29: '微軟' of zz-one is also microsoft (entities/companies.tsv:"))
      << notes;
}

TEST(RulesShow, SaysWhatAPhraseCompilesTo) {
  Rules rules("predicates/zz.json",
              Predicate("  \"subject\": {\"kinds\": [\"company\"], \"required\": true},\n"
                        "  \"phrases\": [\"{subject} [的|] 押金 ... {value}\"],\n"
                        "  \"cues\": [{\"words\": [\"bond\"], \"value\": \"after\", \"within\": 6}],",
                        kExamples));
  std::string text = ShowRule(*rules.toolkit->rules.FindPredicate("zz"));
  for (const char* line :
       {"subject (required): company; looked for: anywhere\n", "phrase: {subject} [的|] 押金 ... {value}\n",
        "  slots: subject, value\n", "  tried where one of these stands: 押金\n",
        "  RE2 over the skeleton: ([<pronoun><name><company>]) *(?:的|) *押金 *[^",
        "{0,16}? *([<money><magnitude>])(?: *\\([^()]{1,12}\\))?\n",
        "cue: bond\n  figure: after the cue, within 6 characters\n", "quiet: 押金5年后退还。\n"}) {
    EXPECT_NE(text.find(line), std::string::npos) << line << "\nin\n" << text;
  }
}

TEST(RulesNew, TheFileLoadsAndItsExamplesFail) {
  Rules rules("predicates/zz_top.json", NewPredicateText("zz_top"));
  const PredicateRule* rule = rules.toolkit->rules.FindPredicate("zz_top");
  ASSERT_NE(rule, nullptr);
  EXPECT_TRUE(rule->draft);
  EXPECT_FALSE(rule->compared);
  std::string passed;
  for (const ExampleResult& result :
       CheckExamples(rules.toolkit->rules, *rules.toolkit->extractor, rules.toolkit->words)) {
    if (result.predicate == "zz_top") passed += result.passed ? "+" : "-";
  }
  EXPECT_EQ(passed, "--+");
}

TEST(RulesNew, NamesArePlain) {
  for (const char* name : {"fine", "ticket_price", "g7"}) EXPECT_TRUE(IsPredicateName(name)) << name;
  for (const char* name : {"", "Fine", "7up", "_x", "a-b", "a/b", "../x", "罚款", "a b", "a.json"})
    EXPECT_FALSE(IsPredicateName(name)) << name;
  EXPECT_FALSE(IsPredicateName(std::string(65, 'a')));
}

// The predicate that rules/README.md walks through.
TEST(RulesReadme, TheExamplePassesAllChecks) {
  std::ifstream file(TALLY_SOURCE_DIR "/rules/README.md");
  std::string readme((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::size_t begin = readme.find("```json\n");
  ASSERT_NE(begin, std::string::npos);
  begin += 8;
  Rules rules("predicates/bail.json", readme.substr(begin, readme.find("```", begin) - begin));
  for (const ExampleResult& result :
       CheckExamples(rules.toolkit->rules, *rules.toolkit->extractor, rules.toolkit->words)) {
    if (result.predicate == "bail") {
      EXPECT_TRUE(result.passed) << result.ToString();
    }
  }
  for (const RuleNote& note : CoverageOf(rules, {"bail"}).notes) ADD_FAILURE() << note.ToString();
  for (const RuleNote& note : LintRules(rules.files, rules.toolkit->rules, rules.toolkit->words)) {
    if (note.file == "predicates/bail.json") ADD_FAILURE() << note.ToString();
  }
}

TEST(RulesReadme, TellsWhatEachListIsFor) {
  std::ifstream file(TALLY_SOURCE_DIR "/rules/README.md");
  std::string readme((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  for (std::string_view list : kWordLists)
    EXPECT_NE(readme.find("`" + std::string(list) + ".txt`"), std::string::npos) << list;
  for (std::string_view table : kUnitTables)
    EXPECT_NE(readme.find("`" + std::string(table) + ".tsv`"), std::string::npos) << table;
}

std::string Changes(const Toolkit& before, const Toolkit& after, const std::string& text) {
  auto read = [&](const Toolkit& toolkit) {
    return toolkit.extractor->Read(ExampleDocument(text, toolkit.words)).claims;
  };
  std::string lines;
  for (const ClaimChange& change : DiffClaims(read(before), read(after))) {
    const Claim& claim = change.after ? *change.after : *change.before;
    lines += std::string(change.Kind()) + " " + claim.quote;
    for (const std::string& part : change.parts)
      lines += " " + part + ":" + ClaimPart(*change.before, part) + ">" + ClaimPart(*change.after, part);
    lines += "\n";
  }
  return lines;
}

TEST(RulesDiff, WonLostAndChanged) {
  const Toolkit& ours = TestToolkit();
  Rules rules("predicates/zz.json", Predicate(kCue, kExamples));
  const std::string text = "微软的押金为5万美元。";
  std::string won = Changes(ours, *rules.toolkit, text);
  EXPECT_TRUE(won == "won 5万美元\n" || won.starts_with("changed 5万美元 predicate:")) << won;
  std::string lost = Changes(*rules.toolkit, ours, text);
  EXPECT_TRUE(lost == "lost 5万美元\n" || lost.starts_with("changed 5万美元 predicate:zz>")) << lost;
  EXPECT_EQ(Changes(ours, ours, text), "");
  EXPECT_EQ(Changes(*rules.toolkit, *rules.toolkit, text), "");
}

// "rule: why" of the nearest, for the first figure of a text; only of the predicate zz.
std::string NearMissOf(const std::string& lines, const std::string& text) {
  Rules rules("predicates/zz.json", Predicate(lines, kExamples));
  const Toolkit& toolkit = *rules.toolkit;
  Document document = ExampleDocument(text, toolkit.words);
  std::vector<Claim> claims = toolkit.extractor->Read(document).claims;
  for (const Sentence& sentence : toolkit.extractor->Sentences(document, document.blocks.front())) {
    for (std::size_t i = 0; i < sentence.items.size(); ++i) {
      if (sentence.items[i].type != Item::Type::kQuantity) continue;
      for (const NearMiss& miss :
           FindNearMisses(sentence, i, claims.front(), toolkit.extractor->cues(), 99)) {
        if (miss.rule.starts_with("zz/")) return miss.rule.substr(3) + ": " + miss.why;
      }
      return "";
    }
  }
  return "";
}

TEST(NearMisses, TellTheConditionThatFailed) {
  const struct {
    std::string lines;
    const char* text;
    const char* miss;
  } cases[] = {
      {kCue, "押金要退还整整7棵。", ""},
      {"  \"cues\": [{\"words\": [\"押金\"], \"within\": 2}],", "押金甲乙丙丁戊己庚辛壬5万美元。",
       "cue:押金: the figure stands 9 characters off, 2 are allowed"},
      {"  \"cues\": [{\"words\": [\"押金\"], \"value\": \"before\"}],", "押金5万美元。",
       "cue:押金: the figure stands behind the cue, it is wanted before"},
      {"  \"cues\": [{\"words\": [\"押金\"], \"with\": [\"法院\", \"法庭\"]}],", "押金5万美元。",
       "cue:押金: none of its 'with' stands in the sentence: 法院, 法庭"},
      {"  \"cues\": [{\"words\": [\"押金\"], \"without\": [\"租房\", \"房租\"]}],", "房租押金5万美元。",
       "cue:押金: one of its 'without' stands in the clause: 房租"},
      {"  \"units\": [\"EUR\"],\n" + kCue, "押金5万美元。", "cue:押金: the unit is USD, the rule takes EUR"},
      {"  \"subject\": {\"kinds\": [\"person\"], \"required\": true},\n" + kCue, "押金5万美元。",
       "cue:押金: nothing fills {subject} (person), which it requires"},
      {"  \"phrases\": [\"{subject} ... 交给 {object} 押金 {value}\"],", "微软随后交给一边的押金5万美元。",
       "phrase:{subject} ... 交给 {object} 押金 {value}: the phrase fails at {object} (behind 交给)"}};
  for (const auto& c : cases) EXPECT_EQ(NearMissOf(c.lines, c.text), c.miss) << c.text << c.lines;
}

}  // namespace
}  // namespace tally
