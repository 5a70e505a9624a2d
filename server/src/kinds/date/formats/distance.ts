/**
 * Lengths counted from the reference day: "three years ago", "two weeks from now", "in two months", "the past twelve
 * months", "the next 3 days".
 */
import type { DurationUnit } from "../../types.ts";
import { shiftMonths } from "../calendar.ts";
import { at, type Core, type CoreParser, fixed, type Scan, skipThe, word } from "../grammar.ts";
import { grainOf, hedgeAt, hedged, lengthAt } from "./duration.ts";

/** Moves a day by a length; whole months where the unit is a month or longer. */
export function moveBy(serial: number, amount: number, unit: DurationUnit): number {
  const months = { month: 1, quarter: 3, year: 12, decade: 120 } as Readonly<Record<string, number>>;
  const per = months[unit];
  if (per !== undefined) return shiftMonths(serial, Math.round(amount * per));
  if (unit === "working-day") return moveWorking(serial, Math.round(amount));
  const days = { week: 7, day: 1, hour: 1 / 24, minute: 1 / 1440 } as Readonly<Record<string, number>>;
  return serial + Math.trunc(amount * (days[unit] ?? 0));
}

function moveWorking(serial: number, days: number): number {
  const weekday = (((serial + 3) % 7) + 7) % 7;
  const start = weekday > 4 ? serial - (weekday - 4) : serial;
  const index = Math.min(weekday, 4) + days;
  return start - Math.min(weekday, 4) + Math.floor(index / 5) * 7 + (((index % 5) + 5) % 5);
}

/** "three years ago", "a fortnight ago", "more than 3 years ago", "two weeks from now", "in two months". */
const distance: CoreParser = (scan, i) => {
  const inFuture = word(scan, i) === "in";
  const hedge = hedgeAt(scan, inFuture ? i + 1 : i);
  const length = lengthAt(scan, hedge?.next ?? (inFuture ? i + 1 : i));
  if (length === null) return null;
  const { next } = length;
  const ago = word(scan, next) === "ago" || (word(scan, next) === "back" && word(scan, next + 1) !== "to");
  const fromNow = /^(from|hence)$/.test(word(scan, next)) && /^(now|today)$/.test(word(scan, next + 1));
  const time = inFuture && word(scan, next) === "'" ? next + 1 : -1;
  const toTime =
    time > 0 && word(scan, time) === "time"
      ? time + 1
      : time > 0 && word(scan, time + 1) === "time"
        ? time + 2
        : -1;
  if (ago) return moved(scan, next + 1, length.high, -1, length.unit, hedge?.hedge ?? null);
  if (fromNow) return moved(scan, next + 2, length.high, 1, length.unit, hedge?.hedge ?? null);
  if (toTime > 0) return moved(scan, toTime, length.high, 1, length.unit, hedge?.hedge ?? null);
  if (!inFuture || hedge?.hedge === "under") return null;
  const core = moved(scan, next, length.high, 1, length.unit, null);
  return { ...core, doubt: "duration" };
};

function moved(
  scan: Scan,
  next: number,
  amount: number,
  sign: number,
  unit: DurationUnit,
  hedge: Parameters<typeof hedged>[2],
): Core {
  const serial = moveBy(scan.today, sign * amount, unit);
  const duration = hedged(amount, amount, hedge, false, unit);
  const core = fixed(next, { from: serial, to: serial }, grainOf({ unit }), "y", { duration });
  const far = hedge === "over" || hedge === "least" || hedge === "above";
  if (far && sign < 0)
    return {
      ...core,
      bound: "before",
      openFrom: true,
      choices: () => [{ from: serial - 1, to: serial - 1 }],
    };
  if (hedge === "under" && sign < 0)
    return { ...core, bound: "after", openTo: true, choices: () => [{ from: serial + 1, to: serial + 1 }] };
  return core;
}

/** "will last six days". */
const LAST_THE_VERB =
  /^(and|will|would|to|can|could|must|shall|should|may|might|not|they|which|that|usually|often)$/;

/** "the past twelve months", "last 2 weeks", "the next three days", "the coming two years". */
const window: CoreParser = (scan, i) => {
  const s = skipThe(scan, i);
  const shift = at(scan, s).term?.shift;
  if (shift === undefined || shift.anchored || shift.by === 0) return null;
  const length = lengthAt(scan, s + 1);
  if (length === null || length.measure.article || length.unit === "hour" || length.unit === "minute")
    return null;
  if (word(scan, length.next) === "of" && word(scan, s) === "last") return null;
  if (s === i && word(scan, s) === "last" && LAST_THE_VERB.test(word(scan, i - 1))) return null;
  const past = shift.by < 0;
  const edge = moveBy(scan.today, (past ? -1 : 1) * length.high, length.unit);
  const interval = past ? { from: edge, to: scan.today - 1 } : { from: scan.today + 1, to: edge };
  const duration = hedged(length.low, length.high, null, length.measure.rough, length.unit);
  return fixed(length.next, interval, grainOf({ unit: length.unit }), "y", { duration });
};

export const distanceParsers: readonly CoreParser[] = [distance, window];
