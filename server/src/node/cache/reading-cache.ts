/**
 * Keeps on disk what was read of source files, so that a later start need not take them apart again: the text, what its
 * format records, and whatever the engine makes of it. An entry counts while its file, the limits and this program stay
 * the same; a damaged one is as good as none. Knows files; nothing of what is kept.
 */
import { readFile, stat } from "node:fs/promises";
import { digest, loadKept, placeIn, prune, storeKept } from "./kept-file.ts";

/** What an entry was made from. */
export interface Origin {
  readonly path: string;
  readonly size: number;
  /** Milliseconds. */
  readonly modified: number;
  /** Whatever else the reading depends on: limits, the name in messages. */
  readonly terms: string;
}

interface Entry {
  readonly program: string;
  readonly origin: Origin;
  /** Of the file's bytes. */
  readonly content: string;
  readonly value: unknown;
}

export interface CacheOptions {
  /** Another one makes all entries void: the program's version. */
  readonly program: string;
  /** All entries together, in bytes; the oldest go first. */
  readonly most?: number;
}

/** Some ten thousand articles. */
const MOST = 250_000_000;
/** How much is written between two looks at the size of the whole. */
const PRUNE_EVERY = 8_000_000;

export class ReadingCache {
  readonly #folder: string;
  readonly #program: string;
  readonly #most: number;
  #writing: Promise<void> = Promise.resolve();
  #written = Number.POSITIVE_INFINITY;

  constructor(folder: string, { program, most = MOST }: CacheOptions) {
    this.#folder = folder;
    this.#program = program;
    this.#most = most;
  }

  /** What was kept for the file as it is now; undefined where there is nothing, or the file has changed. Never throws. */
  async find(origin: Origin): Promise<unknown> {
    const entry = (await loadKept(placeIn(this.#folder, origin.path))) as Entry | undefined;
    if (entry?.program !== this.#program || entry.origin.path !== origin.path) return undefined;
    if (entry.origin.size !== origin.size || entry.origin.terms !== origin.terms) return undefined;
    if (entry.origin.modified === origin.modified) return entry.value;
    // Touched, or checked out anew: what stands in it decides.
    if ((await contentOf(origin.path)) !== entry.content) return undefined;
    this.#writing = this.#writing.then(() => this.#store({ ...entry, origin }));
    return entry.value;
  }

  /** Keeps a value for a file unless the file has changed since. Never throws; `settled` tells when it is done. */
  keep(origin: Origin, value: unknown): void {
    this.#writing = this.#writing.then(async () => {
      const now = await stat(origin.path).catch(() => null);
      const content = await contentOf(origin.path);
      if (now?.size !== origin.size || now.mtimeMs !== origin.modified || content === null) return;
      await this.#store({ program: this.#program, origin, content, value });
    });
  }

  /** Resolves when all that was to be kept is on disk. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #store(entry: Entry): Promise<void> {
    try {
      const body = JSON.stringify(entry);
      await storeKept(placeIn(this.#folder, entry.origin.path), body);
      this.#written += body.length;
      if (this.#written <= PRUNE_EVERY) return;
      this.#written = 0;
      await prune(this.#folder, { most: this.#most });
    } catch {
      // A full or read-only disk makes the next start slower, and nothing else.
    }
  }
}

async function contentOf(path: string): Promise<string | null> {
  try {
    return digest(await readFile(path));
  } catch {
    return null;
  }
}
