/**
 * What stands in the same paragraph or table row as a sentence: its figures, days and names, and its words. A draft that
 * follows a passage takes more than one fact from it. Knows readings, not what a pair of values says.
 */
import { numberKey, type Statement, type StatementIndex } from "../../sources/statement-index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import { inSteps } from "../../text/steps.ts";
import type { Span } from "../../text/types.ts";
import { keptFor } from "../kept.ts";
import type { Features } from "../model.ts";

/** Sentences to each side that belong to the vicinity, within the paragraph. */
export const REACH = 3;
/** Cells to each side, within the row. */
const CELLS = 8;

/** A figure, day or name of the vicinity. */
interface Landmark extends Span {
  readonly sentence: Sentence;
  readonly key: string;
  /** How unlikely it is to stand in two places by chance, 0 to 1. */
  readonly weight: number;
}

export interface Vicinity {
  readonly landmarks: readonly Landmark[];
  readonly keys: ReadonlySet<string>;
  /** Words of the vicinity by key, with their prior weight. */
  readonly words: ReadonlyMap<string, number>;
}

/** What stands around a sentence, itself included. */
function vicinityOf(reading: Reading, sentence: Sentence): Vicinity {
  const around = sentencesAround(reading, sentence);
  const landmarks = around.flatMap(landmarksOf);
  const words = new Map<string, number>();
  for (const { terms } of around) for (const { key, weight } of terms) words.set(key, weight);
  return { landmarks, keys: new Set(landmarks.map(({ key }) => key)), words };
}

const kept = new WeakMap<Sentence, Vicinity>();

/** The same for a sentence of a source, which stands where it stands as long as it is. */
function keptVicinityOf(reading: Reading, sentence: Sentence): Vicinity {
  let vicinity = kept.get(sentence);
  if (!vicinity) {
    vicinity = vicinityOf(reading, sentence);
    kept.set(sentence, vicinity);
  }
  return vicinity;
}

/** The sentences that are looked at, in order; `beside` to each side in running text. */
export function sentencesAround(
  { sentences }: Reading,
  { index, block, blockIndex }: Sentence,
  beside = REACH,
): Sentence[] {
  const { cell } = block;
  const reach = cell ? CELLS : beside;
  return sentences.slice(Math.max(0, index - reach), index + reach + 1).filter((other) => {
    if (other.blockIndex === blockIndex) return true;
    const there = other.block.cell;
    return cell !== null && there?.table === cell.table && there.row === cell.row;
  });
}

const landmarksOf: (sentence: Sentence) => readonly Landmark[] = keptFor((sentence) => {
  return [
    ...sentence.quantities.map(({ start, end, nominal }) => {
      const key = numberKey(nominal);
      const digits = key.replace(/\D/g, "").replace(/0+$/, "").length;
      return { sentence, start, end, key, weight: digits >= 3 ? 1 : digits === 2 ? 0.6 : 0.2 };
    }),
    ...sentence.dates.flatMap(({ start, end, from, to, grain }) =>
      from === null && to === null
        ? []
        : [{ sentence, start, end, key: `${from}/${to}`, weight: grain === "day" ? 0.8 : 0.3 }],
    ),
    ...sentence.names.map(({ start, end, canonical }) => ({
      sentence,
      start,
      end,
      key: canonical.toLowerCase(),
      weight: 0.4,
    })),
  ];
});

/** How much of the landmarks around the claim, itself left out, stands around the statement too. */
function sharedLandmarks(
  asked: Vicinity,
  sentence: Sentence,
  claim: Span,
  stated: Vicinity,
): { readonly shared: number; readonly share: number } {
  let all = 0;
  let shared = 0;
  const seen = new Set<string>();
  for (const landmark of asked.landmarks) {
    if (landmark.sentence === sentence && landmark.start < claim.end && claim.start < landmark.end) continue;
    if (seen.has(landmark.key)) continue;
    seen.add(landmark.key);
    all += landmark.weight;
    if (stated.keys.has(landmark.key)) shared += landmark.weight;
  }
  return { shared, share: all > 0 ? shared / all : 0.5 };
}

/** What stands around a sentence of the draft, to be held beside what stands around statements. */
export interface Surroundings {
  /** Surroundings with the same key are alike beside any claim of the same sentence. */
  readonly key: string;
  /** Whether the paragraph of a claim of the sentence takes more from that of a statement. */
  beside(statement: Statement, claim: Span): Features;
}

/** What the words of a vicinity are worth: their prior weight times their rarity in the sources. */
interface Worths {
  /** Of those that a source holds, by key. */
  readonly known: ReadonlyMap<string, number>;
  /** Of all others together, in whole steps, so that a word may be typed to its end without a change. */
  readonly unknown: number;
}

/** Steps of what words that no source holds are worth together. */
const STEP = 1;

/** The surroundings of a sentence; its words are weighed by their rarity in the index. */
export function surroundingsOf(
  reading: Reading,
  sentence: Sentence,
  index: Pick<StatementIndex, "worth" | "holds">,
): Surroundings {
  const asked = vicinityOf(reading, sentence);
  const worths = worthsOf(asked, index);
  const paragraphs = new Map<Statement, number>();
  const paragraphOf = (statement: Statement, stated: Vicinity) => {
    let found = paragraphs.get(statement);
    if (found === undefined) {
      found = sharedWords(worths, stated);
      paragraphs.set(statement, found);
    }
    return found;
  };
  return {
    key: keyOf(asked, sentence, worths),
    beside(statement, claim) {
      const stated = keptVicinityOf(statement.source, statement.sentence);
      const { shared, share } = sharedLandmarks(asked, sentence, claim, stated);
      const paragraph = paragraphOf(statement, stated);
      return { landmarks: Math.min(3, shared), landmarkShare: share, paragraph };
    },
  };
}

function worthsOf({ words }: Vicinity, index: Pick<StatementIndex, "worth" | "holds">): Worths {
  const known = new Map<string, number>();
  let unknown = 0;
  for (const [key, weight] of words) {
    const worth = index.worth(key, weight);
    if (index.holds(key)) known.set(key, worth);
    else unknown += worth;
  }
  return { known, unknown: inSteps(unknown, STEP) };
}

/** All that `Surroundings.beside` depends on but for the sentence itself and the index. */
function keyOf({ landmarks }: Vicinity, sentence: Sentence, { known, unknown }: Worths): string {
  const marks = landmarks.flatMap((one) => (one.sentence === sentence ? [] : [`${one.weight} ${one.key}`]));
  const words = [...known].map(([key, worth]) => `${key} ${worth}`);
  return [...marks, unknown, ...words].join("\u0001");
}

/** Weighted share of the words around the claim, by their worth, that stand around the statement too, 0 to 1. */
function sharedWords({ known, unknown }: Worths, stated: Vicinity): number {
  let all = unknown;
  let shared = 0;
  for (const [key, worth] of known) {
    all += worth;
    if (stated.words.has(key)) shared += worth;
  }
  return all > 0 ? shared / all : 0;
}
