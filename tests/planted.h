// Planted errors: documents in which a figure that stands in two places is made wrong in one of them, the way
// writers, translators and typesetters get figures wrong. Shared by the test and by whoever measures.
#pragma once

#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "input/input_file.h"

namespace tally {

// A figure whose fact another place states too.
struct MarkedFigure {
  std::string fact;  // "nepal.dead": all places of one name state the same
  std::size_t file = 0;
  Span span;  // bytes of the file
};

struct MarkedLibrary {
  std::vector<InputFile> files;
  std::vector<MarkedFigure> figures;
};

// The files of a folder with marks taken out: ⟦fact:figure⟧. A file's name up to the first dot, less digits
// at its end, is the story that its facts belong to.
MarkedLibrary ReadMarkedFiles(const std::filesystem::path& folder);

// The articles of a folder, with the places that annotated corroborations (tests/gold/README.md) say state
// one fact; `wanted` names the annotations to take.
MarkedLibrary ReadAnnotatedFiles(const std::filesystem::path& folder,
                                 const std::filesystem::path& annotations,
                                 const std::vector<std::string>& wanted);

// What can go wrong with a figure as it is printed; each in the writing of the figure itself.
enum class FigureSlip {
  kDigit,       // 49 % for 46 %
  kTransposed,  // 49 % for 94 %
  kDropped,     // 8019 for 819
  kTimesTen,    // 68.7 for 687
  kTenth,
  kTimesHundred,
  kTimesThousand,
  kScale,      // million for billion, 萬 for 億
  kScaleLost,  // 億 or million left out: a factor of 10⁴, 10⁶, 10⁸
  kCurrency,
  kYear,
  kMonth,
  kSign,  // rose for fell
};
inline constexpr int kFigureSlips = static_cast<int>(FigureSlip::kSign) + 1;
std::string_view FigureSlipName(FigureSlip slip);

// The file's text after the slip at `span`, and where the figure then stands; nullopt where the figure gives
// no occasion for this slip. Deterministic in `random`'s state on every platform.
struct PlantedText {
  std::string text;
  Span span;
};
std::optional<PlantedText> PlantSlip(const std::string& text, Span span, FigureSlip slip,
                                     std::mt19937& random);

}  // namespace tally
