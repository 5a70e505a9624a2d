/**
 * Explains a claim that no source states but one or two of its dates imply: a weekday, the length between two dates, a
 * later day. Pure arithmetic; whether the dates belong together is for the caller to know.
 */
import type { DateValue, Day, DurationUnit } from "../types.ts";
import { anchorOf } from "./anchors.ts";
import { daysInclusive, formatDay, parseDay } from "./calendar.ts";
import { compareDates } from "./compare.ts";
import { weekdayIn } from "./compare-weekdays.ts";
import { moveBy } from "./formats/move.ts";
import { compareLengths, daysIn } from "./lengths.ts";
import { wordDate, wordLength } from "./plain.ts";
import { WEEKDAYS } from "./words.ts";

export interface Derivation {
  /** The arithmetic in plain words: "2 May to 3 May is two days". */
  readonly explanation: string;
  /** Indices into the dates given. */
  readonly uses: readonly number[];
}

/** Pairs are tried for at most so many dates. */
const MOST = 12;

/** How the claim follows from one or two of the dates (or lengths), or null. The claim's own date must not be given. */
export function matchDerivedDate(claim: DateValue, days: readonly DateValue[]): Derivation | null {
  const known = days.slice(0, MOST);
  if (claim.anchored && claim.duration !== null) return offsetOf(claim, known);
  if (claim.duration !== null && claim.from === null) return lengthOf(claim, known) ?? spanOf(claim, known);
  if (claim.from === null && claim.to === null) return null;
  return weekdayOfOne(claim, known) ?? shiftedDay(claim, known);
}

/** "By 9 May" of "within 60 days", counted from the day of the document that sets it. */
export function matchDeadline(claim: DateValue, lengths: readonly DateValue[], day: Day): Derivation | null {
  if (claim.duration !== null || claim.anchored || !isNarrow(claim)) return null;
  for (const [at, { bound, duration, anchored }] of lengths.entries()) {
    if (bound !== "within" || anchored || !duration || duration.max === null || daysIn(duration.unit) < 1)
      continue;
    const end = formatDay(moveBy(parseDay(day), duration.max, duration.unit));
    if (!isEnd(claim, end)) continue;
    const side = `${wordLength(duration.max, duration.unit, duration.max < 11)} after ${wordDate(dayValue(day))}`;
    return { explanation: `${side} is ${wordDate(dayValue(end))}`, uses: [at] };
  }
  return null;
}

/** A day, or a part of a month such as "late October"; a whole month would be met by chance. */
function isNarrow({ stated, grain, text }: DateValue): boolean {
  return (
    stated.day ||
    stated.weekday ||
    (grain === "month" && /\b(?:mid|middle|early|late|end|start)\b/i.test(text))
  );
}

function isEnd(claim: DateValue, end: Day): boolean {
  if (claim.grain === "month") return compareDates(claim, dayValue(end)) === "agrees";
  return [claim.from, claim.to].every((day) => day === null || day === end);
}

function dayValue(day: Day): DateValue {
  return {
    kind: "date",
    start: 0,
    end: 0,
    text: day,
    from: day,
    to: day,
    grain: "day",
    stated: { year: true, month: true, day: true, weekday: false },
    bound: "on",
    duration: null,
    anchored: false,
    time: null,
  };
}

function weekdayOfOne(claim: DateValue, days: readonly DateValue[]): Derivation | null {
  if (!claim.stated.weekday) return null;
  const weekday = weekdayIn(claim.text);
  const at = days.findIndex(
    (d) => d.from !== null && d.from === d.to && d.stated.day && compareDates(claim, d) === "agrees",
  );
  const day = days[at];
  if (day === undefined || weekday === 0) return null;
  return { explanation: `${wordDate(day)} is a ${WEEKDAYS[weekday - 1]}`, uses: [at] };
}

/** The length of one range: "from 15 to 18 January" is four days, "March to August" six months. */
function spanOf(claim: DateValue, days: readonly DateValue[]): Derivation | null {
  for (const [at, day] of days.entries()) {
    if (day.from === null || day.to === null || day.duration !== null) continue;
    const length = daysInclusive(day.from, day.to);
    const nights = length - 1;
    if (anchorOf(day)?.range !== true && length < 28) continue;
    const fits = fitsLength(claim, length) || (nights > 6 && fitsLength(claim, nights));
    if (fits) return { explanation: `${wordDate(day)} is ${wordSpan(length, claim)}`, uses: [at] };
  }
  return null;
}

/** The length between two dates, whichever end is counted. */
function lengthOf(claim: DateValue, days: readonly DateValue[]): Derivation | null {
  for (const [i, j, first, second] of pairs(days)) {
    const length = second.to - first.to;
    if (length <= 0) continue;
    if (fitsLength(claim, length) || fitsLength(claim, length + 1)) {
      return { explanation: between(days, i, j, wordSpan(length, claim)), uses: [i, j] };
    }
  }
  return null;
}

/** "a week later", "two days earlier": two dates that lie so far apart. */
function offsetOf(claim: DateValue, days: readonly DateValue[]): Derivation | null {
  const length = claim.duration;
  if (length === null) return null;
  if (length.min === 0 && length.max === 0) return null;
  for (const [i, j, first, second] of pairs(days)) {
    const apart = second.from - first.from;
    if (apart > 0 && fitsLength(claim, apart))
      return { explanation: between(days, i, j, wordSpan(apart, claim)), uses: [i, j] };
  }
  return null;
}

/**
 * A day and a length make another day: 24 hours after 29 April is 30 April. "In 2018, four years after the weir went" tells when
 * the weir went, too.
 */
function shiftedDay(claim: DateValue, days: readonly DateValue[]): Derivation | null {
  for (const [i, day] of days.entries()) {
    if (day.from === null || day.to === null || day.duration !== null || anchorOf(day)?.range === true)
      continue;
    for (const [j, other] of days.entries()) {
      const length = other.duration;
      const amount = length === null ? null : (length.max ?? length.min);
      if (length === null || amount === null || other.from !== null) continue;
      for (const step of stepsOf(day, other, amount)) {
        const value = moved(day, step, length.unit);
        if (!value || compareDates(claim, value) !== "agrees") continue;
        const side = step < 0 ? "before" : "after";
        return {
          explanation: `${wordLength(amount, length.unit, amount < 11)} ${side} ${wordDate(day)} is ${wordDate(value)}`,
          uses: [i, j],
        };
      }
    }
  }
  return null;
}

/** How far, and to which side, the other day may lie: an offset behind the day is counted to it from the event that it names. */
function stepsOf(day: DateValue, { bound, start, anchored, text }: DateValue, amount: number): number[] {
  const step = bound === "before" ? -amount : amount;
  const isCounted = anchored && start >= day.end && (bound === "before" || bound === "after");
  // "In May, and a year later" counts on from the day itself.
  if (isCounted && !/\b(?:later|earlier|afterwards|beforehand)$/i.test(text)) return [step, -step];
  // A month and some length make another month too often by chance.
  return day.from === day.to ? [step] : [];
}

/** The day so much earlier or later; null where the unit is too small for it to move. */
function moved(day: DateValue, step: number, unit: DurationUnit): DateValue | null {
  const [from, to] = [day.from, day.to].map((one) => formatDay(moveBy(parseDay(one!), step, unit)));
  return from === day.from ? null : { ...day, from: from!, to: to!, text: "" };
}

function* pairs(
  days: readonly DateValue[],
): Generator<readonly [number, number, { from: number; to: number }, { from: number; to: number }]> {
  const anchors = days.map((d) => (d.duration !== null && d.from !== d.to ? null : anchorOf(d)));
  for (const [i, first] of anchors.entries()) {
    for (const [j, second] of anchors.entries()) {
      if (i !== j && first !== null && second !== null && first.to <= second.to) yield [i, j, first, second];
    }
  }
}

/** The claim's length, hedges included, is so many days. */
function fitsLength(claim: DateValue, days: number): boolean {
  if (claim.duration === null || claim.duration.unit === "working-day") return false;
  const exact = {
    ...claim,
    text: "",
    bound: "on" as const,
    duration: { min: days, max: days, unit: "day" as const, approximate: false },
  };
  if (compareLengths(claim, exact) !== "agrees") return false;
  const unit = daysIn(claim.duration.unit);
  return unit <= 7
    ? Math.abs(days / unit - Math.round(days / unit)) < 0.01 ||
        claim.duration.approximate ||
        claim.duration.min !== claim.duration.max
    : true;
}

function wordSpan(days: number, claim: DateValue): string {
  const unit = claim.duration?.unit;
  if (unit === "week" && days % 7 === 0) return wordLength(days / 7, "week", true);
  if ((unit === "month" || unit === "year" || unit === "quarter") && days > 45) {
    const months = Math.round(days / 30.44);
    return months % 12 === 0 ? wordLength(months / 12, "year", true) : wordLength(months, "month", true);
  }
  return wordLength(days, "day", days < 11);
}

function between(days: readonly DateValue[], i: number, j: number, length: string): string {
  const [a, b] = [days[i], days[j]];
  return a === undefined || b === undefined ? "" : `from ${plain(a)} to ${plain(b)} is ${length}`;
}
function plain(value: DateValue): string {
  return wordDate({
    ...value,
    bound: "on",
    ...(value.from === null || value.to === null
      ? { from: value.to ?? value.from, to: value.to ?? value.from }
      : {}),
  });
}
