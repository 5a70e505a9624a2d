/**
 * What the common procedure must know of dates. Knows their algebra, not where they stand.
 */
import { anchorOf } from "../../kinds/date/anchors.ts";
import { compareDates } from "../../kinds/date/compare.ts";
import { compareDatesLoosely } from "../../kinds/date/compare-loosely.ts";
import type { DateValue, DurationUnit } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import type { ValueKind } from "../alignment/values.ts";
import type { Features } from "../model.ts";
import { isChangeOnly, noteDifferences } from "./differences.ts";
import { formFeatures } from "./forms.ts";
import { asDay, isOffsetFrom, noteOffsets, withOffsets } from "./offsets.ts";
import { tellsNothing } from "./places.ts";
import { slipsBetween } from "./slips.ts";
import {
  asDeadline,
  isOfOtherEnd,
  noteDeadlines,
  noteStops,
  noteTurns,
  turnedTo,
  turnsAway,
  wasReached,
} from "./turns.ts";

export const dateKind: ValueKind<DateValue> = {
  claims: datesClaimed,
  values: datesStated,
  compare: (claim, source) => {
    const relation = compareDates(asDeadline(claim, source), beside(claim, source));
    if (relation === "unrelated" && isDayOfOffset(claim, source)) return "agrees";
    if (relation !== "conflicts") return relation;
    if (turnsAway(claim, source) || isOffsetFrom(claim, source) || isChangeOnly(claim, source))
      return "unrelated";
    return DEICTIC.test(source.text) ? "unrelated" : relation;
  },
  compareLoosely: (claim, source) =>
    DEICTIC.test(source.text) ||
    wasReached(claim) ||
    isChangeOnly(claim, source) ||
    isOfOtherEnd(claim, source)
      ? "unrelated"
      : compareDatesLoosely(claim, source),
  core: (value) => value,
  comparable,
  features: (claim, source) => [dateFeatures(claim, source), formFeatures(claim, source)],
  differences: dateDifferences,
};

/** An offset of a source is a day beside a day, and a length beside lengths; of a span counts the end that is meant. */
function beside(claim: DateValue, source: DateValue): DateValue {
  return form(claim) === "day" ? turnedTo(claim, asDay(source)) : source;
}

/** "By March 2027, the rest 21 months later" beside "by the end of 2028": the claim's own sentence tells the day it counts from. */
function isDayOfOffset(claim: DateValue, source: DateValue): boolean {
  const day = claim.anchored ? asDay(claim) : claim;
  return day !== claim && compareDates(day, source) === "agrees";
}

/** Words that date the telling, not the fact: they may support a claim, never contradict one. */
const DEICTIC =
  /^(today|tonight|now|this (morning|afternoon|evening)|so far|currently|this (week|month|year))$/i;

const stated = new WeakSet<Sentence>();

/** The dates that a source states, with what its sentence says of them noted. */
function datesStated(sentence: Sentence): readonly DateValue[] {
  if (!stated.has(sentence)) {
    stated.add(sentence);
    noteStops(sentence);
    noteDifferences(sentence);
  }
  return withOffsets(sentence);
}

const claimed = new WeakMap<Sentence, readonly DateValue[]>();

/** "From today" and "by now" date the telling too. */
const DEICTIC_CLAIM = new RegExp(
  `^(?:(?:from|since|by|until|as of|before|after) )?${DEICTIC.source.slice(1)}`,
  "i",
);

/** The dates that a draft claims; what dates the telling ("today") claims nothing. */
function datesClaimed(sentence: Sentence): readonly DateValue[] {
  let dates = claimed.get(sentence);
  if (!dates) {
    dates = sentence.dates.filter(({ text }) => !DEICTIC_CLAIM.test(text));
    noteTurns(sentence);
    noteDeadlines(sentence);
    withOffsets(sentence);
    noteOffsets(sentence);
    noteDifferences(sentence);
    claimed.set(sentence, dates);
  }
  return dates;
}

/** Lengths and offsets go with one another and with spans, clock times with clock times, days with days. */
function comparable(claim: DateValue, source: DateValue, pairing: Pairing): boolean {
  if (tellsNothing(claim, source, pairing) || isSeasonBeside(claim, source, pairing)) return false;
  const [mine, theirs] = [form(claim), form(beside(claim, source))];
  if (isOfAnotherOrder(claim, source)) return false;
  if (isDayOfOffset(claim, source)) return true;
  if (mine === theirs) return true;
  if (isLength(mine)) return isLength(theirs) || (mine === "duration" && theirs === "day");
  const lengths = claim.duration !== null && source.duration !== null && theirs === "duration";
  return lengths && mine === "day" && compareDates(claim, source) === "agrees";
}

const SEASON = /\b(?:spring|summer|autumn|winter)\b/i;

/** "seven in winter" beside "14 in summer, twice its winter timetable": the statement speaks of both. */
function isSeasonBeside({ text, stated }: DateValue, source: DateValue, { statement }: Pairing): boolean {
  const season = SEASON.exec(text)?.[0].toLowerCase();
  if (!season || stated.year || !SEASON.test(source.text) || source.text.toLowerCase().includes(season))
    return false;
  return statement.sentence.text.toLowerCase().includes(season);
}

/** "Eleven minutes" is nobody's reading of "twenty years", unless the number is the same. */
const ORDERS = 2.5;

function isOfAnotherOrder(claim: DateValue, source: DateValue): boolean {
  return lengthRatio(claim, source) > ORDERS && claim.duration?.max !== source.duration?.max;
}

function isLength(of: ReturnType<typeof form>): boolean {
  return of === "duration" || of === "anchored";
}

function form(value: DateValue): "duration" | "time" | "anchored" | "day" {
  if (value.anchored) return "anchored";
  if (value.time !== null && value.grain === "time") return "time";
  return value.from === null && value.to === null ? "duration" : "day";
}

function dateFeatures(claim: DateValue, source: DateValue): Features {
  return {
    grain: claim.grain === source.grain ? 1 : 0,
    bound: claim.bound === source.bound ? 1 : 0,
    duration: form(claim) === "duration" ? 1 : 0,
    offset: claim.anchored ? 1 : 0,
    sourceOffset: source.anchored ? 1 : 0,
    formsDiffer: form(claim) === form(source) ? 0 : 1,
    spans: isSpan(claim) === isSpan(source) ? 1 : 0,
    statedYear: claim.stated.year ? 1 : 0,
    statedDay: claim.stated.day ? 1 : 0,
    yearOnly: claim.grain === "year" ? 1 : 0,
    sourceYearOnly: source.grain === "year" ? 1 : 0,
  };
}

/** Both ends are stated. */
function isSpan(value: DateValue): boolean {
  return anchorOf(value)?.range === true;
}

function dateDifferences(claim: DateValue, stated: DateValue): Features {
  const source = beside(claim, stated);
  const same = (from: number, to: number) =>
    claim.from && source.from && claim.from.slice(from, to) === source.from.slice(from, to) ? 1 : 0;
  return {
    apart: Math.min(3, Math.log10(1 + daysApart(claim, source))),
    sameYear: same(0, 4),
    sameMonth: same(5, 7),
    sameDay: same(8, 10),
    statedMonth: claim.stated.month ? 1 : 0,
    lengths: lengthRatio(claim, source),
    boundsDiffer: claim.bound === source.bound ? 0 : 1,
    ...slipsBetween(claim, source),
  };
}

/** Logarithm of the ratio of two durations, 0 for equal ones and where there is none, at most 3. */
function lengthRatio(claim: DateValue, source: DateValue): number {
  const mine = lengthInDays(claim);
  const theirs = lengthInDays(source);
  return mine && theirs ? Math.min(3, Math.abs(Math.log10(mine / theirs))) : 0;
}

const DAYS_IN: Readonly<Record<DurationUnit, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  "working-day": 1.4,
  week: 7,
  month: 30.4,
  quarter: 91,
  year: 365,
  decade: 3650,
};

function lengthInDays({ duration }: DateValue): number {
  const number = duration && (duration.min ?? duration.max);
  return duration && number ? number * DAYS_IN[duration.unit] : 0;
}

function daysApart(claim: DateValue, source: DateValue): number {
  const mine = claim.from ?? claim.to;
  const theirs = source.from ?? source.to;
  if (!mine || !theirs) return 0;
  return Math.abs(Date.parse(mine) - Date.parse(theirs)) / 86_400_000;
}
