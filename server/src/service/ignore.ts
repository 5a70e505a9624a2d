/**
 * Writes an ignore directive for a claim into the draft, where it does not change what a reader sees.
 * Knows read documents and Markdown's line structure; nothing of verdicts.
 */
import { LineTable } from "../text/lines.ts";
import type { Block, ProseDocument } from "../text/types.ts";
import { lineBreakOf, lineSpan } from "./lines.ts";
import { blockAt } from "./places.ts";
import type { Claim, Edit } from "./report.ts";

/**
 * The edit that inserts `<!-- claimcheck-ignore CODE: reason -->` for a claim: on a line of its own before a
 * paragraph, at its indentation; else at the end of the claim's line (list item, table row, heading, block quote).
 * `reason` is brought to one line, without what would end the comment.
 */
export function ignoreEdit(document: ProseDocument, claim: Claim, reason: string): Edit {
  const block = blockAt(document, claim.start);
  const inCell = block?.cell != null;
  const comment = directiveText(claim.code ?? "all", reason, inCell);
  const own = block && ownLine(document.text, block);
  if (own) {
    return { start: own.at, end: own.at, newText: own.indent + comment + lineBreakOf(document.text) };
  }
  const at = lineEnd(document, claim, block);
  const space = at > 0 && !/\s/.test(document.text[at - 1]!) ? " " : "";
  const after = inCell && document.text[at] === "|" ? " " : "";
  return { start: at, end: at, newText: space + comment + after };
}

function directiveText(code: string, reason: string, inCell: boolean): string {
  // "--" ends or invalidates a comment for some readers, "|" would end the table cell.
  const line = reason.replace(/\s+/g, " ").replace(/-{2,}/g, "–").replace(/[<>]/g, "").trim();
  const safe = (inCell ? line.replaceAll("|", "/") : line).replace(/-$/, "");
  return safe === "" ? `<!-- claimcheck-ignore ${code} -->` : `<!-- claimcheck-ignore ${code}: ${safe} -->`;
}

/** Where the line of a paragraph starts, when nothing but indentation stands before the paragraph on it. */
function ownLine(text: string, block: Block): { at: number; indent: string } | null {
  if (block.kind !== "paragraph" || block.container !== null || block.footnote !== null) return null;
  const at =
    Math.max(text.lastIndexOf("\n", block.span.start - 1), text.lastIndexOf("\r", block.span.start - 1)) + 1;
  const indent = text.slice(at, block.span.start);
  return /^ {0,3}$/.test(indent) ? { at, indent } : null;
}

/** The last place on the claim's line where a comment belongs to the text. */
function lineEnd(document: ProseDocument, claim: Claim, block: Block | null): number {
  const { text } = document;
  const line = lineSpan(new LineTable(text), claim.end);
  let end = line.end;
  if (block) end = insideMarkup(text, block, Math.min(end, Math.max(block.span.end, claim.end)), line.end);
  while (end > claim.end && " \t".includes(text[end - 1]!)) end--;
  if (end > claim.end && text[end - 1] === "\\") end--;
  if (block && crossesMarkup(text, block, end)) return claim.end;
  return Math.max(end, claim.end);
}

/** Before what closes a line: a table row's last bar, a heading's closing marks or its attributes. */
function insideMarkup(text: string, block: Block, end: number, lineEnd: number): number {
  if (block.cell) {
    let at = lineEnd;
    while (at > end && " \t".includes(text[at - 1]!)) at--;
    return at > 0 && text[at - 1] === "|" && text[at - 2] !== "\\" ? at - 1 : at;
  }
  if (block.kind !== "heading") return lineEnd;
  let at = lineEnd;
  while (at > block.span.start && " \t".includes(text[at - 1]!)) at--;
  if (text[at - 1] === "}") {
    const brace = text.lastIndexOf("{", at);
    if (brace > block.span.start) at = brace;
    while (" \t".includes(text[at - 1]!)) at--;
  }
  const hashes = /(?:^|[ \t])#{1,50}$/.exec(text.slice(Math.max(block.span.start, at - 60), at));
  return hashes ? at - hashes[0].trimStart().length : at;
}

/** True when a code span, link or tag that began in this block is still open at `at`. */
function crossesMarkup(text: string, block: Block, at: number): boolean {
  if (block.marks.some((mark) => mark.span.start < at && at < mark.span.end)) return true;
  let open = "";
  for (const [run] of text.slice(block.span.start, at).matchAll(/`+/g)) {
    if (open === "") open = run;
    else if (open === run) open = "";
  }
  // A run without its partner further on is just a mark, but then the claim's own end is as good a place.
  return open !== "" && text.slice(at, block.span.end).includes(open);
}
