/**
 * Dates that count from another event, left unresolved: "a week later", "two days before the opening", "the following
 * March", "the next day", "that year". The direction stands in the bound: "after" for later, "before" for earlier.
 */
import type { DurationUnit } from "../../types.ts";
import { monthOf, seasonOf } from "../calendar.ts";
import {
  at,
  type Core,
  type CoreParser,
  dayless,
  type Scan,
  skipThe,
  stated,
  word,
  yearly,
} from "../grammar.ts";
import { monthName } from "./absolute.ts";
import { chainAt, chainLength } from "./chain.ts";
import { grainOf, hedgeAt, hedged, lengthAt } from "./duration.ts";

const LATER = /^(later|after|afterwards|afterward|on|following|since)$/;
const EARLIER = /^(earlier|before|beforehand|previously|prior)$/;

/** "late", "behind schedule", "ahead of the plan": which side of the plan, and where the lexeme after it stands. */
export function offPlan(scan: Scan, i: number): { next: number; later: boolean } | null {
  const side = word(scan, i);
  if (/^(late|early|overdue)$/.test(side)) {
    const after = at(scan, i + 1);
    const dated = after.kind === "number" || (after.kind === "word" && after.term !== undefined);
    if (dated || DATED.test(after.lower)) return null;
    return { next: i + 1, later: side !== "early" };
  }
  const later = side === "behind";
  if (!later && !(side === "ahead" && word(scan, i + 1) === "of")) return null;
  const plan = skipThe(scan, i + (later ? 1 : 2));
  const own = /^(its|their|our|his|her)$/.test(word(scan, plan)) ? plan + 1 : plan;
  return PLAN.test(word(scan, own)) ? { next: own + 1, later } : null;
}

const PLAN = /^(schedule|plan|plans|time|target|timetable|deadline|programme|program)$/;
/** "early in the year", "late on Friday": a part of what follows. */
const DATED = /^(in|on|this|next|last|that|the|at|of|into|-)$/;

/** "two weeks late", "seven months behind schedule", "a year ahead of the plan": counted from the day planned. */
const delay: CoreParser = (scan, i) => {
  const hedge = hedgeAt(scan, i);
  const length = lengthAt(scan, hedge?.next ?? i);
  const off = length === null ? null : offPlan(scan, length.next);
  if (length === null || off === null) return null;
  const duration = hedged(length.low, length.high, hedge?.hedge ?? null, length.measure.rough, length.unit);
  return dayless(off.next, grainOf(duration), {
    duration,
    anchored: true,
    bound: off.later ? "after" : "before",
  });
};

/** "a week later", "six days earlier", "two days after the vote"; "on" counts only at a clause's end. */
const offset: CoreParser = (scan, i) => {
  const hedge = hedgeAt(scan, i);
  const length = lengthAt(scan, hedge?.next ?? i);
  if (length === null) return null;
  const toTheDay = ["to", "the", "day"].every((text, k) => word(scan, length.next + k) === text);
  const where = toTheDay ? length.next + 3 : length.next;
  const side = word(scan, where);
  const later = LATER.test(side);
  if (!later && !EARLIER.test(side)) return null;
  const after = at(scan, where + 1);
  if (
    (side === "on" || side === "since" || side === "following") &&
    after.kind !== "mark" &&
    after.kind !== "end"
  )
    return null;
  const duration = hedged(length.low, length.high, hedge?.hedge ?? null, length.measure.rough, length.unit);
  const next = side === "prior" && word(scan, where + 1) === "to" ? where + 2 : where + 1;
  return dayless(next, grainOf(duration), { duration, anchored: true, bound: later ? "after" : "before" });
};

/** "2 years and 21 days later". */
const chainedOffset: CoreParser = (scan, i) => {
  const chain = chainAt(scan, i);
  if (chain === null) return null;
  const later = word(scan, chain.next) === "later";
  if (!later && word(scan, chain.next) !== "earlier") return null;
  const duration = chainLength(scan, later ? 1 : -1, chain);
  return dayless(chain.next + 1, "day", { duration, anchored: true, bound: later ? "after" : "before" });
};

/** "the following day", "the previous year", "that week", "the next day", "the same month", "the day after". */
const neighbour: CoreParser = (scan, i) => {
  const k = skipThe(scan, i);
  const term = at(scan, k).term;
  const side = word(scan, k + 1);
  const unitAfter = k > i && /^(day|week|month|year)$/.test(word(scan, k)) && /^(after|before)$/.test(side);
  if (unitAfter && !/^(tomorrow|yesterday|next|last)$/.test(word(scan, k + 2)) && term?.unit !== undefined) {
    return step(k + 2, 1, term.unit as DurationUnit, side === "after" ? 1 : -1);
  }
  const shift = term?.shift;
  const nextDay = k > i && word(scan, k) === "next" && word(scan, k + 1) === "day";
  if (shift === undefined || (!shift.anchored && !nextDay)) return null;
  const unit = at(scan, k + 1).term;
  if (
    unit?.unit === undefined ||
    unit.plural ||
    unit.unit === "weekend" ||
    unit.unit === "century" ||
    unit.unit === "half" ||
    unit.unit === "season"
  )
    return null;
  if (k === i && !maybeBare(scan, k)) return null;
  return step(k + 2, shift.by === 0 ? 0 : 1, unit.unit, shift.by);
};

/** "that week"; "for previous quarter", "on following Friday", where the article is dropped after a preposition. */
function maybeBare(scan: Scan, i: number): boolean {
  return word(scan, i) === "that" || (word(scan, i) !== "same" && DROPPING.test(word(scan, i - 1)));
}
const DROPPING = /^(for|in|on|during|over|since|until|by)$/;

function step(next: number, amount: number, unit: Parameters<typeof hedged>[4], by: number): Core {
  const duration = hedged(amount, amount, null, false, unit);
  const bound = by > 0 ? "after" : by < 0 ? "before" : "on";
  return dayless(next, grainOf(duration), { duration, anchored: true, bound });
}

/** "the following March", "the previous autumn", "that October", "the following Tuesday". */
const anchoredName: CoreParser = (scan, i) => {
  const k = skipThe(scan, i);
  const shift = at(scan, k).term?.shift;
  if (shift === undefined || !shift.anchored || (k === i && !maybeBare(scan, k))) return null;
  const month = monthName(scan, k + 1);
  if (month !== null && !month.short && !month.loose) {
    const m = month.month;
    return yearly(month.next, (y) => monthOf(y, m), "month", "m", { anchored: true, month: m });
  }
  const term = at(scan, k + 1).term;
  if (term?.season !== undefined) {
    const n = term.season;
    return yearly(k + 2, (y) => seasonOf(y, n), "season", "m", { anchored: true });
  }
  if (term?.weekday === undefined || term.short) return null;
  return dayless(k + 2, "weekday", { anchored: true, stated: stated("w") });
};

export const anchoredParsers: readonly CoreParser[] = [offset, delay, chainedOffset, neighbour, anchoredName];
