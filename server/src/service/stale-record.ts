/**
 * What the claims of a draft rest on, in memory and as plain data that outlives the program: packing it, and reading it
 * back from wherever it was kept, where anything may stand. Knows no editor and no files.
 */
import type { Evidence } from "./report.ts";

/** The words of a source that decided a claim, with what a writer knows the source by. */
export type Passage = Pick<Evidence, "source" | "title" | "published" | "text" | "shown" | "cell">;

/** What decided a claim when it was checked. */
export interface Held {
  readonly evidence: readonly Passage[];
  /** The claim's words with what stands around them, by which it is found when nothing is said of it any more. */
  readonly words: string;
  around: { readonly before: string; readonly after: string };
  /** The passages that are gone. */
  gone: readonly Passage[];
}

/** A source as it was when it was looked at last: its text, or only what tells it from another one. */
export interface Seen {
  readonly text?: string;
  stamp?: string;
}

export interface DraftHolds {
  /** By the claim's fingerprint. */
  held: Map<string, Held>;
  /** By the source's uri. */
  readonly seen: Map<string, Seen>;
}

interface ClaimRecord {
  readonly fingerprint: string;
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** Places in `passages`. */
  readonly evidence: readonly number[];
  readonly gone: readonly number[];
}

/** What is kept of a draft, ready for JSON. */
export interface StaleRecord {
  readonly version: 1;
  readonly sources: readonly { readonly uri: string; readonly stamp: string }[];
  readonly passages: readonly Passage[];
  readonly claims: readonly ClaimRecord[];
}

/** Claims of one draft that are kept at most; those whose source has changed go first. */
const MOST = 3000;

/** The record of a draft; null where its claims rest on nothing. `stampOf` tells a text from another one. */
export function packRecord(
  { held, seen }: DraftHolds,
  stampOf: (text: string) => string,
): StaleRecord | null {
  const all = [...held].sort(([, a], [, b]) => Number(b.gone.length > 0) - Number(a.gone.length > 0));
  if (all.length === 0) return null;
  const passages = new Map<string, { at: number; passage: Passage }>();
  const placeOf = ({ source, title, published, text, shown, cell }: Passage): number => {
    const key = JSON.stringify([source, title, published, text, cell]);
    const known = passages.get(key);
    if (known) return known.at;
    const at = passages.size;
    const words = { ...(shown ? { shown: { text: shown.text, focus: [] } } : {}), ...(cell ? { cell } : {}) };
    passages.set(key, { at, passage: { source, title, published, text, ...words } });
    return at;
  };
  const claims = all.slice(0, MOST).map(
    ([fingerprint, { words, around, evidence, gone }]): ClaimRecord => ({
      fingerprint,
      words,
      ...around,
      evidence: evidence.map(placeOf),
      gone: gone.map(placeOf),
    }),
  );
  const kept = [...passages.values()].map(({ passage }) => passage);
  const uris = [...new Set(kept.map(({ source }) => source))];
  return { version: 1, sources: uris.flatMap((uri) => stamped(uri, seen, stampOf)), passages: kept, claims };
}

function stamped(
  uri: string,
  seen: DraftHolds["seen"],
  stampOf: (text: string) => string,
): StaleRecord["sources"] {
  const one = seen.get(uri);
  if (!one) return [];
  one.stamp ??= stampOf(one.text ?? "");
  return [{ uri, stamp: one.stamp }];
}

/**
 * What a record holds, or null for anything that is none. Claims that rest on a source of which `trusts` is false are
 * left out. Never throws.
 */
export function unpackRecord(data: unknown, trusts: (source: string) => boolean): DraftHolds | null {
  if (!isRecord(data)) return null;
  const held = new Map<string, Held>();
  for (const { fingerprint, words, before, after, evidence, gone } of data.claims) {
    const rests = evidence.flatMap((at) => data.passages[at] ?? []);
    if (rests.length === 0 || !rests.every(({ source }) => trusts(source))) continue;
    const lost = gone.flatMap((at) => data.passages[at] ?? []).filter((passage) => rests.includes(passage));
    held.set(fingerprint, { words, around: { before, after }, evidence: rests, gone: lost });
  }
  const seen = new Map(data.sources.map(({ uri, stamp }): [string, Seen] => [uri, { stamp }]));
  return { held, seen };
}

function isRecord(data: unknown): data is StaleRecord {
  if (!isObject(data) || data.version !== 1) return false;
  const { sources, passages, claims } = data;
  return isListOf(sources, isSource) && isListOf(passages, isPassage) && isListOf(claims, isClaim);
}

function isSource(data: Record<string, unknown>): boolean {
  return areTexts(data.uri, data.stamp);
}

function isPassage({ source, title, published, text, shown, cell }: Record<string, unknown>): boolean {
  const isWhole = areTexts(source, title, text) && (published === null || areTexts(published));
  const isShown =
    shown === undefined || (isObject(shown) && areTexts(shown.text) && Array.isArray(shown.focus));
  const isCell = (value: unknown) => value === null || areTexts(value);
  return (
    isWhole && isShown && (cell === undefined || (isObject(cell) && isCell(cell.row) && isCell(cell.column)))
  );
}

function isClaim(data: Record<string, unknown>): boolean {
  const { fingerprint, words, before, after, evidence, gone } = data;
  return (
    areTexts(fingerprint, words, before, after) && words !== "" && arePlaces(evidence) && arePlaces(gone)
  );
}

function isListOf(data: unknown, isOne: (data: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(data) && data.every((one) => isObject(one) && isOne(one));
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null;
}

function areTexts(...data: readonly unknown[]): boolean {
  return data.every((one) => typeof one === "string");
}

function arePlaces(data: unknown): boolean {
  return Array.isArray(data) && data.every((one) => Number.isInteger(one) && one >= 0);
}
