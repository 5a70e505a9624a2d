/**
 * Keeps on disk what was read of source files, so that a later start need not take them apart again: the text, what its
 * format records, and whatever the engine makes of it. An entry counts while its file, the limits and this program stay
 * the same; a damaged one is as good as none. Knows files; nothing of what is kept.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

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
    const entry = await this.#load(origin.path);
    if (entry?.program !== this.#program || entry.origin.path !== origin.path) return undefined;
    if (entry.origin.size !== origin.size || entry.origin.terms !== origin.terms) return undefined;
    if (entry.origin.modified === origin.modified) return entry.value;
    // Touched, or checked out anew: what stands in it decides.
    if ((await contentOf(origin.path)) !== entry.content) return undefined;
    void this.#store({ ...entry, origin });
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

  async #load(path: string): Promise<Entry | null> {
    try {
      const text = await readFile(this.#place(path), "utf8");
      const line = text.indexOf("\n");
      const body = text.slice(line + 1);
      if (digest(body) !== text.slice(0, line)) return null;
      return JSON.parse(body) as Entry;
    } catch {
      return null;
    }
  }

  /** Whole or not at all: another process may read it at the same time. */
  async #store(entry: Entry): Promise<void> {
    const place = this.#place(entry.origin.path);
    const temporary = `${place}.${randomBytes(6).toString("hex")}.tmp`;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const body = JSON.stringify(entry);
      await writeFile(temporary, `${digest(body)}\n${body}`, { mode: 0o600 });
      await rename(temporary, place);
      this.#written += body.length;
      if (this.#written > PRUNE_EVERY) await this.#prune();
    } catch {
      // A full or read-only disk makes the next start slower, and nothing else.
      await rm(temporary, { force: true }).catch(() => {});
    }
  }

  async #prune(): Promise<void> {
    this.#written = 0;
    const names = await readdir(this.#folder);
    const entries = await Promise.all(
      names.map(async (name) => {
        const path = join(this.#folder, name);
        const found = await stat(path).catch(() => null);
        return { path, size: found?.size ?? 0, at: found?.mtimeMs ?? 0 };
      }),
    );
    let size = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (size <= this.#most) return;
    for (const entry of entries.sort((a, b) => a.at - b.at)) {
      if (size <= this.#most * 0.8) return;
      await rm(entry.path, { force: true });
      size -= entry.size;
    }
  }

  #place(path: string): string {
    return join(this.#folder, `${digest(path).slice(0, 32)}.json`);
  }
}

function digest(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

async function contentOf(path: string): Promise<string | null> {
  try {
    return digest(await readFile(path));
  } catch {
    return null;
  }
}
