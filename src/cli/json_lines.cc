#include "cli/json_lines.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/error.h"

namespace tally {
namespace {

using Json = nlohmann::json;

Json ParseObject(std::string_view line) {
  Json object;
  try {
    object = Json::parse(line);
  } catch (const Json::parse_error& error) {
    throw UserError(fmt::format("not valid JSON at byte {}", error.byte));
  }
  if (!object.is_object()) throw UserError("not a JSON object");
  return object;
}

const Json& Member(const Json& object, const char* key) {
  auto found = object.find(key);
  if (found == object.end()) throw UserError(fmt::format("the key \"{}\" is missing", key));
  return *found;
}

std::string IdOf(const Json& object) {
  const Json& id = Member(object, "id");
  if (id.is_number_integer()) return id.dump();
  if (!id.is_string() || id.get_ref<const std::string&>().empty()) {
    throw UserError("\"id\" must be a string that is not empty, or a whole number");
  }
  return id.get<std::string>();
}

std::optional<Day> PublishedOf(const Json& object) {
  auto found = object.find("published");
  if (found == object.end() || found->is_null()) return std::nullopt;
  std::string text = found->is_string() ? found->get<std::string>() : "";
  // A time behind the date ("2025-05-08T09:30:00Z") says nothing more about the day that the source prints.
  bool timed = text.size() > 10 && (text[10] == 'T' || text[10] == ' ');
  auto day = ParseIsoDay(timed ? std::string_view(text).substr(0, 10) : std::string_view(text));
  if (!day) throw UserError("\"published\" must be a date of the form YYYY-MM-DD");
  return day;
}

}  // namespace

InputFile ParseDocumentLine(std::string_view line) {
  Json object = ParseObject(line);
  InputFile file;
  file.path = IdOf(object);
  const Json& text = Member(object, "text");
  if (!text.is_string()) throw UserError("\"text\" must be a string");
  file.content = text.get<std::string>();
  file.published = PublishedOf(object);
  return file;
}

std::optional<InputFile> JsonLineReader::Next(std::vector<std::string>& problems) {
  std::string line;
  bool fits = true;
  while (ReadLine(line, fits)) {
    ++line_;
    auto problem = [&](std::string_view what) {
      problems.push_back(fmt::format("{}: line {}: {}", name_, line_, what));
    };
    if (!fits) {
      problem(fmt::format("longer than the limit of {} bytes; raise it with --max-bytes", max_bytes_));
      continue;
    }
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      return ParseDocumentLine(line);
    } catch (const UserError& error) {
      problem(error.what());
    }
  }
  return std::nullopt;
}

bool JsonLineReader::ReadLine(std::string& line, bool& fits) {
  line.clear();
  fits = true;
  std::streambuf& buffer = *in_.rdbuf();
  constexpr int kEnd = std::char_traits<char>::eof();
  int c = buffer.sbumpc();
  if (c == kEnd) return false;
  for (; c != kEnd && c != '\n'; c = buffer.sbumpc()) {
    if (line.size() < max_bytes_) {
      line.push_back(static_cast<char>(c));
    } else {
      fits = false;
    }
  }
  return true;
}

}  // namespace tally
