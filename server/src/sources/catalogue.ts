/**
 * A card for each source, made without reading its sentences, and which sources may speak of a passage by the words that
 * both hold. Lets a library of a thousand sources be known at once and read where a draft leans on it.
 */
import { family, weight } from "../lexicon/index.ts";
import type { ProseDocument } from "../text/types.ts";
import { readFactNotes } from "./fact-notes.ts";
import { frontMatterProblem, type GivenMetadata, metadataOf } from "./metadata.ts";
import type { SourceCard } from "./types.ts";
import { boundsOf } from "./validity.ts";

/** Words of a passage, each with how much it tells, 0 to 1. */
export type PassageWords = ReadonlyMap<string, number>;

/** A passage is met by sources that hold at least this share of what the best one holds, and by this many at most. */
const NEAR_THE_BEST = 0.55;
const MOST_PER_PASSAGE = 5;
/** A word that stands in more than this share of the sources does not lead to any of them. */
const COMMON = 0.2;
const FEW = 20;
/** So many of a passage's rarest words are looked up. */
const MOST_WORDS = 30;

/** Makes the card of a source from its blocks; metadata that are given outrank the front matter. */
export function cardOf(given: GivenMetadata, document: ProseDocument): SourceCard {
  const metadata = metadataOf(given, document);
  const { title, publisher } = metadata;
  const words = new Set<string>();
  for (const text of [title, publisher ?? "", ...document.blocks.map(({ prose }) => prose.text)])
    for (const word of keysIn(text)) words.add(word);
  const bounds = boundsOf(readFactNotes(document).notes.values());
  return {
    ...metadata,
    ...(bounds.length > 0 ? { bounds } : {}),
    // A day that was handed in needs none of the front matter.
    problem: given.published ? document.frontMatter.problem : frontMatterProblem(document.frontMatter),
    statements: document.blocks.reduce((sum, { sentences }) => sum + sentences.length, 0),
    words: [...words],
  };
}

/** The words of some texts by which sources are looked for. */
export function passageWords(texts: readonly string[]): PassageWords {
  const words = new Map<string, number>();
  for (const text of texts) for (const key of keysIn(text)) words.set(key, weightOf(key));
  return words;
}

export class Catalogue {
  readonly #words = new Map<string, readonly string[]>();
  readonly #holders = new Map<string, Set<string>>();

  /** Adds a source, or replaces the one with the same uri. */
  add(uri: string, { words }: Pick<SourceCard, "words">): void {
    this.remove(uri);
    this.#words.set(uri, words);
    for (const word of words) {
      const holders = this.#holders.get(word);
      if (holders) holders.add(uri);
      else this.#holders.set(word, new Set([uri]));
    }
  }

  remove(uri: string): void {
    for (const word of this.#words.get(uri) ?? []) {
      const holders = this.#holders.get(word);
      holders?.delete(uri);
      if (holders?.size === 0) this.#holders.delete(word);
    }
    this.#words.delete(uri);
  }

  /**
   * The sources of `scope` that most likely speak of a passage, best first; none that shares fewer than two words with
   * it. Costs what the passage's rarest words have of holders.
   */
  near(passage: PassageWords, scope: ReadonlySet<string>): string[] {
    const size = this.#words.size;
    const scores = new Map<string, { score: number; met: number }>();
    for (const { tells, holders } of this.#rarest(passage)) {
      const gain = tells * Math.log(1 + size / (1 + holders.size));
      for (const uri of holders) {
        const known = scores.get(uri);
        if (known) {
          known.score += gain;
          known.met++;
        } else if (scope.has(uri)) scores.set(uri, { score: gain, met: 1 });
      }
    }
    const least = Math.min(2, passage.size);
    const found = [...scores].filter(([, { met }]) => met >= least);
    found.sort(([a, one], [b, other]) => other.score - one.score || (a < b ? -1 : 1));
    const enough = (found[0]?.[1].score ?? 0) * NEAR_THE_BEST;
    return found.slice(0, MOST_PER_PASSAGE).flatMap(([uri, { score }]) => (score >= enough ? [uri] : []));
  }

  /** The words of a passage that lead somewhere, those with the fewest holders first, as many as tell enough. */
  #rarest(passage: PassageWords): { tells: number; holders: ReadonlySet<string> }[] {
    const most = Math.max(FEW, this.#words.size * COMMON);
    const words: { tells: number; holders: ReadonlySet<string> }[] = [];
    for (const [word, tells] of passage) {
      const holders = this.#holders.get(word);
      if (holders && holders.size <= most) words.push({ tells, holders });
    }
    return words.sort((a, b) => a.holders.size - b.holders.size).slice(0, MOST_WORDS);
  }
}

const WORD = /\p{L}[\p{L}\p{M}’']*|\d[\d.,\u00a0\u202f]*/gu;

function* keysIn(text: string): Generator<string> {
  for (const [word] of text.matchAll(WORD)) {
    const key = keyOf(word);
    if (key !== "" && weightOf(key) > 0.05) yield key;
  }
}

const keys = new Map<string, string>();
const MOST_KEYS = 100_000;

/** "counted" and "counts" share a key, "4,300" and "4 300" too. */
function keyOf(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = /^\d/.test(word) ? word.replace(/\D+$/, "").replace(/[,\u00a0\u202f]/g, "") : familyOf(word);
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(word, key);
  return key;
}

function familyOf(word: string): string {
  const lower = word.toLowerCase().replace(/[’']s?$/, "");
  const plural = /^(.{3,})(?:s)$/.exec(lower)?.[1];
  const singular = plural === undefined || /[su]$/.test(plural) ? lower : plural.replace(/ie$/, "y");
  return family(singular);
}

function weightOf(key: string): number {
  return /^\d/.test(key) ? 0.7 : weight(key);
}
