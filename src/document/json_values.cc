// JSON by nlohmann's parser of events. It tells no places, but it reads through our iterator, and calls back
// before it reads past a string: the byte read last is the string's closing quote. Strings are read; numbers
// say nothing under the keys that are looked for.
#include <cstddef>
#include <iterator>

#include <nlohmann/json.hpp>

#include "document/front_values.h"
#include "document/scalar_place.h"

namespace tally {
namespace {

// Walks the text and notes how far the parser has come.
class NotingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  NotingIterator(const char* at, const char** read) : at_(at), read_(read) {}
  reference operator*() const { return *at_; }
  NotingIterator& operator++() {
    ++at_;
    *read_ = at_;
    return *this;
  }
  NotingIterator operator++(int) {
    NotingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const NotingIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const char** read_;
};

class JsonValues : public nlohmann::json_sax<nlohmann::json> {
 public:
  JsonValues(std::string_view raw, std::size_t start, std::size_t end)
      : raw_(raw.substr(0, end)), read_(raw.data() + start), last_(start) {}

  FrontValues Read() {
    nlohmann::json::sax_parse(NotingIterator(read_, &read_),
                              NotingIterator(raw_.data() + raw_.size(), &read_), this);
    return std::move(found_);
  }

  bool null() override { return Pass(); }
  bool boolean(bool) override { return Pass(); }
  bool number_integer(number_integer_t) override { return Pass(); }
  bool number_unsigned(number_unsigned_t) override { return Pass(); }
  bool number_float(number_float_t, const string_t&) override { return Pass(); }
  bool binary(binary_t&) override { return Pass(); }
  bool start_object(std::size_t) override { return Open(); }
  bool start_array(std::size_t) override {
    if (own_ == depth_) ++lists_;
    return Open();
  }
  bool end_object() override { return Close(); }
  bool end_array() override {
    Close();
    if (own_ == depth_) --lists_;
    return true;
  }

  bool key(string_t& name) override {
    Pass();
    // The depth at which keys count: 1, and 2 inside a table of the page's own.
    if (depth_ == 1) own_ = IsOwnTable(name) ? 2 : 1;
    key_ = name;
    return true;
  }

  bool string(string_t& text) override {
    std::size_t quote = raw_.find('"', last_);
    Pass();
    bool counts = depth_ == own_ + lists_ && lists_ <= 1;
    if (!counts || text.empty() || quote >= last_) return true;
    found_.values.push_back({key_, text, quote, LocateScalar(raw_, quote, last_, text)});
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception& error) override {
    (void)position;
    found_.values.clear();
    // "[json.exception.parse_error.101] parse error at line 2, column 5: syntax error …; last read: '…'": the
    // line is ours, and what was read may be long.
    std::string_view message = error.what();
    std::size_t colon = message.find(": ");
    message.remove_prefix(colon == std::string_view::npos ? 0 : colon + 2);
    found_.error = message.substr(0, message.find("; last read"));
    Pass();
    found_.error_line = LineOf(raw_, last_ > 0 ? last_ - 1 : 0);
    return false;
  }

 private:
  bool Pass() {
    last_ = static_cast<std::size_t>(read_ - raw_.data());
    return true;
  }
  bool Open() {
    ++depth_;
    return Pass();
  }
  bool Close() {
    --depth_;
    return Pass();
  }

  std::string_view raw_;
  const char* read_;
  std::size_t last_;  // the first byte that the parser had not read at the last event
  std::size_t depth_ = 0;
  std::size_t own_ = 1;
  std::size_t lists_ = 0;  // how many lists are open at the depth that counts
  std::string key_;
  FrontValues found_;
};

}  // namespace

FrontValues ReadJsonValues(std::string_view raw, std::size_t start, std::size_t end) {
  return JsonValues(raw, start, end).Read();
}

}  // namespace tally
