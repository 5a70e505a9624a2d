/**
 * How many of them in a word: "most of them", "all", "none" beside a source that has the share, or the parts and their
 * whole. Knows quantifiers and the words that both sides tell of the same.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";
import { onTopic } from "./figures-beside.ts";
import { contradictedFigure } from "./finding.ts";
import { isLevel, type Labelled, labelledFigures, type Word, wordsBeside } from "./labels.ts";

interface Quantifier extends Span {
  /** The shares that the word may stand for, in percent; both ends inside, with what rounding leaves open. */
  readonly low: number;
  readonly high: number;
}

/** What the words that both sides have must weigh. */
const ENOUGH = 0.3;
const CERTAIN = 0.82;
const QUANTIFIER =
  /\b(all|most|none|(?:the|a) (?:great |vast |large )?majority|the bulk)\b(?! (?:the same|but|except|about|likely|probably|recent|important|serious|of all|told|along|year|day))/gi;
/** "the most cited tenth", "our third most visited park": a superlative. */
const SUPERLATIVE =
  /(?:\b(?:the|this|that|its|their|our|his|her|my|your|second|third|fourth|fifth|next|tenth)|['\u2019]s)\s+$/i;
/** Behind a quantifier: who they are is said before, or it is named with "of". */
const OF_THEM =
  /^(?: of (?:them|these|those|whom|which|it|the \w+)| (?:were|was|are|is|have|has|had|by|from|in|at|on|[a-z]+ed|[a-z]+ic|[a-z]+ing)\b)/i;
const DENIAL =
  /\b(?:not|against|oppos\w+|no|never|neither|nor|without|un\w+|except|only|other|others|rest|remaining|now|meanwhile|today)\b|n['\u2019]t\b/i;

/** Findings on quantifiers that the shares of a source rule out. */
export function checkQuantifiers(sentence: Sentence, draft: Reading, { index, among }: Corpus): Finding[] {
  if (sentence.block.cell || !index) return [];
  return quantifiersIn(sentence).flatMap((mine) => {
    const words = wordsBeside(sentence, mine);
    const clause = clauseAt(sentence.text, mine);
    if (words.length === 0 || DENIAL.test(clause) || isQuoted(sentence, mine)) return [];
    const { pairings, stance } = statementsBeside(draft, sentence, index, among);
    if (stance.supposed === 1 || stance.question === 1) return [];
    const shares = onTopic(pairings).flatMap((pairing) => sharesOf(words, pairing));
    if (shares.length === 0 || shares.some(({ share }) => share >= mine.low && share <= mine.high)) return [];
    return [finding(sentence, mine, shares[0]!)];
  });
}

function quantifiersIn({ text }: Sentence): Quantifier[] {
  return [...text.matchAll(QUANTIFIER)].flatMap((match) => {
    const word = match[1]!.toLowerCase();
    const span = { start: match.index, end: match.index + word.length };
    if (
      !OF_THEM.test(text.slice(span.end)) ||
      /\b(?:of|at|in|after|above|for)\s+$/i.test(text.slice(0, span.start)) ||
      (word === "most" && SUPERLATIVE.test(text.slice(0, span.start)))
    )
      return [];
    if (word === "all") return [{ ...span, low: 97, high: 100 }];
    return [word === "none" ? { ...span, low: 0, high: 3 } : { ...span, low: 48, high: 100 }];
  });
}

/** The words from the mark before to the mark behind. */
function clauseAt(text: string, { start, end }: Span): string {
  const before = text
    .slice(0, start)
    .split(/[,;:()\u2013\u2014]/)
    .at(-1)!;
  return before + text.slice(end).split(/[,;:()\u2013\u2014]/)[0]!;
}

interface Share {
  readonly pairing: Pairing;
  readonly figure: Labelled;
  readonly share: number;
  readonly told: string;
}

/** The shares of which a statement tells what the draft tells of its own. */
function sharesOf(words: readonly Word[], pairing: Pairing): Share[] {
  const { source, sentence } = pairing.statement;
  if (sentence.block.cell) return [];
  const figures = labelledFigures(sentence);
  const around = source.sentences
    .slice(Math.max(0, sentence.index - 1), sentence.index + 1)
    .filter(({ blockIndex }) => blockIndex === sentence.blockIndex)
    .flatMap((one) => labelledFigures(one));
  return figures.flatMap((figure) => {
    const share = shareOf(figure.value, around);
    if (share === null || weightOf(words, figure, figures) < ENOUGH) return [];
    const clause = clauseAt(sentence.text, figure.value.number);
    return DENIAL.test(clause.replace(/\bonly\b/gi, "")) ? [] : [{ pairing, figure, ...share }];
  });
}

function weightOf(words: readonly Word[], figure: Labelled, figures: readonly Labelled[]): number {
  // "eight of its 21 signatories have": what is told of the part stands behind the whole.
  const next = figures[figures.indexOf(figure) + 1];
  const whole = next && figure.value.whole === next.value.nominal ? next : null;
  const wordsOfWhole = whole?.bound ?? [];
  const elsewhere = new Set(
    figures
      .filter((other) => other !== figure && other !== whole)
      .flatMap(({ bound }) => bound.map(({ key }) => key)),
  );
  const own = new Set(
    [...figure.bound, ...wordsOfWhole].map(({ key }) => key).filter((key) => !elsewhere.has(key)),
  );
  return words.filter(({ key }) => own.has(key)).reduce((sum, { weight }) => sum + weight, 0);
}

/** What share a figure is, in percent: as it says, of the whole that it names, or of its sum with the part beside it. */
function shareOf(value: QuantityValue, figures: readonly Labelled[]): Pick<Share, "share" | "told"> | null {
  if (!isLevel(value) || value.min !== value.max || value.hedge !== null) return null;
  if (value.dimension === "share") return { share: value.nominal, told: value.text };
  if (value.dimension !== "count") return null;
  if (value.whole !== undefined && value.whole > value.nominal) return of(value.nominal, value.whole);
  const counts = figures
    .map((one) => one.value)
    .filter((other) => other !== value && other.dimension === "count" && isLevel(other));
  const rest = counts.find((other) =>
    counts.some((sum) => sum !== other && Math.abs(sum.nominal - other.nominal - value.nominal) < 1e-9),
  );
  return rest && rest.nominal > 0 ? of(value.nominal, value.nominal + rest.nominal) : null;
}

function of(part: number, whole: number): Pick<Share, "share" | "told"> {
  return { share: (100 * part) / whole, told: `${part} of ${whole}` };
}

function finding(sentence: Sentence, mine: Quantifier, { pairing, figure, told }: Share): Finding {
  const span = { start: mine.start, end: mine.end };
  const { statement } = pairing;
  return contradictedFigure(sentence, {
    span,
    confidence: CERTAIN,
    expected: told,
    passages: [{ source: statement.source, sentence: statement.sentence, focus: [figure.value] }],
  });
}
