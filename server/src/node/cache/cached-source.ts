/**
 * Reads a source file by way of the cache. Knows both; what the engine keeps beside the text is its own affair.
 */
import { stat } from "node:fs/promises";
import { DEFAULT_LIMITS, readSourceFile } from "../formats/read-source-file.ts";
import type { ReadLimits, ReadState, SourceFile } from "../formats/types.ts";
import type { Origin, ReadingCache } from "./reading-cache.ts";

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
