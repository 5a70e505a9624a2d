/**
 * Compares a value that has days with one that has only a length, a weekday or an offset. Knows one day besides: the one on
 * which a length was told.
 */
import type { DateValue, Relation } from "../types.ts";
import type { Anchor } from "./anchors.ts";
import { parseDay, weekdayOfSerial } from "./calendar.ts";
import { weekdayIn } from "./compare-weekdays.ts";
import { compareLengths, daysIn } from "./lengths.ts";

/** "the following Tuesday" has a weekday and no day; "has grown in two years" has the length of "two years ago". */
export function compareWithDayless(
  claim: DateValue,
  source: DateValue,
  c: Anchor | null,
  s: Anchor | null,
): Relation {
  if (!claim.anchored && !source.anchored && [claim, source].some(({ text }) => /\bago$/i.test(text)))
    return compareLengths(claim, source) === "agrees" ? "agrees" : "unrelated";
  if (!claim.anchored && !source.anchored && [claim, source].some(isAhead))
    return compareLengths(claim, source) === "agrees" ? "agrees" : "unrelated";
  if (c === null && s !== null && source.bound === "since") return compareUpToNow(claim, s);
  const known = c ?? s;
  const weekday = weekdayIn((c === null ? claim : source).text);
  if (!(claim.anchored || source.anchored) || known === null || weekday === 0 || known.from !== known.to)
    return "unrelated";
  return weekdayOfSerial(known.from) === weekday ? "agrees" : "unrelated";
}

/** "In five days" may be a day ahead, or the length of "within five days". */
function isAhead({ text, duration, from }: DateValue): boolean {
  return duration !== null && from !== null && /^in\b/i.test(text);
}

/** A length may be rounded by so much; one counted from some day of a year is open by a year as it is. */
const ROUNDED = { day: 0.06, year: 0.02 };

/** "For ten years" beside "since 2016": the length from then to the day on which it is told. */
function compareUpToNow({ duration, told, bound, anchored }: DateValue, s: Anchor): Relation {
  if (!told || duration === null || anchored || bound !== "on" || duration.unit === "working-day")
    return "unrelated";
  const days = daysIn(duration.unit);
  if (days < 1) return "unrelated";
  const now = parseDay(told);
  const [least, most] = [(now - s.to) / days, (now - s.from + 1) / days];
  const slack = duration.approximate ? 0.15 : s.to - s.from > 300 ? ROUNDED.year : ROUNDED.day;
  const low = (duration.min ?? 0) * (1 - slack);
  const high = (duration.max ?? Number.POSITIVE_INFINITY) * (1 + slack);
  return least > 0 && most >= low && least <= high ? "agrees" : "unrelated";
}
