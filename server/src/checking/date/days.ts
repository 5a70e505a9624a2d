/**
 * How a claim's day lies to the day of its own text and to those of the sources: the day of a draft's next meeting, of its
 * heading or of a source's publication is seldom an event's day told wrong. For deciding only, as it looks at the day itself.
 */
import type { DateValue, Day } from "../../kinds/types.ts";
import type { Pairing } from "../alignment/align.ts";
import type { ValuePair } from "../alignment/values.ts";
import type { Features } from "../model.ts";

/** What the claim is judged beside. */
export interface Setting {
  /** The draft's day. */
  readonly day: Day;
  readonly pairings: readonly Pairing[];
}

/** The same names whether or not there is a conflict, and a day to speak of. */
export function dayFeatures(
  claim: DateValue,
  conflict: ValuePair<DateValue> | null,
  { day, pairings }: Setting,
): Features {
  const mine = dayOf(claim);
  const told = conflict?.pairing.statement.source.day ?? null;
  const theirs = conflict && dayOf(conflict.value);
  return {
    "w.draftDay": isDay(claim, day) ? 1 : 0,
    "w.toDraft": distance(mine, day),
    "w.sourceDay": told && isDay(claim, told) ? 1 : 0,
    "w.anySourceDay": pairings.some(({ statement }) => isDay(claim, statement.source.day)) ? 1 : 0,
    "w.toSource": distance(mine, told),
    "w.theirsToSource": distance(theirs, told),
    "w.theirsToDraft": distance(theirs, day),
  };
}

function dayOf({ from, to, duration }: DateValue): Day | null {
  return duration === null ? (from ?? to) : null;
}

function isDay({ from, to, stated, duration }: DateValue, day: Day): boolean {
  return duration === null && stated.day && (from ?? to) === day;
}

/** Days from the second to the first by order of size, with their sign; 0 where there is none. */
function distance(one: Day | null, other: Day | null): number {
  if (!one || !other) return 0;
  const days = (Date.parse(one) - Date.parse(other)) / 86_400_000;
  return Math.sign(days) * Math.min(3, Math.log10(1 + Math.abs(days)));
}
