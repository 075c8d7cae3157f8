// Globs become RE2 patterns over bytes (Latin-1), so that no pattern makes matching slow. The rules are those
// of git's wildmatch.c with WM_PATHNAME.
#include "input/glob.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <bitset>
#include <cctype>
#include <optional>
#include <string>
#include <utility>

namespace tally {
namespace {

using Bytes = std::bitset<256>;

std::string Quoted(unsigned char byte) { return fmt::format("\\x{:02x}", byte); }

std::optional<Bytes> NamedClass(std::string_view name) {
  static constexpr std::pair<std::string_view, int (*)(int)> kClasses[] = {
      {"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank}, {"cntrl", std::iscntrl},
      {"digit", std::isdigit}, {"graph", std::isgraph}, {"lower", std::islower}, {"print", std::isprint},
      {"punct", std::ispunct}, {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit}};
  for (const auto& [known, test] : kClasses) {
    if (known != name) continue;
    Bytes bytes;
    for (int c = 0; c < 128; ++c) bytes[static_cast<std::size_t>(c)] = test(c) != 0;
    return bytes;
  }
  return std::nullopt;
}

class Translator {
 public:
  explicit Translator(std::string_view glob) : glob_(glob) {}

  // nullopt where the glob matches nothing.
  std::optional<std::string> Translate() {
    while (at_ < glob_.size()) {
      char c = glob_[at_];
      if (c == '*') {
        Stars();
      } else if (c == '?') {
        out_ += "[^/]";
        ++at_;
      } else if (c == '[') {
        if (!Class()) return std::nullopt;
      } else {
        if (c == '\\' && ++at_ == glob_.size()) return std::nullopt;
        out_ += Quoted(static_cast<unsigned char>(glob_[at_++]));
      }
    }
    return std::move(out_);
  }

 private:
  void Stars() {
    std::size_t end = std::min(glob_.find_first_not_of('*', at_), glob_.size());
    bool after_slash = at_ == 0 || glob_[at_ - 1] == '/';
    bool before_slash = end < glob_.size() && glob_[end] == '/';
    bool folders = end - at_ >= 2 && after_slash && (before_slash || end == glob_.size());
    at_ = end;
    if (!folders) {
      out_ += "[^/]*";
    } else if (before_slash) {
      out_ += "(?:.*/)?";
      ++at_;
    } else {
      out_ += ".*";
    }
  }

  bool Class() {
    std::size_t at = at_ + 1;
    bool negated = at < glob_.size() && (glob_[at] == '!' || glob_[at] == '^');
    if (negated) ++at;
    Bytes bytes;
    int previous = -1;  // the byte that a range may begin with
    for (bool first = true;; first = false) {
      if (at >= glob_.size()) return false;
      if (glob_[at] == ']' && !first) break;
      if (glob_.substr(at, 2) == "[:") {
        std::size_t end = glob_.find(']', at + 2);
        if (end == std::string_view::npos) return false;
        if (glob_[end - 1] == ':' && end > at + 2) {
          auto named = NamedClass(glob_.substr(at + 2, end - 1 - (at + 2)));
          if (!named) return false;
          bytes |= *named;
          previous = -1;
          at = end + 1;
          continue;
        }
      }
      bool range = glob_[at] == '-' && previous >= 0 && at + 1 < glob_.size() && glob_[at + 1] != ']';
      if (range) ++at;
      if (glob_[at] == '\\' && ++at >= glob_.size()) return false;
      auto byte = static_cast<unsigned char>(glob_[at++]);
      for (unsigned b = range ? static_cast<unsigned>(previous) : byte; b <= byte; ++b) bytes.set(b);
      previous = range ? -1 : byte;
    }
    if (negated) bytes.flip();
    bytes.reset('/');
    at_ = at + 1;
    if (bytes.none()) return false;
    out_ += '[';
    for (unsigned b = 0; b < bytes.size(); ++b) {
      if (bytes[b]) out_ += Quoted(static_cast<unsigned char>(b));
    }
    out_ += ']';
    return true;
  }

  std::string_view glob_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

Glob::Glob(std::string_view pattern) {
  auto translated = Translator(pattern).Translate();
  if (!translated) return;
  RE2::Options options(RE2::Latin1);
  options.set_dot_nl(true);
  options.set_log_errors(false);
  auto compiled = std::make_shared<const RE2>(*translated, options);
  // RE2 refuses what would take too much memory.
  if (compiled->ok()) pattern_ = std::move(compiled);
}

bool Glob::Matches(std::string_view path) const {
  return pattern_ != nullptr && RE2::FullMatch(re2::StringPiece(path.data(), path.size()), *pattern_);
}

bool Glob::IsGlob(std::string_view path) { return path.find_first_of("*?[") != std::string_view::npos; }

}  // namespace tally
