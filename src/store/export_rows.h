// The columns of an export, by table: what is written is what is read back. The name in the file is the
// column's, but for the first.
#pragma once

#include <array>
#include <string_view>

namespace tally {

inline constexpr std::array<std::string_view, 9> kRunColumns = {
    "tool_version",     "rules_version",     "started",           "documents_added", "documents_changed",
    "documents_reread", "documents_removed", "documents_renamed", "claims_stored"};

// Behind path ("document"), version and source; before the runs and renamed_from.
inline constexpr std::array<std::string_view, 15> kDocumentExport = {"sha256",       "current",
                                                                     "title",        "url",
                                                                     "published",    "published_estimated",
                                                                     "numbers_seen", "numbers_unread",
                                                                     "language",     "published_time",
                                                                     "origin",       "sketch",
                                                                     "seen",         "revision",
                                                                     "removed"};

// Behind claim_id ("claim") and position; before context and trace.
inline constexpr std::array<std::string_view, 49> kClaimExport = {"span_start",     "span_end",
                                                                  "line",           "column",
                                                                  "end_line",       "end_column",
                                                                  "quote",          "quote_in_context",
                                                                  "field",          "dimension",
                                                                  "unit",           "stated_min",
                                                                  "stated_max",     "strict_min",
                                                                  "strict_max",     "lenient_min",
                                                                  "lenient_max",    "approx",
                                                                  "modifier",       "vague",
                                                                  "bare_magnitude", "date_first",
                                                                  "date_last",      "unresolved",
                                                                  "fiscal_year",    "per",
                                                                  "change",         "converts_start",
                                                                  "converts_end",   "predicate",
                                                                  "event",          "stage",
                                                                  "subject_id",     "subject_name",
                                                                  "subject_text",   "object_id",
                                                                  "object_name",    "object_text",
                                                                  "speaker_id",     "speaker_name",
                                                                  "speaker_text",   "has_period",
                                                                  "period_start",   "period_end",
                                                                  "as_of",          "as_of_estimated",
                                                                  "modality",       "rule",
                                                                  "confidence"};

// Behind id ("finding"); before the runs and the members.
inline constexpr std::array<std::string_view, 8> kFindingExport = {
    "kind", "verdict", "severity", "confidence", "scope", "headline", "message", "evidence"};

// Behind decision and finding_id ("finding").
inline constexpr std::array<std::string_view, 5> kDecisionExport = {"reason", "until", "decided_by",
                                                                    "decided_at", "evidence"};

}  // namespace tally
