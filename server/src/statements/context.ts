/**
 * What a sentence inherits: the words of its headings, the line that leads into its list, the headers of its row and
 * column, the sentence before. Knows one document, not which side it stands on.
 */
import { inSteps } from "../text/steps.ts";
import { tokenize } from "../text/tokens.ts";
import type { Token } from "../text/types.ts";
import { readTerms } from "./terms.ts";
import type { Reading, Sentence, Term } from "./types.ts";

/** A word that a sentence stands under, with how strongly. */
export interface InheritedTerm {
  readonly key: string;
  readonly lemma: string;
  /** Prior weight times the strength of the place it is inherited from, 0 to 1. */
  readonly weight: number;
  readonly name: boolean;
}

/** How strongly each place speaks for the sentence below it. */
const STRENGTH = {
  row: 0.9,
  beside: 0.6,
  column: 0.9,
  leadIn: 0.5,
  heading: 0.4,
  outerHeading: 0.2,
  previous: 0.3,
  antecedent: 0.5,
};
/** Begins with a word that stands for something in the sentence before, or with one that may. */
const POINTING = /^(?:it|they|he|she|this|that|these|those|its|their|his|her|both|neither|none)\b/i;
const DEFINITE = /^the\b/i;
/** What a sentence with a subject of its own takes from the one before weighs no more than this part of its own words. */
const BORROWED = 0.5;
/** A word that is being typed in the sentence before leaves the strength of the others as it is, but for a step now and then. */
const STEP = 0.05;

const cache = new Map<string, Term[]>();

/** The years of a header: in a table they tell one column from the next. */
function yearTerms(tokens: readonly Token[]): Term[] {
  return tokens.flatMap(({ start, end, text }, token) => {
    const year = /^(?:19|20)\d\d/.exec(text)?.[0];
    return year
      ? [{ start, end, key: `@${year}`, lemma: `@${year}`, weight: 0.8, token, verb: false, name: true }]
      : [];
  });
}

/** Terms of a heading or header; cached, for the same few stand over many sentences. */
export function termsOf(text: string): Term[] {
  let terms = cache.get(text);
  if (!terms) {
    const tokens = tokenize(text.slice(0, 400));
    terms = [...readTerms(tokens), ...yearTerms(tokens)];
    if (cache.size > 5000) cache.clear();
    cache.set(text, terms);
  }
  return terms;
}

/** The inherited terms of a sentence, strongest place first; a word is listed once. */
export function inheritedTerms(reading: Reading, sentence: Sentence): InheritedTerm[] {
  const found = new Map<string, InheritedTerm>();
  const own = new Set(sentence.terms.map((term) => term.key));
  const inherit = (terms: readonly Term[], strength: number) => {
    for (const { key, lemma, weight, name } of terms) {
      if (!own.has(key) && !found.has(key)) found.set(key, { key, lemma, weight: weight * strength, name });
    }
  };
  const { cell, leadIn, headings } = sentence.block;
  if (cell?.rowHeader) inherit(termsOf(cell.rowHeader), STRENGTH.row);
  if (cell?.columnHeader) inherit(termsOf(cell.columnHeader), STRENGTH.column);
  if (cell) for (const beside of cellsBeside(reading, sentence)) inherit(beside.terms, STRENGTH.beside);
  const previous = reading.sentences[sentence.index - 1];
  if (!cell && previous && previous.blockIndex === sentence.blockIndex) {
    inherit(previous.terms, strengthOfPrevious(sentence, previous));
  }
  if (leadIn) inherit(termsOf(leadIn), STRENGTH.leadIn);
  headings.forEach((heading, depth) => {
    inherit(termsOf(heading), depth === headings.length - 1 ? STRENGTH.heading : STRENGTH.outerHeading);
  });
  return [...found.values()];
}

/** How strongly the sentence before speaks for this one: a short sentence is not drowned by a long one before it. */
function strengthOfPrevious(sentence: Sentence, previous: Sentence): number {
  if (POINTING.test(sentence.text)) return STRENGTH.antecedent;
  const strength = DEFINITE.test(sentence.text) ? STRENGTH.antecedent : STRENGTH.previous;
  const own = new Set(sentence.terms.map(({ key }) => key));
  const borrowed = weightOf(previous.terms.filter(({ key }) => !own.has(key)));
  if (borrowed === 0) return strength;
  return Math.min(strength, inSteps((BORROWED * weightOf(sentence.terms)) / borrowed, STEP));
}

function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** The other sentences of the row, a few to each side. */
function cellsBeside(reading: Reading, sentence: Sentence): Sentence[] {
  const { cell } = sentence.block;
  if (!cell || cell.row === 0) return [];
  const from = Math.max(0, sentence.index - 8);
  return reading.sentences
    .slice(from, sentence.index + 9)
    .filter(
      ({ block }) =>
        block !== sentence.block && block.cell?.table === cell.table && block.cell.row === cell.row,
    );
}
