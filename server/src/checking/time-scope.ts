/**
 * Whether two values speak of the same time: the date that stands nearest to each, compared. Knows dates only.
 */
import { compareDates } from "../kinds/date/compare.ts";
import type { DateValue } from "../kinds/types.ts";
import type { Sentence } from "../statements/types.ts";
import type { Span } from "../text/types.ts";

/** 1 where the nearest dates agree, 0 where they conflict, 0.5 where one side names none. A date is not its own scope. */
export function timeAgreement(asked: Sentence, askedSpan: Span, stated: Sentence, statedSpan: Span): number {
  const mine = nearestDate(asked, askedSpan);
  const theirs = nearestDate(stated, statedSpan);
  if (!mine || !theirs) return 0.5;
  const relation = compareDates(mine, theirs);
  return relation === "agrees" ? 1 : relation === "conflicts" ? 0 : 0.5;
}

function nearestDate(sentence: Sentence, span: Span): DateValue | null {
  let best: DateValue | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const date of sentence.dates) {
    if (date.duration !== null || (date.start < span.end && span.start < date.end)) continue;
    const distance = date.start >= span.end ? date.start - span.end : span.start - date.end;
    if (distance < nearest) {
      nearest = distance;
      best = date;
    }
  }
  return best;
}
