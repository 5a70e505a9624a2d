/**
 * Files of a cache: plain JSON with a checksum, whole or not at all, in a folder that stays below its size. Knows files;
 * nothing of what is kept.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A SHA-256 checksum as hexadecimal digits. */
export function digest(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** Where something is kept in a folder, by its name, which may hold any character. */
export function placeIn(folder: string, name: string): string {
  return join(folder, `${digest(name).slice(0, 32)}.json`);
}

/** What a file holds; undefined where there is none or it is damaged. Never throws. */
export async function loadKept(path: string): Promise<unknown> {
  try {
    const text = await readFile(path, "utf8");
    const line = text.indexOf("\n");
    const body = text.slice(line + 1);
    return digest(body) === text.slice(0, line) ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes JSON into a file that only this user reads; another process may read it at the same time. Throws where it cannot. */
export async function storeKept(path: string, body: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(temporary, `${digest(body)}\n${body}`, { mode: 0o600 });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

export interface Bounds {
  /** All files together, in bytes; the oldest go first. */
  readonly most: number;
  /** In milliseconds since a file was written or used; absent: any age. */
  readonly oldest?: number;
}

/** Takes files out of a cache's folder until it keeps within its bounds. Throws where the folder cannot be read. */
export async function prune(
  folder: string,
  { most, oldest = Number.POSITIVE_INFINITY }: Bounds,
): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(?:json|tmp)$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      return { path, size: found?.size ?? 0, at: found?.mtimeMs ?? 0 };
    }),
  );
  const since = Date.now() - oldest;
  let size = files.reduce((sum, file) => sum + file.size, 0);
  const isFull = size > most;
  for (const file of files.sort((a, b) => a.at - b.at)) {
    if (file.at >= since && !(isFull && size > most * 0.8)) return;
    await rm(file.path, { force: true });
    size -= file.size;
  }
}
