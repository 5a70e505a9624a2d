/**
 * The day of an offset that a date in the same sentence tells: "confirmed on 15 November and declared two days later" names the
 * 17th too. What counts from another event, or from another sentence, stays open.
 */
import { anchorOf } from "../../kinds/date/anchors.ts";
import { formatDay, parseDay } from "../../kinds/date/calendar.ts";
import { compareDates } from "../../kinds/date/compare.ts";
import { moveBy } from "../../kinds/date/formats/move.ts";
import type { DateValue, DurationUnit } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";

const days = new WeakMap<DateValue, DateValue>();
const seen = new WeakSet<Sentence>();

/** The dates of a sentence, once the days of its offsets are worked out. */
export function withOffsets(sentence: Sentence): readonly DateValue[] {
  if (!seen.has(sentence)) {
    seen.add(sentence);
    for (const value of sentence.dates) {
      const day = value.anchored && value.duration ? dayOf(value, sentence) : null;
      if (day) days.set(value, day);
    }
  }
  return sentence.dates;
}

/** The value as a day, where `withOffsets` has found one; else as it is. */
export function asDay(value: DateValue): DateValue {
  return days.get(value) ?? value;
}

const counted = new WeakMap<DateValue, DateValue>();

/** Notes of each day of a draft's sentence that is counted from an event ("on 2 July, eight days before the review") that event's. */
export function noteOffsets({ dates, text }: Sentence): void {
  for (const [at, date] of dates.entries()) {
    const next = dates[at + 1];
    const { duration } = next ?? {};
    if (!next?.anchored || !duration || duration.min !== duration.max || duration.max === null) continue;
    if (date.from === null || date.from !== date.to || !/^,?\s*$/.test(text.slice(date.end, next.start)))
      continue;
    if (next.bound !== "before" && next.bound !== "after") continue;
    const amount = next.bound === "before" ? duration.max : -duration.max;
    const day = formatDay(moveBy(parseDay(date.from), amount, duration.unit));
    counted.set(date, { ...date, from: day, to: day });
  }
}

/** Whether a source's day is the event that the claim's day is counted from. */
export function isOffsetFrom(claim: DateValue, source: DateValue): boolean {
  const event = counted.get(claim);
  return event !== undefined && compareDates(event, source) === "agrees";
}

/** How finely a date must be told for an offset in a unit to lead from it to another one. */
const TELLS: Readonly<Partial<Record<DurationUnit, keyof DateValue["stated"]>>> = {
  day: "day",
  week: "day",
  month: "month",
  year: "year",
};

/** An offset from the date told last before it: "by 15 March and a month later", "the limit of 2030 two years early". */
function dayOf(value: DateValue, { dates, text }: Sentence): DateValue | null {
  const before = dates.findLast((one) => one.end <= value.start && !one.anchored && one.duration === null);
  const { duration, bound } = value;
  if (!before || !countsFrom(before, value, text)) return null;
  if (!duration || duration.min !== duration.max || duration.max === null) return null;
  const needed = TELLS[duration.unit];
  if (!needed || !before.stated[needed] || anchorOf(before)?.range === true) return null;
  if (bound !== "after" && bound !== "before") return null;
  const amount = bound === "before" ? -duration.max : duration.max;
  const moved = (day: string | null) => day && formatDay(moveBy(parseDay(day), amount, duration.unit));
  return {
    ...value,
    from: moved(before.from),
    to: moved(before.to),
    grain: before.grain,
    bound: before.bound,
    duration: null,
    anchored: false,
    stated: { ...before.stated, weekday: false },
  };
}

/** "later" counts from the date told last, "after the flood" from the flood; "on 5 March, a week early" from what was planned. */
function countsFrom(before: DateValue, value: DateValue, text: string): boolean {
  if (/\b(?:later|earlier|afterwards|beforehand)$/i.test(value.text)) return true;
  return /\b(?:early|late)$/i.test(value.text) && text.slice(before.end, value.start).trim() === "";
}
