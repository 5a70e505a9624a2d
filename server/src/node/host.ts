/**
 * The machine as the language server needs it: files and globs. The only code of the server that touches the disk.
 */
import { readFile, stat } from "node:fs/promises";
import { glob } from "tinyglobby";
import { URI } from "vscode-uri";
import { type BibliographyFile, readBibliographyFile } from "./formats/read-bibliography-file.ts";
import { DEFAULT_LIMITS, readSourceFile } from "./formats/read-source-file.ts";
import type { SourceFile } from "./formats/types.ts";

export interface ListedFile {
  readonly uri: string;
  readonly stamp: string;
  readonly size: number;
}

/** Folders that hold no prose of the writer's. */
const LEFT_OUT = ["**/node_modules/**", "**/.git/**", "**/.hg/**", "**/.svn/**"];

export const nodeHost = {
  async listFiles(root: string, globs: readonly string[]): Promise<ListedFile[]> {
    try {
      const cwd = URI.parse(root).fsPath;
      const paths = await glob(globs.map(escapeless), {
        cwd,
        absolute: true,
        onlyFiles: true,
        ignore: LEFT_OUT,
        expandDirectories: false,
        caseSensitiveMatch: false,
      });
      const files = await Promise.all(paths.sort().map(listed));
      return files.filter((file) => file !== null);
    } catch {
      return [];
    }
  },

  async kindOf(uri: string): Promise<"file" | "folder" | null> {
    try {
      return (await stat(URI.parse(uri).fsPath)).isDirectory() ? "folder" : "file";
    } catch {
      return null;
    }
  },

  async readFile(uri: string): Promise<Uint8Array> {
    return readFile(URI.parse(uri).fsPath);
  },

  async readSource(uri: string, name: string, textBytes: number): Promise<SourceFile> {
    const fileBytes = Math.max(textBytes, DEFAULT_LIMITS.fileBytes);
    return readSourceFile(URI.parse(uri).fsPath, { name, textBytes, fileBytes });
  },

  async readBibliography(uri: string, name: string, text?: string): Promise<BibliographyFile> {
    return readBibliographyFile(URI.parse(uri).fsPath, name, text);
  },
};

async function listed(path: string): Promise<ListedFile | null> {
  try {
    const { mtimeMs, size } = await stat(path);
    return { uri: URI.file(path).toString(), stamp: `${mtimeMs} ${size}`, size };
  } catch {
    return null;
  }
}

/** Globs use forward slashes on every system. */
function escapeless(pattern: string): string {
  return pattern.replaceAll("\\", "/");
}
