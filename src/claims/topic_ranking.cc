// The part of Topic that ranks those whom the text has named, for a clause without a subject and for "it".
#include <fmt/format.h>

#include <algorithm>

#include "claims/topic.h"

namespace tally {
namespace {

// The first of more kinds than this is no more usual than the others.
constexpr std::size_t kFewKinds = 5;

Traits TraitsOfKind(std::string_view kind, const std::vector<std::string>& kinds) {
  Traits traits;
  traits.Set(Trait::kUsual, !kinds.empty() && kinds.size() <= kFewKinds && kinds.front() == kind);
  traits.Set(Trait::kPerson, kind == "person");
  traits.Set(Trait::kOrganization, kind == "organization");
  traits.Set(Trait::kPlace, kind == "place");
  return traits;
}

}  // namespace

// The sentence before in the same paragraph: whom it begins with and, for "it", whose figures it gives. And
// the first of what the whole text is about. Of equal points the one that was named last.
std::optional<EntityRef> Topic::Ranked(const std::vector<std::string>& kinds, bool it,
                                       std::string* why) const {
  const Main* main = MainFor(kinds);
  // Who talks in a dialogue is no thing, and a pronoun means one that was named.
  auto talks = [&](std::string_view id) {
    return (speaker_ && speaker_->id == id) || (other_speaker_ && other_speaker_->id == id);
  };
  if (main != nullptr && it && (main->noun || main->kind == "person" || talks(main->ref.id))) main = nullptr;
  std::optional<EntityRef> best;
  int most = 0;
  auto take = [&](const EntityRef& ref, Traits traits) {
    int points = points_.Of(traits);
    if (best && points <= most) return;
    best = ref;
    most = points;
    if (why != nullptr) *why = fmt::format(" ({} points: {})", points, points_.ToString(traits));
  };
  bool ranked = false;  // the main one has been, with what else speaks for it
  if (!recent_.empty() && recent_.back().sentence + 1 == sentence_ && recent_.back().block == block_) {
    const Recent& last = recent_.back();
    for (std::size_t i = 0; i < last.named.size(); ++i) {
      const Mention& m = last.named[i];
      bool head = m.id == last.head;
      bool subject = (it || last.goes_on) && i < last.subjects;
      if ((!head && !subject) || !KindFits(m.kind, kinds)) continue;
      if (it && (m.kind == "person" || talks(m.id))) continue;
      bool is_main = main != nullptr && main->ref.id == m.id;
      ranked = ranked || is_main;
      Traits traits = TraitsOfKind(m.kind, kinds);
      // 东屿县去年接待游客146万人次: no place where something is.
      bool told = head && std::any_of(last.named.begin(),
                                      last.named.begin() + static_cast<std::ptrdiff_t>(last.subjects),
                                      [&](const Mention& s) { return s.id == m.id; });
      if (told) traits.Clear(Trait::kPlace);
      traits.Set(Trait::kTopicBefore, head);
      traits.Set(Trait::kSubjectBefore, subject);
      traits.Set(Trait::kMain, is_main);
      take({m.id, m.name, m.name}, traits);
    }
  }
  if (main != nullptr && !ranked) {
    Traits traits = TraitsOfKind(main->kind, kinds);
    traits.Set(Trait::kMain);
    take(main->ref, traits);
  }
  return best;
}

}  // namespace tally
