/**
 * Finds source sentences that share rare words with a sentence of the draft, for the name rule.
 */
import type { Sentence, SourceReading } from "../../statements/types.ts";
import { keptFor } from "../kept.ts";
import type { Corpus } from "../types.ts";
import { featuresOf } from "./context.ts";

/** A source sentence that may speak of the same thing, with how likely, 0 to 1. */
export interface AlignedSentence {
  readonly sentence: Sentence;
  readonly source: SourceReading;
  readonly score: number;
}

export interface NameAligner {
  /** The likeliest source sentences, best first. */
  align(sentence: Sentence): readonly AlignedSentence[];
  /** How rare a word is in the sources, 0 to 1. */
  rarity(key: string): number;
}

const CANDIDATES = 10;
const aligners = new WeakMap<Corpus, { version: number; aligner: NameAligner }>();

/** An aligner by weighted word overlap over all sources; built once a version of the corpus. */
export function overlapAligner(corpus: Corpus): NameAligner {
  const known = aligners.get(corpus);
  if (known?.version === corpus.version) return known.aligner;
  const aligner = build(corpus.sources);
  aligners.set(corpus, { version: corpus.version, aligner });
  return aligner;
}

interface Place {
  readonly sentence: Sentence;
  readonly source: SourceReading;
}

function build(sources: readonly SourceReading[]): NameAligner {
  const postings = new Map<string, Place[]>();
  let count = 0;
  for (const source of sources) {
    for (const sentence of source.sentences) {
      count++;
      const place = { sentence, source };
      for (const key of keysOf(sentence)) {
        const list = postings.get(key);
        if (list) list.push(place);
        else postings.set(key, [place]);
      }
    }
  }
  const log = Math.log(count + 1) || 1;
  const rarity = (key: string): number =>
    Math.max(0.1, 1 - Math.log((postings.get(key)?.length ?? 0) + 1) / log);
  const align = (sentence: Sentence): AlignedSentence[] => rank(sentence, postings, rarity);
  return { align, rarity };
}

function rank(
  sentence: Sentence,
  postings: ReadonlyMap<string, readonly Place[]>,
  rarity: (key: string) => number,
): AlignedSentence[] {
  const scores = new Map<Place, number>();
  let total = 0;
  for (const key of keysOf(sentence)) {
    const weight = rarity(key);
    total += weight;
    for (const place of postings.get(key) ?? []) scores.set(place, (scores.get(place) ?? 0) + weight);
  }
  return bestOf(scores).map(([place, score]) => ({ ...place, score: total === 0 ? 0 : score / total }));
}

/** The candidates with the highest scores, best first; of equals the one that was found first. */
function bestOf(scores: ReadonlyMap<Place, number>): [Place, number][] {
  const kept: [Place, number][] = [];
  for (const scored of scores) {
    let at = kept.length;
    while (at > 0 && scored[1] > kept[at - 1]![1]) at -= 1;
    if (at >= CANDIDATES) continue;
    kept.splice(at, 0, scored);
    if (kept.length > CANDIDATES) kept.pop();
  }
  return kept;
}

const keysOf: (sentence: Sentence) => ReadonlySet<string> = keptFor(
  (sentence) => new Set(featuresOf(sentence).map(({ name, key }) => (name ? `@${name.canonical}` : key))),
);
