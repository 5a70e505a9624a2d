/**
 * Whether two values speak of the same time: the date that stands nearest to each, compared. Knows dates only.
 */
import { compareDates } from "../../kinds/date/compare.ts";
import { readDates } from "../../kinds/date/read.ts";
import type { DateValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";
import { tokenize } from "../../text/tokens.ts";
import type { CellPlace, Span } from "../../text/types.ts";

/** 1 where the nearest dates agree, 0 where they conflict, 0.5 where one side names none. A date is not its own scope. */
export function timeAgreement(asked: Sentence, askedSpan: Span, stated: Sentence, statedSpan: Span): number {
  const mine = nearestDate(asked, askedSpan) ?? headerDate(asked.block.cell);
  const theirs = nearestDate(stated, statedSpan) ?? headerDate(stated.block.cell);
  if (!mine || !theirs) return 0.5;
  const relation = compareDates(mine, theirs);
  return relation === "agrees" ? 1 : relation === "conflicts" ? 0 : 0.5;
}

const headers = new Map<string, DateValue | null>();
const KEPT = 2000;

/** The year or day of a cell's column, else of its row; only one that names its year, for headers belong to no day. */
function headerDate(cell: CellPlace | null): DateValue | null {
  return cell && (dateOf(cell.columnHeader) ?? dateOf(cell.rowHeader));
}

function dateOf(header: string | null): DateValue | null {
  if (!header || !/\d/.test(header) || header.length > 200) return null;
  let date = headers.get(header);
  if (date === undefined) {
    const dates = readDates(header, "2000-01-01", tokenize(header));
    date = dates.find(({ stated, duration }) => stated.year && duration === null) ?? null;
    if (headers.size >= KEPT) headers.clear();
    headers.set(header, date);
  }
  return date;
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
