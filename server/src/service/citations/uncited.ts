/**
 * Whether a supported claim has a citation nearby, in whatever form. Knows read documents and reports; nothing of how
 * claims are decided.
 */
import { KeptLately, keptFor } from "../../checking/kept.ts";
import type { Block, ProseDocument, Span } from "../../text/types.ts";
import { bareUrl, plain } from "../footnotes.ts";
import { blockAt, firstBlockFrom, leadInBlock } from "../places.ts";
import type { Claim, Evidence } from "../report.ts";
import { fileName } from "./lookup.ts";

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
  return block.marks.some((mark) => leadsTo(mark.target, item)) || mentions(plainProse(block), [item]);
}

const plainProse = keptFor(({ prose }: Block) => plain(prose.text));

/** A link cites a source when it leads to its address or its file; where no address is known any web link may. */
function leadsTo(target: string, { url, source }: Evidence): boolean {
  if (url !== null) return bareUrl(target) === bareUrl(url) || sameFile(target, source);
  return /^https?:\/\//i.test(target) || sameFile(target, source);
}

function sameFile(target: string, source: string): boolean {
  const name = fileName(target);
  return name !== "" && name === fileName(source) && !/^https?:\/\//i.test(target);
}

function mentions(prose: string, evidence: readonly Evidence[]): boolean {
  if (prose === "") return false;
  const padded = ` ${prose} `;
  return evidence.some((source) => namesOf(source).some((name) => padded.includes(` ${name} `)));
}

/** Sources whose names are kept. */
const SOURCES = 200;
const plainNames = new KeptLately<readonly string[]>(SOURCES);

/** What a source may be called by, in plain words. */
function namesOf({ title, publisher }: Evidence): readonly string[] {
  return plainNames.get(`${title}\u0001${publisher ?? ""}`, () =>
    [title, ...publisherNames(publisher)].map(plain).filter((words) => words.length >= 3),
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
