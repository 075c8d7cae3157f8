// The characters of three bytes that most of a Chinese text is made of (U+0800 to U+FFFF), told and read
// without a call. What is neither this nor ASCII goes through base/utf8.h.
#pragma once

namespace tally {

// True where the two bytes at `next` go on with a character.
inline bool TwoGoOn(const char* next) {
  return ((static_cast<unsigned char>(next[0]) ^ 0x80u) | (static_cast<unsigned char>(next[1]) ^ 0x80u)) <
         0x40;
}

// The character of three bytes at `at`, which are known to be one.
inline char32_t ThreeBytes(const char* at) {
  auto byte = [&](int i) { return static_cast<char32_t>(static_cast<unsigned char>(at[i])); };
  return (byte(0) & 0xFu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
}

}  // namespace tally
