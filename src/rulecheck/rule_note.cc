#include "rulecheck/rule_note.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::string_view kSeparators = "\t|;\r";

bool IsWholePart(std::string_view line, std::size_t at, std::size_t size) {
  auto edge = [&](std::size_t i) { return kSeparators.find(line[i]) != std::string_view::npos; };
  std::size_t before = at;
  while (before > 0 && line[before - 1] == ' ') --before;
  std::size_t after = at + size;
  while (after < line.size() && line[after] == ' ') ++after;
  return (before == 0 || edge(before - 1)) && (after == line.size() || edge(after));
}

}  // namespace

std::string RuleNote::ToString() const {
  std::string where = file;
  if (place.line > 0) where += fmt::format(":{}", place.line);
  if (place.column > 0) where += fmt::format(":{}", place.column);
  return fmt::format("{}: {}{}{} [{}]", where, message, remedy.empty() ? "" : "; ", remedy, check);
}

void SortNotes(std::vector<RuleNote>& notes) {
  auto key = [](const RuleNote& note) {
    return std::tie(note.file, note.place.line, note.place.column, note.check, note.message);
  };
  std::ranges::stable_sort(notes, [&](const RuleNote& a, const RuleNote& b) { return key(a) < key(b); });
}

const RuleFile* RulePlaces::Find(const std::string& name) const {
  auto file = std::ranges::find(files_, name, &RuleFile::name);
  return file == files_.end() ? nullptr : &*file;
}

RulePlace RulePlaces::OfValue(const std::string& file, const std::string& pointer) {
  auto known = json_.find(file);
  if (known == json_.end()) {
    const RuleFile* content = Find(file);
    known = json_.emplace(file, content == nullptr ? JsonPlaces() : FindJsonPlaces(content->content)).first;
  }
  return known->second.ValueAt(pointer);
}

RulePlace RulePlaces::OfPart(const std::string& file, std::size_t line, std::string_view part) const {
  const RuleFile* found = Find(file);
  if (found == nullptr || part.empty()) return {line, 0};
  std::string_view content = found->content;
  std::size_t start = 0;
  for (std::size_t i = 1; i < line && start != std::string_view::npos; ++i) {
    start = content.find('\n', start);
    if (start != std::string_view::npos) ++start;
  }
  if (start == std::string_view::npos) return {line, 0};
  std::string_view text = content.substr(start, content.find('\n', start) - start);
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    if (IsWholePart(text, at, part.size())) return {line, 1 + CountCodePoints(text.substr(0, at))};
  }
  return {line, 0};
}

}  // namespace tally
