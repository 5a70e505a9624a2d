/**
 * The machine as the language server needs it, and the command line where it needs the same: files, globs, the day. What
 * of the language server touches the disk lies in this folder.
 */
import { readdir, type realpath } from "node:fs";
import { readFile, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { glob } from "tinyglobby";
import { URI } from "vscode-uri";
import { type CachedSource, readCachedSource } from "./cache/cached-source.ts";
import type { DraftRecords, Remembered } from "./cache/draft-records.ts";
import type { ReadingCache } from "./cache/reading-cache.ts";
import { clock } from "./clock.ts";
import { Containment } from "./containment.ts";
import { HostError } from "./errors.ts";
import { type BibliographyFile, readBibliographyFile } from "./formats/read-bibliography-file.ts";
import { DEFAULT_LIMITS, readSourceFile } from "./formats/read-source-file.ts";
import type { SourceFile } from "./formats/types.ts";
import { userName } from "./git.ts";
import { writeWhole } from "./paths.ts";

export interface ListedFile {
  readonly uri: string;
  readonly stamp: string;
  readonly size: number;
}

/** Folders that hold no prose of the writer's. */
const LEFT_OUT = ["**/node_modules/**", "**/.git/**", "**/.hg/**", "**/.svn/**"];

export interface ListOptions {
  /** Folders that everything listed must really lie in; absent: anywhere. */
  readonly within?: readonly string[];
  /** Hears of each symbolic link that leads out of them, by its uri. */
  readonly refused?: (uri: string) => void;
  /** Hears of each folder that cannot be looked into, and why; without it that is an error. */
  readonly unlisted?: (uri: string, error: unknown) => void;
}

/**
 * The machine; what is read of sources is kept in `cache`, with what the engine knows of them, and what is to be known of
 * drafts in later sessions in `records`.
 */
export function createNodeHost<Card>(cache: ReadingCache | null, records: DraftRecords | null) {
  return {
    ...nodeHost,
    ...(records && {
      recall: (draft: string): Promise<Remembered | null> => records.find(draft),
      remember: (draft: string, value: unknown) => records.keep(draft, value),
    }),
    async settled(): Promise<void> {
      await Promise.all([cache?.settled(), records?.settled()]);
    },
    async readSource(uri: string, name: string, textBytes: number): Promise<CachedSource<Card>> {
      const fileBytes = Math.max(textBytes, DEFAULT_LIMITS.fileBytes);
      return readCachedSource<Card>(cache, pathOf(uri), { name, textBytes, fileBytes });
    },
  };
}

/** The machine without a cache. */
export const nodeHost = {
  async listFiles(root: string, globs: readonly string[], options: ListOptions = {}): Promise<ListedFile[]> {
    const inside = options.within && (await Containment.of(options.within.map(pathOf)));
    const tell = (path: string) => options.refused?.(URI.file(path).toString());
    const failures = new Map<string, unknown>();
    const paths = await glob(globs.map(escapeless), {
      cwd: pathOf(root),
      absolute: true,
      onlyFiles: true,
      ignore: LEFT_OUT,
      expandDirectories: false,
      caseSensitiveMatch: false,
      fs: watching(failures, inside?.follower(tell)),
    });
    for (const [path, error] of failures) {
      if (!options.unlisted)
        throw new HostError(`${path}: cannot be listed ${told(error)}`, {
          cause: error,
        });
      options.unlisted(URI.file(path).toString(), error);
    }
    const kept = inside ? await contained(paths.sort(), inside, tell) : paths.sort();
    const files = await Promise.all(kept.map(listed));
    return files.filter((file) => file !== null);
  },

  /** True for a file or folder that really lies in one of the folders. */
  async isWithin(uri: string, folders: readonly string[]): Promise<boolean> {
    return (await Containment.of(folders.map(pathOf))).holds(pathOf(uri));
  },

  async kindOf(uri: string): Promise<"file" | "folder" | null> {
    try {
      const found = await stat(pathOf(uri));
      if (found.isDirectory()) return "folder";
      return found.isFile() ? "file" : null;
    } catch (error) {
      if (isNotThere(error)) return null;
      throw new HostError(`${pathOf(uri)}: cannot be read ${told(error)}`, {
        cause: error,
      });
    }
  },

  async readFile(uri: string): Promise<Uint8Array> {
    return readFile(pathOf(uri));
  },

  async writeFile(uri: string, text: string): Promise<void> {
    await writeWhole(URI.parse(uri).fsPath, text);
  },

  async removeFile(uri: string): Promise<void> {
    await rm(pathOf(uri));
  },

  today: clock.today,

  async userName(folder: string): Promise<string> {
    return userName(URI.parse(folder).fsPath);
  },

  async readSource(uri: string, name: string, textBytes: number): Promise<SourceFile> {
    const fileBytes = Math.max(textBytes, DEFAULT_LIMITS.fileBytes);
    return readSourceFile(pathOf(uri), { name, textBytes, fileBytes });
  },

  async readBibliography(uri: string, name: string, text?: string): Promise<BibliographyFile> {
    return readBibliographyFile(pathOf(uri), name, text);
  },
};

function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}

/** The files that lie inside, each once, however many links lead there; `tell` hears of folders that do not. */
async function contained(
  paths: readonly string[],
  inside: Containment,
  tell: (path: string) => void,
): Promise<string[]> {
  const places = await Promise.all(paths.map((path) => inside.place(path)));
  const outside = new Set(paths.flatMap((path, at) => (places[at] === null ? [dirname(path)] : [])));
  for (const folder of outside) tell(folder);
  const seen = new Set<string>();
  return paths.filter((_, at) => {
    const place = places[at];
    if (!place || seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

async function listed(path: string): Promise<ListedFile | null> {
  try {
    const found = await stat(path);
    // A pipe or a device may never end.
    if (!found.isFile()) return null;
    const { mtimeMs, size } = found;
    return { uri: URI.file(path).toString(), stamp: `${mtimeMs} ${size}`, size };
  } catch (error) {
    // Whoever reads it is told why it cannot be read.
    return isNotThere(error) ? null : { uri: URI.file(path).toString(), stamp: "unknown", size: 0 };
  }
}

/** The file system for a walk that goes on where a folder cannot be looked into, but keeps that with its reason. */
function watching(failures: Map<string, unknown>, follow: typeof realpath | undefined) {
  type Done = (error: NodeJS.ErrnoException | null, found?: never) => void;
  const noting = (path: string, done: Done): Done => {
    return (error, found) => {
      // What leads out of the folders has no code: it is told otherwise.
      if (error?.code !== undefined && !isNotThere(error))
        failures.set(path.replace(/(?<=.)[\\/]$/, ""), error);
      done(error, found);
    };
  };
  const list = (path: string, options: { withFileTypes: true }, done: Done) =>
    readdir(path, options, noting(path, done) as never);
  const followed = follow && ((path: string, done: Done) => follow(path, noting(path, done) as never));
  return {
    readdir: list as unknown as typeof readdir,
    ...(followed ? { realpath: followed as unknown as typeof realpath } : {}),
  };
}

/** True for the errors of a name behind which there is nothing, or can be nothing. */
function isNotThere(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(code ?? "");
}

/** Why and what to do, without the path, which the message has already. */
function told(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ELOOP") return "(its links lead round in a circle). Correct or remove the link.";
  const isBarred = code === "EACCES" || code === "EPERM";
  return `(${isBarred ? "no permission" : message.split("\n", 1)[0]}). Check its permissions.`;
}

/** Globs use forward slashes on every system. */
function escapeless(pattern: string): string {
  return pattern.replaceAll("\\", "/");
}
