/**
 * Citations of a draft: whether a supported claim has one nearby, and the edits that insert one.
 * Knows read documents and reports; nothing of how claims are decided.
 */
import type { Block, ProseDocument, Span } from "../text/types.ts";
import { bareUrl, type CitedSource, citationText, definitionOf, footnoteKey, plain } from "./footnotes.ts";
import { lineBreakOf } from "./lines.ts";
import { blockAt, firstBlockFrom, leadInBlock, sentenceAt } from "./places.ts";
import type { Claim, Edit, Evidence } from "./report.ts";

/** Characters of a table row that are looked at on either side of a cell. */
const ROW = 1000;

/**
 * "uncited" for a supported claim whose block (or the sentence that leads its list or table in, or its table row)
 * has no footnote reference, citation, link to the source or mention of its title or publisher; else null.
 */
export function citationCode(
  document: ProseDocument,
  claim: Pick<Claim, "start" | "verdict" | "evidence">,
): "uncited" | null {
  if (claim.verdict !== "supported" || claim.evidence.length === 0) return null;
  const block = blockAt(document, claim.start);
  // A footnote is itself where sources are named, and a heading sums up what stands cited below it.
  if (!block || block.footnote !== null || block.kind === "heading") return null;
  if (block.cell && citesInRow(document.text, block)) return null;
  const near = [block, ...rowOf(document, block)];
  const lead = leadInBlock(document, block);
  if (lead) near.push(lead);
  const cited = near.some((candidate) => isCited(candidate, claim.evidence));
  // A lead-in that is no block of its own, such as a heading's, is short.
  const named = !lead && mentions(plain(block.leadIn ?? ""), claim.evidence);
  return cited || named ? null : "uncited";
}

/**
 * The edits that cite `evidence` after the sentence of a claim: a footnote reference behind the sentence's last mark
 * and, unless the draft has one for this source, its definition at the end of the file. Empty when it is cited there.
 */
export function citationEdits(
  document: ProseDocument,
  claim: Pick<Claim, "start" | "end">,
  evidence: Evidence,
): Edit[] {
  const block = blockAt(document, claim.start);
  if (!block || block.footnote !== null) return [];
  const sentence = sentenceAt(block, claim.start);
  const existing = definitionOf(document, evidence);
  const references = block.marks.filter((mark) => mark.kind === "footnote-reference");
  const at = afterSentence(document.text, block, Math.max(sentence.end, claim.end));
  if (
    existing &&
    references.some(
      (mark) => mark.target === existing.label && mark.span.start >= sentence.start && mark.span.end <= at,
    )
  ) {
    return [];
  }
  if (existing) return [{ start: at, end: at, newText: `[^${existing.label}]` }];
  const key = footnoteKey(document, evidence);
  const definition = definitionEdit(document, key, evidence);
  const reference = { start: at, end: at, newText: `[^${key}]` };
  // Two insertions at one place would leave their order to whoever applies them.
  if (at === definition.start) return [{ ...definition, newText: reference.newText + definition.newText }];
  return [reference, definition];
}

/** The title of the quick fix that inserts a citation: the publisher, else a short title. */
export function citationTitle(source: CitedSource): string {
  const name = source.publisher ?? source.title;
  return `Insert citation: ${name.length > 60 ? `${name.slice(0, 59)}…` : name}`;
}

/** Asked for every claim of a block, and a block may hold thousands: each source is looked for once. */
function isCited(block: Block, evidence: readonly Evidence[]): boolean {
  if (block.marks.some((mark) => mark.kind !== "link")) return true;
  const known = citedIn.get(block.sentences) ?? new Map<string, boolean>();
  citedIn.set(block.sentences, known);
  return evidence.some((item) => {
    const answer = known.get(item.source) ?? isCitedAnew(block, item);
    known.set(item.source, answer);
    return answer;
  });
}

const citedIn = new WeakMap<readonly Span[], Map<string, boolean>>();

function isCitedAnew(block: Block, item: Evidence): boolean {
  return block.marks.some((mark) => leadsTo(mark.target, item)) || mentions(plain(block.prose.text), [item]);
}

/** A link cites a source when it leads to its address or its file; where no address is known any web link may. */
function leadsTo(target: string, { url, source }: Evidence): boolean {
  if (url !== null) return bareUrl(target) === bareUrl(url) || sameFile(target, source);
  return /^https?:\/\//i.test(target) || sameFile(target, source);
}

function sameFile(target: string, source: string): boolean {
  const name = fileName(target);
  return name !== "" && name === fileName(source) && !/^https?:\/\//i.test(target);
}

function fileName(path: string): string {
  const name = path.replace(/[#?].*$/s, "").replace(/^.*[/\\]/s, "");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function mentions(prose: string, evidence: readonly Evidence[]): boolean {
  if (prose === "") return false;
  const padded = ` ${prose} `;
  return evidence.some(({ title, publisher }) =>
    [title, ...publisherNames(publisher)].some((name) => {
      const words = plain(name);
      return words.length >= 3 && padded.includes(` ${words} `);
    }),
  );
}

/** "Ports Authority (PA)" is mentioned by either name; "A and B" by one of the two. */
function publisherNames(publisher: string | null): string[] {
  if (publisher === null) return [];
  const short = /\(([^()]{2,20})\)/.exec(publisher)?.[1];
  const long = publisher.replace(/\([^()]{0,40}\)/g, " ").replace(/^\s*the\s/i, "");
  return [
    long,
    ...long.split(/\s(?:and|&)\s|;|\//).filter((name) => name.trim().includes(" ")),
    ...(short ? [short] : []),
  ];
}

/** A reference or citation anywhere in the row: a cell that holds nothing else has no prose and is no block. */
function citesInRow(text: string, block: Block): boolean {
  const before = text.slice(Math.max(0, block.span.start - ROW), block.span.start);
  const after = text.slice(block.span.end, block.span.end + ROW);
  const row = `${before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1)} ${/^[^\r\n]*/.exec(after)![0]}`;
  return /\[\^[^\]\s]{1,80}\]|\[@\w/.test(row);
}

/** The other cells of a cell's row, up to a width that a table can reasonably have. */
function rowOf(document: ProseDocument, block: Block): Block[] {
  if (!block.cell) return [];
  const { table, row } = block.cell;
  const here = firstBlockFrom(document, block.span.start);
  return document.blocks
    .slice(Math.max(0, here - 30), here + 30)
    .filter((other) => other !== block && other.cell?.table === table && other.cell.row === row);
}

/** Behind the sentence's marks, closing emphasis and the references that already stand there. */
function afterSentence(text: string, block: Block, end: number): number {
  let at = end;
  const closing = /^[*_~]{1,3}(?=\s|$|\[\^|[|<])/.exec(text.slice(at, at + 5));
  if (closing) at += closing[0].length;
  for (let mark = referenceAt(block, at); mark; mark = referenceAt(block, at)) at = mark.span.end;
  return at;
}

function referenceAt(block: Block, at: number) {
  return block.marks.find((mark) => mark.kind === "footnote-reference" && mark.span.start === at);
}

function definitionEdit(document: ProseDocument, key: string, source: CitedSource): Edit {
  const { text } = document;
  const eol = lineBreakOf(text);
  const endsLine = text === "" || /[\r\n]$/.test(text);
  const last = document.footnotes.at(-1);
  const afterFootnote = last !== undefined && text.slice(last.span.end).trim() === "";
  const blank = afterFootnote || /(?:\r?\n[ \t]*\r?\n)$/.test(text.slice(-200)) ? "" : eol;
  const line = `[^${key}]: ${citationText(source)}.`;
  return {
    start: text.length,
    end: text.length,
    newText: endsLine ? `${blank}${line}${eol}` : `${eol}${blank}${line}`,
  };
}
