/**
 * How alike the places of two values are where one or both stand in a table: row with row and column with column, or
 * the headers with the words of a sentence. Knows headers, not values.
 */
import { similarity } from "../../lexicon/index.ts";
import { termsOf } from "../../statements/context.ts";
import type { Sentence, Term } from "../../statements/types.ts";
import type { CellPlace } from "../../text/types.ts";
import { keptFor } from "../kept.ts";
import type { Features } from "../model.ts";
import type { Pairing } from "./align.ts";

/** Words less alike than this are not met. */
const ALIKE = 0.5;
const UNKNOWN = 0.5;

const NO_TABLE: Features = { cellRow: UNKNOWN, cellColumn: UNKNOWN, cellLeast: UNKNOWN, tables: 0 };

/** Likeness of row and of column, 0 to 1, 0.5 where no table tells; `tables` is how many of the two stand in one, halved. */
export function cellFeatures({ query, statement }: Pairing): Features {
  const mine = query.sentence.block.cell;
  const theirs = statement.sentence.block.cell;
  if (!mine && !theirs) return NO_TABLE;
  const likeness =
    mine && theirs
      ? cellToCell(mine, theirs)
      : mine
        ? cellToSentence(mine, statement.sentence)
        : cellToSentence(theirs!, query.sentence);
  const [row, column] = likeness;
  return {
    cellRow: row,
    cellColumn: column,
    cellLeast: Math.min(row, column),
    tables: mine && theirs ? 1 : 0.5,
  };
}

/** Tables may be turned over: the better of both ways counts. */
function cellToCell(mine: CellPlace, theirs: CellPlace): readonly [number, number] {
  const straight = [
    headerLikeness(mine.rowHeader, theirs.rowHeader),
    headerLikeness(mine.columnHeader, theirs.columnHeader),
  ] as const;
  const turned = [
    headerLikeness(mine.rowHeader, theirs.columnHeader),
    headerLikeness(mine.columnHeader, theirs.rowHeader),
  ] as const;
  return turned[0] + turned[1] > straight[0] + straight[1] + 0.2 ? turned : straight;
}

function cellToSentence(cell: CellPlace, sentence: Sentence): readonly [number, number] {
  const words = wordsOf(sentence);
  return [share(headerWords(cell.rowHeader), words), share(headerWords(cell.columnHeader), words)];
}

/** How much of both headers the other holds, 0 to 1; 0.5 where one has no words. */
export function headerLikeness(a: string | null, b: string | null): number {
  if (a !== null && a === b) return 1;
  const mine = headerWords(a);
  const theirs = headerWords(b);
  if (mine.length === 0 || theirs.length === 0) return UNKNOWN;
  return (share(mine, theirs) + share(theirs, mine)) / 2;
}

/** The words of a sentence with those of the sentence's own years, as headers have them. */
const wordsOf: (sentence: Sentence) => readonly Term[] = keptFor((sentence) => {
  return [
    ...sentence.terms,
    ...termsOf(sentence.text.slice(0, 400)).filter(({ key }) => key.startsWith("@")),
  ];
});

/** How much of the first header the second holds, 0 to 1. */
export function headerShare(a: string, b: string): number {
  return a === b ? 1 : share(headerWords(a), headerWords(b));
}

/** The words of a header; none where there is none. */
export function headerWords(header: string | null): readonly Term[] {
  return header ? termsOf(header) : [];
}

/** Weighted share of the words of `wanted` that `held` meets. */
function share(wanted: readonly Term[], held: readonly Term[]): number {
  let all = 0;
  let met = 0;
  for (const term of wanted) {
    all += term.weight;
    met += term.weight * closest(term, held);
  }
  return all > 0 ? met / all : UNKNOWN;
}

/** Whether two words may name one thing. */
export function meets(a: Term, b: Term): boolean {
  return closest(a, [b]) >= ALIKE;
}

function closest(term: Term, held: readonly Term[]): number {
  let best = 0;
  for (const other of held) {
    if (other.key === term.key) return 1;
    if (term.name || other.name) continue;
    const alike = similarity(term.lemma, other.lemma);
    if (alike >= ALIKE && alike > best) best = alike;
  }
  return best;
}
