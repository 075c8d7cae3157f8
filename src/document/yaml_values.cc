// YAML by yaml-cpp, which tells where each value begins.
#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "document/front_values.h"
#include "document/scalar_place.h"
#include "document/waiver.h"

namespace tally {
namespace {

class YamlValues {
 public:
  YamlValues(std::string_view raw, std::size_t start, std::size_t end)
      : raw_(raw), start_(start), end_(end) {}

  FrontValues Read() {
    try {
      YAML::Node root = YAML::Load(std::string(raw_.substr(start_, end_ - start_)));
      if (root.IsMap()) {
        TakeMap(root, true);
      } else if (!root.IsNull()) {
        Reject(0, "not a list of keys and values");
      }
    } catch (const YAML::Exception& error) {
      Reject(std::max(error.mark.line, -1), error.msg);
    } catch (const std::exception& error) {
      Reject(0, error.what());
    }
    return std::move(found_);
  }

 private:
  // yaml-cpp counts lines from 0.
  std::size_t LineAt(int line) const {
    return static_cast<std::size_t>(static_cast<int>(LineOf(raw_, start_)) + line);
  }

  void Reject(int line, std::string_view message) {
    found_.values.clear();
    found_.error = message;
    found_.error_line = std::max<std::size_t>(LineAt(line), 1);
  }

  void TakeMap(const YAML::Node& map, bool root) {
    for (const auto& entry : map) {
      if (!entry.first.IsScalar()) continue;
      const std::string& key = entry.first.Scalar();
      if (entry.second.IsScalar()) {
        Take(key, entry.second);
      } else if (entry.second.IsSequence()) {
        for (const auto& item : entry.second) {
          if (item.IsScalar()) Take(key, item);
          if (item.IsMap() && key == kWaiverKey) TakeWaivers(item);
        }
      } else if (root && entry.second.IsMap() && IsOwnTable(key)) {
        TakeMap(entry.second, false);
      }
    }
  }

  void Take(const std::string& key, const YAML::Node& node) {
    if (node.Scalar().empty()) return;
    FrontValue value{key, node.Scalar(), start_, std::nullopt};
    // yaml-cpp counts bytes of UTF-8, measured with Chinese text and CRLF; LocateScalar checks each character
    // again.
    int position = node.Mark().pos;
    if (position >= 0 && static_cast<std::size_t>(position) < end_ - start_) {
      value.at = PastProperties(start_ + static_cast<std::size_t>(position));
      value.pieces = LocateScalar(raw_, value.at, end_, value.text);
    }
    found_.values.push_back(std::move(value));
  }

  // "- value_conflict: both are quoted" is a map to YAML.
  void TakeWaivers(const YAML::Node& map) {
    for (const auto& entry : map) {
      if (!entry.first.IsScalar() || !entry.second.IsScalar()) continue;
      FrontValue value{std::string(kWaiverKey), entry.first.Scalar() + ": " + entry.second.Scalar(), start_,
                       std::vector<Piece>()};
      int position = entry.first.Mark().pos;
      if (position >= 0 && static_cast<std::size_t>(position) < end_ - start_)
        value.at = start_ + static_cast<std::size_t>(position);
      found_.values.push_back(std::move(value));
    }
  }

  // yaml-cpp's mark is that of the anchor or the tag before the value: "&name !!str value".
  std::size_t PastProperties(std::size_t at) const {
    constexpr std::string_view kBlanks = " \t\r\n";
    std::string_view text = raw_.substr(0, end_);
    while (at < end_ && (text[at] == '&' || text[at] == '!')) {
      at = std::min(text.find_first_of(kBlanks, at), end_);
      at = std::min(text.find_first_not_of(kBlanks, at), end_);
    }
    return at;
  }

  std::string_view raw_;
  std::size_t start_;
  std::size_t end_;
  FrontValues found_;
};

}  // namespace

FrontValues ReadYamlValues(std::string_view raw, std::size_t start, std::size_t end) {
  return YamlValues(raw, start, end).Read();
}

}  // namespace tally
