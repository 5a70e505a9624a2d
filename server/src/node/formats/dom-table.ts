/**
 * Reads an HTML table as rows of cells, spans filled in, and writes it as a Markdown table.
 * Tells tables of data from tables that only lay out a page.
 */
import { type DomElement, textLength } from "./dom.ts";
import { plainWords } from "./dom-words.ts";
import { escapeCell, tableOf, tidyLine } from "./markdown-escape.ts";

const WIDEST = 60;
const LONGEST_CELL = 600;

/** Markdown of a table of data, "" for an empty one, null for one that lays out other blocks. */
export function tableMarkdown(table: DomElement): string | null {
  if (table.querySelector("table, h1, h2, h3, article, section")) return null;
  const rows = [...table.querySelectorAll("tr")].map((row) =>
    [...row.children].filter(({ localName }) => localName === "td" || localName === "th"),
  );
  const widest = Math.max(0, ...rows.map((row) => row.length));
  const filled = rows.filter((row) => row.length > 0);
  if (filled.length === 0) return "";
  const isLaidOut = filled.length < 2 || widest < 2 || table.getAttribute("role") === "presentation";
  if (isLaidOut && !table.querySelector("th")) return null;
  if (filled.some((row) => row.some((cell) => textLength(cell) > LONGEST_CELL))) return null;
  const grid = gridOf(filled).filter((row) => row.some((text) => text !== ""));
  return grid.length === 0 ? "" : tableOf(grid);
}

/** A cell that reaches over several columns or rows stands in each of them. */
function gridOf(rows: readonly (readonly DomElement[])[]): string[][] {
  const waiting = new Map<number, { text: string; rows: number }>();
  return rows.map((cells) => {
    const line: string[] = [];
    const carry = () => {
      for (let held = waiting.get(line.length); held; held = waiting.get(line.length)) {
        if (--held.rows <= 0) waiting.delete(line.length);
        line.push(held.text);
      }
    };
    for (const cell of cells) {
      carry();
      const text = escapeCell(tidyLine(plainWords(cell)));
      const tall = span(cell, "rowspan");
      for (let n = span(cell, "colspan"); n > 0 && line.length < WIDEST; n--) {
        if (tall > 1) waiting.set(line.length, { text, rows: tall - 1 });
        line.push(text);
      }
    }
    carry();
    return line;
  });
}

function span(cell: DomElement, name: string): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return Number.isSafeInteger(value) ? Math.min(Math.max(1, value), WIDEST) : 1;
}
