// The part of Topic that ranks those whom the text has named, for a figure whose clause names nobody and for "it".
#include <fmt/format.h>

#include <algorithm>

#include "claims/topic.h"

namespace tally {
namespace {

// A rule that takes more kinds than this says nothing by the first of them.
constexpr std::size_t kFewKinds = 5;

void SetKind(std::string_view kind, const std::vector<std::string>& kinds, Traits& traits) {
  traits.Set(Trait::kUsual, !kinds.empty() && kinds.size() <= kFewKinds && kinds.front() == kind);
  traits.Set(Trait::kPerson, kind == "person");
  traits.Set(Trait::kOrganization, kind == "organization");
  traits.Set(Trait::kPlace, kind == "place");
}

}  // namespace

// The first of what the text is about, and whom the last sentences of the paragraph name: of equal points the first.
std::optional<EntityRef> Topic::Ranked(const std::vector<std::string>& kinds, Of of,
                                       std::string* why) const {
  bool thing = of == Of::kIt;
  const Main* main = MainFor(kinds);
  // A pronoun means one that was named.
  if (main != nullptr && of != Of::kNobody && (main->noun || (thing && main->kind == "person"))) main = nullptr;
  std::optional<EntityRef> best;
  int most = 0;
  auto take = [&](const EntityRef& ref, Traits traits) {
    int points = points_.Of(traits);
    if (best && points <= most) return;
    best = ref;
    most = points;
    if (why != nullptr) *why = fmt::format(" ({} points: {})", points, points_.ToString(traits));
  };
  bool main_taken = false;
  if (!recent_.empty() && recent_.back().sentence + 1 == sentence_ && recent_.back().block == block_) {
    const Recent& last = recent_.back();
    for (std::size_t i = 0; i < last.named.size(); ++i) {
      const Mention& m = last.named[i];
      bool head = m.id == last.head;
      bool subject = of != Of::kNobody && i < last.subjects;
      if (!(head || subject) || !KindFits(m.kind, kinds) || (thing && m.kind == "person")) continue;
      Traits traits;
      SetKind(m.kind, kinds, traits);
      traits.Set(Trait::kTopicBefore, head);
      traits.Set(Trait::kSubjectBefore, subject);
      bool is_main = main != nullptr && main->ref.id == m.id;
      traits.Set(Trait::kMain, is_main);
      main_taken = main_taken || is_main;
      take({m.id, m.name, m.name}, traits);
    }
  }
  if (main != nullptr && !main_taken) {
    Traits traits;
    SetKind(main->kind, kinds, traits);
    traits.Set(Trait::kMain);
    take(main->ref, traits);
  }
  return best;
}

}  // namespace tally
