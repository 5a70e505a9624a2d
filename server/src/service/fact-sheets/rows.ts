/**
 * What is one fact of a source: a sentence, and a whole row of a table, which says nothing cell by cell.
 */
import type { Sentence } from "../../statements/types.ts";

/** The sentences of each block, or of each row of a table; headings are not facts. */
export function grouped(sentences: readonly Sentence[]): Sentence[][] {
  const groups: Sentence[][] = [];
  for (const sentence of sentences) {
    const { block } = sentence;
    if (block.kind === "heading" || block.cell?.row === 0) continue;
    const last = groups.at(-1)?.[0]?.block;
    const isSameRow =
      block.cell && last?.cell && last.cell.table === block.cell.table && last.cell.row === block.cell.row;
    if (last === block || isSameRow) groups.at(-1)!.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

/** A row as a sentence: "Rotterdam: ships 2019: 31; ships 2020: 45." */
export function rowText(cells: readonly Sentence[]): string {
  const header = cells.find(({ block }) => block.cell!.rowHeader !== null)?.block.cell?.rowHeader ?? null;
  const values = cells
    .filter(({ block }) => block.cell!.column > 0 || header === null)
    .map(({ block, text }) => [block.cell!.columnHeader, text].filter(Boolean).join(": "));
  const row = [header, values.join("; ")].filter((part) => part !== null && part !== "").join(": ");
  return /[.!?]$/.test(row) ? row : `${row}.`;
}
