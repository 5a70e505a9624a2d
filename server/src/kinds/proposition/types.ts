/**
 * What a sentence says of an event or a state: so or not so, done or only proposed, by whom to whom.
 * Knows words and tokens; nothing of alignment.
 */
import type { Span } from "../../text/types.ts";

/** How far the words commit themselves to the event. */
export type Mood =
  /** It is, was or will be so. */
  | "asserted"
  /** may, might, could, perhaps */
  | "possible"
  /** proposed, planned, considered, asked for: named, but not done. */
  | "intended"
  /** if, unless, were … to: not claimed at all. */
  | "supposed";

/** One event, state or property that a sentence speaks of. */
export interface Predicate {
  /** Token index of the head: a verb, a noun that names an act, what follows a copula, or a word of direction or degree. */
  readonly head: number;
  readonly lemma: string;
  /** Word family of the head. */
  readonly key: string;
  readonly form: "verb" | "noun" | "complement" | "modifier";
  /** Lemma of the word that tells what is done: the noun of a light verb ("took a decision"), else the head's own. */
  readonly meaning: string;
  /** Token index of the verb that this one is embedded under ("advises to avoid"), or null. */
  readonly governor: number | null;
  /** The verb group ("has not been adopted") or the head itself, in the sentence's text. */
  readonly span: Span;
  /** Token range of the same, end exclusive. */
  readonly tokens: Span;
  readonly polarity: 1 | -1;
  /** The words that make it negative ("not", "no", "without"), in the sentence's text. */
  readonly negation: Span | null;
  readonly mood: Mood;
  /** Lemma of what makes it possible or intended ("may", "propose"), or null. */
  readonly operator: string | null;
  readonly operatorSpan: Span | null;
  readonly tense: "past" | "present" | "future" | "none";
  readonly passive: boolean;
  /** The object is a pronoun alone: "has not lodged one", "received it". */
  readonly pronominal: boolean;
  /** An auxiliary alone whose verb this sentence does not say: "none were". */
  readonly bare: boolean;
  /** Said only by its object: "but not the levy" behind "supports the rise". */
  readonly gapped?: boolean;
  /** Token ranges, end exclusive; null where the sentence does not say. */
  readonly subject: Span | null;
  readonly object: Span | null;
}
