#include "report/kind_help.h"

#include <fmt/format.h>

#include "report/words.h"

namespace tally {

const std::vector<KindHelp>& KindHelps() {
  static const std::vector<KindHelp> kHelps = {
      {FindingKind::kValueConflict, "Two texts give different figures for one thing at one time.",
       "Rounding and hedges are allowed for; these figures cannot both be right.",
       "“invested $10 billion” in one article, “投資 130 億美元” in another.",
       "Look the figure up at its source, and correct the side that is wrong. Where both are right, the "
       "texts "
       "mean different things: say which year, stage or unit is meant."},
      {FindingKind::kMagnitudeConflict, "Two figures for one thing are ten times apart, or more.",
       "A slip between 万, 亿, million and billion, or a lost digit, changes a story more than any other.",
       "“1.3亿美元” in one article, “$13 billion” in another.",
       "Count the digits at the source; 1 billion is 10 亿, 1 million is 100 万."},
      {FindingKind::kCurrencyConflict, "The same number stands in another currency.",
       "The number was copied and the currency was not: US and Taiwan dollars, yuan and yen differ many "
       "times.",
       "“130 億美元” in one article, “130 億元人民幣” in another.",
       "Look up in which currency the source counts, and convert the number or correct the currency."},
      {FindingKind::kCurrencyUnstated, "A sum without a currency stands beside one in a named currency.",
       "Readers take 元 for their own money; the figures agree only in another one.",
       "“千億押注” in the title, “130 億美元” in the body.", "Name the currency where the sum is given."},
      {FindingKind::kDateConflict, "One event has different dates.",
       "An event happens once; a wrong year or month puts a story out of order.",
       "“founded in 2015” in one article, “2016年成立” in another.",
       "Look the date up, and say which event is meant: announced, signed and closed are three."},
      {FindingKind::kPartyConflict, "The same deal and sum have other parties, or other roles.",
       "Who paid whom is the story; a passive sentence is easily turned round.",
       "“A bought B for $2 billion” in one article, “B acquired A for $2 billion” in another.",
       "Look up who paid and who was paid."},
      {FindingKind::kStatusConflict, "What one text reports as done, another calls planned or denies.",
       "A plan told as a fact, or a denial that was passed over, misleads.",
       "“has invested $10 billion” in one article, “plans to invest $10 billion” in another of the same day.",
       "Look up what has happened, and keep the words of the source: plans, agreed, completed."},
      {FindingKind::kDerivedConflict, "The text's own arithmetic fails.",
       "Parts and total, a change and its ends, or a share and its whole do not fit each other.",
       "“rose 50% from 200 to 280 million”.", "Do the sum again; one of its figures is wrong."},
      {FindingKind::kSuperseded, "A later text, or a correction, gives another figure.",
       "What was right when it was written may be out of date.",
       "“plans to spend $70 billion” in May, “$80 billion” in June.",
       "No error; say as of when the older figure holds, where that is not plain."},
      {FindingKind::kRevised, "A text changed a figure, and no sentence says so.",
       "Who has quoted the older figure does not learn that it was taken back.",
       "“$13 billion” in the version of Monday, “$10 billion” in that of Tuesday.",
       "Say in the text what was changed and when, and correct what repeats the older figure."},
      {FindingKind::kCorroboration, "Independent texts agree.",
       "A figure that several sources give is the safer one.",
       "“$13 billion” in one article, “130億美元” in another.", "Nothing to do."},
      {FindingKind::kSuppressionMalformed, "A tally-ignore in an article cannot be read, and waives nothing.",
       "Its author believes that a finding is waived, and it is not.",
       "“<!-- tally-ignore value_conflict -->”, without a reason.",
       "Write the kind, a colon and the reason: “tally-ignore value_conflict: both are quoted as printed”."},
      {FindingKind::kSuppressionExpired, "The last day of a tally-ignore has passed.",
       "What was to be looked at again by that day has not been.",
       "“tally-ignore value_conflict: the filing is due until=2025-03-31” in April.",
       "Look at the figure again; then take the waiver out, or give it another day."},
      {FindingKind::kSuppressionUnused, "A tally-ignore waives nothing that was found.",
       "The figure was corrected since, or the kind is another one; the waiver would hide the next mistake.",
       "“tally-ignore date_conflict: …” above a line without any.", "Take it out."},
  };
  return kHelps;
}

namespace {

// Empty for what is said of waivers themselves.
std::string WaiverFor(FindingKind kind) {
  if (IsSuppressionKind(kind)) return "";
  return fmt::format("<!-- tally-ignore {}: reason -->", FindingKindName(kind));
}

}  // namespace

std::string HelpText(const KindHelp& help) {
  std::string text =
      fmt::format("{} {}\nExample: {}\nWhat to do: {}", help.what, help.why, help.example, help.remedy);
  if (std::string waiver = WaiverFor(help.kind); !waiver.empty())
    text += fmt::format("\nTo let it pass: write {} on the line or the one before it.", waiver);
  return text;
}

std::string HelpMarkdown(const KindHelp& help) {
  std::string text = fmt::format("**{}.** {} {}\n\n**Example:** {}\n\n**What to do:** {}\n",
                                 KindWords(help.kind), help.what, help.why, help.example, help.remedy);
  if (std::string waiver = WaiverFor(help.kind); !waiver.empty())
    text += fmt::format("\n**To let it pass:** write `{}` on the line or the one before it.\n", waiver);
  return text;
}

}  // namespace tally
