// The characters of three bytes that most of a Chinese text is made of (U+0800 to U+FFFF), told and read
// without a call. What is neither this nor ASCII goes through base/utf8.h.
#pragma once

#include <cstdint>
#include <cstring>

namespace tally {

// True where the two bytes at `next` go on with a character.
inline bool TwoGoOn(const char* next) {
  std::uint16_t two = 0;
  std::memcpy(&two, next, sizeof two);
  return (two & 0xC0C0u) == 0x8080u;
}

// The character of three bytes at `at`, which are known to be one.
inline char32_t ThreeBytes(const char* at) {
  auto byte = [&](int i) { return static_cast<char32_t>(static_cast<unsigned char>(at[i])); };
  return (byte(0) & 0xFu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
}

}  // namespace tally
