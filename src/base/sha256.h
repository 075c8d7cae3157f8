// SHA-256 (FIPS 180-4), by OpenSSL. Names documents, claims and findings.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace tally
