/**
 * A passage of a source in the words that a reader of the source sees: without markup, and for a cell of a table with its
 * row and column. Knows evidence; nothing of where it is shown.
 */
import type { Evidence } from "./report.ts";

/** What is shown of a passage: its text, and the deciding words as offsets in that text. */
export interface ShownPassage {
  readonly text: string;
  readonly focus: readonly { readonly start: number; readonly end: number }[];
}

/** Longest header of a table that is told, in characters. */
const HEADER = 40;

/** The passage as a reader sees it. Deciding words of which the place in the text is not known are left out. */
export function shownPassage({ shown, text, start, end, focus }: Evidence): ShownPassage {
  if (shown) return shown;
  if (text.length !== end - start) return { text, focus: [] };
  const inText = focus.map((span) => ({
    start: Math.max(0, span.start - start),
    end: Math.min(text.length, span.end - start),
  }));
  return { text, focus: inText.filter((span) => span.end > span.start) };
}

/** The text alone, on one line. */
export function shownText({ shown, text }: Pick<Evidence, "shown" | "text">): string {
  return (shown?.text ?? text).replace(/\s+/g, " ").trim();
}

/** `row “2023”, column “passengers”` for a cell of a table, which says little by itself; "" for anything else. */
export function cellInWords({ cell }: Pick<Evidence, "cell">): string {
  if (!cell) return "";
  const told = (name: string, header: string | null) => (header ? [`${name} “${short(header)}”`] : []);
  return [...told("row", cell.row), ...told("column", cell.column)].join(", ");
}

function short(header: string): string {
  const flat = header
    .replace(/\uFFFC/g, "…")
    .replace(/\s+/g, " ")
    .trim();
  return flat.length <= HEADER ? flat : `${flat.slice(0, HEADER).trimEnd()}…`;
}
