// A repository of 200 articles and its history: after each commit the findings of tally check --since are
// those that the commit was made for, and no others.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "git_fixture.h"

namespace tally {
namespace {

constexpr int kCompanies = 100;

// Company 7 is "Corvus Robotics" … every one another name.
std::string Company(int i) {
  static const std::vector<std::string> kFirst = {"Northwind", "Halden",  "Brightwater", "Corvus", "Dunmore",
                                                  "Eastgate",  "Fenwick", "Garrick",     "Harlow", "Ivywood"};
  static const std::vector<std::string> kSecond = {"Robotics", "Energy", "Biotech",  "Logistics", "Foods",
                                                   "Software", "Mining", "Textiles", "Motors",    "Optics"};
  return kFirst[static_cast<std::size_t>(i % 10)] + " " + kSecond[static_cast<std::size_t>(i / 10)];
}

int Millions(int i) { return 101 + 7 * i; }

// One paragraph a line, as authors write; `width`: wrapped at so many characters.
std::string Wrapped(const std::string& paragraph, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (char c : paragraph) {
    bool wrap = c == ' ' && column >= width;
    out.push_back(wrap ? '\n' : c);
    column = wrap ? 0 : column + 1;
  }
  return out;
}

struct Post {
  int company = 0;
  int millions = 0;
  std::string comment;                // above the figure
  std::vector<std::string> inserted;  // paragraphs before it
  std::size_t width = 1000;
  bool second = false;  // told in other words

  std::string Text() const {
    std::string name = Company(company);
    std::string day =
        "2025-03-" + std::string(company % 28 < 9 ? "0" : "") + std::to_string(1 + company % 28);
    std::string text = "---\ntitle: " + name + (second ? " writes a letter" : " has a note") +
                       "\ndate: " + day +
                       "\n---\n\nThe company works from a town by the sea and says little of itself.\n\n";
    for (const std::string& paragraph : inserted) text += Wrapped(paragraph, width) + "\n\n";
    if (!comment.empty()) text += comment + "\n";
    std::string amount = "$" + std::to_string(millions) + " million";
    std::string figure =
        second
            ? name + " reported revenue of " + amount + " for 2024, as its owners say in a letter."
            : "Revenue of " + name + " was " + amount + " in 2024, it said in a short note to its customers.";
    return text + Wrapped(figure, width) + "\n";
  }
};

class ArticleRepository {
 public:
  ArticleRepository() : git("articles") {
    for (int i = 0; i < kCompanies; ++i) {
      posts[First(i)] = {i, Millions(i), "", {}, 1000, false};
      posts[Second(i)] = {i, Millions(i), "", {}, 1000, true};
    }
    Commit("all articles");
  }

  static std::string First(int i) { return "content/" + std::to_string(i) + "-takes-money.md"; }
  static std::string Second(int i) { return "content/" + std::to_string(i) + "-investors.md"; }

  void Commit(const std::string& message) {
    for (const auto& [path, post] : posts) git.Write(path, post.Text());
    git.Commit(message);
  }
  void Rename(const std::string& from, const std::string& to) {
    git.Git("mv " + from + " " + to);
    posts[to] = posts.at(from);
    posts.erase(from);
  }

  GitFixture git;
  std::map<std::string, Post> posts;
};

// "introduced magnitude_conflict content/a.md content/b.md", sorted.
std::vector<std::string> Found(const ProgramRun& run) {
  std::vector<std::string> found;
  nlohmann::json report = nlohmann::json::parse(run.out, nullptr, false);
  EXPECT_FALSE(report.is_discarded()) << run.out << run.err;
  if (report.is_discarded()) return found;
  for (const auto& finding : report["findings"]) {
    nlohmann::json state = finding.value("state", nlohmann::json::object());
    auto text = [&](const char* key) {
      auto value = state.find(key);
      bool said = value != state.end() && value->is_string() && *value != "none" && *value != "unknown";
      return said ? value->get<std::string>() : std::string();
    };
    std::string line = text("change");
    if (!text("suppression").empty()) line += " " + text("suppression");
    line += " " + finding["kind"].get<std::string>();
    std::set<std::string> documents;
    for (const auto& member : finding["members"]) documents.insert(member["doc"].get<std::string>());
    for (const std::string& document : documents) line += " " + document;
    found.push_back(line);
  }
  std::ranges::sort(found);
  return found;
}

using Lines = std::vector<std::string>;

TEST(ArticleRepository, EachCommitGivesTheFindingsThatItWasMadeFor) {
  ArticleRepository repository;
  auto& posts = repository.posts;
  auto expect = [&](const std::string& what, int status, const Lines& findings,
                    const std::string& options = "") {
    repository.Commit(what);
    ProgramRun run = repository.git.Shell("tally check --since HEAD~1 --format json " + options);
    EXPECT_EQ(run.status, status) << what << "\n" << run.err;
    EXPECT_EQ(Found(run), findings) << what << "\n" << run.err;
    return run;
  };
  const std::string first = ArticleRepository::First(7);
  const std::string second = ArticleRepository::Second(7);
  ProgramRun all = repository.git.Shell("tally check content --format json");
  EXPECT_EQ(Found(all), Lines{}) << "200 articles that agree";
  EXPECT_EQ(all.status, 0);
  EXPECT_NE(all.err.find("200 files read"), std::string::npos) << all.err;

  // 1: one of two articles gets another figure.
  posts[second].millions = Millions(7) * 10;
  const std::string conflict = " magnitude_conflict " + second + " " + first;
  expect("a slip", 1, {"introduced" + conflict});

  // 2: others are written, moved, wrapped and renamed beside it.
  for (int i = 20; i < 30; ++i)
    posts[ArticleRepository::First(i)].inserted = {"More of the day, in some words."};
  for (int i = 30; i < 40; ++i) posts[ArticleRepository::First(i)].width = 30;
  for (int i = 40; i < 50; ++i)
    repository.Rename(ArticleRepository::First(i), "content/moved-" + std::to_string(i) + ".md");
  expect("work on thirty articles", 0, {});

  // 3: so are the two that contradict each other.
  posts[first].width = 25;
  posts[first].inserted = {"A paragraph before.", "And one more, which is longer than that."};
  const std::string renamed = "content/old/seven.md";
  repository.git.Shell("mkdir -p content/old");
  repository.Rename(second, renamed);
  posts[renamed].width = 40;
  expect("moved and wrapped", 0, {});

  // 4: it is known.
  EXPECT_EQ(repository.git.Shell("tally baseline create content").status, 0);
  std::string baseline = repository.git.Read("tally-baseline.jsonl");
  EXPECT_EQ(std::ranges::count(baseline, '\n'), 1) << baseline;
  expect("a baseline", 0, {});
  ProgramRun known = repository.git.Shell("tally check content --format json");
  EXPECT_EQ(known.status, 0);
  EXPECT_EQ(Found(known), Lines{" baseline magnitude_conflict " + first + " " + renamed});

  // 5: nothing of this makes it another finding.
  repository.Rename(first, "content/seven.md");
  posts[renamed].inserted = {"New words."};
  expect("moved again", 0, {});
  EXPECT_EQ(Found(repository.git.Shell("tally check content --format json")),
            Lines{" baseline magnitude_conflict " + renamed + " content/seven.md"});

  // 6: a third article repeats the slip; that is no longer what the baseline accepts.
  posts["content/again.md"] = {7, Millions(7) * 10, "", {}, 1000, false};
  expect("the slip once more", 1,
         {"introduced magnitude_conflict content/again.md " + renamed + " content/seven.md"});
  EXPECT_EQ(repository.git.Shell("tally baseline update content").status, 1) << "new debt is refused";
  EXPECT_EQ(repository.git.Read("tally-baseline.jsonl"), baseline);

  // 7: both are corrected.
  posts["content/again.md"].millions = Millions(7);
  posts[renamed].millions = Millions(7);
  ProgramRun fixed = expect("corrected", 0, {});
  EXPECT_EQ(repository.git.Shell("tally baseline prune content").status, 0);
  EXPECT_EQ(repository.git.Read("tally-baseline.jsonl"), "");

  // 8: a new article contradicts an old one, and says why that is all right.
  posts["content/waived.md"] = {
      12,
      Millions(12) + 50,
      "<!-- tally-ignore value_conflict: counts what was promised until=2025-06-30 -->",
      {},
      1000,
      false};
  Lines of_twelve = {ArticleRepository::First(12), ArticleRepository::Second(12), "content/waived.md"};
  std::ranges::sort(of_twelve);
  std::string twelve = " value_conflict " + of_twelve[0] + " " + of_twelve[1] + " " + of_twelve[2];
  expect("a waived one", 0, {"introduced in_source" + twelve});

  // 9: the waiver goes with the figure.
  posts["content/waived.md"].width = 35;
  posts["content/waived.md"].inserted = {"Words before it."};
  repository.Rename("content/waived.md", "content/promised.md");
  expect("the waiver moves", 0, {});

  // 10: the waiver ends.
  of_twelve = {ArticleRepository::First(12), ArticleRepository::Second(12), "content/promised.md"};
  std::ranges::sort(of_twelve);
  twelve = " value_conflict " + of_twelve[0] + " " + of_twelve[1] + " " + of_twelve[2];
  posts["content/promised.md"].comment =
      "<!-- tally-ignore value_conflict: counts what was promised until=2025-05-31 -->";
  expect("an end in the past", 0, {" suppression_expired content/promised.md"});
  EXPECT_EQ(repository.git.Shell("tally check content/promised.md --against content -q").status, 1);

  // 11: the figure is corrected, and the waiver stays behind.
  posts["content/promised.md"].comment = "<!-- tally-ignore value_conflict: counts what was promised -->";
  posts["content/promised.md"].millions = Millions(12);
  expect("a waiver that nothing needs", 0, {" suppression_unused content/promised.md"});

  // 12: what two old articles say stands otherwise once a third one is gone.
  repository.git.Git("rm -q content/promised.md");
  posts.erase("content/promised.md");
  expect("one article less", 0, {});
  EXPECT_EQ(fixed.status, 0);
}

}  // namespace
}  // namespace tally
