// Hashes of texts that are kept in files and compared between runs: the same on every machine and in every
// version.
#pragma once

#include <cstdint>
#include <string_view>

namespace tally {

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/.
inline constexpr std::uint64_t kFnvBasis = 0xCBF29CE484222325;
inline constexpr std::uint64_t kFnvPrime = 0x100000001B3;

// The finalizer of SplitMix64 (Steele, Lea, Flood, Fast splittable pseudorandom number generators, 2014): all
// bits of the result depend on all of the number.
inline std::uint64_t MixBits(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9;
  x ^= x >> 27;
  x *= 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

// Two texts of one corpus have the same one by chance in one of 2^64 pairs; not made to withstand malice.
inline std::uint64_t TextHash(std::string_view text) {
  std::uint64_t hash = kFnvBasis;
  for (char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * kFnvPrime;
  return MixBits(hash);
}

}  // namespace tally
