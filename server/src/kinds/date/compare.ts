/**
 * Compares two dates, claim first: interval algebra with bounds and grain. Only what the words state can conflict:
 * an inferred year never does alone, and a weekday speaks for its weekday.
 */
import type { DateValue, Relation } from "../types.ts";
import {
  type Anchor,
  anchorOf,
  correction,
  gap,
  opposed,
  slackOf,
  turningDay,
  unitHolding,
} from "./anchors.ts";
import { civilOf, shiftMonths, weekdayOfSerial } from "./calendar.ts";
import { compareWithDayless } from "./compare-dayless.ts";
import { compareWeekdays, holdsWeekday, isWeekdayOnly, weekdayIn } from "./compare-weekdays.ts";
import { compareLengths } from "./lengths.ts";
import { isTurnedRound, saysNotBefore } from "./turned.ts";

/**
 * How a claim stands to a source's value, if both date one thing.
 * "agrees": the source makes the claim true, also where the claim is coarser; "conflicts": what they state cannot both
 * be true; "unrelated": other sorts of value, or nothing follows.
 */
export function compareDates(claim: DateValue, source: DateValue): Relation {
  if (claim.time !== null || source.time !== null) return compareTimes(claim, source);
  if (claim.bound !== source.bound && (sameWords(claim, source) || isTurnedRound(claim, source)))
    return "unrelated";
  const relation = compareDays(claim, source);
  // "tomorrow" beside "tomorrow" of another day's text is repeated, and no day that is told wrong.
  const apart = claim.superseded !== source.superseded || sameWords(claim, source);
  return relation === "conflicts" && apart ? "unrelated" : relation;
}

function compareDays(claim: DateValue, source: DateValue): Relation {
  const c = anchorOf(claim);
  const s = anchorOf(source);
  if (c === null && s === null) return compareDayless(claim, source);
  if (c === null || s === null) return compareWithDayless(claim, source, c, s);
  if (isWeekdayOnly(claim) || isWeekdayOnly(source)) return compareWeekdays(claim, source, c, s);
  if (isDayOnly(claim) || isDayOnly(source)) return compareDayNumbers(claim, c, s);
  const relation = alignYears(claim, source, c, s);
  return relation === "agrees" ? checkWeekday(claim, source, s) : relation;
}

/** The same words with other bounds: a negation turned one of them round, and what it denies is not their day. */
function sameWords(claim: DateValue, source: DateValue): boolean {
  const [mine, theirs] = [claim, source].map(({ text }) => text.toLowerCase().replace(/\bthe /g, ""));
  return mine === theirs;
}

function compareTimes(claim: DateValue, source: DateValue): Relation {
  if (claim.time === null || source.time === null) return "unrelated";
  const apart = Math.abs(claim.time - source.time);
  const rough = claim.bound === "around" || source.bound === "around";
  if (apart === 0 || (rough && apart <= 30)) return "agrees";
  return claim.bound === source.bound || (claim.bound === "on" && source.bound === "on")
    ? "conflicts"
    : "unrelated";
}

/** Lengths, and offsets from some other event, of which the direction counts. */
function compareDayless(claim: DateValue, source: DateValue): Relation {
  if (claim.anchored !== source.anchored) {
    return compareLengths(claim, source) === "agrees" ? "agrees" : "unrelated";
  }
  if (claim.anchored && claim.bound !== source.bound) {
    return compareLengths(claim, source) === "agrees" ? "conflicts" : "unrelated";
  }
  return compareLengths(claim, source);
}

function isDayOnly(value: DateValue): boolean {
  return (
    value.grain === "day" && value.stated.day && !value.stated.month && !value.stated.year && !value.anchored
  );
}

function compareDayNumbers(claim: DateValue, c: Anchor, s: Anchor): Relation {
  if (c.side !== s.side && opposed(c, s)) return "unrelated";
  const apart = gap(c, s);
  if (apart === 0) return "agrees";
  return apart <= 20 && !claim.anchored && s.to - s.from < 20 ? "conflicts" : "unrelated";
}

/** Reads an inferred year as the one that fits best, and says so only where a stated one contradicts it. */
function alignYears(claim: DateValue, source: DateValue, c: Anchor, s: Anchor): Relation {
  const direct = compareAnchors(claim, source, c, s);
  if (direct === "agrees" || (claim.stated.year && source.stated.year)) return direct;
  // "until June" beside "since September 2023": no June before then is meant.
  if (direct === "unrelated" && c.side !== s.side && opposed(c, s)) return direct;
  // "up to 2030" beside "on 22 January": no year fits the day better than the one that its telling gives.
  if (claim.grain === "year" && claim.bound !== "on") return direct;
  const byStart = Math.round((turningDay(c) - turningDay(s)) / 365.25);
  const byEnd = Math.round((c.to - s.to) / 365.25);
  const relations = [byStart, byEnd].map((years) =>
    years === 0 ? direct : compareAnchors(claim, source, c, shifted(s, years)),
  );
  if (!relations.includes("agrees"))
    return c.range && relations.includes("unrelated") ? "unrelated" : (relations[0] ?? direct);
  return onlyYearsDiffer(claim, source, relations[0] === "agrees" ? byStart : byEnd);
}

/** All but an inferred year agrees: a year that the claim states may be wrong, one that it leaves out is not. */
function onlyYearsDiffer(claim: DateValue, source: DateValue, years: number): Relation {
  if (claim.stated.year === source.stated.year) return "agrees";
  const open = claim.stated.year ? source : claim;
  if (open.anchored || (open.tenseDecides !== true && Math.abs(years) <= 1)) return "agrees";
  if (open === claim) return "unrelated";
  return open.tenseDecides === true && open.grain === "day" && Math.abs(years) === 1
    ? "unrelated"
    : "conflicts";
}

function shifted(anchor: Anchor, years: number): Anchor {
  return {
    ...anchor,
    from: shiftMonths(anchor.from, years * 12),
    to: shiftMonths(anchor.to + 1, years * 12) - 1,
  };
}

/** "Monday 22 April" conflicts with a 22 April that is a Tuesday. */
function checkWeekday(claim: DateValue, source: DateValue, s: Anchor): Relation {
  if (!claim.stated.weekday || claim.grain !== "day") return "agrees";
  const weekday = weekdayIn(claim.text);
  const day = turningDay(s) + correction(s);
  if (weekday === 0 || s.to - s.from > 13 || !source.stated.day) return "agrees";
  const named = source.stated.weekday ? weekdayIn(source.text) : weekdayOfSerial(day);
  if (s.side === "on" && s.range) return holdsWeekday(s, day) ? "agrees" : "conflicts";
  const sameYear = claim.from !== null && claim.from.slice(0, 4) === source.from?.slice(0, 4);
  return source.stated.year || source.stated.weekday || claim.stated.year || sameYear
    ? named === weekday
      ? "agrees"
      : "conflicts"
    : "agrees";
}

function compareAnchors(claim: DateValue, source: DateValue, c: Anchor, s: Anchor): Relation {
  const slack = slackOf(claim) + slackOf(source);
  if (slack > 0) return compareRoughly(c, s, slack);
  if (c.side === "on" && s.side === "on")
    return claim.grain === "fiscal-year" && source.grain === "fiscal-year"
      ? compareFiscal(c, s)
      : compareSpans(claim, source, c, s);
  if (c.side === s.side) return compareLimits(c, s);
  if (opposed(c, s)) return compareOpposed(c, s, claim, source);
  return c.side === "on" ? spanAgainstLimit(c, s) : limitAgainstSpan(claim, c, s);
}

function compareRoughly(c: Anchor, s: Anchor, slack: number): Relation {
  const apart = gap(c, s);
  if (apart <= slack) return "agrees";
  return apart > slack * 1.3 && c.side === s.side ? "conflicts" : "unrelated";
}

function within(inner: { from: number; to: number }, outer: { from: number; to: number }): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

/** Two spans in which something happens. */
function compareSpans(claim: DateValue, source: DateValue, c: Anchor, s: Anchor): Relation {
  const [cc, ss] = [loosened(claim, c), loosened(source, s)];
  if (gap(cc, ss) > 0) return "conflicts";
  if (c.range && s.range) return compareRanges(claim, source, c, s);
  if (c.range)
    return within(s, c) && s.to - s.from > 0.8 * (c.to - c.from)
      ? "agrees"
      : c.from === s.from && c.to === s.to
        ? "agrees"
        : "unrelated";
  if (within(s, cc)) return "agrees";
  if (s.range && within(c, s))
    return s.to - s.from < 14 || c.from === s.from || c.to === s.to ? "agrees" : "unrelated";
  return c.to - c.from >= s.to - s.from ? "agrees" : "unrelated";
}

/** Two budget years named alike are one only if they are the same; named otherwise, overlapping will do. */
function compareFiscal(c: Anchor, s: Anchor): Relation {
  if (c.from === s.from && c.to === s.to) return "agrees";
  return civilOf(c.from).month === civilOf(s.from).month || gap(c, s) > 0 ? "conflicts" : "agrees";
}

/** Budget years begin in different months. */
function loosened(value: DateValue, anchor: Anchor): Anchor {
  return value.grain === "fiscal-year" ? { ...anchor, from: anchor.from - 92, to: anchor.to + 275 } : anchor;
}

/** Both ends are stated on both sides: they must be the same, as far as the coarser side tells them. */
function compareRanges(claim: DateValue, source: DateValue, c: Anchor, s: Anchor): Relation {
  if (c.from === s.from && c.to === s.to) return "agrees";
  const coarse = { from: unitHolding(s.from, claim.grain).from, to: unitHolding(s.to, claim.grain).to };
  if (coarse.from === c.from && coarse.to === c.to) return "agrees";
  if (saysPart(claim) || saysPart(source))
    return Math.max(Math.abs(c.from - s.from), Math.abs(c.to - s.to)) <= PART ? "agrees" : "conflicts";
  const fine = { from: unitHolding(c.from, source.grain).from, to: unitHolding(c.to, source.grain).to };
  return fine.from === s.from && fine.to === s.to ? "unrelated" : "conflicts";
}

/** "between the middle of April and the end of July": ends that are told to within so many days. */
const PART = 10;

function saysPart({ grain, text }: DateValue): boolean {
  return grain === "month" && /\b(?:mid|middle|end|start|beginning|early|late)\b/i.test(text);
}

/** Two deadlines, or two starts. */
function compareLimits(c: Anchor, s: Anchor): Relation {
  const mine = turningDay(c);
  const theirs = turningDay(s);
  const loose = c.exclusive === s.exclusive ? 0 : 1;
  if (loose > 0 && sameUnit(c, s)) return "agrees";
  if (Math.abs(mine - theirs) <= loose || (theirs >= c.from && theirs <= c.to)) return "agrees";
  return mine >= s.from && mine <= s.to ? "unrelated" : "conflicts";
}

/** "after August" and "since August", "before 2030" and "by 2030" name one unit, in or at the end of which they turn. */
function sameUnit(c: Anchor, s: Anchor): boolean {
  const [open, closed] = c.exclusive ? [c, s] : [s, c];
  return open.side === "lower" ? open.from === closed.to + 1 : open.to + 1 === closed.from;
}

/** "need not report until July" turns "until" round, and is kept by who reports by July. */
function saysUntil({ bound, text }: DateValue): boolean {
  return bound === "until" || /^(?:until|till)\b/i.test(text);
}

/** A deadline and a start cannot stand on one day; else nothing follows unless the deadline is the earlier. */
function compareOpposed(c: Anchor, s: Anchor, claim: DateValue, source: DateValue): Relation {
  const [upper, lower] = c.side === "upper" ? [c, s] : [s, c];
  const until = saysUntil(claim) || saysUntil(source);
  const meets = upper.to === lower.from || (upper.from === lower.from && upper.to === lower.to);
  const same = upper.exclusive || lower.exclusive ? Math.abs(upper.to - lower.from) <= 1 : meets;
  if (until && same) return "unrelated";
  if (saysNotBefore(c.side === "lower" ? claim : source) && turnTogether(upper, lower)) return "agrees";
  if (until && upper.to + 1 === lower.from) return "unrelated";
  return same || upper.to < lower.from ? "conflicts" : "unrelated";
}

/** "Ruled out until the end of 2027" and "not before 2028" turn on one day. */
function turnTogether(upper: Anchor, lower: Anchor): boolean {
  const edge = upper.to + (upper.exclusive ? 1 : 0);
  return Math.abs(edge - lower.from) <= 1 || (lower.from >= upper.from && lower.from <= upper.to);
}

/** The claim names days, the source a deadline or a start. */
function spanAgainstLimit(c: Anchor, s: Anchor): Relation {
  const turn = turningDay(s) + correction(s);
  if (turn >= c.from && turn <= c.to) {
    if (!c.range) return "agrees";
    return (s.side === "upper" ? c.to : c.from) === turn ? "agrees" : "conflicts";
  }
  if (s.side === "upper" ? c.from > s.to : c.to < s.from) return "conflicts";
  return "unrelated";
}

/** How long before a deadline something may lie and still be what the deadline is about, in days. */
const NEAR = 31;

/** "by 12 November", "by the end of April": who writes so does not mean a day some weeks before, which "by November" may. */
export function isPreciseLimit({ bound, grain, text }: DateValue): boolean {
  return bound === "by" && (grain === "day" || (grain === "month" && /\bend\b/i.test(text)));
}

/** "after 2021" against "the 2021 election": what happens later in the named year may be meant on both sides. */
function isExcludedYear(claim: DateValue, c: Anchor, s: Anchor): boolean {
  return claim.bound === "after" && claim.grain === "year" && s.to + 1 === c.from && s.to - s.from >= 364;
}

/** The claim names a deadline or a start, the source days. */
function limitAgainstSpan(claim: DateValue, c: Anchor, s: Anchor): Relation {
  const upper = c.side === "upper";
  if (isExcludedYear(claim, c, s)) return "unrelated";
  if (upper ? s.from > c.to : s.to < c.from) return "conflicts";
  const edge = upper ? s.to : s.from;
  const inAnchor = edge >= c.from && edge <= c.to;
  const starts = claim.bound === "until" || claim.bound === "since" || claim.bound === "from";
  if (inAnchor) return "agrees";
  const endsThere = claim.bound === "since" && s.to >= c.from && s.to <= c.to;
  if (s.range && starts) return endsThere ? "unrelated" : "conflicts";
  const turn = turningDay(c) + correction(c);
  if (!s.range && turn >= s.from && turn <= s.to)
    return s.to - s.from > c.to - c.from && !starts ? "unrelated" : "agrees";
  if (starts || edge > c.to || isPreciseLimit(claim)) return "unrelated";
  return Math.abs(edge - turn) <= NEAR ? "agrees" : "unrelated";
}
