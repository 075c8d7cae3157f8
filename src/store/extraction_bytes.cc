// One list of the members serves writing and reading, so that the two cannot drift apart. Numbers are of
// seven bits a byte, the least first; texts and lists have their length before them; what a value may lack
// has a flag. What all claims of a document share is written once.
#include "store/extraction_bytes.h"

#include <charconv>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <type_traits>
#include <vector>

namespace tally {
namespace {

// Digits that Decimal::Parse takes at once.
constexpr std::size_t kDigitsAtOnce = 40;
// Day 0 is 1970-01-01; days are written as numbers above zero.
constexpr std::int64_t kDayBase = 1'000'000;

class Damaged : public std::runtime_error {
 public:
  Damaged() : std::runtime_error("damaged") {}
};

class ByteWriter {
 public:
  void operator()(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) bytes_.push_back(static_cast<char>(number | 0x80));
    bytes_.push_back(static_cast<char>(number));
  }
  void operator()(std::string_view text) {
    (*this)(text.size());
    bytes_ += text;
  }
  void operator()(const std::string& text) { (*this)(std::string_view(text)); }
  void operator()(bool flag) { bytes_.push_back(flag ? '\1' : '\0'); }
  void operator()(int number) { (*this)(ZigZag(number)); }
  void operator()(Day day) { (*this)(static_cast<std::uint64_t>(day.time_since_epoch().count() + kDayBase)); }
  // The coefficient and the power of ten; one that no machine word holds as its digits.
  void operator()(const Decimal& decimal) {
    int exponent = decimal.last_digit_exponent();
    std::string digits = decimal.Scaled(-exponent).ToString();
    std::int64_t word = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), word);
    bool fits = error == std::errc() && end == digits.data() + digits.size();
    (*this)(fits);
    (*this)(exponent);
    fits ? (*this)(ZigZag(word)) : (*this)(digits);
  }
  template <class T>
  void operator()(const std::optional<T>& value) {
    (*this)(value.has_value());
    if (value) (*this)(*value);
  }
  // Hashes have no small numbers.
  void operator()(const std::vector<std::uint64_t>& hashes) {
    (*this)(static_cast<std::uint64_t>(hashes.size()));
    bytes_.append(reinterpret_cast<const char*>(hashes.data()), hashes.size() * sizeof(std::uint64_t));
  }
  template <class T>
  void operator()(const std::vector<T>& list) {
    (*this)(static_cast<std::uint64_t>(list.size()));
    for (const T& item : list) (*this)(item);
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum value) { bytes_.push_back(static_cast<char>(value)); }
  template <class T>
  requires std::is_class_v<T>
  void operator()(const T& value) { Members(*this, value); }

  std::string Take() { return std::move(bytes_); }

 private:
  static std::uint64_t ZigZag(std::int64_t number) {
    return (static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63);
  }

  std::string bytes_;
};

// The last enumerator of each kind.
constexpr Dimension LastOf(Dimension) { return Dimension::kRate; }
constexpr Modifier LastOf(Modifier) { return Modifier::kLessThan; }
constexpr Change LastOf(Change) { return Change::kDecreaseTo; }
constexpr Field LastOf(Field) { return Field::kByline; }
constexpr Modality LastOf(Modality) { return Modality::kNegated; }

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  void operator()(std::uint64_t& number) {
    number = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (shift > 63) throw Damaged();
      auto byte = static_cast<unsigned char>(Next());
      number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return;
    }
  }
  void operator()(std::string& text) {
    std::size_t size = Size();
    text.assign(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
  }
  void operator()(bool& flag) { flag = Next() != 0; }
  void operator()(int& number) { number = static_cast<int>(Signed()); }
  void operator()(Day& day) {
    std::uint64_t number = 0;
    (*this)(number);
    day = Day(std::chrono::days(static_cast<std::int64_t>(number) - kDayBase));
  }
  void operator()(Decimal& decimal) {
    bool fits = false;
    int exponent = 0;
    (*this)(fits);
    (*this)(exponent);
    if (exponent > kMostExponent || exponent < -kMostExponent) throw Damaged();
    decimal = (fits ? Decimal(Signed()) : OfDigits()).Scaled(exponent);
  }
  template <class T>
  void operator()(std::optional<T>& value) {
    bool there = false;
    (*this)(there);
    value.reset();
    if (there) (*this)(value.emplace());
  }
  void operator()(std::vector<std::uint64_t>& hashes) {
    std::size_t count = Size();
    std::size_t size = count * sizeof(std::uint64_t);
    if (size > bytes_.size()) throw Damaged();
    hashes.resize(count);
    if (size > 0) std::memcpy(hashes.data(), bytes_.data(), size);
    bytes_.remove_prefix(size);
  }
  template <class T>
  void operator()(std::vector<T>& list) {
    // An item takes a byte at least.
    list.clear();
    for (std::size_t left = Size(); left > 0; --left) (*this)(list.emplace_back());
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum& value) {
    auto byte = static_cast<unsigned char>(Next());
    if (byte > static_cast<unsigned char>(LastOf(value))) throw Damaged();
    value = static_cast<Enum>(byte);
  }
  template <class T>
  requires std::is_class_v<T>
  void operator()(T& value) { Members(*this, value); }

  bool AtEnd() const { return bytes_.empty(); }

 private:
  static constexpr int kMostExponent = 10'000;

  char Next() {
    if (bytes_.empty()) throw Damaged();
    char byte = bytes_.front();
    bytes_.remove_prefix(1);
    return byte;
  }
  std::size_t Size() {
    std::uint64_t size = 0;
    (*this)(size);
    if (size > bytes_.size()) throw Damaged();
    return size;
  }
  std::int64_t Signed() {
    std::uint64_t number = 0;
    (*this)(number);
    return static_cast<std::int64_t>(number >> 1) ^ -static_cast<std::int64_t>(number & 1);
  }
  Decimal OfDigits() {
    std::string digits;
    (*this)(digits);
    bool negative = digits.starts_with('-');
    Decimal sum;
    for (std::size_t at = negative ? 1 : 0; at < digits.size(); at += kDigitsAtOnce) {
      std::string piece = digits.substr(at, kDigitsAtOnce);
      auto part = Decimal::Parse(piece);
      if (!part) throw Damaged();
      sum = sum.Scaled(static_cast<int>(piece.size())) + *part;
    }
    return negative ? -sum : sum;
  }

  std::string_view bytes_;
};

template <class Io, class... Parts>
void All(Io& io, Parts&... parts) {
  (io(parts), ...);
}

// The members of each type, for a writer (of const ones) and a reader alike.
template <class T, class Of>
concept Is = std::is_same_v<std::remove_const_t<T>, Of>;

template <class Io, Is<Span> T>
void Members(Io& io, T& span) {
  All(io, span.start, span.end);
}
template <class Io, Is<LineColumn> T>
void Members(Io& io, T& place) {
  All(io, place.line, place.column);
}
template <class Io, Is<Interval> T>
void Members(Io& io, T& interval) {
  All(io, interval.lo, interval.hi);
}
template <class Io, Is<DateRange> T>
void Members(Io& io, T& range) {
  All(io, range.first, range.last);
}
template <class Io, Is<EntityRef> T>
void Members(Io& io, T& entity) {
  All(io, entity.id, entity.name, entity.text);
}
template <class Io, Is<Value> T>
void Members(Io& io, T& value) {
  All(io, value.dimension, value.unit, value.stated, value.approx, value.modifier, value.change, value.vague,
      value.strict, value.lenient, value.date, value.unresolved, value.fiscal_year, value.converts, value.per,
      value.bare_magnitude);
}
template <class Io, Is<Claim> T>
void Members(Io& io, T& claim) {
  All(io, claim.id, claim.span, claim.begin, claim.end, claim.quote, claim.context, claim.quote_in_context,
      claim.field, claim.value, claim.predicate, claim.event, claim.stage, claim.subject, claim.object,
      claim.narrowed, claim.period, claim.as_of, claim.as_of_estimated, claim.modality, claim.speaker,
      claim.rule, claim.confidence);
}
template <class Io, Is<DocumentInfo> T>
void Members(Io& io, T& info) {
  All(io, info.path, info.sha256, info.title, info.source, info.url, info.published, info.published_estimated,
      info.published_time, info.language, info.origin, info.sketch, info.numbers_seen, info.numbers_unread);
}
template <class Io, Is<Waiver> T>
void Members(Io& io, T& waiver) {
  All(io, waiver.kinds, waiver.reason, waiver.until, waiver.problem, waiver.place, waiver.first_line,
      waiver.last_line);
}
template <class Io, Is<PlacedWaiver> T>
void Members(Io& io, T& placed) {
  All(io, placed.waiver, placed.doc_sha256, placed.span, placed.begin, placed.end, placed.quote);
}
template <class Io, Is<Outline> T>
void Members(Io& io, T& outline) {
  All(io, outline.claims, outline.predicates, outline.names, outline.figures, outline.values);
}
template <class Io, Is<CachedDocument> T>
void Members(Io& io, T& document) {
  All(io, document.info, document.outline, document.waivers, document.problems);
}

template <class T>
std::string BytesOf(const T& value) {
  ByteWriter writer;
  writer(value);
  return writer.Take();
}

template <class T>
std::optional<T> ReadBytes(std::string_view bytes) {
  try {
    T value;
    ByteReader reader(bytes);
    reader(value);
    if (reader.AtEnd()) return value;
  } catch (const Damaged&) {
  }
  return std::nullopt;
}

}  // namespace

std::string DocumentBytes(const CachedDocument& document) { return BytesOf(document); }
std::string ClaimBytes(const std::vector<Claim>& claims) { return BytesOf(claims); }

std::optional<CachedDocument> ReadDocumentBytes(std::string_view bytes) {
  return ReadBytes<CachedDocument>(bytes);
}

std::optional<std::vector<Claim>> ReadClaimBytes(std::string_view bytes, const DocumentInfo& info) {
  auto claims = ReadBytes<std::vector<Claim>>(bytes);
  if (!claims) return claims;
  for (Claim& claim : *claims) {
    claim.doc = info.path;
    claim.doc_sha256 = info.sha256;
  }
  return claims;
}

}  // namespace tally
