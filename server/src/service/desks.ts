/**
 * What each draft is checked against: an index of the sources that count for it. A small library is read whole; of a large
 * one only the sources that a passage of the draft, by its words, may lean on. Drafts with the same sources share a desk.
 */
import { type Checking, createChecking } from "../checking/check.ts";
import type { Day } from "../kinds/types.ts";
import { type PassageWords, passageWords } from "../sources/catalogue.ts";
import type { Shelf } from "../sources/shelf.ts";
import { StatementIndex } from "../sources/statement-index.ts";
import { periodOf } from "../sources/validity.ts";
import type { SourceReading } from "../statements/types.ts";
import type { Block, ProseDocument, Span } from "../text/types.ts";
import type { DraftInput, SourceSet } from "./types.ts";

/** Libraries of at most this many characters are read whole: about 100,000 words. */
export const SMALL_LIBRARY = 640_000;
/** Desks that are kept though no draft is at them any more. */
const IDLE_DESKS = 4;

/** A set of sources as it stands on the shelf. */
interface Scope {
  readonly set: SourceSet;
  /** Of the shelf. */
  readonly version: number;
  readonly uris: ReadonlySet<string>;
  /** Few enough to be read whole. */
  readonly isSmall: boolean;
  /** The days on which other facts of these sources begin to hold, in order. */
  readonly bounds: readonly Day[];
}

export class Desk {
  readonly index = new StatementIndex();
  readonly checking: Checking = createChecking(this.index);
  readonly #held = new Map<string, SourceReading>();
  #scope: Scope | null = null;
  /** For a passage, by its sentences, the sources that are near to it. */
  #near = new WeakMap<readonly Span[], readonly string[]>();

  /** The sources on the desk. */
  get held(): ReadonlyMap<string, SourceReading> {
    return this.#held;
  }

  put(reading: SourceReading): void {
    if (this.#held.get(reading.uri) === reading) return;
    this.#held.set(reading.uri, reading);
    this.index.add(reading);
  }

  take(uri: string): void {
    this.#held.delete(uri);
    this.index.remove(uri);
  }

  /**
   * The sources that the draft needs. Of a large library: what it names itself, what its passages are near to, and what
   * lies on the desk already, since taking it away would have the whole draft checked again.
   */
  wanted(scope: Scope, document: ProseDocument, shelf: Shelf): ReadonlySet<string> {
    if (scope.isSmall) return scope.uris;
    if (this.#scope !== scope) {
      this.#scope = scope;
      this.#near = new WeakMap();
    }
    const { named = [] } = scope.set;
    const wanted = new Set([...named, ...this.#held.keys()].filter((uri) => scope.uris.has(uri)));
    for (const block of document.blocks) for (const uri of this.#nearTo(block, scope, shelf)) wanted.add(uri);
    return wanted;
  }

  #nearTo(block: Block, { uris }: Scope, { catalogue }: Shelf): readonly string[] {
    const known = this.#near.get(block.sentences);
    if (known) return known;
    const near = block.sentences.length === 0 ? [] : catalogue.near(wordsOf(block), uris);
    this.#near.set(block.sentences, near);
    return near;
  }
}

export class Desks {
  readonly #shelf: Shelf;
  readonly #builtin: () => readonly SourceReading[];
  /** By the sources that count there; the desk used last comes last. */
  readonly #desks = new Map<string, Desk>();
  /** Each draft with the key of its desk. */
  readonly #drafts = new Map<string, string>();
  readonly #scopes = new WeakMap<SourceSet, Scope>();
  #everything: SourceSet = { key: "", uris: [] };
  #version = -1;

  /** `builtin` gives the sheets that stand in for drafts without any source. */
  constructor(shelf: Shelf, builtin: () => readonly SourceReading[]) {
    this.#shelf = shelf;
    this.#builtin = builtin;
  }

  /**
   * The draft's desk with all that it needs on it, as it stands on the draft's day; pauses between the blocks of what has
   * to be read.
   */
  *prepare(draft: DraftInput, document: ProseDocument, day: Day): Generator<void, Desk> {
    const scope = this.#scopeOf(draft.sources ?? this.#all());
    const desk = this.#deskOf(draft.uri, scope, day);
    const stand = scope.uris.size === 0 ? this.#builtin() : [];
    const wanted = desk.wanted(scope, document, this.#shelf);
    for (const uri of [...desk.held.keys()])
      if (!wanted.has(uri) && !stand.some((sheet) => sheet.uri === uri)) desk.take(uri);
    for (const uri of wanted) {
      const reading = yield* this.#shelf.reading(uri);
      if (reading) desk.put(this.#shelf.on(reading, day));
    }
    for (const sheet of stand) desk.put(sheet);
    this.#shelf.release(new Set([...this.#desks.values()].flatMap(({ held }) => [...held.keys()])));
    return desk;
  }

  /** True for a source that some draft is checked against. */
  holds(uri: string): boolean {
    return [...this.#desks.values()].some(({ held }) => held.has(uri));
  }

  forget(uri: string): void {
    this.#drafts.delete(uri);
    const used = new Set(this.#drafts.values());
    const idle = [...this.#desks.keys()].filter((key) => !used.has(key));
    for (const key of idle.slice(0, Math.max(0, idle.length - IDLE_DESKS))) this.#desks.delete(key);
  }

  #all(): SourceSet {
    if (this.#version !== this.#shelf.version) {
      this.#version = this.#shelf.version;
      this.#everything = { key: "", uris: this.#shelf.uris() };
    }
    return this.#everything;
  }

  #scopeOf(set: SourceSet): Scope {
    const known = this.#scopes.get(set);
    const { version } = this.#shelf;
    if (known?.version === version) return known;
    const uris = new Set(set.uris.filter((uri) => this.#shelf.has(uri)));
    const bounds = new Set([...uris].flatMap((uri) => this.#shelf.card(uri)?.bounds ?? []));
    const isSmall = this.#shelf.length(uris) <= SMALL_LIBRARY;
    const scope = { set, version, uris, isSmall, bounds: [...bounds].sort() };
    this.#scopes.set(set, scope);
    return scope;
  }

  #deskOf(uri: string, { set, isSmall, bounds }: Scope, day: Day): Desk {
    const period = bounds.length === 0 ? "" : `\n@${periodOf(bounds, day)}`;
    const key = `${isSmall ? set.key : `${set.key}\n${uri}`}${period}`;
    const desk = this.#desks.get(key) ?? new Desk();
    this.#desks.delete(key);
    this.#desks.set(key, desk);
    this.#drafts.set(uri, key);
    return desk;
  }
}

/** A block's words with those that it stands under. */
function wordsOf({ prose, headings, leadIn, cell }: Block): PassageWords {
  const over = [...headings, leadIn, cell?.rowHeader, cell?.columnHeader];
  return passageWords([prose.text, ...over.filter((text) => typeof text === "string")]);
}
