/**
 * Edits that change words of a document's prose and keep its markup. Knows prose, its map and the delimiters around
 * it; knows no claims and no syntax beyond which characters need a backslash.
 */
import { MappedProse, type ProseContent, type Wrapper } from "./prose.ts";
import type { Prose, Span } from "./types.ts";

/** Replace `start`–`end` of the document by `newText`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A stretch of prose and what it becomes. */
interface Unit extends Span {
  readonly newText: string;
}

/**
 * Edits on the document after which its prose reads `newText` where `span` was, in order and without overlap. Words
 * keep the markup they stand in (`**4** May` to "5 June" gives `**5** June`); delimiters around words that vanish go
 * with them. Line breaks in `newText` become blanks. Every answer is re-read before it is given; where no edit has
 * exactly that effect, or nothing of the block would be left, the list is empty.
 */
export function replaceProse(prose: Prose, span: Span, newText: string): TextEdit[] {
  const wanted = newText.replace(/\s*[\r\n]\s*/g, " ");
  const old = prose.text.slice(span.start, span.end);
  if (old === wanted || !(prose instanceof MappedProse)) return [];
  const { content, base } = prose;
  const expected = prose.text.slice(0, span.start) + wanted + prose.text.slice(span.end);
  const place = new MappedProse(content, 0);
  for (const attempt of ATTEMPTS) {
    const edits = attempt(place, changedUnits(old, wanted, span.start), span);
    if (reads(content, edits, expected)) {
      return ordered(edits).map(({ start, end, newText }) => ({
        start: start + base,
        end: end + base,
        newText,
      }));
    }
  }
  return [];
}

/** From the one that keeps most to the one that gives up the markup. */
const ATTEMPTS: readonly ((place: MappedProse, units: readonly Unit[], span: Span) => TextEdit[])[] = [
  (place, units) => editsOf(place, units, asIs),
  (place, units) => editsOf(place, units, escaped),
  (place, units) => editsOf(place, [joined(place, units)], escaped),
  (place, units, span) => [...unwrapped(place, span), ...editsOf(place, units, escaped)],
  (place, units, span) => [...unwrapped(place, span), ...editsOf(place, [joined(place, units)], escaped)],
];

/** Word by word where old and new have as many, else the stretch between what they share at both ends. */
function changedUnits(old: string, wanted: string, at: number): Unit[] {
  const before = old.match(/\s+|\S+/g) ?? [];
  const after = wanted.match(/\s+|\S+/g) ?? [];
  if (before.length === after.length) return pairedUnits(before, after, at);
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const start = at + before.slice(0, head).join("").length;
  const end = start + before.slice(head, before.length - tail).join("").length;
  return [{ start, end, newText: after.slice(head, after.length - tail).join("") }];
}

function pairedUnits(before: readonly string[], after: readonly string[], at: number): Unit[] {
  const units: Unit[] = [];
  let start = at;
  for (let index = 0; index < before.length; index++) {
    const end = start + before[index]!.length;
    if (before[index] !== after[index]) units.push({ start, end, newText: after[index]! });
    start = end;
  }
  return units;
}

/** One unit from the first to the last, with the unchanged prose between them. */
function joined(place: MappedProse, units: readonly Unit[]): Unit {
  const first = units[0]!;
  let newText = "";
  let at = first.start;
  for (const unit of units) {
    newText += place.text.slice(at, unit.start) + unit.newText;
    at = unit.end;
  }
  return { start: first.start, end: at, newText };
}

function editsOf(place: MappedProse, units: readonly Unit[], write: Writer): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const unit of units) {
    const newText = write(unit.newText, place.content);
    if (unit.start === unit.end) edits.push(insertion(place, unit.start, newText));
    else edits.push(...overPieces(place.pieces(unit), newText));
  }
  return ordered([...edits, ...emptied(place.content, edits)]);
}

function insertion(place: MappedProse, at: number, newText: string): TextEdit {
  const offset =
    at > 0 ? place.toSource({ start: at - 1, end: at }).end : place.toSource({ start: 0, end: 0 }).start;
  return { start: offset, end: offset, newText };
}

/** The longest piece takes the text, the others are deleted. */
function overPieces(pieces: readonly Span[], newText: string): TextEdit[] {
  let longest = 0;
  pieces.forEach((piece, index) => {
    const best = pieces[longest]!;
    if (piece.end - piece.start > best.end - best.start) longest = index;
  });
  return pieces.map(({ start, end }, index) => ({ start, end, newText: index === longest ? newText : "" }));
}

/** Deletes the delimiters between which no prose is left. */
function emptied(content: ProseContent, edits: readonly TextEdit[]): TextEdit[] {
  const deleted = edits.filter((edit) => edit.newText === "");
  if (deleted.length === 0) return [];
  return content.wrappers.filter((wrapper) => isEmptied(wrapper, content, deleted)).flatMap(removed);
}

function isEmptied({ open, close }: Wrapper, content: ProseContent, deleted: readonly TextEdit[]): boolean {
  return content.from.every((from, run) => {
    const start = Math.max(from, open.end);
    const end = Math.min(content.to[run]!, close.start);
    return start >= end || deleted.some((edit) => edit.start <= start && edit.end >= end);
  });
}

/** Deletes the delimiters around any of the prose in `span`. */
function unwrapped(place: MappedProse, span: Span): TextEdit[] {
  const source = place.toSource(span);
  return place.content.wrappers
    .filter(({ open, close }) => open.end < source.end && close.start > source.start)
    .flatMap(removed);
}

function removed({ open, close }: Wrapper): TextEdit[] {
  return [open, close].map(({ start, end }) => ({ start, end, newText: "" }));
}

type Writer = (text: string, content: ProseContent) => string;

function asIs(text: string, content: ProseContent): string {
  return content.markup === "cell" ? text.replaceAll("|", "\\|") : text;
}

function escaped(text: string, content: ProseContent): string {
  return content.markup === "none" ? text : text.replace(/[\\`*_[\]<>&~|!#@:.+\-=()]/g, "\\$&");
}

/** In order, each edit once, neighbours joined. */
function ordered(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: TextEdit[] = [];
  for (const edit of sorted) {
    const last = result[result.length - 1];
    if (last && last.start === edit.start && last.end === edit.end && last.newText === edit.newText) continue;
    if (last && last.end === edit.start) {
      result[result.length - 1] = { start: last.start, end: edit.end, newText: last.newText + edit.newText };
    } else result.push(edit);
  }
  return result;
}

/** Whether the source, edited so, reads as `expected`. */
function reads(content: ProseContent, edits: readonly TextEdit[], expected: string): boolean {
  if (expected.trim() === "") return false;
  let edited = "";
  let at = 0;
  for (const edit of ordered(edits)) {
    if (edit.start < at) return false;
    edited += content.source.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  edited += content.source.slice(at);
  if (isPlain(content, edits, edited)) return unwrap(edited) === unwrap(expected);
  return content.reread(edited) === expected.trim();
}

/** What means something to Markdown inside a line, or may become a link by itself. */
const ACTIVE = /[\\`*_[\]<>&~|@^$]|:\/\/|\bwww\./i;
/** Words that mean nothing to it behind others. */
const WORDS = /^[ \p{L}\p{N}][\p{L}\p{N}€£%.,'’ –-]*$/u;

/** Whether words alone are put in place of words, behind others of their line: nothing there can act as Markdown. */
function isPlain(
  { source, wrappers, text }: ProseContent,
  edits: readonly TextEdit[],
  edited: string,
): boolean {
  if (wrappers.length > 0 || ACTIVE.test(edited) || unwrap(source) !== unwrap(text)) return false;
  return edits.every(({ start, newText }) => {
    const before = source.slice(Math.max(0, start - LINE), start);
    return WORDS.test(newText) && /\S/.test(newText) && /\p{L}[^\r\n]*$/u.test(before);
  });
}

/** So much of a line before an edit is looked at. */
const LINE = 100;

/** The text on one line. */
function unwrap(text: string): string {
  return text.replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, " ").trim();
}
