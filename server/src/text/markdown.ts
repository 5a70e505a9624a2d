/**
 * Markdown read as a document: its blocks of prose with what each inherits. Knows the syntax tree and keeps what it
 * read of unchanged blocks; knows nothing of claims or sources.
 */
import type { Tree } from "@lezer/common";
import { BlockReader } from "./blocks.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type Change, parseMarkdown, withoutReturns } from "./markdown-parser.ts";
import type { References } from "./references.ts";
import type { FrontMatter, ProseDocument } from "./types.ts";

/** What is kept of a document in case its text is edited. */
interface Kept {
  readonly tree: Tree;
  /** What the tree was parsed from. */
  readonly body: string;
  readonly references: References;
}

const kept = new WeakMap<ProseDocument, Kept>();

/**
 * Reads a Markdown document. With `previous`, an earlier reading of nearly the same text, only what changed is
 * parsed and read again; the result is the same as without. Never throws.
 */
export function readMarkdown(text: string, previous?: ProseDocument): ProseDocument {
  if (previous && previous.text === text) return previous;
  const frontMatter = frontMatterOf(text, previous);
  const bodyStart = Math.max(frontMatter.span.end, text.startsWith("\uFEFF") ? 1 : 0);
  const body = withoutReturns(text.slice(bodyStart));
  const before = previous && kept.get(previous);
  const change = before && changeBetween(before.body, body);
  const tree = change ? parseMarkdown(body, { tree: before.tree, change }) : parseMarkdown(body);
  const reader = new BlockReader(text, bodyStart, tree, before?.references, previous?.blocks);
  reader.read();
  const { blocks, comments, footnotes, references } = reader;
  const document: ProseDocument = { text, frontMatter, blocks, comments, footnotes };
  kept.set(document, { tree, body, references });
  return document;
}

function frontMatterOf(text: string, previous: ProseDocument | undefined): FrontMatter {
  const end = previous?.frontMatter.span.end ?? 0;
  if (end > 0 && text.slice(0, end) === previous!.text.slice(0, end)) return previous!.frontMatter;
  return readFrontMatter(text);
}

/** Texts are compared in pieces of this length first, which the engine does faster than character by character. */
const STEP = 4_096;

/** The one stretch in which two texts differ. */
function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + STEP <= shorter && before.slice(start, start + STEP) === after.slice(start, start + STEP))
    start += STEP;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const most = shorter - start;
  const [a, b] = [before.length, after.length];
  let tail = 0;
  while (
    tail + STEP <= most &&
    before.slice(a - tail - STEP, a - tail) === after.slice(b - tail - STEP, b - tail)
  )
    tail += STEP;
  while (tail < most && before.charCodeAt(a - 1 - tail) === after.charCodeAt(b - 1 - tail)) tail++;
  return { fromA: start, toA: a - tail, fromB: start, toB: b - tail };
}
