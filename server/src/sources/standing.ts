/**
 * How sources stand to one another: which one another one supersedes, and which is ranked before which. Declared by
 * people, in a source's front matter or beside it; knows sources, not drafts.
 */
import type { SourceReading } from "../statements/types.ts";
import type { SourceStanding } from "./types.ts";

/** The standing that a front matter declares; what is of the wrong type counts as absent. */
export function standingOf(data: Readonly<Record<string, unknown>>): SourceStanding {
  const { rank } = data;
  const supersedes = namesOf(data.supersedes);
  const supersededBy = namesOf(data["superseded-by"]);
  return {
    ...(typeof rank === "number" && Number.isFinite(rank) ? { rank } : {}),
    ...(supersedes.length > 0 ? { supersedes } : {}),
    ...(supersededBy.length > 0 ? { supersededBy } : {}),
  };
}

/** Source names from a front matter or configuration value: a text or a list of texts. */
export function namesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === "string" && item.trim() !== "");
}

/** The sources of a corpus by what is declared of them. */
export interface Standings {
  /** True where `newer` replaces `older`, directly or through others. */
  supersedes(newer: SourceReading, older: SourceReading): boolean;
  /** The sources that another one replaces. */
  readonly superseded: ReadonlySet<SourceReading>;
}

/** Reads what the sources declare of one another. A circle of declarations replaces nothing. */
export function readStandings(sources: readonly SourceReading[]): Standings {
  const newer = successorsOf(sources);
  const all = new Map([...newer.keys()].map((source) => [source, reachedFrom(source, newer)]));
  const supersedes = (later: SourceReading, earlier: SourceReading): boolean =>
    all.get(earlier)?.has(later) === true && !all.get(later)?.has(earlier);
  const superseded = new Set(
    [...all].flatMap(([older, by]) => ([...by].some((one) => supersedes(one, older)) ? [older] : [])),
  );
  return { supersedes, superseded };
}

/** Whether `a` is ranked before `b`. */
export function ranksBefore(a: SourceReading, b: SourceReading): boolean {
  return (a.standing?.rank ?? Number.POSITIVE_INFINITY) < (b.standing?.rank ?? Number.POSITIVE_INFINITY);
}

type Successors = Map<SourceReading, Set<SourceReading>>;

function successorsOf(sources: readonly SourceReading[]): Successors {
  const newer: Successors = new Map();
  const declare = (older: SourceReading, later: SourceReading) => {
    if (older === later) return;
    const known = newer.get(older);
    if (known) known.add(later);
    else newer.set(older, new Set([later]));
  };
  for (const source of sources) {
    for (const name of source.standing?.supersedes ?? [])
      for (const older of named(name, sources)) declare(older, source);
    for (const name of source.standing?.supersededBy ?? [])
      for (const later of named(name, sources)) declare(source, later);
  }
  return newer;
}

function reachedFrom(source: SourceReading, newer: Successors): Set<SourceReading> {
  const reached = new Set<SourceReading>();
  const waiting = [...(newer.get(source) ?? [])];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(newer.get(next) ?? []));
  }
  reached.delete(source);
  return reached;
}

/** The sources that a name may mean: by path, else by file name without its ending, else by title or address. */
function named(name: string, sources: readonly SourceReading[]): readonly SourceReading[] {
  const wanted = pathOf(name);
  const tests: readonly ((source: SourceReading) => boolean)[] = [
    ({ uri }) => `/${pathOf(uri)}`.endsWith(`/${wanted}`),
    ({ uri }) => stemOf(pathOf(uri)) === stemOf(wanted) && !wanted.includes("/"),
    ({ title, url }) => fold(title) === fold(name) || (url !== null && fold(url) === fold(name)),
  ];
  for (const test of tests) {
    const found = sources.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

function pathOf(name: string): string {
  const path = name
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(?:\.{1,2}\/)+/, "")
    .toLowerCase();
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function stemOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.\w{1,8}$/, "");
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim().replace(/\/$/, "");
}
