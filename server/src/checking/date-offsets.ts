/**
 * The day of an offset that a date in the same sentence tells: "confirmed on 15 November and declared two days later" names the
 * 17th too. What counts from another event, or from another sentence, stays open.
 */
import { resolveDate } from "../kinds/date/resolve.ts";
import type { DateValue } from "../kinds/types.ts";
import type { Sentence } from "../statements/types.ts";

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

/** An offset of days or weeks from the date told last before it. */
function dayOf(value: DateValue, { dates, text }: Sentence): DateValue | null {
  const before = dates.findLast((one) => one.end <= value.start && !one.anchored && one.duration === null);
  if (!before || before.from === null || before.from !== before.to || !before.stated.day) return null;
  if (value.duration?.unit !== "day" && value.duration?.unit !== "week") return null;
  if (value.bound !== "after" && value.bound !== "before") return null;
  const found = resolveDate(value, text, before.from, before);
  if (!found?.from || found.from !== found.to) return null;
  return {
    ...value,
    ...found,
    grain: "day",
    bound: "on",
    duration: null,
    anchored: false,
    stated: before.stated,
  };
}
