/**
 * Which page of the original an offset of the extracted text stands on. Knows offsets, no formats.
 */

/** The first character of a page, in UTF-16 code units of the extracted text. Pages count from 1. */
export interface PageMark {
  readonly offset: number;
  readonly page: number;
}

/** The page at `offset`; null where the format has no pages. `marks` are in the order of offsets. */
export function pageAt(marks: readonly PageMark[] | undefined, offset: number): number | null {
  if (!marks || marks.length === 0) return null;
  let [from, to] = [0, marks.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (marks[middle]!.offset <= offset) from = middle;
    else to = middle;
  }
  return marks[from]!.page;
}
