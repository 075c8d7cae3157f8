// git as a child process: what it prints is read right, and which files of a tree are articles.
#include <gtest/gtest.h>

#include "base/error.h"
#include "git_fixture.h"
#include "input/child_process.h"
#include "input/git_output.h"
#include "input/list_tree.h"

namespace tally {
namespace {

using namespace std::string_literals;

TEST(ChildProcessTest, MovesAnyAmountBothWays) {
  std::string text(3'000'000, 'x');
  ProcessResult result = RunProcess({"cat"}, text);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out.size(), text.size());
  EXPECT_EQ(RunProcess({"sh", "-c", "echo out; echo err >&2; exit 3"}).status, 3);
  EXPECT_EQ(RunProcess({"sh", "-c", "echo $NAME"}, "", {"NAME=a b"}).out, "a b\n");
  EXPECT_EQ(RunProcess({"true"}, text).status, 0) << "it need not read what it is given";
  EXPECT_FALSE(RunProcess({"no-such-program-anywhere"}).found);
  EXPECT_EQ(RunProcess({"echo", "$(touch x); `ls` *"}).out, "$(touch x); `ls` *\n") << "no shell reads it";
}

TEST(GitOutputTest, HunksAreTheLinesOfTheNewFile) {
  auto hunks = ReadGitHunks(
      "diff --git a/x.md b/x.md\nindex 11..22 100644\n--- a/x.md\n+++ b/x.md\n"
      "@@ -3,2 +3 @@ a heading\n-one\n-two\n+three\n@@ -9,0 +9,2 @@\n+@@ -1 +1 @@\n+--- x\n"
      "@@ -20 +21,0 @@\n-gone\n"
      "diff --git a/y.png b/y.png\nindex 33..44 100644\nBinary files a/y.png and b/y.png differ\n"
      "diff --git a/z b/z\nindex 55..66\n--- a/z\n+++ b/z\n@@ -1 +1 @@\n-a\n\\ No newline at end of "
      "file\n+b\n"
      "\\ No newline at end of file\n");
  ASSERT_EQ(hunks.size(), 2u);
  EXPECT_EQ((hunks[{"11", "22"}]), (GitLines{{3, 3}, {9, 10}}));
  EXPECT_EQ((hunks[{"55", "66"}]), (GitLines{{1, 1}}));
}

TEST(GitOutputTest, ChangesNameBothStates) {
  std::vector<GitChange> changes = ReadGitChanges(
      ":100644 100644 aa bb M\0a b.md\0:000000 100644 00 cc A\0\xE6\x96\x87.md\0:100644 000000 dd 00 D\0"
      "gone.md\0:100644 100644 ee ff R087\0old.md\0new.md\0:120000 120000 11 22 M\0link.md\0"s);
  ASSERT_EQ(changes.size(), 4u);
  EXPECT_EQ(changes[0].now.path, "a b.md");
  EXPECT_EQ(changes[0].before.blob, "aa");
  EXPECT_EQ(changes[1].before.path, "");
  EXPECT_EQ(changes[2].now.path, "");
  EXPECT_EQ(changes[3].before.path, "old.md");
  EXPECT_EQ(changes[3].now.path, "new.md");
}

TEST(GitOutputTest, AnUnfinishedMergeIsNoState) {
  EXPECT_EQ(ReadGitFiles("100644 aa 0\ta.md\0"s).size(), 1u);
  EXPECT_THROW(ReadGitFiles("100644 aa 1\ta.md\0"
                            "100644 bb 2\ta.md\0"s),
               UserError);
}

TEST(ListTreeTest, IsWhatAFolderIsReadFor) {
  TreeFilter filter({{".gitignore", "/private/\n*.draft.md\n"}, {"posts/.gitignore", "!b.draft.md\nold\n"}},
                    {"archive/", "/top.md"});
  const std::vector<std::pair<std::string, bool>> table = {
      {"a.md", true},
      {"a.rst", false},
      {"README.md", false},
      {".hidden/a.md", false},
      {"posts/.a.md", false},
      {"private/a.md", false},
      {"posts/private/a.md", true},
      {"a.draft.md", false},
      {"posts/b.draft.md", true},
      {"posts/old/a.md", false},
      {"posts/x/archive/a.md", false},
      {"top.md", false},
      {"posts/top.md", true},
      {"posts/a.md.gz", true},
  };
  for (const auto& [path, article] : table) EXPECT_EQ(filter.IsArticle(path), article) << path;
  EXPECT_TRUE(filter.IsArticleAsNamed("a.rst"));
  EXPECT_FALSE(filter.IsArticleAsNamed("archive/a.md"));
}

// The tree gives the same articles as the folder that it makes.
TEST(GitRepositoryTest, ReadsWhatAFolderIsReadForAndNeverTheWorkTree) {
  GitFixture git("tree");
  git.Write(".gitignore", "drafts/\n");
  git.Write("a.md", "Microsoft invested $13 billion in OpenAI.\n");
  git.Write("sub/b.md", "Nothing of it.\n");
  git.Write("sub/README.md", "Microsoft invested $99 billion in OpenAI.\n");
  git.Commit("one");
  git.Write("sub/c.md", "Microsoft invested $1.3 billion in OpenAI.\n");
  git.Git("add sub/c.md");
  git.Write("sub/c.md", "Microsoft invested $13 billion in OpenAI.\n");
  git.Write("sub/d.md", "Microsoft invested $77 billion in OpenAI.\n");
  ProgramRun staged = git.Shell("cd sub && tally check --staged && git status --porcelain");
  EXPECT_EQ(staged.status, 1);
  EXPECT_NE(staged.out.find("c.md:1:20: high:"), std::string::npos) << staged.out;
  EXPECT_NE(staged.out.find("../a.md:1:20"), std::string::npos) << "names are as seen from the folder";
  EXPECT_EQ(staged.out.find("77"), std::string::npos);
  EXPECT_NE(staged.err.find("3 files read"), std::string::npos) << staged.err;
  git.Git("commit -qm two");
  EXPECT_EQ(git.Shell("tally check --since HEAD~1").status, 1);
  EXPECT_EQ(git.Shell("tally check --since HEAD~1 sub/b.md").status, 0) << "another file is under check";
  EXPECT_EQ(git.Shell("tally check --since HEAD~1 sub/").status, 1);
  EXPECT_EQ(git.Read("sub/c.md"), "Microsoft invested $13 billion in OpenAI.\n");
}

TEST(GitRepositoryTest, BeforeTheFirstCommitEverythingIsNew) {
  GitFixture git("first");
  git.Write("a.md", "Microsoft invested $13 billion in OpenAI.\n");
  git.Write("b.md", "Microsoft invested $1.3 billion in OpenAI.\n");
  git.Git("add .");
  EXPECT_EQ(git.Shell("tally check --staged").status, 1);
}

TEST(GitRepositoryTest, WhatOnlyShowsBetweenOldLinesIsExposed) {
  GitFixture git("exposed");
  const std::string head = "---\ntitle: Notes\ndate: 2025-03-20\n---\n\n";
  git.Write("a.md", head + "Microsoft invested $13 billion in OpenAI.\n");
  git.Write("b.md", head + "```\n\nMicrosoft invested $1.3 billion in OpenAI.\n\n```\n");
  git.Commit("one");
  // The line of the figure stays; what hid it goes.
  git.Write("b.md", head + "\nMicrosoft invested $1.3 billion in OpenAI.\n\n");
  git.Git("add .");
  ProgramRun run = git.Shell("tally check --staged --format json");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("\"change\": \"exposed\""), std::string::npos) << run.out;
  EXPECT_EQ(git.Shell("tally check --staged --fail-exposed high").status, 1);
  EXPECT_EQ(git.Shell("tally check --staged --fail-exposed none --fail-level low").status, 0);
}

TEST(GitRepositoryTest, DocumentsOfOneFileChangeOneByOne) {
  GitFixture git("lines");
  const std::string first = R"({"id":"a","text":"Microsoft invested $13 billion in OpenAI."})"
                            "\n";
  const std::string second = R"({"id":"b","text":"Microsoft invested $1.3 billion in OpenAI."})"
                             "\n";
  const std::string third = R"({"id":"c","text":"Meta spent nothing."})"
                            "\n";
  git.Write("all.jsonl", first + second);
  git.Commit("one");
  git.Write("all.jsonl", third + first + second);
  git.Git("add .");
  EXPECT_EQ(git.Shell("tally check --staged").status, 0) << "the two stood there before";
  git.Commit("two");
  git.Write("all.jsonl", third + first + second +
                             R"({"id":"d","text":"Microsoft invested $130 billion in OpenAI."})"
                             "\n");
  git.Git("add .");
  EXPECT_EQ(git.Shell("tally check --staged").status, 1);
}

}  // namespace
}  // namespace tally
