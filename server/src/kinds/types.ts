/**
 * Typed values: what a reader finds in a sentence, each with its span in that sentence.
 * Knows the text layer only.
 */
import type { Span } from "../text/types.ts";

/** The kinds of claim, as the contract names them and in the order in which they are listed. */
export const KINDS = [
  "date",
  "quantity",
  "quotation",
  "speaker",
  "role",
  "name",
  "polarity",
  "relation",
] as const;
export type Kind = (typeof KINDS)[number];
/** How a claim stands against the sources. */
export type Verdict = "supported" | "contradicted" | "unsupported" | "disputed";

/** A day of the proleptic Gregorian calendar, ISO "YYYY-MM-DD"; such strings compare as dates do. */
export type Day = string;

/**
 * A date expression. `from` and `to` are the first and the last day, both inside; null is open.
 * A duration has neither bound; its length stands in `duration`.
 */
export interface DateValue extends Span {
  readonly kind: "date";
  readonly text: string;
  readonly from: Day | null;
  readonly to: Day | null;
  /** The finest unit that the words state. */
  readonly grain:
    | "day"
    | "weekday"
    | "week"
    | "month"
    | "quarter"
    | "half"
    | "season"
    | "year"
    | "fiscal-year"
    | "decade"
    | "century"
    | "time";
  /** Which components the words state; all others are inferred from the document's date or from context. */
  readonly stated: {
    readonly year: boolean;
    readonly month: boolean;
    readonly day: boolean;
    readonly weekday: boolean;
  };
  /** Relation of the event to the interval: "by 30 June" is before-or-on, "after 1 May" after. */
  readonly bound: "on" | "by" | "before" | "until" | "since" | "from" | "after" | "within" | "around";
  /** For a duration, or an offset such as "three weeks later": its length. `min`/`max` in `unit`s, null is open. */
  readonly duration: {
    readonly min: number | null;
    readonly max: number | null;
    readonly unit: DurationUnit;
    readonly approximate: boolean;
  } | null;
  /** True when the words count from another event ("a week later", "two days before the opening"), which is not resolved. */
  readonly anchored: boolean;
  /** Clock time in minutes after midnight, when the words give one ("3:40 a.m."), else null. */
  readonly time: number | null;
  /** What the words leave out was decided by their tense ("signed in August"), not only by nearness; else absent. */
  readonly tenseDecides?: boolean;
  /** The day on which a plain length was told, which one that goes on is counted back from; else absent. */
  readonly told?: Day;
  /** The words give it up for another date ("planned for 3 May, will now …"); else absent. */
  readonly superseded?: boolean;
}
export type DurationUnit =
  | "minute"
  | "hour"
  | "day"
  | "working-day"
  | "week"
  | "month"
  | "quarter"
  | "year"
  | "decade";

/**
 * A quantity as an interval in plain numbers: 2.4 billion euros is 2400000000 `EUR`, 12 percent is 12 `percent`,
 * "a third" is 100/3 `percent` with `fraction`. `min` and `max` are inclusive unless the flag says so; null is open.
 */
export interface QuantityValue extends Span {
  readonly kind: "quantity";
  readonly text: string;
  readonly min: number | null;
  readonly max: number | null;
  /** "more than 30" excludes 30. */
  readonly minExclusive: boolean;
  readonly maxExclusive: boolean;
  /** "about", "some", "roughly", "nearly", "just over": the number is not exact. */
  readonly approximate: boolean;
  /**
   * ISO 4217 code ("EUR", "USD" for "$" without context), "percent", "percentage-point", "basis-point", a measure's
   * base name ("kilometre", "tonne", "hectare", "megawatt"), "ratio" for multiples ("doubled", "threefold", "twice as many"),
   * "ordinal" ("the sixth"), "vote" ("12–0"), or the lemma of the counted noun ("country"); null where none is named.
   */
  readonly unit: string | null;
  /** What sort of unit it is. */
  readonly dimension: "count" | "share" | "points" | "money" | "measure" | "ratio" | "ordinal" | "vote";
  /** The span of the digits or number words alone ("nearly [40] percent"). */
  readonly number: Span;
  /** The span of the hedge or bound words ("nearly", "more than", the "+" of "30+"), or null. */
  readonly hedge: Span | null;
  /** How the number is written, so that a correction can be written alike. */
  readonly style: {
    readonly words: boolean;
    readonly separator: "," | " " | "." | "";
    readonly decimals: number;
    readonly scale: "" | "thousand" | "million" | "billion" | "trillion";
  };
  /** The counted noun with its modifiers ("[EU member states]"), or null. */
  readonly noun: Span | null;
  /** +1 for a rise, -1 for a fall, 0 where no direction is said ("fell by 4 percent" is -1). */
  readonly direction: -1 | 0 | 1;
  /** A rate's denominator ("a month", "per gram"), as its lemma, or null. */
  readonly per: string | null;
  /** The single number that the words come nearest to: 30 for "30+", 40 for "nearly 40", the middle of a range. */
  readonly nominal: number;
  /** "two in five", "a third", "half of the fourteen": the value is a part of a whole that the words name. */
  readonly fraction: boolean;
  /** The whole that the words name: 14 in "12 of 14", 5 in "two in five", 19 in "all nineteen", 2 in "both". */
  readonly whole?: number;
  /** The other side of a vote: 1 in "4–1"; `min` and `max` are the votes for. */
  readonly against?: number;
  /** With a direction: the number is where it ended or began ("rose to 31", "from 26"), not by how much it changed. */
  readonly level?: boolean;
}

/** How two values of one kind stand to each other, claim first. */
export type Relation =
  /** The source's value makes the claim's true. */
  | "agrees"
  /** They cannot both be true of one thing. */
  | "conflicts"
  /** They cannot be compared (other units, other grain), or nothing follows. */
  | "unrelated";
