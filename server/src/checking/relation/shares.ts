/**
 * What takes the larger part: a draft says that most of a sum goes to one thing where a source gives the parts, and another
 * is larger. Knows amounts and the phrases that they are bound to by a preposition.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { isQuoted } from "../stance.ts";
import type { Finding } from "../types.ts";
import { type RelationContext, relationFinding, sharedWords, spanOf } from "./context.ts";

interface Part {
  readonly amount: number;
  readonly thing: Span;
}

const CANDIDATES = 5;
const LARGER = /^(?:larger|largest|bigger|biggest|greater|greatest|main|major)$/i;
const PORTION = /^(?:part|share|slice|portion|chunk|half|bit|piece)$/i;
const WHOLE_WORDS = /^(?:most|bulk|majority)$/i;
const LINK = /^(?:from|to|for|on|into|by)$/i;
/** Tokens between the larger part and what takes it, and between an amount and its thing. */
const REACH = 10;
const NEAR = 5;
const LONGEST = 6;
/** An amount of at least this share of all others together is their sum. */
const SUM = 0.9;

/** Findings on what takes the larger part of a sum. */
export function checkShares(context: RelationContext): Finding[] {
  const { sentence, stance, pairings } = context;
  if (stance.question || stance.supposed === 1) return [];
  return sentence.tokens.flatMap((token, at) => {
    const thing = isLargerPart(sentence, at) ? takerAfter(sentence, at) : null;
    if (!thing || isQuoted(sentence, token)) return [];
    for (const pairing of pairings.slice(0, CANDIDATES)) {
      const largest = largerThan(sentence, thing, pairing);
      if (largest === "itself") return [];
      if (largest) return [contradiction(context, pairing, thing, largest)];
    }
    return [];
  });
}

/** "the larger part of", "most of", "the bulk of". */
function isLargerPart({ tokens }: Sentence, at: number): boolean {
  if (tokens[at + 1]?.lemma !== "of") return false;
  const { text } = tokens[at]!;
  return WHOLE_WORDS.test(text) || (PORTION.test(text) && LARGER.test(tokens[at - 1]?.text ?? ""));
}

/** What stands behind the verb and its preposition: "most of the rise comes from X". */
function takerAfter(sentence: Sentence, at: number): Span | null {
  const { tokens } = sentence;
  let verb = -1;
  for (let i = at + 2; i < Math.min(tokens.length - 1, at + REACH); i++) {
    const { pos, text } = tokens[i]!;
    if (pos === "PUNCT" || /^(?:not|no|never)$/i.test(text)) return null;
    if (pos === "VERB" && verb < 0) verb = i;
    else if (verb >= 0 && LINK.test(text)) return thingAt(sentence, i + 1);
    else if (verb >= 0 && i > verb + 2) return null;
  }
  return null;
}

/** The largest part of the statement where the thing is a smaller one; "itself" where it is the largest. */
function largerThan(sentence: Sentence, thing: Span, pairing: Pairing): Span | "itself" | null {
  const stated = pairing.statement.sentence;
  const parts = partsOf(stated);
  const asked = keysIn(sentence, thing);
  const own = parts.find((part) => isSameThing(asked, keysIn(stated, part.thing)));
  if (!own || parts.length < 2) return null;
  const largest = parts.reduce((top, part) => (part.amount > top.amount ? part : top));
  return largest.amount > own.amount ? largest.thing : "itself";
}

/** Words to the next mark, preposition or verb form: taggers stumble over "a longer bridge", so any word may belong. */
function thingAt({ tokens }: Sentence, from: number): Span | null {
  let end = from;
  while (end < Math.min(tokens.length, from + LONGEST)) {
    const { pos, text } = tokens[end]!;
    const next = tokens[end + 1];
    if (pos === "PUNCT" && text !== "-") break;
    if (
      pos === "AUX" ||
      (pos === "ADP" && tokens[end + 1]?.text !== "-") ||
      /^(?:which|who|that)$/i.test(text)
    )
      break;
    if (pos === "CCONJ" && (next?.pos === "NUM" || next?.pos === "SYM" || next?.pos === "PRON")) break;
    end += 1;
  }
  return end > from ? { start: from, end } : null;
}

function keysIn({ terms }: Sentence, { start, end }: Span): string[] {
  return terms.filter(({ token }) => token >= start && token < end).map(({ key }) => key);
}

/** Whether all words of the shorter name are words of the longer. */
function isSameThing(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 0 && short.every((key) => long.includes(key));
}

/** The amounts of one unit in a sentence with what they are for, sums of the others aside. */
function partsOf(sentence: Sentence): Part[] {
  const { quantities } = sentence;
  const unit = quantities.find((one, i) => quantities[i + 1]?.unit === one.unit)?.unit;
  const bound = quantities.flatMap((quantity, i) => {
    if (quantity.unit !== unit || quantity.nominal === null) return [];
    const thing = thingOf(sentence, quantity, quantities[i + 1]);
    return thing ? [{ amount: quantity.nominal, thing }] : [];
  });
  const all = bound.reduce((sum, { amount }) => sum + amount, 0);
  return bound.length < 3 ? bound : bound.filter(({ amount }) => amount < SUM * (all - amount));
}

function thingOf(sentence: Sentence, quantity: QuantityValue, next: QuantityValue | undefined): Span | null {
  const { tokens } = sentence;
  const from = tokens.findIndex(({ start }) => start >= quantity.end);
  if (from < 0) return null;
  for (let i = from; i < Math.min(tokens.length - 1, from + NEAR); i++) {
    if (next && tokens[i]!.start >= next.start) return null;
    if (tokens[i]!.pos === "PUNCT") return null;
    if (LINK.test(tokens[i]!.text)) return thingAt(sentence, i + 1);
  }
  return null;
}

function contradiction(context: RelationContext, pairing: Pairing, mine: Span, theirs: Span): Finding {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  const span = spanOf(sentence, mine.start, mine.end);
  const focus = spanOf(stated, theirs.start, theirs.end);
  const newText = stated.text.slice(focus.start, focus.end);
  const { own } = sharedWords(pairing, [], []);
  return relationFinding(context, pairing, {
    span,
    focus,
    confidence: Math.min(0.9, 0.72 + 0.08 * own),
    replacement: { span, newText },
    expected: newText,
    features: { share: 1, own },
  });
}
