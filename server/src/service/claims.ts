/**
 * Turns a finding into a claim of a report: offsets of the file, evidence, edits. Knows no editor, and not what else
 * was found.
 */
import type { Finding, Passage } from "../checking/types.ts";
import { pageAt } from "../sources/pages.ts";
import type { Sentence } from "../statements/types.ts";
import { LineTable } from "../text/lines.ts";
import { replaceProse } from "../text/replace.ts";
import type { CellPlace, Prose, Span } from "../text/types.ts";
import { paragraphAt } from "./citations/paragraphs.ts";
import { DisjointSpans } from "./disjoint-spans.ts";
import { fingerprint } from "./fingerprint.ts";
import { rangeOf } from "./lines.ts";
import { clip, codeOf, messageOf } from "./messages.ts";
import type { Claim, Edit, Evidence, Fix } from "./report.ts";

/** Gives the line table of a text; kept, for a text is asked many times. */
const tables = new WeakMap<object, LineTable>();

/** The lines of a text, counted once for each thing that has it. */
export function tableOf(owner: { readonly text: string }): LineTable {
  let table = tables.get(owner);
  if (!table) {
    table = new LineTable(owner.text);
    tables.set(owner, table);
  }
  return table;
}

/** The claim of a finding where its sentence stands now. */
export function claimOf(finding: Finding, text: string, table: LineTable): Claim {
  const { start, end } = toDocument(finding.sentence, finding.span);
  return {
    start,
    end,
    range: rangeOf(table, { start, end }),
    text: text.slice(start, end),
    ...placelessOf(finding.origin ?? finding),
    fixes: fixesOf(finding),
  };
}

/** A span of a sentence's text in the document. */
export function toDocument(sentence: Sentence, span: Span): Span {
  return sentence.block.prose.toSource({
    start: sentence.span.start + span.start,
    end: sentence.span.start + span.end,
  });
}

type Placeless = Omit<Claim, "start" | "end" | "range" | "text" | "fixes">;

/** What stays the same wherever the sentence moves; a finding outlives the edits around it. */
const placeless = new WeakMap<Finding, Placeless>();

function placelessOf(finding: Finding): Placeless {
  let known = placeless.get(finding);
  if (!known) {
    const { kind, verdict, sentence, span, actual, expected, arithmetic } = finding;
    known = {
      kind,
      verdict,
      code: codeOf(finding),
      message: messageOf(finding),
      confidence: Math.round(finding.confidence * 1000) / 1000,
      actual,
      expected,
      arithmetic,
      evidence: finding.passages.map((passage) => ({ ...evidenceOf(passage), ...sideOf(finding, passage) })),
      fingerprint: fingerprint(kind, sentence.text, sentence.text.slice(span.start, span.end)),
    };
    placeless.set(finding, known);
  }
  return known;
}

/** Names what the claim reads as once it is corrected, not the words that are put in alone. */
function fixTitle({ sentence, span, replacements }: Finding): string {
  const start = Math.min(span.start, ...replacements.map((one) => one.span.start));
  const end = Math.max(span.end, ...replacements.map((one) => one.span.end));
  const corrected = [...replacements]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (text, one) => text.slice(0, one.span.start - start) + one.newText + text.slice(one.span.end - start),
      sentence.text.slice(start, end),
    );
  return corrected.trim() === ""
    ? `Remove “${clip(sentence.text.slice(start, end), 50)}”`
    : `Change to “${clip(corrected, 60)}”`;
}

/** The words of a source as evidence. */
export function evidenceOf({ source, sentence, focus }: Passage): Evidence {
  const { start, end } = toDocument(sentence, { start: 0, end: sentence.text.length });
  const words = focus.map((span) => toDocument(sentence, span));
  const page = pageAt(source.pages, words[0]?.start ?? start);
  const paragraph = page === null ? paragraphAt(source.document, start) : null;
  const text = source.document.text.slice(start, end);
  return {
    source: source.uri,
    start,
    end,
    range: rangeOf(tableOf(source.document), { start, end }),
    text,
    ...shownOf(sentence.text, focus, text),
    ...cellOf(sentence.block.cell),
    focus: words,
    title: source.title,
    published: source.published,
    publisher: source.publisher,
    url: source.url,
    ...(page === null ? {} : { page }),
    ...(paragraph === null ? {} : { paragraph }),
  };
}

/** Code and pictures leave one character in the prose, for which a reader has no use. */
function shownOf(prose: string, focus: readonly Span[], text: string): Pick<Evidence, "shown"> {
  if (prose === text) return {};
  const inProse = focus.map(({ start, end }) => ({ start, end }));
  return { shown: { text: prose.replace(/\uFFFC/g, "…"), focus: inProse } };
}

function cellOf(cell: CellPlace | null): Pick<Evidence, "cell"> {
  if (!cell || (cell.rowHeader === null && cell.columnHeader === null)) return {};
  return { cell: { row: cell.rowHeader, column: cell.columnHeader } };
}

function sideOf({ verdict, sides }: Finding, passage: Passage): Pick<Evidence, "side"> {
  if (verdict !== "disputed" || !sides) return {};
  const agrees = sides.supported.some(({ passages }) => passages.includes(passage));
  return { side: agrees ? "agrees" : "disagrees" };
}

function fixesOf(finding: Finding): Fix[] {
  if (finding.verdict !== "contradicted" || finding.replacements.length === 0) return [];
  const { sentence } = finding;
  const edits = finding.replacements.flatMap(({ span, newText }) =>
    editsFor(
      sentence.block.prose,
      { start: sentence.span.start + span.start, end: sentence.span.start + span.end },
      newText,
    ),
  );
  if (edits.length === 0) return [];
  const title = fixTitle(finding);
  return [{ title, edits }];
}

/** From here on a block is not read again for each of its corrections, which would cost the square of its length. */
const LONG_BLOCK = 20_000;

function editsFor(prose: Prose, span: Span, newText: string): readonly Edit[] {
  if (prose.text.length <= LONG_BLOCK) return replaceProse(prose, span, newText);
  const [piece, ...others] = prose.pieces(span);
  if (!piece || others.length > 0 || /[*_`[\]<>|\\\r\n]/.test(newText)) return [];
  return [{ start: piece.start, end: piece.end, newText }];
}

const URGENCY = { contradicted: 3, disputed: 2, supported: 1, unsupported: 0 };

/** Of claims of one kind that overlap only the surest, in document order. */
export function withoutOverlaps(claims: readonly Claim[]): Claim[] {
  const ranked = [...claims].sort(
    (a, b) => URGENCY[b.verdict] - URGENCY[a.verdict] || b.confidence - a.confidence || a.start - b.start,
  );
  const kept: Claim[] = [];
  const byKind = new Map<string, DisjointSpans>();
  for (const claim of ranked) {
    const same = byKind.get(claim.kind) ?? new DisjointSpans({ apart: false });
    if (same.overlaps(claim)) continue;
    same.add(claim);
    byKind.set(claim.kind, same);
    kept.push(claim);
  }
  return kept.sort(compareClaims);
}

/** Document order. */
export function compareClaims(a: Claim, b: Claim): number {
  return a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1);
}
