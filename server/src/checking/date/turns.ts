/**
 * Which end of a span a claim speaks of: "closes on 31 March" is held against the last day of "from 13 January to 24 March",
 * "opened on 14 November" against the first. Knows the verb before the date, no other words.
 */
import { anchorOf } from "../../kinds/date/anchors.ts";
import type { DateValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";

const ENDS =
  /\b(?:closes?|closed|ends?|ended|expires?|expired|finish(?:es|ed)?|lapses?|lapsed|runs? out|ran out)\s+(?:on|at)\s+(?:the\s+)?$/i;
const STARTS =
  /\b(?:opens?|opened|starts?|started|begins?|began|begun|commences?|commenced|(?:takes?|took) effect|(?:comes?|came|enters?|entered) into (?:force|effect))\s+(?:on|at)\s+(?:the\s+)?$/i;

/** Words that make the day a deadline, before it and after it. */
const DUE = /\b(?:due|payable)\s+(?:on|in|at)?\s*(?:the\s+)?$/i;
const DUE_AFTER = /^,?\s+by (?:when|which (?:time|date|day))\b/i;
const due = new WeakSet<DateValue>();

/** Notes which days of a sentence are deadlines though no bound says so: "due in June". */
export function noteDeadlines({ dates, text }: Sentence): void {
  for (const date of dates) {
    if (date.bound !== "on" || date.duration !== null || anchorOf(date)?.range !== false) continue;
    if (
      DUE.test(text.slice(Math.max(0, date.start - 24), date.start)) ||
      DUE_AFTER.test(text.slice(date.end))
    )
      due.add(date);
  }
}

/** The claim as the deadline that it is, beside another deadline; else as it is told. */
export function asDeadline(claim: DateValue, source: DateValue): DateValue {
  if (!due.has(claim) || (source.bound !== "by" && source.bound !== "until")) return claim;
  return { ...claim, from: null, bound: "by" };
}

const turns = new WeakMap<DateValue, "start" | "end">();

/** Notes of each date of a draft's sentence which end its verb speaks of. */
export function noteTurns({ dates, text }: Sentence): void {
  for (const date of dates) {
    if (isReached(date, text)) reached.add(date);
    if (date.bound !== "on" || date.duration !== null || anchorOf(date)?.range !== false) continue;
    const before = text.slice(Math.max(0, date.start - 30), date.start);
    const turn = ENDS.test(before) ? "end" : STARTS.test(before) ? "start" : null;
    if (turn) turns.set(date, turn);
  }
}

const reached = new WeakSet<DateValue>();

/** "By the end of July parliament had passed it": done on some day before, and no deadline. */
export function wasReached(claim: DateValue): boolean {
  return reached.has(claim);
}

function isReached({ bound, start, end }: DateValue, text: string): boolean {
  if (bound !== "by") return false;
  const [before = ""] = text.slice(0, start).split(/[.;:]/).slice(-1);
  const [after = ""] = text.slice(end).split(/[.;:]/);
  return /\bhad\s+(?!to\b)/i.test(`${before} ${after.slice(0, 60)}`);
}

const STOPPED = /\b(?:clos(?:e[ds]?|ing|ures?)|shut|suspen|interrupt|halt|paus|bann|block|strike)/i;
const stopped = new WeakSet<DateValue>();

/** Notes which spans of a source's sentence may be those in which a thing does not go on. */
export function noteStops({ dates, text }: Sentence): void {
  for (const date of dates)
    if (anchorOf(date)?.range === true && STOPPED.test(text.slice(0, date.start))) stopped.add(date);
}

/** "Will open on 17 June" beside "closed from 5 May to 16 June": the span is not what opens. */
export function turnsAway(claim: DateValue, source: DateValue): boolean {
  return turns.has(claim) && stopped.has(source);
}

/** "Ends on 18 May" beside "in force since 20 April": the one end of a span says nothing of the other. */
export function isOfOtherEnd(claim: DateValue, { bound }: DateValue): boolean {
  const turn = turns.get(claim);
  if (turn === "end") return bound === "since" || bound === "from";
  return turn === "start" && (bound === "until" || bound === "by");
}

/** The end of a source's span that the claim speaks of; the source's value where it speaks of none, or that is no span. */
export function turnedTo(claim: DateValue, source: DateValue): DateValue {
  const turn = turns.get(claim);
  if (turn === "start" && isStart(source)) return { ...source, to: source.from, bound: "on" };
  if (!turn || stopped.has(source) || source.duration !== null || anchorOf(source)?.range !== true)
    return source;
  const day = turn === "end" ? source.to : source.from;
  const stated = { ...source.stated, weekday: false };
  return source.grain === "day" ? { ...source, from: day, to: day, stated } : source;
}

/** "From 30 March": the day itself for what begins on a day. */
function isStart({ bound, from, grain, duration, stated }: DateValue): boolean {
  return bound === "from" && from !== null && grain === "day" && duration === null && stated.day;
}
