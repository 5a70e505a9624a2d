/**
 * Compares dates a second time from which nothing follows by themselves: were both said of one event, could both be
 * right? A start beside the day of it, a length beside the span it measures. Whether they are said of one event is for the
 * caller to know.
 */
import type { DateValue, Relation } from "../types.ts";
import { type Anchor, anchorOf, gap, opposed, slackOf, turningDay } from "./anchors.ts";
import { shiftMonths } from "./calendar.ts";
import { isPreciseLimit } from "./compare.ts";
import { holdsWeekday, isWeekdayOnly } from "./compare-weekdays.ts";
import { compareLengths, compareWorkingDays } from "./lengths.ts";
import { compareWithSpan } from "./spans.ts";

/** How a claim stands to a source's value that `compareDates` calls unrelated, if both speak of one event. */
export function compareDatesLoosely(claim: DateValue, source: DateValue): Relation {
  if (claim.time !== null || source.time !== null) return "unrelated";
  if (claim.superseded !== source.superseded) return "unrelated";
  const c = anchorOf(claim);
  const s = anchorOf(source);
  if (c !== null && s !== null) return compareTurns(claim, source, c, s);
  if (c === null && s === null) return compareDistances(claim, source);
  return s?.range === true ? compareWithSpan(claim, source) : "unrelated";
}

/** "seven months behind schedule" beside "took eleven months": a length and an offset, or days of two sorts. */
function compareDistances(claim: DateValue, source: DateValue): Relation {
  if (claim.anchored === source.anchored) return compareWorkingDays(claim, source);
  return compareLengths(claim, source) === "conflicts" ? "conflicts" : "unrelated";
}

const FINE: ReadonlySet<DateValue["grain"]> = new Set(["day", "weekday", "week", "month"]);

/** Both name days, or both something longer. */
function isAlikeFine(claim: DateValue, source: DateValue): boolean {
  return claim.grain === source.grain || (FINE.has(claim.grain) && FINE.has(source.grain));
}

/** "since 1 June" beside "began on 1 July": the day on which something turns, whatever binds it on either side. */
function compareTurns(claim: DateValue, source: DateValue, c: Anchor, s: Anchor): Relation {
  if (isWeekdayOnly(claim)) return compareWeekdayWithSpan(c, s);
  if (isWeekdayOnly(source) || claim.anchored || source.anchored) return "unrelated";
  if (c.side === s.side || opposed(c, s) || !isAlikeFine(claim, source)) return "unrelated";
  if (!turns(claim, source, c, s) || isWithinEnd(c, s) || isWithinEnd(s, c)) return "unrelated";
  if (slackOf(claim) + slackOf(source) > 0 || dayAlone(claim) || dayAlone(source)) return "unrelated";
  const [mine, theirs] = [turning(c, s), turning(s, c)];
  const years =
    claim.stated.year && source.stated.year
      ? 0
      : Math.round((turningDay(mine) - turningDay(theirs)) / 365.25);
  return gap(mine, yearsOn(theirs, years)) > 0 && gap(mine, theirs) > 0 ? "conflicts" : "unrelated";
}

function turns(claim: DateValue, source: DateValue, c: Anchor, s: Anchor): boolean {
  if (turnsThere(c.side === "on" ? source : claim)) return true;
  // The last day of a span, or a day shortly before a deadline that is told to the day, may be that deadline.
  const early = turningDay(c) - s.to;
  return isPreciseLimit(claim) && source.stated.day && early > 0 && early <= NEAR;
}

/** Days by which a deadline may be told wrong and still be the one meant. */
const NEAR = 31;

/** Something begins or ends on the day; a limit ("by", "before", "after") may be kept on any day of its side. */
function turnsThere({ bound }: DateValue): boolean {
  return bound === "until" || bound === "since" || bound === "from";
}

/** "since October" beside "from August 2023 to October 2024": counted from where the span ends, or up to where it begins. */
function isWithinEnd(bound: Anchor, span: Anchor): boolean {
  if (!span.range || bound.side === "on") return false;
  const end = bound.side === "lower" ? span.to : span.from;
  return end >= bound.from && end <= bound.to;
}

function dayAlone({ stated }: DateValue): boolean {
  return stated.day && !stated.month && !stated.year;
}

/** The end of a span that the other side's bound speaks of: a deadline of its last day, a start of its first. */
function turning(anchor: Anchor, other: Anchor): Anchor {
  if (!anchor.range || other.side === "on") return anchor;
  const day = other.side === "upper" ? anchor.to : anchor.from;
  return { ...anchor, from: day, to: day };
}

function yearsOn(anchor: Anchor, years: number): Anchor {
  if (years === 0) return anchor;
  return {
    ...anchor,
    from: shiftMonths(anchor.from, years * 12),
    to: shiftMonths(anchor.to + 1, years * 12) - 1,
  };
}

/** "on Thursday" beside "on Tuesday 18 and Wednesday 19 March": no day of a short span near it is a Thursday. */
function compareWeekdayWithSpan(c: Anchor, s: Anchor): Relation {
  if (c.side !== "on" || s.side !== "on" || c.from !== c.to || s.to === s.from || s.to - s.from > 6)
    return "unrelated";
  return gap(c, s) <= 7 && !holdsWeekday(s, c.from) ? "conflicts" : "unrelated";
}
