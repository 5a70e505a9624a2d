/**
 * Words that announce a reason though they stand apart, and words that only look like it. Knows tokens, not what the reason is.
 */
import type { Sentence } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";

/** "due above all to", "attributable for the most part to": words between the two of a marker. */
export function stretchedMarker({ tokens }: Sentence, at: number): readonly string[] | null {
  if (!/^(?:due|owing|attributable|attributed|owed|thanks)$/i.test(tokens[at]!.text)) return null;
  for (let i = at + 1; i < Math.min(tokens.length, at + 6); i++) {
    const { pos, text } = tokens[i]!;
    if (text === "to")
      return i > at + 1 ? tokens.slice(at, i + 1).map((token) => token.text.toLowerCase()) : null;
    if (/^(?:part|partly|partially)$/i.test(text) || /^(?:VERB|AUX|PUNCT|NUM)$/.test(pos)) return null;
  }
  return null;
}

/** ", the result of a cut", "was the consequence of a cut": what went before came of it. */
export function resultOf({ tokens }: Sentence, at: number): readonly string[] | null {
  const words = tokens.slice(at, at + 3).map(({ text }) => text.toLowerCase());
  if (!/^the (?:result|consequence) of$/.test(words.join(" "))) return null;
  const before = tokens[at - 1];
  return before?.text === "," || before?.lemma === "be" ? words : null;
}

/** "due to leave at nine": no reason, but what is to be. */
export function isSchedule(tokens: readonly Token[], at: number, marker: readonly string[]): boolean {
  const next = tokens[at + marker.length];
  return marker[0] === "due" && next?.pos === "VERB" && next.text.toLowerCase() === next.lemma;
}
