/**
 * The fact card that a hover shows: the verdict, the source's own words, and where to read them, as Markdown. The words of
 * the draft are under the pointer, and the finding's message says what they differ in: neither is told again.
 * Knows reports; nothing of editors beyond that they show Markdown.
 */
import { CODE_LIST, codePage, type NoteCode } from "./codes.ts";
import { cellInWords, type ShownPassage, shownPassage } from "./evidence-words.ts";
import { escapeMarkdown, innerQuotes, writtenDate, writtenPage } from "./footnotes.ts";
import { firstPassages } from "./messages.ts";
import type { Claim, Code, Evidence, Verdict } from "./report.ts";

export interface CardOptions {
  /** The address that opens a source at its passage, or null where it cannot be opened. */
  readonly link?: (evidence: Evidence) => string | null;
}

/** Longest passage that a card shows, in characters; the deciding words are kept. */
const PASSAGE = 320;

/** Inside a paragraph: hovers are low, and what decides should show without scrolling. */
const LINE_BREAK = "  \n";

/** Passages on the card of a disputed claim. */
const MOST_SIDES = 4;
/** Passages that a claim is worked out from. */
const MOST_FACTS = 3;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  contradicted: "✗ **The source says otherwise**",
  supported: "✓ **Supported**",
  disputed: "≠ **The sources disagree**",
  unsupported: "? **No source speaks of this**",
};

/** The card of a claim. Text from drafts and sources is escaped; nothing in it can act as Markdown. */
export function factCard(claim: Claim, options: CardOptions = {}): string {
  const link = options.link ?? (() => null);
  if (claim.verdict === "supported") return supportedCard(claim, link);
  if (claim.verdict === "disputed") return disputedCard(claim, link);
  const head = `${VERDICTS[claim.verdict]}${doubt(claim)}`;
  const [first] = claim.evidence;
  const said = first ? [passage(first, claim.expected)] : [];
  const arithmetic = claim.arithmetic === null ? [] : [escapeMarkdown(claim.arithmetic)];
  const lines = [...said, ...arithmetic, ...(first ? [origin(first, link)] : [])];
  return lines.length === 0 ? head : `${head}\n\n${lines.join(LINE_BREAK)}`;
}

/** Both sides, in the order of the evidence: newest first. */
function disputedCard(claim: Claim, link: (evidence: Evidence) => string | null): string {
  const shown = [...new Set([...firstPassages(claim), ...claim.evidence])].slice(0, MOST_SIDES);
  const passages = claim.evidence.filter((one) => shown.includes(one));
  const sides = passages.map((evidence) => {
    const agrees = evidence.side === "agrees";
    const head = agrees ? "✓ Agrees with your draft" : "✗ Says otherwise";
    const said = passage(evidence, agrees ? null : claim.expected);
    return `${head}: ${said}${LINE_BREAK}${origin(evidence, link)}`;
  });
  return [VERDICTS.disputed, ...sides].join("\n\n");
}

/** The card of a code that an ignore directive names. */
export function codeCard(code: Code | NoteCode): string {
  const page = CODE_LIST.find((entry) => entry.code === code);
  const head = `**${code}** · [what it means](${codePage(code)})`;
  return page ? [head, `${page.title}.`, page.silent].join("\n\n") : head;
}

/** How a supported claim stands with the draft's citations. */
const CITED: Readonly<Record<string, string>> = {
  uncited: " · not cited here",
  "cited-source-disagrees": ", but not by the source that is cited here",
};

function supportedCard(claim: Claim, link: (evidence: Evidence) => string | null): string {
  const [first] = claim.evidence;
  const head = `${VERDICTS.supported}${CITED[claim.code ?? ""] ?? ""}`;
  if (!first) return head;
  if (claim.arithmetic === null) return [head, passageWithOrigin(first, link)].join("\n\n");
  const facts = claim.evidence.slice(0, MOST_FACTS).map((evidence) => passageWithOrigin(evidence, link));
  return [head, escapeMarkdown(claim.arithmetic), ...facts].join("\n\n");
}

function passageWithOrigin(evidence: Evidence, link: (evidence: Evidence) => string | null): string {
  return [passage(evidence, null), origin(evidence, link)].join(LINE_BREAK);
}

function doubt(claim: Claim): string {
  return claim.verdict === "contradicted" && claim.confidence < 0.9 ? " (not certain)" : "";
}

/** The passage between quotation marks with its deciding words in bold, and the row and column of a cell. */
function passage(evidence: Evidence, expected: string | null): string {
  const shown = shownPassage(evidence);
  const runs = focusRuns(shown, expected);
  const { text } = shown;
  const [from, to] = window(text, runs);
  let written = "";
  let at = from;
  for (const run of runs) {
    const start = Math.max(run.start, at);
    const end = Math.min(run.end, to);
    if (end <= start) continue;
    written += kept(text, at, start) + bold(text.slice(start, end));
    at = end;
  }
  written += kept(text, at, to);
  const quoted = `“${from > 0 ? "… " : ""}${innerQuotes(written.trim())}${to < text.length ? " …" : ""}”`;
  return [quoted, escapeMarkdown(cellInWords(evidence))].filter(Boolean).join(" · ");
}

function bold(words: string): string {
  const inner = escapeMarkdown(words);
  return inner === "" ? "" : `**${inner}**`;
}

/** Escaped text that keeps one blank where it begins or ends with blanks, so that bold words do not stick to it. */
function kept(text: string, start: number, end: number): string {
  const part = text.slice(start, end);
  const inner = escapeMarkdown(part);
  if (inner === "") return part === "" ? "" : " ";
  return `${/^\s/.test(part) ? " " : ""}${inner}${/\s$/.test(part) ? " " : ""}`;
}

/** The deciding words as offsets in the passage: those that are known, else the expected words in it. */
function focusRuns({ text, focus }: ShownPassage, expected: string | null): { start: number; end: number }[] {
  if (focus.length > 0) return [...focus].sort((a, b) => a.start - b.start);
  const at = expected ? text.toLowerCase().indexOf(expected.toLowerCase()) : -1;
  return at < 0 || expected === null ? [] : [{ start: at, end: at + expected.length }];
}

/** The part of a long passage that is shown: around its first deciding words, cut between words. */
function window(text: string, runs: readonly { start: number; end: number }[]): [number, number] {
  if (text.length <= PASSAGE) return [0, text.length];
  const focus = runs[0] ?? { start: 0, end: 0 };
  let from = Math.max(0, Math.min(focus.start - PASSAGE / 2, text.length - PASSAGE));
  if (from > 0) from = Math.min(nextBlank(text, from), focus.start);
  const limit = from + PASSAGE;
  const to = limit >= text.length ? text.length : Math.max(text.lastIndexOf(" ", limit), focus.end);
  return [from, Math.min(to, from + 2 * PASSAGE)];
}

function nextBlank(text: string, from: number): number {
  const at = text.indexOf(" ", from);
  return at < 0 || at > from + 40 ? from : at + 1;
}

/** Title, publisher, day and the link that opens the passage, on one line. A page says more than a line of extracted text. */
function origin(evidence: Evidence, link: (evidence: Evidence) => string | null): string {
  const target = link(evidence);
  const place = writtenPage(evidence) || `line ${evidence.range.start.line + 1}`;
  return [
    `*${escapeMarkdown(evidence.title || evidence.source)}*`,
    evidence.publisher === null ? "" : escapeMarkdown(evidence.publisher),
    evidence.published === null ? "" : writtenDate(evidence.published),
    target === null ? place : `[${place}](<${target.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  ]
    .filter(Boolean)
    .join(" · ");
}
