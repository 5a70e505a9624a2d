/**
 * Footnote definitions as edits: new ones at the end of a draft, and out again without a trace. Knows read documents.
 */
import type { FootnoteDefinition, ProseDocument, Span } from "../../text/types.ts";
import { type CitedSource, citationText } from "../footnotes.ts";
import { lineBreakOf } from "../lines.ts";
import type { Edit } from "../report.ts";

/** The definition of a label, on a line. */
export function definitionText(label: string, source: CitedSource): string {
  return `[^${label}]: ${citationText(source)}.`;
}

/**
 * Puts lines behind the last words of the draft, so that blank lines at its end stay what they are. `gone` are
 * definitions that are taken out at the same time.
 */
export function addDefinitions(
  { text, footnotes }: ProseDocument,
  lines: readonly string[],
  gone: readonly FootnoteDefinition[] = [],
): Edit {
  const eol = lineBreakOf(text);
  const last = footnotes.at(-1);
  const at = endOfWords(text, openFence(text) ?? text.length);
  if (at === 0) return { start: 0, end: 0, newText: lines.join(eol) + eol + eol };
  const follows = last !== undefined && last.span.end >= at && !gone.includes(last);
  return { start: at, end: at, newText: (follows ? eol : eol + eol) + lines.join(eol) };
}

/** Where a code block begins that nothing closes: what is put behind it would be code. Null where there is none. */
function openFence(text: string): number | null {
  let open: { readonly mark: string; readonly at: number } | null = null;
  for (const { 0: line, 1: mark, 2: rest, index } of text.matchAll(/^ {0,3}(`{3,}|~{3,})(.*)$/gm)) {
    if (open === null) {
      // Backticks in the words behind them are inline code.
      if (!(mark!.startsWith("`") && rest!.includes("`")))
        open = { mark: mark!, at: index + line.indexOf(mark!) };
    } else if (mark!.startsWith(open.mark) && rest!.trim() === "") open = null;
  }
  return open?.at ?? null;
}

/** Takes definitions out with their lines, and with the blank line that set them apart where nothing else needs it. */
export function removeDefinitions(
  { text, footnotes }: ProseDocument,
  gone: readonly FootnoteDefinition[],
): Edit[] {
  const runs: { start: number; end: number }[] = [];
  for (const definition of footnotes.filter((one) => gone.includes(one))) {
    const { start, end } = lineOf(text, definition);
    const run = runs.at(-1);
    if (run?.end === start) run.end = end;
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => {
    const isApart = /\n[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));
    const rest = text.slice(end, end + 200);
    const endsThere = rest.trim() === "" || /^\r?\n[ \t]*\r?\n/.test(rest);
    return { start: isApart && endsThere ? breakBefore(text, start) : start, end, newText: "" };
  });
}

/** A definition from the break before it to its last word. */
function lineOf(text: string, { span }: FootnoteDefinition): Span {
  return { start: breakBefore(text, span.start), end: endOfWords(text, span.end) };
}

/** Where the line break before `at` begins; the text's start where there is none. */
function breakBefore(text: string, at: number): number {
  const newline = Math.max(0, text.lastIndexOf("\n", at - 1));
  return text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** Behind the last line that holds a word, at or before `limit`, with the blanks at its end. */
function endOfWords(text: string, limit = text.length): number {
  const end = text.slice(0, limit).trimEnd().length;
  const rest = /^[ \t]*/.exec(text.slice(end, limit))![0].length;
  return end + rest;
}
