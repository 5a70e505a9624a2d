/**
 * Paths, sizes, standard input and safe writing: for the command line, and for the host, which writes alike. Knows nothing
 * of drafts or sources.
 */
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { URI } from "vscode-uri";

/** The uri of a path, which may be relative to the current folder. */
export function uriOf(path: string): string {
  return URI.file(resolve(path)).toString();
}

/** The path of a file uri in the way of this system. */
export function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}

/** What identifies a file however it is named: its real path, or the path where there is none. */
export async function identityOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return resolve(path);
  }
}

/** True for what a user may name to be read although it is no file: a pipe, a terminal. */
export async function isStream(path: string): Promise<boolean> {
  try {
    const found = await stat(path);
    return found.isFIFO() || found.isSocket() || found.isCharacterDevice();
  } catch {
    return false;
  }
}

/** Bytes; 0 where there is no such file. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}

/** `path` below `folder` with forward slashes; starts with ".." where it is not below. */
export function below(folder: string, path: string): string {
  return relative(resolve(folder), resolve(path)).replaceAll("\\", "/");
}

/** Replaces a file whole or not at all; a symbolic link stays one. Fails when the file is no longer `before`. */
export async function replaceFile(path: string, before: Uint8Array, after: Uint8Array): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  if (!(await readFile(target)).equals(before)) throw new Error("it was changed meanwhile");
  const temporary = join(dirname(target), `.claimcheck-${process.pid}-${Date.now()}.tmp`);
  try {
    await writeFile(temporary, after, { flush: true, flag: "wx" });
    await chmod(temporary, mode & 0o7777);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Writes a file whole or not at all; replaces what is there, and makes no folder. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = join(dirname(resolve(path)), `.claimcheck-${process.pid}-${Date.now()}.tmp`);
  try {
    await writeFile(temporary, text, { flush: true, flag: "wx" });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** All bytes of standard input. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
