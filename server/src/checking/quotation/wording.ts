/**
 * The words of a finding on a quotation: which run of the draft changes, into what, in the draft's own case.
 * Knows one matched quotation.
 */
import type { QuotedWord } from "../../kinds/quotation/words.ts";
import type { Span } from "../../text/types.ts";
import { type WordDocument, wordsOf } from "./documents.ts";
import type { QuotationMatch } from "./match.ts";

/** A run of the draft's words (spans in the block) and what the source has there. */
export interface Correction {
  readonly span: Span;
  readonly newText: string;
  /** First and last word in the source. */
  readonly source: readonly [number, number];
}

/** The corrections that restore the source's words, in order and apart from one another. */
export function corrections(found: QuotationMatch): Correction[] {
  const runs: { claim: [number, number]; source: [number, number] }[] = [];
  for (const change of found.located.match.changes) {
    const claim: [number, number] = [change.claim[0], change.claim[1]];
    const source: [number, number] = [change.source[0], change.source[1]];
    if (claim[0] === claim[1] || source[0] === source[1])
      widen(claim, source, found.words, claim[0] === claim[1]);
    const last = runs.at(-1);
    if (last && claim[0] < last.claim[1]) {
      last.claim[1] = Math.max(last.claim[1], claim[1]);
      last.source[1] = Math.max(last.source[1], source[1]);
    } else runs.push({ claim, source });
  }
  return runs.map((run) => correction(found, run.claim, run.source));
}

/** A missing word is shown between its neighbours, a word too many with the one behind it. */
function widen(
  claim: [number, number],
  source: [number, number],
  words: readonly QuotedWord[],
  inserted: boolean,
): void {
  const plain = (index: number) => words[index]?.sign === "word";
  if (claim[1] < words.length && plain(claim[1])) {
    claim[1]++;
    source[1]++;
    if (!inserted) return;
  }
  if (claim[0] > 0 && plain(claim[0] - 1)) {
    claim[0]--;
    source[0]--;
  }
}

function correction(found: QuotationMatch, claim: [number, number], source: [number, number]): Correction {
  const { words, quotation, located } = found;
  const first = words[claim[0]]!;
  const last = words[claim[1] - 1]!;
  const span = { start: quotation.start + first.start, end: quotation.start + last.end };
  const written = quotation.text.slice(first.start, last.end);
  const restored = wordsOf(located.document, source[0], source[1] - 1);
  return {
    span,
    newText: withCase(restored, written, claim[0] === 0, opensSentence(located.document, source[0])),
    source: [source[0], source[1] - 1],
  };
}

function opensSentence(document: WordDocument, at: number): boolean {
  return at === 0 || document.sentence[at - 1] !== document.sentence[at] || document.closes[at - 1] === 1;
}

/** The draft's capital is kept at the quotation's start; a capital that only opened a sentence is dropped elsewhere. */
function withCase(restored: string, written: string, opens: boolean, sourceOpens: boolean): string {
  const capital = /^\p{Lu}/u.test(written);
  if (opens && capital) return restored.charAt(0).toUpperCase() + restored.slice(1);
  const word = /^\p{L}+/u.exec(restored)?.[0] ?? "";
  const lowers = !capital && sourceOpens && /^\p{Lu}\p{Ll}*$/u.test(word) && word !== "I";
  return lowers ? restored.charAt(0).toLowerCase() + restored.slice(1) : restored;
}
