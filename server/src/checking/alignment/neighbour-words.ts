/** Whether the words right by two values are the same, hedges and articles left out. Knows tokens only. */
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { keptWithin } from "../kept.ts";

const LIGHT =
  /^(?:the|a|an|its|their|our|his|her|only|just|about|around|some|nearly|almost|roughly|of|percent|per|cent)$/i;

/** The nearest words to either side, as lemmas; empty where there is none. Kept, for a source's values are asked again and again. */
const neighboursOf = keptWithin(({ tokens }: Sentence, { start, end }: Span): readonly [string, string] => {
  const before = tokens.findLast((token) => token.end <= start && !LIGHT.test(token.text));
  const behind = tokens.find((token) => token.start >= end && !LIGHT.test(token.text));
  return [before?.lemma ?? "", behind?.lemma ?? ""];
});

/** 1 for the same word, 0 for another, 0.5 where one side has none. */
export function neighbourFeatures(asked: Sentence, claim: Span, stated: Sentence, source: Span) {
  const [before, behind] = neighboursOf(asked, claim);
  const [theirsBefore, theirsBehind] = neighboursOf(stated, source);
  return { wordBefore: sameWord(before, theirsBefore), wordBehind: sameWord(behind, theirsBehind) };
}

function sameWord(mine: string, theirs: string): number {
  return mine === "" || theirs === "" ? 0.5 : mine === theirs ? 1 : 0;
}
