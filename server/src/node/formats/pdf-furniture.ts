/**
 * Takes running heads, running feet and page numbers off the pages: what stands at the rim of several pages, figures
 * apart, and what can only be a page number. Knows lines and places; nothing of paragraphs.
 */
import type { PageWords, Piece } from "./pdf-page.ts";

/** The rims, as shares of the page's height. */
const RIM = 0.12;
const NUMBER =
  /^(?:(?:page|p\.|seite)\s*)?[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|\|)\s*\d{1,4})?[-–—|\s]*$/i;
const NUMBERED = /\bpage \d{1,4} (?:of|\/) \d{1,4}\b/i;
/** What a browser prints above and below a page. */
const PRINTED = /^\d{1,2}\/\d{1,2}\/\d{2,4}, \d{1,2}:\d{2}(?:\s?[AP]M)?|^(?:file|https?):\/\/\S+/;

/** The pages without them. */
export function withoutFurniture(pages: readonly PageWords[]): PageWords[] {
  const counts = new Map<string, Set<number>>();
  for (const page of pages)
    for (const { key } of rimLines(page)) {
      const on = counts.get(key) ?? new Set();
      counts.set(key, on.add(page.page));
    }
  const least = Math.max(2, Math.min(4, Math.ceil(pages.length * 0.25)));
  return pages.map((page) => {
    const gone = new Set<Piece>();
    for (const { key, text, pieces } of rimLines(page)) {
      const repeats = (counts.get(key)?.size ?? 0) >= least;
      if (repeats || NUMBER.test(text) || isNumbered(text) || PRINTED.test(text))
        for (const piece of pieces) gone.add(piece);
    }
    return { ...page, pieces: page.pieces.filter((piece) => !gone.has(piece)) };
  });
}

interface RimLine {
  /** Same for lines that differ in figures only and stand at the same height. */
  readonly key: string;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** At most three lines at the top and three at the bottom. */
function rimLines({ pieces, height }: PageWords): RimLine[] {
  const byLine = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const line = byLine.get(piece.y);
    if (line) line.push(piece);
    else byLine.set(piece.y, [piece]);
  }
  const heights = [...byLine.keys()].sort((one, other) => one - other);
  const top = heights.slice(0, 3).filter((y) => y < height * RIM);
  const bottom = heights.slice(-3).filter((y) => y > height * (1 - RIM));
  return [...new Set([...top, ...bottom])].map((y) => {
    const line = byLine.get(y)!;
    const text = line.map((piece) => piece.text).join(" ");
    const key = `${text.toLowerCase().replace(/\d+/g, "#")} ${Math.round(y / 6)}`;
    return { key, text, pieces: line };
  });
}

/** "Release 7/2024 Page 1 of 3" stands below a page and is no sentence. */
function isNumbered(text: string): boolean {
  return text.length < 100 && NUMBERED.test(text);
}
