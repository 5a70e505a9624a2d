/**
 * What a whole is broken down by: "four were struck out, three of them for lateness" where the source goes on that three
 * ran over the limit and one came in late. Knows counts and the words told with each; the parts must add up to the whole.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import { sameFamily, similarity } from "../../lexicon/index.ts";
import type { Statement } from "../../sources/statement-index.ts";
import type { Sentence, Term } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { onTopic } from "../quantity/figures-beside.ts";
import { isQuoted } from "../stance.ts";
import type { Finding } from "../types.ts";
import { type RelationContext, relationFinding } from "./context.ts";

/** Sentences behind the whole in which its parts may stand. */
const REACH = 4;
/** Words at least so alike say one thing. */
const ALIKE = 0.8;
const CERTAIN = 0.86;

/** Behind a count: the reason that is given for so many. */
const REASON =
  /^\s+(?:of (?:them|these|those|whom|which)\s+)?(?:\p{Ll}+\s+){0,3}?(?:for|over|because of|due to|owing to|on grounds of)\s+/iu;
const REASON_END = /\s+(?:and|but|while)\s|[.,;:()\u2013\u2014]|$/;
/** Before a count that opens a part: nothing, a speaker's name, or a mark. */
const OPENING = /(?:^|[,;:.(\u2013\u2014]|\band|\bwhile)\s*$/i;

/** How many, and where that is told. */
type Count = Span & Pick<QuantityValue, "nominal">;

/** A part of a whole, with the words that stand with its count. */
interface Part {
  readonly sentence: Sentence;
  readonly count: Count;
  readonly words: readonly Term[];
  readonly span: Span;
}

/** Findings on reasons that a source gives to another part of the same whole. */
export function checkBreakdowns(context: RelationContext): Finding[] {
  const { sentence, pairings, stance } = context;
  if (stance.supposed === 1 || stance.question === 1) return [];
  return sentence.quantities.flatMap((count) => {
    const reason = reasonBehind(sentence, count);
    const whole = sentence.quantities.find((one) => one.start < count.start && isCount(one));
    if (!reason || !whole || !isCount(count) || whole.nominal <= count.nominal || isQuoted(sentence, count))
      return [];
    for (const pairing of onTopic(pairings)) {
      const right = rightPart(count, wordsIn(sentence, reason), partsOf(pairing.statement, whole.nominal));
      if (!right) continue;
      const statement = { ...pairing.statement, sentence: right.sentence };
      const told = {
        span: reason,
        focus: right.span,
        confidence: CERTAIN,
        replacement: null,
        expected: right.sentence.text.slice(right.count.end, right.span.end).trim(),
        features: { breakdown: 1 },
      };
      return [relationFinding(context, { ...pairing, statement }, told)];
    }
    return [];
  });
}

function isCount({ dimension, min, max }: QuantityValue): boolean {
  return dimension === "count" && min !== null && min === max;
}

/** "lateness" behind "three of them for"; null where no reason follows. */
function reasonBehind({ text }: Sentence, { end }: QuantityValue): Span | null {
  const marker = REASON.exec(text.slice(end));
  if (!marker) return null;
  const start = end + marker[0].length;
  const length = text.slice(start).search(REASON_END);
  return length > 0 ? { start, end: start + length } : null;
}

function wordsIn({ terms }: Sentence, { start, end }: Span): readonly Term[] {
  return terms.filter((term) => term.start >= start && term.start < end && !term.key.startsWith("#"));
}

/** The parts that a source goes on to tell of a whole; none where they do not add up to it. */
function partsOf({ source, sentence }: Statement, whole: number): readonly Part[] {
  if (!sentence.quantities.some((one) => isCount(one) && one.nominal === whole)) return [];
  const parts: Part[] = [];
  let sum = 0;
  for (const next of source.sentences.slice(sentence.index, sentence.index + REACH + 1)) {
    for (const part of partsIn(next, whole)) {
      parts.push(part);
      sum += part.count.nominal;
      if (sum === whole && parts.length > 1) return parts;
    }
  }
  return [];
}

function partsIn(sentence: Sentence, whole: number): Part[] {
  const { text } = sentence;
  const counts = countsIn(sentence);
  return counts.flatMap((count, at) => {
    if (count.nominal >= whole || !OPENING.test(text.slice(0, count.start))) return [];
    const behind = text.slice(count.end, counts[at + 1]?.start ?? text.length);
    const length = behind.search(/[;.](?:\s|$)|,? and\s*$|$/);
    const span = { start: count.start, end: count.end + length };
    return [{ sentence, count, span, words: wordsIn(sentence, { start: count.end, end: span.end }) }];
  });
}

/** The counts of a sentence in their order, "one" that stands for itself included. */
function countsIn({ text, quantities }: Sentence): Count[] {
  const read = quantities.filter(isCount);
  const ones = [...text.matchAll(/\bone(?= \p{Ll})(?! of\b)/giu)]
    .map(({ index }) => ({ start: index, end: index + 3, nominal: 1 }))
    .filter((one) => quantities.every(({ start, end }) => one.end <= start || one.start >= end));
  return [...read, ...ones].sort((a, b) => a.start - b.start);
}

/**
 * The part of the draft's count, where the draft's reason is that of another one. Of parts in one sentence the figure is
 * told, not the reason.
 */
function rightPart(count: Count, reason: readonly Term[], parts: readonly Part[]): Part | null {
  const [right, ...more] = parts.filter((part) => part.count.nominal === count.nominal);
  if (!right || more.length > 0 || meets(reason, right)) return null;
  const [other, ...others] = parts.filter((part) => part !== right && meets(reason, part));
  return other && others.length === 0 && other.sentence !== right.sentence ? right : null;
}

function meets(reason: readonly Term[], { words }: Part): boolean {
  return reason.some((a) =>
    words.some((b) => sameFamily(a.lemma, b.lemma) || similarity(a.lemma, b.lemma) >= ALIKE),
  );
}
