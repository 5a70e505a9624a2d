/**
 * Where in a source: "p. 4", "pp. 4–6", "para. 3". Knows how these are written, nothing of sources.
 */
import type { Span } from "../../text/types.ts";
import type { Evidence } from "../report.ts";

export interface Locator {
  readonly unit: "page" | "paragraph";
  readonly from: number;
  readonly to: number;
}

const LOCATOR =
  /\b(pp?\.|pages?\s|paras?\.|paragraphs?\s)\s?(\d{1,5})(?:\s?[-–—]{1,2}\s?(\d{1,5}))?(?![\d\p{L}])/giu;

/** All that a text names, in order, with where each stands: "pp. 4–6, 9" gives only 4 to 6. */
export function locatorsIn(text: string): (Locator & { readonly at: Span })[] {
  return [...text.matchAll(LOCATOR)].map(({ 0: whole, 1: unit, 2: from, 3: to, index }) => ({
    unit: /^p(?:p?\.|ages?\s)$/i.test(unit!) ? "page" : "paragraph",
    from: Number(from),
    to: Number(to ?? from),
    at: { start: index, end: index + whole.length },
  }));
}

/** The locator that the whole of a text is, or null. "4" alone is a page, as Pandoc reads it. */
export function locatorOf(text: string): Locator | null {
  const trimmed = text.trim().replace(/[.,]$/, "");
  const named = /^\d{1,5}(?:\s?[-–—]{1,2}\s?\d{1,5})?$/.test(trimmed) ? `p. ${trimmed}` : trimmed;
  const [first] = locatorsIn(named);
  return first && first.at.end - first.at.start === named.length ? first : null;
}

/** As citations write it. */
export function writtenLocator({ unit, from, to }: Locator): string {
  const short = unit === "page" ? "p" : "para";
  if (from === to) return `${short}. ${from}`;
  return `${unit === "page" ? "pp" : "paras"}. ${from}–${to}`;
}

/** Where the deciding words of an evidence stand: its page, else its paragraph where the source is long, else "". */
export function locatorOfEvidence({ page, paragraph }: Pick<Evidence, "page" | "paragraph">): string {
  if (page !== undefined) return writtenLocator({ unit: "page", from: page, to: page });
  if (paragraph === undefined) return "";
  return writtenLocator({ unit: "paragraph", from: paragraph, to: paragraph });
}

/** True where a place lies in another one, or one of the two says nothing. */
export function isWithin(place: Locator | null, other: Locator | null): boolean {
  if (!place || !other) return true;
  return place.unit === other.unit && other.from <= place.from && place.to <= other.to;
}
