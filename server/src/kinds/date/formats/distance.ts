/**
 * Lengths counted from the reference day: "three years ago", "two weeks from now", "in two months", "the past twelve
 * months", "the next 3 days".
 */
import type { DurationUnit } from "../../types.ts";
import {
  at,
  type Core,
  type CoreParser,
  fixed,
  phraseFrom,
  phraseTable,
  type Scan,
  skipThe,
  word,
} from "../grammar.ts";
import { offPlan } from "./anchored.ts";
import { chainAt, chainLength, moveByChain } from "./chain.ts";
import { grainOf, hedgeAt, hedged, lengthAt, unitAt } from "./duration.ts";
import { moveBy } from "./move.ts";
import { measureAt } from "./number.ts";
import { unitAround } from "./units.ts";

/** "three years ago", "a fortnight ago", "more than 3 years ago", "two weeks from now", "in two months". */
const distance: CoreParser = (scan, i) => {
  const inFuture = word(scan, i) === "in";
  const hedge = hedgeAt(scan, inFuture ? i + 1 : i);
  const length = lengthAt(scan, hedge?.next ?? (inFuture ? i + 1 : i));
  if (length === null) return null;
  const { next } = length;
  // "came in two weeks late": the verb's own word.
  if (inFuture && offPlan(scan, next) !== null) return null;
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
  const core = moved(scan, next, length.high, 1, length.unit, hedge?.hedge ?? null);
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

/** "permits last five years": a plural subject stands before the verb. */
function lastsThere(scan: Scan, before: number): boolean {
  const subject = word(scan, before);
  return LAST_THE_VERB.test(subject) || (/^[a-z]{3,}[^aius]s$/.test(subject) && !/^does$/.test(subject));
}

/** "the past twelve months", "last 2 weeks", "the next three days", "the coming two years". */
const window: CoreParser = (scan, i) => {
  const s = skipThe(scan, i);
  const shift = at(scan, s).term?.shift;
  if (shift === undefined || shift.anchored || shift.by === 0) return null;
  const length = lengthAt(scan, s + 1);
  if (length === null || length.measure.article || length.unit === "hour" || length.unit === "minute")
    return null;
  if (word(scan, length.next) === "of" && word(scan, s) === "last") return null;
  if (s === i && word(scan, s) === "last" && lastsThere(scan, i - 1)) return null;
  const past = shift.by < 0;
  const edge = moveBy(scan.today, (past ? -1 : 1) * length.high, length.unit);
  const interval = past ? { from: edge, to: scan.today - 1 } : { from: scan.today + 1, to: edge };
  const duration = hedged(length.low, length.high, null, length.measure.rough, length.unit);
  return fixed(length.next, interval, grainOf({ unit: length.unit }), "y", { duration });
};

/** "the five past years", "the 2 upcoming months": the number before the direction. */
const numberedWindow: CoreParser = (scan, i) => {
  const start = skipThe(scan, i);
  const count = measureAt(scan, start);
  const shift = count === null ? undefined : at(scan, count.next).term?.shift;
  if (count === null || count.article || shift === undefined || shift.anchored || shift.by === 0) return null;
  const unit = unitAt(scan, count.next + 1);
  if (unit === null || unit.unit === "hour" || unit.unit === "minute") return null;
  if (at(scan, unit.next - 1).term?.plural !== true || !Number.isInteger(count.value)) return null;
  const amount = count.value * unit.times;
  const edge = moveBy(scan.today, shift.by * amount, unit.unit);
  const past = shift.by < 0;
  const interval = past ? { from: edge, to: scan.today - 1 } : { from: scan.today + 1, to: edge };
  const duration = hedged(amount, amount, null, false, unit.unit);
  return fixed(unit.next, interval, grainOf(unit), "y", { duration });
};

/** "2 years, 1 month and 21 days ago", "1 month 2 days from now". */
const chained: CoreParser = (scan, i) => {
  const chain = chainAt(scan, i);
  if (chain === null) return null;
  const ago = word(scan, chain.next) === "ago";
  const ahead = /^(from|after)$/.test(word(scan, chain.next)) && word(scan, chain.next + 1) === "now";
  if (!ago && !ahead) return null;
  const sign = ago ? -1 : 1;
  const serial = moveByChain(scan.today, sign, chain);
  const duration = chainLength(scan, sign, chain);
  return fixed(chain.next + (ago ? 1 : 2), { from: serial, to: serial }, "day", "y", { duration });
};

const NAMED_DAYS = phraseTable<number>([
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
  ["the day after tomorrow", 2],
  ["the day before yesterday", -2],
]);

/** "two days from tomorrow", "three weeks after today", "two days before yesterday". */
const fromNamedDay: CoreParser = (scan, i) => {
  const length = lengthAt(scan, i);
  if (length === null || length.low !== length.high) return null;
  const side = word(scan, length.next);
  if (!/^(from|after|before)$/.test(side)) return null;
  const named = phraseFrom(scan, length.next + 1, NAMED_DAYS);
  if (named === null || (side === "from" && named.means === 0)) return null;
  const sign = side === "before" ? -1 : 1;
  const serial = moveBy(scan.today + named.means, sign * length.high, length.unit);
  return fixed(named.next, { from: serial, to: serial }, "day", "ymd");
};

/** "a year from next month", "two weeks from last week": a period that many lengths on. */
const fromNamedPeriod: CoreParser = (scan, i) => {
  const length = lengthAt(scan, i);
  if (length === null || length.low !== length.high || word(scan, length.next) !== "from") return null;
  const k = skipThe(scan, length.next + 1);
  const shift = at(scan, k).term?.shift;
  const unit = at(scan, k + 1).term?.unit;
  if (shift === undefined || shift.anchored || unit === undefined || unit === "day") return null;
  // "12 million a year from the last year of the plan": a rate, and no distance.
  if (word(scan, k + 2) === "of") return null;
  const named = unitAround(scan.today, unit, shift.by);
  if (named === null) return null;
  const from = moveBy(named.interval.from, length.high, length.unit);
  const to = moveBy(named.interval.to + 1, length.high, length.unit) - 1;
  return fixed(k + 2, { from, to }, named.grain, "ym");
};

export const distanceParsers: readonly CoreParser[] = [
  distance,
  chained,
  fromNamedDay,
  fromNamedPeriod,
  window,
  numberedWindow,
];
