/**
 * Whether a source still says a fact of its sheet: word for word, or so that the words that tell most and every date
 * and figure stand together in one passage. Knows readings; nothing of claims.
 */
import { compareDates } from "../../kinds/date/compare.ts";
import { compareQuantities } from "../../kinds/quantity/compare.ts";
import { similarity } from "../../lexicon/index.ts";
import { inheritedTerms, termsOf } from "../../statements/context.ts";
import type { Sentence, SourceReading, Term } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { grouped, rowText } from "./rows.ts";

/** How a fact stands in its source. */
export interface FactStanding {
  readonly standing: "verbatim" | "said" | "not-said";
  /** The sentence that says it, or comes nearest; null where none does. */
  readonly passage: { readonly source: SourceReading; readonly sentence: Sentence } | null;
  /** Dates and figures of the fact that do not stand in that passage: spans of the fact's text. */
  readonly missing: readonly Span[];
}

/** So much of a fact's words, weighted by what they tell, must stand in one passage. */
const ENOUGH = 0.6;
/** Below this nothing comes near. */
const NEAR = 0.3;
/** Words that resemble one another so much mean the same here. */
const ALIKE = 0.6;
const CANDIDATES = 5;

/** Made once for the sources of a sheet; each question costs what the sources have of sentences. */
export class Verifier {
  readonly #passages: readonly Passage[];
  readonly #texts: readonly SourceText[];

  constructor(sources: readonly SourceReading[]) {
    this.#texts = sources.map(textOf);
    this.#passages = sources.flatMap(passagesOf);
  }

  /** How a sentence of the sheet stands in the sources. */
  standing(fact: Sentence): FactStanding {
    const verbatim = this.#verbatim(fact.text);
    if (verbatim) return { standing: "verbatim", passage: verbatim, missing: [] };
    const nearest = this.#nearest(fact);
    const [best] = nearest;
    if (!best || best.share < NEAR) return { standing: "not-said", passage: null, missing: [] };
    const saying = nearest.find(({ share, missing }) => share >= ENOUGH && missing.length === 0);
    const { passage, missing } = saying ?? best;
    return { standing: saying ? "said" : "not-said", passage, missing };
  }

  #verbatim(text: string): FactStanding["passage"] {
    const words = wordsOf(text);
    if (words === "") return null;
    for (const { source, words: all, starts } of this.#texts) {
      const at = all.indexOf(` ${words} `);
      if (at >= 0) return { source, sentence: starts.findLast(({ start }) => start <= at)!.sentence };
    }
    return null;
  }

  #nearest(fact: Sentence): { passage: Passage; share: number; missing: Span[] }[] {
    const terms = fact.terms.filter(({ weight }) => weight > 0);
    const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const shareOf = (holds: (term: Term) => boolean) =>
      terms.reduce((sum, term) => sum + (holds(term) ? term.weight : 0), 0) / total;
    const rough = this.#passages
      .map((passage) => ({ passage, share: shareOf(({ key }) => passage.terms.has(key)) }))
      .sort((a, b) => b.share - a.share)
      .slice(0, CANDIDATES);
    const fine = rough.map(({ passage }) => ({
      passage,
      share: shareOf((term) => meets(term, passage)),
      missing: missingValues(fact, passage),
    }));
    return fine.sort((a, b) => b.share - b.missing.length - (a.share - a.missing.length));
  }
}

/** A sentence with its neighbours, and what all of them stand under. */
interface Passage {
  readonly source: SourceReading;
  readonly sentence: Sentence;
  readonly around: readonly Sentence[];
  /** Lemmas by word family. */
  readonly terms: ReadonlyMap<string, string>;
}

function passagesOf(source: SourceReading): Passage[] {
  const { sentences, title } = source;
  return sentences.map((sentence, at) => {
    const around = sentences.slice(Math.max(0, at - 2), at + 2).filter((one) => isBeside(one, sentence));
    const terms = new Map<string, string>();
    const inherited = [...around.flatMap((one) => inheritedTerms(source, one)), ...termsOf(title)];
    for (const { key, lemma } of [...around.flatMap((one) => one.terms), ...inherited]) terms.set(key, lemma);
    return { source, sentence, around, terms };
  });
}

/** In the same or the next block; of a table only the same row. */
function isBeside(one: Sentence, other: Sentence): boolean {
  const [a, b] = [one.block.cell, other.block.cell];
  if (a || b) return a !== null && b !== null && a.table === b.table && a.row === b.row;
  return Math.abs(one.blockIndex - other.blockIndex) <= 1;
}

function meets({ key, lemma, name }: Term, { terms }: Passage): boolean {
  if (terms.has(key)) return true;
  if (name) return false;
  for (const other of terms.values()) if (similarity(lemma, other) >= ALIKE) return true;
  return false;
}

function missingValues(fact: Sentence, { around }: Passage): Span[] {
  const quantities = around.flatMap((one) => one.quantities);
  const dates = around.flatMap((one) => one.dates);
  return [
    ...fact.quantities.filter(
      (value) => !quantities.some((other) => compareQuantities(value, other) === "agrees"),
    ),
    ...fact.dates.filter((value) => !dates.some((other) => compareDates(value, other) === "agrees")),
    ...fact.quotations.filter(
      ({ scare, text }) => !scare && !around.some((one) => holdsWords(one.text, text)),
    ),
  ].map(({ start, end }) => ({ start, end }));
}

function holdsWords(text: string, words: string): boolean {
  return ` ${wordsOf(text)} `.includes(` ${wordsOf(words)} `);
}

interface SourceText {
  readonly source: SourceReading;
  /** All words with single blanks, and where each sentence starts in them. */
  readonly words: string;
  readonly starts: readonly { readonly start: number; readonly sentence: Sentence }[];
}

function textOf(source: SourceReading): SourceText {
  const starts: { start: number; sentence: Sentence }[] = [];
  let words = " ";
  const add = (sentence: Sentence, text: string) => {
    starts.push({ start: words.length - 1, sentence });
    const own = wordsOf(text);
    if (own !== "") words += `${own} `;
  };
  for (const sentence of source.sentences) add(sentence, sentence.text);
  for (const group of grouped(source.sentences)) {
    if (group[0]!.block.cell) add(group[0]!, rowText(group));
  }
  return { source, words, starts };
}

/** Words and figures in lower case with single blanks; marks of quotation and punctuation do not count. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}%€$£+-]+/gu, " ")
    .trim();
}
