/**
 * Reads a bibliography's text: BibTeX and BibLaTeX by Citation.js, CSL as JSON or YAML. Keeps the entries that are right
 * and counts the rest. Runs in the readers' thread; knows formats, no disk.
 */
import { parse as csl } from "@citation-js/plugin-bibtex/lib/input/entries.js";
import { type BibtexEntry, parse as bibtex } from "@citation-js/plugin-bibtex/lib/input/file.js";
import { parseDocument } from "yaml";
import { hasManyAliases, isDeeplyNested } from "../../text/nesting.ts";
import { FormatError } from "./types.ts";

export type BibliographyFormat = "bibtex" | "csl-json" | "csl-yaml";

/** An entry as far as it tells which source it means and how to name it. Absent means that it does not say. */
export interface BibliographyEntry {
  /** What citations name it by. */
  readonly key: string;
  readonly title?: string;
  /** Family names first where there are any: "Brandt, Ada"; an organisation as it is written. */
  readonly authors?: readonly string[];
  readonly publisher?: string;
  /** ISO day, month or year. */
  readonly published?: string;
  readonly url?: string;
  /** Paths as they are written, with forward slashes. */
  readonly files?: readonly string[];
}

export interface BibliographyContent {
  readonly entries: readonly BibliographyEntry[];
  /** What could not be read, as the end of a sentence that names the file, or absent. */
  readonly doubt?: string;
}

/** More entries than a library of a lifetime holds. */
const MOST_ENTRIES = 50_000;

/** Reads the text of a bibliography. Throws a FormatError where nothing in it makes sense. */
export function readBibliography(format: BibliographyFormat, text: string): BibliographyContent {
  if (text.trim() === "") return { entries: [] };
  if (format === "bibtex") return readBibtex(text);
  const items = format === "csl-json" ? jsonItems(text) : yamlItems(text);
  if (!items) throw new FormatError("damaged", "is no list of references. Correct it or name another file");
  return { entries: distinct(items.slice(0, MOST_ENTRIES).map((item) => entryOf(item, item.file))) };
}

function readBibtex(text: string): BibliographyContent {
  const whole = entriesIn(text);
  if (whole) return { entries: bibtexEntries(whole) };
  // One wrong entry must not hide the others: each is read by itself, with the abbreviations of the file before it.
  const pieces = text.split(/^(?=[ \t]*@[ \t]*[A-Za-z]{1,40}[ \t]*[{(])/m).slice(0, MOST_ENTRIES);
  const strings = pieces.filter((piece) => /^[ \t]*@[ \t]*string/i.test(piece) && entriesIn(piece));
  const known = strings.join("\n").slice(0, 20_000);
  const found: BibtexEntry[] = [];
  const wrong: number[] = [];
  let line = 1;
  for (const piece of pieces) {
    const entries = piece.includes("@") ? entriesIn(`${known}\n${piece}`) : [];
    if (entries) found.push(...entries);
    else wrong.push(line);
    line += piece.split("\n").length - 1;
  }
  if (found.length === 0 && wrong.length > 0)
    throw new FormatError("damaged", `holds no entry that can be read (line ${wrong[0]}). Correct it`);
  const doubt = wrong.length === 0 ? {} : { doubt: `cannot be read in line ${wrong.slice(0, 5).join(", ")}` };
  return { entries: bibtexEntries(found), ...doubt };
}

function entriesIn(text: string): BibtexEntry[] | null {
  return isDeeplyNested(text) ? null : attempt(() => bibtex(text));
}

function bibtexEntries(found: readonly BibtexEntry[]): BibliographyEntry[] {
  const entries = found.slice(0, MOST_ENTRIES).flatMap((entry) => {
    const [item] = attempt(() => csl([entry])) ?? [];
    return item ? [entryOf({ ...item, id: entry.label }, entry.properties.file)] : [];
  });
  return distinct(entries);
}

type Item = Readonly<Record<string, unknown>>;

/** The list itself, or what stands under `references`, as Pandoc has it. */
function listIn(value: unknown): Item[] | null {
  const inner = isItem(value) && !Array.isArray(value) ? (value.references ?? value.items) : value;
  return Array.isArray(inner) ? inner.filter(isItem) : null;
}

function jsonItems(text: string): Item[] | null {
  return listIn(attempt(() => JSON.parse(text.replace(/^\uFEFF/, "")) as unknown));
}

function yamlItems(text: string): Item[] | null {
  if (isDeeplyNested(text)) return null;
  const options = { logLevel: "silent", prettyErrors: false, uniqueKeys: false } as const;
  const body = text
    .replace(/^\uFEFF/, "")
    .replace(/^---[ \t]*\r?\n/, "")
    .replace(/\n(?:---|\.\.\.)[ \t]*\r?\n?\s*$/, "\n");
  const value = attempt(() => {
    const document = parseDocument(body, options);
    const isWrong = document.errors.length > 0 || hasManyAliases(document);
    return isWrong ? null : (document.toJS({ maxAliasCount: 100 }) as unknown);
  });
  return listIn(value);
}

function entryOf(item: Item, file: unknown): BibliographyEntry {
  const { id, title, author, editor, issued, URL: url, DOI: doi } = item;
  const address = textOf(url) ?? (textOf(doi) ? `https://doi.org/${textOf(doi)}` : undefined);
  const authors = names(author).length > 0 ? names(author) : names(editor);
  const files = filesIn(file);
  return defined({
    key: textOf(id) ?? "",
    title: textOf(title),
    authors: authors.length > 0 ? authors : undefined,
    publisher: textOf(item.publisher) ?? textOf(item["container-title"]),
    published: dayOf(issued),
    url: address,
    files: files.length > 0 ? files : undefined,
  });
}

function names(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, 50).flatMap((name: unknown) => {
    if (!isItem(name)) return textOf(name) ?? [];
    const family = [textOf(name["non-dropping-particle"]), textOf(name.family)].filter(Boolean).join(" ");
    return textOf(name.literal) ?? ([family, textOf(name.given)].filter(Boolean).join(", ") || []);
  });
}

/** "2024-02-18" of `{ date-parts: [[2024, 2, 18]] }`, `2024-02-18` or what Pandoc writes as a list of parts. */
function dayOf(issued: unknown): string | undefined {
  if (issued instanceof Date)
    return Number.isNaN(issued.getTime()) ? undefined : issued.toISOString().slice(0, 10);
  if (typeof issued === "string" || typeof issued === "number")
    return /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(String(issued))?.[0];
  const first: unknown = Array.isArray(issued) ? issued[0] : issued;
  if (!isItem(first)) return undefined;
  const list = first["date-parts"];
  const parts = Array.isArray(list) ? (list[0] as unknown) : [first.year, first.month, first.day];
  if (!Array.isArray(parts)) return dayOf(first.raw ?? first.literal);
  const [year, month, day] = parts.map(Number);
  if (!year || year < 1000 || year > 9999) return undefined;
  const two = (part: number | undefined) => (part ? `-${String(part).padStart(2, "0")}` : "");
  return `${year}${two(month)}${month ? two(day) : ""}`;
}

/** The paths of a `file` field, as it stands or as Zotero and JabRef write it: "Full Text:files/1/a.pdf:application/pdf". */
function filesIn(file: unknown): string[] {
  const written = Array.isArray(file) ? file : [file];
  return written.flatMap((one: unknown) => {
    const text = textOf(one);
    if (text === undefined) return [];
    return text
      .slice(0, 10_000)
      .split(/(?<!\\);/)
      .map((part) => {
        const fields = part.split(/(?<!\\):(?![\\/]{1,2}\S)/);
        const path = fields.length >= 3 ? fields.slice(1, -1).join(":") : part;
        return path
          .replace(/\\([:;])/g, "$1")
          .replaceAll("\\\\", "/")
          .replaceAll("\\", "/")
          .trim();
      })
      .filter((path) => path !== "");
  });
}

/** The first of a key counts, as it does for Pandoc. */
function distinct(entries: readonly BibliographyEntry[]): BibliographyEntry[] {
  const byKey = new Map<string, BibliographyEntry>();
  for (const entry of entries) if (entry.key !== "" && !byKey.has(entry.key)) byKey.set(entry.key, entry);
  return [...byKey.values()];
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null;
}

/** One line without markup of the format's own, such as `<i>`. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value)
    .replace(/<\/?(?:i|b|sub|sup|span)\b[^<>]{0,100}>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? undefined : text.slice(0, 2000);
}

function defined(
  entry: { [K in keyof BibliographyEntry]: BibliographyEntry[K] | undefined },
): BibliographyEntry {
  const kept = Object.entries(entry).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as unknown as BibliographyEntry;
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
