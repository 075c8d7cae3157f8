// A figure is taken apart into its numerals (digits with a point and thousands commas) and the words between
// them; a slip changes one of these and leaves the rest as it is printed.
#include "tests/planted.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include "input/list_inputs.h"
#include "tests/gold.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOpen = "⟦";
constexpr std::string_view kClose = "⟧";

std::string Content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> FilesOf(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

std::string StoryOf(const fs::path& path) {
  std::string name = path.filename().string();
  name.resize(std::min(name.find('.'), name.size()));
  while (!name.empty() && std::isdigit(static_cast<unsigned char>(name.back()))) name.pop_back();
  return name;
}

int Pick(std::mt19937& random, std::size_t count) {
  return static_cast<int>(random() % static_cast<unsigned>(count));
}

// ---- Numerals ----

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

// Digits, and a point or comma with a digit on both sides.
std::vector<Span> NumeralsOf(std::string_view figure) {
  std::vector<Span> numerals;
  for (std::size_t i = 0; i < figure.size();) {
    if (!IsAsciiDigit(figure[i])) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < figure.size() &&
           (IsAsciiDigit(figure[end]) || ((figure[end] == '.' || figure[end] == ',') &&
                                          end + 1 < figure.size() && IsAsciiDigit(figure[end + 1])))) {
      ++end;
    }
    numerals.push_back({i, end});
    i = end;
  }
  return numerals;
}

struct Numeral {
  std::string digits;
  std::size_t places = 0;  // after the point
  bool commas = false;
};

Numeral Taken(std::string_view text) {
  Numeral numeral;
  std::size_t point = text.find('.');
  numeral.places = point == std::string_view::npos ? 0 : text.size() - point - 1;
  for (char c : text) {
    if (IsAsciiDigit(c)) numeral.digits += c;
    numeral.commas |= c == ',';
  }
  return numeral;
}

std::string Printed(Numeral numeral) {
  std::string& digits = numeral.digits;
  while (digits.size() <= numeral.places) digits.insert(0, "0");
  std::string whole = digits.substr(0, digits.size() - numeral.places);
  std::string rest = digits.substr(digits.size() - numeral.places);
  while (whole.size() > 1 && whole[0] == '0') whole.erase(0, 1);
  for (std::size_t at = whole.size(); numeral.commas && at > 3;) whole.insert(at -= 3, ",");
  return rest.empty() ? whole : whole + '.' + rest;
}

// x 10^power.
Numeral Shifted(Numeral numeral, int power) {
  for (; power > 0; --power) {
    if (numeral.places > 0) {
      --numeral.places;
    } else {
      numeral.digits += '0';
    }
  }
  for (; power < 0; ++power) {
    if (numeral.places == 0 && numeral.digits.size() > 1 && numeral.digits.back() == '0') {
      numeral.digits.pop_back();
    } else {
      ++numeral.places;
    }
  }
  return numeral;
}

bool StartsWell(const Numeral& numeral) { return numeral.digits[0] != '0' || numeral.places > 0; }

std::optional<Numeral> WithOtherDigit(Numeral numeral, std::mt19937& random) {
  char& digit = numeral.digits[Pick(random, numeral.digits.size())];
  digit = static_cast<char>('0' + (digit - '0' + 1 + Pick(random, 9)) % 10);
  return StartsWell(numeral) ? std::optional(numeral) : std::nullopt;
}

std::optional<Numeral> Transposed(Numeral numeral, std::mt19937& random) {
  if (numeral.digits.size() < 2) return std::nullopt;
  std::size_t at = Pick(random, numeral.digits.size() - 1);
  std::swap(numeral.digits[at], numeral.digits[at + 1]);
  return StartsWell(numeral) ? std::optional(numeral) : std::nullopt;
}

std::optional<Numeral> WithoutOneDigit(Numeral numeral, std::mt19937& random) {
  if (numeral.digits.size() < 2) return std::nullopt;
  std::size_t at = Pick(random, numeral.digits.size());
  if (at >= numeral.digits.size() - numeral.places) --numeral.places;
  numeral.digits.erase(at, 1);
  return StartsWell(numeral) ? std::optional(numeral) : std::nullopt;
}

std::optional<Numeral> SlippedNumeral(const Numeral& numeral, FigureSlip slip, std::mt19937& random) {
  switch (slip) {
    case FigureSlip::kDigit:
      return WithOtherDigit(numeral, random);
    case FigureSlip::kTransposed:
      return Transposed(numeral, random);
    case FigureSlip::kDropped:
      return WithoutOneDigit(numeral, random);
    case FigureSlip::kTimesTen:
      return Shifted(numeral, 1);
    case FigureSlip::kTimesHundred:
      return Shifted(numeral, 2);
    case FigureSlip::kTimesThousand:
      return Shifted(numeral, 3);
    case FigureSlip::kTenth:
      return Shifted(numeral, -1);
    default:
      return std::nullopt;
  }
}

// ---- Words ----

using WordPair = std::pair<std::string_view, std::string_view>;

// What is read for what; longer words stand before those that they contain.
constexpr std::array<WordPair, 18> kScales = {{{"萬億", "億"},
                                               {"万亿", "亿"},
                                               {"兆", "億"},
                                               {"億", "萬"},
                                               {"亿", "万"},
                                               {"萬", "億"},
                                               {"万", "亿"},
                                               {"trillion", "billion"},
                                               {"billion", "million"},
                                               {"million", "billion"},
                                               {"bn", "m"},
                                               {"m", "bn"}}};
constexpr std::array<WordPair, 13> kCurrencies = {{{"元人民幣", "美元"},
                                                   {"元人民币", "美元"},
                                                   {"元台幣", "美元"},
                                                   {"元新台币", "美元"},
                                                   {"美元", "歐元"},
                                                   {"美金", "歐元"},
                                                   {"亿元", "亿美元"},
                                                   {"億元", "億美元"},
                                                   {"NT$", "$"},
                                                   {"yuan", "dollars"},
                                                   {"$", "€"},
                                                   {"€", "$"}}};
constexpr std::array<WordPair, 20> kDirections = {{{"增長", "下降"},
                                                   {"增长", "下降"},
                                                   {"成長", "下滑"},
                                                   {"年增", "年減"},
                                                   {"減少", "增加"},
                                                   {"减少", "增加"},
                                                   {"下降", "增长"},
                                                   {"增加", "減少"},
                                                   {"rose", "fell"},
                                                   {"grew", "shrank"},
                                                   {"down", "up"},
                                                   {"up", "down"}}};
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

constexpr std::array<std::string_view, 4> kClauseEnds = {"，", "、", "。", "；"};

// Letters on both sides would make it part of another word.
bool StandsAlone(std::string_view text, std::size_t at, std::size_t size) {
  auto letter = [&](std::size_t i) {
    return i < text.size() && std::isalpha(static_cast<unsigned char>(text[i]));
  };
  bool word = std::isalpha(static_cast<unsigned char>(text[at])) != 0;
  return !word || ((at == 0 || !letter(at - 1)) && !letter(at + size));
}

template <std::size_t kCount>
bool ReplaceFirst(std::string& text, const std::array<WordPair, kCount>& pairs, bool lose = false) {
  for (const auto& [from, to] : pairs) {
    if (from.empty()) continue;
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
      if (!StandsAlone(text, at, from.size())) continue;
      text.replace(at, from.size(), lose ? std::string_view() : to);
      return true;
    }
  }
  return false;
}

// 年 after the numeral, a month's name beside it, or a lone number of four digits that looks like a year.
bool IsDateFigure(const std::string& figure) {
  bool english = std::ranges::any_of(
      kMonths, [&](std::string_view month) { return figure.find(month) != std::string::npos; });
  bool year = figure.size() == 4 &&
              (figure.starts_with("19") || figure.starts_with("20") || figure.starts_with("18")) &&
              std::ranges::all_of(figure, IsAsciiDigit);
  std::size_t han = figure.find("年");
  // 120 年 is a time, 1998 年 and 92 年 are dates; a time of two digits is not among the marked figures.
  std::vector<Span> numerals = NumeralsOf(figure);
  return english || year || (han != std::string::npos && !numerals.empty() && numerals[0].size() % 2 == 0);
}

bool SlipYear(std::string& figure, std::mt19937& random) {
  std::vector<Span> numerals = NumeralsOf(figure);
  for (Span at : numerals) {
    bool han = figure.find("年", at.end) != std::string::npos;
    if (at.size() != 4 && !(han && at.size() == 2 && at.start == 0)) continue;
    int year = std::stoi(figure.substr(at.start, at.size()));
    int by = 1 + Pick(random, 3);
    year += Pick(random, 2) ? by : -by;
    figure.replace(at.start, at.size(), std::to_string(year));
    return true;
  }
  return false;
}

bool SlipMonth(std::string& figure, std::mt19937& random) {
  int by = 1 + Pick(random, 11);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    std::size_t at = figure.find(kMonths[i]);
    if (at == std::string::npos) continue;
    figure.replace(at, kMonths[i].size(), kMonths[(i + by) % 12]);
    return true;
  }
  for (Span at : NumeralsOf(figure)) {
    std::size_t word = figure.find("月", at.end);
    if (word == std::string::npos || word > at.end + 1) continue;
    int month = std::stoi(figure.substr(at.start, at.size()));
    figure.replace(at.start, at.size(), std::to_string((month - 1 + by) % 12 + 1));
    return true;
  }
  return false;
}

bool SlipFigure(std::string& figure, FigureSlip slip, std::mt19937& random) {
  if (IsDateFigure(figure)) {
    if (slip == FigureSlip::kYear) return SlipYear(figure, random);
    return slip == FigureSlip::kMonth && SlipMonth(figure, random);
  }
  if (slip == FigureSlip::kScale) return ReplaceFirst(figure, kScales);
  if (slip == FigureSlip::kScaleLost) return ReplaceFirst(figure, kScales, true);
  if (slip == FigureSlip::kCurrency) return ReplaceFirst(figure, kCurrencies);
  std::vector<Span> numerals = NumeralsOf(figure);
  bool factor = slip == FigureSlip::kTimesTen || slip == FigureSlip::kTenth ||
                slip == FigureSlip::kTimesHundred || slip == FigureSlip::kTimesThousand;
  if (numerals.empty() || (numerals.size() > 1 && !factor)) return false;
  // Nobody prints a tenth of a person, nor 7,220 %.
  bool percent = figure.find('%') != std::string::npos || figure.find("percent") != std::string::npos;
  bool steep = slip == FigureSlip::kTimesHundred || slip == FigureSlip::kTimesThousand;
  if (percent && steep) return false;
  for (auto at = numerals.rbegin(); at != numerals.rend(); ++at) {
    Numeral numeral = Taken(std::string_view(figure).substr(at->start, at->size()));
    std::string lost = figure;
    bool scaled = percent || numeral.places > 0 || ReplaceFirst(lost, kScales, true);
    if (slip == FigureSlip::kTenth && !scaled && numeral.digits.back() != '0') return false;
    std::optional<Numeral> slipped = SlippedNumeral(numeral, slip, random);
    if (!slipped) return false;
    figure.replace(at->start, at->size(), Printed(*slipped));
  }
  return true;
}

// The word of direction nearest before the figure, in its clause.
std::optional<PlantedText> SlipSign(const std::string& text, Span span) {
  constexpr std::size_t kReach = 30;
  std::size_t from = span.start - std::min(span.start, kReach);
  std::size_t best = std::string::npos;
  const WordPair* pair = nullptr;
  for (const WordPair& known : kDirections) {
    if (known.first.empty()) continue;
    std::size_t at = text.rfind(known.first, span.start);
    if (at == std::string::npos || at < from || !StandsAlone(text, at, known.first.size())) continue;
    // Of the figure's own clause.
    if (std::string_view(text).substr(at, span.start - at).find_first_of(",;.") != std::string_view::npos)
      continue;
    bool apart = std::ranges::any_of(kClauseEnds, [&](std::string_view mark) {
      return std::string_view(text).substr(at, span.start - at).find(mark) != std::string_view::npos;
    });
    if (apart) continue;
    if (best == std::string::npos || at > best) {
      best = at;
      pair = &known;
    }
  }
  if (pair == nullptr) return std::nullopt;
  PlantedText planted{text, span};
  planted.text.replace(best, pair->first.size(), pair->second);
  std::size_t shift = pair->second.size() - pair->first.size();
  planted.span.start += shift;
  planted.span.end += shift;
  return planted;
}

}  // namespace

MarkedLibrary ReadMarkedFiles(const fs::path& folder) {
  MarkedLibrary library;
  for (const fs::path& path : FilesOf(folder)) {
    std::string marked = Content(path);
    std::string text;
    std::size_t at = 0;
    for (std::size_t open = marked.find(kOpen); open != std::string::npos; open = marked.find(kOpen, at)) {
      std::size_t colon = marked.find(':', open);
      std::size_t close = marked.find(kClose, open);
      text += marked.substr(at, open - at);
      std::string name = marked.substr(open + kOpen.size(), colon - open - kOpen.size());
      std::string figure = marked.substr(colon + 1, close - colon - 1);
      library.figures.push_back(
          {StoryOf(path) + '.' + name, library.files.size(), {text.size(), text.size() + figure.size()}});
      text += figure;
      at = close + kClose.size();
    }
    text += marked.substr(at);
    library.files.push_back({path.filename().string(), text});
  }
  return library;
}

MarkedLibrary ReadAnnotatedFiles(const fs::path& folder, const fs::path& annotations,
                                 const std::vector<std::string>& wanted) {
  MarkedLibrary library;
  std::map<std::string, std::size_t> places;
  std::vector<std::string> problems;
  for (const std::string& path : ListInputs({folder.string()}, problems)) {
    std::string name = fs::path(path).filename().string();
    places[name] = library.files.size();
    library.files.push_back({name, Content(path)});
  }
  for (const auto& finding : ReadJsonLines(annotations)) {
    std::string id = finding.at("id");
    if (std::ranges::find(wanted, id) == wanted.end()) continue;
    for (const auto& member : finding.at("members")) {
      library.figures.push_back({id, places.at(member.at("doc")), {member.at("start"), member.at("end")}});
    }
  }
  return library;
}

std::string_view FigureSlipName(FigureSlip slip) {
  constexpr std::array<std::string_view, kFigureSlips> kNames = {
      "digit", "transposed", "dropped",  "times_ten", "tenth", "times_hundred", "times_thousand",
      "scale", "scale_lost", "currency", "year",      "month", "sign"};
  return kNames[static_cast<std::size_t>(slip)];
}

std::optional<PlantedText> PlantSlip(const std::string& text, Span span, FigureSlip slip,
                                     std::mt19937& random) {
  if (slip == FigureSlip::kSign) return SlipSign(text, span);
  std::string figure = text.substr(span.start, span.size());
  std::string before = figure;
  // A dollar sign may stand outside the mark.
  if (!SlipFigure(figure, slip, random) || figure == before) return std::nullopt;
  PlantedText planted{text, {span.start, span.start + figure.size()}};
  planted.text.replace(span.start, span.size(), figure);
  return planted;
}

}  // namespace tally
