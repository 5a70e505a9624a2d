/**
 * The report as one HTML page: nothing is loaded, nothing runs, and whatever comes from drafts or sources is text.
 */
import { writtenDate } from "../footnotes.ts";
import { counted, sideInWords } from "../messages.ts";
import type { Evidence } from "../report.ts";
import { type Html, html, webAddress } from "./html-markup.ts";
import { htmlSources } from "./html-sources.ts";
import { REPORT_STYLE } from "./html-style.ts";
import type { Piece } from "./passages.ts";
import type { ClaimsReport, DraftSection, Entry, PassageInReport } from "./types.ts";
import {
  CAUTIONS,
  CONTESTED,
  citedInWords,
  draftLine,
  kindsOf,
  LISTS,
  numbersOf,
  passagePlace,
  summaryCounts,
  VERDICT_WORDS,
  verdictName,
  verdictOnDrafts,
} from "./wording.ts";

/** A whole page in HTML. */
export function htmlReport(report: ClaimsReport): string {
  const page = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Claimcheck ${report.version}">
<title>Claims report: ${report.title}</title>
<style>`;
  const body = html`</style>
</head>
<body>
${head(report)}
<main>
${report.drafts.map((draft, at) => draftSection(draft, report.drafts.length > 1 ? at : null))}
${htmlSources(report)}
</main>
<footer class="meta"><p>${CAUTIONS}</p><p>Made with Claimcheck ${report.version} on ${writtenDate(report.day)}, without a connection to the network.</p></footer>
</body>
</html>
`;
  return page.text + REPORT_STYLE + body.text;
}

function head(report: ClaimsReport): Html {
  const counts = summaryCounts(report).map(
    ({ verdict, count, label }) =>
      html`<li class="${verdict}${count === 0 ? " none" : ""}"><b>${count}</b>${label}</li>`,
  );
  return html`<header>
<p class="label">Claims report</p>
<h1>${report.title}</h1>
<p class="meta">${report.drafts.map((draft) => html`<bdi>${draftLine(draft)}</bdi><br>`)}Checked against ${counted(report.sources.length, "source")} on ${writtenDate(report.day)}</p>
<p class="sum">${verdictOnDrafts(report)}</p>
<ul class="counts">${counts}</ul>
${unread(report)}
</header>`;
}

function unread({ unread }: ClaimsReport): Html | null {
  if (unread.length === 0) return null;
  return html`<div class="warning" role="note"><p><b>${counted(unread.length, "source")} could not be read. Claims that rest on ${unread.length === 1 ? "it" : "them"} were not checked.</b></p>
<ul>${unread.map((message) => html`<li>${message}</li>`)}</ul></div>`;
}

function draftSection(draft: DraftSection, index: number | null): Html {
  const title =
    index === null
      ? null
      : html`<h2><bdi>${draft.title}</bdi></h2><p class="meta"><bdi>${draftLine(draft)}</bdi></p>`;
  const notes =
    draft.notes.length === 0
      ? null
      : html`<div class="warning" role="note">${draft.notes.map((note) => html`<p>${note}</p>`)}</div>`;
  const lists = LISTS.map(({ key, title: name, lead }) =>
    list(draft[key], name, lead, index === null ? "h2" : "h3", key === "settle" || key === "accepted"),
  );
  const nothing = LISTS.every(({ key }) => draft[key].length === 0)
    ? html`<p>No claim was found in this draft that could be compared with a source.</p>`
    : null;
  return html`<section>${title}${notes}${lists}${nothing}</section>`;
}

function list(
  entries: readonly Entry[],
  title: string,
  lead: string,
  level: "h2" | "h3",
  whole: boolean,
): Html | null {
  if (entries.length === 0) return null;
  const count = entries.reduce((sum, { claims }) => sum + claims.length, 0);
  const text = html`${title} (${count})`;
  const heading = level === "h2" ? html`<h2>${text}</h2>` : html`<h3>${text}</h3>`;
  return html`<section${whole ? null : html` class="compact"`}>${heading}<p class="lead">${lead}</p>
${entries.map((entry) => claimBlock(entry, whole))}</section>
`;
}

function claimBlock(entry: Entry, whole: boolean): Html {
  const { claims, sentence, line, place, passages, accepted } = entry;
  const claim = claims[0]!;
  const where = [...place, `line ${line}`].join(" › ");
  const quoted = html`<div class="side"><p class="label">Draft</p><blockquote>${marked(sentence)}</blockquote></div>`;
  const sources = passages.map((passage, at) => passageBlock(passage, at, passages.length));
  const rest = closing(entry);
  const compact = html`<div class="pair"><div>${quoted}${rest}</div><div>${sources}</div></div>`;
  return html`<article class="claim ${claim.verdict}" id="claim-${entry.numbers[0]!}">
<header><p class="verdict">${VERDICT_WORDS[claim.verdict].mark} ${verdictName(claim)} <span>· ${numbersOf(entry)} · ${kindsOf(entry)}</span></p><p class="place"><bdi>${where}</bdi></p></header>
${whole ? html`<p class="message">${claim.message}</p>` : null}${accepted === null ? null : html`<p><b>Reason:</b> ${accepted.trim() || "none given"}</p>`}
${whole ? html`${quoted}${sources}${rest}` : compact}
</article>
`;
}

/** The arithmetic, the correction and how the draft cites the passage, where there is anything to say. */
function closing(entry: Entry): Html | null {
  const { claims, citations, passages, accepted, contested } = entry;
  const claim = claims[0]!;
  const arithmetic = claims.flatMap((one) => one.arithmetic ?? []);
  const fix = claim.verdict === "contradicted" && accepted === null ? claim.fixes[0]?.title : undefined;
  const cites = citations.map((citation) => html` <code>${citation}</code>`);
  const links = contested.map((number) => html` <a href="#claim-${number}">No. ${number}</a>`);
  const lines = [
    ...(contested.length === 0 ? [] : [html`<strong>${CONTESTED}${links}</strong>`]),
    ...arithmetic.map((sum) => html`Arithmetic: ${sum}`),
    ...(fix === undefined ? [] : [html`Proposed: ${fix}`]),
    ...(passages.length === 0 && citations.length === 0
      ? []
      : [html`${capital(citedInWords(entry))}${cites}`]),
  ];
  return lines.length === 0
    ? null
    : html`<p class="meta">${lines.map((one, at) => html`${at === 0 ? null : html`<br>`}${one}`)}</p>`;
}

function passageBlock({ evidence, pieces, name }: PassageInReport, at: number, count: number): Html {
  const number = count === 1 ? "Source" : `Source ${at + 1} of ${count}`;
  const label = [number, sideInWords(evidence)].filter(Boolean).join(": ");
  return html`<div class="side source"><p class="label">${label}</p><blockquote>${marked(pieces)}</blockquote>
<p class="meta">${origin(evidence)}<br><bdi>${name}</bdi>, ${passagePlace(evidence)}</p></div>`;
}

/** Publisher, title, day and address. */
function origin({ title, source, publisher, published, url }: Evidence): Html {
  const address = webAddress(url);
  return html`<cite>${publisher === null ? null : html`${publisher}, `}“${title || source}”${published === null ? null : html`, ${writtenDate(published)}`}${address === null ? null : html`, <a href="${address}" rel="noopener noreferrer">${address}</a>`}</cite>`;
}

function marked(pieces: readonly Piece[]): Html[] {
  return pieces.map((piece) => (piece.marked ? html`<mark>${piece.text}</mark>` : html`${piece.text}`));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
