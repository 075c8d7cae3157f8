// The parts of the page that show one finding. HTML fragments; the page frame is html_report.cc.
#pragma once

#include <string>

#include "compare/finding.h"
#include "report/overview.h"

namespace tally {

// An <article>: what disagrees, each reading with its quotes, the arithmetic, the likely causes. `number`
// counts from 1.
std::string DiscrepancyCard(const Finding& finding, std::size_t number, const Overview& overview);
// An <li>: old value → new value, with both quotes.
std::string UpdateItem(const Finding& finding, const Overview& overview);
// A <tr> of the table of corroborations.
std::string CorroborationRow(const Finding& finding, const Overview& overview);

// "2025-03-20", "2025-03-20 estimated", "undated", as marked-up text.
std::string PublishedHtml(const std::optional<Day>& day, bool estimated);
// The anchor of a card. Finding ids are hexadecimal; anything else in one drops out.
std::string AnchorOf(const Finding& finding);

}  // namespace tally
