// How strict the comparison is: the numbers of rules/thresholds.tsv, with their reasons there. Whole numbers;
// the unit is in the name.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace tally {

struct Thresholds {
  int least_to_contradict = 0;
  int same_news_days = 0;
  int same_report_days = 0;
  int total_grows_days = 0;
  int repeated_event_days = 0;
  int near_bound_percent = 0;
  int deal_digits = 0;
  int sure_of_party = 0;
  int telling_digits = 0;
  int magnitude_factor = 0;
  int high_factor = 0;
  int medium_percent = 0;
  int medium_days = 0;
  int majority_percent = 0;
  int missing_part_penalty = 0;
  int unstated_currency_penalty = 0;
  int inexact_scope_penalty = 0;
  int by_wording_penalty = 0;
  int estimated_date_penalty = 0;
  int other_party_penalty = 0;
  int doubtful_confidence = 0;
};

struct ThresholdName {
  std::string_view name;
  int Thresholds::*number;
};
inline constexpr std::array<ThresholdName, 21> kThresholdNames = {{
    {"least_to_contradict", &Thresholds::least_to_contradict},
    {"same_news_days", &Thresholds::same_news_days},
    {"same_report_days", &Thresholds::same_report_days},
    {"total_grows_days", &Thresholds::total_grows_days},
    {"repeated_event_days", &Thresholds::repeated_event_days},
    {"near_bound_percent", &Thresholds::near_bound_percent},
    {"deal_digits", &Thresholds::deal_digits},
    {"sure_of_party", &Thresholds::sure_of_party},
    {"telling_digits", &Thresholds::telling_digits},
    {"magnitude_factor", &Thresholds::magnitude_factor},
    {"high_factor", &Thresholds::high_factor},
    {"medium_percent", &Thresholds::medium_percent},
    {"medium_days", &Thresholds::medium_days},
    {"majority_percent", &Thresholds::majority_percent},
    {"missing_part_penalty", &Thresholds::missing_part_penalty},
    {"unstated_currency_penalty", &Thresholds::unstated_currency_penalty},
    {"inexact_scope_penalty", &Thresholds::inexact_scope_penalty},
    {"by_wording_penalty", &Thresholds::by_wording_penalty},
    {"estimated_date_penalty", &Thresholds::estimated_date_penalty},
    {"other_party_penalty", &Thresholds::other_party_penalty},
    {"doubtful_confidence", &Thresholds::doubtful_confidence},
}};
// A larger number is a slip: ten years of days.
inline constexpr int kMaxThreshold = 3660;

}  // namespace tally
