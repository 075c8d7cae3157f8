// The named references are those of HTML 4 that news text uses; an unknown name stays in the text as it is
// printed.
#include "document/entities.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tally {
namespace {

struct Entity {
  std::string_view name;
  char32_t c;
};

// Sorted by name.
constexpr std::array kEntities = {
    Entity{"Eacute", 0xC9},   Entity{"Ouml", 0xD6},     Entity{"Uuml", 0xDC},    Entity{"aacute", 0xE1},
    Entity{"agrave", 0xE0},   Entity{"amp", '&'},       Entity{"apos", '\''},    Entity{"auml", 0xE4},
    Entity{"bull", 0x2022},   Entity{"ccedil", 0xE7},   Entity{"cent", 0xA2},    Entity{"copy", 0xA9},
    Entity{"deg", 0xB0},      Entity{"divide", 0xF7},   Entity{"eacute", 0xE9},  Entity{"egrave", 0xE8},
    Entity{"emsp", 0x2003},   Entity{"ensp", 0x2002},   Entity{"euro", 0x20AC},  Entity{"frac12", 0xBD},
    Entity{"frac14", 0xBC},   Entity{"frac34", 0xBE},   Entity{"ge", 0x2265},    Entity{"gt", '>'},
    Entity{"hellip", 0x2026}, Entity{"iacute", 0xED},   Entity{"laquo", 0xAB},   Entity{"ldquo", 0x201C},
    Entity{"le", 0x2264},     Entity{"lsquo", 0x2018},  Entity{"lt", '<'},       Entity{"mdash", 0x2014},
    Entity{"middot", 0xB7},   Entity{"minus", 0x2212},  Entity{"nbsp", 0xA0},    Entity{"ndash", 0x2013},
    Entity{"ntilde", 0xF1},   Entity{"oacute", 0xF3},   Entity{"ouml", 0xF6},    Entity{"permil", 0x2030},
    Entity{"plusmn", 0xB1},   Entity{"pound", 0xA3},    Entity{"quot", '"'},     Entity{"raquo", 0xBB},
    Entity{"rdquo", 0x201D},  Entity{"reg", 0xAE},      Entity{"rsquo", 0x2019}, Entity{"sect", 0xA7},
    Entity{"shy", 0xAD},      Entity{"thinsp", 0x2009}, Entity{"times", 0xD7},   Entity{"trade", 0x2122},
    Entity{"uacute", 0xFA},   Entity{"uuml", 0xFC},     Entity{"yen", 0xA5},     Entity{"zwnj", 0x200C},
};
static_assert(std::ranges::is_sorted(kEntities, {}, &Entity::name));

std::optional<char32_t> DecodeNumber(std::string_view digits, int base) {
  std::uint32_t value = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  bool whole = error == std::errc() && end == digits.data() + digits.size();
  bool character = value != 0 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
  return whole && character ? std::optional<char32_t>(value) : std::nullopt;
}

}  // namespace

std::optional<char32_t> DecodeEntity(std::string_view reference) {
  if (reference.size() < 3 || reference.front() != '&' || reference.back() != ';') return std::nullopt;
  std::string_view name = reference.substr(1, reference.size() - 2);
  if (name.starts_with("#x") || name.starts_with("#X")) return DecodeNumber(name.substr(2), 16);
  if (name.starts_with('#')) return DecodeNumber(name.substr(1), 10);
  auto found = std::ranges::lower_bound(kEntities, name, {}, &Entity::name);
  if (found == kEntities.end() || found->name != name) return std::nullopt;
  return found->c;
}

}  // namespace tally
