/**
 * What the words around a quotation give: a subject and its cue. Knows the tokens of one frame.
 */
import { type FrameToken, phraseEndingAt } from "./phrase.ts";
import type { Subject } from "./subject.ts";

/** The subject with the tokens of the reporting words; `inherit` asks for the speaker of the quotation before. */
export interface Found {
  readonly subject: Subject | null;
  readonly cue: { readonly first: number; readonly last: number } | null;
  readonly inherit: boolean;
  /** No cue reports speech: only the neighbourhood tells. */
  readonly inferred?: boolean;
}

/** The owner of a speech noun: "X's answer", "her line". */
export function possessor(tokens: readonly FrameToken[], first: number, noun: number): Found | null {
  for (let i = noun - 1; i >= first; i--) {
    if (/^['’]s?$/.test(tokens[i]!.text)) {
      const phrase = phraseEndingAt(tokens, i - 1);
      if (phrase) return { subject: plain(phrase), cue: { first: noun, last: noun }, inherit: false };
    }
    if (/^(?:his|her)$/i.test(tokens[i]!.text)) {
      return { subject: plain({ first: i, last: i }), cue: { first: noun, last: noun }, inherit: false };
    }
  }
  return null;
}

/** A subject that nothing stands beside. */
export function plain(phrase: { first: number; last: number }): Subject {
  return { phrase, beside: null, first: phrase.first, last: phrase.last };
}
