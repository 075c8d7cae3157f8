#include "mentions/document_names.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

// More names than this are learned from no document: a directory is not an article.
constexpr std::size_t kMostKnown = 200;
constexpr std::size_t kShortestAlias = 4;  // letters of a Latin short name
constexpr std::size_t kHanBytes = 3;

bool IsHanName(std::string_view text) { return !text.empty() && IsHan(DecodeUtf8(text, 0).value); }

bool IsHanAt(std::string_view text, std::size_t at) {
  return at < text.size() && IsHan(DecodeUtf8(text, at).value);
}

bool IsHanBefore(std::string_view text, std::size_t at) {
  return at > 0 && IsHan(DecodeUtf8(text, PreviousCodePoint(text, at)).value);
}

// The low bits of the first character of well-formed text.
inline std::uint32_t BeginAt(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) < 0x80) return byte(0);
  if (byte(0) >= 0xE0 && byte(0) < 0xF0 && at + 2 < text.size())
    return (byte(1) & 63u) << 6 | (byte(2) & 63u);
  return DecodeUtf8(text, at).value & 4095u;
}

// FULLY FUNDED: a line in capitals.
bool IsInCapitals(std::string_view text) {
  if (text.find(' ') == std::string_view::npos) return false;
  bool letters = false;
  for (char c : text) {
    if (c >= 'a' && c <= 'z') return false;
    letters = letters || IsAsciiUpper(c);
  }
  return letters;
}

// How many words begin with a capital in a title, where most do they say nothing.
bool IsTitleCase(std::string_view text) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  bool edge = true;
  for (char c : text) {
    if (edge && IsAsciiAlpha(c)) {
      ++words;
      capitals += IsAsciiUpper(c);
    }
    edge = c == ' ';
  }
  return words >= 4 && capitals * 3 > words * 2;
}

}  // namespace

DocumentNames::DocumentNames(const MentionReader& reader, const RuleSet& rules, const Document& document)
    : reader_(reader),
      rules_(rules),
      verbs_(rules.Words("name_verbs")),
      stops_(rules.Words("name_stops")),
      nouns_(rules.Words("generic_subjects")),
      leads_(rules.Words("name_leads")),
      document_(document) {
  std::size_t bytes = 0;
  for (const Block& block : document.blocks) {
    if (bytes > kLearned) break;
    bytes += block.text.size();
    if (block.text.size() > kLearned) break;  // one line of megabytes is read when its turn comes
    rules.starts.Find(block.text.str(), starts_.emplace_back());
    raw_.push_back(reader.Read(block, starts_.back()));
    occurrences_.Add(block.text.str());
    // "Brightwell Energy Secures Loan": where every word has a capital, only names known from elsewhere are
    // names.
    if (((block.field == Field::kTitle || block.heading) && IsTitleCase(block.text.str())) ||
        IsInCapitals(block.text.str()))
      std::erase_if(raw_.back(), [](const Mention& m) { return !m.from_table && !IsHanName(m.name); });
  }
  occurrences_.Index();
  DropDescriptions();
  LearnHan();
  // What a text itself says to be short for a name is no one else's.
  LearnBrackets();
  for (std::size_t b = 0; b < raw_.size(); ++b) {
    LearnIntroduced(b);
    LearnQuoted(b);
    LearnGlossed(b);
    LearnOpening(b);
    LearnAged(b);
    LearnMasked(b);
  }
  LearnLatin();
  Index();
}

void DocumentNames::Add(std::string spelling, const Mention& of) {
  if (known_.size() >= kMostKnown || spelling.empty()) return;
  if (rules_.entity_aliases.Find(spelling)) return;
  bool is_short = IsHanName(spelling) && spelling.size() <= 2 * kHanBytes;
  for (const Known& known : known_) {
    if (known.spelling == spelling) return;
  }
  std::string kind = of.kind.starts_with("shares") ? "company" : of.kind;
  known_.push_back({std::move(spelling), of.id, of.name, std::move(kind), is_short, 0});
}

// 机器人公司星澜科技: what the company does stands before its name, and is none.
void DocumentNames::DropDescriptions() {
  std::vector<std::string> names;
  for (const std::vector<Mention>& mentions : raw_) {
    for (const Mention& m : mentions) {
      bool is_new = IsHanName(m.name) && std::ranges::find(names, m.name) == names.end();
      if (is_new && names.size() < kMostKnown) names.push_back(m.name);
    }
  }
  for (std::size_t b = 0; b < raw_.size(); ++b) {
    std::string_view text = document_.blocks[b].text.str();
    std::erase_if(raw_[b], [&](const Mention& m) {
      bool body = !m.from_table && (m.name.ends_with("公司") || m.name.ends_with("企业"));
      std::string_view rest = text.substr(m.text.end);
      return body &&
             std::ranges::any_of(names, [&](const std::string& name) { return rest.starts_with(name); });
    });
  }
}

// 港迅股份 where the text has 港迅电讯 too: the shares of that one; otherwise a company so called.
Mention DocumentNames::CompanyOfShares(Mention shares, const std::vector<const Mention*>& names) const {
  auto ending = rules_.Words("name_endings").lexicon.LongestEndingAt(shares.name, shares.name.size(), 0);
  std::string_view stem(shares.name.data(), shares.name.size() - (ending ? ending->length : 0));
  for (const Mention* other : names) {
    if (other->kind.starts_with("company") && other->name.starts_with(stem)) {
      shares.id = other->id;
      shares.name = other->name;
      break;
    }
  }
  shares.kind = "company";
  return shares;
}

// 蓝湾生物科技 is also 蓝湾生物 and 蓝湾, where the text says so elsewhere.
void DocumentNames::LearnHan() {
  const WordList& endings = rules_.Words("name_endings");
  std::vector<const Mention*> names;
  std::vector<std::string> texts;
  for (std::size_t b = 0; b < raw_.size(); ++b) {
    for (const Mention& m : raw_[b]) {
      if (m.from_table || !IsHanName(m.name)) continue;
      if (std::ranges::find(texts, m.name) != texts.end() || texts.size() >= kMostKnown) continue;
      texts.push_back(m.name);
      names.push_back(&m);
    }
  }
  std::ranges::sort(names, [](const Mention* x, const Mention* y) {
    return x->name.size() != y->name.size() ? x->name.size() > y->name.size() : x->name < y->name;
  });
  for (const Mention* shorter : names) {
    std::size_t count = CountOf(shorter->name);
    bool inside = std::ranges::any_of(names, [&](const Mention* longer) {
      return longer->name.size() > shorter->name.size() && longer->name.ends_with(shorter->name) &&
             longer->name.size() <= shorter->name.size() + 2 * kHanBytes && CountOf(longer->name) * 2 < count;
    });
    if (inside) repeated_.push_back(shorter->name);
  }
  for (const Mention* full : names) {
    std::string_view core = full->name;
    std::size_t whole = CountOf(core);
    Mention of = *full;
    if (of.kind.ends_with('?')) of.kind.pop_back();
    if (of.kind == "shares") of = CompanyOfShares(of, names);
    if (full->kind.ends_with('?') && IsConfirmed(full->name)) Add(full->name, of);
    for (const Mention* shorter : names) {
      // 蓝湾生物 + 科技: a name by shape itself
      if (shorter->kind == "place" && full->kind != "place") continue;
      if (shorter->name.size() < full->name.size() && full->name.starts_with(shorter->name) &&
          endings.lexicon.Find(std::string_view(full->name).substr(shorter->name.size())))
        Add(shorter->name, of);
    }
    while (auto ending = endings.lexicon.LongestEndingAt(core, core.size(), 0)) {
      core.remove_suffix(ending->length);
      if (core.size() < 2 * kHanBytes) break;
      if (stops_.lexicon.Find(core) || rules_.entity_aliases.Longest(core, 0)) break;
      // 云岚县农业局 is not 云岚县.
      auto town = endings.lexicon.LongestEndingAt(core, core.size(), 0);
      if (town && endings.values[town->value] == "place" && full->kind != "place") break;
      if (CountOf(core) > whole) {
        Add(full->name, of);
        Add(std::string(core), of);
      }
    }
  }
}

// Halcyon for Halcyon Therapeutics, Monteiro for Rafael Monteiro; and a name that stands inside a sentence
// somewhere is one also at the head of another.
void DocumentNames::LearnLatin() {
  for (const std::vector<Mention>& mentions : raw_) {
    for (const Mention& m : mentions) {
      std::size_t blank = m.name.find(' ');
      if (m.from_table || IsHanName(m.name) || m.name.size() < kShortestAlias || blank == std::string::npos)
        continue;
      Add(m.name, m);
      std::string last = m.name.substr(m.name.rfind(' ') + 1);
      std::string first = m.name.substr(0, blank);
      if ((m.kind == "person" || m.kind == "event") && last.size() >= 2) Add(last, m);
      bool named = m.kind == "company" || m.kind == "organization" || m.kind == "name";
      if (named && first.size() >= kShortestAlias) Add(first, m);
      // Rovers for Castleford Rovers, where the text says it more often; Bank and Group say what kind it is.
      bool own = !rules_.Words("name_endings").lexicon.Find(last) && !stops_.lexicon.Find(last);
      if (named && own && last.size() >= kShortestAlias && CountOf(last) > 2 * CountOf(m.name)) Add(last, m);
    }
  }
  // A word alone, where it is no part of a longer name: the Brandt of a title is the Brandt Antriebe of the
  // text.
  for (const std::vector<Mention>& mentions : raw_) {
    for (const Mention& m : mentions) {
      bool alone = !m.from_table && !IsHanName(m.name) && m.name.size() >= kShortestAlias &&
                   m.name.find(' ') == std::string::npos;
      if (alone) Add(m.name, m);
    }
  }
}

void DocumentNames::Index() {
  std::ranges::sort(known_, [](const Known& x, const Known& y) {
    return x.spelling.size() != y.spelling.size() ? x.spelling.size() > y.spelling.size()
                                                  : x.spelling < y.spelling;
  });
  for (Known& known : known_) {
    // A short name of a short name: 港迅 for 港迅电讯集团
    for (const Known& other : known_) {
      if (other.spelling == known.name && other.name != known.name) {
        known.id = other.id;
        known.name = other.name;
      }
    }
    if (known.kind.ends_with('?')) known.kind.pop_back();
  }
  for (std::size_t i = known_.size(); i > 0; --i) {
    std::uint16_t& first = begins_[BeginAt(known_[i - 1].spelling, 0)];
    known_[i - 1].next = first;
    first = static_cast<std::uint16_t>(i);
  }
}

const DocumentNames::Known* DocumentNames::KnownAt(std::string_view text, std::size_t at) const {
  std::string_view rest = text.substr(at);
  for (std::uint16_t i = begins_[BeginAt(text, at)]; i != 0; i = known_[i - 1].next) {
    const Known& known = known_[i - 1];
    if (!rest.starts_with(known.spelling)) continue;
    if (!IsWordEdge(text, at) || !IsWordEdge(text, at + known.spelling.size())) continue;
    if (MayStand(known, text, at)) return &known;
  }
  return nullptr;
}

// Two characters may be part of other words: both sides must allow a name.
bool DocumentNames::MayStand(const Known& known, std::string_view text, std::size_t at) const {
  if (!IsHanName(known.spelling)) {
    // Not a part of a longer name in capitals: Monteiro, but not Halden in "Halden Point Ltd".
    return true;
  }
  if (!known.is_short) return true;
  std::size_t end = at + known.spelling.size();
  bool left = !IsHanBefore(text, at) || stops_.lexicon.LongestEndingAt(text, at, 0) ||
              leads_.lexicon.LongestEndingAt(text, at, 0) || verbs_.lexicon.LongestEndingAt(text, at, 0);
  bool right = !IsHanAt(text, end) || verbs_.lexicon.Longest(text, end) || leads_.lexicon.Longest(text, end);
  // 宋涛因…, 宋涛的…: a person may be followed by any word that is no part of a name.
  right = right || (known.kind == "person" && stops_.lexicon.Longest(text, end));
  return left && right;
}

const DocumentNames::Starts& DocumentNames::StartsOf(std::size_t index, Starts& room) const {
  if (index < starts_.size()) return starts_[index];
  room.clear();
  rules_.starts.Find(document_.blocks[index].text.str(), room);
  return room;
}

std::vector<Mention> DocumentNames::Read(std::size_t index) const {
  Starts room;
  return Read(index, StartsOf(index, room));
}

std::vector<Mention> DocumentNames::Read(std::size_t index, const Starts& starts) const {
  const Block& block = document_.blocks[index];
  std::vector<Mention> mentions = index < raw_.size() ? raw_[index] : reader_.Read(block, starts);
  Settle(block, mentions);
  if (!known_.empty()) AddKnown(block, mentions);
  return mentions;
}

// 持星屿传媒, where the text has 星屿传媒 more often: the shorter one is the name.
void DocumentNames::Trim(const Block& block, Mention& mention) const {
  for (const std::string& name : repeated_) {
    if (name.size() >= mention.name.size() || !mention.name.ends_with(name)) continue;
    mention.text.start = mention.text.end - name.size();
    mention.span = block.text.ToOriginal(mention.text);
    mention.name = name;
    mention.id = NameId(name);
    return;
  }
}

void DocumentNames::Settle(const Block& block, std::vector<Mention>& mentions) const {
  std::erase_if(mentions, [&](Mention& m) {
    if (m.from_table) return false;
    Trim(block, m);
    auto known = std::ranges::find(known_, m.name, &Known::spelling);
    if (known != known_.end()) {
      m.id = known->id;
      m.name = known->name;
      m.kind = known->kind;
      return false;
    }
    if (!m.kind.ends_with('?')) return false;
    return true;
  });
}

void DocumentNames::AddKnown(const Block& block, std::vector<Mention>& mentions) const {
  std::string_view text = block.text.str();
  std::vector<Mention> added;
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (next < mentions.size() && mentions[next].text.start <= at) {
      at = std::max(at, mentions[next++].text.end);
      continue;
    }
    std::size_t stop = next < mentions.size() ? mentions[next].text.start : text.size();
    std::size_t length = 1;
    while (at < stop) {
      auto lead = static_cast<unsigned char>(text[at]);
      length = lead < 0x80 ? 1 : lead >= 0xE0 && lead < 0xF0 ? 3 : LengthByLead(text[at]);
      if (begins_[BeginAt(text, at)] != 0) break;
      at += length;
    }
    if (at >= stop) continue;
    const Known* known = KnownAt(text, at);
    bool free = known != nullptr &&
                (next >= mentions.size() || mentions[next].text.start >= at + known->spelling.size());
    if (!free) {
      at += length;
      continue;
    }
    Mention m;
    m.text = {at, at + known->spelling.size()};
    m.span = block.text.ToOriginal(m.text);
    m.id = known->id;
    m.name = known->name;
    m.kind = known->kind;
    at = m.text.end;
    added.push_back(std::move(m));
  }
  if (added.empty()) return;
  std::size_t old = mentions.size();
  std::ranges::move(added, std::back_inserter(mentions));
  std::inplace_merge(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(old), mentions.end(),
                     [](const Mention& x, const Mention& y) { return x.text.start < y.text.start; });
}

}  // namespace tally
