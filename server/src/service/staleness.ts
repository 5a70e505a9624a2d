/**
 * Claims whose source has changed under them: for each claim of a draft the passages that decided it are kept, and it is
 * stale once one of them no longer stands in its source. Editing the claim or acknowledging the change ends that.
 * Knows reports and texts; no editor and no files.
 */
import { writtenDate } from "./footnotes.ts";
import { clip } from "./messages.ts";
import type { Claim, Evidence } from "./report.ts";

/** A claim that hangs on a passage which is no longer there. */
export interface StaleClaim {
  /** The claim's words in the draft as it is now, as UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly fingerprint: string;
  readonly message: string;
}

/** What decided a claim when it was checked. */
interface Held {
  readonly evidence: readonly Evidence[];
  /** The claim's words with what stands around them, by which it is found when nothing is said of it any more. */
  readonly words: string;
  readonly around: { readonly before: string; readonly after: string };
  /** The passages that are gone. */
  gone: readonly Evidence[];
}

interface DraftHolds {
  held: Map<string, Held>;
  /** The text of each source when it was looked at last. */
  readonly texts: Map<string, string>;
}

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
    sourceText: (source: string) => string | undefined,
  ): readonly StaleClaim[] {
    const draft = this.#draft(uri);
    const changed = changedSources(draft, sourceText);
    const held = new Map<string, Held>();
    const stale: StaleClaim[] = [];
    for (const claim of claims) {
      const { fingerprint } = claim;
      if (held.has(fingerprint)) continue;
      const before = draft.held.get(fingerprint);
      if (before) looked(before, changed);
      const now = before && before.gone.length > 0 ? before : (holdOf(claim, text, before) ?? before);
      if (!now) continue;
      held.set(fingerprint, now);
      if (now.gone.length > 0) stale.push(staleAt(claim, fingerprint, now));
    }
    for (const [fingerprint, before] of draft.held) {
      if (held.has(fingerprint)) continue;
      looked(before, changed);
      const place = before.gone.length > 0 ? placeOf(before, text) : null;
      if (!place) continue;
      held.set(fingerprint, before);
      stale.push(staleAt(place, fingerprint, before));
    }
    draft.held = held;
    remember(draft, sourceText);
    return stale.sort((a, b) => a.start - b.start);
  }

  /** Takes the mark off some claims, or off all of the draft: what the sources say now is what counts. */
  acknowledge(uri: string, fingerprints?: readonly string[]): void {
    const draft = this.#drafts.get(uri);
    for (const fingerprint of fingerprints ?? [...(draft?.held.keys() ?? [])])
      draft?.held.delete(fingerprint);
  }

  #draft(uri: string): DraftHolds {
    const known = this.#drafts.get(uri);
    if (known) return known;
    const made = { held: new Map<string, Held>(), texts: new Map<string, string>() };
    this.#drafts.set(uri, made);
    return made;
  }
}

/** The sources that have another text than when they were looked at last, with that text on single blanks. */
function changedSources(
  { texts }: DraftHolds,
  sourceText: (source: string) => string | undefined,
): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  for (const [source, before] of texts) {
    const now = sourceText(source);
    if (now !== undefined && now !== before) changed.set(source, flat(now));
  }
  return changed;
}

function remember(draft: DraftHolds, sourceText: (source: string) => string | undefined): void {
  for (const { evidence } of draft.held.values()) {
    for (const { source } of evidence) {
      const now = sourceText(source);
      if (now !== undefined) draft.texts.set(source, now);
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

function holdOf(claim: Claim, text: string, before: Held | undefined): Held | null {
  const { evidence, start, end } = claim;
  if (evidence.length === 0) return null;
  if (before?.evidence === evidence) return before;
  const around = {
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
  };
  return { evidence, words: text.slice(start, end), around, gone: [] };
}

/** Where the words stand now with the same words around them; null where they were edited. */
function placeOf({ words, around }: Held, text: string): { start: number; end: number } | null {
  const at = text.indexOf(around.before + words + around.after);
  if (at < 0) return null;
  const start = at + around.before.length;
  return { start, end: start + words.length };
}

function staleAt(place: { start: number; end: number }, fingerprint: string, { gone }: Held): StaleClaim {
  const [{ title, published, text }] = gone as [Evidence, ...Evidence[]];
  const day = published === null ? "" : ` (${writtenDate(published)})`;
  const message = `“${clip(title, 45)}”${day} has changed since this was checked. It no longer says: “${clip(text, 160)}”`;
  return { start: place.start, end: place.end, fingerprint, message };
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
