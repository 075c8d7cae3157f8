#include "input/json_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/utf8.h"

namespace tally {
namespace {

using Json = nlohmann::json;

// Bytes of what stands for a date and is an object or a list.
constexpr std::size_t kMaxDate = 100;

Json ParseObject(std::string_view text) {
  Json object;
  // The keys of the objects that are open. nlohmann keeps the last of two equal keys without a word.
  std::vector<std::set<std::string>> open;
  std::string twice;
  auto notice = [&](int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) {
      open.emplace_back();
    } else if (event == Json::parse_event_t::object_end) {
      open.pop_back();
    } else if (event == Json::parse_event_t::key) {
      const std::string& key = parsed.get_ref<const std::string&>();
      if (!open.back().insert(key).second && twice.empty()) twice = key;
    }
    return true;
  };
  try {
    object = Json::parse(text, notice);
  } catch (const Json::parse_error& error) {
    throw UserError(fmt::format("not valid JSON at byte {}", error.byte));
  }
  if (!object.is_object()) throw UserError("not a JSON object");
  if (!twice.empty()) throw UserError(fmt::format("the key \"{}\" stands there twice; keep one", twice));
  return object;
}

// nullptr where there is none. `key` as DocumentFields::Set has it.
const Json* Find(const Json& object, std::string_view key) {
  const Json* at = &object;
  for (;;) {
    if (at->is_object()) {
      auto whole = at->find(key);
      if (whole != at->end()) return &*whole;
    }
    std::size_t dot = key.find('.');
    if (dot == std::string_view::npos && !at->is_array()) return nullptr;
    std::string_view part = key.substr(0, dot);
    if (at->is_array()) {
      bool number = !part.empty() && part.size() <= 6 &&
                    std::ranges::all_of(part, [](char c) { return IsAsciiDigit(c); });
      std::size_t place = number ? std::stoul(std::string(part)) : at->size();
      if (place >= at->size()) return nullptr;
      at = &(*at)[place];
    } else {
      if (!at->is_object()) return nullptr;
      auto next = at->find(part);
      if (next == at->end()) return nullptr;
      at = &*next;
    }
    if (dot == std::string_view::npos) return at;
    key = key.substr(dot + 1);
  }
}

const Json& Member(const Json& object, const DocumentFields& fields, std::string_view name) {
  const std::string& key = fields.KeyOf(name);
  const Json* found = Find(object, key);
  if (found == nullptr) {
    throw UserError(
        fmt::format("the key \"{}\" is missing; name the one that holds it with --field {}=KEY", key, name));
  }
  return *found;
}

std::string IdOf(const Json& object, const DocumentFields& fields) {
  const Json& id = Member(object, fields, "id");
  if (id.is_number_integer()) return id.dump();
  if (!id.is_string() || id.get_ref<const std::string&>().empty()) {
    throw UserError(
        fmt::format("\"{}\" must be a string that is not empty, or a whole number", fields.KeyOf("id")));
  }
  return id.get<std::string>();
}

// "a, b" of an array of strings, as authors are listed.
std::optional<std::string> StringOf(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return std::nullopt;
  std::string joined;
  for (const Json& part : value) {
    if (!part.is_string()) return std::nullopt;
    joined += (joined.empty() ? "" : ", ") + part.get<std::string>();
  }
  return joined;
}

std::string DetailOf(const Json& object, const DocumentFields& fields, std::string_view name) {
  const Json* found = Find(object, fields.KeyOf(name));
  if (found == nullptr || found->is_null()) return "";
  auto text = StringOf(*found);
  if (!text && fields.IsSet(name))
    throw UserError(fmt::format("\"{}\" must be a string", fields.KeyOf(name)));
  return text.value_or("");
}

// "09:30+08:00" of "T09:30:00.000+0800"; empty where it is no time of ISO 8601.
std::string TimeOf(std::string_view text) {
  auto digits = [&](std::size_t at) {
    return at + 2 <= text.size() && IsAsciiDigit(text[at]) && IsAsciiDigit(text[at + 1]);
  };
  if (text.size() < 6 || !digits(1) || text[3] != ':' || !digits(4)) return "";
  std::string time(text.substr(1, 5));
  if (time > "24:00" || time[3] > '5') return "";
  std::size_t zone = text.find_first_of("Zz+-", 6);
  if (zone == std::string_view::npos) return time;
  if (text[zone] == 'Z' || text[zone] == 'z') return time + "+00:00";
  if (!digits(zone + 1)) return time;
  std::size_t minutes = zone + 3 < text.size() && text[zone + 3] == ':' ? zone + 4 : zone + 3;
  return fmt::format("{}{}:{}", time, text.substr(zone, 3), digits(minutes) ? text.substr(minutes, 2) : "00");
}

// A form that is not ISO 8601's is left to those who know the names of months.
void ReadPublished(const Json& object, const DocumentFields& fields, InputFile& file) {
  const Json* found = Find(object, fields.KeyOf("published"));
  if (found == nullptr || found->is_null()) return;
  std::string text = found->is_string() ? found->get<std::string>()
                     : found->is_structured()
                         ? found->dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, kMaxDate)
                         : found->dump();
  bool timed = text.size() > 10 && (text[10] == 'T' || text[10] == ' ');
  file.published = ParseIsoDay(timed ? std::string_view(text).substr(0, 10) : std::string_view(text));
  if (!file.published) file.published_text = std::move(text);
  if (file.published && timed) file.published_time = TimeOf(std::string_view(text).substr(10));
}

}  // namespace

const std::vector<std::string>& DocumentFields::Names() {
  static const std::vector<std::string> names = {"id",     "text",   "published", "title",
                                                 "source", "author", "url"};
  return names;
}

std::vector<DocumentFields::Field> DocumentFields::Defaults() {
  std::vector<Field> fields;
  for (const std::string& name : Names()) fields.push_back({name, false});
  return fields;
}

void DocumentFields::Set(const std::string& name, const std::string& key) {
  fields_.at(static_cast<std::size_t>(std::ranges::find(Names(), name) - Names().begin())) = {key, true};
}

const std::string& DocumentFields::KeyOf(std::string_view name) const {
  return fields_.at(static_cast<std::size_t>(std::ranges::find(Names(), name) - Names().begin())).key;
}

bool DocumentFields::IsSet(std::string_view name) const {
  return fields_.at(static_cast<std::size_t>(std::ranges::find(Names(), name) - Names().begin())).set;
}

InputFile ParseDocument(std::string_view json, const DocumentFields& fields) {
  Json object = ParseObject(json);
  InputFile file;
  file.path = IdOf(object, fields);
  const Json& text = Member(object, fields, "text");
  if (!text.is_string()) throw UserError(fmt::format("\"{}\" must be a string", fields.KeyOf("text")));
  file.content = text.get<std::string>();
  file.encoding = Encoding::kUtf8;
  ReadPublished(object, fields, file);
  file.title = DetailOf(object, fields, "title");
  file.source = DetailOf(object, fields, "source");
  file.author = DetailOf(object, fields, "author");
  file.url = DetailOf(object, fields, "url");
  return file;
}

}  // namespace tally
