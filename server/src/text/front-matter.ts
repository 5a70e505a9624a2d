/**
 * YAML front matter: the lines between two fences at the very start. Knows YAML; gives the keys no meaning.
 */
import { isMap, parseDocument } from "yaml";
import { hasManyAliases, isDeeplyNested } from "./nesting.ts";
import type { FrontMatter } from "./types.ts";

/** Longer front matter is not looked for: a rule at the start of a long text is no fence. */
const MAX_LENGTH = 65_536;

const NONE: FrontMatter = { span: { start: 0, end: 0 }, data: {}, problem: null };

/** Reads the front matter of `text`; never throws. Dates stay strings as written. */
export function readFrontMatter(text: string): FrontMatter {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const opening = /^---[ \t]*\r?\n/.exec(text.slice(start, start + 64));
  if (!opening) return NONE;
  const from = start + opening[0].length;
  const head = text.slice(from, from + MAX_LENGTH);
  if (/^[ \t]*\r?\n/.test(head.slice(0, 64))) return NONE;
  const closing = closingFence(head);
  if (!closing) return looksLikeYaml(head) ? { ...NONE, problem: unclosed } : NONE;
  const span = { start: 0, end: from + closing.end };
  return { span, ...readYaml(head.slice(0, closing.start)) };
}

const unclosed = "The front matter that opens in line 1 is never closed: add a line “---” after it.";

function closingFence(head: string): { start: number; end: number } | null {
  const fence = /(?:^|\n)(?:---|\.\.\.)[ \t]{0,50}(?:\r?\n|$)/.exec(head);
  if (!fence) return null;
  return { start: fence.index + (fence[0].startsWith("\n") ? 1 : 0), end: fence.index + fence[0].length };
}

function looksLikeYaml(head: string): boolean {
  return /^[\w-]{1,50}:[ \t\r\n]/.test(head.slice(0, 60));
}

function readYaml(yaml: string): Pick<FrontMatter, "data" | "problem"> {
  if (isDeeplyNested(yaml)) return { data: {}, problem: "The front matter is nested too deeply to be read." };
  try {
    const document = parseDocument(yaml, { logLevel: "silent", prettyErrors: false });
    const error = document.errors[0];
    if (error) return { data: {}, problem: problemAt(yaml, error.pos[0], error.code) };
    if (document.contents === null) return { data: {}, problem: null };
    if (!isMap(document.contents))
      return { data: {}, problem: "The front matter is not a list of “key: value” lines." };
    if (hasManyAliases(document))
      return { data: {}, problem: "The front matter refers to itself too often to be read." };
    return { data: document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>, problem: null };
  } catch {
    return { data: {}, problem: "The front matter cannot be read as YAML." };
  }
}

function problemAt(yaml: string, offset: number, code: string): string {
  const line = yaml.slice(0, offset).split("\n").length + 1;
  return `The front matter cannot be read: in line ${line}, ${yamlProblem(code)}.`;
}

/** What an error of the YAML reader means, as a clause for people. */
export function yamlProblem(code: string): string {
  return PROBLEMS[code] ?? "this is not valid YAML";
}

const PROBLEMS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "a key stands twice",
  TAB_AS_INDENT: "a tab is used to indent; use blanks",
  BAD_INDENT: "the indentation does not fit the lines above, or a bracket is not closed",
  MISSING_CHAR: "a closing quotation mark or bracket, or a “:”, is missing",
  BLOCK_AS_IMPLICIT_KEY: "a value holds a “:”; put the value in quotation marks",
  UNEXPECTED_TOKEN: "a mark stands where none can; put the value in quotation marks",
  MULTILINE_IMPLICIT_KEY: "a line has no “key:” at its start",
};
