// What a bare 元 is in a text in Traditional characters, by the places and papers that it names.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/fold.h"
#include "base/utf8.h"
#include "mentions/document_names.h"

namespace tally {
namespace {

constexpr std::size_t kOfByline = 120;  // bytes of a text in which its byline may stand
constexpr std::size_t kLeastVotes = 2;  // names of one place, and three of four that tell a place

constexpr std::size_t kOpensText = 3;  // bytes before the paper of a byline: the mark that opens it

}  // namespace

std::string_view DocumentNames::HomeCurrency() const {
  constexpr std::string_view kCurrencies[] = {"TWD", "HKD", "MOP"};
  std::array<std::size_t, std::size(kCurrencies)> votes{};
  auto vote = [&](const Entity* entity, std::size_t weight) {
    std::string_view currency = entity == nullptr ? std::string_view() : entity->Fact("home_currency");
    auto known = std::ranges::find(kCurrencies, currency);
    if (known != std::end(kCurrencies)) votes[static_cast<std::size_t>(known - kCurrencies)] += weight;
  };
  // 来源：明报, 港岛日报: a paper that is known, or named after its place.
  std::string source = Fold(document_.publication.source);
  for (std::size_t at = 0; at < source.size();) {
    auto hit = rules_.entity_aliases.Longest(source, at);
    if (hit) vote(&rules_.entities[rules_.aliases[hit->value].entity], kLeastVotes);
    at += hit ? hit->length : DecodeUtf8(source, at).length;
  }
  for (std::size_t b = 0; b < raw_.size(); ++b) {
    std::string_view text = document_.blocks[b].text.str();
    for (const Mention& m : raw_[b]) {
      // 〔记者陈怡静/台北报导〕, 【明报专讯】: where it was written tells by itself.
      std::string_view behind = text.substr(m.text.end);
      // 据中央社报道 only cites.
      bool cited = m.kind == "media" && m.text.start > kOpensText;
      bool written = m.text.end < kOfByline && !cited &&
                     (behind.starts_with("报道") || behind.starts_with("报导") || behind.starts_with("电") ||
                      behind.starts_with("专讯") || behind.starts_with("记者") || behind.find("日电") < 12);
      vote(m.from_table ? rules_.FindEntity(m.id) : nullptr, written ? kLeastVotes : 1);
    }
  }
  auto most = std::ranges::max_element(votes);
  std::size_t all = 0;
  for (std::size_t each : votes) all += each;
  if (*most < kLeastVotes || *most * 4 < all * 3) return {};
  return kCurrencies[static_cast<std::size_t>(most - votes.begin())];
}

}  // namespace tally
