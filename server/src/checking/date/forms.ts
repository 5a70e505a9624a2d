/**
 * How finely, how vaguely and from where each of two dates is told: "in the spring" beside "9 February", "last week" beside a day.
 * Such pairs are seldom one date told wrong. Knows the form of a date, not its days.
 */
import type { DateValue, DurationUnit } from "../../kinds/types.ts";
import { keptFor } from "../kept.ts";
import type { Features } from "../model.ts";

const FINENESS: Readonly<Record<DateValue["grain"], number>> = {
  time: 0,
  day: 1,
  weekday: 2,
  week: 3,
  month: 4,
  season: 5,
  quarter: 6,
  half: 7,
  year: 8,
  "fiscal-year": 9,
  decade: 10,
  century: 11,
};
const UNITS: Readonly<Record<DurationUnit, number>> = {
  minute: 1,
  hour: 2,
  day: 3,
  "working-day": 4,
  week: 5,
  month: 6,
  quarter: 7,
  year: 8,
  decade: 9,
};
const BOUNDS: Readonly<Record<DateValue["bound"], number>> = {
  on: 0,
  around: 1,
  within: 2,
  by: 3,
  before: 4,
  until: 5,
  from: 6,
  since: 7,
  after: 8,
};

/** Told from the day of the telling, or from another date. */
const RELATIVE =
  /\b(?:yesterday|today|tonight|tomorrow|last|past|this|next|coming|ago|now|previous|following|then|same|year before)\b/i;
const PART = /\b(?:early|mid|middle|late|start|beginning|end|turn|spring|summer|autumn|fall|winter)\b/i;

interface Form {
  readonly fine: number;
  readonly relative: number;
  readonly vague: number;
  readonly unit: number;
  readonly bound: number;
  readonly count: number;
}

const formOf = keptFor(({ grain, duration, bound, text }: DateValue): Form => {
  const count = duration ? (duration.max ?? duration.min ?? 0) : 0;
  return {
    fine: duration ? -1 : FINENESS[grain],
    relative: RELATIVE.test(text) ? 1 : 0,
    vague: PART.test(text) || duration?.approximate ? 1 : 0,
    unit: duration ? UNITS[duration.unit] : 0,
    bound: BOUNDS[bound],
    count: Math.min(count, 100),
  };
});

/** How finely and in which way each of the two is written, as numbers for the models. */
export function formFeatures(claim: DateValue, source: DateValue): Features {
  const [mine, theirs] = [formOf(claim), formOf(source)];
  return {
    mineFine: mine.fine,
    theirsFine: theirs.fine,
    mineRelative: mine.relative,
    theirsRelative: theirs.relative,
    mineVague: mine.vague,
    theirsVague: theirs.vague,
    mineUnit: mine.unit,
    theirsUnit: theirs.unit,
    mineBound: mine.bound,
    theirsBound: theirs.bound,
    mineCount: mine.count,
  };
}
