// The format stands in the header.
#include "tests/scenario_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>

namespace tally {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

Lines ReadLines(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  Lines lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// `text` without `mark` in front; nullopt where it does not begin with it.
std::optional<std::string> After(const std::string& text, std::string_view mark) {
  if (!text.starts_with(mark)) return std::nullopt;
  return text.substr(mark.size());
}

// ---- A line of findings ----

struct LineError {
  std::string what;
};

// Reads `line` from the left: words, and words in quotes behind a document's name.
class FindingLineReader {
 public:
  explicit FindingLineReader(const std::string& line) : in_(line) {}

  ScenarioFinding Read() {
    ScenarioFinding finding;
    in_ >> finding.kind;
    for (std::string word; in_ >> word;) {
      if (word == "->") {
        for (ScenarioMember& member : finding.members) member.old = true;
      } else if (!ReadAttribute(word, finding)) {
        finding.members.push_back({word, ReadQuote(word), false});
      }
    }
    if (finding.members.empty()) throw LineError{"a finding without figures"};
    return finding;
  }

 private:
  static bool ReadAttribute(const std::string& word, ScenarioFinding& finding) {
    if (auto cause = After(word, "cause=")) {
      finding.causes.push_back(*cause);
    } else if (auto scope = After(word, "scope=")) {
      finding.scope = *scope;
    } else if (auto sources = After(word, "sources=")) {
      std::size_t count = 0;
      std::from_chars(sources->data(), sources->data() + sources->size(), count);
      finding.sources = count;
    } else {
      return false;
    }
    return true;
  }

  std::string ReadQuote(const std::string& doc) {
    std::string quote;
    char mark = 0;
    if (!(in_ >> mark) || mark != '"' || !std::getline(in_, quote, '"'))
      throw LineError{fmt::format("no words in quotes behind “{}”", doc)};
    return quote;
  }

  std::istringstream in_;
};

// ---- A file ----

class ScenarioReader {
 public:
  explicit ScenarioReader(const fs::path& path) : path_(path) {}

  std::vector<Scenario> Read() {
    for (const std::string& line : ReadLines(path_)) {
      ++line_;
      if (auto name = After(line, "=== ")) {
        Begin(*name);
      } else if (!scenarios_.empty()) {
        Add(line);
      }
    }
    return std::move(scenarios_);
  }

 private:
  enum class Section { kHead, kDocument, kExpect, kTodo };

  void Begin(const std::string& name) {
    Scenario& scenario = scenarios_.emplace_back();
    scenario.path = path_;
    scenario.line = line_;
    scenario.name =
        fmt::format("{}_{}_{}", path_.parent_path().filename().string(), path_.stem().string(), name);
    section_ = Section::kHead;
  }

  void Add(const std::string& line) {
    Scenario& scenario = scenarios_.back();
    if (auto title = After(line, "--- ")) {
      BeginSection(*title, scenario);
    } else if (section_ == Section::kDocument) {
      scenario.documents.back().content += line + "\n";
    } else if (section_ == Section::kHead) {
      if (auto words = After(line, "# ")) scenario.shows += (scenario.shows.empty() ? "" : " ") + *words;
    } else if (!line.empty()) {
      AddFinding(line, section_ == Section::kExpect ? scenario.wanted : scenario.current);
    }
  }

  void BeginSection(const std::string& title, Scenario& scenario) {
    if (title == "expect") {
      section_ = Section::kExpect;
    } else if (auto reason = After(title, "todo ")) {
      section_ = Section::kTodo;
      scenario.todo = *reason;
    } else {
      section_ = Section::kDocument;
      scenario.documents.push_back({title, ""});
    }
  }

  void AddFinding(const std::string& line, std::vector<ScenarioFinding>& findings) {
    Scenario& scenario = scenarios_.back();
    try {
      findings.push_back(FindingLineReader(line).Read());
    } catch (const LineError& error) {
      scenario.error = fmt::format("line {}: {}", line_, error.what);
      return;
    }
    // A wanted figure that no document holds would never be found.
    for (const ScenarioMember& member : findings.back().members) {
      bool there = std::ranges::any_of(scenario.documents, [&](const InputFile& file) {
        return file.path == member.doc && file.content.find(member.quote) != std::string::npos;
      });
      if (!there) scenario.error = fmt::format("line {}: “{}” is not in {}", line_, member.quote, member.doc);
    }
  }

  fs::path path_;
  std::size_t line_ = 0;
  Section section_ = Section::kHead;
  std::vector<Scenario> scenarios_;
};

// ---- Comparison ----

// Where a quote begins and ends (with its hedge, its noun, or without) is tested elsewhere: here one may hold
// the other, as long as the rest has no figure of its own.
bool SameWords(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() < b.size() ? b : a;
  const std::string& shorter = a.size() < b.size() ? a : b;
  std::size_t at = longer.find(shorter);
  if (at == std::string::npos) return false;
  std::string rest = longer.substr(0, at) + longer.substr(at + shorter.size());
  return std::ranges::none_of(rest, [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool SameMember(const ScenarioMember& a, const ScenarioMember& b) {
  return a.doc == b.doc && a.old == b.old && SameWords(a.quote, b.quote);
}

bool AllIn(const std::vector<ScenarioMember>& members, const std::vector<ScenarioMember>& others) {
  return std::ranges::all_of(members, [&](const ScenarioMember& member) {
    return std::ranges::any_of(others, [&](const ScenarioMember& o) { return SameMember(member, o); });
  });
}

}  // namespace

std::string ScenarioFinding::ToString() const {
  std::string text = kind;
  bool old = false;
  for (const ScenarioMember& member : members) {
    if (old && !member.old) text += " ->";
    old = member.old;
    text += fmt::format(" {} \"{}\"", member.doc, member.quote);
  }
  for (const std::string& cause : causes) text += " cause=" + cause;
  if (!scope.empty()) text += " scope=" + scope;
  if (sources) text += fmt::format(" sources={}", *sources);
  return text;
}

std::vector<Scenario> ReadScenarios(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Scenario> all;
  for (const fs::path& file : files) {
    std::ranges::move(ScenarioReader(file).Read(), std::back_inserter(all));
  }
  return all;
}

ScenarioFinding AsScenario(const Finding& finding) {
  ScenarioFinding said;
  said.kind = FindingKindName(finding.kind);
  for (const Reading& reading : finding.readings) {
    if (reading.detail.starts_with("compatible")) continue;
    bool old = reading.detail.starts_with("old: ");
    for (std::size_t i : reading.members) {
      said.members.push_back({finding.members[i].doc, finding.members[i].quote, old});
    }
  }
  // What was replaced first; a figure of title and text stands once.
  std::ranges::sort(said.members, [](const ScenarioMember& a, const ScenarioMember& b) {
    return a.old != b.old ? a.old : a < b;
  });
  said.members.erase(std::unique(said.members.begin(), said.members.end()), said.members.end());
  for (const Cause& cause : finding.causes) said.causes.push_back(cause.id);
  said.scope = ScopeName(finding.scope);
  said.sources = finding.independent_sources;
  return said;
}

bool Fits(const ScenarioFinding& wanted, const ScenarioFinding& found) {
  auto caused = [&](const std::string& id) {
    return std::ranges::find(found.causes, id) != found.causes.end();
  };
  return wanted.kind == found.kind && AllIn(wanted.members, found.members) &&
         AllIn(found.members, wanted.members) && std::ranges::all_of(wanted.causes, caused) &&
         (wanted.scope.empty() || wanted.scope == found.scope) &&
         (!wanted.sources || wanted.sources == found.sources);
}

std::string CompareFindings(const std::vector<ScenarioFinding>& wanted,
                            const std::vector<ScenarioFinding>& found, bool& same) {
  std::string text;
  std::vector<bool> used(found.size());
  same = true;
  for (const ScenarioFinding& one : wanted) {
    std::size_t i = 0;
    while (i < found.size() && (used[i] || !Fits(one, found[i]))) ++i;
    bool there = i < found.size();
    if (there) used[i] = true;
    same = same && there;
    text += fmt::format("{} {}\n", there ? '=' : '-', one.ToString());
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (used[i]) continue;
    same = false;
    text += fmt::format("+ {}\n", found[i].ToString());
  }
  return text;
}

void RewriteTodo(const Scenario& scenario, const std::vector<ScenarioFinding>* found) {
  std::string text;
  bool here = false;     // within the case
  bool skipped = false;  // within its old section
  for (const std::string& line : ReadLines(scenario.path)) {
    if (auto name = After(line, "=== ")) {
      if (skipped && !text.ends_with("\n\n")) text += "\n";
      here = scenario.name.ends_with("_" + scenario.path.stem().string() + "_" + *name);
      skipped = false;
    }
    if (here && line.starts_with("--- todo ")) {
      skipped = true;
      if (found) text += line + "\n";
      for (std::size_t i = 0; found && i < found->size(); ++i) {
        ScenarioFinding one = (*found)[i];
        one.causes.clear();
        if (one.scope != "internal") one.scope.clear();
        if (one.kind != "corroboration") one.sources.reset();
        text += one.ToString() + "\n";
      }
    }
    if (!skipped) text += line + "\n";
  }
  std::ofstream(scenario.path, std::ios::binary) << text;
}

}  // namespace tally
