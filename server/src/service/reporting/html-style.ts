/**
 * How the HTML report looks: on a screen, light or dark, and on paper. A style sheet, no more; nothing is loaded.
 */

export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fffefb, #16181b);
  --ink: light-dark(#1c1d20, #e6e4df);
  --soft: light-dark(#5d6068, #a3a5ab);
  --rule: light-dark(#d9d6cd, #3a3d43);
  --panel: light-dark(#f6f3ea, #1e2125);
  --contradicted: light-dark(#a4161a, #ff8f87);
  --disputed: light-dark(#7a4a00, #f0b860);
  --unsupported: light-dark(#4d5560, #b3bac4);
  --supported: light-dark(#1c6b3c, #7fd19b);
  --mark-draft: light-dark(#fbe0dc, #5a2622);
  --mark-source: light-dark(#fdf0b8, #55491a);
  --mark-good: light-dark(#dcf0e2, #1f4a30);
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, "Times New Roman", serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 17px/1.55 var(--serif); -webkit-text-size-adjust: 100%; }
body { max-width: 48rem; margin: 0 auto; padding: 3.5rem 1.5rem 5rem; background: none; color: inherit; font: inherit; }
h1, h2, h3 { font-weight: 600; line-height: 1.2; text-wrap: balance; break-after: avoid; }
h1 { font-size: 2.1rem; margin: .35rem 0 .6rem; letter-spacing: -.01em; }
h2 { font-size: 1.45rem; margin: 3.5rem 0 .4rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.15rem; margin: 2.4rem 0 .2rem; }
p { margin: .5rem 0; }
a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .15em; overflow-wrap: anywhere; }
.label, .meta, .counts, th, .verdict, .place { font-family: var(--sans); }
.label { font-size: .74rem; letter-spacing: .09em; text-transform: uppercase; color: var(--soft); margin: 0; }
.meta, .place, .lead { color: var(--soft); }
.meta, .place { font-size: .84rem; line-height: 1.5; }
.lead { margin-top: 0; }
.sum { font-size: 1.15rem; margin: 1.2rem 0; }
.counts { display: grid; grid-template-columns: repeat(4, 1fr); margin: 1.6rem 0; padding: 0; list-style: none; border: 1px solid var(--rule); border-width: 1px 0; }
.counts li { padding: .8rem .9rem; border-left: 1px solid var(--rule); font-size: .84rem; color: var(--soft); }
.counts li:first-child { border-left: 0; padding-left: 0; }
.counts b { display: block; font-size: 1.7rem; line-height: 1.15; font-weight: 600; font-variant-numeric: lining-nums tabular-nums; color: var(--verdict); }
.counts .none b { color: var(--soft); font-weight: 400; }
.contradicted { --verdict: var(--contradicted); --mark: var(--mark-draft); }
.disputed { --verdict: var(--disputed); --mark: var(--mark-draft); }
.unsupported { --verdict: var(--unsupported); --mark: var(--panel); }
.supported { --verdict: var(--supported); --mark: var(--mark-good); }
.warning { border: 1px solid var(--contradicted); border-left-width: .35rem; padding: .7rem 1rem; margin: 1.4rem 0; }
.warning p { margin: .2rem 0; }
.warning ul { margin: .3rem 0; padding-left: 1.2rem; }
nav ul { columns: 2; list-style: none; padding: 0; margin: .5rem 0; }
.claim { margin: 1.1rem 0; padding: .9rem 1.1rem 1rem; border: 1px solid var(--rule); border-left: .3rem solid var(--verdict); break-inside: avoid; }
.claim header { display: flex; flex-wrap: wrap; gap: .1rem .8rem; align-items: baseline; justify-content: space-between; }
.verdict { font-size: .86rem; font-weight: 650; color: var(--verdict); margin: 0; }
.verdict span { font-weight: 400; color: var(--soft); }
.place { margin: 0; text-align: right; }
.message { margin: .7rem 0; font-weight: 600; }
.side { margin-top: .75rem; }
blockquote { margin: .15rem 0 0; padding: 0; border: 0; background: none; unicode-bidi: isolate; overflow-wrap: anywhere; }
cite { font-style: normal; unicode-bidi: isolate; }
cite i { font-style: italic; }
mark { color: inherit; background: var(--mark); padding: .05em .12em; margin: 0 -.12em; border-bottom: 2px solid var(--verdict); border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.source mark { background: var(--mark-source); border-bottom-color: currentColor; }
.supported .source mark, .compact .source mark { border-bottom-width: 1px; }
.compact .claim { border-width: 1px 0 0; padding: .9rem 0 .4rem; margin: 0; }
.compact .pair { display: grid; grid-template-columns: 1fr 1fr; gap: .2rem 1.6rem; }
.compact .side { margin-top: .35rem; }
.meta strong { color: var(--contradicted); }
.compact blockquote { font-size: .94rem; line-height: 1.48; }
code { font-family: ui-monospace, "SF Mono", Consolas, monospace; font-size: .88em; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: .92rem; line-height: 1.4; }
th { text-align: left; font-size: .74rem; font-weight: 600; color: var(--soft); letter-spacing: .04em; }
th, td { padding: .5rem .7rem .5rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
tr { break-inside: avoid; }
td.number, th.number { text-align: right; font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
.facts { padding: 0; margin: .6rem 0; list-style: none; font-size: .94rem; line-height: 1.45; }
.facts li { display: grid; grid-template-columns: 4.6rem 1fr; padding: .3rem 0; border-top: 1px solid var(--rule); break-inside: avoid; unicode-bidi: isolate; overflow-wrap: anywhere; }
.facts span { font: .78rem/1.75 var(--sans); color: var(--soft); }
footer { margin-top: 3.5rem; padding-top: .8rem; border-top: 1px solid var(--rule); }
@media (max-width: 40rem) {
  .compact .pair { grid-template-columns: 1fr; }
  .counts { grid-template-columns: 1fr 1fr; }
  .counts li:nth-child(odd) { border-left: 0; padding-left: 0; }
  nav ul { columns: 1; }
  .place { text-align: left; }
}
@page { size: auto; margin: 20mm 18mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt sans-serif; color: #666; } }
@media print {
  :root, :root[data-theme] { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --panel: #f2f2f2; }
  html { font-size: 10.5pt; line-height: 1.42; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  h2 { margin-top: 2.4rem; }
  p, blockquote { orphans: 3; widows: 3; }
  a[href^="http"] { text-decoration: none; }
  mark, .claim, .counts { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
