/**
 * A piece of a text with carets under a span, as a terminal shows it: wide characters, tabs, control characters
 * and very long lines included. Knows character cells; nothing of claims.
 */

/** One line of an excerpt; `number` counts from 1. */
export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  readonly carets: string;
}

interface Cell {
  readonly shown: string;
  readonly width: number;
  /** Offset in the text. */
  readonly start: number;
}

const TAB = "    ";
/** A span of more lines is cut. */
const MOST_LINES = 3;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The lines that `span` touches, at most three, each cut to `width` cells around the span. `line` is the zero-based
 * line of its start. Costs what it shows, however long the text and its lines are.
 */
export function excerpt(
  text: string,
  span: { readonly start: number; readonly end: number },
  line: number,
  width: number,
): ExcerptLine[] {
  const lines: ExcerptLine[] = [];
  let at = span.start;
  for (let number = line + 1; lines.length < MOST_LINES; number++) {
    const [from, to] = [lineStart(text, at, 4 * width), lineEnd(text, at, 4 * width)];
    lines.push(
      cut(text, { from: from.at, to: to.at }, { start: at, end: span.end }, width, number, {
        before: !from.whole,
        after: !to.whole,
      }),
    );
    if (!to.whole || to.at >= span.end) break;
    at = text.startsWith("\r\n", to.at) ? to.at + 2 : to.at + 1;
    if (at >= span.end) break;
    // The next lines of a block are indented alike; the carets begin at their first word.
    while (at < span.end && (text[at] === " " || text[at] === "\t" || text[at] === ">")) at++;
  }
  return lines;
}

function cut(
  text: string,
  line: { readonly from: number; readonly to: number },
  span: { readonly start: number; readonly end: number },
  width: number,
  number: number,
  open: { readonly before: boolean; readonly after: boolean },
): ExcerptLine {
  const all = cells(text, line.from, line.to);
  const first = all.findIndex((cell) => cell.start >= span.start);
  const [begin, end] = windowOf(all, first < 0 ? all.length : first, width - 2);
  const shown = all.slice(begin, end);
  const lead = begin > 0 || open.before ? "…" : "";
  const tail = end < all.length || open.after ? "…" : "";
  const before = shown.filter((cell) => cell.start < span.start);
  const marked = shown.filter((cell) => cell.start >= span.start && cell.start < span.end);
  return {
    number,
    text: lead + shown.map((cell) => cell.shown).join("") + tail,
    carets: " ".repeat(lead.length + widthOf(before)) + "^".repeat(Math.max(1, widthOf(marked))),
  };
}

/** The cells to show: all where they fit, else those around `first` with a third of the room before it. */
function windowOf(all: readonly Cell[], first: number, width: number): [number, number] {
  if (widthOf(all) <= width) return [0, all.length];
  let begin = first;
  for (let room = width / 3; begin > 0 && room >= all[begin - 1]!.width; begin--)
    room -= all[begin - 1]!.width;
  let end = begin;
  for (let room = width; end < all.length && room >= all[end]!.width; end++) room -= all[end]!.width;
  return [begin, end];
}

function cells(text: string, from: number, to: number): Cell[] {
  const list: Cell[] = [];
  const part = text.slice(from, to);
  // Segmenting is dear, and most lines do not need it.
  if (/^[\x20-\x7e]*$/.test(part)) {
    for (let at = 0; at < part.length; at++) list.push({ shown: part[at]!, width: 1, start: from + at });
    return list;
  }
  for (const { segment, index } of segmenter.segment(part)) {
    const start = from + index;
    if (segment === "\t") list.push({ shown: TAB, width: TAB.length, start });
    else if (/^[\u0000-\u001f\u007f-\u009f]/.test(segment)) list.push({ shown: "\uFFFD", width: 1, start });
    else list.push({ shown: segment, width: cellWidth(segment), start });
  }
  return list;
}

/** How many cells a grapheme takes: two for East Asian wide characters and pictures, none for lone combining marks. */
export function cellWidth(grapheme: string): number {
  if (/^[\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF\p{M}]+$/u.test(grapheme)) return 0;
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(grapheme)) return 2;
  const code = grapheme.codePointAt(0) ?? 0;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}

function widthOf(list: readonly Cell[]): number {
  return list.reduce((sum, { width }) => sum + width, 0);
}

/** Where the line of `at` starts, or at most `reach` characters before; never inside a surrogate pair. */
function lineStart(text: string, at: number, reach: number): { at: number; whole: boolean } {
  let start = at;
  while (start > 0 && at - start < reach && !isBreak(text.charCodeAt(start - 1))) start--;
  const whole = start === 0 || isBreak(text.charCodeAt(start - 1));
  return { at: !whole && isLowSurrogate(text.charCodeAt(start)) ? start + 1 : start, whole };
}

function lineEnd(text: string, at: number, reach: number): { at: number; whole: boolean } {
  let end = at;
  while (end < text.length && end - at < reach && !isBreak(text.charCodeAt(end))) end++;
  const whole = end === text.length || isBreak(text.charCodeAt(end));
  return { at: !whole && isLowSurrogate(text.charCodeAt(end)) ? end - 1 : end, whole };
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
