/**
 * Annotated drafts: one file that holds sources, a draft and, on caret lines below its words, what a check must find.
 * Reads and writes the format (README.md beside the drafts tells it); knows nothing of the checker.
 */

export interface Section {
  readonly path: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What must be found at some words. Offsets count in the draft's text without caret lines. */
export interface Expectation {
  /** `ok` demands a supported claim; `warn` a contradiction; `info` a note or what sources disagree about. */
  readonly level: "warn" | "info" | "ok";
  /** Codes, for `ok` kinds, any of which will do; empty for any kind. */
  readonly names: readonly string[];
  /** Carets name the very words, tildes words that the finding touches. */
  readonly exact: boolean;
  readonly start: number;
  readonly end: number;
  /** Compared where it is given. */
  readonly message: string | null;
  /** "sources/a.md:3", compared where it is given. */
  readonly evidence: string | null;
}

export interface Story {
  readonly preamble: string;
  readonly sources: readonly Section[];
  readonly draft: Section;
  readonly expectations: readonly Expectation[];
  /** Where `$0` stands, or null. */
  readonly cursor: number | null;
  readonly fixes: readonly { readonly code: string; readonly text: string }[];
  readonly hover: string | null;
}

const HEADER = /^=== (\S.*)$/;
const CARETS = /^( *)(\^+|~+)(?:(>)$|(?: (warn|info|ok)(?: (.*))?)$)/;
const CURSOR = /(?<!\\)\$0/;

/** Reads a story. Throws where the file is not one. */
export function parseStory(file: string): Story {
  const [preamble, ...sections] = splitSections(file);
  const plain = sections.filter(({ title }) => !/^(?:fix|hover)\b/.test(title));
  const last = plain.at(-1);
  if (!last) throw new Error("The file has no draft: start it with a line “=== draft.md”.");
  const { text, cursor, expectations } = readDraft(last.lines);
  return {
    preamble: preamble!.lines.join("\n"),
    sources: plain.slice(0, -1).map(({ title, lines }) => sectionOf(title, joined(lines))),
    draft: sectionOf(last.title, text),
    expectations,
    cursor,
    fixes: sections
      .filter(({ title }) => title.startsWith("fix "))
      .map(({ title, lines }) => ({ code: title.slice(4).trim(), text: joined(lines) })),
    hover: sections.find(({ title }) => title === "hover")?.lines.join("\n") ?? null,
  };
}

/** Writes a story: parsing it again gives the same one. */
export function renderStory(story: Story): string {
  const { preamble, sources, draft, fixes, hover } = story;
  const parts = [
    preamble,
    ...sources.map((section) => `${headerOf(section)}\n${withoutEnd(section.text)}`),
    `${headerOf(draft)}\n${renderDraft(story)}`,
    ...fixes.map(({ code, text }) => `=== fix ${code}\n${withoutEnd(text)}`),
    ...(hover === null ? [] : [`=== hover\n${hover}`]),
  ];
  return `${parts.join("\n").trimEnd()}\n`;
}

/** The draft's lines with, below each, the caret lines of its expectations. */
export function renderDraft({ draft, expectations, cursor }: Omit<Story, "fixes" | "hover">): string {
  const out: string[] = [];
  let at = 0;
  for (const line of withoutEnd(draft.text).split("\n")) {
    const end = at + line.length;
    const shown = (from: number, to: number) => draft.text.slice(from, to).replaceAll("$0", "\\$0");
    const here = cursor !== null && cursor >= at && cursor <= end;
    out.push(here ? `${shown(at, cursor)}$0${shown(cursor, end)}` : shown(at, end));
    for (const expectation of expectations) {
      const carets = caretLine(expectation, at, end);
      if (carets !== null) out.push(carets);
    }
    at = end + 1;
  }
  return out.join("\n");
}

function caretLine(expectation: Expectation, from: number, to: number): string | null {
  const start = Math.max(expectation.start, from);
  const end = Math.min(expectation.end, to);
  if (end <= start) return null;
  const marks = " ".repeat(start - from) + (expectation.exact ? "^" : "~").repeat(end - start);
  return expectation.end > to ? `${marks}>` : `${marks} ${annotationOf(expectation)}`;
}

function annotationOf({ level, names, message, evidence }: Expectation): string {
  const name = names.length > 0 ? ` ${names.join("/")}` : "";
  return `${level}${name}${message === null ? "" : `: ${message}`}${evidence === null ? "" : ` <- ${evidence}`}`;
}

interface RawSection {
  readonly title: string;
  readonly lines: string[];
}

function splitSections(file: string): RawSection[] {
  const sections: RawSection[] = [{ title: "", lines: [] }];
  for (const line of file.replace(/\r\n/g, "\n").replace(/\n$/, "").split("\n")) {
    const title = HEADER.exec(line)?.[1];
    if (title === undefined) sections.at(-1)!.lines.push(line);
    else sections.push({ title, lines: [] });
  }
  return sections;
}

function readDraft(lines: readonly string[]): Pick<Story, "expectations" | "cursor"> & { text: string } {
  const expectations: Expectation[] = [];
  let text = "";
  let lineStart = 0;
  let cursor: number | null = null;
  let open: number | null = null;
  for (const line of lines) {
    const match = CARETS.exec(line);
    if (!match || text === "") {
      lineStart = text.length;
      const at = line.search(CURSOR);
      if (at >= 0) cursor = lineStart + line.slice(0, at).replaceAll("\\$0", "$0").length;
      text += `${line.replace(CURSOR, "").replaceAll("\\$0", "$0")}\n`;
      continue;
    }
    const [, indent, marks, goesOn, level, rest] = match;
    const start: number = open ?? lineStart + indent!.length;
    if (goesOn) open = start;
    else {
      const end = lineStart + indent!.length + marks!.length;
      expectations.push({
        ...annotation(level as Expectation["level"], rest ?? ""),
        exact: marks!.startsWith("^"),
        start,
        end,
      });
      open = null;
    }
  }
  if (open !== null) throw new Error("A caret line ends in “>”, but no caret line follows.");
  return { text, cursor, expectations: expectations.sort((a, b) => a.start - b.start || a.end - b.end) };
}

function annotation(level: Expectation["level"], rest: string) {
  const [what = "", evidence] = rest.split(/ ?<- /, 2);
  const [name = "", message] = split(what, ": ");
  return {
    level,
    names: name === "" ? [] : name.split("/"),
    message: message ?? null,
    evidence: evidence ?? null,
  };
}

function split(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}

function sectionOf(title: string, text: string): Section {
  const [path, ...rest] = title.split(" ");
  const keys: Record<string, string> = {};
  for (const [, key, quoted, bare] of rest.join(" ").matchAll(/([\w-]+)=(?:"([^"]*)"|(\S+))/g))
    keys[key!] = quoted ?? bare!;
  return { path: path!, keys, text };
}

function headerOf({ path, keys }: Section): string {
  const written = Object.entries(keys).map(
    ([key, value]) => ` ${key}=${/^\S+$/.test(value) ? value : `"${value}"`}`,
  );
  return `=== ${path}${written.join("")}`;
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

function withoutEnd(text: string): string {
  return text.replace(/\n$/, "");
}
