// The library's SAX parser tells what comes next, not where; a cursor of our own walks over the same tokens.
// It only ever walks over a token that the parser has accepted, so it needs no checks.
#include "rules/json_places.h"

#include <fmt/format.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace tally {
namespace {

using Json = nlohmann::json;

// Rules are four deep; the bound keeps the pointers of a hostile file short.
constexpr std::size_t kDeepest = 16;

// A key as a step of a JSON pointer.
std::string Step(std::string_view key) {
  std::string step = "/";
  for (char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

class PlaceFinder : public nlohmann::json_sax<Json> {
 public:
  PlaceFinder(std::string_view json, JsonPlaces& out) : json_(json), out_(out) {}

  bool null() override { return Scalar(); }
  bool boolean(bool) override { return Scalar(); }
  bool number_integer(number_integer_t) override { return Scalar(); }
  bool number_unsigned(number_unsigned_t) override { return Scalar(); }
  bool number_float(number_float_t, const string_t&) override { return Scalar(); }
  bool string(string_t&) override { return Scalar(); }
  bool binary(binary_t&) override { return Scalar(); }
  bool start_object(std::size_t) override { return Open(false); }
  bool start_array(std::size_t) override { return Open(true); }
  bool end_object() override { return Close(); }
  bool end_array() override { return Close(); }

  bool key(string_t& name) override {
    RulePlace place = Advance();
    Level& level = levels_.back();
    level.step = Step(name);
    std::string pointer = Pointer();
    auto [known, is_new] = out_.keys.emplace(pointer, place);
    if (!is_new) out_.duplicates.push_back({name, known->second, place});
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override {
    SkipToToken();
    out_.fault = JsonPlaces::Fault{Place(at_), Explain(error.what())};
    return false;
  }

 private:
  struct Level {
    bool is_list;
    std::size_t next = 0;  // index of the next element
    std::string step;      // to the member being read
  };

  bool Scalar() {
    BeginValue();
    return true;
  }

  bool Open(bool is_list) {
    BeginValue();
    if (levels_.size() == kDeepest) {
      out_.fault = JsonPlaces::Fault{Place(at_), "is nested deeper than any rule is"};
      return false;
    }
    levels_.push_back({is_list, 0, ""});
    return true;
  }

  bool Close() {
    levels_.pop_back();
    Advance();
    return true;
  }

  void BeginValue() {
    if (!levels_.empty() && levels_.back().is_list)
      levels_.back().step = fmt::format("/{}", levels_.back().next++);
    std::string pointer = Pointer();
    out_.values.insert_or_assign(pointer, Advance());
  }

  std::string Pointer() const {
    std::string pointer;
    for (const Level& level : levels_) pointer += level.step;
    return pointer;
  }

  void SkipToToken() {
    while (at_ < json_.size() && std::string_view(" \t\r\n,:").find(json_[at_]) != std::string_view::npos) {
      if (json_[at_] == ',') comma_ = at_;
      ++at_;
    }
  }

  // The place of the next token; the cursor goes behind it.
  RulePlace Advance() {
    SkipToToken();
    RulePlace place = Place(at_);
    if (at_ >= json_.size()) return place;
    char first = json_[at_++];
    if (first == '"') {
      while (at_ < json_.size() && json_[at_] != '"') at_ += json_[at_] == '\\' ? 2 : 1;
      ++at_;
    } else if (std::string_view("{}[]").find(first) == std::string_view::npos) {
      while (at_ < json_.size() &&
             (IsAsciiAlnum(json_[at_]) || json_[at_] == '.' || json_[at_] == '+' || json_[at_] == '-'))
        ++at_;
    }
    at_ = std::min(at_, json_.size());
    return place;
  }

  // Places are asked for in order, so that counting stays linear, also where the file is one line.
  RulePlace Place(std::size_t at) {
    for (; counted_ < at; ++counted_) {
      if (json_[counted_] == '\n') {
        ++line_;
        column_ = 1;
      } else if ((static_cast<unsigned char>(json_[counted_]) & 0xC0) != 0x80) {
        ++column_;
      }
    }
    return {line_, column_};
  }

  // The remedies for the slips that people make in JSON; for any other, what the library expected.
  std::string Explain(const std::string& why) {
    bool at_end = at_ >= json_.size();
    char here = at_end ? '\0' : json_[at_];
    if (at_end)
      return levels_.empty() ? "the file is empty; it wants one JSON object"
                             : "the file ends here, but a '}' or ']' is still missing";
    if (levels_.empty() && !out_.values.empty())
      return "something stands behind the end of the JSON object; remove it";
    if ((here == '}' || here == ']') && comma_ != std::string_view::npos &&
        json_.find_first_not_of(" \t\r\n,", comma_) == at_)
      return fmt::format("a comma stands before this '{}'; remove it", here);
    if (here == '\'') return "JSON writes text in double quotes (\"…\"), not in single ones";
    if (json_.substr(at_).starts_with("“") || json_.substr(at_).starts_with("”"))
      return "JSON writes text in straight double quotes (\"), not in curly ones";
    if (here == '/' || here == '#') return "JSON has no comments; use the key \"note\"";
    if (here == '"' && why.find("U+000A (LF) must be escaped") != std::string::npos)
      return "this text has no closing quote on its line; write a line break as \\n";
    auto detail = why.rfind("; expected ");
    if (detail != std::string::npos && (why.ends_with("']'") || why.ends_with("'}'")))
      return "a comma is missing before this, or the closing bracket";
    if (detail != std::string::npos)
      return fmt::format("is not valid JSON here: {} was expected", why.substr(detail + 11));
    if (why.find("invalid string") != std::string::npos) {
      auto dash = why.find(" - ");
      std::string reason = dash == std::string::npos ? "invalid string" : why.substr(dash + 3);
      return fmt::format("is not valid JSON here: {}", reason.substr(0, reason.find("; last read")));
    }
    return "is not valid JSON here";
  }

  std::string_view json_;
  JsonPlaces& out_;
  std::vector<Level> levels_;
  std::size_t at_ = 0;
  std::size_t comma_ = std::string_view::npos;  // the last comma passed
  std::size_t counted_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
};

}  // namespace

RulePlace JsonPlaces::ValueAt(std::string pointer) const {
  for (;;) {
    auto found = values.find(pointer);
    if (found != values.end()) return found->second;
    auto slash = pointer.rfind('/');
    if (slash == std::string::npos) return {};
    pointer.resize(slash);
  }
}

RulePlace JsonPlaces::KeyAt(const std::string& pointer) const {
  auto found = keys.find(pointer);
  return found != keys.end() ? found->second : ValueAt(pointer);
}

JsonPlaces FindJsonPlaces(std::string_view json) {
  JsonPlaces places;
  PlaceFinder finder(json, places);
  Json::sax_parse(json.begin(), json.end(), &finder);
  return places;
}

}  // namespace tally
