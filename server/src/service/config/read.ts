/**
 * Reads `claimcheck.yaml` (or the same as JSON): never throws, keeps what is right, and tells of the rest with its place.
 * Knows the file's keys; touches no disk.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import { namesOf, standingOf } from "../../sources/standing.ts";
import { yamlProblem } from "../../text/front-matter.ts";
import { isDeeplyNested } from "../../text/nesting.ts";
import { CITATION_STYLES } from "../citations/types.ts";
import { DEFAULT_SEVERITIES, SEVERITIES, type Severities } from "../severity.ts";
import { nearest } from "./nearest.ts";
import { pathPattern, patternProblem } from "./pattern.ts";
import {
  type ConfigEntry,
  type ConfigPlace,
  type ConfigProblem,
  EMPTY_CONFIG,
  type ProjectConfig,
} from "./types.ts";

/** The keys of the file; the JSON schema has the same. */
export const KEYS = [
  "sources",
  "drafts",
  "exclude",
  "date",
  "builtin",
  "bibliography",
  "citations",
  "severity",
  "baseline",
] as const;
/** The keys of a source that stands as a map: where it lies, and how it stands to others. */
const SOURCE_KEYS = ["path", "rank", "supersedes", "superseded-by"] as const;
export const SEVERITY_KEYS = Object.keys(DEFAULT_SEVERITIES) as (keyof Severities)[];

/** Larger files and longer lists are somebody's mistake, and would take long. */
const LARGEST = 65_536;
const MOST_ENTRIES = 1000;
const MOST_PROBLEMS = 20;

export interface ReadConfig {
  readonly config: ProjectConfig;
  /** In the order of the file. */
  readonly problems: readonly ConfigProblem[];
}

/** Reads the text of the file. `outside`: its patterns may lead out of its folder, since the user named the file. */
export function readConfig(
  text: string,
  { outside = false }: { readonly outside?: boolean } = {},
): ReadConfig {
  const reader = new Reader(outside);
  try {
    return reader.read(text);
  } catch {
    // Nothing but nesting beyond all sense ends here.
    return { config: EMPTY_CONFIG, problems: [{ ...START, message: "This cannot be read as YAML." }] };
  }
}

/** True for an ISO day that the calendar has. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const START: ConfigPlace = { start: 0, end: 0, line: 0, character: 0 };

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

class Reader {
  readonly #lines = new LineCounter();
  readonly #problems: ConfigProblem[] = [];
  readonly #outside: boolean;
  #length = 0;

  constructor(outside: boolean) {
    this.#outside = outside;
  }

  read(text: string): ReadConfig {
    this.#length = text.length;
    if (text.length > LARGEST) {
      this.#tellAt(START, `This file is larger than ${LARGEST / 1024} KB: keep only its keys.`);
      return { config: EMPTY_CONFIG, problems: this.#problems };
    }
    if (isDeeplyNested(text)) {
      this.#tellAt(START, "This is nested too deeply to be read: keep only its keys.");
      return { config: EMPTY_CONFIG, problems: this.#problems };
    }
    // Keys that stand twice are told below, in linear time.
    const options = {
      logLevel: "silent",
      prettyErrors: false,
      uniqueKeys: false,
      lineCounter: this.#lines,
    } as const;
    const document = parseDocument(text, options);
    const [error] = document.errors;
    if (error) this.#tellAt(this.#place(error.pos), `Not valid YAML or JSON: ${yamlProblem(error.code)}.`);
    else if (isMap(document.contents))
      return this.#keys(document.contents.items as Pair<Node, Node | null>[]);
    else if (document.contents !== null && !isNothing(document.contents))
      this.#tell(document.contents, "Write keys such as “sources: [press]”.");
    return { config: EMPTY_CONFIG, problems: this.#problems };
  }

  #keys(pairs: readonly Pair<Node, Node | null>[]): ReadConfig {
    const config: Writable<ProjectConfig> = { ...EMPTY_CONFIG };
    for (const [key, { key: node, value }] of this.#named(pairs, KEYS)) {
      if (isNothing(value)) continue;
      if (key === "sources") config.sources = this.#sources(value);
      if (key === "drafts") config.drafts = this.#entries(key, value);
      if (key === "baseline") config.baseline = this.#file(key, value);
      if (key === "exclude") config.exclude = this.#entries(key, value) ?? [];
      if (key === "date") config.date = this.#day(value);
      if (key === "builtin") config.builtin = this.#flag(key, value);
      if (key === "severity") config.severity = this.#severity(value ?? node);
      if (key === "bibliography") config.bibliography = this.#entries(key, value);
      if (key === "citations") config.citations = this.#citations(value ?? node);
    }
    return { config, problems: this.#problems.sort((a, b) => a.start - b.start).slice(0, MOST_PROBLEMS) };
  }

  /** The pairs with a known key, each key once. */
  #named<K extends string>(
    pairs: readonly Pair<Node, Node | null>[],
    known: readonly K[],
  ): Map<K, Pair<Node, Node | null>> {
    const found = new Map<K, Pair<Node, Node | null>>();
    for (const pair of pairs) {
      const written = isScalar(pair.key) ? String(pair.key.value) : "";
      const key = known.find((name) => name === written);
      if (key === undefined) this.#tell(pair.key, unknownKey(written, known));
      else if (found.has(key)) this.#tell(pair.key, `“${key}” stands twice: keep one of the two.`);
      else found.set(key, pair);
    }
    return found;
  }

  /** The entries that can be used; null where none is given. */
  #entries(key: string, value: Node | null): ConfigEntry[] | null {
    const items = isSeq(value) ? (value.items as Node[]) : [value];
    const entries: ConfigEntry[] = [];
    for (const item of items.slice(0, MOST_ENTRIES)) {
      if (!isScalar(item) || typeof item.value !== "string") {
        this.#tell(item, `“${key}” takes a list of files, folders or globs.`);
        continue;
      }
      const problem = patternProblem(item.value, this.#outside);
      if (problem !== null) this.#tell(item, `“${short(item.value)}” ${problem}.`);
      else entries.push({ pattern: pathPattern(item.value), ...this.#placeOf(item) });
    }
    if (items.length > MOST_ENTRIES)
      this.#tell(value, `“${key}” has more than ${MOST_ENTRIES} entries: use globs.`);
    return entries.length > 0 ? entries : null;
  }

  /** Sources stand as paths, or as maps that say how they stand to others. */
  #sources(value: Node | null): ConfigEntry[] | null {
    const items = isSeq(value) ? (value.items as Node[]) : [value];
    const entries: ConfigEntry[] = [];
    for (const item of items.slice(0, MOST_ENTRIES)) {
      if (isMap(item)) entries.push(...this.#ranked(item));
      else if (isSeq(item)) this.#tell(item, "“sources” takes a list of files, folders or globs.");
      else entries.push(...(this.#entries("sources", item) ?? []));
    }
    if (items.length > MOST_ENTRIES)
      this.#tell(value, `“sources” has more than ${MOST_ENTRIES} entries: use globs.`);
    return entries.length > 0 ? entries : null;
  }

  #ranked(item: YAMLMap): ConfigEntry[] {
    const keys = this.#named(item.items as Pair<Node, Node | null>[], SOURCE_KEYS);
    const path = keys.get("path");
    if (!path) this.#tell(item, "A source that stands as a map needs a “path”.");
    const written = new Map([...keys].map(([key, { value }]) => [key, writtenIn(value)]));
    for (const [key, { value }] of keys) {
      const isRight = key === "rank" ? isRank(written.get(key)) : namesOf(written.get(key)).length > 0;
      if (!isRight) this.#tell(value ?? item, WRONG_STANDING[key]);
    }
    const standing = standingOf(Object.fromEntries(written));
    const entries = path ? (this.#entries("path", path.value) ?? []) : [];
    return entries.map((entry) => ({ ...entry, standing }));
  }

  #file(key: string, value: Node | null): ConfigEntry | null {
    const [entry, another] = this.#entries(key, value) ?? [];
    if (!entry) return null;
    if (!another && !entry.pattern.isGlob) return entry;
    this.#tell(value, `“${key}” takes one file.`);
    return null;
  }

  #day(value: Node | null): string | null {
    if (isScalar(value) && typeof value.value === "string" && isDay(value.value)) return value.value;
    this.#tell(value, "“date” takes a day such as 2024-05-31.");
    return null;
  }

  #flag(key: string, value: Node | null): boolean | null {
    if (isScalar(value) && typeof value.value === "boolean") return value.value;
    this.#tell(value, `“${key}” takes true or false.`);
    return null;
  }

  #severity(value: Node): Partial<Severities> {
    if (!isMap(value)) {
      this.#tell(value, "“severity” takes keys such as “uncertain: off”.");
      return {};
    }
    const severity: Partial<Writable<Severities>> = {};
    for (const [key, pair] of this.#named(value.items as Pair<Node, Node | null>[], SEVERITY_KEYS)) {
      // YAML 1.1 reads a bare “off” as false, and so may whoever wrote the file with another program.
      const written = isScalar(pair.value) ? pair.value.value : null;
      const name = written === false ? "off" : written;
      const level = SEVERITIES.find((one) => one === name);
      if (level) severity[key] = level;
      else this.#tell(pair.value ?? pair.key, wrongSeverity(key, name));
    }
    return severity;
  }

  #citations(value: Node): ProjectConfig["citations"] {
    if (!isMap(value)) {
      this.#tell(value, "“citations” takes keys such as “style: pandoc”.");
      return {};
    }
    const pair = this.#named(value.items as Pair<Node, Node | null>[], ["style"]).get("style");
    const written = pair && isScalar(pair.value) ? pair.value.value : null;
    const style = CITATION_STYLES.find((one) => one === written);
    if (pair && !style && written !== null)
      this.#tell(pair.value ?? pair.key, "“style” takes footnote, pandoc or link.");
    return style ? { style } : {};
  }

  #tell(node: Node | null, message: string): void {
    this.#tellAt(this.#placeOf(node), message);
  }

  #tellAt(place: ConfigPlace, message: string): void {
    this.#problems.push({ ...place, message });
  }

  #placeOf(node: Node | null): ConfigPlace {
    const range = node?.range;
    return range ? this.#place([range[0], range[1]]) : START;
  }

  /** What is missing at the end stands behind it for the YAML reader. */
  #place(range: readonly [number, number]): ConfigPlace {
    const [start, end] = range.map((at) => Math.min(at, this.#length)) as [number, number];
    const { line, col } = this.#lines.linePos(start);
    return { start, end, line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
  }
}

function isNothing(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

function writtenIn(node: Node | null): unknown {
  if (isSeq(node)) return node.items.map((item) => writtenIn(item as Node));
  return isScalar(node) ? node.value : null;
}

function isRank(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}

const WRONG_STANDING: Readonly<Record<(typeof SOURCE_KEYS)[number], string>> = {
  path: "“path” takes a list of files, folders or globs.",
  rank: "“rank” takes a number: 1 takes precedence over 2.",
  supersedes: "“supersedes” takes sources by file, title or address.",
  "superseded-by": "“superseded-by” takes sources by file, title or address.",
};

function unknownKey(written: string, known: readonly string[]): string {
  const near = nearest(written, known);
  const list = `${known.slice(0, -1).join(", ")} and ${known.at(-1)}`;
  return near === null
    ? `unknown key “${short(written)}”: known are ${list}.`
    : `unknown key “${short(written)}”: did you mean “${near}”?`;
}

function wrongSeverity(key: string, written: unknown): string {
  const near = typeof written === "string" ? nearest(written, SEVERITIES) : null;
  const hint = near === null ? "" : ` Did you mean “${near}”?`;
  return `“${key}” takes error, warning, information, hint or off.${hint}`;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
