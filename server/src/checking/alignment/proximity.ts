/**
 * How near the words of a sentence stand to a value in it: what a value is about stands close by, in its own clause.
 * Knows tokens only.
 */
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";

/** Tokens after which nearness has fallen to 1/e. */
export const REACH = 8;
/** The same for the words that stand right by. */
export const TIGHT = 2.5;
/** What a clause boundary costs, in tokens. */
const BOUNDARY_COST: Readonly<Record<string, number>> = {
  ",": 3,
  ";": 8,
  ":": 4,
  "(": 5,
  ")": 5,
  "–": 4,
  "—": 4,
  "\n": 8,
};
const CONJUNCTION_COST: Readonly<Record<string, number>> = {
  and: 2,
  but: 5,
  while: 5,
  whereas: 5,
  although: 5,
  or: 2,
  which: 3,
  who: 3,
};

const positions = new WeakMap<Sentence, Float64Array>();

/** The place of each token on a scale where clause boundaries are gaps. */
function scaleOf(sentence: Sentence): Float64Array {
  let scale = positions.get(sentence);
  if (scale) return scale;
  scale = new Float64Array(sentence.tokens.length);
  let at = 0;
  sentence.tokens.forEach((token, index) => {
    at += 1 + (BOUNDARY_COST[token.text] ?? CONJUNCTION_COST[token.lemma] ?? 0);
    scale![index] = at;
  });
  positions.set(sentence, scale);
  return scale;
}

/** Index of the token that holds or follows an offset of the sentence. */
export function tokenAt(sentence: Sentence, offset: number): number {
  const { tokens } = sentence;
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Nearness of every token to a span, 0 to 1; tokens inside it have 1. */
export function nearness(sentence: Sentence, span: Span, reach = REACH): Float64Array {
  const scale = scaleOf(sentence);
  const near = new Float64Array(scale.length);
  if (scale.length === 0) return near;
  const first = scale[tokenAt(sentence, span.start)]!;
  const last = scale[tokenAt(sentence, Math.max(span.start, span.end - 1))]!;
  for (let at = 0; at < scale.length; at++) {
    const distance = scale[at]! < first ? first - scale[at]! : scale[at]! > last ? scale[at]! - last : 0;
    near[at] = Math.exp(-distance / reach);
  }
  return near;
}
