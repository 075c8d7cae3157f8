// TOML by toml++, which tells where each value begins and ends: lines from 1, columns in code points from 1.
#include <toml++/toml.h>

#include <algorithm>

#include "base/utf8.h"
#include "document/front_values.h"
#include "document/scalar_place.h"

namespace tally {
namespace {

class TomlValues {
 public:
  TomlValues(std::string_view raw, std::size_t start, std::size_t end)
      : raw_(raw.substr(0, end)), start_(start), first_line_(LineOf(raw, start)) {
    for (std::size_t at = start; at != std::string_view::npos && at < end;) {
      lines_.push_back(at);
      at = raw_.find('\n', at);
      if (at != std::string_view::npos) ++at;
    }
  }

  FrontValues Read() {
    try {
      TakeTable(toml::parse(raw_.substr(start_)), true);
    } catch (const toml::parse_error& error) {
      found_.values.clear();
      found_.error = error.description();
      found_.error_line = LineAt(error.source().begin);
    }
    return std::move(found_);
  }

 private:
  std::size_t LineAt(toml::source_position place) const {
    return first_line_ + std::max<std::size_t>(place.line, 1) - 1;
  }

  // toml++ sorts the keys; the caller sorts what it takes by place.
  void TakeTable(const toml::table& table, bool root) {
    for (const auto& [name, node] : table) {
      std::string key(name.str());
      if (const toml::array* list = node.as_array()) {
        for (const toml::node& item : *list) Take(key, item);
      } else if (const toml::table* inner = node.as_table()) {
        if (root && IsOwnTable(key)) TakeTable(*inner, false);
      } else {
        Take(key, node);
      }
    }
  }

  void Take(const std::string& key, const toml::node& node) {
    std::size_t at = Offset(node.source().begin);
    std::string text;
    if (const auto* value = node.as_string()) {
      text = value->get();
    } else if (node.is_date() || node.is_date_time()) {
      std::size_t end = Offset(node.source().end);
      text = raw_.substr(at, std::max(at, end) - at);
    }
    if (text.empty()) return;
    auto pieces = LocateScalar(raw_, at, raw_.size(), text, ScalarSyntax::kToml);
    found_.values.push_back({key, std::move(text), at, std::move(pieces)});
  }

  // Goes on from the place before where it can: a list of thousands of tags stands in one line.
  std::size_t Offset(toml::source_position place) {
    if (place.line == 0 || place.line > lines_.size()) return raw_.size();
    if (place.line != last_.line || place.column < last_.column) {
      last_ = {place.line, 1};
      last_at_ = lines_[place.line - 1];
    }
    while (last_.column < place.column && last_at_ < raw_.size()) {
      last_at_ += DecodeUtf8(raw_, last_at_).length;
      ++last_.column;
    }
    return last_at_;
  }

  std::string_view raw_;
  std::size_t start_;
  std::size_t first_line_;
  std::vector<std::size_t> lines_;  // where each line begins
  toml::source_position last_{};
  std::size_t last_at_ = 0;
  FrontValues found_;
};

}  // namespace

FrontValues ReadTomlValues(std::string_view raw, std::size_t start, std::size_t end) {
  return TomlValues(raw, start, end).Read();
}

}  // namespace tally
