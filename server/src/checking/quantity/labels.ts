/**
 * What the words of a sentence say of each of its figures: "39 of [smoke], 23 of [fire] and nine of [burns]". Knows one
 * sentence; what is compared with what is for the rules.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import { family } from "../../lexicon/index.ts";
import type { Sentence, Term } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { endOf, isChange, startOf } from "../arithmetic/change-ends.ts";
import { TIMES } from "../polarity/share.ts";

export interface Word {
  /** The word family. */
  readonly key: string;
  readonly lemma: string;
  readonly weight: number;
  readonly verb: boolean;
}

/** A figure with the words that are told of it. */
export interface Labelled {
  readonly sentence: Sentence;
  readonly value: QuantityValue;
  /** The words bound to it: those behind it up to the next boundary, else those before it. */
  readonly bound: readonly Word[];
  /** All words between the figures at its sides. */
  readonly near: readonly Word[];
}

/** What ends the words that belong to a figure. */
const BOUNDARY = /[,;:.()\u2013\u2014\u201c\u201d"]|\b(?:and|but|while|whereas|although|though|or)\b/i;
/** As `BOUNDARY`, for a draft's sentence with but one figure. */
const LOOSE = /[;()\u2013\u2014]|:\s/;
/** Words that tell figures apart although they carry little else. */
const TELLING = /^(?:against|favou?r|second|third|fourth|fifth|sixth|men|women|male|female|both)$/i;
const kept = new WeakMap<Sentence, readonly Labelled[]>();

/** The amounts of a sentence with their words, in order; changes, votes and ordinals are left out. */
export function labelledFigures(sentence: Sentence): readonly Labelled[] {
  let found = kept.get(sentence);
  if (!found) {
    const figures = amountsOf(sentence);
    found = figures.map((value, at) => labelled(sentence, value, figures[at - 1], figures[at + 1]));
    kept.set(sentence, found);
  }
  return found;
}

/** What a draft says of one of its figures: the clause around it, a table's row header for a cell. */
export function wordsAround(sentence: Sentence, value: QuantityValue): readonly Word[] {
  const figures = amountsOf(sentence);
  const at = figures.indexOf(value);
  const [before, after] = [figures[at - 1], figures[at + 1]];
  const limit = before || after ? BOUNDARY : LOOSE;
  const start = backTo(sentence, value, before, limit);
  const end = onTo(sentence, value, after, BOUNDARY);
  return wordsIn(sentence, { start, end }, value);
}

/** What a draft says of the words at `span`, which are no figure: the clause that starts there. */
export function wordsBeside(sentence: Sentence, span: Span): readonly Word[] {
  const behind = sentence.text.slice(span.end);
  const stop = behind.search(BOUNDARY);
  const end = stop < 0 ? sentence.text.length : span.end + stop;
  return wordsIn(sentence, { start: span.end, end }, { number: span });
}

function amountsOf({ quantities }: Sentence): QuantityValue[] {
  return quantities.filter(
    (value) => value.dimension !== "vote" && value.dimension !== "ordinal" && value.dimension !== "ratio",
  );
}

function labelled(
  sentence: Sentence,
  value: QuantityValue,
  before: QuantityValue | undefined,
  after: QuantityValue | undefined,
): Labelled {
  const behind = wordsIn(sentence, behindOf(sentence, value, after), value);
  const ahead = () =>
    wordsIn(sentence, { start: backTo(sentence, value, before, BOUNDARY), end: startOf(value) }, value);
  const near = {
    start: before ? takenBy(sentence, before, value) : 0,
    end: after ? startOf(after) : sentence.text.length,
  };
  return {
    sentence,
    value,
    bound: behind.length > 0 ? behind : ahead(),
    near: wordsIn(sentence, near, value),
  };
}

/** Up to where the words belong to the figure before: "39 of [smoke], 23 of fire". */
function takenBy(sentence: Sentence, before: QuantityValue, value: QuantityValue): number {
  const span = behindOf(sentence, before, value);
  const listed = span.end < startOf(value) && wordsIn(sentence, span, before).length > 0;
  return listed ? span.end : endOf(before);
}

function behindOf(sentence: Sentence, value: QuantityValue, after: QuantityValue | undefined): Span {
  return { start: unitEnd(value), end: onTo(sentence, value, after, BOUNDARY) };
}

function onTo(
  { text }: Sentence,
  value: QuantityValue,
  after: QuantityValue | undefined,
  limit: RegExp,
): number {
  const from = unitEnd(value);
  const behind = text.slice(from, after ? startOf(after) : text.length);
  const stop = behind.search(limit);
  return stop < 0 ? from + behind.length : from + stop;
}

/** Where the number with its unit ends; the noun of a count is a word told of it. */
function unitEnd(value: QuantityValue): number {
  return value.dimension === "count" ? value.number.end : endOf(value);
}

function backTo(
  { text }: Sentence,
  value: QuantityValue,
  before: QuantityValue | undefined,
  limit: RegExp,
): number {
  const from = before ? endOf(before) : 0;
  const ahead = text.slice(from, startOf(value)).replace(/[\s([,]+$/, "");
  const all = [...ahead.matchAll(new RegExp(limit, "gi"))];
  const last = all.at(-1);
  return last ? from + last.index + last[0].length : from;
}

/** The content words of a span, the number itself left out. */
function wordsIn(sentence: Sentence, { start, end }: Span, { number }: { readonly number: Span }): Word[] {
  const inside = (span: Span) =>
    span.start >= start && span.end <= end && !(span.start < number.end && span.end > number.start);
  const terms = sentence.terms.filter(
    (term) => inside(term) && !isNumeral(sentence, term) && !TIMES.has(term.lemma),
  );
  const known = new Set(terms.map(({ token }) => token));
  const telling = sentence.tokens.flatMap((token, at) =>
    !known.has(at) && inside(token) && TELLING.test(token.text)
      ? [{ key: family(token.lemma), lemma: token.lemma, weight: 0.5, verb: false }]
      : [],
  );
  return [...terms.map(({ key, lemma, weight, verb }) => ({ key, lemma, weight, verb })), ...telling];
}

function isNumeral({ tokens }: Sentence, { token }: Term): boolean {
  return tokens[token]?.pos === "NUM";
}

/** Whether a figure says how much there is, not by how much it changed. */
export function isLevel(value: QuantityValue): boolean {
  return !isChange(value);
}
