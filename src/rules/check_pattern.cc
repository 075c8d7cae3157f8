#include "rules/check_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/fold.h"
#include "base/suggest.h"

namespace tally {
namespace {

using Kind = CheckPiece::Kind;
using Reach = CheckPiece::Reach;

struct GapMark {
  std::string_view mark;
  Reach reach;
};
constexpr GapMark kGapMarks[] = {
    {"..,..", Reach::kSentence}, {"..;..", Reach::kPassage}, {"...", Reach::kClause}};

std::string Lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

class Parser {
 public:
  Parser(std::string source, std::vector<CheckRole>& roles)
      : folded_(Lower(Fold(source))), source_(std::move(source)), roles_(roles) {}

  std::optional<CheckPattern> Run(std::string& error) {
    while (at_ < folded_.size() && error_.empty()) Next();
    if (error_.empty() && slots_ == 0) Fail("has no {role}");
    if (!error_.empty()) {
      error = fmt::format("the pattern \"{}\" {}", source_, error_);
      return std::nullopt;
    }
    return CheckPattern{source_, std::move(pieces_)};
  }

 private:
  void Fail(std::string why) {
    if (error_.empty()) error_ = std::move(why);
  }

  void Next() {
    std::string_view rest = std::string_view(folded_).substr(at_);
    for (const GapMark& gap : kGapMarks) {
      if (!rest.starts_with(gap.mark)) continue;
      pieces_.push_back({Kind::kGap, {}, gap.reach, 0});
      at_ += gap.mark.size();
      return;
    }
    if (rest[0] == '{') {
      Slot(Until('}'));
    } else if (rest[0] == '[') {
      Alternatives(Until(']'));
    } else if (rest[0] == ' ') {
      pieces_.push_back({Kind::kBlank, {}, Reach::kClause, 0});
      ++at_;
    } else {
      Word(rest);
    }
  }

  std::string Until(char close) {
    std::size_t end = folded_.find(close, at_);
    if (end == std::string::npos) {
      Fail(fmt::format("has no closing '{}'", close));
      at_ = folded_.size();
      return "";
    }
    std::string inside = folded_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return inside;
  }

  void Slot(std::string name) {
    bool many = name.ends_with('+');
    if (many) name.pop_back();
    auto role = std::ranges::find(roles_, name, &CheckRole::name);
    if (role == roles_.end()) {
      std::vector<std::string> names;
      for (const CheckRole& known : roles_) names.push_back(known.name);
      Fail(fmt::format("has an unknown slot {{{}}}; its roles: {}{}", name, fmt::join(names, ", "),
                       DidYouMean(name, names)));
      return;
    }
    if (many) role->many = true;
    ++slots_;
    pieces_.push_back({Kind::kSlot, {}, Reach::kClause, static_cast<std::size_t>(role - roles_.begin())});
  }

  void Alternatives(const std::string& inside) {
    CheckPiece piece;
    for (std::size_t start = 0; start <= inside.size();) {
      std::size_t end = std::min(inside.find('|', start), inside.size());
      piece.words.push_back(inside.substr(start, end - start));
      start = end + 1;
    }
    pieces_.push_back(std::move(piece));
  }

  void Word(std::string_view rest) {
    std::size_t end = std::min(
        {rest.find_first_of("{[ "), rest.find("..."), rest.find("..,.."), rest.find("..;.."), rest.size()});
    CheckPiece piece;
    piece.words.emplace_back(rest.substr(0, end));
    pieces_.push_back(std::move(piece));
    at_ += end;
  }

  std::string folded_;
  std::string source_;
  std::vector<CheckRole>& roles_;
  std::size_t at_ = 0;
  std::size_t slots_ = 0;
  std::vector<CheckPiece> pieces_;
  std::string error_;
};

}  // namespace

std::optional<CheckPattern> ParseCheckPattern(const std::string& source, std::vector<CheckRole>& roles,
                                              std::string& error) {
  return Parser(source, roles).Run(error);
}

}  // namespace tally
