/**
 * The day behind what a file format records as a date: ISO, PDF's own form, or an English date written out.
 * Knows dates' spellings; no clock and no time zones: the day is the one that is written.
 */

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** An ISO day, or undefined where the value is none or no real day. */
export function readDay(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = value.trim().slice(0, 100);
  const iso = /^(?:D:)?(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d{3}\b)/.exec(text);
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b/.exec(text);
  if (dayFirst) return dayFrom(Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = /\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(text);
  if (monthFirst) return dayFrom(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]));
  return undefined;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function dayFrom(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    year >= 1500 &&
    year <= 2200 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    month > 0;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

/** A day that stands alone on one of the first lines, or else at the end of the title. */
export function writtenDay(text: string, title = ""): string | undefined {
  const lines = text.slice(0, 3000).split("\n").filter(Boolean).slice(0, 12);
  for (const line of lines) {
    const alone =
      /^(?:#+ )?(?:(?:published|date|dated|issued|released)(?: on)?:?\s+)?(?:\p{L}+day,?\s+)?(\d{1,2}\s+\p{L}{3,9}\.?\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d{2}-\d{2})$/iu.exec(
        line.trim(),
      );
    const day = readDay(alone?.[1]);
    if (day) return day;
  }
  return readDay(AT_END.exec(title.trim())?.[1]);
}

/** "Minutes of the council, 29 January 2024" */
const AT_END =
  /[,:–—(-]\s*(?:\p{L}+day,?\s+)?(\d{1,2}\s+\p{L}{3,9}\.?\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d{2}-\d{2})\)?$/u;
