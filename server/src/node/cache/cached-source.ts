/**
 * Reads a source file by way of the cache. Knows both; what the engine keeps beside the text is its own affair.
 */
import { statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_LIMITS, readSourceFile } from "../formats/read-source-file.ts";
import type { ReadLimits, ReadState, SourceFile } from "../formats/types.ts";
import { type Origin, ReadingCache } from "./reading-cache.ts";

/** A source file with what the engine knew of it at another time. */
export interface CachedSource<Card> extends SourceFile {
  /** Absent where nothing is known. */
  readonly card?: Card;
  /** Keeps what the engine knows now; absent where that is on disk already, or is not kept. */
  readonly keepCard?: (card: Card | undefined) => void;
}

interface Kept<Card> {
  readonly file: SourceFile;
  readonly card?: Card;
}

/** Readings that may turn out otherwise with the very same file. */
const PASSING: ReadonlySet<ReadState> = new Set<ReadState>(["not-found", "unreadable", "too-large"]);

/** Reads the file at `path` unless the cache knows it. Never throws. */
export async function readCachedSource<Card>(
  cache: ReadingCache | null,
  path: string,
  limits: ReadLimits,
): Promise<CachedSource<Card>> {
  const origin = cache && (await originOf(path, limits));
  if (!cache || !origin) return readSourceFile(path, limits);
  const known = (await cache.find(origin)) as Kept<Card> | undefined;
  if (known) {
    const { file, card } = known;
    return card === undefined ? { ...file, keepCard: keeper(cache, origin, file) } : { ...file, card };
  }
  const file = await readSourceFile(path, limits);
  if (PASSING.has(file.state)) return file;
  if (file.state !== "read" && file.state !== "doubtful") cache.keep(origin, { file });
  return { ...file, keepCard: keeper(cache, origin, file) };
}

function keeper<Card>(
  cache: ReadingCache,
  origin: Origin,
  file: SourceFile,
): (card: Card | undefined) => void {
  return (card) => cache.keep(origin, { file, card } satisfies { file: SourceFile; card: Card | undefined });
}

async function originOf(path: string, limits: ReadLimits): Promise<Origin | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { path, size, modified: mtimeMs, terms: JSON.stringify({ ...DEFAULT_LIMITS, ...limits }) };
  } catch {
    return null;
  }
}

/**
 * The cache of this user: in the folder that CLAIMCHECK_CACHE names, else where the system has such things; null where
 * CLAIMCHECK_CACHE is "off".
 */
export function userCache(version: string): ReadingCache | null {
  // Whoever builds anew has changed what is read, whether the version says so or not.
  const program = `${version} ${statSync(fileURLToPath(import.meta.url)).mtimeMs}`;
  const { CLAIMCHECK_CACHE: named, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (named === "off") return null;
  if (named) return new ReadingCache(named, { program });
  const system = {
    win32: local ?? join(homedir(), "AppData", "Local"),
    darwin: join(homedir(), "Library", "Caches"),
  }[process.platform as string];
  return new ReadingCache(join(xdg ?? system ?? join(homedir(), ".cache"), "claimcheck"), { program });
}
