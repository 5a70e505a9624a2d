/**
 * New entries of a bibliography: a readable key, and the entry written as the file is, as an insertion that changes nothing
 * else of it. Knows the three formats; touches no disk.
 */
import { isMap, isSeq, parseDocument, stringify } from "yaml";
import type { CitedSource } from "../footnotes.ts";
import { plain } from "../footnotes.ts";
import { lineBreakOf } from "../lines.ts";
import type { Edit } from "../report.ts";
import type { Bibliography, BibliographyEntry } from "./types.ts";
import { relativePath } from "./write.ts";

const SMALL = new Set([
  "the",
  "a",
  "an",
  "of",
  "for",
  "and",
  "on",
  "in",
  "to",
  "at",
  "by",
  "with",
  "from",
  "as",
  "is",
]);

/** "reuters2019prague": who, when, about what; with a letter behind it where that is taken. */
export function newKey(source: CitedSource, taken: ReadonlySet<string>): string {
  const [who] = wordsOf(source.authors?.[0] ?? source.publisher ?? "");
  const year = source.published?.slice(0, 4) ?? "";
  const about = wordsOf(source.title).filter((word) => word !== who && word.length > 2);
  const file = wordsOf(source.source.replace(/^.*[/\\]/, "").replace(/\.\w{1,8}$/, ""));
  const what = about[0] ?? file[0] ?? "";
  const base = `${who ?? ""}${year}${what}`.slice(0, 60) || "source";
  const key = /^[a-z]/.test(base) ? base : `${about[1] ?? "source"}${base}`;
  let candidate = key;
  for (let n = 0; taken.has(candidate.toLowerCase()); n++)
    candidate = `${key}${n < 26 ? String.fromCharCode(97 + n) : n}`;
  return candidate;
}

function wordsOf(text: string): string[] {
  const latin = plain(text.normalize("NFKD").replace(/\p{M}/gu, ""));
  return latin.split(" ").filter((word) => /^[a-z0-9]+$/.test(word) && !SMALL.has(word));
}

/** The entry for a source. `file` is its path from the bibliography's folder, where there is one. */
export function newEntry(source: CitedSource, key: string, bibliography: string): BibliographyEntry {
  const file = relativePath(bibliography, source.source);
  return {
    key,
    ...(source.title === "" ? {} : { title: oneLine(source.title) }),
    ...(source.authors ? { authors: source.authors } : {}),
    ...(source.publisher === null ? {} : { publisher: oneLine(source.publisher) }),
    ...(source.published === null ? {} : { published: source.published }),
    ...(source.url === null ? {} : { url: source.url.trim() }),
    ...(file === null ? {} : { files: [decoded(file)] }),
  };
}

/** Appends entries to a bibliography. Null where its text does not allow it. */
export function addEntries(
  { format, text }: Pick<Bibliography, "format" | "text">,
  entries: readonly BibliographyEntry[],
): Edit | null {
  if (format === "bibtex") return appendBibtex(text, entries);
  return format === "csl-json" ? appendJson(text, entries) : appendYaml(text, entries);
}

function appendBibtex(text: string, entries: readonly BibliographyEntry[]): Edit {
  const eol = lineBreakOf(text);
  const written = entries.map((entry) => bibtexEntry(entry, eol)).join(eol + eol);
  const blank = text.trim() === "" || /\n[ \t]*\r?\n$/.test(text.slice(-200)) ? "" : eol;
  const end = text === "" || /\n$/.test(text) ? "" : eol;
  return { start: text.length, end: text.length, newText: `${end}${blank}${written}${eol}` };
}

function bibtexEntry(entry: BibliographyEntry, eol: string): string {
  const { key, title, authors, publisher, published, url, files } = entry;
  const names = authors?.map((name) => (name.includes(",") ? tex(name) : `{${tex(name)}}`)).join(" and ");
  const fields = [
    // Twice in braces: no style may change its capitals.
    ["title", title && `{${tex(title)}}`],
    ["author", names ?? (publisher && `{${tex(publisher)}}`)],
    ["publisher", authors && publisher && tex(publisher)],
    ["date", published],
    ["url", url?.replace(/[{}\\\s]/g, (char) => encodeURIComponent(char))],
    ["file", files?.map((file) => file.replace(/[{}]/g, "")).join(";")],
  ].flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${url === undefined ? "misc" : "online"}{${key},${eol}${fields.join(`,${eol}`)}${eol}}`;
}

const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function tex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (char) => TEX[char] ?? `\\${char}`);
}

type Item = Readonly<Record<string, unknown>>;

function cslItem(entry: BibliographyEntry): Item {
  const { key, title, authors, publisher, published, url, files } = entry;
  const names = authors ?? (publisher === undefined ? [] : [publisher]);
  const parts = published?.split("-").map(Number) ?? [];
  return {
    id: key,
    type: url === undefined ? "document" : "webpage",
    ...(title === undefined ? {} : { title }),
    ...(names.length === 0 ? {} : { author: names.map(cslName) }),
    ...(authors && publisher ? { publisher } : {}),
    ...(parts.length > 0 && parts.every(Boolean) ? { issued: { "date-parts": [parts] } } : {}),
    ...(url === undefined ? {} : { URL: url }),
    ...(files ? { file: files.join(";") } : {}),
  };
}

function cslName(name: string): Item {
  const [family, given] = name.split(/,\s*/, 2);
  return given ? { family, given } : { literal: name };
}

function appendJson(text: string, entries: readonly BibliographyEntry[]): Edit | null {
  const eol = lineBreakOf(text);
  const items = entries.map((entry) => JSON.stringify(cslItem(entry), null, 2).replace(/^/gm, "  "));
  const joined = (before: string) => before + items.join(",\n").replaceAll("\n", eol);
  if (text.trim() === "") return { start: 0, end: text.length, newText: `[${joined(eol)}${eol}]${eol}` };
  const end = /\]\s*$/.exec(text);
  if (!end || !/^\uFEFF?\s*\[/.test(text)) return null;
  const at = text.slice(0, end.index).trimEnd().length;
  const isEmpty = text[at - 1] === "[";
  const close = /[\r\n]/.test(text.slice(at, end.index)) ? "" : eol;
  return { start: at, end: at, newText: joined(isEmpty ? eol : `,${eol}`) + close };
}

function appendYaml(text: string, entries: readonly BibliographyEntry[]): Edit | null {
  const eol = lineBreakOf(text);
  const listed = (indent: string) =>
    stringify(entries.map(cslItem), { lineWidth: 0 })
      .trimEnd()
      .replace(/^(?=.)/gm, indent)
      .replaceAll("\n", eol);
  if (text.trim() === "")
    return { start: 0, end: text.length, newText: `---${eol}references:${eol}${listed("")}${eol}...${eol}` };
  const head = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
  const document = parseDocument(text.slice(head).replace(/\n(?:---|\.\.\.)[ \t]*\r?\n?\s*$/, "\n"), {
    logLevel: "silent",
    prettyErrors: false,
    uniqueKeys: false,
  });
  const { contents } = document;
  const list = isMap(contents) ? contents.get("references", true) : contents;
  if (document.errors.length > 0 || !isSeq(list) || list.flow || !list.range || list.items.length === 0)
    return null;
  const first = head + list.range[0];
  const indent = text.slice(text.lastIndexOf("\n", first - 1) + 1, first);
  if (!/^ *$/.test(indent)) return null;
  const at = text.slice(0, head + list.range[1]).trimEnd().length;
  return { start: at, end: at, newText: eol + listed(indent) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
