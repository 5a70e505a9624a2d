/**
 * An inverted index over the sentences of all sources, by word family, inherited words and values.
 * Knows sources, not drafts. A source is added and removed by itself.
 */
import type { DateValue } from "../kinds/types.ts";
import { similarity, WordList } from "../lexicon/index.ts";
import { type InheritedTerm, inheritedTerms, termsOf } from "../statements/context.ts";
import type { Sentence, SourceReading, Term } from "../statements/types.ts";

/** A sentence of a source with what stands over it. */
export interface Statement {
  /** Its slot in the index, reused when its source goes. */
  readonly slot: number;
  readonly source: SourceReading;
  readonly sentence: Sentence;
  readonly inherited: readonly InheritedTerm[];
  /** Own and inherited keys with their weight in this sentence (own words 1). */
  readonly strength: ReadonlyMap<string, number>;
}

/** The statements that hold a word: slots, and how strongly each stands under it. */
export interface Postings {
  readonly slots: number[];
  readonly strengths: number[];
}

/** A word that resembles another, 0 to 1. */
export interface Expansion {
  readonly key: string;
  readonly similarity: number;
}

interface Expanded extends Pick<Term, "lemma" | "name"> {
  readonly found: readonly Expansion[];
}

const MINIMAL_SIMILARITY = 0.45;
/** A word is looked for by so many others at most, the likest. */
const MOST_RESEMBLING = 24;

/** The keys of the index with their lemmas, in a list to look for likenesses in. */
interface Vocabulary {
  readonly words: readonly (readonly [key: string, lemma: string])[];
  readonly list: WordList;
}

/** Of all indexes together, so that what was found with one is never taken for found with another. */
let versions = 0;

export class StatementIndex {
  /** Another with each change, and in no two indexes the same. */
  version = ++versions;
  readonly #bySource = new Map<string, Statement[]>();
  readonly #postings = new Map<string, Postings>();
  readonly #slots: (Statement | undefined)[] = [];
  readonly #free: number[] = [];
  /** By key; words of one key may have several lemmas. */
  readonly #expansions = new Map<string, Expanded[]>();
  #words: Vocabulary | null = null;
  #size = 0;

  /** How many sentences there are. */
  get size(): number {
    return this.#size;
  }

  sources(): SourceReading[] {
    return [...this.#bySource.values()].flatMap((statements) =>
      statements[0] ? [statements[0].source] : [],
    );
  }

  statements(uri: string): readonly Statement[] {
    return this.#bySource.get(uri) ?? [];
  }

  add(source: SourceReading): void {
    this.remove(source.uri);
    const statements = source.sentences.map((sentence) => this.#place(createStatement(source, sentence)));
    this.#bySource.set(source.uri, statements);
    this.#size += statements.length;
    for (const statement of statements) {
      for (const [key, strength] of statement.strength) this.#post(key, statement.slot, strength);
    }
    this.#changed();
  }

  remove(uri: string): void {
    const statements = this.#bySource.get(uri);
    if (!statements) return;
    const gone = new Set(statements.map(({ slot }) => slot));
    for (const key of new Set(statements.flatMap(({ strength }) => [...strength.keys()])))
      this.#unpost(key, gone);
    for (const slot of gone) {
      this.#slots[slot] = undefined;
      this.#free.push(slot);
    }
    this.#bySource.delete(uri);
    this.#size -= statements.length;
    this.#changed();
  }

  /** How rare a word is among the sentences: 0 for one that stands in all, towards 1 for one that stands in a single one. */
  rarity(key: string): number {
    const frequency = this.#postings.get(key)?.slots.length ?? 0;
    return Math.log(1 + this.#size / (1 + frequency)) / Math.log(2 + this.#size);
  }

  /** What a word of some prior weight is worth: a word that stands everywhere keeps a fifth of it. */
  worth(key: string, weight: number): number {
    return weight * (0.2 + 0.8 * this.rarity(key));
  }

  postings(key: string): Postings | undefined {
    return this.#postings.get(key);
  }

  /** How many slots there are, empty ones included. */
  get slotCount(): number {
    return this.#slots.length;
  }

  statementAt(slot: number): Statement | undefined {
    return this.#slots[slot];
  }

  /** Whether any statement holds the word. */
  holds(key: string): boolean {
    return this.#postings.has(key);
  }

  /** The words of the sources that resemble a word, itself first. */
  expand(term: Pick<Term, "key" | "lemma" | "name">): readonly Expansion[] {
    const known = this.#expansions.get(term.key) ?? [];
    for (const one of known) if (one.lemma === term.lemma && one.name === term.name) return one.found;
    const found: Expansion[] = [];
    if (this.#postings.has(term.key)) found.push({ key: term.key, similarity: 1 });
    if (!term.name) {
      const { list, words } = this.#vocabulary();
      for (const place of list.near(term.lemma)) {
        const [key, lemma] = words[place]!;
        if (key === term.key) continue;
        const alike = similarity(term.lemma, lemma);
        if (alike >= MINIMAL_SIMILARITY) found.push({ key, similarity: alike });
      }
    }
    found.sort((a, b) => b.similarity - a.similarity || (a.key < b.key ? -1 : 1));
    const likest = found.slice(0, MOST_RESEMBLING);
    known.push({ lemma: term.lemma, name: term.name, found: likest });
    this.#expansions.set(term.key, known);
    return likest;
  }

  #vocabulary(): Vocabulary {
    if (!this.#words) {
      const words = [...this.#lemmas()];
      const lemmas = words.map(([, lemma]) => lemma);
      this.#words = { words, list: new WordList(lemmas, MINIMAL_SIMILARITY) };
    }
    return this.#words;
  }

  /** A lemma for each key: of several the first in the alphabet, so that the order of the sources does not matter. */
  #lemmas(): Map<string, string> {
    const lemmas = new Map<string, string>();
    for (const statements of this.#bySource.values())
      for (const { sentence, inherited } of statements)
        for (const terms of [sentence.terms, inherited])
          for (const { key, lemma } of terms) {
            const known = lemmas.get(key);
            if (known === undefined || lemma < known) lemmas.set(key, lemma);
          }
    return lemmas;
  }

  #place(statement: Omit<Statement, "slot">): Statement {
    const slot = this.#free.pop() ?? this.#slots.length;
    const placed = { ...statement, slot };
    this.#slots[slot] = placed;
    return placed;
  }

  #post(key: string, slot: number, strength: number): void {
    const postings = this.#postings.get(key);
    if (!postings) {
      this.#postings.set(key, { slots: [slot], strengths: [strength] });
      return;
    }
    postings.slots.push(slot);
    postings.strengths.push(strength);
  }

  #unpost(key: string, gone: ReadonlySet<number>): void {
    const postings = this.#postings.get(key);
    if (!postings) return;
    const kept = postings.slots.flatMap((slot, at) =>
      gone.has(slot) ? [] : [{ slot, strength: postings.strengths[at]! }],
    );
    if (kept.length > 0) {
      this.#postings.set(key, {
        slots: kept.map(({ slot }) => slot),
        strengths: kept.map(({ strength }) => strength),
      });
      return;
    }
    this.#postings.delete(key);
  }

  #changed(): void {
    this.version = ++versions;
    this.#expansions.clear();
    this.#words = null;
  }
}

function createStatement(source: SourceReading, sentence: Sentence): Omit<Statement, "slot"> {
  const inherited = [...aliasTerms(source, sentence), ...inheritedTerms(source, sentence)];
  const strength = new Map<string, number>();
  for (const { key } of sentence.terms) strength.set(key, 1);
  for (const { key, weight } of inherited) if (!strength.has(key)) strength.set(key, Math.min(1, weight));
  for (const quantity of sentence.quantities) strength.set(numberKey(quantity.nominal), 1);
  for (const date of sentence.dates) strength.set(dateKey(date), 1);
  return { source, sentence, inherited, strength };
}

/** How strongly another name that a fact sheet gives speaks for the fact: nearly as its own words do. */
const ALIAS = 0.9;

function aliasTerms({ notes }: SourceReading, sentence: Sentence): InheritedTerm[] {
  const own = new Set(sentence.terms.map(({ key }) => key));
  const terms = (notes?.get(sentence.block)?.aliases ?? []).flatMap(termsOf);
  return terms.flatMap(({ key, lemma, weight, name }) => {
    if (own.has(key)) return [];
    own.add(key);
    return [{ key, lemma, weight: weight * ALIAS, name }];
  });
}

/** The key of a date's days among the words of a sentence; that of a duration by its length. */
export function dateKey({ from, to, duration }: DateValue): string {
  return duration ? `@${duration.min}-${duration.max} ${duration.unit}` : `@${from}/${to}`;
}

/** The key of a number among the words of a sentence. */
export function numberKey(nominal: number): string {
  return `#${Number(nominal.toPrecision(6))}`;
}
