/**
 * Claims and evidence for tests: a claim is named by the words of the draft that it stands on.
 */
import type {
  Claim,
  Code,
  DraftReport,
  Evidence,
  Kind,
  Verdict,
} from "../../../server/src/service/report.ts";
import { LineTable } from "../../../server/src/text/lines.ts";

export interface ClaimSketch {
  /** The words of the draft, at their first occurrence after `after`. */
  readonly words: string;
  readonly after?: string;
  readonly code?: Code | null;
  readonly kind?: Kind;
  readonly verdict?: Verdict;
  readonly confidence?: number;
  readonly expected?: string | null;
  readonly evidence?: readonly Evidence[];
  readonly fix?: string;
}

export function claimOn(text: string, sketch: ClaimSketch): Claim {
  const from = sketch.after === undefined ? 0 : text.indexOf(sketch.after);
  const start = text.indexOf(sketch.words, from);
  if (start < 0 || from < 0) throw new Error(`“${sketch.words}” does not stand in the draft.`);
  const end = start + sketch.words.length;
  const lines = new LineTable(text);
  const verdict = sketch.verdict ?? "contradicted";
  return {
    start,
    end,
    range: { start: lines.placeAt(start), end: lines.placeAt(end) },
    text: sketch.words,
    kind: sketch.kind ?? "date",
    verdict,
    code: sketch.code === undefined ? (verdict === "contradicted" ? "date-mismatch" : null) : sketch.code,
    message: "The source says otherwise.",
    confidence: sketch.confidence ?? 0.95,
    actual: sketch.words,
    expected: sketch.expected ?? null,
    arithmetic: null,
    evidence: sketch.evidence ?? [],
    fixes:
      sketch.fix === undefined ? [] : [{ title: "Correct", edits: [{ start, end, newText: sketch.fix }] }],
    fingerprint: `${sketch.kind ?? "date"} ${sketch.words}`,
  };
}

export function reportOn(text: string, sketches: readonly ClaimSketch[]): DraftReport {
  const claims = sketches.map((sketch) => claimOn(text, sketch)).sort((a, b) => a.start - b.start);
  return { path: "draft.md", claims, notes: [] };
}

export const EVIDENCE: Evidence = {
  source: "sources/harbour.md",
  start: 100,
  end: 126,
  range: { start: { line: 7, character: 0 }, end: { line: 7, character: 26 } },
  text: "The quay opens on 4 March.",
  focus: [{ start: 118, end: 125 }],
  title: "Quay opens in spring",
  published: "2024-02-18",
  publisher: "Harbour Office",
  url: "https://harbour.example.org/news/quay",
};

/** The text after the edits. */
export function edited(
  text: string,
  edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[],
): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.newText + result.slice(edit.end), text);
}
