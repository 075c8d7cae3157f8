#include "claims/extractor.h"

#include <fmt/format.h>

#include <algorithm>

#include "claims/bare_claim.h"
#include "claims/candidate.h"
#include "claims/certainty.h"
#include "claims/head_phrase.h"
#include "claims/narrowing.h"
#include "claims/own_writing.h"
#include "claims/period.h"
#include "claims/slots.h"
#include "claims/table_names.h"
#include "claims/text_setting.h"
#include "claims/topic.h"
#include "claims/understood.h"
#include "mentions/document_names.h"

namespace tally {
namespace {

constexpr int kCarriedPeriodCost = 10;
// What is only asked or supposed contradicts nothing: no surer than what no rule took.
constexpr int kHypotheticalCost = 30;
constexpr int kHypotheticalConfidence = 45;
// A date that was read in a byline or the front matter is as sure as it gets.
constexpr int kBylineConfidence = 98;
constexpr int kEstimatedConfidence = 60;

// The claims of one document, block by block.
class DocumentReader {
 public:
  DocumentReader(const Document& document, const RuleSet& rules, const QuantityReader& quantities,
                 const MentionReader& mentions, const CueIndex& cues, const CertaintyWords& certainty,
                 const SubjectPoints& points)
      : document_(document),
        rules_(rules),
        quantities_(quantities),
        names_(mentions, rules, document),
        setting_(SettingOf(document, names_, rules)),
        row_kinds_(RowKinds(document, rules)),
        cues_(cues),
        certainty_(certainty),
        topic_(rules, mentions, points, PlaceOf(document, names_)),
        writing_(document) {}

  Extraction Run() {
    SurveyDocument();
    for (std::size_t b = 0; b < document_.blocks.size(); ++b) ReadBlock(b);
    FillInfo();
    return std::move(out_);
  }

 private:
  std::vector<Sentence> SentencesOf(const Block& block) const {
    std::size_t index = IndexOf(block);
    DocumentNames::Starts room;
    const DocumentNames::Starts& starts = names_.StartsOf(index, room);
    std::vector<Mention> mentions = names_.Read(index, starts);
    SettleRowMentions(block, row_kinds_[index], rules_, topic_.names(), mentions);
    return MakeSentences(block, quantities_.Read(block, setting_), std::move(mentions), starts, rules_);
  }

  std::size_t IndexOf(const Block& block) const {
    return static_cast<std::size_t>(&block - document_.blocks.data());
  }

  // What the text is about shows in its beginning, which is cut into sentences once for both uses.
  void SurveyDocument() {
    std::size_t bytes = 0;
    for (const Block& block : document_.blocks) {
      bytes += block.text.size();
      if (bytes > DocumentNames::kLearned) break;
      early_.push_back(SentencesOf(block));
    }
    auto title = std::ranges::find(document_.blocks, Field::kTitle, &Block::field);
    if (title != document_.blocks.end()) {
      std::size_t index = IndexOf(*title);
      topic_.SetTitle(index < early_.size() ? early_[index] : SentencesOf(*title));
    }
    topic_.Survey(early_);
  }

  void ReadBlock(std::size_t index) {
    const Block& block = document_.blocks[index];
    std::vector<Sentence> sentences = index < early_.size() ? std::move(early_[index]) : SentencesOf(block);
    topic_.StartBlock(sentences);
    period_before_.reset();
    for (const Sentence& sentence : sentences) {
      topic_.Hear(sentence, &sentence == &sentences.back() ? nullptr : &sentence + 1);
      ReadSentence(sentence, index);
      topic_.Note(sentence, subjects_);
      subjects_.clear();
      period_before_ = LastPeriod(sentence, own_dates_);
    }
  }

  void ReadSentence(const Sentence& sentence, std::size_t block_index) {
    std::vector<std::vector<Candidate>> candidates;
    if (sentence.block->field != Field::kByline) candidates = ChooseCandidates(sentence, cues_);
    std::size_t next = 0;
    own_dates_.clear();
    for (std::size_t i = 0; i < sentence.items.size(); ++i) {
      if (sentence.items[i].type != Item::Type::kQuantity) continue;
      const Quantity& quantity = sentence.quantities[sentence.items[i].index];
      bool wanted = next < candidates.size() && candidates[next].front().item == i;
      if (IsRepeated(*sentence.block, quantity.text)) {
        if (wanted) ++next;
        continue;
      }
      Claim claim = BareClaim(document_, sentence, quantity);
      if (IsPublicationDate(block_index, quantity)) {
        FillPublicationDate(claim);
      } else if (IsOfDateline(block_index, quantity)) {
        // Sent on another day than published: neither is an event of the text.
        if (document_.publication.date && quantity.value.date == DateRange::Of(*document_.publication.date))
          FillPublicationDate(claim);
      } else if (wanted) {
        for (const Candidate& candidate : candidates[next]) {
          if (Fill(sentence, candidate, claim)) break;
        }
      }
      if (wanted) ++next;
      if (claim.rule_id() == "start_date" && (claim.event == "founded" || claim.event == "join"))
        own_dates_.push_back(i);
      FinishClaim(claim);
      out_.claims.push_back(std::move(claim));
    }
  }

  // The head of a table before its cells is read where it stands.
  static bool IsRepeated(const Block& block, TextSpan text) {
    auto context = std::ranges::upper_bound(block.context, text.start, {}, &TextSpan::end);
    return context != block.context.end() && context->start <= text.start && text.end <= context->end;
  }

  bool IsPublicationDate(std::size_t block_index, const Quantity& quantity) const {
    const Publication& p = document_.publication;
    return p.date && !p.date_estimated && block_index == p.date_block &&
           quantity.text.Overlaps(p.date_text) && quantity.value.dimension == Dimension::kDate;
  }

  bool IsOfDateline(std::size_t block_index, const Quantity& quantity) const {
    const Publication& p = document_.publication;
    return block_index == p.dateline_block && quantity.text.Overlaps(p.dateline_text) &&
           quantity.value.dimension == Dimension::kDate;
  }

  void FillPublicationDate(Claim& claim) const {
    claim.predicate = "publish_date";
    claim.subject = EntityRef{"article", "this article", document_.title};
    claim.event = "publish";
    claim.rule = "publish_date/byline";
    claim.confidence = kBylineConfidence;
    claim.trace.push_back("the date of publication, read from the byline, the dateline or the front matter");
    if (!document_.publication.date_estimated) return;
    claim.confidence = kEstimatedConfidence;
    claim.trace.push_back("its year or month is estimated from what the text refers to");
  }

  // False where the rule does not want the quantity after all: a slot that it requires stays empty.
  bool Fill(const Sentence& sentence, const Candidate& candidate, Claim& claim) {
    const PredicateRule& rule = *candidate.hit.rule;
    if (sentence.row && !MayClaimInRow(sentence, candidate)) return false;
    SlotRule subject_slot = rule.subject;
    if (candidate.hit.cue != nullptr && !candidate.hit.cue->subject_kinds.empty()) {
      subject_slot.kinds = candidate.hit.cue->subject_kinds;
      subject_slot.required = true;
    }
    const Item& item = sentence.items[candidate.item];
    SlotFiller slots(sentence, topic_);
    TextSpan anchor = AnchorOf(sentence, candidate);
    bool programme = std::ranges::find(subject_slot.kinds, "programme") != subject_slot.kinds.end() &&
                     subject_slot.kinds.size() == 1;
    // A programme invests only where no one else does: 软银向星门投入 190 亿 is SoftBank's money.
    if (programme && slots.ClauseNamesActor(anchor)) return false;
    std::optional<Filler> subject;
    std::optional<Filler> object;
    if (candidate.match) {
      subject = FromMatch(sentence, slots, candidate.match->subject, subject_slot);
      object = FromMatch(sentence, slots, candidate.match->object, rule.object);
    }
    if (object && candidate.match) slots.Reserve(sentence.items[*candidate.match->object].text);
    bool slots_given = candidate.match && candidate.match->subject;
    if (!subject && !slots_given) subject = slots.Subject(subject_slot, anchor, candidate.item);
    if (!object && UsesObject(rule)) object = slots.Object(rule.object, anchor, subject);
    if (candidate.hit.cue != nullptr && !candidate.hit.cue->object.empty())
      object = FixedObject(*candidate.hit.cue);
    if ((subject_slot.required && !subject) || (rule.object.required && !object)) return false;

    Certainty certainty = ReadCertainty(sentence, topic_, candidate.hit.text, item.text, certainty_);
    if (claim.value.dimension == Dimension::kNumber && !rule.number_unit.empty()) {
      claim.value.dimension = Dimension::kCount;
      claim.value.unit = rule.number_unit;
      claim.trace.push_back(fmt::format("a plain number, read as a count of {}", rule.number_unit));
    }
    claim.predicate = rules_.StandardPredicate(rule, DimensionName(claim.value.dimension));
    claim.confidence = candidate.confidence;
    if (candidate.hit.cue != nullptr) {
      claim.event = candidate.hit.cue->event;
      claim.stage = candidate.hit.cue->stage;
    }
    claim.rule = RuleName(sentence, candidate);
    claim.trace.push_back(fmt::format("rule {}", claim.rule));
    Take(subject, "subject", claim.subject, claim);
    Take(object, "object", claim.object, claim);
    bool dates = claim.value.dimension == Dimension::kDate;
    if (subject && subject->item && !subject->led && !dates) subjects_.push_back(subject->ref);
    claim.modality = certainty.modality;
    claim.speaker = certainty.speaker;
    if (!certainty.reason.empty())
      claim.trace.push_back(
          fmt::format("modality {}: \"{}\"", ModalityName(claim.modality), certainty.reason));
    if (certainty.hypothetical) {
      claim.confidence = std::min(claim.confidence - kHypotheticalCost, kHypotheticalConfidence);
      if (claim.modality == Modality::kAsserted) claim.modality = Modality::kForecast;
    }
    if (claim.value.bare_magnitude && claim.value.dimension == Dimension::kNumber) {
      claim.value.dimension = Dimension::kMoney;
      claim.trace.push_back("a bare magnitude, read as an amount of money of no stated currency");
    }
    if (claim.stage.empty() && IsBaseOfChange(sentence, candidate.item)) {
      claim.stage = "base";
      claim.trace.push_back("the base of a change (从 … 到 …), not its result");
    }
    SetPeriod(sentence, candidate.item, rule, claim);
    SetNarrowing(sentence, {anchor, candidate.hit.text, item.text}, claim);
    return true;
  }

  void SetNarrowing(const Sentence& sentence, const ClaimPlace& place, Claim& claim) const {
    if (claim.value.dimension == Dimension::kDate) return;
    if (claim.stage.empty()) {
      claim.stage = StageByWords(sentence, place, rules_);
      if (!claim.stage.empty())
        claim.trace.push_back(fmt::format("stage {}: by a word beside it", claim.stage));
    }
    claim.narrowed = NarrowedTo(sentence, place, claim, rules_);
    // 但小家电只微增2%: what opens the clause tells of which part, and is no subject of its own.
    auto head = HanHeadPhrase(sentence, sentence.ClauseAt(place.anchor.start), topic_.names(), rules_);
    if (head && head->end <= place.anchor.start) {
      claim.narrowed.emplace_back(
          std::string_view(sentence.block->text.str()).substr(head->start, head->size()));
      std::ranges::sort(claim.narrowed);
    }
    if (!claim.narrowed.empty())
      claim.trace.push_back(fmt::format("not of the whole but: {}", fmt::join(claim.narrowed, ", ")));
  }

  // A date in a head says when, of what stands below or beside it; and of a figure under a time that cannot
  // be told nothing is claimed, which the column beside it would contradict.
  static bool MayClaimInRow(const Sentence& sentence, const Candidate& candidate) {
    const Item& item = sentence.items[candidate.item];
    if (sentence.quantities[item.index].value.dimension != Dimension::kDate) {
      auto period = FindPeriod(sentence, candidate.item, std::nullopt);
      return !period || !period->unknown || candidate.hit.rule->time == TimeKind::kTimeless;
    }
    if (sentence.block->table == TablePart::kHeads) return false;
    const RowCell* cell = sentence.row->At(item.text.start);
    if (item.text.end <= sentence.row->name().end) return false;
    bool whole = cell != nullptr && cell->text.start == item.text.start && cell->text.end == item.text.end;
    return !whole || !candidate.hit.text.empty();
  }

  static bool UsesObject(const PredicateRule& rule) {
    return !rule.object.where.empty() || !rule.object.kinds.empty() || rule.object.required;
  }

  std::optional<Filler> FromMatch(const Sentence& sentence, const SlotFiller& slots,
                                  std::optional<std::size_t> item, const SlotRule& slot) const {
    if (!item) return std::nullopt;
    auto meaning = slots.Meaning(sentence.items[*item], slot.kinds);
    if (!meaning) return std::nullopt;
    return Filler{*meaning, item, 0, "by the phrase"};
  }

  std::optional<Filler> FixedObject(const CueRule& cue) const {
    const Entity* entity = rules_.FindEntity(cue.object);
    std::string name = cue.object;
    std::ranges::replace(name, '-', ' ');
    return Filler{
        {cue.object, entity != nullptr ? entity->name : name, cue.object}, std::nullopt, 0, "by the cue"};
  }

  void Take(const std::optional<Filler>& filler, const char* slot, std::optional<EntityRef>& into,
            Claim& claim) {
    if (!filler) return;
    into = filler->ref;
    if (rules_.FindEntity(into->id) == nullptr) into->name = writing_.Of(into->name);
    into->text = writing_.Of(into->text);
    claim.confidence -= filler->cost;
    claim.trace.push_back(fmt::format("{} {} ({}): {}", slot, into->name, into->id, filler->how));
  }

  void SetPeriod(const Sentence& sentence, std::size_t item, const PredicateRule& rule, Claim& claim) const {
    const Entity* company = claim.subject ? rules_.FindEntity(claim.subject->id) : nullptr;
    if (claim.value.dimension == Dimension::kDate) {
      if (auto fiscal = FiscalYear(claim.value, company, document_.publication.date)) {
        claim.value.date = *fiscal;
        claim.value.unresolved.clear();
      }
      if (claim.value.date.first) claim.period = claim.value.date;
      return;
    }
    if (rule.time == TimeKind::kTimeless) return;
    bool carries = rule.time == TimeKind::kEvent || rule.time == TimeKind::kPeriod;
    auto period = FindPeriod(sentence, item, carries ? period_before_ : std::nullopt, own_dates_);
    if (!period || period->unknown) return;
    claim.period = period->range;
    if (period->fiscal_year) {
      Value year;
      year.fiscal_year = period->fiscal_year;
      if (auto days = FiscalYear(year, company, document_.publication.date)) claim.period = *days;
    }
    if (period->carried) claim.confidence -= kCarriedPeriodCost;
    claim.trace.push_back(fmt::format("period {} from \"{}\"{}", claim.period->ToString(), period->quote,
                                      period->carried ? ", carried from the sentence before" : ""));
  }

  void FillInfo() {
    out_.furniture = document_.furniture;
    out_.info = InfoOf(document_);
    for (const Claim& claim : out_.claims) {
      if (!IsOfTheArticle(claim)) continue;
      ++out_.info.numbers_seen;
      if (!IsUnderstood(claim)) ++out_.info.numbers_unread;
    }
  }

  const Document& document_;
  const RuleSet& rules_;
  const QuantityReader& quantities_;
  DocumentNames names_;
  Setting setting_;
  std::vector<std::string_view> row_kinds_;  // by block
  const CueIndex& cues_;
  const CertaintyWords& certainty_;
  Topic topic_;
  OwnWriting writing_;
  std::vector<std::vector<Sentence>> early_;  // of the first blocks, until they are read
  std::optional<Period> period_before_;
  // Items of the sentence that date when something was founded or somebody joined.
  std::vector<std::size_t> own_dates_;
  std::vector<EntityRef> subjects_;  // of the claims of the sentence being read
  Extraction out_;
};

}  // namespace

Extractor::Extractor(const RuleSet& rules)
    : rules_(rules), quantities_(rules), mentions_(rules), cues_(rules), certainty_(rules), points_(rules) {}

Extraction Extractor::Read(const Document& document) const {
  return DocumentReader(document, rules_, quantities_, mentions_, cues_, certainty_, points_).Run();
}

std::vector<Sentence> Extractor::Sentences(const Document& document, const Block& block) const {
  DocumentNames names(mentions_, rules_, document);
  std::size_t index = static_cast<std::size_t>(&block - document.blocks.data());
  DocumentNames::Starts room;
  return MakeSentences(block, quantities_.Read(block, SettingOf(document, names, rules_)), names.Read(index),
                       names.StartsOf(index, room), rules_);
}

}  // namespace tally
