// Serif for what people wrote and judge (headlines, quotes), sans for what the machine says about it (labels,
// places), tabular figures wherever figures are compared. Colours have a contrast of at least 4.5:1 on their
// ground, both ways.
#include "report/html_style.h"

namespace tally {

namespace {

constexpr std::string_view kStyle = R"CSS(
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --card: #ffffff; --ink: #1d1b18; --soft: #5c574f; --rule: #dfdad0; --mark: #fbe9a8;
  --high: #a11d1d; --medium: #8a5200; --low: #44566c; --link: #1c4f82;
  --latin-sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial;
  --latin-serif: Charter, "Bitstream Charter", "Source Serif 4", Georgia, Cambria, "Times New Roman";
  --hant: "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC";
  --hans: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC";
  --sans: var(--latin-sans), var(--hant), var(--hans), sans-serif;
  --serif: var(--latin-serif), var(--hant), var(--hans), serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161513; --card: #1e1c19; --ink: #ece8e0; --soft: #aca598; --rule: #3a3731; --mark: #5d4a0b;
    --high: #ff9a8f; --medium: #edb45e; --low: #a9bdd6; --link: #9cc4ee;
  }
}
:lang(zh-Hans) { --sans: var(--latin-sans), var(--hans), sans-serif; --serif: var(--latin-serif), var(--hans), serif; }
:where([lang]) { font-family: var(--sans); }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 68rem; padding: 0 clamp(1rem, 4vw, 3rem) 4rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.6 var(--sans); overflow-wrap: anywhere; text-rendering: optimizeLegibility;
}
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--card); z-index: 1; }

.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 2rem; border-bottom: 3px double var(--rule); }
.eyebrow { font-weight: 700; letter-spacing: .02em; }
.eyebrow span { margin-left: .5rem; font-weight: 400; color: var(--soft); }
h1 { margin: .5rem 0 .75rem; font-size: clamp(2rem, 5.5vw, 3.25rem); letter-spacing: -.015em; }
.proof, .lede { color: var(--soft); max-width: 42rem; }
.counts { display: flex; flex-wrap: wrap; gap: 1rem 2.75rem; margin-top: 1.75rem; }
.counts div { display: flex; flex-direction: column-reverse; }
.counts dt { font-size: .875rem; color: var(--soft); }
.counts dd { font: 600 1.75rem/1.2 var(--serif); font-variant-numeric: lining-nums tabular-nums; }

section { margin-top: 3.5rem; }
h2 { font-size: 1.625rem; margin-bottom: .75rem; }
.contents { margin: 0 0 2rem; padding-left: 1.5rem; color: var(--soft); }
.contents li { padding: .2rem 0 .2rem .25rem; }
.contents .severity { margin-left: .5rem; font-size: .875rem; }
.severity.high, .high .severity { color: var(--high); }
.severity.medium, .medium .severity { color: var(--medium); }
.severity.low, .low .severity { color: var(--low); }

.card {
  margin-top: 2rem; padding: clamp(1.25rem, 3.5vw, 2.25rem);
  background: var(--card); border: 1px solid var(--rule); border-top: 4px solid var(--low); border-radius: 2px;
}
.card.high { border-top-color: var(--high); }
.card.medium { border-top-color: var(--medium); }
.kicker { font-size: .875rem; color: var(--soft); }
.kicker .number { margin-right: .35rem; font-weight: 700; color: var(--ink); }
.card h3 { margin: .35rem 0 .75rem; font-size: clamp(1.375rem, 3vw, 1.75rem); }
.card .message { max-width: 46rem; font-size: 1.125rem; }
.grade { display: flex; flex-wrap: wrap; gap: .75rem 3rem; margin-top: 1.25rem; }
.grade dt { font-size: .8125rem; color: var(--soft); }
.grade .why { margin-left: .35rem; color: var(--soft); }
.severity + .why::before { content: "· "; }

.readings, .updates { list-style: none; }
.readings { margin-top: 1.5rem; }
.reading { padding: 1.25rem 0; border-top: 1px solid var(--rule); }
h4 { font: 600 1rem/1.4 var(--sans); text-wrap: balance; font-variant-numeric: lining-nums tabular-nums; }
.interval, .arithmetic, .fingerprint, .facts, .read-as { font-size: .8125rem; color: var(--soft); }
.interval, .arithmetic { font-variant-numeric: lining-nums tabular-nums; line-height: 1.5; }
.interval { margin-top: .25rem; }
.interval span { display: block; }
.quote + .quote, .quotes details { margin-top: 1.25rem; }
.quote blockquote { font-family: var(--serif); font-size: 1.0625rem; line-height: 1.65; }
blockquote:lang(zh) { line-height: 1.8; line-break: strict; }
mark { padding: .05em .15em; margin: 0 -.05em; background: var(--mark); color: inherit; font-weight: 600; border-radius: 2px;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
figcaption { margin-top: .4rem; line-height: 1.5; }
figcaption cite { display: block; font-style: normal; font-size: .875rem; font-weight: 600; }
.facts > span:not(:last-child)::after { content: " ·"; }
.read-as { display: block; margin-bottom: .25rem; }
.nowrap, time { white-space: nowrap; }
.path { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .92em; word-break: break-all; }
.estimated { font-style: italic; }
.copies { display: block; font-weight: normal; font-size: .86em; }

.reasons { display: grid; gap: 1.5rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); }
.reasons ol, .reasons ul { padding-left: 1.25rem; margin-top: .35rem; }
.reasons li + li { margin-top: .3rem; }
.reasons li::marker { color: var(--soft); }
.fingerprint { margin-top: 1.5rem; font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }

details > summary { cursor: pointer; color: var(--link); }
details[open] > summary { margin-bottom: .75rem; }
.update { padding: 1.5rem 0; border-top: 1px solid var(--rule); }
.updates { margin-top: 1.25rem; }
.update h3 { font-size: 1.25rem; }
.update .message { max-width: 46rem; }
.update .quotes { margin-top: 1rem; }
.steps { margin: .35rem 0; font-size: 1.125rem; font-weight: 600; }
.steps .step:not(:last-child) { color: var(--soft); font-weight: 400; }
.steps .when { font-size: .875rem; font-weight: 400; color: var(--soft); }
.step { font-variant-numeric: lining-nums tabular-nums; }
td .step { display: block; }

table { width: 100%; margin-top: 1.25rem; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .75rem 1.25rem .75rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--rule); }
thead th { font-size: .8125rem; font-weight: 400; color: var(--soft); border-top: 0; vertical-align: bottom; }
tbody th { font-weight: 600; width: 36%; }
tbody th .path { display: block; font-weight: 400; color: var(--soft); }
td.figure { font-variant-numeric: lining-nums tabular-nums; }
.label { display: none; }
td details { min-width: 11rem; }
td .quote { padding-left: .75rem; border-left: 2px solid var(--rule); }
.colophon { margin-top: 4rem; padding-top: 1.5rem; border-top: 3px double var(--rule); font-size: .875rem; color: var(--soft); }
.colophon p { max-width: 46rem; }
.colophon p + p { margin-top: .75rem; }

@media (min-width: 48rem) {
  .reading { display: grid; grid-template-columns: minmax(0, 19rem) minmax(0, 1fr); gap: 2.25rem; }
  .reasons { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 2.25rem; }
  .update .quotes { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.5rem 2.25rem; }
  .update .quotes > * { margin-top: 0; }
}
@media (max-width: 47.99rem) {
  .value { margin-bottom: .75rem; }
  thead { position: absolute; left: -100rem; }
  table, tbody, tr, tbody th, td { display: block; width: auto; }
  tr { padding: .85rem 0; border-top: 1px solid var(--rule); }
  th, td { padding: .1rem 0; border: 0; }
  .label { display: inline; color: var(--soft); margin-right: .35rem; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --rule: #bbb; --mark: #eee; --high: #8a1010; --medium: #6d4100; --low: #333; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .masthead { padding-top: 0; }
  .card { padding: 1rem 0 0; border-width: 4px 0 0; }
  .reading, .quote, .update, tr, .reasons > div { break-inside: avoid; }
  h2, h3, h4, .kicker { break-after: avoid; }
  .skip, nav { display: none; }
  details::details-content { content-visibility: visible; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; text-decoration: underline; }
}
)CSS";

}  // namespace

// Without the line feed that makes the literal readable.
std::string_view HtmlStyle() { return kStyle.substr(1); }

}  // namespace tally
