/**
 * The sources that were handed in: each known by its card at once, read when somebody asks for its sentences. What has not
 * been asked for lately is put back unread, so that a large library does not fill the memory. Knows sources, not drafts.
 */
import type { Day } from "../kinds/types.ts";
import type { SentenceCache } from "../statements/read.ts";
import type { SourceReading } from "../statements/types.ts";
import type { ProseDocument } from "../text/types.ts";
import { Catalogue, cardOf } from "./catalogue.ts";
import { type RawSource, readSourceSteps, readSourceText } from "./read-source.ts";
import type { SourceCard } from "./types.ts";
import { readingOn } from "./validity.ts";

interface Shelved {
  readonly raw: RawSource;
  readonly card: SourceCard;
  /** The blocks that the card was made from, until the source is read. */
  document: ProseDocument | null;
  reading: SourceReading | null;
  /** When it was asked for last. */
  used: number;
}

/** Characters of text that stay read although no draft needs them: about 500,000 words, and 400 MB of readings. */
const MOST_READ = 3_000_000;
/** Blocks are kept for the reader of so many characters. */
const MOST_BLOCKS = 1_000_000;

export class Shelf {
  readonly catalogue = new Catalogue();
  /** Grows whenever a source comes, changes or goes. */
  version = 0;
  readonly #sources = new Map<string, Shelved>();
  readonly #cache: SentenceCache;
  readonly #today: () => string;
  #clock = 0;
  #characters = 0;

  /** `today` gives the ISO day that relative dates of a source without a day count from. */
  constructor(cache: SentenceCache, today: () => string) {
    this.#cache = cache;
    this.#today = today;
  }

  /** Adds a source, or replaces the one with the same uri. `card`: the one made of this very source earlier. */
  put(raw: RawSource, card?: SourceCard): void {
    this.remove(raw.uri);
    const document = card ? null : readSourceText(raw.uri, raw.text);
    const made = card ?? cardOf(raw, document!);
    this.#characters += raw.text.length;
    const kept = this.#characters <= MOST_BLOCKS ? document : null;
    this.#sources.set(raw.uri, { raw, card: made, document: kept, reading: null, used: 0 });
    this.catalogue.add(raw.uri, made);
    this.version++;
  }

  /** False where there is no such source. */
  remove(uri: string): boolean {
    const shelved = this.#sources.get(uri);
    if (!shelved) return false;
    this.#sources.delete(uri);
    this.#characters -= shelved.raw.text.length;
    this.catalogue.remove(uri);
    this.version++;
    return true;
  }

  has(uri: string): boolean {
    return this.#sources.has(uri);
  }

  /** In the order in which they came. */
  uris(): readonly string[] {
    return [...this.#sources.keys()];
  }

  card(uri: string): SourceCard | undefined {
    return this.#sources.get(uri)?.card;
  }

  text(uri: string): string | undefined {
    return this.#sources.get(uri)?.raw.text;
  }

  /** The length of all texts together, in UTF-16 code units. */
  length(uris: Iterable<string>): number {
    let length = 0;
    for (const uri of uris) length += this.#sources.get(uri)?.raw.text.length ?? 0;
    return length;
  }

  /** The sentences of a source if they have been read. */
  known(uri: string): SourceReading | null {
    return this.#sources.get(uri)?.reading ?? null;
  }

  /** The sentences of a source, read now if need be, with a pause wherever there can be one; null for an unknown uri. */
  *reading(uri: string): Generator<void, SourceReading | null> {
    const shelved = this.#sources.get(uri);
    if (!shelved) return null;
    shelved.used = ++this.#clock;
    if (shelved.reading) return shelved.reading;
    const { raw, document } = shelved;
    const reading = yield* readSourceSteps(raw, this.#today(), this.#cache, document ?? undefined);
    shelved.document = null;
    // Somebody else may have read it during a pause.
    shelved.reading ??= reading;
    return shelved.reading;
  }

  /** A source as it stands on a day: without the facts that do not hold then. */
  on(reading: SourceReading, day: Day): SourceReading {
    return readingOn(reading, day, this.#cache);
  }

  /** Forgets readings that are not in `needed`, the longest unused first, until few enough are left. */
  release(needed: ReadonlySet<string>): void {
    const idle: [string, Shelved][] = [];
    let length = 0;
    for (const [uri, shelved] of this.#sources) {
      if (!shelved.reading || needed.has(uri)) continue;
      idle.push([uri, shelved]);
      length += shelved.raw.text.length;
    }
    if (length <= MOST_READ) return;
    idle.sort(([, a], [, b]) => a.used - b.used);
    for (const [, shelved] of idle) {
      if (length <= MOST_READ) return;
      shelved.reading = null;
      length -= shelved.raw.text.length;
    }
  }
}
