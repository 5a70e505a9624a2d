/**
 * Claims whose source has changed under them: for each claim of a draft the passages that decided it are kept, and it is
 * stale once one of them no longer stands in its source. Editing the claim or acknowledging the change ends that. What is
 * kept can be handed out and taken back, so that a later session goes on from it. Knows reports and texts; no editor and
 * no files.
 */
import { cellInWords, shownText } from "./evidence-words.ts";
import { fingerprint as stampOf } from "./fingerprint.ts";
import { writtenDate } from "./footnotes.ts";
import { clip } from "./messages.ts";
import type { Claim } from "./report.ts";
import {
  type DraftHolds,
  type Held,
  type Passage,
  packRecord,
  type StaleRecord,
  unpackRecord,
} from "./stale-record.ts";

/** A claim that hangs on a passage which is no longer there. */
export interface StaleClaim {
  /** The claim's words in the draft as it is now, as UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly fingerprint: string;
  readonly message: string;
  /** True where the source itself says otherwise now: the claim is told as contradicted or disputed. */
  readonly isOpposed: boolean;
}

export interface FollowOptions {
  /** Findings that the writer has put aside, with a comment or in the file of accepted ones: they were looked at. */
  readonly aside?: readonly Claim[];
  /** True while sources are still being read, so that one that is missing may come yet. */
  readonly isPartial?: boolean;
}

type SourceText = (source: string) => string | undefined;

/** Characters around a claim that must be the same for it to count as not edited. */
const AROUND = 40;

export class Staleness {
  readonly #drafts = new Map<string, DraftHolds>();

  /**
   * The stale claims of a draft, in document order. `claims` is what was found in `text`; `sourceText` gives a source's
   * text as it is now, undefined for one that is not there.
   */
  follow(
    uri: string,
    claims: readonly Claim[],
    text: string,
    sourceText: SourceText,
    options: FollowOptions = {},
  ): readonly StaleClaim[] {
    const draft = this.#draft(uri);
    const held = new Map<string, Held>();
    const isLookedAt = lookedAt(draft, options.aside ?? [], text);
    const turn: Turn = {
      changed: changedSources(draft, sourceText),
      sourceText,
      held,
      isLookedAt,
      ...options,
    };
    const found = standing(draft, claims, text, turn);
    const lost = unsaid(draft, text, turn);
    draft.held = held;
    remember(draft, sourceText);
    return [...found, ...lost].sort((a, b) => a.start - b.start);
  }

  /** Takes the mark off some claims, or off all of the draft: what the sources say now is what counts. */
  acknowledge(uri: string, fingerprints?: readonly string[]): void {
    const draft = this.#drafts.get(uri);
    for (const fingerprint of fingerprints ?? [...(draft?.held.keys() ?? [])])
      draft?.held.delete(fingerprint);
  }

  /** What the claims of a draft rest on, for a later session; null where there is nothing to keep. */
  recordOf(uri: string): StaleRecord | null {
    const draft = this.#drafts.get(uri);
    return draft ? packRecord(draft, stampOf) : null;
  }

  /**
   * Goes on from what another session kept of a draft, unless this one has followed the draft already. Anything that is
   * no record is ignored; `trusts` is false for a source whose text may read otherwise although nobody changed it.
   */
  recall(uri: string, data: unknown, trusts: (source: string) => boolean = () => true): void {
    const record = this.#drafts.has(uri) ? null : unpackRecord(data, trusts);
    if (record) this.#drafts.set(uri, record);
  }

  #draft(uri: string): DraftHolds {
    const known = this.#drafts.get(uri);
    if (known) return known;
    const made: DraftHolds = { held: new Map(), seen: new Map() };
    this.#drafts.set(uri, made);
    return made;
  }
}

interface Turn extends FollowOptions {
  /** Sources that have changed, with their text on single blanks. */
  readonly changed: ReadonlyMap<string, string>;
  readonly sourceText: SourceText;
  /** What is held from now on. */
  readonly held: Map<string, Held>;
  /** True for a claim at an offset on the line of a finding that was put aside, where both hang on one lost passage. */
  readonly isLookedAt: (start: number, held: Held) => boolean;
}

/** Takes the claims that were found; those of them that are stale. */
function standing(
  draft: DraftHolds,
  claims: readonly Claim[],
  text: string,
  { changed, sourceText, held, isLookedAt, isPartial }: Turn,
): StaleClaim[] {
  const stale: StaleClaim[] = [];
  for (const claim of claims) {
    const { fingerprint } = claim;
    if (held.has(fingerprint)) continue;
    const known = draft.held.get(fingerprint);
    const before = known && isLookedAt(claim.start, known) ? undefined : known;
    if (before) looked(before, changed);
    const isKept = before && (before.gone.length > 0 || (isPartial && isWaiting(before, sourceText)));
    const now = isKept ? before : (holdOf(claim, text, before) ?? before);
    if (!now) continue;
    now.around = aroundOf(claim, text);
    held.set(fingerprint, now);
    if (now.gone.length > 0) stale.push(staleAt(claim, fingerprint, now, isOpposed(claim, now)));
  }
  return stale;
}

/** Takes the claims of which nothing was found any more while their words stand; those of them that are stale. */
function unsaid(
  draft: DraftHolds,
  text: string,
  { changed, sourceText, held, isLookedAt, aside = [] }: Turn,
): StaleClaim[] {
  const stale: StaleClaim[] = [];
  const putAside = new Set(aside.map(({ fingerprint }) => fingerprint));
  for (const [fingerprint, before] of draft.held) {
    if (held.has(fingerprint) || putAside.has(fingerprint)) continue;
    looked(before, changed);
    const isStale = before.gone.length > 0;
    const place = isStale || isWaiting(before, sourceText) ? placeOf(before, text) : null;
    if (!place || isLookedAt(place.start, before)) continue;
    held.set(fingerprint, before);
    if (isStale) stale.push(staleAt(place, fingerprint, before, false));
  }
  return stale;
}

function lookedAt({ held }: DraftHolds, aside: readonly Claim[], text: string): Turn["isLookedAt"] {
  const lost = aside.flatMap(({ start, fingerprint }) => {
    const gone = held.get(fingerprint)?.gone ?? [];
    return gone.map((passage) => ({ start, key: keyOf(passage) }));
  });
  if (lost.length === 0) return () => false;
  return (at, { gone }) =>
    lost.some(
      ({ start, key }) =>
        gone.some((passage) => keyOf(passage) === key) &&
        !text.slice(Math.min(start, at), Math.max(start, at)).includes("\n"),
    );
}

function keyOf({ source, text }: Passage): string {
  return `${source}\n${text}`;
}

/** The sources that have another text than when they were looked at last, with that text on single blanks. */
function changedSources({ seen }: DraftHolds, sourceText: SourceText): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  for (const [source, { text, stamp }] of seen) {
    const now = sourceText(source);
    if (now === undefined || now === text) continue;
    if (text === undefined && stamp === stampOf(now)) continue;
    changed.set(source, flat(now));
  }
  return changed;
}

function remember({ held, seen }: DraftHolds, sourceText: SourceText): void {
  for (const { evidence } of held.values()) {
    for (const { source } of evidence) {
      const text = sourceText(source);
      if (text !== undefined && text !== seen.get(source)?.text) seen.set(source, { text });
    }
  }
}

/** Looks which passages still stand in the sources that have changed. */
function looked(held: Held, changed: ReadonlyMap<string, string>): void {
  if (changed.size === 0 || !held.evidence.some(({ source }) => changed.has(source))) return;
  held.gone = held.evidence.filter((one) => {
    const now = changed.get(one.source);
    return now === undefined ? held.gone.includes(one) : !now.includes(flat(one.text));
  });
}

/** True while a source of the claim is not there: it may come back, with another text. */
function isWaiting({ evidence }: Held, sourceText: SourceText): boolean {
  return evidence.some(({ source }) => sourceText(source) === undefined);
}

/** True where a source that no longer says what it said speaks against the claim now. */
function isOpposed({ verdict, evidence }: Claim, { gone }: Held): boolean {
  if (verdict !== "contradicted" && verdict !== "disputed") return false;
  return evidence.some(({ source }) => gone.some((one) => one.source === source));
}

function holdOf(claim: Claim, text: string, before: Held | undefined): Held | null {
  const { evidence, start, end } = claim;
  if (evidence.length === 0) return null;
  if (before?.evidence === evidence) return before;
  return { evidence, words: text.slice(start, end), around: aroundOf(claim, text), gone: [] };
}

function aroundOf({ start, end }: Claim, text: string): Held["around"] {
  return { before: text.slice(Math.max(0, start - AROUND), start), after: text.slice(end, end + AROUND) };
}

/** Where the words stand now with the same words around them; null where they were edited. */
function placeOf({ words, around }: Held, text: string): { start: number; end: number } | null {
  const at = text.indexOf(around.before + words + around.after);
  if (at < 0) return null;
  const start = at + around.before.length;
  return { start, end: start + words.length };
}

function staleAt(
  place: { start: number; end: number },
  fingerprint: string,
  { gone }: Held,
  isOpposed: boolean,
): StaleClaim {
  const [passage] = gone as [Passage, ...Passage[]];
  const { title, published } = passage;
  const cell = cellInWords(passage);
  const day = published === null ? "" : ` (${writtenDate(published)})`;
  const message = `“${clip(title, 45)}”${day} has changed since this was checked. It no longer says: “${clip(shownText(passage), 160)}”${cell === "" ? "" : ` (${cell})`}`;
  return { start: place.start, end: place.end, fingerprint, message, isOpposed };
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
