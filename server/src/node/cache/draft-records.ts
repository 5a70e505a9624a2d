/**
 * Keeps on disk what is to be known of a draft in later sessions: plain data, a file a draft, within bounds of size and
 * age. Of two editors with the same draft the last to write counts. Knows files; nothing of what is kept.
 */
import { rm, utimes } from "node:fs/promises";
import { digest, loadKept, placeIn, prune, storeKept } from "./kept-file.ts";

interface Entry {
  readonly program: string;
  readonly draft: string;
  readonly value: unknown;
}

export interface Remembered {
  readonly value: unknown;
  /** True where this very program kept it, so that it reads files alike. */
  readonly isOwn: boolean;
}

export interface RecordOptions {
  /** The program's version. */
  readonly program: string;
  /** All files together, and a single one, in bytes. */
  readonly most?: number;
  readonly largest?: number;
  /** Since a draft was opened last, in milliseconds. */
  readonly oldest?: number;
}

const MOST = 50_000_000;
const LARGEST = 4_000_000;
/** Half a year. */
const OLDEST = 183 * 86_400_000;
/** How many files are written between two looks at the bounds. */
const PRUNE_EVERY = 50;

export class DraftRecords {
  readonly #folder: string;
  readonly #program: string;
  readonly #most: number;
  readonly #largest: number;
  readonly #oldest: number;
  /** What is on disk of each draft, as a checksum. */
  readonly #known = new Map<string, string>();
  #writing: Promise<void> = Promise.resolve();
  #written = PRUNE_EVERY;

  constructor(folder: string, options: RecordOptions) {
    const { program, most = MOST, largest = LARGEST, oldest = OLDEST } = options;
    this.#folder = folder;
    this.#program = program;
    this.#most = most;
    this.#largest = largest;
    this.#oldest = oldest;
  }

  /** What was kept of a draft; null where there is nothing, or nothing whole. Never throws. */
  async find(draft: string): Promise<Remembered | null> {
    const path = placeIn(this.#folder, draft);
    const entry = (await loadKept(path)) as Partial<Entry> | null | undefined;
    if (entry?.draft !== draft) return null;
    const { program, value } = entry;
    this.#known.set(draft, digest(JSON.stringify(entry)));
    // Its age counts from its last use.
    await utimes(path, new Date(), new Date()).catch(() => {});
    return { value, isOwn: program === this.#program };
  }

  /** Keeps a value of a draft in place of what was; null keeps nothing. Never throws; `settled` tells when it is done. */
  keep(draft: string, value: unknown): void {
    const path = placeIn(this.#folder, draft);
    const body =
      value === null ? "" : JSON.stringify({ program: this.#program, draft, value } satisfies Entry);
    const mark = digest(body);
    if (this.#known.get(draft) === mark) return;
    this.#known.set(draft, mark);
    const isKept = body !== "" && body.length <= this.#largest;
    this.#writing = this.#writing.then(async () => {
      try {
        if (!isKept) return await rm(path, { force: true });
        await storeKept(path, body);
        if (this.#written++ < PRUNE_EVERY) return;
        this.#written = 0;
        await prune(this.#folder, { most: this.#most, oldest: this.#oldest });
      } catch {
        // A full or read-only disk makes a later session know less, and nothing else.
        this.#known.delete(draft);
      }
    });
  }

  /** Resolves when all that was to be kept is on disk. */
  async settled(): Promise<void> {
    await this.#writing;
  }
}
