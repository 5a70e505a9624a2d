/**
 * Path patterns of `claimcheck.yaml`: `press`, `reports/2024/**\/*.md`. A matcher of its own, since the file comes with a
 * folder that may be anybody's: it takes no longer than the pattern's length times the path's. Knows paths, no disk.
 */

export interface PathPattern {
  /** As it is written. */
  readonly text: string;
  /** The folder that every match lies in, or the file or folder itself where nothing in it is a pattern; "" for here. */
  readonly base: string;
  readonly isGlob: boolean;
  /** True for a path below `base`, relative to it and with forward slashes. For a plain path: everything below it. */
  matchesBelow(path: string): boolean;
  /** True for a path from where the pattern starts, and for what lies in a folder of that name if the pattern is plain. */
  matches(path: string): boolean;
}

const LONGEST = 500;
const MOST_ALTERNATIVES = 64;
const MAGIC = /[*?{[]/;

/** Why a pattern cannot be used, as the end of a sentence that names it, or null. `outside` lets it lead elsewhere. */
export function patternProblem(text: string, outside: boolean): string | null {
  const path = tidy(text);
  if (path === "") return "is empty";
  if (text.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (path.startsWith("!")) return "starts with “!”: write what to leave out under “exclude”";
  if (/[*?+@!]\(/.test(path)) return "holds “(” as a pattern: only *, **, ?, [a-z] and {a,b} are understood";
  if (/^\s*\w{2,12}:\/\//.test(text)) return "is an address: save the page and name its file";
  const all = alternatives(path);
  if (all === null) return `stands for more than ${MOST_ALTERNATIVES} patterns: write several lines`;
  if (outside) return null;
  const leads = all.some((one) => isAbsolute(one) || one.split("/").includes(".."));
  return leads ? "leads out of this file's folder: only what lies in it is read" : null;
}

/** Reads a pattern that has no problem; letters match in either case. */
export function pathPattern(text: string): PathPattern {
  const path = tidy(text);
  const magic = path.search(MAGIC);
  const isGlob = magic >= 0;
  const slash = isGlob ? path.lastIndexOf("/", magic) : path.length;
  const base = path === "." ? "" : path.slice(0, Math.max(slash, 0)) || (slash === 0 ? "/" : "");
  const rest = isGlob ? (alternatives(path.slice(slash + 1)) ?? []).map(segmentsOf) : [];
  const prefix = base === "" ? "" : `${base.toLowerCase()}/`;
  const below = (lower: string) => rest.some((segments) => matchSegments(segments, lower.split("/")));
  return {
    text,
    base,
    isGlob,
    matchesBelow: (relative) => !isGlob || below(relative.toLowerCase()),
    matches: (full) => {
      const lower = full.toLowerCase();
      if (!isGlob) return prefix === "" || `${lower}/`.startsWith(prefix);
      return lower.startsWith(prefix) && below(lower.slice(prefix.length));
    },
  };
}

/** True where the pattern names the path itself or a folder that it lies in. */
export function covers(pattern: PathPattern, path: string): boolean {
  if (pattern.matches(path)) return true;
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
    if (pattern.matches(path.slice(0, at))) return true;
  return false;
}

function tidy(text: string): string {
  const slashed = text
    .trim()
    .replaceAll("\\", "/")
    .replace(/\/{2,}/g, "/");
  const plain = slashed.replace(/^(?:\.\/)+/, "").replace(/\/\.?$/, "");
  return plain === "" && slashed !== "" ? (slashed.startsWith("/") ? "/" : ".") : plain;
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|~|[a-z]:)/i.test(path);
}

/** `a{b,c}` as "ab" and "ac"; null where there are too many. */
function alternatives(pattern: string): string[] | null {
  const open = pattern.indexOf("{");
  if (open < 0) return [pattern];
  const parts = bracesAt(pattern, open);
  const head = pattern.slice(0, open);
  // Braces around nothing to choose from are plain characters.
  if (parts === null) return alternatives(pattern.slice(open + 1))?.map((tail) => `${head}{${tail}`) ?? null;
  const found: string[] = [];
  for (const part of parts.choices) {
    const expanded = alternatives(part + parts.tail);
    if (expanded === null || found.length + expanded.length > MOST_ALTERNATIVES) return null;
    found.push(...expanded.map((tail) => head + tail));
  }
  return found;
}

function bracesAt(pattern: string, open: number): { choices: string[]; tail: string } | null {
  const choices: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === "{") depth++;
    if (char === "," && depth === 1) {
      choices.push(pattern.slice(from, at));
      from = at + 1;
    }
    if (char === "}" && --depth === 0) {
      if (choices.length === 0) return null;
      return { choices: [...choices, pattern.slice(from, at)], tail: pattern.slice(at + 1) };
    }
  }
  return null;
}

type Character = string | typeof ANY | typeof STAR | ((char: string) => boolean);
const ANY = Symbol("?");
const STAR = Symbol("*");
/** A segment of a pattern, or any number of segments. */
type Segment = readonly Character[] | "**";

function segmentsOf(pattern: string): Segment[] {
  const segments = pattern.toLowerCase().split("/");
  return segments.map((segment) => (segment === "**" ? "**" : charactersOf(segment)));
}

function charactersOf(segment: string): Character[] {
  const characters: Character[] = [];
  for (let at = 0; at < segment.length; at++) {
    const char = segment[at]!;
    const close = char === "[" ? segment.indexOf("]", at + 2) : -1;
    if (char === "*") {
      if (characters.at(-1) !== STAR) characters.push(STAR);
    } else if (char === "?") characters.push(ANY);
    else if (close > 0) {
      characters.push(characterClass(segment.slice(at + 1, close)));
      at = close;
    } else characters.push(char);
  }
  return characters;
}

function characterClass(inner: string): (char: string) => boolean {
  const negated = /^[!^]/.test(inner);
  const list = negated ? inner.slice(1) : inner;
  return (char) => {
    for (let at = 0; at < list.length; at++) {
      const isRange = list[at + 1] === "-" && at + 2 < list.length;
      const last = isRange ? list[at + 2]! : list[at]!;
      if (list[at]! <= char && char <= last) return !negated;
      if (isRange) at += 2;
    }
    return negated;
  };
}

function matchSegments(pattern: readonly Segment[], path: readonly string[]): boolean {
  return matchList(
    pattern,
    path,
    (segment) => segment === "**",
    (segment, name) => segment !== "**" && matchCharacters(segment, name),
  );
}

function matchCharacters(pattern: readonly Character[], name: string): boolean {
  return matchList(
    pattern,
    name.split(""),
    (character) => character === STAR,
    (character, char) =>
      typeof character === "function" ? character(char) : character === ANY || character === char,
  );
}

/** The whole list, where some items of the pattern stand for any number: only the last of those is ever tried anew. */
function matchList<P, T>(
  pattern: readonly P[],
  list: readonly T[],
  isAny: (item: P) => boolean,
  fits: (item: P, element: T) => boolean,
): boolean {
  let [at, in_] = [0, 0];
  let [star, resume] = [-1, 0];
  while (in_ < list.length) {
    if (at < pattern.length && isAny(pattern[at]!)) {
      star = at++;
      resume = in_;
    } else if (at < pattern.length && fits(pattern[at]!, list[in_]!)) {
      at++;
      in_++;
    } else if (star >= 0) {
      at = star + 1;
      in_ = ++resume;
    } else return false;
  }
  while (at < pattern.length && isAny(pattern[at]!)) at++;
  return at === pattern.length;
}
