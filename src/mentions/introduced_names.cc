// The names that a text introduces: behind the word for a role (制造商X宣布, 董事长陆川), at the head of a
// title, in quotation marks, in brackets behind another one.
#include <algorithm>

#include "base/utf8.h"
#include "mentions/document_names.h"

namespace tally {
namespace {

// A name without an ending has at most this many Han characters.
constexpr std::size_t kLongestBare = 6;
constexpr std::size_t kHanBytes = 3;
constexpr std::size_t kLongestEvent = 4;  // of a storm's name, in characters
constexpr std::size_t kRepeats = 3;
constexpr std::size_t kTitleBlocks = 16;  // at the head of a document, its titles among them
// Characters that follow a name and stand in none: 宋涛因….
constexpr std::u32string_view kNeverGiven = U"因在被已曾与对从由还仍均也则都的是获犯说称";
constexpr std::u32string_view kNoGivenFirst = U"就的是占被部";
// Characters that foreign names are written with, behind the third of a name, and how many are looked at.
constexpr std::u32string_view kOfForeignNames =
    U"尔斯特克德夫曼姆顿恩尼亚拉里奥莱卡罗普逊迪娃娜莉丝根森伯茨维奇洛索科萨塔瓦西蒂基诺";
constexpr std::size_t kForeignMore = 3;
// Characters that end the word for a body or for people: 安理会, 金融界.
constexpr std::u32string_view kNoGiven =
    U"会社局部署院层界方们人员家者官处厅委所队组市县省国军党团店厂行报网站";
// Characters that end a word for a person or an animal told by its age: 高中生, 金毛犬, 王女士.
constexpr std::u32string_view kNoGivenOfAged = U"生子犬猫豚马营士太奶爷婆叔姨妈爸哥弟姐妹孩童友队校厂店";
constexpr std::size_t kLongestQuoted = 27;  // bytes, the closing mark with them

bool IsHanAt(std::string_view text, std::size_t at) {
  return at < text.size() && IsHan(DecodeUtf8(text, at).value);
}

// 14日, 6月18日
bool IsDay(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end < at + 2 && IsAsciiDigit(text[end])) ++end;
  return end > at && (text.substr(end).starts_with("日") || text.substr(end).starts_with("月"));
}

}  // namespace

// 制造商X宣布, 创始人Y表示; a title that begins with a name.
void DocumentNames::LearnIntroduced(std::size_t block_index) {
  const Block& block = document_.blocks[block_index];
  std::string_view text = block.text.str();
  if (block.field == Field::kTitle || block.heading) LearnIntroducedAt(text, 0, "company");
  std::size_t at = 0;
  for (const LexiconFilter::Place& place : starts_[block_index]) {
    if (place.at < at || (place.lexicons & RuleSet::kNameLead) == 0) continue;
    CodePoint c = DecodeUtf8(text, place.at);
    bool begins = IsHan(c.value) || (c.value < 0x80 && IsAsciiUpper(static_cast<char>(c.value)));
    auto lead = begins ? leads_.lexicon.Longest(text, place.at) : std::nullopt;
    if (!lead) continue;
    at = place.at + lead->length;
    LearnIntroducedAt(text, at, leads_.values[lead->value]);
  }
}

// 董事长陆川, 被告人周德海: a family name and one or two characters, as many as the text repeats, else as
// many as a word stands behind that cannot be part of a name; `at` where no family name stands.
std::size_t DocumentNames::PersonEnd(std::string_view text, std::size_t at) const {
  auto surname = rules_.Words("surnames").lexicon.Longest(text, at);
  if (!surname || rules_.entity_aliases.Longest(text, at)) return at;
  if (rules_.Words("common_nouns").lexicon.Longest(text, at)) return at;  // 董事长金额为…
  std::size_t one = at + surname->length + kHanBytes;
  std::size_t two = one + kHanBytes;
  if (!IsHanAt(text, one - kHanBytes)) return at;
  // 教练费就占六成: a word of grammar behind what looks like a family name.
  if (kNoGivenFirst.find(DecodeUtf8(text, one - kHanBytes).value) != std::u32string_view::npos) return at;
  if (!IsHanAt(text, two - kHanBytes)) return one;
  if (kNeverGiven.find(DecodeUtf8(text, one).value) != std::u32string_view::npos) return one;
  auto bounds = [&](std::string_view around, std::size_t end) {
    return !IsHanAt(around, end) || verbs_.lexicon.Longest(around, end) ||
           stops_.lexicon.Longest(around, end);
  };
  auto bounded = [&](std::size_t end) { return bounds(text, end); };
  std::string_view shorter = text.substr(at, one - at);
  std::size_t short_count = CountOf(shorter);
  std::size_t long_count = CountOf(text.substr(at, two - at));
  if (long_count >= 2 && long_count * 2 > short_count) return two;
  if (short_count >= 2) {
    // 沈国栋 beside 沈国梁: what they share is nobody's name.
    bool stands = false;
    occurrences_.ForEach(shorter, [&](std::string_view around, std::size_t begin) {
      stands = stands || bounds(around, begin + shorter.size());
    });
    return stands ? one : two;
  }
  // 主教练韦尔哈根透露: a foreign name goes on up to the verb.
  std::size_t foreign = two;
  for (std::size_t n = 0; n < kForeignMore && !bounded(foreign); ++n) {
    if (kOfForeignNames.find(DecodeUtf8(text, foreign).value) == std::u32string_view::npos) break;
    foreign += kHanBytes;
  }
  if (foreign > two && verbs_.lexicon.Longest(text, foreign)) return foreign;
  bool speaks = verbs_.lexicon.Longest(text, one).has_value();
  return speaks || (!bounded(two) && bounded(one)) ? one : two;
}

// 陈惠贤: a family name and two characters that are nobody's word.
void DocumentNames::AddPerson(std::string_view text, std::size_t at, bool aged) {
  auto surname = rules_.Words("surnames").lexicon.Longest(text, at);
  if (!surname || surname->length > kHanBytes || rules_.entity_aliases.Longest(text, at)) return;
  std::size_t end = at + surname->length + 2 * kHanBytes;
  if (!IsHanAt(text, end - 2 * kHanBytes) || !IsHanAt(text, end - kHanBytes)) return;
  std::string_view name = text.substr(at, end - at);
  // 董事会表示, 高管们认为: bodies and people told by what they are.
  std::u32string_view no_given = aged ? kNoGivenOfAged : kNoGiven;
  bool body = no_given.find(DecodeUtf8(text, end - kHanBytes).value) != std::u32string_view::npos;
  bool ordinary = body || name.ends_with("先生") || nouns_.lexicon.LongestEndingAt(text, end, at) ||
                  leads_.lexicon.LongestEndingAt(text, end, at) || HoldsOrdinaryWord(name);
  for (std::size_t i = at; i < end && !ordinary; i += kHanBytes)
    ordinary = stops_.lexicon.Longest(text, i).has_value() && i > at;
  if (ordinary) return;
  Mention m;
  m.name = name;
  m.id = NameId(m.name);
  if (aged) m.id.insert(0, kLocalIdPrefix);
  m.kind = "person";
  Add(m.name, m);
}

// 陈惠贤说, 温卓贤质疑: a person's name that opens a clause, right before a verb of saying.
void DocumentNames::LearnSpeaker(std::string_view text, std::size_t at) {
  constexpr std::size_t kName = 3 * kHanBytes;
  auto verb = at + kName < text.size() ? verbs_.lexicon.Longest(text, at + kName) : std::nullopt;
  if (verb && verbs_.values[verb->value] == "say") AddPerson(text, at, false);
}

// 巡查员王保国今年58岁, 62岁的詹益祥说: whose age is told has a person's name.
void DocumentNames::LearnAged(std::size_t block_index) {
  constexpr std::size_t kName = 3 * kHanBytes;
  constexpr std::string_view kYears = "岁";
  std::string_view text = document_.blocks[block_index].text.str();
  for (std::size_t at = text.find(kYears); at != std::string_view::npos; at = text.find(kYears, at + 1)) {
    std::size_t behind = at + kYears.size();
    if (text.substr(behind).starts_with("的")) LearnSpeaker(text, behind + kHanBytes);
    std::size_t figure = at;
    while (figure > 0 && IsAsciiDigit(text[figure - 1])) --figure;
    for (std::string_view now : {"今年", "现年"}) {
      std::size_t name = figure - std::min(figure, now.size() + kName);
      bool told = figure < at && text.substr(0, figure).ends_with(now) && figure >= now.size() + kName;
      if (told && !stops_.lexicon.Longest(text, name)) AddPerson(text, name, true);
    }
  }
}

// 黄某海, 李某某: as courts and the police print names; no 某某公司, and no 某 that stands by itself.
void DocumentNames::LearnMasked(std::size_t block_index) {
  constexpr std::string_view kMask = "某";
  constexpr std::u32string_view kOrder = U"某甲乙丙丁戊";
  std::string_view text = document_.blocks[block_index].text.str();
  for (std::size_t at = text.find(kMask); at != std::string_view::npos; at = text.find(kMask, at + 1)) {
    std::size_t start = at >= kHanBytes ? at - kHanBytes : at;
    std::size_t end = at + kMask.size();
    auto surname = start < at ? rules_.Words("surnames").lexicon.Longest(text, start) : std::nullopt;
    if (!surname || surname->length != kHanBytes || stops_.lexicon.Longest(text, start)) continue;
    // 任某公司, 余某些人: 某 is of the word behind it.
    std::string_view behind = text.substr(end);
    bool other = rules_.Words("name_endings").lexicon.Longest(text, end).has_value();
    for (std::string_view word : {"些", "种", "个", "天", "日", "次", "单位", "地", "家", "部"})
      other = other || behind.starts_with(word);
    if (other) continue;
    if (IsHanAt(text, end)) {
      std::size_t given = end + kHanBytes;
      bool ordered = kOrder.find(DecodeUtf8(text, end).value) != std::u32string_view::npos;
      if (ordered || CountOf(text.substr(start, given - start)) >= 2) end = given;
    }
    Mention m;
    m.name = text.substr(start, end - start);
    m.id = std::string(kLocalIdPrefix) + NameId(m.name);  // another one in another text
    m.kind = "person";
    Add(m.name, m);
  }
}

// 科林·巴恩斯在…: two parts with a dot between, up to a word that cannot be part of a name; `at` where there
// is no dot.
std::size_t DocumentNames::DottedEnd(std::string_view text, std::size_t at) const {
  constexpr std::string_view kDot = "·";
  std::size_t end = at;
  std::size_t dots = 0;
  for (std::size_t characters = 0; characters <= kLongestBare; ++characters) {
    if (text.substr(end).starts_with(kDot)) {
      if (characters == 0) return at;
      ++dots;
      end += kDot.size();
      characters = 0;
      continue;
    }
    bool ends =
        !IsHanAt(text, end) || (dots > 0 && characters > 1 &&
                                (stops_.lexicon.Longest(text, end) || verbs_.lexicon.Longest(text, end)));
    if (ends) return dots > 0 && characters > 1 ? end : at;
    end += kHanBytes;
  }
  return at;
}

// 台风燕鸥, 中台燕鸥: two to four characters before a word that cannot be part of a name, or as many as the
// text has elsewhere too; `at` where it has none.
std::size_t DocumentNames::EventEnd(std::string_view text, std::size_t at) const {
  if (rules_.entity_aliases.Longest(text, at)) return at;
  std::size_t repeated = at;
  std::size_t end = at;
  bool bounded = false;
  for (std::size_t characters = 0; characters <= kLongestEvent && IsHanAt(text, end); ++characters) {
    bool ordinary = stops_.lexicon.Longest(text, end) || verbs_.lexicon.Longest(text, end) ||
                    nouns_.lexicon.Longest(text, end);
    bounded = ordinary && characters > 1;
    if (ordinary || characters == kLongestEvent) break;
    end += kHanBytes;
    if (characters > 0 && CountOf(text.substr(at, end - at)) >= kRepeats) repeated = end;
  }
  return bounded && !HoldsOrdinaryWord(text.substr(at, end - at)) ? end : repeated;
}

bool DocumentNames::OpensTitle(std::string_view name) const {
  std::size_t head = std::min(document_.blocks.size(), kTitleBlocks);
  return std::any_of(document_.blocks.begin(), document_.blocks.begin() + static_cast<std::ptrdiff_t>(head),
                     [&](const Block& block) {
                       return block.field == Field::kTitle &&
                              std::string_view(block.text.str()).starts_with(name);
                     });
}

void DocumentNames::LearnIntroducedAt(std::string_view text, std::size_t at, std::string_view kind) {
  bool person = kind == "person";
  bool event = kind == "event";
  std::size_t end = person ? PersonEnd(text, at) : event ? EventEnd(text, at) : at;
  if (person && end == at) end = DottedEnd(text, at);
  if (end > at) {
    Mention m;
    m.name = text.substr(at, end - at);
    m.id = NameId(m.name);
    m.kind = kind;
    Add(m.name, m);
    return;
  }
  if (event) return;
  for (std::size_t characters = 0; characters <= (person ? 12 : kLongestBare); ++characters) {
    if (characters >= 2) {
      auto verb = verbs_.lexicon.Longest(text, end);
      bool says = verb && verbs_.values[verb->value] == "say";
      bool act = verb && IsDeed(verbs_.values[verb->value]);
      bool acts = person ? says
                         : act || (kind != "name" && end < text.size() && IsAsciiDigit(text[end])) ||
                               IsDay(text, end);
      if (acts) break;
    }
    if (end >= text.size()) return;
    CodePoint c = DecodeUtf8(text, end);
    bool dot = person && c.value == U'·';
    if (!dot && !IsHan(c.value)) return;
    LexiconFilter::Mask starts = rules_.starts.At(text, end);
    auto begins = [&](const Lexicon& list, LexiconFilter::Mask bit) {
      return (starts & bit) != 0 && list.Longest(text, end).has_value();
    };
    if (begins(rules_.entity_aliases, RuleSet::kAlias)) return;
    if (stops_.lexicon.Longest(text, end) || begins(nouns_.lexicon, RuleSet::kGenericSubject) ||
        begins(leads_.lexicon, RuleSet::kNameLead))
      return;
    end += c.length;
  }
  if (end - at < 2 * kHanBytes) return;
  if (person && end - at > 4 * kHanBytes && text.substr(at, end - at).find("·") == std::string_view::npos)
    return;
  std::string name(text.substr(at, end - at));
  // 华光电去年赚80亿 over 华光电公布财报…: what opens the title and then does what only a body does.
  auto verb = verbs_.lexicon.Longest(text, end);
  bool titled = verb && verbs_.values[verb->value] == "body" && name.size() > 2 * kHanBytes &&
                CountOf(name) > 1 && OpensTitle(name);
  if (!person && ((CountOf(name) < kRepeats && !titled) || HoldsOrdinaryWord(name))) return;
  Mention m;
  m.name = name;
  m.id = NameId(name);
  m.kind = kind;
  Add(std::move(name), m);
}

// 《百鸟图》展期112天: a title that opens its clause is a work, but for papers, laws and what else speaks.
bool DocumentNames::IsWork(std::string_view text, std::size_t at, std::string_view name) const {
  constexpr std::string_view kSpeaking[] = {
      "报",   "日报", "周刊", "杂志", "法",   "条例",  "报告",    "公告", "白皮书", "规划",
      "意见", "办法", "通知", "协议", "协定", "条约",  "指南",    "标准", "纲要",   "决定",
      "方案", "计划", "公报", "年鉴", "规定", "规则",  "准则",    "合同", "声明",   "新闻",
      "时报", "月刊", "公约", "案",   "书",   "Times", "Journal", "Post", "News"};
  std::size_t before = at > 0 ? PreviousCodePoint(text, at) : at;
  char32_t c = at > 0 ? DecodeUtf8(text, before).value : U',';
  if (IsHan(c) || IsAlphabetic(c) || c == U'》' || c == U'、') return false;
  if (std::ranges::any_of(kSpeaking, [&](std::string_view end) { return name.ends_with(end); })) return false;
  std::size_t end = at + name.size() + 2 * kHanBytes;  // the two marks
  auto verb = verbs_.lexicon.Longest(text, end);
  return !(verb && verbs_.values[verb->value] == "say") &&
         !rules_.Words("quoting").lexicon.Longest(text, end);
}

// 台风「蓮霧」, 货轮“海鲸号”: a short name in quotation marks right behind a common noun is of its kind.
void DocumentNames::LearnQuoted(std::size_t block_index) {
  constexpr std::pair<std::string_view, std::string_view> kQuotes[] = {
      {"「", "」"}, {"『", "』"}, {"“", "”"}, {"《", "》"}};
  std::string_view text = document_.blocks[block_index].text.str();
  for (const auto& [open, close] : kQuotes) {
    for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at + 1)) {
      auto noun = nouns_.lexicon.LongestEndingAt(text, at, 0);
      auto lead = leads_.lexicon.LongestEndingAt(text, at, 0);
      std::size_t begin = at + open.size();
      std::size_t end = text.substr(begin, kLongestQuoted).find(close);
      if (end == std::string_view::npos || end < 2) continue;
      std::string_view value = noun ? std::string_view(nouns_.values[noun->value]) : std::string_view();
      std::size_t blank = value.find(' ');
      Mention m;
      m.name = text.substr(begin, end);
      m.id = NameId(m.name);
      // 生产商「好食光」, where the text has the name again.
      if (lead && (!noun || noun->length < lead->length) && leads_.values[lead->value] != "person" &&
          CountOf(m.name) >= 2 && !HoldsOrdinaryWord(m.name)) {
        m.kind = leads_.values[lead->value];
        Add(m.name, m);
        continue;
      }
      m.kind = blank == std::string_view::npos ? "product" : value.substr(0, blank);
      // 望远镜“巡天”: a thing that has a name is told of wherever it stands.
      if (m.kind == "thing") m.kind = "product";
      // “小巨人” may be anyone's nickname in another text.
      if (blank == std::string_view::npos) m.id.insert(0, kLocalIdPrefix);
      // Without a noun before it, a quotation is a name where it is quoted again and again.
      bool again = CountOf(text.substr(at, end + open.size() + close.size())) >= 2 ||
                   (IsHanAt(m.name, 0) && CountOf(m.name) >= kRepeats && !HoldsOrdinaryWord(m.name));
      bool title = open == "《" && blank == std::string_view::npos;
      if (title && IsWork(text, at, m.name)) {
        m.id = NameId(m.name);
        Add(std::string(text.substr(at, end + open.size() + close.size())), m);
      }
      if (!m.id.empty() && !title && (blank != std::string_view::npos || again)) Add(m.name, m);
    }
  }
}

// 云岭芯智科技有限公司（以下简称“云岭芯智”）, Port Ellery Transit Authority (PETA).
void DocumentNames::LearnBrackets() {
  constexpr std::string_view kMarks[] = {"以下简称", "下称", "简称", "\"", "“", "「", "'"};
  for (std::size_t b = 0; b < raw_.size(); ++b) {
    std::string_view text = document_.blocks[b].text.str();
    for (const Mention& m : raw_[b]) {
      std::size_t at = m.text.end;
      if (at < text.size() && text[at] == ' ') ++at;
      if (at >= text.size() || text[at] != '(') continue;
      ++at;
      bool told = false;
      for (std::string_view mark : kMarks) {
        if (!text.substr(at).starts_with(mark)) continue;
        told = told || mark.size() > kHanBytes;
        at += mark.size();
      }
      std::size_t end = at;
      bool capitals = true;
      while (end < text.size() && end < at + 30) {
        CodePoint c = DecodeUtf8(text, end);
        if (!IsAlphabetic(c.value) && !IsHan(c.value)) break;
        capitals = capitals && c.value < 0x80 && IsAsciiUpper(static_cast<char>(c.value));
        end += c.length;
      }
      std::string_view inside = text.substr(at, end - at);
      // Orbel Foods（欧贝尔）, where the text has the Han name again.
      bool closed = end < text.size() && text[end] == ')';
      bool translated = closed && !m.from_table && !IsHanAt(m.name, 0) && IsHanAt(inside, 0) &&
                        CountOf(inside) > 1 && !HoldsOrdinaryWord(inside);
      if (end - at < 2 || !(told || translated || (capitals && closed))) continue;
      Add(std::string(text.substr(at, end - at)), m);
    }
  }
}

}  // namespace tally
