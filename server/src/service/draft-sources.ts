/**
 * The sources that a draft names itself: `sources` in its front matter, and files that its links and footnotes point to.
 * Knows read drafts; whether a file is there, and may be read, is for the shells to find out.
 */

import type { ProseDocument } from "../text/types.ts";
import type { Bibliography } from "./citations/types.ts";
import { type PathPattern, pathPattern, patternProblem } from "./config/pattern.ts";
import { isSourceName } from "./file-kinds.ts";

/** A file, folder or glob, relative to the draft's folder: `base` may begin with "..". */
export interface NamedSource extends Pick<PathPattern, "text" | "base" | "isGlob" | "matchesBelow"> {
  readonly by: "front matter" | "link" | "bibliography";
}

export interface NamedSources {
  readonly entries: readonly NamedSource[];
  /** A sentence for each entry of the front matter that cannot be used. */
  readonly problems: readonly string[];
}

/**
 * The same with the files of the draft's bibliographies. `pathOf` gives the whole path of a file that stands in one of
 * them.
 */
export function withBibliographies<B extends Pick<Bibliography, "entries">>(
  named: NamedSources,
  bibliographies: readonly B[],
  pathOf: (bibliography: B, file: string) => string,
): NamedSources {
  const files = bibliographies.flatMap((bibliography) =>
    bibliography.entries.flatMap(({ files: written = [] }) =>
      written.filter((file) => isSourceName(file)).map((file) => pathOf(bibliography, file)),
    ),
  );
  const entries = [...new Set(files)].slice(0, MOST_ENTRIES).map((path) => fileNamed(path, "bibliography"));
  return { ...named, entries: [...named.entries, ...entries] };
}

function fileNamed(path: string, by: NamedSource["by"]): NamedSource {
  return { text: path, base: path, isGlob: false, matchesBelow: () => true, by };
}

const MOST_ENTRIES = 1000;
/** More links than this are somebody's index, not the sources of a draft. */
const MOST = 200;

/** What the draft names, each once, the front matter first. */
export function namedSources({ frontMatter, blocks }: ProseDocument): NamedSources {
  const written = writtenSources(frontMatter.data.sources);
  const problems = written.problems.slice(0, 5);
  const entries: NamedSource[] = written.patterns.map((pattern) => ({ ...pattern, by: "front matter" }));
  const known = new Set(entries.map(({ base }) => base));
  for (const { marks } of blocks) {
    for (const { kind, target } of marks) {
      const path = kind === "link" && entries.length < MOST ? localPath(target) : null;
      if (path === null || known.has(path)) continue;
      known.add(path);
      entries.push(fileNamed(path, "link"));
    }
  }
  return { entries, problems };
}

function writtenSources(value: unknown): { patterns: PathPattern[]; problems: string[] } {
  const patterns: PathPattern[] = [];
  const problems: string[] = [];
  const list = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
  for (const item of list.slice(0, MOST)) {
    if (typeof item !== "string") problems.push("“sources” takes a list of files, folders or globs.");
    // An address tells where a source was published; its text is not fetched.
    else if (!isAddress(item)) {
      const problem = patternProblem(item, true);
      if (problem === null) patterns.push(pathPattern(item));
      else problems.push(`“${item.slice(0, 60)}” ${problem}.`);
    }
  }
  return { patterns, problems };
}

/** The path that a link target means, or null for an address, a place in the draft, or what holds no text. */
function localPath(target: string): string | null {
  if (isAddress(target) || target.length > 1000) return null;
  const bare = target.replace(/[?#].*$/, "").replace(/^(?:\.\/)+/, "");
  let path = bare;
  try {
    path = decodeURIComponent(bare);
  } catch {
    // A stray "%" is a character like any other.
  }
  return isSourceName(path) && !/^[/\\~]|[\u0000-\u001f]/.test(path) ? path.replaceAll("\\", "/") : null;
}

/** "https://…", "mailto:…", "//example.org"; "c:" too, since a draft's sources lie beside it. */
function isAddress(text: string): boolean {
  return /^\s*(?:[a-z][\w+.-]*:|\/\/)/i.test(text);
}
