/**
 * Ignore directives: what an HTML comment of a draft asks for and which part of the draft it covers.
 *
 *     <!-- claimcheck-ignore date-mismatch, quantity-mismatch: the reason -->
 *
 * Knows read documents and codes; nothing of claims.
 */
import type { LineTable } from "../text/lines.ts";
import type { Comment, ProseDocument, Span } from "../text/types.ts";
import { isCode, type NoteCode } from "./codes.ts";
import { lineSpan, linesOf } from "./lines.ts";
import { blockAt, firstBlockFrom } from "./places.ts";
import type { Code } from "./report.ts";

export interface Directive {
  readonly comment: Comment;
  readonly form: "place" | "start" | "end" | "file";
  /** The codes it hides; empty hides any. */
  readonly codes: readonly string[];
  /** Words in the place of a code that are none. */
  readonly unknown: readonly string[];
  /** Empty where none is given. */
  readonly reason: string;
}

/** A directive with the part of the draft that it covers; null where it covers nothing. */
export interface PlacedDirective {
  readonly directive: Directive;
  readonly covers: Span | null;
}

const NAME = "claimcheck-ignore";
const FORMS = { "-start": "start", "-end": "end", "-file": "file" } as const;

/** Reads a comment as a directive; null when it is none. `all`, or no code, means any code. */
function parseDirective(comment: Comment): Directive | null {
  const text = comment.text.trim();
  if (!text.startsWith(NAME)) return null;
  const after = text.slice(NAME.length);
  const suffix = (Object.keys(FORMS) as (keyof typeof FORMS)[]).find((name) => after.startsWith(name));
  const rest = suffix ? after.slice(suffix.length) : after;
  if (rest !== "" && !/^[\s:]/.test(rest)) return null;
  const colon = rest.indexOf(":");
  const names = (colon < 0 ? rest : rest.slice(0, colon))
    .split(/[,\s]+/)
    .filter(Boolean)
    .map((name) => name.toLowerCase());
  return {
    comment,
    form: suffix ? FORMS[suffix] : "place",
    codes: names.includes("all") ? [] : names,
    unknown: names.filter((name) => name !== "all" && !isCode(name)),
    reason: colon < 0 ? "" : rest.slice(colon + 1).trim(),
  };
}

/** A code that is named in a directive. */
export interface NamedCode {
  readonly code: Code | NoteCode;
  /** The code's letters, in the document. */
  readonly span: Span;
}

/** The code under an offset, when a directive names it there; else null. */
export function codeInDirective(document: ProseDocument, offset: number): NamedCode | null {
  const comment = document.comments.find(({ span }) => span.start <= offset && offset <= span.end);
  const directive = comment && parseDirective(comment);
  if (!directive) return null;
  const text = document.text.slice(directive.comment.span.start, directive.comment.span.end).toLowerCase();
  for (const code of directive.codes) {
    const at = text.indexOf(code, text.indexOf(NAME) + NAME.length);
    const start = directive.comment.span.start + at;
    if (at >= 0 && isCode(code) && start <= offset && offset <= start + code.length) {
      return { code, span: { start, end: start + code.length } };
    }
  }
  return null;
}

/** All directives of a draft with what they cover, in document order. Ends are left out unless nothing starts them. */
export function placeDirectives(document: ProseDocument, lines: LineTable): PlacedDirective[] {
  const alone = commentsAlone(document, lines);
  const placed: { directive: Directive; covers: Span | null }[] = [];
  const open: { directive: Directive; covers: Span | null }[] = [];
  for (const comment of document.comments) {
    const directive = parseDirective(comment);
    if (!directive) continue;
    if (directive.form === "end") {
      const start = takeStart(open, directive);
      if (start) start.covers = { start: start.directive.comment.span.end, end: comment.span.start };
      else placed.push({ directive, covers: null });
      continue;
    }
    const entry = { directive, covers: coverage(directive, document, lines, alone) };
    placed.push(entry);
    if (directive.form === "start") open.push(entry);
  }
  return placed;
}

function coverage(
  directive: Directive,
  document: ProseDocument,
  lines: LineTable,
  alone: ReadonlySet<Comment>,
): Span | null {
  const { comment } = directive;
  const whole = { start: 0, end: document.text.length };
  if (directive.form === "file") return whole;
  if (directive.form === "start") return { start: comment.span.end, end: whole.end };
  if (!alone.has(comment)) return linesOf(lines, comment.span);
  return blockAt(document, comment.span.start)?.span ?? nextBlock(document, comment.span.end, lines);
}

/** The most recent open start; with codes in the end, the most recent one that names the same codes. */
function takeStart<T extends { directive: Directive }>(open: T[], end: Directive): T | undefined {
  if (end.codes.length === 0) return open.pop();
  const wanted = end.codes.join();
  const index = open.findLastIndex((entry) => entry.directive.codes.join() === wanted);
  return index < 0 ? undefined : open.splice(index, 1)[0];
}

/** What stands after a comment, over blank lines: one paragraph or heading, or the whole list, table or block quote. */
function nextBlock(document: ProseDocument, offset: number, lines: LineTable): Span | null {
  const first = firstBlockFrom(document, offset);
  const block = document.blocks[first];
  if (!block) return null;
  let end = block.span.end;
  const indent = lines.placeAt(block.span.start).character;
  for (let index = first + 1; index < document.blocks.length; index++) {
    const next = document.blocks[index]!;
    const sameTable = block.cell !== null && next.cell?.table === block.cell.table;
    const sameContainer = block.container !== null && next.container === block.container;
    const nested = block.container !== null && next.container !== null && isDeeper(next.span, indent, lines);
    if (!sameTable && !sameContainer && !nested) break;
    end = next.span.end;
  }
  return { start: block.span.start, end };
}

function isDeeper(span: Span, indent: number, lines: LineTable): boolean {
  return lines.placeAt(span.start).character > indent;
}

/** The comments that share their lines with nothing but other comments, blanks, list markers and quote marks. */
function commentsAlone(document: ProseDocument, lines: LineTable): Set<Comment> {
  const { text, comments } = document;
  const before = new Set<Comment>();
  comments.forEach((comment, index) => {
    const previous = comments[index - 1];
    const start = lineSpan(lines, comment.span.start).start;
    if (previous && previous.span.end >= start) {
      if (before.has(previous) && isBlank(text, previous.span.end, comment.span.start)) before.add(comment);
    } else if (isMarkerOnly(text, start, comment.span.start)) before.add(comment);
  });
  const alone = new Set<Comment>();
  for (let index = comments.length - 1; index >= 0; index--) {
    const comment = comments[index]!;
    const next = comments[index + 1];
    const end = lineSpan(lines, comment.span.end).end;
    const restIsBlank =
      next && next.span.start <= end
        ? alone.has(next) && isBlank(text, comment.span.end, next.span.start)
        : isBlank(text, comment.span.end, end);
    if (restIsBlank && before.has(comment)) alone.add(comment);
  }
  return alone;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!" \t\r\n".includes(text[at]!)) return false;
  }
  return true;
}

function isMarkerOnly(text: string, start: number, end: number): boolean {
  // More than 200 characters of indentation and markers is no line that anybody wrote.
  return end - start <= 200 && /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+[\s>]*)*$/.test(text.slice(start, end));
}
